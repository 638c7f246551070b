package secretary

import (
	"cmp"
	"slices"
	"time"
)

// receiveSeries reads a mail about a whole series, or about several of its dates at once.
func (t *turn) receiveSeries(policy string, r *Reply) {
	if a := t.aboutAmendment(policy, r); a != nil {
		t.receiveAmendment(policy, a, r)
		return
	}
	run := t.runAnswered(policy, r)
	if run == nil {
		t.settle(r, ActedOn, "no-series")
		t.note("no-series", r.Writer, "", "")
		return
	}
	before := slices.Clone(run.Head.Seats)
	switch {
	case r.Calendar != nil && r.Calendar.answers():
		t.receiveDates(run, r)
	case r.Calendar == nil && r.About.Asks() != Approval:
		t.receiveWorded(run, r)
	default:
		t.receiveHead(run, r)
	}
	t.spread(run, before)
	t.showAnew(run)
}

// showAnew brings the letters about the series up to date, now that its meetings have the answers and delegates too.
func (t *turn) showAnew(run *Run) {
	for i := range t.out.Letters {
		if l := &t.out.Letters[i]; l.Meeting != nil && l.Meeting.ID == run.Head.ID && l.Meeting.Method != "CANCEL" {
			l.Meeting.forReader(t.seriesView(run, l.To.ID))
		}
	}
}

// runAnswered finds the run by the UID of the calendar, else by the letter that is answered.
func (t *turn) runAnswered(policy string, r *Reply) *Run {
	s := t.Series[policy]
	if s == nil {
		return nil
	}
	for _, run := range s.Runs {
		of := r.Calendar != nil && r.Calendar.UID == run.Head.UID
		if of || r.Calendar == nil && r.About != nil && r.About.Meeting != nil && r.About.Meeting.ID == run.Head.ID {
			return run
		}
	}
	return nil
}

// receiveHead reads an answer to all of the series. No series moves by a proposal: the convener reads it.
func (t *turn) receiveHead(run *Run, r *Reply) {
	h := &run.Head
	if !run.last().After(t.now) && h.Stage == Noticed {
		t.settle(r, ActedOn, "too-late")
		t.echo(h, r, []EchoLine{{What: "attend", Note: "too-late"}})
		return
	}
	if slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentCounter }) {
		t.filed(h, r)
		return
	}
	if next := t.comingOf(run); len(r.Files) > 0 && r.Calendar == nil && next != nil {
		t.receiveHeadFiles(h, next, r)
		return
	}
	t.receiveMeeting(h, r)
}

// comingOf is the run's next meeting to come, nil where there is none.
func (t *turn) comingOf(run *Run) *Meeting {
	for _, m := range t.meetingsOf(run) {
		if m.Start.After(t.now) && m.known() {
			return m
		}
	}
	return nil
}

// receiveHeadFiles takes the files that came in answer to the invitation of a series: they are for the next meeting.
func (t *turn) receiveHeadFiles(h, next *Meeting, r *Reply) {
	owed := next.owes(r.Writer)
	switch {
	case len(r.Intents) == 0:
		t.within(next, func() { t.receiveOwed(next, r) })
	case owed != nil && !slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind != IntentAttend }):
		var lines []EchoLine
		t.within(next, func() { lines = t.receiveMaterials(next, owed, r) })
		t.receiveAttendance(h, r, lines)
	default:
		t.receiveMeeting(h, r)
	}
}

// receiveDates reads the events of a REPLY one by one: those with a RECURRENCE-ID answer for that date alone (imip I-37).
func (t *turn) receiveDates(run *Run, r *Reply) {
	for n := range r.Calendar.Answers {
		one := r.only(n)
		first, reason := t.out.Verdict, t.out.Reason
		t.out.Verdict, t.out.Reason = "", ""
		if at := r.Calendar.Answers[n].RecurrenceID; at == nil {
			t.receiveHead(run, one)
		} else {
			t.receiveDate(run, one, *at)
		}
		if first != "" {
			t.out.Verdict, t.out.Reason = first, reason
		}
	}
}

// receiveDate reads an answer to one date, compared as an instant. One that is no occurrence, or that was cancelled,
// changes nothing (I-41).
func (t *turn) receiveDate(run *Run, r *Reply, at time.Time) {
	m := t.datesOf(run)[at.Unix()]
	if m == nil || m.Stage == Cancelled {
		t.settle(r, ActedOn, "no-occurrence")
		t.note("no-occurrence", r.Writer, "", at.UTC().Format(time.RFC3339))
		return
	}
	t.within(m, func() { t.receiveMeeting(m, r) })
}

// within does something in the case of a meeting that lies on the desk of its series.
func (t *turn) within(m *Meeting, do func()) {
	c := t.c
	t.c = MeetingCase(m.ID)
	do()
	t.c = c
	t.poke(MeetingCase(m.ID))
}

// only is the reply as if the n-th answer of its calendar were all that it says.
func (r *Reply) only(n int) *Reply {
	if len(r.Calendar.Answers) == 1 {
		return r
	}
	one, c := *r, *r.Calendar
	a := c.Answers[n]
	c.Answers = []CalendarAnswer{a}
	one.Calendar, one.Intents = &c, nil
	if s := spoken(PartStat(a.PartStat)); s != "" && c.Method == "REPLY" {
		one.Intents = append(one.Intents, Intent{Kind: IntentAttend, Status: s, Delegate: a.DelegatedTo, Reason: a.Comment})
	}
	if a.ProposedStart != nil {
		in := Intent{Kind: IntentCounter, Start: a.ProposedStart.Format(time.RFC3339), Reason: a.Comment}
		if a.ProposedEnd != nil {
			in.End = a.ProposedEnd.Format(time.RFC3339)
		}
		one.Intents = append(one.Intents, in)
	}
	return &one
}

// spread lays what was newly answered to the series over its meetings to come that have no answer of their own (imip I-38);
// where before is nil, all that was answered.
func (t *turn) spread(run *Run, before []Seat) {
	h := &run.Head
	for _, m := range t.meetingsOf(run) {
		if !m.known() || !m.Start.After(t.now) {
			continue
		}
		changed := false
		for _, s := range h.Seats {
			if !s.Removed && !slices.Contains(before, s) && (before != nil || s.answered()) {
				changed = t.takeOver(h, m, s) || changed
			}
		}
		for _, s := range before {
			changed = m.standInGone(h, s) || changed
		}
		if changed {
			t.deputize(m)
			t.poke(MeetingCase(m.ID))
		}
	}
}

// takeOver gives one meeting the answer that was given to the series. It reports whether that changed anything.
func (t *turn) takeOver(h, m *Meeting, from Seat) bool {
	s := m.seat(from.Person)
	switch {
	case s == nil || from.For != "" && s.For == "", m.Sequence > h.Sequence, s.answered() && !s.Answer.Series && s.Answer.Sequence >= h.Sequence:
		return false // it was moved since, or has an answer of its own
	}
	s.Answer, s.Leave, s.Proposed, s.Delegate = from.Answer, from.Leave, from.Proposed, from.Delegate
	s.Answer.Series, s.Answer.Sequence = true, m.Sequence
	if d := from.Delegate; d != "" && m.seat(d) == nil {
		t.seatDelegate(m, *s, d)
		m.seat(d).Invited = t.now
		if a := h.seat(d); a != nil {
			m.seat(d).Answer.PartStat = cmp.Or(a.Answer.PartStat, NeedsAction)
		}
	}
	return true
}

// standInGone takes a delegate out of the meeting whom the series has no more.
func (m *Meeting) standInGone(h *Meeting, was Seat) bool {
	if was.For == "" || was.Removed || h.seat(was.Person) != nil {
		return false
	}
	s := m.seat(was.Person)
	if s == nil || s.For != was.For {
		return false
	}
	s.Removed = true
	if p := m.seat(was.For); p != nil && p.Delegate == was.Person {
		p.Delegate = ""
	}
	return true
}
