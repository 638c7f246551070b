package parser

import (
	"slices"

	"github.com/huiban/huiban/parser/meaning"
)

// ordered puts the quick lines of a mail in a meeting's thread before what else it says. Whether they count is told by who
// wrote it, which is not known here; a calendar's answer, or a draft in a Word file, orders nothing.
func (p *parse) ordered(a meaning.Answer) meaning.Answer {
	if !p.o.Meeting || p.answered() || (p.o.About == DayOff || p.o.About == TopicCall) && len(a.Intents) > 0 || p.o.About == Draft && len(p.m.Files) > 0 {
		return a
	}
	q := p.question()
	orders, rest := meaning.Orders(q)
	if len(orders) == 0 {
		return a
	}
	if said, ok := meaning.Beside(q, rest, a.Intents); ok {
		a.Intents = slices.Concat(orders, said, a.Intents)
	}
	return a
}
