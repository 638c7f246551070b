package main

import (
	"fmt"
	"strings"

	"github.com/huiban/huiban/policies/clauses"
)

type coverageCmd struct {
	jsonFlag
}

// Run prints how many clauses there are, by regulation, and which of them no test proves yet.
func (c *coverageCmd) Run(s streams) error {
	all := clauses.All()
	if c.JSON {
		return printJSON(s.Out, clauses.Count(all))
	}
	t := newTable(s.Out, "", "CLAUSES", "AUTO", "ASSIST", "HUMAN", "PROVED", "WAITING", "")
	for _, r := range clauses.Regulations() {
		t.row(counted(r.ID, clauses.Count(clauses.Of(all, r.ID)), r.Zh+" · "+r.En)...)
	}
	total := clauses.Count(all)
	t.row(counted("all", total, "")...)
	if err := t.flush(); err != nil {
		return err
	}
	return printWaiting(s, all)
}

// counted is one row of figures.
func counted(name string, c clauses.Coverage, about string) []string {
	out := []string{name}
	for _, n := range []int{c.Total(), c.Auto, c.Assist, c.Human, c.Proved, len(c.Unproved)} {
		out = append(out, fmt.Sprint(n))
	}
	return append(out, about)
}

// printWaiting prints which clauses have no proof, a line for each regulation.
func printWaiting(s streams, all []clauses.Clause) error {
	t := &table{w: s.Out}
	for _, r := range clauses.Regulations() {
		if u := clauses.Count(clauses.Of(all, r.ID)).Unproved; len(u) > 0 {
			t.row(r.ID, strings.Join(u, " "))
		}
	}
	if len(t.rows) > 0 {
		fmt.Fprint(s.Out, "\nno proof yet:\n")
	}
	return t.flush()
}
