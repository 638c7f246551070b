package templates

import (
	"slices"

	"github.com/huiban/huiban/secretary"
)

// Entered says which due date the letter puts into its reader's calendar, or takes out; "" where none, and where the letter is
// about nothing else.
func (v *view) Entered() string {
	alone := slices.ContainsFunc(v.Echoes, func(e secretary.EchoLine) bool { return e.What == "due-entry" })
	switch {
	case v.Due == nil || alone:
		return ""
	case v.Due.Method == "CANCEL":
		return v.W("due.out", v.Due.Item.Text)
	}
	return v.W("due.in", v.Due.Item.Text, v.Day(v.Due.Due))
}
