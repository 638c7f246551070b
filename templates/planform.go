package templates

import "strings"

// planRows is how many empty rows the link for an action plan offers.
const planRows = 3

// PlanLink opens an answer with the lines of an action plan to be filled in.
func (v *view) PlanLink() string {
	lines := []string{v.section("actions"), strings.Join(v.actionHead(), " | ")}
	for _, r := range waiting(nil, planRows, len(v.actionHead())) {
		lines = append(lines, strings.TrimRight(strings.Join(r, " | "), " "))
	}
	return v.mailto(strings.Join(lines, "\n"))
}

// PlanExample is one line of an action plan.
func (v *view) PlanExample() string {
	return strings.Join([]string{"1", v.W("plan.step"), v.Name(v.To), v.W("say.date"), v.W("plan.result")}, " | ")
}
