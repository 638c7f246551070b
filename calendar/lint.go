package calendar

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-ical"
)

// LintObject reports what in a calendar object would stumble some calendar program: one line each, led by the rule's
// number, such as "O-28: line 12 has 90 octets". Nil means the object may be sent. It reads the bytes afresh and so
// judges any object, not only those that Request wrote.
func LintObject(data []byte) []string {
	var l linter
	l.bytes(data)
	root, err := readTree(data)
	if err != nil {
		l.add("O-9", "%v", err)
		return l.faults
	}
	l.calendar(root)
	events := components(root, ical.CompEvent)
	for _, e := range events {
		l.event(e, value(root, ical.PropMethod))
		l.people(e, value(root, ical.PropMethod))
		l.times(e, root)
		l.alarms(e)
		l.texts(e, value(root, ical.PropMethod))
		l.spans(e)
		l.internal(e)
	}
	l.zoned(events, value(root, ical.PropMethod))
	if len(l.faults) == 0 {
		l.strict(data)
	}
	l.series(events, root)
	return l.faults
}

type linter struct{ faults []string }

func (l *linter) add(rule, format string, args ...any) {
	l.faults = append(l.faults, rule+": "+fmt.Sprintf(format, args...))
}

// check adds the fault where ok is false.
func (l *linter) check(ok bool, rule, format string, args ...any) {
	if !ok {
		l.add(rule, format, args...)
	}
}

// bytes looks at lines and their ends, before anything is unfolded.
func (l *linter) bytes(data []byte) {
	l.check(bytes.HasSuffix(data, []byte("\r\nEND:VCALENDAR\r\n")), "O-8", "does not end with END:VCALENDAR and one line end")
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		l.check(line != "", "O-8", "line %d is blank", i+1)
		l.check(!strings.ContainsAny(line, "\r\n"), "O-8", "line %d holds a bare CR or LF", i+1)
		l.check(len(line) <= maxOctets, "O-28", "line %d has %d octets", i+1, len(line))
		l.check(utf8.ValidString(line), "O-28", "line %d is cut inside a character or is no UTF-8", i+1)
		l.check(strings.IndexFunc(line, isControl) < 0, "O-29", "line %d holds a control character", i+1)
	}
	for _, line := range unfold(data) {
		_, ok := parseLine(line)
		l.check(ok, "O-29", "%.40q is no property", line)
	}
}

func isControl(r rune) bool { return r < ' ' && r != '\t' && r != '\r' && r != '\n' || r == 0x7f }

// strict asks go-ical's decoder, which is as unforgiving as the programs that will read the object. It panics on some
// damage.
func (l *linter) strict(data []byte) {
	defer func() {
		if r := recover(); r != nil {
			l.add("O-29", "a strict reader fails: %v", r)
		}
	}()
	if _, err := ical.NewDecoder(bytes.NewReader(data)).Decode(); err != nil {
		l.add("O-29", "a strict reader fails: %v", err)
	}
}

func (l *linter) calendar(root *ical.Component) {
	l.check(slices.Contains(methods, value(root, ical.PropMethod)), "O-20", "METHOD is %q", value(root, ical.PropMethod))
	l.check(len(root.Props[ical.PropMethod]) == 1, "O-20", "%d METHOD", len(root.Props[ical.PropMethod]))
	l.check(value(root, ical.PropVersion) == "2.0", "O-9", "VERSION is %q", value(root, ical.PropVersion))
	l.check(value(root, ical.PropProductID) != "", "O-9", "no PRODID")
	uids := map[string]bool{}
	for _, e := range components(root, ical.CompEvent) {
		uids[value(e, ical.PropUID)] = true
	}
	l.check(len(uids) == 1, "O-9", "%d UIDs", len(uids))
	for _, z := range components(root, ical.CompTimezone) {
		l.check(len(define(z)) > 0 && hasStandard(z), "O-27", "VTIMEZONE %q is incomplete", value(z, ical.PropTimezoneID))
	}
}

func hasStandard(zone *ical.Component) bool {
	for _, part := range components(zone, ical.CompTimezoneStandard) {
		if _, _, ok := parseTime(value(part, ical.PropDateTimeStart)); !ok {
			return false
		}
		if _, ok := utcOffset(value(part, ical.PropTimezoneOffsetFrom)); !ok {
			return false
		}
	}
	return len(components(zone, ical.CompTimezoneStandard)) > 0
}

var opaque = regexp.MustCompile(`^[A-Za-z0-9.@-]{1,99}$`)

func (l *linter) event(e *ical.Component, method string) {
	l.check(len(e.Props[ical.PropMethod]) == 0, "O-20", "METHOD inside the event")
	l.check(opaque.MatchString(value(e, ical.PropUID)), "O-30", "UID %q", value(e, ical.PropUID))
	for _, name := range []string{ical.PropDateTimeStamp, ical.PropSequence, ical.PropDateTimeStart, ical.PropSummary} {
		l.check(len(e.Props[name]) == 1, "§2.3", "%d %s", len(e.Props[name]), name)
	}
	for _, p := range e.Props[ical.PropAttach] {
		l.check(p.Params.Get("ENCODING") == "" && !strings.HasPrefix(strings.ToLower(p.Value), "cid:"), "O-12", "a file inside the calendar")
	}
	l.status(value(e, ical.PropStatus), method, len(e.Props[ical.PropAttendee]))
}

// status holds §2.3: only a CANCEL cancels, and one without STATUS is for one person alone.
func (l *linter) status(status, method string, attendees int) {
	if method != "CANCEL" {
		l.check(status != "CANCELLED", "§2.3", "STATUS:CANCELLED in a %s removes nothing", method)
		return
	}
	l.check(status == "CANCELLED" || status == "" && attendees == 1, "§2.3", "a CANCEL with STATUS %q for %d attendees", status, attendees)
}

func (l *linter) people(e *ical.Component, method string) {
	organizers := e.Props[ical.PropOrganizer]
	l.check(len(organizers) == 1, "O-22", "%d ORGANIZER", len(organizers))
	own := ""
	for _, o := range organizers {
		own = address(o.Value)
		l.check(o.Params.Get(ical.ParamCommonName) != "", "O-22", "ORGANIZER without CN")
		l.check(strings.HasPrefix(o.Value, "mailto:"), "O-24", "ORGANIZER is %q", o.Value)
	}
	l.check(len(e.Props[ical.PropAttendee]) > 0, "O-11", "no ATTENDEE")
	if isEntry(e) {
		l.entry(e)
		method = "" // asks for no answer
	}
	for _, a := range e.Props[ical.PropAttendee] {
		l.attendee(a, method)
		l.check(address(a.Value) != own, "O-23", "the organizer is invited")
	}
}

func (l *linter) attendee(a ical.Prop, method string) {
	l.check(strings.HasPrefix(a.Value, "mailto:") && address(a.Value) != "", "O-24", "ATTENDEE is %q", a.Value)
	stat := a.Params.Get(ical.ParamParticipationStatus)
	l.check(stat != "", "O-21", "%s has no PARTSTAT", a.Value)
	if method == "REQUEST" && stat == "NEEDS-ACTION" {
		l.check(a.Params.Get(ical.ParamRSVP) == "TRUE", "O-21", "%s has no RSVP=TRUE", a.Value)
	}
}

// internal holds O-35: no property carries a parameter that is between a calendar server and its clients.
func (l *linter) internal(e *ical.Component) {
	for _, name := range inOrder(e.Props) {
		for _, p := range e.Props[name] {
			for param := range p.Params {
				l.check(!strings.HasPrefix(param, "SCHEDULE-") && !strings.HasPrefix(param, "X-"), "O-35", "%s carries %s", name, param)
			}
		}
	}
}

// times holds O-25 to O-27: an end and no length, no floating time, no zone without its definition.
func (l *linter) times(e, root *ical.Component) {
	l.check(len(e.Props[ical.PropDuration]) == 0, "O-25", "DURATION instead of DTEND")
	l.check(len(e.Props[ical.PropDateTimeEnd]) == 1, "O-25", "%d DTEND", len(e.Props[ical.PropDateTimeEnd]))
	defined := map[string]bool{}
	for _, z := range components(root, ical.CompTimezone) {
		defined[value(z, ical.PropTimezoneID)] = true
	}
	for _, name := range []string{ical.PropDateTimeStart, ical.PropDateTimeEnd, ical.PropRecurrenceID} {
		for _, p := range e.Props[name] {
			_, inUTC, ok := parseTime(p.Value)
			zone := p.Params.Get(ical.ParamTimezoneID)
			day := p.Params.Get(ical.ParamValue) == "DATE"
			l.check(ok && (inUTC || day || zone != ""), "O-25", "%s is %q: floating or no time", name, p.Value)
			l.check(zone == "" || defined[zone], "O-27", "TZID %q without its VTIMEZONE", zone)
		}
	}
}

func (l *linter) alarms(e *ical.Component) {
	alarms := components(e, ical.CompAlarm)
	l.check(len(alarms) <= 1, "O-33", "%d VALARM", len(alarms))
	for _, a := range alarms {
		l.check(value(a, ical.PropAction) == "DISPLAY", "O-33", "ACTION is %q", value(a, ical.PropAction))
		l.check(strings.HasPrefix(strings.TrimLeft(value(a, ical.PropTrigger), "+-"), "P"), "O-33", "TRIGGER is %q", value(a, ical.PropTrigger))
	}
}
