package main

import (
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// seatNotes says what there is to know of a seat besides the answer: why that answer counts and not the one before (imip
// I-50), what was answered to an earlier version (I-53), and the other time that was proposed.
func (p printer) seatNotes(m *secretary.Meeting, s *secretary.Seat) []string {
	var note []string
	add := func(set bool, format string, a ...any) {
		if set {
			note = append(note, fmt.Sprintf(format, a...))
		}
	}
	a := &s.Answer
	add(s.Person == m.Host, "host")
	add(s.Delegate != "", "by %s", p.name(s.Delegate))
	add(s.For != "", "for %s", p.name(s.For))
	add(s.Undeliverable != "", "undeliverable: %s", s.Undeliverable)
	add(a.Basis != "" && a.Basis != secretary.FirstAnswer, "newer by %s%s", a.Basis, map[bool]string{true: " (stamp copied)"}[a.Copied])
	if a.Proposal != nil {
		add(true, "proposes %s", p.o.local(a.Proposal.Start))
	}
	if s.Earlier != nil {
		add(true, "to the earlier version: %s", s.Earlier.PartStat)
	}
	return note
}

// uninvited lists who answered without being invited, and what became of it (imip I-28).
func (p printer) uninvited(m *secretary.Meeting) {
	for _, c := range m.Crashers {
		state := string(c.State)
		if c.State == "" {
			state = "waits for " + p.name(c.For)
		}
		fmt.Fprintf(p.w, "not invited: %s %s: %s\n", p.name(c.Person), c.Answer.PartStat, state)
	}
}
