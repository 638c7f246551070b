package secretary

import (
	"slices"
	"time"
)

// past reports whether nothing is left of an adoption that anybody would ask about.
func (t *turn) past(a *Adoption) bool {
	return len(t.occurrencesOf(a, t.now.AddDate(0, 0, -60), t.now.AddDate(1, 1, 0))) == 0
}

// take puts events into the adoption that are newer than what is known. It reports whether any was. Where the series itself
// moves, what departed from it before does not any more.
func (a *Adoption) take(events []CalendarEvent) bool {
	fresh := false
	for _, e := range events {
		if e.RecurrenceID == nil && e.newer(a.Master) {
			if was := a.Master; was != nil && (!was.Start.Equal(e.Start) || was.Rule != e.Rule) {
				a.Exceptions = slices.DeleteFunc(a.Exceptions, func(x CalendarEvent) bool { return x.Sequence < e.Sequence })
			}
			a.Master, fresh = &e, true
		}
	}
	for _, e := range events {
		if e.RecurrenceID != nil && a.except(e) {
			fresh = true
		}
	}
	return fresh
}

// except keeps what departs from the series on one day, if it is newer than what is known of that day.
func (a *Adoption) except(e CalendarEvent) bool {
	i := slices.IndexFunc(a.Exceptions, func(x CalendarEvent) bool { return x.RecurrenceID.Equal(*e.RecurrenceID) })
	if i < 0 {
		a.Exceptions = append(a.Exceptions, e)
		return true
	}
	if !e.newer(&a.Exceptions[i]) {
		return false
	}
	a.Exceptions[i] = e
	return true
}

// stale reports whether everything the events say is older than what is known, or the same again.
func (a *Adoption) stale(events []CalendarEvent) bool {
	b := *a
	b.Exceptions = slices.Clone(a.Exceptions)
	return !b.take(events)
}

// overtakes reports whether a CANCEL is older than what is known of what it calls off.
func (a *Adoption) overtakes(events []CalendarEvent) bool {
	return !slices.ContainsFunc(events, func(e CalendarEvent) bool {
		known := a.Master
		if e.RecurrenceID != nil {
			known = a.of(*e.RecurrenceID)
		}
		return known == nil || e.Sequence > known.Sequence ||
			e.Sequence == known.Sequence && (e.DTStamp == nil || known.DTStamp == nil || !e.DTStamp.Before(*known.DTStamp))
	})
}

// callOff keeps that one occurrence is not held.
func (a *Adoption) callOff(e CalendarEvent) {
	e.Cancelled = true
	if e.Start.IsZero() {
		e.Start = *e.RecurrenceID
	}
	a.Exceptions = append(slices.DeleteFunc(a.Exceptions, func(x CalendarEvent) bool { return x.RecurrenceID.Equal(*e.RecurrenceID) }), e)
}

// onlyUs reports whether a CANCEL takes back our invitation alone, and the meeting is held: it names nobody else, while others
// are invited (imip §2.3).
func (a *Adoption) onlyUs(events []CalendarEvent, own string) bool {
	others := func(e *CalendarEvent) bool {
		return slices.ContainsFunc(e.Attendees, func(p CalendarPerson) bool { return plainAddress(p.Address) != plainAddress(own) })
	}
	for i := range events {
		e := &events[i]
		if e.attendee(own) == nil || others(e) {
			return false
		}
	}
	return a.Master != nil && others(a.Master)
}

// wantsReply reports whether the organizer's calendar waits for our answer: it asks for one, and has not got it for this
// SEQUENCE.
func (a *Adoption) wantsReply(c *CalendarMessage) bool {
	if c.Method != "REQUEST" {
		return false
	}
	return slices.ContainsFunc(c.Events, func(e CalendarEvent) bool {
		me := e.attendee(a.Invited)
		return me != nil && me.RSVP && e.Sequence > a.Replied
	})
}

// nextOccurrence is the first that is not over and is held.
func (t *turn) nextOccurrence(a *Adoption, p *Policy) (time.Time, bool) {
	for _, at := range t.occurrencesOf(a, t.now.AddDate(0, 0, -30), t.now.AddDate(2, 0, 0)) {
		if e := a.of(at); !e.Cancelled && endOf(e, p).After(t.now) {
			return at, true
		}
	}
	return time.Time{}, false
}

// endOf is when an event ends: as it says, else by the length that the policy plans, else after an hour.
func endOf(e *CalendarEvent, p *Policy) time.Time {
	switch {
	case !e.End.IsZero():
		return e.End
	case p.Duration.Planned.IsSet():
		return e.Start.Add(p.Duration.Planned.Duration())
	}
	return e.Start.Add(hour)
}
