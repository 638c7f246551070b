package secretary

import (
	"fmt"
	"slices"
	"time"
)

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
		if next == nil || a.at.Before(next.at) || a.at.Equal(next.at) && a.overdue && !next.overdue {
			next = a
		}
	}
	if next == nil {
		return nil
	}
	return []duty{{at: next.at, key: "ask", reason: next.reason, do: func() { t.ask(id, items) }}}
}

// asks is when the item next asks its owner for word: on publication, by the progress cycle, ahead of the due date, and
// when overdue (3.2 progress.cycle, overdue.cycle). A report since the last letter puts it off. All but the first
// wait for a workday.
func (t *turn) asks(i *Item) *asking {
	if i.Asked.IsZero() {
		return &asking{i.Active, false, "a resolution became an action item (S0-34)"}
	}
	heard := i.Asked
	if last := i.lastReport(); last != nil && last.At.After(heard) {
		heard = last.At
	}
	p, zone := t.policyOf(i), t.Calendar.Zone(i.Zone)
	cycle := &asking{t.cycleAfter(p, heard, zone), false, "progress.cycle (S0-34)"}
	if i.Due == "" {
		return cycle
	}
	late := i.Due.Add(1).At(morning, zone)
	if !late.After(t.now) {
		return t.asksOverdue(i, p, heard, late, zone)
	}
	next := t.asksBefore(i, p, heard, cycle, zone)
	if late.Before(next.at) {
		return t.asksOverdue(i, p, heard, late, zone)
	}
	return next
}

// asksBefore is the first letter ahead of the due date, where it comes before the cycle's or within two days after
// it: one mail is enough.
func (t *turn) asksBefore(i *Item, p *Policy, heard time.Time, cycle *asking, zone *time.Location) *asking {
	best := cycle
	for _, s := range p.ahead(i) {
		d := DateOf(s.Before(t.Calendar, i.Due.At(morning, zone)))
		if !t.Calendar.Workday(d) {
			d = AddWorkdays(t.Calendar, d, -1)
		}
		at := d.At(morning, zone)
		if at.After(heard.Add(day)) && (best == cycle && at.Before(cycle.at.Add(2*day)) || best != cycle && at.Before(best.at)) {
			best = &asking{at, false, fmt.Sprintf("progress.before: %s before the due date", s)}
		}
	}
	return best
}

// ahead lists how long before the due date an item asks for word; what a customer was promised does so earlier (S3-58).
func (p *Policy) ahead(i *Item) []Span {
	if i.Promise {
		return slices.Concat(p.Progress.Promise, p.Progress.Before)
	}
	return p.Progress.Before
}

// cycleAfter is the morning of the day on which the progress cycle after at ends.
func (t *turn) cycleAfter(p *Policy, at time.Time, zone *time.Location) time.Time {
	cycle := p.Progress.Cycle
	if !cycle.IsSet() || cycle.N == 0 {
		cycle = Span{1, Weeks}
	}
	return t.workMorning(DateOf(cycle.After(t.Calendar, at.In(zone))), at, zone)
}

// workMorning is the morning of d, of the next workday where d is none, and always after what was heard.
func (t *turn) workMorning(d Date, heard time.Time, zone *time.Location) time.Time {
	if !d.At(morning, zone).After(heard) {
		d = DateOf(heard.In(zone)).Add(1)
	}
	if !t.Calendar.Workday(d) {
		d = AddWorkdays(t.Calendar, d, 1)
	}
	return d.At(morning, zone)
}

// asksOverdue is when an overdue item asks next: by overdue.cycle for overdue.times, then by the progress cycle.
func (t *turn) asksOverdue(i *Item, p *Policy, heard, late time.Time, zone *time.Location) *asking {
	if i.Overdue == 0 {
		return &asking{t.workMorning(DateOf(late.In(zone)), heard, zone), true, "overdue: the due date has passed"}
	}
	if p.Overdue.Times > 0 && i.Overdue >= p.Overdue.Times {
		return &asking{t.cycleAfter(p, heard, zone), true, "overdue: by the progress cycle"}
	}
	cycle := p.Overdue.Cycle
	if !cycle.IsSet() || cycle.N == 0 {
		cycle = Span{1, CalendarDays}
	}
	return &asking{t.workMorning(DateOf(cycle.After(t.Calendar, heard.In(zone))), heard, zone), true, "overdue.cycle"}
}

// ask sends the person one letter with every open item, as an overdue reminder where any is overdue.
func (t *turn) ask(id PersonID, items []*Item) {
	k, reason := Action, "progress is asked for, one mail for all open items (S0-34, S0-56)"
	var cc []Party
	for _, i := range items {
		first := i.Asked.IsZero()
		i.Asked = t.now
		if t.lateBy(i) == 0 || first {
			continue
		}
		k, reason = Overdue, "the due date has passed (S1G-16); the supervisor is copied (S0-55)"
		i.Overdue++
		if s := t.party(t.supervisor(i)); s.ID != "" && !slices.ContainsFunc(cc, func(p Party) bool { return p.ID == s.ID }) {
			cc = append(cc, s)
		}
	}
	l := Letter{Kind: k, Reason: reason, Cc: cc, Items: t.itemViews(items), Zone: items[0].Zone, Fields: t.reportFields(items)}
	t.wantedIn(&l, Span{2, Workdays}, items[0].Zone)
	for _, v := range l.Items {
		l.Choices = append(l.Choices, Choice{Verb: "done", Item: v.No}, Choice{Verb: "percent", Item: v.No, Arg: "50"}, Choice{Verb: "extend", Item: v.No})
	}
	t.send(l, id, t.now.UTC().Format("20060102T150405"))
}
