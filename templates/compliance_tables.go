package templates

import (
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// ComplianceTables words the compliance report of a letter for a terminal, in the letter's language: what was missed, then the shares
// by meeting type and by department. The first row of each table is its head.
func ComplianceTables(l *secretary.Letter, o Options) ([][][]string, error) {
	v, err := newView(l, o)
	if err == nil {
		err = lacking(v.Letter, []string{"Compliance"})
	}
	if err != nil {
		return nil, fmt.Errorf("compliance report: %w", err)
	}
	v.formal = true
	missed := [][]string{{v.W("sheet.rule"), v.W("sheet.clause"), v.W("sheet.meeting"), v.W("sheet.day"), v.W("sheet.who"), v.W("sheet.role"), v.W("sheet.delay"), v.W("state"), v.W("sheet.detail")}}
	for _, m := range v.Compliance.Missed {
		missed = append(missed, v.missedRow(m))
	}
	return [][][]string{missed, v.rateRows(v.W("sheet.meeting"), v.TypeRates()), v.rateRows(v.W("department"), v.DepartmentRates())}, nil
}

// missedRow words one rule that was missed; who is the department where there is no name.
func (v *view) missedRow(m secretary.MissedView) []string {
	who, role, state := v.Name(m.Who), "", ""
	if m.Who.Name == "" {
		who = v.T(m.Who.Department)
	}
	if m.Role != "" {
		role = v.W("role." + m.Role)
	}
	if m.Open {
		state = v.W("missed.open")
	}
	return []string{v.Term("missed", m.What), m.Clause, v.T(m.Title), string(m.Day), who, role, v.lateness(m.Late), state, m.Detail}
}

func (v *view) rateRows(first string, all []rates) [][]string {
	out := [][]string{{first, v.W("sheet.held"), v.W("sheet.attended"), v.W("sheet.papers"), v.W("sheet.minutes"), v.W("sheet.closed")}}
	for _, r := range all {
		out = append(out, []string{r.Name, r.Meetings, r.Attended, r.Papers, r.Minutes, r.Closed})
	}
	return out
}
