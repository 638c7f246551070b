package secretary

import (
	"fmt"
	"slices"
	"time"
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
// all open items; escalations; decisions that others owe; and the weekly summary of a manager.
func (t *turn) personDuties(id PersonID) []duty {
	who := t.Directory.Person(id)
	if who == nil || who.Inactive {
		return nil
	}
	items := t.owned(id)
	out := t.askDuties(id, items)
	for _, i := range t.everyItem(id) {
		out = append(out, t.escalationDuties(i)...)
		out = append(out, t.decisionDuties(i)...)
	}
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

// asking is the next time an item asks for word, and whether it does so as overdue.
type asking struct {
	at      time.Time
	overdue bool
	reason  string
}

// askDuties merges what the person's items ask for into the one letter that goes first.
func (t *turn) askDuties(id PersonID, items []*Item) []duty {
	var next *asking
	for _, i := range items {
		a := t.asks(i)
		if a != nil && (next == nil || a.at.Before(next.at) || a.at.Equal(next.at) && a.overdue && !next.overdue) {
			next = a
		}
	}
	if next == nil {
		return nil
	}
	return []duty{{at: next.at, key: "ask", reason: next.reason, do: func() { t.ask(id, items) }}}
}

// asks is when the item next asks its owner for word: on publication, by the progress cycle, ahead of the due date, and
// when overdue (3.2 progress.cycle, overdue.cycle). A report since the last letter puts it off. Nil: never again.
func (t *turn) asks(i *Item) *asking {
	p := t.Policies[i.Policy]
	zone := t.Calendar.Zone(i.Zone)
	last := i.Asked
	if last.IsZero() {
		return &asking{i.Active, false, "a resolution became an action item (S0-34)"}
	}
	heard := last
	if n := len(i.History); n > 0 && i.History[n-1].At.After(heard) {
		heard = i.History[n-1].At
	}
	best := &asking{t.cycleAfter(p, heard, zone), false, "progress.cycle (S0-34)"}
	if i.Due == "" {
		return best
	}
	late := i.Due.Add(1).At(morning, zone)
	if !late.After(t.now) {
		return t.asksOverdue(i, p, heard, late, zone)
	}
	for _, s := range p.Progress.Before {
		at := s.Before(t.Calendar, i.Due.At(morning, zone))
		if at.After(heard) && at.Before(best.at) {
			best = &asking{at, false, fmt.Sprintf("progress.before: %s before the due date", s)}
		}
	}
	if late.Before(best.at) {
		return t.asksOverdue(i, p, heard, late, zone)
	}
	return best
}

// cycleAfter is the morning of the day the progress cycle after t ends on.
func (t *turn) cycleAfter(p *Policy, at time.Time, zone *time.Location) time.Time {
	cycle := p.Progress.Cycle
	if !cycle.IsSet() {
		cycle = Span{1, Weeks}
	}
	return DateOf(cycle.After(t.Calendar, at.In(zone))).At(morning, zone)
}

// asksOverdue is when an overdue item asks next: daily for as many times as the policy says, then by the progress cycle.
func (t *turn) asksOverdue(i *Item, p *Policy, heard, late time.Time, zone *time.Location) *asking {
	if i.Overdue == 0 {
		at := late
		if before := nextMorning(heard, zone); before.After(at) {
			at = before
		}
		return &asking{at, true, "overdue: the due date has passed"}
	}
	if p.Overdue.Times > 0 && i.Overdue >= p.Overdue.Times {
		return &asking{t.cycleAfter(p, heard, zone), true, "overdue: by the progress cycle"}
	}
	cycle := p.Overdue.Cycle
	if !cycle.IsSet() {
		cycle = Span{1, CalendarDays}
	}
	return &asking{DateOf(cycle.After(t.Calendar, heard.In(zone))).At(morning, zone), true, "overdue.cycle"}
}

func nextMorning(at time.Time, zone *time.Location) time.Time {
	at = at.In(zone)
	m := DateOf(at).At(morning, zone)
	if !m.After(at) {
		m = DateOf(at).Add(1).At(morning, zone)
	}
	return m
}

// ask sends the person one letter with every open item, as an overdue reminder where any is overdue.
func (t *turn) ask(id PersonID, items []*Item) {
	k, reason := Action, "progress is asked for, one mail for all open items (S0-34, S0-56)"
	var cc []Party
	for _, i := range items {
		first := i.Asked.IsZero()
		i.Asked = t.now
		if t.late(i) > 0 && !first {
			k, reason = Overdue, "the due date has passed (S1G-16); the supervisor is copied (S0-55)"
			i.Overdue++
			if s := t.party(i.Supervisor); !slices.ContainsFunc(cc, func(p Party) bool { return p.ID == s.ID }) {
				cc = append(cc, s)
			}
		}
	}
	l := Letter{Kind: k, Reason: reason, Cc: cc, Items: t.itemViews(items), Zone: items[0].Zone}
	for _, v := range l.Items {
		l.Choices = append(l.Choices, Choice{Verb: "done", Item: v.No}, Choice{Verb: "percent", Item: v.No, Arg: "50"}, Choice{Verb: "extend", Item: v.No})
	}
	t.send(l, id, t.now.UTC().Format("20060102T150405"))
}

// escalationDuties: each step of the policy once the item is late enough (G-26).
func (t *turn) escalationDuties(i *Item) []duty {
	p := t.Policies[i.Policy]
	if i.Due == "" || i.Status == Finished {
		return nil
	}
	zone := t.Calendar.Zone(i.Zone)
	var out []duty
	for n, step := range p.Escalation.Steps {
		to := t.escalateTo(i, step.To)
		rev := fmt.Sprintf("%s-due%s-step%d", i.ID, i.Due, n)
		if to == "" || to == i.Owner || t.sent(Escalation, to, rev) {
			continue
		}
		at := DateOf(step.After.After(t.Calendar, i.Due.At(morning, zone))).At(morning, zone)
		out = append(out, duty{at: at, key: rev, reason: "escalation.steps", do: func() {
			t.escalate(i, to, rev, fmt.Sprintf("escalation.steps: %s past the due date (S1G-16)", step.After), step.Tone)
		}})
	}
	return out
}

// escalateTo is whom a step names: supervisor, superior (the owner's manager), head, or any Ref.
func (t *turn) escalateTo(i *Item, r Ref) PersonID {
	switch r {
	case "supervisor", "convener", "organizer", "":
		return i.Supervisor
	case "superior":
		return t.Directory.Person(i.Owner).Manager
	case "head":
		if dep := t.Directory.Departments[i.Department]; dep != nil {
			return dep.Head
		}
		return ""
	}
	return t.one(r)
}

func (t *turn) escalate(i *Item, to PersonID, rev, reason, tone string) {
	by := t.party(i.Owner)
	l := Letter{Kind: Escalation, Ref: "item:" + string(i.ID), Reason: reason, Zone: i.Zone, By: &by, Items: t.itemViews([]*Item{i})}
	l.Items[0].Tone = tone
	if n := len(i.History); n > 0 {
		l.Quote = i.History[n-1].Text
	}
	t.send(l, to, rev)
}

// decisionDuties asks for the decisions that an item waits for: an extension (actions.extend_by), or the verification
// of what was reported done (S0-61). One that is not answered is asked for again.
func (t *turn) decisionDuties(i *Item) []duty {
	p := t.Policies[i.Policy]
	var out []duty
	if e := i.openExtension(); e != nil {
		out = append(out, t.decisionDuty(i, "extend:"+string(i.ID), t.extender(i, p), e.Asked, func(l *Letter) {
			l.Changes = []Change{{"due", string(i.Due), string(e.Until)}}
			l.Quote = e.Reason
		})...)
	}
	if i.Status == Finished {
		out = append(out, t.decisionDuty(i, "verify:"+string(i.ID), i.Supervisor, i.DoneAt, func(l *Letter) {
			if n := len(i.History); n > 0 {
				l.Quote = i.History[n-1].Text
			}
		})...)
	}
	return out
}

// decisionRounds is how often a decision is asked for before only the weekly summary names the item.
const decisionRounds = 4

func (t *turn) decisionDuty(i *Item, ref string, to PersonID, asked time.Time, fill func(*Letter)) []duty {
	at := asked
	for n := range decisionRounds {
		rev := fmt.Sprintf("%s-%s-%d", ref, asked.UTC().Format("20060102T150405"), n)
		if !t.sent(Approval, to, rev) {
			return []duty{{at: at, key: rev, reason: "a decision is asked for", do: func() {
				by := t.party(i.Owner)
				l := Letter{Kind: Approval, Ref: ref, Reason: "actions.extend_by / actions.verify: a decision is asked for (S0-59, S0-61)", Zone: i.Zone, By: &by, Items: t.itemViews([]*Item{i})}
				l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
				fill(&l)
				t.send(l, to, rev)
			}}}
		}
		at = Span{2, Workdays}.After(t.Calendar, at.In(t.Calendar.Zone(i.Zone)))
	}
	return nil
}

// extender is who grants a later date: never the owner, then the next level (G-18).
func (t *turn) extender(i *Item, p *Policy) PersonID {
	to := t.escalateTo(i, p.Actions.ExtendBy)
	if to == i.Owner || to == "" {
		to = t.Directory.Person(i.Owner).Manager
	}
	return to
}

func (i *Item) openExtension() *Extension {
	for n := range i.Extensions {
		if i.Extensions[n].State == "asked" {
			return &i.Extensions[n]
		}
	}
	return nil
}
