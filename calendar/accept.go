package calendar

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// Accept writes the calendar part by which the office answers an invitation that somebody else organizes: a REPLY of its own
// address alone, ACCEPTED (RFC 5546 §3.2.3). It repeats UID, SEQUENCE and ORGANIZER as they were sent, and says nothing else
// about the meeting. Exchange reads no REPLY without the times.
func Accept(l *secretary.Letter, office secretary.Office, product string) ([]byte, error) {
	if err := answerable(l, product); err != nil {
		return nil, fmt.Errorf("write calendar answer of %s: %w", l.Key, err)
	}
	root := ical.NewComponent(ical.CompCalendar)
	set(root, ical.PropVersion, "2.0")
	set(root, ical.PropProductID, escape(product))
	set(root, ical.PropCalendarScale, "GREGORIAN")
	set(root, ical.PropMethod, "REPLY")
	root.Children = append(root.Children, acceptance(l, office))
	return encode(root), nil
}

func answerable(l *secretary.Letter, product string) error {
	switch m := l.Meeting; {
	case m == nil || m.Adopted == nil || m.Method != "REPLY":
		return errors.New("it answers no invitation")
	case m.Adopted.UID == "" || address(m.Adopted.Organizer.Address) == "" || address(m.Adopted.Invited) == "":
		return errors.New("no UID, organizer or attendee")
	case m.Stamp.IsZero() || m.Adopted.Start.IsZero():
		return errors.New("no stamp or time")
	case strings.TrimSpace(product) == "":
		return errors.New("no product")
	}
	return nil
}

func acceptance(l *secretary.Letter, office secretary.Office) *ical.Component {
	m, a := l.Meeting, l.Meeting.Adopted
	e := ical.NewComponent(ical.CompEvent)
	set(e, ical.PropUID, oneLine(a.UID))
	set(e, ical.PropSequence, strconv.Itoa(a.Sequence))
	setTime(e, ical.PropDateTimeStamp, m.Stamp)
	if !a.Recurrence.IsZero() {
		setTime(e, ical.PropRecurrenceID, a.Recurrence)
	}
	setTime(e, ical.PropDateTimeStart, a.Start)
	if a.End.After(a.Start) {
		setTime(e, ical.PropDateTimeEnd, a.End)
	}
	set(e, ical.PropSummary, escape(m.Title.In(l.Lang)))
	o := set(e, ical.PropOrganizer, mailto(a.Organizer.Address))
	if name := strings.TrimSpace(oneLine(a.Organizer.Name)); name != "" {
		o.Params.Set(ical.ParamCommonName, name)
	}
	me := set(e, ical.PropAttendee, mailto(a.Invited))
	me.Params.Set(ical.ParamParticipationStatus, string(secretary.Accepted))
	me.Params.Set(ical.ParamCommonName, organizer(office, l.Lang))
	return e
}

// LintAnswer reports what in an answer of ours to somebody else's invitation would stumble a calendar program, or say more
// than it may: that own, our address, comes, and nothing about anybody else. Nil means that it may be sent.
func LintAnswer(data []byte, own string) []string {
	var l linter
	l.bytes(data)
	root, err := readTree(data)
	if err != nil {
		l.add("O-9", "%v", err)
		return l.faults
	}
	l.strict(data)
	events := components(root, ical.CompEvent)
	l.check(value(root, ical.PropMethod) == "REPLY", "O-20", "METHOD is %q", value(root, ical.PropMethod))
	l.check(len(events) == 1, "O-9", "%d events", len(events))
	for _, e := range events {
		for _, name := range []string{ical.PropUID, ical.PropDateTimeStamp, ical.PropSequence, ical.PropDateTimeStart, ical.PropOrganizer, ical.PropAttendee} {
			l.check(len(e.Props[name]) == 1, "§3.2.3", "%d %s", len(e.Props[name]), name)
		}
		l.check(address(value(e, ical.PropOrganizer)) != address(own), "O-23", "the answer goes to ourselves")
		for _, a := range e.Props[ical.PropAttendee] {
			l.check(address(a.Value) == address(own), "I-27", "it answers for %s", a.Value)
			l.check(a.Params.Get(ical.ParamParticipationStatus) == string(secretary.Accepted), "§3.2.3", "PARTSTAT is %q", a.Params.Get(ical.ParamParticipationStatus))
		}
	}
	return l.faults
}
