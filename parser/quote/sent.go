package quote

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// sentLetter is the letter that we sent, in the forms that may come back: its text, and the lines of its HTML.
type sentLetter []*form

// form is one form of the letter, line by line, and squeezed into one.
type form struct {
	lines []sentLine
	whole string           // the keys of all lines in a row
	byKey map[string][]int // the lines that have a key, in order

	from, to int // the lines of its matter, between the greeting and how to reply
}

// sentLine is one line of the letter that is not blank.
type sentLine struct {
	text string
	key  string // squeezed
	no   string // the item's number, where it stands in a line of its own above
	at   int    // where the key begins in the whole
	item int    // the line that carries the number of the item it belongs to; -1 where it belongs to none
}

func newLetter(o Options) (l sentLetter) {
	if o.Sent != "" {
		l = append(l, textForm(o.Sent))
	}
	if len(o.SentPage) > 0 {
		l = append(l, pageForm(o.SentPage, l))
	}
	return l
}

// numbered begins an item of a letter: "[2] ", "2. ", "ACT-17 ", or the number in a cell of its own.
var numbered = pattern.Must(`^(?:\[[\w.-]{1,12}\]|\d{1,3}[.、)]|[A-Z]{1,8}-[A-Z0-9-]{1,10})(?:\s|[^\d\s])|^\d{1,3}\t`)

// alone is the number of an item in a line of its own, as the letter's HTML has it.
var alone = pattern.Must(`^(?:\d{1,3}|[A-Z]{1,8}-[A-Z0-9-]{1,10})$`)

// textForm reads the letter's text: the indented lines below a numbered one belong to its item.
func textForm(text string) *form {
	f := newForm()
	item := -1
	for _, l := range strings.Split(text, "\n") {
		t := tidy(l)
		switch {
		case numbered.MatchString(t):
			item = len(f.lines)
		case t == "" || l[0] != ' ' && l[0] != '\t':
			item = -1
		}
		f.add(t, item)
	}
	f.join()
	f.bound(f)
	return f
}

// pageForm reads the letter's HTML. What belongs to which item is told by the text, where the same line stands.
func pageForm(page []Line, text sentLetter) *form {
	f := newForm()
	item, no := -1, ""
	for _, l := range page {
		switch {
		case no != "" || numbered.MatchString(l.Text):
			item = len(f.lines)
		case !text.belongs(l.Text):
			item = -1
		}
		f.add(l.Text, item)
		if no != "" {
			f.lines[len(f.lines)-1].no = no
		}
		no = alone.FindString(l.Text)
	}
	f.join()
	for _, t := range text {
		f.bound(t)
	}
	return f
}

func newForm() *form { return &form{byKey: map[string][]int{}, from: -1} }

// bound finds the letter's matter by the first heading of its text, and by the line that says how to reply.
func (f *form) bound(text *form) {
	f.to = len(f.lines)
	for _, l := range text.lines {
		switch at := f.byKey[l.key]; {
		case len(at) == 0:
		case f.from < 0 && heads(l.text):
			f.from = at[0]
		case f.from >= 0 && strings.HasPrefix(l.text, "————"):
			f.to = at[0]
			return
		}
	}
}

// heads reports whether a line of the letter's text is a heading.
func heads(s string) bool {
	return strings.HasPrefix(s, "【") || len(s) > 3 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// corrigible reports whether line i belongs to the letter's matter.
func (f *form) corrigible(i int) bool { return i >= f.from && i < f.to }

// belongs reports whether s is a line that belongs to an item.
func (l sentLetter) belongs(s string) bool {
	k := squeeze(s)
	for _, f := range l {
		for _, i := range f.byKey[k] {
			if f.lines[i].item >= 0 {
				return true
			}
		}
	}
	return false
}

func (f *form) add(text string, item int) {
	k := squeeze(text)
	if k == "" {
		return
	}
	f.byKey[k] = append(f.byKey[k], len(f.lines))
	f.lines = append(f.lines, sentLine{text: text, key: k, item: item})
}

func (f *form) join() {
	var b strings.Builder
	for i := range f.lines {
		f.lines[i].at = b.Len()
		b.WriteString(f.lines[i].key)
	}
	f.whole = b.String()
}

// How wide, in columns of a terminal, a line must be to count as the letter's wherever it stands. A shorter one may be
// the writer's own answer: people write what a button says.
const (
	wideLine  = 12 // a whole line
	widePiece = 24 // a piece of one that was broken anew
	heldPiece = 16 // such a piece, where the letter is known to stand
)

// squeeze is what is left of a line of the letter whatever a program made of it: its letters and digits.
func squeeze(l string) string { return string(core(l, false)) }

// holds reports whether s is the letter's where the letter is known to stand: a line of any length, or a link alone.
func (l sentLetter) holds(s string) bool {
	if len(l) == 0 || s == "" {
		return false
	}
	k := squeeze(s)
	if k == "" {
		return rule(s) || strings.TrimSpace(untargeted(s)) == ""
	}
	return l.line(k) || wide(k, heldPiece) && l.contains(k)
}

func (l sentLetter) line(k string) bool {
	for _, f := range l {
		if len(f.byKey[k]) > 0 {
			return true
		}
	}
	return false
}

func (l sentLetter) contains(k string) bool {
	for _, f := range l {
		if strings.Contains(f.whole, k) {
			return true
		}
	}
	return false
}

// begins reports whether the letter begins with s.
func (l sentLetter) begins(s string) bool {
	if len(l) == 0 {
		return false
	}
	k := squeeze(s)
	if k == "" {
		return false
	}
	for _, f := range l {
		if strings.HasPrefix(f.whole, k) {
			return true
		}
	}
	return false
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
