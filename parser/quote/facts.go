package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// facts are what several rules ask of a line. Each is found once, when it is first asked.
type facts struct {
	key   string // folded, without blanks
	asked fact
	is    fact

	field   kind  // which field of a header block it is
	history uint8 // how many lines are history from here, and by which rule
	by      mark
	ours    bool // the letter's, by its words and place
}

// fact is a set of the questions about a line.
type fact uint8

const (
	keyed fact = 1 << iota
	answering
	contact
	ruling
	searched // for history
	labelled
	valued // the field has a value
)

// key is line i folded, without blanks.
func (b *body) key(i int) string {
	f := &b.facts[i]
	if f.asked&keyed == 0 {
		f.asked |= keyed
		f.key = fold.Squeeze(b.lines[i].Text)
	}
	return f.key
}

// ask finds a fact about line i once.
func (b *body) ask(i int, q fact, find func(string) bool) bool {
	f := &b.facts[i]
	if f.asked&q == 0 {
		f.asked |= q
		if find(b.lines[i].Text) {
			f.is |= q
		}
	}
	return f.is&q != 0
}

// label reads the field at the start of line i and whether it has a value.
func (b *body) label(i int) (kind, bool) {
	f := &b.facts[i]
	if f.asked&labelled == 0 {
		k, value := label(b.lines[i].Text)
		f.asked |= labelled
		if f.field = k; value {
			f.is |= valued
		}
	}
	return f.field, f.is&valued != 0
}

func (b *body) answers(i int) bool     { return b.ask(i, answering, answers) }
func (b *body) contact(i int) bool     { return b.ask(i, contact, contactLine) }
func (b *body) rule(i int) bool        { return b.ask(i, ruling, rule) }
func (b *body) blank(i int) bool       { return b.lines[i].Text == "" }
func (b *body) retext(i int, s string) { b.lines[i].Text, b.facts[i] = s, facts{} }

// starts are beginnings to look for, by their first character.
type starts map[rune][]string

func newStarts(list []string) starts {
	s := starts{}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		s[r] = append(s[r], w)
	}
	return s
}

// of is the beginning that k has, the first of the list; "" where it has none.
func (s starts) of(k string) string {
	r, _ := utf8.DecodeRuneInString(k)
	for _, w := range s[r] {
		if strings.HasPrefix(k, w) {
			return w
		}
	}
	return ""
}

// longer reports whether s has more than n characters.
func longer(s string, n int) bool {
	return len(s) > n && (len(s) > 4*n || utf8.RuneCountInString(s) > n)
}
