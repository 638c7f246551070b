package quote

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// read puts down what the marks say.
func (b *body) read(r *Reading) {
	kept := 0
	for _, m := range b.marks {
		if m.kept() {
			kept++
		}
	}
	r.Lines, r.History = make([]Kept, 0, kept), make([]string, 0, len(b.marks)-kept)
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
			broken = wide(l.Text, wrapped) && !ended(l.Text)
			if item := b.itemAt(i); item != "" {
				above, broken = item, false
			}
		case m.kept():
			if item := b.itemAt(i); m == remarked && item != "" {
				above, r.History = item, append(r.History, item)
			}
			r.Lines = append(r.Lines, Kept{l.Text, above})
			broken = false
		}
	}
	if !b.inline() {
		r.answersAll()
	}
}

// answersAll unties the written lines from those above them, but for what was put behind one of our lines.
func (r *Reading) answersAll() {
	n := 0
	for _, m := range r.marks {
		if !m.kept() {
			continue
		}
		if m != remarked {
			r.Lines[n].Above = ""
		}
		n++
	}
}

// itemAt is the item of the letter that line i belongs to, "" where it belongs to none.
func (b *body) itemAt(i int) string {
	if at, ok := b.placed.lines[i]; ok {
		return b.placed.f.itemLine(at)
	}
	return ""
}

// ended reports whether a quoted line ends as one does that no program broke.
func ended(s string) bool {
	return strings.ContainsAny(lastRune(strings.TrimRight(s, " \t\f\r\n")), "。.;；：:!！?？")
}

// wrapped is how wide a quoted line is, at least, that a program broke.
const wrapped = 64

// longItem is how long, in bytes, an item is that is still put together from its lines.
const longItem = 600

var (
	// carriedOn is how the rest of a broken line begins: in the middle of a sentence, with no number, code or request.
	carriedOn = pattern.Must(`^(?:[a-z]|\p{Han})`)
	startsNew = pattern.Must(`^(?:[第请請如若谢謝以例注备備各附]|[一二三四五六七八九十]+[、.]|[a-z][.):]|please\b|reply\b)`)
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
