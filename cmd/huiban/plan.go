package main

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type planCmd struct {
	common
	jsonFlag
	Days int    `help:"How many days ahead." default:"14"`
	ICS  string `name:"ics" help:"Write the meetings as a calendar file to read, - for the output, instead of the letters." placeholder:"FILE"`
	Docx string `help:"Write the meetings of a year as a Word table." placeholder:"FILE"`
	Year int    `help:"The whole year, for --ics and --docx; --docx alone takes this year, in December the next." placeholder:"2027"`
}

// coming is one line of the plan for scripts.
type coming struct {
	At     time.Time            `json:"at"`
	Letter secretary.LetterKind `json:"letter"`
	To     string               `json:"to"`
	Case   secretary.Case       `json:"case"`
	Reason string               `json:"reason"`

	Conflicts []conflict `json:"conflicts,omitempty"` // of the meeting that the letter is about
}

// Run prints the letters to come if nobody answered, from the same decisions that the daemon makes.
func (c *planCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		if o.faults > 0 { // the days off may be among them
			return fmt.Errorf("the configuration has %s: huiban config test", count(o.faults, "fault", "faults"))
		}
		if c.Year != 0 && (c.Year < 2000 || c.Year > 2999) {
			return fmt.Errorf("%d is no year: write four digits, such as %d", c.Year, tx.Now.Year())
		}
		if c.ICS == "" && c.Docx == "" {
			return c.letters(o, tx, s)
		}
		if c.ICS != "" {
			if err := c.export(o, tx, s); err != nil {
				return err
			}
		}
		if c.Docx != "" {
			return c.table(o, tx, s)
		}
		return nil
	})
}

// letters prints the letters to come, and what the meetings of these days clash with.
func (c *planCmd) letters(o *office, tx *store.Tx, s streams) error {
	desk, err := o.whole(tx)
	if err != nil {
		return err
	}
	found, err := o.conflicts(tx, c.Days)
	if err != nil {
		return err
	}
	list := []coming{}
	for _, l := range secretary.Plan(desk, tx.Now, tx.Now.AddDate(0, 0, c.Days)) {
		line := coming{At: l.At, Letter: l.Letter.Kind, To: l.Letter.To.Name, Case: l.Letter.Case, Reason: l.Letter.Reason}
		if m := l.Letter.Meeting; m != nil {
			line.Conflicts = found[m.ID]
		}
		list = append(list, line)
	}
	if c.JSON {
		return printJSON(s.Out, list)
	}
	t := newTable(s.Out, "WHEN", "LETTER", "TO", "CASE", "REASON")
	for _, l := range list {
		t.row(o.local(l.At), string(l.Letter), l.To, mark(l.Case, found), l.Reason)
	}
	if err := t.flush(); err != nil {
		return err
	}
	return o.conflictTable(s, found)
}

// whole lays every open case of the office on one desk.
func (o *office) whole(tx *store.Tx) (*secretary.Desk, error) {
	_, current, err := tx.Policies()
	if err != nil {
		return nil, err
	}
	var all *secretary.Desk
	lay := func(c secretary.Case) error {
		d, err := tx.OpenCase(c, o.config.Calendar)
		if err != nil {
			return err
		}
		if all == nil {
			all = d
		}
		maps.Copy(all.Series, d.Series)
		maps.Copy(all.Meetings, d.Meetings)
		maps.Copy(all.Items, d.Items)
		maps.Copy(all.Folders, d.Folders)
		return nil
	}
	for id := range current {
		if err := lay(secretary.SeriesCase(id)); err != nil {
			return nil, err
		}
		all.OpenSeries(id, tx.Now)
	}
	for id := range o.directory.People {
		if err := lay(secretary.PersonCase(id)); err != nil {
			return nil, err
		}
	}
	if all == nil {
		return nil, errNothingApplied
	}
	all.Elsewhere, all.Fold = nil, fold.Text // every meeting lies on it
	all.Whole = func(_, _ time.Time) *secretary.Desk {
		again := *all
		again.Meetings, again.Whole = maps.Clone(all.Meetings), nil
		return &again
	}
	numbers := map[string]int{}
	all.Number = func(prefix string) int { numbers[prefix]++; return numbers[prefix] }
	return all, nil
}
