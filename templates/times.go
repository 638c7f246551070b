package templates

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiban/huiban/secretary"
)

// Proposed are the times that are proposed, without the present one.
func (v *view) Proposed() []secretary.TimeView {
	return slices.DeleteFunc(slices.Clone(v.Times), func(t secretary.TimeView) bool { return t.No == "" })
}

// Coming says in a line each who could come at a time, and who not. Who proposes it is not said again.
func (v *view) Coming(t secretary.TimeView) []string {
	var out []string
	add := func(key string, people []string) {
		if len(people) > 0 {
			out = append(out, v.W(key, v.some(people)))
		}
	}
	if t.No == "" {
		add("times.can", v.namesOf(t.Can))
	}
	add("times.perhaps", v.namesOf(t.Perhaps))
	add("times.cannot", v.namesOf(t.Cannot))
	var busy []string
	for _, e := range t.Elsewhere {
		busy = append(busy, v.W("state.at", v.Who(e.Party), v.T(e.Meeting)+" "+v.Clock(e.Start)+"–"+v.Clock(e.End)))
	}
	add("times.elsewhere", busy)
	add("times.unknown", v.namesOf(t.Unknown))
	return out
}

// Joined joins clauses.
func (v *view) Joined(clauses []string) string { return strings.Join(clauses, v.W("semicolon")) }

func (v *view) namesOf(people []secretary.Party) []string {
	var out []string
	for _, p := range people {
		out = append(out, v.Who(p))
	}
	return out
}

// some lists the first of many.
func (v *view) some(people []string) string {
	const most = 8
	if len(people) <= most {
		return v.List(people)
	}
	return v.W("times.more", v.List(people[:most]), len(people))
}

// Foremost is the change that the first line tells of: another time before another place, and these before others. Nil where
// nothing changed.
func (v *view) Foremost() *secretary.Change {
	for _, f := range []string{"start", "end", "place"} {
		if c := v.Change(f); c != nil {
			return c
		}
	}
	if len(v.Changes) > 0 {
		return &v.Changes[0]
	}
	return nil
}

// Sentence makes a sentence of words that stand alone.
func (v *view) Sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:] + "."
}
