package secretary

import (
	"fmt"
	"time"
)

// OverrunView says that an agenda takes longer than its meeting.
type OverrunView struct {
	Minutes int `json:"minutes"` // the items together
	Planned int `json:"planned"` // the meeting
}

// overrun compares the planned minutes of the items with the length of the meeting; nil where they fit. Beside items that have
// minutes one without any wants five at least; where none has any, they share what there is (S1B-04).
func overrun(m *Meeting, items []AgendaItem) *OverrunView {
	sum, rest := 0, 0
	for _, a := range items {
		if sum += a.Minutes; a.Minutes == 0 {
			rest += leastShare
		}
	}
	if planned := int(m.End.Sub(m.Start) / time.Minute); sum > 0 && sum+rest > planned {
		return &OverrunView{sum + rest, planned}
	}
	return nil
}

// leastShare is how many minutes an item gets at least.
const leastShare = 5

// overrunWith is what becomes of the agenda if every open topic is taken up, nil where all fit.
func (t *turn) overrunWith(m *Meeting) *OverrunView {
	items := m.Agenda
	for _, o := range m.openMotions() {
		items = append(items[:len(items):len(items)], AgendaItem{Minutes: o.Minutes})
	}
	return overrun(m, items)
}

// warned is how long before the notice the convener hears of an agenda that does not fit.
var warned = Span{2, Workdays}

// overrunDuties tell the convener that the agenda does not fit the meeting: before the notice, and again where more has
// come onto it (S1B-04, S3-15). It holds nothing up. What the regulation itself brings about is told at its first meeting.
func (t *turn) overrunDuties(m *Meeting, p *Policy) []duty {
	over, to := overrun(m, m.Agenda), t.chair(m)
	if over == nil || to == "" || m.Adopted != nil {
		return nil
	}
	rev := fmt.Sprintf("overrun-%d-%d", over.Minutes, over.Planned)
	if t.sent(Duty, to, rev) {
		return nil
	}
	const reason = "agenda: the items take longer than the meeting (S1B-04, S3-15)"
	at := warned.Before(t.Calendar, t.noticeAt(m, p))
	if before := t.Meetings[m.Previous]; before != nil && len(m.Topics) == 0 {
		if _, known := before.Sent[fmt.Sprintf("%s/%s/%s/%s", MeetingCase(before.ID), Duty, to, rev)]; known {
			return []duty{{at: at, until: m.Start, key: "overrun", still: true, reason: reason, do: func() {
				t.keep(func(b book) *map[string]time.Time { return b.sent }, t.letterKey(Duty, to, rev))
			}}}
		}
	}
	return []duty{{at: at, until: m.Start, key: "overrun", reason: reason, do: func() {
		l := Letter{Kind: Duty, Ref: "overrun", Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, to), Overrun: over}
		t.send(l, to, rev)
	}}}
}
