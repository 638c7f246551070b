// Package quote tells what a person newly wrote in a mail from the history, signatures, footers, disclaimers and banners
// around it. Every line is put into a class once and a rule runs over the sequence, so the time is linear in the text.
//
// The formats of some forty mail programs differ only in few things: a line that introduces the history ("… 写道："),
// a block of fields (发件人, 发送时间 …), a separator, and ">" or nothing before the history's lines.
package quote

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/markup"
)

// Line is one line of a mail's body, from Plain or from the markup package.
type Line = markup.Line

// Options is what helps to tell the writer's words from others'.
type Options struct {
	Name  string // the writer's display name, for signatures without a mark
	Email string // the writer's address
	Sent  string // the text of the letter that we sent; any line of it coming back is quotation
}

// Kept is one line that the person newly wrote. Above is the quoted line right above it, with the lines it was broken from,
// where it stands between quoted lines, else "".
type Kept struct{ Text, Above string }

// Reading is a body told apart.
type Reading struct {
	Lines   []Kept
	History []string // the quoted lines, in order, marks removed
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

// body is a mail's lines with their marks.
type body struct {
	lines []Line
	marks []mark
	o     Options
	sent  sentLines

	names    []string        // the forms of the writer's name
	initials map[string]bool // the letters that he may close with
}

// Read tells lines apart.
func Read(lines []Line, o Options) Reading {
	b := &body{lines: lines, marks: make([]mark, len(lines)), o: o, sent: newSentLines(o.Sent), names: names(o.Name), initials: initials(o.Name)}
	b.markHistory()
	b.markColours()
	b.eachRun(b.markTail)
	b.markBanner()
	b.eachRun(b.markDecoration)
	return b.reading()
}

// markHistory runs over the lines once and marks what is quoted.
func (b *body) markHistory() {
	for i := 0; i < len(b.lines); {
		n, m := b.historyAt(i)
		b.set(i, i+n, m)
		i += n
		if m.introduces() && !b.prefixed(i) {
			b.markRest(i)
			return
		}
		if n == 0 {
			i++
		}
	}
}

// historyAt reports how many lines from i are history, and by which rule.
func (b *body) historyAt(i int) (n int, m mark) {
	l := b.lines[i]
	switch {
	case l.Depth > 0:
		return 1, prefixed
	case b.sent.has(l.Text):
		return 1, sentLine
	case l.Text == "":
		return 0, written
	case separator(l.Text):
		return 1, separated
	case flattened(l.Text):
		return 1, flat
	}
	if n, m := fields(b.lines[i:]); n > 0 {
		return n, m
	}
	if n := attribution(b.lines[i:]); n > 0 {
		return n, introduced
	}
	return 0, written
}

// prefixed reports whether the history that starts at i carries marks of its own, so that what is unmarked below it may be an answer.
func (b *body) prefixed(i int) bool {
	for ; i < len(b.lines); i++ {
		switch l := b.lines[i]; {
		case l.Depth > 0:
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
		if !trust || b.sent.holds(b.lines[i].Text) || b.sent.begins(b.lines[i].Text) {
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
		if _, m := b.historyAt(i); m.introduces() || first && !b.sent.begins(l.Text) {
			return false
		}
		first = false
		if b.sent.has(l.Text) {
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

func (b *body) reading() Reading {
	r := Reading{all: b.lines, marks: b.marks}
	above, broken := "", false
	for i, l := range b.lines {
		switch m := b.marks[i]; {
		case m.quoted():
			r.History = append(r.History, l.Text)
			if broken = broken && len(above) < longItem && goesOn(l.Text); broken {
				above += " " + l.Text
			} else if l.Text != "" {
				above = l.Text
			}
			broken = wide(l.Text, wrapped) && !ended.MatchString(l.Text)
		case m.kept():
			r.Lines = append(r.Lines, Kept{l.Text, above})
			broken = false
		}
	}
	r.authors = b.countAuthors()
	if !b.inline() {
		for i := range r.Lines {
			r.Lines[i].Above = ""
		}
	}
	return r
}

// wrapped is how wide a quoted line is, at least, that a program broke; ended is how one ends that was not broken.
const wrapped = 64

// longItem is how long, in bytes, an item is that is still put together from its lines.
const longItem = 600

var (
	ended = regexp.MustCompile(`[。.;；:：!！?？]\s*$`)
	// carriedOn is how the rest of a broken line begins: in the middle of a sentence, with no number, code or request.
	carriedOn = regexp.MustCompile(`^(?:[a-z]|\p{Han})`)
	startsNew = regexp.MustCompile(`^(?:[第请請如若谢謝以例注备備各附]|[一二三四五六七八九十]+[、.]|[a-z][.):]|please\b|reply\b)`)
)

// goesOn reports whether a quoted line may go on with the one above.
func goesOn(s string) bool { return carriedOn.MatchString(s) && !startsNew.MatchString(s) }

// inline reports whether words stand between quoted lines. Words that only follow the whole history answer all of it,
// not its last line.
func (b *body) inline() bool {
	groups, quotedAfter, open, any := 0, false, false, false
	for i, l := range b.lines {
		switch {
		case l.Text == "":
		case b.marks[i].quoted():
			any, open = true, false
			quotedAfter = quotedAfter || groups > 0
		case b.marks[i].kept() && any && !open:
			groups, open = groups+1, true
		}
	}
	return groups > 1 || groups == 1 && quotedAfter
}

// sentLines knows the lines of the letter that we sent, squeezed.
type sentLines struct {
	lines map[string]bool
	whole string
}

// How wide, in columns of a terminal, a line must be to count as the letter's wherever it stands. A shorter one may be
// the writer's own answer: people write what a button says.
const (
	wideLine  = 12 // a whole line
	widePiece = 24 // a piece of one that was broken anew
	heldPiece = 16 // such a piece, where the letter is known to stand
)

func newSentLines(text string) sentLines {
	s := sentLines{lines: map[string]bool{}, whole: squeeze(text)}
	for _, l := range strings.Split(text, "\n") {
		if k := squeeze(l); k != "" {
			s.lines[k] = true
		}
	}
	return s
}

// target is where a link leads, as programs write it behind the link's words.
var target = regexp.MustCompile(`<?\b(mailto|https?):[^\s>]*>?`)

// squeeze folds a line and drops the targets of links: what two programs make of one line compares equal.
func squeeze(l string) string { return fold.Squeeze(target.ReplaceAllString(l, "")) }

// has reports whether l is a line of the letter, or a piece of one that was broken anew, and cannot well be anything else.
func (s sentLines) has(l string) bool {
	if s.whole == "" || l == "" {
		return false
	}
	k := squeeze(l)
	return s.lines[k] && wide(k, wideLine) || wide(k, widePiece) && strings.Contains(s.whole, k)
}

// holds reports whether l is the letter's where the letter is known to stand: a line of any length, or a link alone.
func (s sentLines) holds(l string) bool {
	if s.whole == "" || l == "" {
		return false
	}
	k := squeeze(l)
	return k == "" || s.lines[k] || wide(k, heldPiece) && strings.Contains(s.whole, k)
}

// begins reports whether the letter begins with l.
func (s sentLines) begins(l string) bool {
	return s.whole != "" && l != "" && strings.HasPrefix(s.whole, squeeze(l))
}

// wide reports whether s takes n columns at least; what is not ASCII takes two.
func wide(s string, n int) bool {
	for _, r := range s {
		n--
		if r > 0x7f {
			n--
		}
		if n <= 0 {
			return true
		}
	}
	return false
}
