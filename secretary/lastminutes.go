package secretary

import "slices"

// LastView is the minutes of the meeting before, as one reader may see them.
type LastView struct {
	Meeting *MeetingView `json:"meeting"`
	Minutes *MinutesView `json:"minutes"`
}

// withLast attaches the minutes of the meeting before to the notice, where the policy wants them and they are out; nobody
// outside gets them, and confidential ones nobody who did not get them when they were published (S2-32).
func (t *turn) withLast(l *Letter, m *Meeting, to PersonID) {
	prev, p := t.Meetings[m.Previous], t.policy(m)
	if p == nil || !p.Agenda.LastMinutes || prev == nil || prev.PublishAt.IsZero() || prev.final() == nil || t.outsider(to) {
		return
	}
	of := t.policy(prev)
	if of == nil || of.confidential() && !slices.Contains(t.distribution(prev, of), to) {
		return
	}
	minutes := t.minutesView(prev, prev.final())
	minutes.Report, minutes.Survey = nil, nil // what became of its resolutions stands in the letter itself, as of today
	l.Previous = &LastView{Meeting: t.meetingView(prev, to), Minutes: minutes}
	l.Documents = append(l.Documents, LastMinutesDoc)
}

// packLast attaches them to the pack, where they came too late to go with the notice.
func (t *turn) packLast(l *Letter, m *Meeting, to PersonID) {
	if t.lastLate(m, t.policy(m)) {
		t.withLast(l, m, to)
	}
}

func (t *turn) lastLate(m *Meeting, p *Policy) bool {
	prev := t.Meetings[m.Previous]
	return p.Agenda.LastMinutes && prev != nil && prev.PublishAt.After(m.NoticedAt)
}

// awaitsLast reports whether they are still to come, so that the pack has to look for them.
func (t *turn) awaitsLast(m *Meeting, p *Policy) bool {
	prev := t.Meetings[m.Previous]
	return p.Agenda.LastMinutes && prev != nil && prev.Stage != Cancelled && prev.Stage != Done && (prev.PublishAt.IsZero() || t.lastLate(m, p))
}
