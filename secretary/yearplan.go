package secretary

import (
	"fmt"
	"time"
)

// yearPlanDuties: whoever convenes standing meetings gets the plan of the coming year on the first workday of December (A5).
// What was not sent in that month is not made up for.
func (t *turn) yearPlanDuties(id PersonID) []duty {
	if t.Whole == nil || !t.convenes(id) {
		return nil
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	var out []duty
	for n := range 2 {
		year := t.now.In(zone).Year() + n
		rev := fmt.Sprint("plan-", year+1)
		if t.sent(Duty, id, rev) {
			continue
		}
		first := Date(fmt.Sprintf("%04d-12-01", year))
		if !t.Calendar.Workday(first) {
			first = AddWorkdays(t.Calendar, first, 1)
		}
		over := Date(fmt.Sprintf("%04d-01-01", year+1)).At(Clock{}, zone)
		out = append(out, duty{at: first.At(morning, zone), until: over, key: rev, reason: yearPlanReason, do: func() { t.tellYear(id, rev, year+1, zone) }})
	}
	return out
}

const yearPlanReason = "the plan of the coming year, in December to who convenes standing meetings (A5)"

// convenes reports whether a policy in force has the person convene meetings by rule.
func (t *turn) convenes(id PersonID) bool {
	for _, key := range t.Current {
		if p := t.Policies[key]; p != nil && p.Callable() && t.one(p.Convener) == id {
			return true
		}
	}
	return false
}

// tellYear sends somebody the plan of a year, as far as it is theirs to see.
func (t *turn) tellYear(id PersonID, rev string, year int, zone *time.Location) {
	from, until := Date(fmt.Sprintf("%04d-01-01", year)), Date(fmt.Sprintf("%04d-12-31", year))
	plan := &PlanView{}
	if whole := t.Whole(from.At(Clock{}, zone), until.Add(1).At(Clock{}, zone)); whole != nil {
		plan = PlanOf(whole, t.now, from, until, id)
	}
	if len(plan.Rows) == 0 { // every series ends before
		t.keep(func(b book) *map[string]time.Time { return b.sent }, t.letterKey(Duty, id, rev))
		return
	}
	l := Letter{Kind: Duty, Ref: "plan:" + fmt.Sprint(year), Reason: yearPlanReason, Plan: plan, Documents: []Document{PlanDoc, PlanFile}}
	t.send(l, id, rev)
}
