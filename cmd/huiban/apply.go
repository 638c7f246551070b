package main

import (
	"context"
	"errors"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type applyCmd struct {
	common
	jsonFlag
	DryRun bool `help:"Print the difference and change nothing."`
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
	if err != nil || c.DryRun || len(diff) == 0 {
		return err
	}
	return o.store.Do(ctx, o.apply)
}

// ready is a policy as the heart takes it: filled up with the defaults, and held back while a key is missing.
func ready(p config.Policy) *secretary.Policy {
	out := policies.WithDefaults(p.Policy)
	out.Lacks = p.Missing
	return out
}

// apply puts the configuration into force, whole or not at all. Whoever is gone from the people file but is still named
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
		people[id] = p
	}
	dir.People = people
	if err := errors.Join(tx.SaveOffice(o.config.Office), tx.SaveDirectory(&dir)); err != nil {
		return err
	}
	for _, p := range o.config.Policies {
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
