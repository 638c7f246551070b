package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// Change is a line of our letter that came back with other words: a correction made where it stands.
type Change struct {
	Line     string // the line as it was sent, below the one with its item's number where it is another
	Old, New string // the wordings, without the mark of a list; New is "" where the line is struck out
	Added    string // what was put behind the line, where nothing else is changed: a written line too. "" elsewhere
	GoesOn   bool   // Added goes on with the line as if it were part of it
	at       int    // the line's place in the letter
}

// How much of a line must have stayed, in tenths, to be that line still, and how many letters and digits it must have.
const (
	stayed     = 6
	stayedPart = 5 // of a piece, or of a line that has kept its number
	leastCore  = 4
)

// How much work the comparing of lines may be: a mail with more that is strange is none that somebody corrected.
const (
	maxStrange = 60
	maxPieces  = 6
	maxCells   = 20_000_000
)

// changes finds the lines of the letter that differ from those sent. What a program did to them is marked as the letter's; in
// minutes the others are corrections. Where most of the letter seems corrected it was mangled on its way.
func (b *body) changes() []Change {
	var found []match
	budget := maxCells
	for _, g := range b.placed.gaps {
		if len(g.lines) <= maxStrange {
			found = append(found, b.matches(g, &budget)...)
		}
	}
	conv := b.converted()
	if n := len(found); n > 3 && n > b.placed.intact() {
		for _, m := range found {
			b.settle(m, ofLetter)
		}
		return nil
	}
	out := b.struck()
	for _, m := range found {
		if c, ok := b.changed(m, conv); ok {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y Change) int { return x.at - y.at })
	return out
}

// struck finds the lines of the letter that are struck out.
func (b *body) struck() (out []Change) {
	p := b.placed
	for _, i := range p.order {
		at := p.lines[i]
		if !b.o.Minutes || !b.lines[i].Struck || !p.f.corrigible(at) || len(out) > 0 && out[len(out)-1].at == at {
			continue
		}
		b.settle(match{line: at, lines: []int{i}}, reworded)
		out = append(out, b.change(at))
	}
	return out
}

// change is line at of the letter, not changed yet.
func (b *body) change(at int) Change {
	f := b.placed.f
	c := Change{at: at, Line: cmp.Or(f.itemLine(at), f.lines[at].text)}
	_, c.Old = unlisted(f.lines[at].text)
	return c
}

// count is the number of the letter's lines that came back as they were.
func (p placing) count() int {
	seen := map[int]bool{}
	for _, l := range p.lines {
		seen[l] = true
	}
	return len(seen)
}

// intact is the number of lines of the letter's matter that came back as they were.
func (p placing) intact() int {
	seen := map[int]bool{}
	for _, l := range p.lines {
		if p.f.corrigible(l) {
			seen[l] = true
		}
	}
	return len(seen)
}

// match is a line of the letter, and the lines of the mail that it came back as.
type match struct {
	line  int
	lines []int
	d     difference
	score int
}

// matches pairs what is strange in a gap with what is missing there, the likest first; lines keep their order.
func (b *body) matches(g gap, budget *int) []match {
	best := match{score: -1}
	f := b.placed.f
	for i := f.lineAt(g.from); i < len(f.lines) && f.lines[i].at < g.to; i++ {
		if f.corrigible(i) {
			best = b.likest(best, i, g, budget)
		}
	}
	if best.score < 0 {
		return nil
	}
	best = b.extended(best, g, budget)
	at := f.lines[best.line].at
	before := gap{g.lines[:slices.Index(g.lines, best.lines[0])], g.from, at}
	after := gap{g.lines[slices.Index(g.lines, best.lines[len(best.lines)-1])+1:], at + len(f.lines[best.line].key), g.to}
	out := append(b.within(before, budget), best)
	return append(out, b.within(after, budget)...)
}

// extended takes in the lines that a program broke a longer wording into.
func (b *body) extended(m match, g gap, budget *int) match {
	for n := slices.Index(g.lines, m.lines[0]) + len(m.lines); n < len(g.lines); n++ {
		last := g.lines[n-1]
		if g.lines[n] != last+1 || !wide(b.lines[last].Text, wrapped-4) {
			break
		}
		longer, ok := b.like(m.line, g, g.lines[n-len(m.lines):n+1], budget)
		if !ok {
			break
		}
		m = longer
	}
	return m
}

func (b *body) within(g gap, budget *int) []match {
	if len(g.lines) == 0 || g.from >= g.to || *budget <= 0 {
		return nil
	}
	return b.matches(g, budget)
}

// likest is the run of strange lines that is most like line i of the letter, or best where that one is.
func (b *body) likest(best match, i int, g gap, budget *int) match {
	for a := range g.lines {
		for n := 1; n <= maxPieces && a+n <= len(g.lines); n++ {
			m, ok := b.like(i, g, g.lines[a:a+n], budget)
			if ok && m.score > best.score {
				best = m
			}
		}
	}
	return best
}

// like compares the missing part of line i, and then the whole of it, with what stands in its place.
func (b *body) like(i int, g gap, lines []int, budget *int) (match, bool) {
	f := b.placed.f
	l := f.lines[i]
	part, full := f.whole[max(l.at, g.from):min(l.at+len(l.key), g.to)], l.text
	if part == l.key {
		part = l.text
	}
	no, old := unlisted(full)
	whole := b.piecesOf(i, lines)
	mark, new := unlisted(b.text(whole))
	if mark != "" && no != "" && mark != no {
		return match{}, false
	}
	_, part = unlisted(part)
	_, piece := unlisted(b.text(lines))
	if !near(core(part, true), core(piece, true), stayedPart, budget) {
		return match{}, false
	}
	least := stayed
	if mark != "" {
		least = stayedPart
	}
	x, y := core(old, true), core(new, true)
	d := compare(x, y, budget)
	if len(x) < leastCore || d.common*10 < least*len(x) || !d.appended() && d.common*10 < least*len(y) {
		return match{}, false
	}
	return match{line: i, lines: lines, d: d, score: d.common * 1000 / max(len(x), len(y))}, true
}

// near reports whether tenths of the longer one of two cores are alike. What has something behind it is near too.
func near(x, y []rune, tenths int, budget *int) bool {
	if len(x) == 0 || min(len(x), len(y))*10 < tenths*max(len(x), len(y)) && alike(x, y, false) < len(x) {
		return false
	}
	d := compare(x, y, budget)
	return d.appended() || d.common*10 >= tenths*max(len(x), len(y))
}

// piecesOf are the lines of the mail that line i of the letter came back as: those given, and its other pieces around them.
func (b *body) piecesOf(i int, lines []int) []int {
	out := slices.Clone(lines)
	for j := lines[0] - 1; j >= 0 && b.isPiece(j, i); j-- {
		out = slices.Insert(out, 0, j)
	}
	for j := lines[len(lines)-1] + 1; j < len(b.lines) && b.isPiece(j, i); j++ {
		out = append(out, j)
	}
	return out
}

func (b *body) isPiece(j, line int) bool {
	at, ok := b.placed.lines[j]
	return ok && at == line
}

func (b *body) text(lines []int) string {
	pieces := make([]string, len(lines))
	for n, i := range lines {
		pieces[n] = b.lines[i].Text
	}
	return joined(pieces)
}

// changed says what was changed, and false where a program did it, such as the one that converted the mail's characters.
func (b *body) changed(m match, converted bool) (Change, bool) {
	c, d := b.change(m.line), m.d
	_, c.New = unlisted(strings.ReplaceAll(b.text(b.piecesOf(m.line, m.lines)), "\u00a0", " "))
	switch {
	case len(d.old)+len(d.new) == 0, strings.HasSuffix(c.New, "…"), strings.HasSuffix(c.New, "..."),
		!d.appended() && d.damaged(), d.respelled() && converted:
		b.settle(m, ofLetter)
		return c, false
	case !b.o.Minutes:
		return c, false
	case d.appended():
		c.Added, c.GoesOn = behind(c.New, d.head)
	}
	b.settle(m, reworded)
	if c.Added != "" {
		last := m.lines[len(m.lines)-1]
		b.marks[last] = remarked
		b.retext(last, c.Added)
	}
	return c, true
}

// settle marks the lines of a match as the letter's.
func (b *body) settle(m match, as mark) {
	for _, i := range m.lines {
		b.marks[i], b.placed.lines[i] = as, m.line
	}
}

// converted reports whether the mail went through a conversion between the Chinese scripts: lines that came back are the
// letter's by their folded characters only.
func (b *body) converted() bool {
	for i, at := range b.placed.lines {
		k, s := b.lines[i].Text, b.placed.f.lines[at].text
		if !strings.Contains(han(s), han(k)) {
			return true
		}
	}
	return false
}

// han are the Chinese characters of s.
func han(s string) string {
	return strings.Map(func(r rune) rune {
		if fold.CJK(r) {
			return r
		}
		return -1
	}, s)
}
