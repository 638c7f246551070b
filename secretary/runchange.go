package secretary

import (
	"slices"
	"time"
)

// A run is told anew where the rule, the length or the place of its meetings is no longer what people have in their
// calendars, and where the roster is another one.

// runDuties looks after the runs that have meetings to come.
func (t *turn) runDuties(p *Policy, s *Series) []duty {
	if s == nil {
		return nil
	}
	var out []duty
	for _, run := range s.Runs {
		if run.Ended || !run.last().After(t.now) {
			continue
		}
		switch want := t.wanted(p, s, run); {
		case t.otherDates(p, run, want):
			out = append(out, duty{at: t.now, key: "run-0-" + string(run.Head.ID), reason: "the rule has changed", do: func() { t.recall(p, s, run, want) }})
		case t.otherPlace(p, run):
			out = append(out, duty{at: t.now, key: "run-1-" + string(run.Head.ID), reason: "the place has changed", do: func() { t.moveRunTo(p, run) }})
		case t.otherRoster(p, run):
			out = append(out, duty{at: t.now, key: "run-2-" + string(run.Head.ID), reason: "the roster has changed", do: func() { t.reseatRun(p, run) }})
		default:
			out = append(out, t.misplacedDuties(p, run)...)
		}
	}
	return out
}

// wanted lists what the rule gives now for the time that is left of a run.
func (t *turn) wanted(p *Policy, s *Series, run *Run) []time.Time {
	from := maxTime(t.now, run.Dates[0].Add(-time.Second))
	zone := t.Calendar.Zone(run.Head.Zone)
	end := DateOf(run.last().In(zone)).Add(1).At(Clock{}, zone)
	return slices.DeleteFunc(t.ruled(p, s, from, end), func(d time.Time) bool { return !d.After(t.now) })
}

// otherDates reports whether the rule gives other times than those that were told.
func (t *turn) otherDates(p *Policy, run *Run, want []time.Time) bool {
	have := slices.DeleteFunc(slices.Clone(run.Dates), func(d time.Time) bool { return !d.After(t.now) })
	if !slices.EqualFunc(have, want, time.Time.Equal) {
		return true
	}
	zone := t.Office.Zone
	if p.Timezone != "" {
		zone = p.Timezone
	}
	return run.Head.End.Sub(run.Head.Start) != p.Duration.Planned.Duration() || run.Head.Zone != zone
}

func (t *turn) otherPlace(p *Policy, run *Run) bool {
	return p.Place.In(Hans) != run.Head.Place.In(Hans)
}

// recall tells of another rule, time or length. Where nothing of the run was held or noticed yet the whole of it changes
// (imip §2.3); else it ends with what was, and what the rule gives now is called anew, since calendar programs know no
// "this and following".
func (t *turn) recall(p *Policy, s *Series, run *Run, want []time.Time) {
	standing := t.standing(run)
	switch {
	case len(standing) > 0:
		t.cutShort(run, standing[len(standing)-1].Planned)
	case len(want) < 2 || !t.mayCall(p, want[0]):
		t.callOff(run)
	default:
		t.revise(p, run, want)
	}
}

// standing lists the meetings of a run that a change of the rule leaves as they are: those that were held or noticed.
func (t *turn) standing(run *Run) []*Meeting {
	return slices.DeleteFunc(t.meetingsOf(run), func(m *Meeting) bool {
		return m.Stage == Cancelled || m.Stage == Planned && m.Planned.After(t.now)
	})
}

// raise counts the SEQUENCE of a run above all that were told of it or of any of its meetings. Those to come have it too, so
// that no later letter about one of them looks older than the series; their answers stand until somebody asks anew.
func (t *turn) raise(run *Run) {
	h, meetings := &run.Head, t.meetingsOf(run)
	for _, m := range meetings {
		h.Sequence = max(h.Sequence, m.Sequence)
	}
	h.Revision++
	h.countTo(h.Sequence + 1)
	for _, m := range meetings {
		if m.known() {
			m.countTo(h.Sequence)
		}
	}
}

// countTo sets the SEQUENCE; the answers are as good as ones to it.
func (m *Meeting) countTo(sequence int) {
	for i := range m.Seats {
		if a := &m.Seats[i].Answer; a.Sequence == m.Sequence {
			a.Sequence = sequence
		}
	}
	m.Sequence = sequence
}

// withdrawal takes an invitation out of somebody's calendar.
func (t *turn) withdrawal(m *Meeting, to PersonID, reason string) Letter {
	l := Letter{Kind: Cancel, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, to)}
	l.Meeting.Method = "CANCEL"
	return l
}

// letGo gives a meeting that is still to be noticed back to the plan, as nobody knows of it any more: who was invited to it
// alone is told.
func (t *turn) letGo(run *Run, m *Meeting) {
	t.tellGuestsOf(run, m, func(id PersonID) Letter {
		return t.withdrawal(m, id, "the series has no such date any more")
	})
	m.Run, m.Sequence, m.UID = "", 0, uid(string(m.ID), t.Office.Domain)
	for i := range m.Seats {
		m.Seats[i].Answer, m.Seats[i].Leave, m.Seats[i].Proposed = Answer{}, "", ""
	}
	t.poke(MeetingCase(m.ID))
}

// cutShort ends a run with its last meeting that stands. The answers to it stand too.
func (t *turn) cutShort(run *Run, last time.Time) {
	t.raise(run)
	run.Ended = true
	for _, m := range t.meetingsOf(run) {
		if m.Stage == Planned && m.Planned.After(t.now) {
			t.letGo(run, m) // also one before a later meeting that was brought forward and stands
		}
	}
	run.Dates = slices.DeleteFunc(run.Dates, func(d time.Time) bool { return d.After(last) })
	run.Rule = bounded(run.Rule, run.last())
	t.note("series-ended", "", "", string(run.Head.ID))
	for _, s := range run.Head.Seats {
		if !s.Removed {
			l := t.meetingLetter(&run.Head, Update, s.Person, "the series ends: the rule has changed (imip §2.3)")
			l.Choices = nil
			t.send(l, s.Person, run.Head.revision())
		}
	}
}

// callOff takes a run back of which nothing was held or noticed yet, by one CANCEL.
func (t *turn) callOff(run *Run) {
	t.raise(run)
	h := &run.Head
	for _, s := range h.Seats {
		if !s.Removed {
			t.send(t.withdrawal(h, s.Person, "the series is called off"), s.Person, h.revision())
		}
	}
	for _, m := range t.meetingsOf(run) {
		if m.Stage == Planned {
			t.letGo(run, m)
		}
	}
	run.Ended = true
	t.stage(h, Cancelled)
	t.note("series-called-off", "", "", string(h.ID))
}

// revise changes a whole run in place. Meetings that somebody moved or called off stand as they are, where the rule still
// gives their day.
func (t *turn) revise(p *Policy, run *Run, want []time.Time) {
	h, key := &run.Head, t.Current[p.ID]
	old := *h
	t.raise(run)
	h.Policy = key
	if h.Zone = t.Office.Zone; p.Timezone != "" {
		h.Zone = p.Timezone
	}
	before, dates := t.meetingsOf(run), t.plannedOf(run)
	t.fillHead(h, p)
	t.askAnew(h)
	t.lay(p, key, run, want)
	for _, m := range before {
		if m = t.Meetings[m.ID]; m.Stage == Planned && !slices.ContainsFunc(run.Dates, m.Planned.Equal) {
			t.letGo(run, m)
		}
	}
	for _, m := range t.meetingsOf(run) {
		switch at, was := dates[m.ID]; {
		case m.Stage != Planned:
		case was && !at.Equal(m.Planned):
			t.rename(run, m, at)
		default:
			t.updateGuestsOf(run, m, &old, "the rule of the series has changed")
		}
	}
	t.note("series-changed", "", "", string(h.ID))
	t.tellRun(run, &old, "the rule of the series has changed (RFC 5546 §2.1.4)")
}

// plannedOf tells when the rule had the meetings of a run: their RECURRENCE-IDs.
func (t *turn) plannedOf(run *Run) map[MeetingID]time.Time {
	out := map[MeetingID]time.Time{}
	for _, m := range t.meetingsOf(run) {
		out[m.ID] = m.Planned
	}
	return out
}

// rename gives those who know one meeting of a run alone its new RECURRENCE-ID: a calendar knows their entry by the one it
// had, so that is taken out first, and they are invited again (RFC 5545 §3.8.4.4).
func (t *turn) rename(run *Run, m *Meeting, planned time.Time) {
	was := *m
	was.Planned = planned
	if !m.TimeSet {
		was.Start, was.End = planned, planned.Add(m.End.Sub(m.Start))
	}
	t.tellGuestsOf(run, m, func(id PersonID) Letter {
		l := t.withdrawal(&was, id, "the rule of the series has changed")
		l.Ref = "renamed"
		return l
	})
	t.tellGuestsOf(run, m, func(id PersonID) Letter {
		return t.meetingLetter(m, Invitation, id, "the rule of the series has changed")
	})
}

// moveRunTo tells of another place of all meetings to come.
func (t *turn) moveRunTo(p *Policy, run *Run) {
	h := &run.Head
	old := *h
	t.raise(run)
	t.fillHead(h, p)
	t.askAnew(h)
	for _, m := range t.meetingsOf(run) {
		if m.Stage == Planned {
			t.fill(m, p)
			t.askAnew(m)
			t.updateGuestsOf(run, m, &old, "the place of the series has changed")
		}
	}
	t.note("series-changed", "", old.Place.In(Hans), h.Place.In(Hans))
	t.tellRun(run, &old, "the place of the series has changed")
}

// tellRun tells everybody who was invited of a change, with what moved.
func (t *turn) tellRun(run *Run, old *Meeting, reason string) {
	h := &run.Head
	for _, s := range h.Seats {
		if s.Removed {
			continue
		}
		if old.seat(s.Person) == nil {
			t.invite(h, s.Person, reason)
			continue
		}
		l := t.meetingLetter(h, Update, s.Person, reason)
		l.Changes, l.Deadline = moves(old, h, l.Lang), t.replyBy(h)
		t.send(l, s.Person, h.revision())
	}
}

// tellGuestsOf writes to those who have a seat in one meeting of the run and none in the series: they know of nothing else
// (imip §4).
func (t *turn) tellGuestsOf(run *Run, m *Meeting, letter func(PersonID) Letter) {
	var guests []PersonID
	for _, s := range m.Seats {
		if !s.Removed && run.Head.seat(s.Person) == nil {
			guests = append(guests, s.Person)
		}
	}
	if len(guests) == 0 {
		return
	}
	m.Revision++
	t.within(m, func() {
		for _, id := range guests {
			t.send(letter(id), id, m.revision())
		}
	})
}

// updateGuestsOf tells them what the change of the series makes of their meeting.
func (t *turn) updateGuestsOf(run *Run, m *Meeting, old *Meeting, reason string) {
	was := *m
	if !m.PlaceSet {
		was.Place = old.Place
	}
	if !m.TimeSet {
		was.Start = m.Start.Add(old.Start.Sub(run.Head.Start) % day)
		was.End = was.Start.Add(old.End.Sub(old.Start))
	}
	if len(moves(&was, m, Hans)) == 0 {
		return
	}
	t.tellGuestsOf(run, m, func(id PersonID) Letter {
		l := t.meetingLetter(m, Update, id, reason)
		l.Changes, l.Deadline = moves(&was, m, t.lang(t.Directory.Person(id))), m.Start
		return l
	})
}

// otherRoster reports whether the roster names other people than those who were invited, delegates aside.
func (t *turn) otherRoster(p *Policy, run *Run) bool {
	draft := run.Head
	draft.Seats = slices.Clone(run.Head.Seats)
	t.fill(&draft, p)
	return !slices.Equal(draft.people(), run.Head.people())
}

// reseatRun invites who came to the roster since to what is left of a run, and takes the invitation back from who left it.
func (t *turn) reseatRun(p *Policy, run *Run) {
	h := &run.Head
	old := slices.Clone(h.Seats)
	t.fillHead(h, p)
	var gone []PersonID
	for _, s := range old {
		if !s.Removed && h.seat(s.Person) == nil {
			s.Removed = true
			h.Seats, gone = append(h.Seats, s), append(gone, s.Person)
		}
	}
	for _, m := range t.meetingsOf(run) {
		if m.Stage == Planned {
			t.refill(m, p, gone)
		}
	}
	h.Revision++
	for _, id := range gone {
		t.part(run, id)
	}
	for _, s := range h.Seats {
		if !s.Removed && !slices.ContainsFunc(old, func(o Seat) bool { return o.Person == s.Person && !o.Removed }) {
			t.join(run, s.Person)
		}
	}
}

// refill seats the roster anew in a meeting that is still to be noticed.
func (t *turn) refill(m *Meeting, p *Policy, gone []PersonID) {
	for i := range m.Seats {
		if s := &m.Seats[i]; slices.Contains(gone, s.Person) {
			s.Removed = true
		}
	}
	t.fill(m, p)
	t.poke(MeetingCase(m.ID))
}

// withoutDates makes a letter about a series of which nothing is left to the reader one that takes it out of the calendar.
func (l *Letter) withoutDates() {
	if v := l.Meeting; v.Series != nil && len(v.Series.Dates) == 0 {
		l.Kind, l.Choices = Cancel, nil
		v.Method, v.Uninvited = "CANCEL", true
	}
}

// join invites somebody to what is left of a run: no SEQUENCE counts up, and nobody else is told (imip §2.3).
func (t *turn) join(run *Run, id PersonID) {
	if run.Joined == nil {
		run.Joined = map[PersonID]time.Time{}
	}
	run.Joined[id] = t.now
	t.note("series-joined", id, "", string(run.Head.ID))
	if len(t.seriesView(run, id).Dates) > 0 {
		t.invite(&run.Head, id, "the roster has changed")
	}
}

// part takes the invitation back from one person: of the whole run, or where a meeting that was noticed stands for them,
// of all others (imip §4).
func (t *turn) part(run *Run, id PersonID) {
	h := &run.Head
	t.note("series-parted", id, "", string(h.ID))
	l := Letter{Kind: Cancel, Reason: "the roster has changed", Zone: h.Zone, Meeting: t.meetingView(h, id)}
	l.Meeting.Method, l.Meeting.Uninvited = "CANCEL", true
	if slices.ContainsFunc(l.Meeting.Series.Dates, func(d DateView) bool { return d.End.After(t.now) }) {
		l = t.meetingLetter(h, Update, id, "the roster has changed")
		l.Choices = nil
	}
	t.send(l, id, h.revision())
}
