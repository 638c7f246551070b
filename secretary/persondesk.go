package secretary

import (
	"cmp"
	"slices"
)

// owned lists the open items that the person answers for, by due date.
func (t *turn) owned(id PersonID) []*Item {
	var out []*Item
	for _, k := range sortedKeys(t.Items) {
		if i := t.Items[k]; i.Owner == id && i.Open() && i.Status != Finished {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b *Item) int {
		switch {
		case a.Due < b.Due:
			return -1
		case a.Due > b.Due:
			return 1
		}
		return 0
	})
	return out
}

// personDuties derives what is owed to or by one person: progress letters and overdue reminders, always one mail for
// all open items; escalations; the decisions that wait for the person; the weekly summary of a manager; and to a convener that the
// holidays of a year are not known; and the compliance report of a month. The items of somebody
// who has left are handed over.
func (t *turn) personDuties(id PersonID) []duty {
	if !t.Directory.active(id) {
		return t.handoverDuties(id)
	}
	out := append(t.askDuties(id, t.owned(id)), t.escalationDuties(id)...)
	out = slices.Concat(out, t.decisionDuties(id), t.dueDuties(id), t.holidaysDuties(id), t.yearPlanDuties(id), t.complianceDuties(id), t.feedbackDuties(id), t.choreDuties(id), t.standInDuties(id), t.roleDuties(id), t.rulesDuties(id))
	if d, ok := t.summaryDuty(id); ok {
		out = append(out, d)
	}
	return out
}

// everyItem lists the person's own items that are not closed, finished ones too.
func (t *turn) everyItem(id PersonID) []*Item {
	var out []*Item
	for _, k := range sortedKeys(t.Items) {
		if i := t.Items[k]; i.Owner == id && i.Open() {
			out = append(out, i)
		}
	}
	return out
}

// supervisor is who supervises the item: whom it names, whoever is above them, else the owner's manager. Never the
// owner; "" where there is nobody.
func (t *turn) supervisor(i *Item) PersonID {
	for _, id := range []PersonID{i.Supervisor, t.Directory.superior(i.Supervisor), t.Directory.superior(i.Owner)} {
		if id != i.Owner && t.Directory.active(id) {
			return id
		}
	}
	return ""
}

// extender is who grants a later date: never the owner, then the next level (G-18); "" where there is none.
func (t *turn) extender(i *Item, p *Policy) PersonID {
	to := t.escalateTo(i, p.Actions.ExtendBy)
	if to == i.Owner || !t.Directory.active(to) {
		to = t.Directory.superior(i.Owner)
	}
	return to
}

// policyOf is the policy of an item; an empty one where it is not known any more.
func (t *turn) policyOf(i *Item) *Policy {
	if p := t.Policies[i.Policy]; p != nil {
		return p
	}
	return &Policy{}
}

// lastReport is the newest report of the item's own owner, nil where there is none.
func (i *Item) lastReport() *Progress {
	for n := len(i.History) - 1; n >= 0; n-- {
		if i.History[n].By == i.Owner {
			return &i.History[n]
		}
	}
	return nil
}

// lastWords are the owner's own, in the newest report; "" where there is none.
func (i *Item) lastWords() string {
	if last := i.lastReport(); last != nil {
		return cmp.Or(last.Said, last.Text)
	}
	return ""
}

func (i *Item) openExtension() *Extension {
	for n := range i.Extensions {
		if i.Extensions[n].State == "asked" {
			return &i.Extensions[n]
		}
	}
	return nil
}
