package main

import (
	"cmp"
	"strings"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

type policyListCmd struct {
	common
	jsonFlag
}

// listed is one line of the list for scripts.
type listed struct {
	ID      string         `json:"id"`
	Code    string         `json:"code"`
	Title   secretary.Text `json:"title"`
	Kind    string         `json:"kind"`
	Held    string         `json:"held"` // the rule and the time, "ad hoc", or "" while that is open
	Clauses []string       `json:"clauses"`
	Missing []string       `json:"missing"`
	File    string         `json:"file"` // "" where it is not used here
}

// Run prints a line for each of the forty and for every further one of the office.
func (c *policyListCmd) Run(s streams) error {
	cfg, _, err := c.configured()
	if err != nil {
		return err
	}
	all, err := rules(cfg)
	if err != nil {
		return err
	}
	list := []listed{}
	for _, r := range all {
		p := r.policy
		list = append(list, listed{p.ID, p.Code, p.Title, p.Kind, held(p), p.Clauses, policies.Missing(p), r.file})
	}
	if c.JSON {
		return printJSON(s.Out, list)
	}
	lang := secretary.Hans
	if cfg != nil {
		lang = cmp.Or(cfg.Office.Lang, lang)
	}
	t := newTable(s.Out, "POLICY", "CODE", "TITLE", "HELD", "USED HERE", "CLAUSES", "STILL TO BE FILLED IN")
	for _, l := range list {
		t.row(l.ID, cmp.Or(l.Code, "-"), l.Title.In(lang), cmp.Or(l.Held, "open"), cmp.Or(l.File, "-"), strings.Join(l.Clauses, " "), cmp.Or(strings.Join(l.Missing, " "), "-"))
	}
	return t.flush()
}

// held is when meetings of a type are held: "FREQ=WEEKLY;BYDAY=MO 08:30", "ad hoc", or "" where nobody has said.
func held(p *secretary.Policy) string {
	switch {
	case p.Disabled:
		return "disabled"
	case p.Schedule.AdHoc:
		return "ad hoc"
	case p.Schedule.RRule != "" && p.Schedule.Start.Set:
		return p.Schedule.RRule + " " + p.Schedule.Start.String()
	}
	return p.Schedule.RRule
}
