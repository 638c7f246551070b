package secretary

import (
	"cmp"
	"slices"
	"time"
)

// invitation reports whether the mail calls, changes or calls off a meeting in its writer's own calendar, and is not about
// one of ours: that would change nothing (imip I-10).
func (t *turn) invitation(r *Reply) bool {
	kind, _, _ := cutCase(t.c)
	return r.Calendar.Invites() && (kind == "series" || kind == "person" && r.About == nil)
}

// receiveInvitation follows an invitation that its convener made in a calendar of their own. In the case of a series it is
// taken over, changed or given up there; in a person's it belongs to none yet, and which is asked.
func (t *turn) receiveInvitation(r *Reply) {
	kind, id, _ := cutCase(t.c)
	p := t.Policies[t.Current[id]]
	if kind != "series" && r.Calendar.Method == "CANCEL" {
		t.ignoreOlder(r) // of a meeting that was never ours to look after
		return
	}
	if kind != "series" || p == nil {
		policy, fits, why := t.Adopter(r)
		t.refuseAdoption(r, cmp.Or(why, "adopt-none"), fits, policy)
		return
	}
	s := t.seriesOf(id)
	a := s.adoption(r.Calendar.UID)
	switch {
	case !t.mayFollow(a, p, r):
		t.refuseAdoption(r, "adopt-not-organizer", nil, "")
	case r.Calendar.Method == "CANCEL":
		t.receiveCancel(s, a, p, r)
	case a == nil || a.State == Uninvited || a.State == CalledOff:
		t.adopt(s, a, p, r)
	case a.State == HandedBack:
		t.settle(r, ActedOn, "handed-back")
	default:
		t.receiveChange(a, p, r)
	}
}

// seriesOf is the standing plan of a policy, made where there is none.
func (t *turn) seriesOf(policy string) *Series {
	if t.Series[policy] == nil {
		t.Series[policy] = &Series{Policy: policy, First: t.today(t.Office.Zone)}
	}
	return t.Series[policy]
}

// mayFollow reports whether r may say how the meeting is: its organizer, or who acts for them. Another organizer of the
// same UID never may.
func (t *turn) mayFollow(a *Adoption, p *Policy, r *Reply) bool {
	organizer, why := t.organizerOf(r)
	if why == "adopt-not-invited" && r.Calendar.Method == "CANCEL" { // some list nobody in it
		organizer, why = t.Directory.ByAddress(r.Calendar.organizer().Address).ID, ""
	}
	if why != "" {
		return false
	}
	if a != nil {
		return plainAddress(a.Organizer.Address) == plainAddress(r.Calendar.organizer().Address)
	}
	return t.mayAdopt(p, organizer) || t.mayAdopt(p, r.Writer)
}

// adopt takes a meeting or a series over.
func (t *turn) adopt(s *Series, known *Adoption, p *Policy, r *Reply) {
	o := r.Calendar.organizer()
	a := &Adoption{UID: r.Calendar.UID, Organizer: o, By: r.Writer, At: t.now, Replied: -1, Convener: t.convenerOf(p, t.Directory.ByAddress(o.Address).ID)}
	if known != nil && known.stale(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	for i := range r.Calendar.Events {
		if me := r.Calendar.Events[i].attendee(t.Office.Address); me != nil {
			a.Invited = me.Address
		}
	}
	a.take(r.Calendar.Events)
	if why := t.unfit(a, p); why != "" {
		t.refuseAdoption(r, why, nil, "")
		return
	}
	s.Adopted = append(slices.DeleteFunc(s.Adopted, func(x *Adoption) bool { return x.UID == a.UID || t.past(x) }), a)
	t.settle(r, ActedOn, "adopted")
	t.note("adopted", r.Writer, "", a.UID)
	m := t.openNext(a, p)
	t.follow(a, p, calledOff)
	t.echoAdoption(a, m, r, append([]EchoLine{{What: "adopted", Text: p.Title.In(t.langOf(r.Writer))}}, t.nextSteps(m, p)...), nil)
}

// convenerOf is who convenes: the organizer, but where a clerk made the invitation the convener of the regulation.
func (t *turn) convenerOf(p *Policy, organizer PersonID) PersonID {
	if slices.Contains(t.Directory.Resolve(p.Convener), organizer) {
		return organizer
	}
	return cmp.Or(t.one(p.Convener), organizer)
}

// unfit is why an invitation cannot be taken over, "" where it can.
func (t *turn) unfit(a *Adoption, p *Policy) string {
	if e := a.Master; e != nil {
		if e.Start.IsZero() || e.AllDay {
			return "adopt-no-time"
		}
		if e.Rule != "" {
			if _, err := t.Calendar.Occurrences(e.Rule, e.Start.In(t.Calendar.Zone(e.Zone)), t.now, t.now.AddDate(1, 0, 0)); err != nil {
				return "adopt-rule"
			}
		}
	}
	next, ok := t.nextOccurrence(a, p)
	if !ok {
		return "adopt-over"
	}
	if t.numberFor(a, p, next) == "" {
		return "adopt-already-called"
	}
	return ""
}

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

// ignoreOlder leaves a mail alone that tells nothing new: it came twice, or was overtaken on the way.
func (t *turn) ignoreOlder(r *Reply) {
	t.settle(r, ActedOn, "calendar-older")
	t.note("calendar-older", r.Writer, "", r.Calendar.UID)
}

// receiveChange follows what its organizer changed.
func (t *turn) receiveChange(a *Adoption, p *Policy, r *Reply) {
	if !a.take(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	t.settle(r, ActedOn, "adopted-changed")
	t.note("adopted-changed", r.Writer, "", a.UID)
	m, changes := t.follow(a, p, calledOff)
	if opened := t.openNext(a, p); m == nil {
		m = opened
	}
	line := EchoLine{What: "adopted-changed"}
	if len(changes) == 0 { // nothing that we do: its calendar may ask for our answer anew all the same
		line = EchoLine{What: "adopted", Text: p.Title.In(t.langOf(r.Writer))}
	}
	if len(changes) > 0 || a.wantsReply(r.Calendar) {
		t.echoAdoption(a, m, r, append([]EchoLine{line}, t.nextSteps(m, p)...), changes)
	}
}

// receiveCancel gives up what its organizer called off: one occurrence or everything; or, where only we are not invited any
// more, hands the work back.
func (t *turn) receiveCancel(s *Series, a *Adoption, p *Policy, r *Reply) {
	if a == nil || a.State == CalledOff || a.State == Uninvited || a.overtakes(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	state, why, line := CalledOff, calledOff, EchoLine{What: "adopted-called-off"}
	if a.onlyUs(r.Calendar.Events, t.Office.Address) {
		state, why, line.What = Uninvited, uninvited, "adopted-uninvited"
	}
	handedBack := a.State == HandedBack
	if e := r.Calendar.master(); e != nil {
		a.State = state
		if a.Master == nil || !e.Start.IsZero() {
			a.Master = e
		}
		a.Master.Sequence, a.Master.DTStamp = e.Sequence, e.DTStamp
	} else {
		for _, e := range r.Calendar.Events {
			a.callOff(e)
		}
	}
	t.settle(r, ActedOn, string(state))
	t.note("adopted-"+string(state), r.Writer, "", a.UID)
	if handedBack {
		return
	}
	if a.State == "" {
		line.Time = r.Calendar.Events[0].RecurrenceID.UTC()
	}
	m, _ := t.follow(a, p, why)
	t.echoAdoption(a, m, r, []EchoLine{line}, nil)
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
