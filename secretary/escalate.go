package secretary

import (
	"fmt"
	"slices"
	"time"
)

// due is one step of the escalation that an item has come to, or will.
type due struct {
	item *Item
	step EscalationStep
	to   PersonID
	rev  string
	at   time.Time
}

// escalationDuties: each step of the policy once an item is late enough (G-26). What falls due to one person at one time
// goes in one letter.
func (t *turn) escalationDuties(owner PersonID) []duty {
	var steps []due
	for _, i := range t.owned(owner) {
		steps = append(steps, t.escalationSteps(i)...)
	}
	var out []duty
	for _, s := range steps {
		out = append(out, duty{at: s.at, key: string(s.to) + s.rev, reason: "escalation.steps", do: func() { t.escalateDue(s.to, steps) }})
	}
	return out
}

// escalationSteps lists the steps that an item has still before it.
func (t *turn) escalationSteps(i *Item) []due {
	if i.Due == "" {
		return nil
	}
	zone := t.Calendar.Zone(i.Zone)
	since := max(i.Due, DateOf(i.Active.In(zone))) // nobody is late with what was not published yet
	var out []due
	for n, step := range t.policyOf(i).Escalation.Steps {
		s := due{item: i, step: step, to: t.escalateTo(i, step.To), rev: fmt.Sprintf("%s-due%s-step%d", i.ID, i.Due, n)}
		if s.to == "" || s.to == i.Owner || t.escalated(s) {
			continue
		}
		d := DateOf(step.After.After(t.Calendar, since.At(morning, zone)))
		s.at = t.workMorning(d, time.Time{}, zone)
		out = append(out, s)
	}
	return out
}

// escalated reports whether the step has been taken, by a letter of its own or in one with others.
func (t *turn) escalated(s due) bool {
	_, ok := s.item.Escalated[s.rev]
	return ok
}

// escalateDue sends everything that is due to one person.
func (t *turn) escalateDue(to PersonID, steps []due) {
	var items []*Item
	var first due
	tone := map[ItemID]string{}
	for _, s := range steps {
		if s.to != to || s.at.After(t.now) {
			continue
		}
		if s.item.Escalated == nil {
			s.item.Escalated = map[string]time.Time{}
		}
		s.item.Escalated[s.rev] = t.now
		if _, ok := tone[s.item.ID]; !ok {
			items = append(items, s.item)
		}
		tone[s.item.ID] = s.step.Tone
		if first.item == nil {
			first = s
		}
	}
	t.escalate(items, to, first.rev, fmt.Sprintf("escalation.steps: %s past the due date (S1G-16)", first.step.After), tone)
}

// escalateTo is whom a step names: supervisor, superior (the owner's manager), head, or any Ref.
func (t *turn) escalateTo(i *Item, r Ref) PersonID {
	switch r {
	case "supervisor", "convener", "organizer", "":
		return t.supervisor(i)
	case "superior":
		return t.Directory.superior(i.Owner)
	case "head":
		if dep := t.Directory.Departments[i.Department]; dep != nil && t.Directory.active(dep.Head) {
			return dep.Head
		}
		return t.Directory.superior(i.Owner)
	}
	return t.one(r)
}

// escalate puts items of one owner before somebody, in the owner's last words.
func (t *turn) escalate(items []*Item, to PersonID, rev, reason string, tone map[ItemID]string) {
	by := t.party(items[0].Owner)
	l := Letter{Kind: Escalation, Ref: "item:" + string(items[0].ID), Reason: reason, Zone: items[0].Zone, By: &by, Items: t.itemViews(items)}
	for n := range l.Items {
		l.Items[n].Tone = tone[l.Items[n].ID]
	}
	if len(items) == 1 {
		l.Quote = items[0].lastWords()
	}
	if n := slices.IndexFunc(items, func(i *Item) bool { return i.Status == Blocked }); n >= 0 {
		if l.Applied = t.suggested(items[n], to); l.Applied != nil {
			l.Choices = append(l.Choices, Choice{Verb: "apply"})
		}
	}
	t.wantedIn(&l, Span{2, Workdays}, l.Zone)
	t.send(l, to, rev)
}
