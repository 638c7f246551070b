package templates

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// amendmentsShown is how many changes of one regulation a letter lists; the document attached has them all.
const amendmentsShown = 12

// Amended words what a regulation changes, old → new.
func (v *view) Amended(r secretary.Regulation) []orderLine {
	none := v.regulate(&r).W("value.none")
	var out []orderLine
	for _, a := range v.Amendments(r) {
		text := v.W("moved", page.Inline(a.Old), page.Inline(a.New))
		if a.Old == none {
			text = v.W("added", page.Inline(a.New))
		}
		if len(out) < amendmentsShown {
			out = append(out, orderLine{a.Name, markup(text)})
		}
	}
	return out
}

// MoreAmended is how many changes Amended leaves out.
func (v *view) MoreAmended(r secretary.Regulation) int {
	return max(len(v.Amendments(r))-amendmentsShown, 0)
}

// holding are the articles that everybody has to know who takes part in a meeting.
var holding = []string{"when", "place", "lead", "reply", "leave", "delegate", "cutoff", "progress", "extend"}

// Holds are the rules that a newcomer has to know, a line for each.
func (v *view) Holds(r secretary.Regulation) ([]string, error) {
	chapters, err := v.regulate(&r).chapters()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, c := range chapters {
		for _, a := range c.Articles {
			if slices.Contains(holding, a.name) {
				out = append(out, strings.Join(a.Lines, " "))
			}
		}
	}
	return out, nil
}

// Regulated names the meetings whose regulations a letter is about.
func (v *view) Regulated() string {
	var out []string
	for _, r := range v.Regulations {
		out = append(out, v.T(r.Policy.Title))
	}
	return v.List(out)
}

// NewRules reports whether a letter tells of regulations that are new to the reader, and nothing else.
func (v *view) NewRules() bool {
	return !slices.ContainsFunc(v.Regulations, func(r secretary.Regulation) bool { return r.Was != nil })
}
