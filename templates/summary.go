package templates

import (
	"fmt"
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// LateCount is how many of the letter's items are overdue.
func (v *view) LateCount() int {
	n := 0
	for _, i := range v.Items {
		if i.Late > 0 {
			n++
		}
	}
	return n
}

// group is a department's part of the weekly summary.
type group struct {
	Name  string
	Items []secretary.ItemView
}

// Groups are the departments of the weekly summary, their items numbered through.
func (v *view) Groups() []group {
	var out []group
	n := 0
	for _, g := range v.Summary.Groups {
		name := v.T(g.Department)
		if name == "" {
			name = v.W("others")
		}
		items := slices.Clone(g.Items)
		for i := range items {
			n++
			items[i].No = fmt.Sprint(n)
		}
		out = append(out, group{name, items})
	}
	return out
}

// Figures are the week's counts, beside those of the week before where they are known.
func (v *view) Figures() []page.Figure {
	s := v.Summary
	late := page.Good
	if s.Overdue > 0 {
		late = page.Late
	}
	out := []page.Figure{
		{Number: fmt.Sprint(s.Overdue), Tone: late, Label: v.W("sum.overdue")},
		{Number: fmt.Sprint(s.Soon), Label: v.W("sum.soon")},
		{Number: fmt.Sprint(s.Open), Label: v.W("sum.open")},
		{Number: fmt.Sprint(s.Closed), Label: v.W("sum.closed")},
	}
	if b := s.Before; b != nil {
		for i, n := range []int{b.Overdue, b.Soon, b.Open} {
			out[i].Note = v.W("sum.was", n)
		}
	}
	return out
}

// Blocked reports whether the letter is about an item that is stuck.
func (v *view) Blocked() bool {
	return slices.ContainsFunc(v.Items, func(i secretary.ItemView) bool { return i.Status == secretary.Blocked })
}
