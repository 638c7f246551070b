package secretary

import "time"

// What becomes of the dates of a series that its invitation has told, when a day off is decided about or known later (S3-08).

// revive tells everybody that a date of a series is held after all.
func (t *turn) revive(m *Meeting) {
	m.Sequence++
	m.Revision++
	t.askAnew(m)
	for _, s := range m.Seats {
		if !s.Removed {
			l := t.meetingLetter(m, Update, s.Person, "the date is held after all")
			l.Deadline = m.Start
			t.send(l, s.Person, m.revision())
		}
	}
}

// misplacedDuties move the dates of a run whose day has become a day off, or no longer is one, and tell of it. Nobody has set
// their time.
func (t *turn) misplacedDuties(p *Policy, run *Run) []duty {
	var out []duty
	for _, m := range t.meetingsOf(run) {
		start := m.Planned.In(t.zone(p))
		if m.Stage == Planned && !m.TimeSet && m.Planned.After(t.now) && t.misplaced(p, m, start) {
			out = append(out, duty{at: t.now, key: "run-3-" + string(m.ID), reason: "the holidays are known better", do: func() { t.shiftCalled(p, m, start) }})
		}
	}
	return out
}

// shiftCalled does with a date of a run what becomes of it by the holidays as they are known now.
func (t *turn) shiftCalled(p *Policy, m *Meeting, start time.Time) {
	old, as := *m, *m
	t.place(p, &as, start)
	t.within(m, func() {
		if as.Stage == Cancelled {
			t.cancel(m, as.CancelWhy)
			m.Shift, m.ShiftDay, m.Earlier, m.Later = as.Shift, as.ShiftDay, as.Earlier, as.Later
			return
		}
		m.Start, m.End, m.Shift, m.ShiftDay, m.Earlier, m.Later = as.Start, as.End, as.Shift, as.ShiftDay, as.Earlier, as.Later
		if m.asksAnew(&old) {
			t.tellChange(m, &old, "the holidays are known better (S3-08)", t.now)
		}
	})
}
