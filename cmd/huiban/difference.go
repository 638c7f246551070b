package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// difference is one thing that apply changes.
type difference struct {
	What   string   `json:"what"` // person, department, policy, office
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Change string   `json:"change"` // added, changed, removed; of a policy that has to be approved waits, or withdrawn where what waits is taken back
	Keys   []string `json:"keys"`   // what of it is changed; empty unless Change says so
}

func printDifference(s streams, diff []difference) {
	signs := map[string]string{"added": "+", "changed": "~", "removed": "-", unapproved: "?", "withdrawn": "-"}
	for _, d := range diff {
		line := fmt.Sprintf("%s %s %s %s", signs[d.Change], d.What, d.ID, d.Name)
		if len(d.Keys) > 0 {
			line += ": " + strings.Join(d.Keys, ", ")
		}
		switch d.Change {
		case unapproved:
			line += " (waits for approval)"
		case "withdrawn":
			line += ": the change that waits for approval is taken back"
		}
		fmt.Fprintln(s.Out, line)
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
	out := o.ownDifference(was)
	out = append(out, compare("department", o.directory.Departments, o.config.Directory.Departments, func(d *secretary.Department) string { return d.Name.In(o.lang()) })...)
	here := maps.Clone(o.directory.People)
	maps.DeleteFunc(here, func(id secretary.PersonID, p *secretary.Person) bool {
		return p.Inactive && o.config.Directory.People[id] == nil // gone before
	})
	out = append(out, compare("person", here, o.config.Directory.People, func(p *secretary.Person) string { return p.Name })...)
	inForce, configured := map[string]*secretary.Policy{}, map[string]*secretary.Policy{}
	for id, key := range current {
		inForce[id] = all[key]
	}
	for _, p := range o.config.Policies {
		configured[p.Policy.ID] = ready(p)
	}
	for _, d := range compare("policy", inForce, configured, func(p *secretary.Policy) string { return p.Title.In(o.lang()) }) {
		if d.Change != "removed" { // a policy whose file is gone stays in force until it is disabled
			out = append(out, d)
		}
	}
	return o.waiting(tx, out)
}

func (o *office) ownDifference(was secretary.Office) []difference {
	in, id := map[string]*secretary.Office{}, o.config.Office.Address
	if was.Address != "" {
		in[id] = &was
	}
	return compare("office", in, map[string]*secretary.Office{id: &o.config.Office}, func(p *secretary.Office) string { return p.Company.In(o.lang()) })
}

func compare[K ~string, V any](what string, was, is map[K]*V, name func(*V) string) []difference {
	var out []difference
	for _, id := range sortedKeys(is) {
		switch old, ok := was[id]; {
		case !ok:
			out = append(out, difference{what, string(id), name(is[id]), "added", []string{}})
		case !same(old, is[id]):
			out = append(out, difference{what, string(id), name(is[id]), "changed", changed(old, is[id])})
		}
	}
	for _, id := range sortedKeys(was) {
		if _, ok := is[id]; !ok {
			out = append(out, difference{what, string(id), name(was[id]), "removed", []string{}})
		}
	}
	return out
}

// changed names the keys whose values differ as the file does, in their order, each once: of a list only its own.
func changed[V any](was, is *V) []string {
	out := []string{}
	for _, d := range secretary.Differences(was, is) {
		if key, _, _ := strings.Cut(d.Key, "["); !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

func same(a, b any) bool {
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(x) == string(y)
}
