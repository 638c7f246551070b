package calendar

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// What an invitation of somebody else may hold. Real ones stay far below.
const (
	maxAttendees = 1_000
	maxDates     = 1_000 // RDATE and EXDATE, each
	maxText      = 500   // characters of a title or place
)

// invitation reads the events of a REQUEST or CANCEL that somebody else sends: when and where, who organizes it and who is
// invited, and of a series its rule with what departs from it. Nothing else of it matters to a secretary.
func invitation(root *ical.Component, events []*ical.Component, uid string, own *time.Location) []secretary.CalendarEvent {
	zones := zonesOf(root, own)
	var out []secretary.CalendarEvent
	for _, c := range events {
		if value(c, ical.PropUID) == uid && uid != "" {
			out = append(out, invited(c, zones))
		}
	}
	return out
}

func invited(c *ical.Component, zones *zones) secretary.CalendarEvent {
	e := secretary.CalendarEvent{
		UID: value(c, ical.PropUID), Sequence: sequence(c), DTStamp: utc(c, ical.PropDateTimeStamp), RecurrenceID: zones.of(c, ical.PropRecurrenceID),
		Rule: strings.TrimRight(value(c, ical.PropRecurrenceRule), "; "), Dates: zones.list(c, ical.PropRecurrenceDates), Except: zones.list(c, ical.PropExceptionDates),
		Summary: text(c, ical.PropSummary), Place: text(c, ical.PropLocation), URL: meetingLink(c),
		Cancelled: strings.EqualFold(value(c, ical.PropStatus), "CANCELLED"), Attendees: invitees(c),
	}
	if p := c.Props.Get(ical.PropOrganizer); p != nil {
		e.Organizer = person(p)
	}
	span(&e, c, zones)
	return e
}

// span reads when the event is. Outlook for Mac and some exchanges write DURATION instead of DTEND.
func span(e *secretary.CalendarEvent, c *ical.Component, zones *zones) {
	p := c.Props.Get(ical.PropDateTimeStart)
	start, end := zones.of(c, ical.PropDateTimeStart), zones.of(c, ical.PropDateTimeEnd)
	if start == nil {
		return
	}
	e.Start, e.AllDay, e.Zone = *start, isDay(p), zones.ianaOf(p, *start)
	if d := c.Props.Get(ical.PropDuration); end == nil && d != nil {
		if length, err := d.Duration(); err == nil && length > 0 {
			t := start.Add(length)
			end = &t
		}
	}
	if end != nil && end.After(*start) {
		e.End = *end
	}
}

// isDay reports whether a time is a day without an hour.
func isDay(p *ical.Prop) bool {
	return strings.EqualFold(p.Params.Get(ical.ParamValue), "DATE") || !strings.ContainsAny(p.Value, "Tt")
}

// list reads the times of RDATE or EXDATE: several lines, several on one line. Of an RDATE that is a period its start
// counts.
func (z *zones) list(c *ical.Component, name string) []time.Time {
	var out []time.Time
	for _, p := range c.Props[name] {
		for v := range strings.SplitSeq(p.Value, ",") {
			v, _, _ = strings.Cut(v, "/")
			if t := z.instant(v, p.Params.Get(ical.ParamTimezoneID)); t != nil && len(out) < maxDates {
				out = append(out, *t)
			}
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}

// ianaOf is the IANA name of the zone in which a time is said, so that the rule of a series counts on its clock: by name
// where that gives the same instant, else the offset that its VTIMEZONE gave. "" where nothing is known.
func (z *zones) ianaOf(p *ical.Prop, at time.Time) string {
	wall, inUTC, ok := parseTime(p.Value)
	if !ok {
		return ""
	}
	if inUTC {
		return "UTC"
	}
	tzid := strings.Trim(strings.TrimSpace(p.Params.Get(ical.ParamTimezoneID)), `"`)
	if loc := Location(tzid); loc != nil && inZone(wall, loc).Equal(at) && iana(loc.String()) != nil {
		return loc.String()
	}
	offset := wall.Sub(at)
	if inZone(wall, z.own).Equal(at) && iana(z.own.String()) != nil {
		return z.own.String()
	}
	if offset%time.Hour != 0 || offset.Abs() > 14*time.Hour {
		return ""
	}
	return fmt.Sprintf("Etc/GMT%+d", -int(offset/time.Hour))
}

// invitees lists the people invited, each once. Rooms and resources are no people (CUTYPE, RFC 5545 §3.2.3).
func invitees(c *ical.Component) []secretary.CalendarPerson {
	var out []secretary.CalendarPerson
	seen := map[string]bool{"": true}
	attendees := c.Props[ical.PropAttendee]
	for i := range attendees {
		p := &attendees[i]
		kind := strings.ToUpper(p.Params.Get("CUTYPE"))
		who := person(p)
		if kind == "ROOM" || kind == "RESOURCE" || seen[who.Address] || len(out) == maxAttendees {
			continue
		}
		seen[who.Address] = true
		out = append(out, who)
	}
	return out
}

func person(p *ical.Prop) secretary.CalendarPerson {
	role := strings.ToUpper(p.Params.Get(ical.ParamRole))
	return secretary.CalendarPerson{
		Address: attendee(p), Name: clip(p.Params.Get(ical.ParamCommonName)), SentBy: address(p.Params.Get(ical.ParamSentBy)),
		PartStat: secretary.PartStat(partStat(p.Params.Get(ical.ParamParticipationStatus))), Optional: role == "OPT-PARTICIPANT" || role == "NON-PARTICIPANT",
		RSVP: strings.EqualFold(p.Params.Get(ical.ParamRSVP), "TRUE"),
	}
}

// text is a TEXT on one line.
func text(c *ical.Component, name string) string { return clip(unescape(value(c, name))) }

func clip(s string) string {
	s = strings.Join(strings.Fields(oneLine(strings.NewReplacer("\n", " ", "\t", " ").Replace(s))), " ")
	if r := []rune(s); len(r) > maxText {
		return string(r[:maxText])
	}
	return s
}

// meetingLink is where an online meeting is joined: as RFC 7986 says it, or as Google and Teams do. URL is not read: it
// leads to the event in the organizer's calendar as often as not.
func meetingLink(c *ical.Component) string {
	for _, name := range []string{"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK"} {
		if link := joinLink(unescape(value(c, name))); link != "" {
			return link
		}
	}
	return ""
}
