package secretary

import (
	"slices"
	"time"
)

// Occurrences lists the meetings of the whole office that start in between, by start: those that there are, and from now on
// those that the rules give, as they would enter the plan. What a changed rule has taken back unannounced is left out. The
// desk is used up by it: hand over one with every series and meeting of the time on it.
func Occurrences(d *Desk, now, from, until time.Time) []*Meeting {
	t := newTurn(d, "", now, "")
	for _, policy := range sortedKeys(d.Current) {
		t.planUntil(policy, until)
	}
	var out []*Meeting
	for _, m := range d.Meetings {
		backed := m.Stage == Cancelled && m.CancelWhy == offPlan && m.NoticedAt.IsZero()
		if !backed && !m.Start.Before(from) && m.Start.Before(until) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, byStart)
	return out
}

// planUntil plans what a policy's rule gives and what is not there yet, year by year and a little longer than asked: a holiday
// may move a meeting forward.
func (t *turn) planUntil(policy string, until time.Time) {
	key := t.Current[policy]
	p := t.Policies[key]
	for at := t.now; at.Before(until); at = at.AddDate(1, 0, 0) {
		for _, start := range newTurn(t.Desk, t.c, at, t.source).occurrences(p, t.Series[policy]) {
			if start.Before(until.AddDate(0, 0, 15)) && t.Meetings[meetingID(p, start)] == nil {
				t.plan(p, key, start)
			}
		}
	}
}
