package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// between lays the office with the meetings of those days on a desk, and shows them as a plan.
func (o *office) between(tx *store.Tx, from, until secretary.Date) (*secretary.PlanView, error) {
	desk, err := o.whole(tx)
	if err != nil {
		return nil, err
	}
	there, err := tx.Meetings(store.MeetingFilter{From: from.At(secretary.Clock{}, o.zone()), Before: until.Add(1).At(secretary.Clock{}, o.zone())})
	if err != nil {
		return nil, err
	}
	for _, m := range there {
		if desk.Meetings[m.ID] == nil {
			desk.Meetings[m.ID] = m
		}
	}
	return secretary.PlanOf(desk, tx.Now, from, until, ""), nil
}

// days are today and as many days more.
func (o *office) days(now time.Time, n int) (from, until secretary.Date) {
	from = secretary.DateOf(now.In(o.zone()))
	return from, from.Add(n)
}

// year is a whole year; 0 is this one, in December the next.
func (o *office) year(now time.Time, year int) (from, until secretary.Date) {
	if local := now.In(o.zone()); year == 0 {
		year = local.AddDate(0, 1, 0).Year()
		if local.Month() < time.December {
			year = local.Year()
		}
	}
	return secretary.Date(fmt.Sprintf("%04d-01-01", year)), secretary.Date(fmt.Sprintf("%04d-12-31", year))
}

// export writes the plan as a calendar to read.
func (c *planCmd) export(o *office, tx *store.Tx, s streams) error {
	from, until := o.days(tx.Now, c.Days)
	if c.Year != 0 {
		from, until = o.year(tx.Now, c.Year)
	}
	plan, err := o.between(tx, from, until)
	if err != nil {
		return err
	}
	data, err := calendar.Plan(plan, o.config.Office, o.lang(), calendar.Product)
	if err != nil {
		return err
	}
	if faults := calendar.LintPlan(data); len(faults) > 0 {
		return fmt.Errorf("the calendar breaks a rule: %s", strings.Join(faults, "; "))
	}
	return writeFile(s, c.ICS, data)
}

// table writes the plan of a year as a Word document.
func (c *planCmd) table(o *office, tx *store.Tx, s streams) error {
	from, until := o.year(tx.Now, c.Year)
	plan, err := o.between(tx, from, until)
	if err != nil {
		return err
	}
	l := &secretary.Letter{Kind: secretary.Duty, Ref: "plan", Lang: o.lang(), Zone: o.config.Office.Zone, Plan: plan}
	_, data, err := templates.Document(secretary.PlanDoc, l, templates.Options{Office: o.config.Office, Wording: o.config.Wording})
	if err != nil {
		return err
	}
	return writeFile(s, c.Docx, data)
}

// conflict is one conflict of the plan.
type conflict struct {
	Meeting secretary.MeetingID  `json:"meeting"`
	Start   time.Time            `json:"start"`
	With    secretary.MeetingID  `json:"with,omitempty"`
	From    time.Time            `json:"from,omitzero"`
	People  []secretary.PersonID `json:"people,omitempty"`
	Room    bool                 `json:"room,omitempty"`
	Hours   string               `json:"hours,omitempty"`
}

// conflicts lists those of the meetings within so many days, by meeting, each from both its sides.
func (o *office) conflicts(tx *store.Tx, days int) (map[secretary.MeetingID][]conflict, error) {
	desk, err := o.whole(tx)
	if err != nil {
		return nil, err
	}
	out := map[secretary.MeetingID][]conflict{}
	for _, m := range secretary.Occurrences(desk, tx.Now, tx.Now, tx.Now.AddDate(0, 0, days)) {
		for _, c := range secretary.Clashes(desk, m.ID, tx.Now) {
			out[m.ID] = append(out[m.ID], conflict{m.ID, c.Start, c.With, c.From, c.People, c.Room, c.Hours})
		}
	}
	return out, nil
}

// mark says that the meeting of a case clashes with something.
func mark(c secretary.Case, found map[secretary.MeetingID][]conflict) string {
	id, ok := strings.CutPrefix(string(c), "meeting:")
	if !ok || len(found[secretary.MeetingID(id)]) == 0 {
		return string(c)
	}
	return string(c) + " !"
}

// conflictTable prints the conflicts, each once.
func (o *office) conflictTable(s streams, found map[secretary.MeetingID][]conflict) error {
	if len(found) == 0 {
		return nil
	}
	all := slices.Concat(slices.Collect(maps.Values(found))...)
	slices.SortFunc(all, func(a, b conflict) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Meeting, b.Meeting), cmp.Compare(a.With, b.With))
	})
	fmt.Fprintln(s.Out)
	t := newTable(s.Out, "CONFLICT", "WITH", "WHEN", "WHO AND WHAT")
	for _, c := range all {
		if c.With == "" || c.Start.Before(c.From) || c.Start.Equal(c.From) && c.Meeting < c.With {
			t.row(string(c.Meeting), cmp.Or(string(c.With), "hours.avoid"), o.local(c.Start), o.clashing(c.People, c.Room, c.Hours))
		}
	}
	return t.flush()
}

// clashing says who or what is wanted at both.
func (o *office) clashing(people []secretary.PersonID, room bool, hours string) string {
	var out []string
	for _, id := range people {
		name := string(id)
		if p := o.directory.Person(id); p != nil {
			name = p.Name
		}
		out = append(out, name)
	}
	if room {
		out = append(out, "the room")
	}
	if hours == secretary.RestDay {
		hours = "a day off"
	}
	if hours != "" {
		out = append(out, hours)
	}
	return strings.Join(out, ", ")
}
