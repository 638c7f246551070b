package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

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

// difference is one thing that apply changes.
type difference struct {
	What   string `json:"what"` // person, department, policy, office
	ID     string `json:"id"`
	Change string `json:"change"` // added, changed, removed
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

func printDifference(s streams, diff []difference) {
	signs := map[string]string{"added": "+", "changed": "~", "removed": "-"}
	for _, d := range diff {
		fmt.Fprintf(s.Out, "%s %s %s\n", signs[d.Change], d.What, d.ID)
	}
	if len(diff) == 0 {
		fmt.Fprintln(s.Out, "nothing to change")
	}
}

// difference compares the configuration with the store.
func (o *office) difference(tx *store.Tx) ([]difference, error) {
	was, err1 := tx.Office()
	all, current, err2 := tx.Policies()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	var out []difference
	if !same(was, o.config.Office) {
		out = append(out, difference{"office", o.config.Office.Address, "changed"})
	}
	out = append(out, compare("department", o.directory.Departments, o.config.Directory.Departments)...)
	here := maps.Clone(o.directory.People)
	maps.DeleteFunc(here, func(id secretary.PersonID, p *secretary.Person) bool {
		return p.Inactive && o.config.Directory.People[id] == nil // gone before
	})
	out = append(out, compare("person", here, o.config.Directory.People)...)
	inForce, configured := map[string]*secretary.Policy{}, map[string]*secretary.Policy{}
	for id, key := range current {
		inForce[id] = all[key]
	}
	for _, p := range o.config.Policies {
		configured[p.Policy.ID] = ready(p)
	}
	for _, d := range compare("policy", inForce, configured) {
		if d.Change != "removed" { // a policy whose file is gone stays in force until it is disabled
			out = append(out, d)
		}
	}
	return out, nil
}

// ready is a policy as the heart takes it: filled up with the defaults, and held back while a key is missing.
func ready(p config.Policy) *secretary.Policy {
	out := policies.WithDefaults(p.Policy)
	out.Lacks = p.Missing
	return out
}

func compare[K ~string, V any](what string, was, is map[K]*V) []difference {
	var out []difference
	for _, id := range sortedKeys(is) {
		switch old, ok := was[id]; {
		case !ok:
			out = append(out, difference{what, string(id), "added"})
		case !same(old, is[id]):
			out = append(out, difference{what, string(id), "changed"})
		}
	}
	for _, id := range sortedKeys(was) {
		if _, ok := is[id]; !ok {
			out = append(out, difference{what, string(id), "removed"})
		}
	}
	return out
}

func same(a, b any) bool {
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(x) == string(y)
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
