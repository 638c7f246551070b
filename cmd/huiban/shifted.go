package main

import (
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// ways word what became of a meeting on a day off.
var ways = map[string]string{"earlier": "held earlier", "later": "put off", "skip": "left out", "keep": "held all the same", "ask": "the convener is asked"}

// shifted says from which day a meeting moved, and why; "" where its day is the rule's.
func (o *office) shifted(m *secretary.Meeting) string {
	if m.Shift == "" {
		return ""
	}
	why := m.ShiftDay.In(o.lang())
	if why == "" {
		why = "a day off"
	}
	return fmt.Sprintf("planned for %s, %s: %s", o.local(m.Planned), why, ways[m.Shift])
}
