package main

import (
	"context"
	"errors"
	"slices"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type applyCmd struct {
	common
	jsonFlag
	DryRun bool   `help:"Print the difference and change nothing."`
	By     string `help:"Whose change it is: id, address or name; left out, whoever looks after the regulation." placeholder:"PERSON"`
	Reason string `help:"Why the policies are changed, for whoever approves them." placeholder:"TEXT"`
}

// Run prints the difference between what is configured and what is in force, and puts it into force.
func (c *applyCmd) Run(ctx context.Context, s streams) error {
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	var diff []difference
	err = o.store.View(ctx, func(tx *store.Tx) error {
		diff, err = o.difference(tx)
		return err
	})
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(s.Out, diff)
	} else {
		printDifference(s, diff)
	}
	if err != nil || c.DryRun || !slices.ContainsFunc(diff, func(d difference) bool { return d.Change != unapproved }) {
		return err
	}
	by, err := o.author(c.By)
	if err != nil {
		return err
	}
	if err := o.store.Do(ctx, o.apply); err != nil {
		return err
	}
	return o.amend(ctx, s, by, c.Reason)
}

// ready is a policy as the heart takes it: filled up with the defaults, and held back while a key is missing.
func ready(p config.Policy) *secretary.Policy {
	out := policies.WithDefaults(p.Policy)
	out.Lacks = p.Missing
	return out
}

// apply puts the configuration into force, whole or not at all, but what has to be approved (see amend). Whoever is gone from the people file but is still named
// by meetings or items is kept, inactive.
func (o *office) apply(tx *store.Tx) error {
	dir := *o.config.Directory
	people := map[secretary.PersonID]*secretary.Person{}
	for id, p := range o.directory.People {
		gone := *p
		gone.Inactive = true
		people[id] = &gone
	}
	for id, p := range dir.People {
		if o.directory.People[id] == nil && len(o.directory.People) > 0 {
			p.Since = secretary.DateOf(tx.Now.In(o.zone()))
		}
		people[id] = p
	}
	dir.People = people
	if err := errors.Join(tx.SaveOffice(o.config.Office), tx.SaveDirectory(&dir)); err != nil {
		return err
	}
	all, current, err := tx.Policies()
	if err != nil {
		return err
	}
	for _, p := range o.config.Policies {
		if secretary.NeedsApproval(all[current[p.Policy.ID]], ready(p)) {
			continue
		}
		if _, _, err := tx.SavePolicy(p.Policy.ID, p.Source, ready(p)); err != nil {
			return err
		}
		tx.Poke(secretary.SeriesCase(p.Policy.ID))
	}
	for id := range dir.People {
		tx.Poke(secretary.PersonCase(id))
	}
	return nil
}
