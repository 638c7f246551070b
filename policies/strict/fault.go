// Package strict reads a YAML file that a person wrote into a struct and reports every mistake in it at once, each
// with its place and in words for people: unknown and repeated keys, values of the wrong kind, broken syntax.
package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one mistake in a file that the administrator wrote. The zero Line means the file as a whole, or that the
// place is not known yet (see Source.Place).
type Fault struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`   // from 1
	Column  int    `json:"column,omitempty"` // from 1, in characters; 0 where only the line is known
	Key     string `json:"key,omitempty"`    // dotted, "notice.lead" or "roster[2].who"; "" where no key is meant
	Message string `json:"message"`          // what is wrong, lower case, without a full stop
	Hint    string `json:"hint,omitempty"`   // what to write instead; may be ""
	Warning bool   `json:"warning"`          // worth a look, but the file is used as it is
}

// Error is the fault on one line: file:line:column: key: message (hint).
func (f Fault) Error() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.File + ":")
	}
	if f.Line > 0 {
		fmt.Fprintf(&b, "%d:", f.Line)
	}
	if f.Column > 0 {
		fmt.Fprintf(&b, "%d:", f.Column)
	}
	if b.Len() > 0 {
		b.WriteString(" ")
	}
	if f.Warning {
		b.WriteString("warning: ")
	}
	if f.Key != "" {
		b.WriteString(f.Key + ": ")
	}
	b.WriteString(f.Message)
	if f.Hint != "" {
		b.WriteString(" (" + f.Hint + ")")
	}
	return b.String()
}

// Errors counts the faults that are no warnings.
func Errors(faults []Fault) int {
	n := 0
	for _, f := range faults {
		if !f.Warning {
			n++
		}
	}
	return n
}

// Sort puts faults in the order of file, line and column, in place; of one place the order stays.
func Sort(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
