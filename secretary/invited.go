package secretary

import (
	"slices"
	"time"
)

// CalendarEvent is one event of an invitation that somebody else organizes, as its REQUEST or CANCEL says. Instants are
// UTC.
type CalendarEvent struct {
	UID          string           `json:"uid"`
	Sequence     int              `json:"sequence"`
	DTStamp      *time.Time       `json:"dtstamp,omitempty"`
	RecurrenceID *time.Time       `json:"recurrence_id,omitempty"` // the occurrence that the event stands for; nil is the meeting itself, or the series
	Start        time.Time        `json:"start,omitzero"`          // zero where the object gives none
	End          time.Time        `json:"end,omitzero"`            // zero where the object gives neither end nor length
	AllDay       bool             `json:"all_day,omitempty"`
	Zone         string           `json:"zone,omitempty"`   // IANA, in which the rule counts; "" where the object names none
	Rule         string           `json:"rule,omitempty"`   // RRULE; "" of a single meeting
	Dates        []time.Time      `json:"dates,omitempty"`  // RDATE
	Except       []time.Time      `json:"except,omitempty"` // EXDATE
	Summary      string           `json:"summary,omitempty"`
	Place        string           `json:"place,omitempty"`
	URL          string           `json:"url,omitempty"` // of an online meeting
	Cancelled    bool             `json:"cancelled,omitempty"`
	Organizer    CalendarPerson   `json:"organizer"`
	Attendees    []CalendarPerson `json:"attendees,omitempty"` // people only, neither rooms nor resources
}

// CalendarPerson is an ORGANIZER or ATTENDEE line.
type CalendarPerson struct {
	Address  string   `json:"address"` // lower case, without mailto:
	Name     string   `json:"name,omitempty"`
	SentBy   string   `json:"sent_by,omitempty"` // who acts for them
	PartStat PartStat `json:"partstat,omitempty"`
	Optional bool     `json:"optional,omitempty"`
	RSVP     bool     `json:"rsvp,omitempty"` // an answer is asked for
}

// Invites reports whether the message is one by which an organizer calls, changes or calls off a meeting.
func (c *CalendarMessage) Invites() bool {
	return c != nil && (c.Method == "REQUEST" || c.Method == "CANCEL") && len(c.Events) > 0
}

// attendee is the line of that address, nil where there is none.
func (e *CalendarEvent) attendee(address string) *CalendarPerson {
	i := slices.IndexFunc(e.Attendees, func(p CalendarPerson) bool { return plainAddress(p.Address) == plainAddress(address) })
	if i < 0 {
		return nil
	}
	return &e.Attendees[i]
}

// organizer is that of the first event; an object has one.
func (c *CalendarMessage) organizer() CalendarPerson { return c.Events[0].Organizer }

// master is the event that is the meeting itself, or the series; nil where the message is about single occurrences only.
func (c *CalendarMessage) master() *CalendarEvent {
	for i := range c.Events {
		if c.Events[i].RecurrenceID == nil {
			return &c.Events[i]
		}
	}
	return nil
}

// newer reports whether e replaces what is known: by SEQUENCE, then DTSTAMP (RFC 5546 §2.1.5, imip I-51). The same again
// replaces nothing.
func (e *CalendarEvent) newer(known *CalendarEvent) bool {
	switch {
	case known == nil:
		return true
	case e.Sequence != known.Sequence:
		return e.Sequence > known.Sequence
	case e.DTStamp == nil || known.DTStamp == nil:
		return e.DTStamp != nil
	}
	return e.DTStamp.After(*known.DTStamp)
}
