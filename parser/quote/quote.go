// Package quote tells what a person newly wrote in a mail from the history, signatures, footers, disclaimers and banners
// around it. Every line is put into a class once and a rule runs over the sequence, so the time is linear in the text.
//
// The formats of some forty mail programs differ only in few things: a line that introduces the history ("… 写道："),
// a block of fields (发件人, 发送时间 …), a separator, and ">" or nothing before the history's lines.
package quote

import (
	"strings"

	"github.com/huiban/huiban/parser/markup"
)

// Line is one line of a mail's body, from Plain or from the markup package.
type Line = markup.Line

// Options is what helps to tell the writer's words from others'.
type Options struct {
	Name  string // the writer's display name, for signatures without a mark
	Email string // the writer's address

	Sent     string // the text of the letter that we sent; any line of it coming back is quotation
	SentPage []Line // the lines of the same letter's HTML, which most programs quote instead; its buttons are lines too

	Minutes bool // the letter is minutes: people correct its lines where they stand
}

// Kept is one line that the person newly wrote. Above is the quoted line right above it, with the lines it was broken from,
// where it stands between quoted lines, else "".
type Kept struct{ Text, Above string }

// Reading is a body told apart.
type Reading struct {
	Lines   []Kept
	History []string // the quoted lines, in order, marks removed
	Changes []Change // the lines of the letter that came back with other words, in order
	authors int      // how many mails are quoted, one within the other

	all   []Line // every line, and what it was taken for
	marks []mark
}

// Text is the newly written text. Lines keep their order; blank runs shrink to one blank line.
func (r Reading) Text() string {
	var b strings.Builder
	blank := true
	for _, l := range r.Lines {
		if l.Text == "" {
			if !blank {
				b.WriteByte('\n')
			}
			blank = true
			continue
		}
		b.WriteString(l.Text)
		b.WriteByte('\n')
		blank = false
	}
	return strings.TrimSpace(b.String())
}

// Quoted reports whether any history was found.
func (r Reading) Quoted() bool { return len(r.History) > 0 }

// Letter is the history without the fields of header blocks: what the quoted mails say. A program that puts all that it quotes
// into a container of its own has the fields in there as well.
func (r Reading) Letter() []string {
	var out []string
	b := &body{lines: r.all, facts: make([]facts, len(r.all))}
	for i := 0; i < len(r.marks); i++ {
		if m := r.marks[i]; !m.quoted() || m == fielded {
			continue
		}
		if n := b.headerBlock(i); n > 0 {
			i += n - 1
			continue
		}
		out = append(out, r.all[i].Text)
	}
	return out
}

// body is a mail's lines with their marks.
type body struct {
	lines []Line
	marks []mark
	o     Options
	sent  sentLetter

	placed placing // where the letter stands in the lines

	facts    []facts
	names    []string        // the forms of the writer's name
	initials map[string]bool // the letters that he may close with
}

// Read tells lines apart.
func Read(lines []Line, o Options) Reading {
	b := &body{lines: lines, marks: make([]mark, len(lines)), facts: make([]facts, len(lines)), o: o, sent: newLetter(o), names: names(o.Name), initials: initials(o.Name)}
	b.findOurs()
	b.markHistory()
	b.markColours()
	r := Reading{all: b.lines, marks: b.marks, authors: b.countAuthors()}
	b.placed = b.place()
	b.markPlaced()
	if r.authors <= 1 && !b.handedOn() {
		r.Changes = b.changes()
		b.markTyped()
	}
	b.eachRun(b.markTail)
	b.markBanner()
	b.eachRun(b.markDecoration)
	b.read(&r)
	return r
}

// markHistory runs over the lines once and marks what is quoted.
func (b *body) markHistory() {
	for i := 0; i < len(b.lines); {
		n, m := b.historyAt(i)
		b.set(i, i+n, m)
		i += n
		if m.introduces() {
			if i = b.markIntroduction(i, m == separated); !b.prefixed(i) {
				b.markRest(i)
				return
			}
		}
		if n == 0 {
			i++
		}
	}
}

// markIntroduction marks the fields below a separator, and whatever else goes on to introduce the history from i, and says
// where it begins. Below a separator one field will do.
func (b *body) markIntroduction(i int, separator bool) int {
	for j := i; j < len(b.lines); j++ {
		if b.lines[j].Text == "" {
			continue
		}
		n, m := b.historyAt(j)
		switch {
		case n == 0 && separator && field(b.lines[j].Text):
			n, m = 1, fielded
		case !m.introduces():
			return i
		default:
			separator = m == separated
		}
		b.set(i, j, below)
		b.set(j, j+n, m)
		i, j = j+n, j+n-1
	}
	return i
}

// historyAt reports how many lines from i are history, and by which rule.
func (b *body) historyAt(i int) (n int, m mark) {
	f := &b.facts[i]
	if f.asked&searched == 0 {
		n, m = b.findHistory(i)
		f.asked |= searched
		f.history, f.by = uint8(n), m
	}
	return int(f.history), f.by
}

func (b *body) findHistory(i int) (n int, m mark) {
	l := b.lines[i]
	switch {
	case l.Depth > 0:
		return 1, prefixed
	case b.facts[i].ours:
		return 1, ofLetter
	case l.Text == "":
		return 0, written
	}
	k := b.key(i)
	switch {
	case separator(l.Text, k):
		return 1, separated
	case flattened(k):
		return 1, flat
	}
	if n, m := b.fields(i, k); n > 0 {
		return n, m
	}
	if n := b.attribution(i); n > 0 {
		return n, introduced
	}
	return 0, written
}

// prefixed reports whether the history that starts at i carries marks of its own, so that what is unmarked below it may be an
// answer. A mark before nothing may be the history's own.
func (b *body) prefixed(i int) bool {
	for ; i < len(b.lines); i++ {
		switch l := b.lines[i]; {
		case l.Depth > 0 && l.Text != "":
			return true
		case l.Text != "":
			n, _ := b.historyAt(i)
			if n == 0 {
				return false
			}
			i += n - 1
		}
	}
	return false
}

// markRest marks everything from i as history. Where that is the letter that we sent and nothing else, the lines that are not
// in the letter are answers typed into it and stay.
func (b *body) markRest(i int) {
	trust := b.letterFrom(i)
	for ; i < len(b.lines); i++ {
		if !trust || b.facts[i].ours || b.sent.holds(b.lines[i].Text) || b.sent.begins(b.lines[i].Text) {
			b.marks[i] = below
		} else {
			b.marks[i] = typedIn
		}
	}
}

// letterFrom reports whether the history from i begins with the letter that we sent and holds no mail of anybody else.
func (b *body) letterFrom(i int) bool {
	known := 0
	for first := true; i < len(b.lines); i++ {
		l := b.lines[i]
		if l.Text == "" {
			continue
		}
		if first && !b.sent.begins(l.Text) {
			return false
		}
		if _, m := b.historyAt(i); m.introduces() {
			return false
		}
		first = false
		if b.facts[i].ours {
			known++
		}
	}
	return known > 1
}

func (b *body) set(from, to int, m mark) {
	for i := from; i < to && i < len(b.marks); i++ {
		b.marks[i] = m
	}
}

// eachRun calls f for every run of kept lines between quoted ones.
func (b *body) eachRun(f func(from, to int)) {
	for i := 0; i < len(b.lines); {
		if b.marks[i].quoted() {
			i++
			continue
		}
		j := i
		for j < len(b.lines) && !b.marks[j].quoted() {
			j++
		}
		f(i, j)
		i = j
	}
}
