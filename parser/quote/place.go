package quote

import (
	"sort"
	"strings"
)

// placing says where in one form of the letter the lines of a mail stand.
type placing struct {
	f     *form
	lines map[int]int // the line of the letter that a line of the mail is, or is a piece of
	gaps  []gap
	depth int   // how deep in quotations the letter stands
	held  int   // bytes of the letter that are there
	typed []int // lines of the mail between two of the letter between which nothing is missing
	order []int // the keys of lines, in order
}

// gap is a run of the mail's lines that the letter does not hold, and the part of the letter that is missing there.
type gap struct {
	lines    []int
	from, to int
}

// place finds the letter in the mail: the form that more of is there.
func (b *body) place() (best placing) {
	for _, f := range b.sent {
		if p := b.placeForm(f); best.f == nil || p.held > best.held {
			best = p
		}
	}
	return best
}

// placeForm walks down the mail and the letter at once. Only lines as deep in quotations as the letter's first are its own.
func (b *body) placeForm(f *form) placing {
	p := placing{f: f, lines: map[int]int{}}
	depth, cursor := -1, 0
	var strange []int
	for i, l := range b.lines {
		if depth >= 0 && l.Depth != depth || !b.mayBeSent(i) {
			continue
		}
		k := squeeze(l.Text)
		at, moves := f.find(k, cursor)
		switch {
		case k == "" || depth < 0 && (at < 0 || !wide(k, wideLine)):
			continue
		case at < 0:
			strange = append(strange, i)
			continue
		}
		depth = l.Depth
		p.lines[i], p.held, p.order = f.lineAt(at), p.held+len(k), append(p.order, i)
		if moves {
			p.gap(strange, cursor, at)
			strange, cursor = nil, at+len(k)
		}
	}
	p.gap(strange, cursor, len(f.whole))
	p.depth = depth
	return p
}

// markPlaced marks lines that are the letter's by what stands above and below them, however short they are.
func (b *body) markPlaced() {
	p := b.placed
	for n := 1; n+1 < len(p.order); n++ {
		i := p.order[n]
		above, at, below := p.lines[p.order[n-1]], p.lines[i], p.lines[p.order[n+1]]
		if above < at && at < below && b.marks[i].kept() && p.f.lines[at].key == squeeze(b.lines[i].Text) {
			b.marks[i] = ofLetter
		}
	}
}

// handedOn reports whether somebody else's words are quoted less deep than the letter: he had it before the writer, and what
// is changed in it may be his doing.
func (b *body) handedOn() bool {
	for i, l := range b.lines {
		if l.Depth == 0 || l.Depth >= b.placed.depth || l.Text == "" || !b.marks[i].quoted() {
			continue
		}
		k := b.key(i)
		if field, _ := b.label(i); field == none && b.attribution(i) == 0 && !separator(l.Text, k) && !footer(l.Text, k) && !b.rule(i) {
			return true
		}
	}
	return false
}

// leastPlaced is how many lines of the letter are there, at least, before what stands between them is known to be typed in.
const leastPlaced = 4

// markTyped keeps what was typed between the letter's lines where programs put it as deep in the quotation as these.
func (b *body) markTyped() {
	if b.placed.count() < leastPlaced {
		return
	}
	for _, i := range b.placed.typed {
		if b.marks[i].quoted() {
			b.marks[i] = typedIn
		}
	}
}

func (p *placing) gap(lines []int, from, to int) {
	switch {
	case len(lines) == 0:
	case from < to:
		p.gaps = append(p.gaps, gap{lines, from, to})
	case to < len(p.f.whole):
		p.typed = append(p.typed, lines...)
	}
}

// mayBeSent reports whether line i may be the letter's: what introduces a quotation and what hangs below a mail is not.
func (b *body) mayBeSent(i int) bool {
	m := b.marks[i]
	return m.kept() || m == prefixed || m == ofLetter || m == below
}

// find is where k stands in the letter, -1 where it does not, and whether the walk goes on from there: it stays where
// a line comes back twice, and a short one does not carry it far.
func (f *form) find(k string, cursor int) (at int, moves bool) {
	if strings.HasPrefix(f.whole[cursor:], k) {
		return cursor, true
	}
	for _, i := range f.byKey[k] {
		if at = f.lines[i].at; at >= cursor {
			return at, wide(k, wideLine)
		}
	}
	if len(f.byKey[k]) > 0 {
		return at, false
	}
	if !wide(k, heldPiece) {
		return -1, false
	}
	if i := strings.Index(f.whole[cursor:], k); i >= 0 {
		return cursor + i, true
	}
	return strings.Index(f.whole, k), false
}

// lineAt is the line that byte at of the whole belongs to.
func (f *form) lineAt(at int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i].at > at }) - 1
}

// itemLine is line i with the line above it that says which item it belongs to, "" where it belongs to none.
func (f *form) itemLine(i int) string {
	item := f.lines[i].item
	if item < 0 {
		return ""
	}
	s := f.lines[item].text
	if no := f.lines[item].no; no != "" {
		s = "[" + no + "] " + s
	}
	if item != i {
		s += " " + f.lines[i].text
	}
	return s
}
