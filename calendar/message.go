package calendar

import (
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// ReadMessage reads one transfer-decoded text/calendar body as the iTIP message it is (RFC 5546). The bytes may be
// UTF-8 or GB18030, whatever the label said; decode other charsets before. Times that name no zone, or one that
// nobody knows, are taken in zone, the meeting's own or the company's; nil is UTC.
//
// Method is that of the body, upper case, and "" where the calendar has none: then it is data and no message (I-9).
// Only REPLY and COUNTER have Answers, only REQUEST and CANCEL have Events, all of the first UID. An answer whose attendee
// the client left out has Attendee "" (I-24). The error wraps ErrNoCalendar or ErrTooLarge.
func ReadMessage(data []byte, zone *time.Location) (*secretary.CalendarMessage, error) {
	root, err := readTree(data)
	if err != nil {
		return nil, err
	}
	events := components(root, ical.CompEvent)
	m := &secretary.CalendarMessage{Method: method(root, events), UID: uid(root, events), Organizer: organizerOf(events)}
	if m.Method == "REQUEST" || m.Method == "CANCEL" {
		m.Events = invitation(root, events, m.UID, zone)
		return m, nil
	}
	if m.Method != "REPLY" && m.Method != "COUNTER" {
		return m, nil
	}
	zones := zonesOf(root, zone)
	for _, e := range events {
		if value(e, ical.PropUID) == m.UID {
			m.Answers = append(m.Answers, answers(e, m.Method, zones)...)
		}
	}
	return m, nil
}

// method trusts the body, not the MIME header: Google sends a COUNTER as method=REPLY (I-3). Some write it inside
// the event.
func method(root *ical.Component, events []*ical.Component) string {
	for _, c := range append([]*ical.Component{root}, events...) {
		if m := value(c, ical.PropMethod); m != "" {
			return strings.ToUpper(m)
		}
	}
	return ""
}

// organizerOf is the address of the first ORGANIZER that has one, "" where none has.
func organizerOf(events []*ical.Component) string {
	for _, e := range events {
		if p := e.Props.Get(ical.PropOrganizer); p != nil {
			if a := attendee(p); a != "" {
				return a
			}
		}
	}
	return ""
}

// uid is the first event's; of a calendar without events that of any other component.
func uid(root *ical.Component, events []*ical.Component) string {
	for _, c := range append(events, root.Children...) {
		if id := value(c, ical.PropUID); id != "" {
			return id
		}
	}
	return ""
}
