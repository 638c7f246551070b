package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// summaryTime is when weekly summaries go out, from a policy's summary.schedule such as "MO 08:00".
func (t *turn) summaryTime() (time.Weekday, Clock) {
	for _, id := range sortedKeys(t.Current) {
		if p := t.Policies[t.Current[id]]; p != nil {
			if d, c, err := ParseWeekly(p.Summary.Schedule); err == nil {
				return d, c
			}
		}
	}
	return time.Monday, Clock{Hour: 8, Set: true}
}

// ParseWeekly reads a weekday and a time of day, "MO 08:00".
func ParseWeekly(s string) (time.Weekday, Clock, error) {
	var c Clock
	name, at, _ := strings.Cut(strings.TrimSpace(s), " ")
	n := slices.Index([]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}, strings.ToUpper(name))
	if n < 0 {
		return 0, c, fmt.Errorf("%q is no weekly time such as MO 08:00", s)
	}
	if err := c.UnmarshalText([]byte(strings.TrimSpace(at))); err != nil || !c.Set {
		return 0, c, fmt.Errorf("%q is no weekly time such as MO 08:00", s)
	}
	return time.Weekday(n), c, nil
}

// summaryDuty: every manager hears each week about the people below, also when nothing is late (J3). Whose people never
// had an item hears nothing.
func (t *turn) summaryDuty(id PersonID) (duty, bool) {
	items := t.below(id)
	last := t.folder(id).Summary
	if len(items) == 0 && (last == nil || len(last.Items) == 0) {
		return duty{}, false
	}
	weekday, clock := t.summaryTime()
	zone := t.Calendar.Zone(t.Office.Zone)
	today := DateOf(t.now.In(zone))
	d := today.Add(-((int(today.Weekday()) - int(weekday) + 7) % 7)) // the latest such day
	if t.sent(WeeklySummary, id, string(d)) || !t.hadItems(items, d.At(clock, zone)) && (last == nil || last.Day >= d) {
		d = d.Add(7)
	}
	return duty{at: d.At(clock, zone), key: "summary", reason: "summary.schedule", do: func() { t.summarize(id, d) }}, true
}

// hadItems reports whether any of the items bound before at: a summary is not made up for a time before there was one.
func (t *turn) hadItems(items []*Item, at time.Time) bool {
	return slices.ContainsFunc(items, func(i *Item) bool { return i.Active.Before(at) })
}

// below lists the items that a summary for the person is about: those of the people under a manager, and those that a
// policy's summary.to names the person for. They are open, or closed since the last summary.
func (t *turn) below(id PersonID) []*Item {
	people := t.Directory.Subtree(id)
	since := t.now.Add(-7 * day)
	if last := t.folder(id).Summary; last != nil && !last.At.IsZero() {
		since = last.At
	}
	var out []*Item
	for _, k := range sortedKeys(t.Items) {
		i := t.Items[k]
		if !i.Open() && i.DoneAt.Before(since) {
			continue
		}
		if slices.Contains(people, i.Owner) || slices.Contains(t.readers(i), id) {
			out = append(out, i)
		}
	}
	return out
}

// readers are whom the policy's summary.to names for an item, besides the owner's managers.
func (t *turn) readers(i *Item) []PersonID {
	var out []PersonID
	for _, r := range t.policyOf(i).Summary.To {
		if r == "supervisor" || r == "convener" {
			out = appendActive(t.Directory, out, i.Supervisor)
			continue
		}
		out = appendActive(t.Directory, out, t.Directory.Resolve(r)...)
	}
	return out
}

// summarize sends one manager's summary and keeps what it said, to tell next time what changed.
func (t *turn) summarize(id PersonID, d Date) {
	items := t.below(id)
	f := t.folder(id)
	s := &SummaryView{Week: d.Add(-((int(d.Weekday()) + 6) % 7))}
	if f.Summary != nil {
		s.Since, s.Before = f.Summary.Day, &f.Summary.Counts
	}
	t.group(s, items, f.Summary)
	l := Letter{Kind: WeeklySummary, Reason: "summary.schedule: every manager for the own subtree (S0-83)", Summary: s, Documents: []Document{LedgerSheet}}
	for _, g := range s.Groups {
		for i := range g.Items {
			g.Items[i].No = fmt.Sprint(len(l.Items) + 1) // counted through, as a reply names them
			l.Items = append(l.Items, g.Items[i])
		}
	}
	t.send(l, id, string(d))
	f = t.folder(id)
	f.Summary = remember(d, s)
	f.Summary.At = t.now
}

// group fills the summary: figures, and the items by department in the company's order, overdue first.
func (t *turn) group(s *SummaryView, items []*Item, last *LastSummary) {
	byDep := map[string][]*Item{}
	for _, i := range items {
		code := i.Department
		if t.Directory.Departments[code] == nil || !slices.Contains(t.Directory.Order, code) {
			code = "" // one that is no more
		}
		byDep[code] = append(byDep[code], i)
		t.count(s, i)
	}
	for _, code := range append(slices.Clone(t.Directory.Order), "") {
		if len(byDep[code]) == 0 {
			continue
		}
		g := SummaryGroup{Items: t.itemViews(byDep[code])}
		if dep := t.Directory.Departments[code]; dep != nil {
			g.Department = dep.Name
		}
		for n := range g.Items {
			g.Items[n].Flag = became(g.Items[n], last)
		}
		s.Groups = append(s.Groups, g)
	}
}

// count puts an item into the figures.
func (t *turn) count(s *SummaryView, i *Item) {
	if !i.Open() {
		s.Closed++
		return
	}
	s.Open++
	switch {
	case i.Status == Finished: // waits for its supervisor
		return
	case t.lateBy(i) > 0:
		s.Overdue++
	case i.Due != "" && i.Due.Since(t.today(i.Zone)) <= 7:
		s.Soon++
	}
	if last := i.lastReport(); (last == nil || last.At.Before(i.Asked)) && t.now.Sub(i.Asked) > day {
		s.Silent++
	}
}

// became says what became of an item since the last summary: new, done, moved (its date), worse (it fell overdue) or "".
func became(v ItemView, last *LastSummary) string {
	if last == nil {
		return ""
	}
	was, known := last.Items[v.ID]
	switch now := mark(v.Status, v.Due, v.Late > 0); {
	case !known:
		return "new"
	case was == now:
		return ""
	case v.Status == Complete || v.Status == Dropped:
		return "done"
	case v.Late > 0 && !strings.HasSuffix(was, "late"):
		return "worse"
	case !strings.Contains(was, string(v.Due)):
		return "moved"
	}
	return ""
}

func mark(s Status, due Date, late bool) string {
	m := string(s) + " " + string(due)
	if late {
		m += " late"
	}
	return m
}

func remember(d Date, s *SummaryView) *LastSummary {
	out := &LastSummary{Day: d, Counts: SummaryCounts{s.Overdue, s.Soon, s.Open}, Items: map[ItemID]string{}}
	for _, g := range s.Groups {
		for _, v := range g.Items {
			if v.Status != Complete && v.Status != Dropped {
				out.Items[v.ID] = mark(v.Status, v.Due, v.Late > 0)
			}
		}
	}
	return out
}
