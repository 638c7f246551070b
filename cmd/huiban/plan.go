package main

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type planCmd struct {
	common
	jsonFlag
	Days int `help:"How many days ahead." default:"14"`
}

// coming is one line of the plan for scripts.
type coming struct {
	At     time.Time            `json:"at"`
	Letter secretary.LetterKind `json:"letter"`
	To     string               `json:"to"`
	Case   secretary.Case       `json:"case"`
	Reason string               `json:"reason"`
}

// Run prints the letters to come if nobody answered, from the same decisions that the daemon makes.
func (c *planCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		if o.faults > 0 { // the days off may be among them
			return fmt.Errorf("the configuration has %s: huiban config test", count(o.faults, "fault", "faults"))
		}
		desk, err := o.whole(tx)
		if err != nil {
			return err
		}
		list := []coming{}
		for _, l := range secretary.Plan(desk, tx.Now, tx.Now.AddDate(0, 0, c.Days)) {
			list = append(list, coming{l.At, l.Letter.Kind, l.Letter.To.Name, l.Letter.Case, l.Letter.Reason})
		}
		if c.JSON {
			return printJSON(s.Out, list)
		}
		t := newTable(s.Out, "WHEN", "LETTER", "TO", "CASE", "REASON")
		for _, l := range list {
			t.row(o.local(l.At), string(l.Letter), l.To, string(l.Case), l.Reason)
		}
		return t.flush()
	})
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
	numbers := map[string]int{}
	all.Number = func(prefix string) int { numbers[prefix]++; return numbers[prefix] }
	return all, nil
}
