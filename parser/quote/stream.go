package quote

import "strings"

// stream is the walk down a mail and one form of the letter at once, the letter without its blanks and line breaks: a program that
// breaks lines anew leaves its characters in their order.
type stream struct {
	f      *form
	pieces []piece
	cursor int // where the letter goes on; -1 where it was not met yet
	last   int // the piece that ends there
}

// piece is a line of the mail that says anything.
type piece struct {
	line, depth int
	key         string // squeezed
}

// How many lines are looked at, at most, to tell the beginning of a broken line, and to find a line that is given again.
const (
	piecesAhead = 8
	givenAhead  = 6
)

// findOurs finds the lines of the mail that are the letter's: those that cannot well be anything else, and from these on what
// continues the letter exactly, however short it is.
func (b *body) findOurs() {
	if len(b.sent) == 0 {
		return
	}
	pieces := make([]piece, 0, len(b.lines))
	for i, l := range b.lines {
		if k := squeeze(l.Text); k != "" {
			pieces = append(pieces, piece{i, l.Depth, k})
		}
	}
	for _, f := range b.sent {
		b.walk(&stream{f: f, pieces: pieces, cursor: -1})
	}
}

func (b *body) walk(s *stream) {
	for n, p := range s.pieces {
		at := s.cursor
		if !s.goesOn(n) {
			if at = s.opens(n); at < 0 {
				continue
			}
		}
		b.facts[p.line].ours = true
		if end := s.f.after(at, p.key); at >= s.cursor || s.continues(n+1, end) {
			s.cursor, s.last = end, n
		}
	}
}

// goesOn reports whether piece n is the letter's where it goes on. A short one that begins a line of the letter may be an answer in
// the letter's own words: it is the letter's where the next piece goes on with it.
func (s *stream) goesOn(n int) bool {
	p := s.pieces[n]
	if !s.continues(n, s.cursor) {
		return false
	}
	end := s.f.after(s.cursor, p.key)
	switch {
	case !s.f.starts(s.cursor):
		return s.continues(n+1, end) || !s.givenAgain(n)
	case p.depth != s.pieces[s.last].depth:
		return false
	}
	return s.continues(n+1, end) || end == len(s.f.whole) && !s.givenAgain(n)
}

// continues reports whether piece n is what the letter says at a place.
func (s *stream) continues(n, at int) bool {
	return at >= 0 && n < len(s.pieces) && s.f.after(at, s.pieces[n].key) > 0
}

// givenAgain reports whether the mail has what the letter says at the cursor, with piece n or more of it, below piece n as well:
// then that piece was typed above it.
func (s *stream) givenAgain(n int) bool {
	for m := n + 1; m < len(s.pieces) && m <= n+givenAhead; m++ {
		if len(s.pieces[m].key) >= len(s.pieces[n].key) && s.continues(m, s.cursor) {
			return true
		}
	}
	return false
}

// opens is where in the letter piece n stands by itself, or as the beginning of a broken line that goes on below it; -1 elsewhere.
func (s *stream) opens(n int) int {
	k := s.pieces[n].key
	if at := s.f.own(k, s.cursor); at >= 0 {
		return at
	}
	earlier := -1
	for _, l := range s.f.lines {
		switch broken := len(k) < len(l.key) || l.at == 0; {
		case !broken || !strings.HasPrefix(s.f.whole[l.at:], k) || !s.wideFrom(n, l.at):
		case l.at >= s.cursor:
			return l.at
		case earlier < 0:
			earlier = l.at
		}
	}
	return earlier
}

// wideFrom reports whether piece n and those below it continue the letter from a place, and are wide together.
func (s *stream) wideFrom(n, at int) bool {
	from := at
	for m := n; m < n+piecesAhead && s.continues(m, at); m++ {
		if at = s.f.after(at, s.pieces[m].key); m > n && wide(s.f.whole[from:at], widePiece) {
			return true
		}
	}
	return false
}

// own is where k stands in the letter, from the cursor on or else above it, where it is so wide that it cannot well be anything
// else; -1 elsewhere.
func (f *form) own(k string, cursor int) (at int) {
	at = -1
	if !wide(k, wideLine) {
		return at
	}
	for _, i := range f.byKey[k] {
		if at = f.lines[i].at; at >= cursor {
			return at
		}
	}
	if at >= 0 || !wide(k, widePiece) {
		return at
	}
	if cursor > 0 {
		if i := strings.Index(f.whole[cursor:], k); i >= 0 {
			return cursor + i
		}
	}
	return strings.Index(f.whole, k)
}

// after is the place behind k where the letter says it at a place, 0 where it does not. A point between digits is lost where a line
// was broken at it.
func (f *form) after(at int, k string) int {
	rest := f.whole[at:]
	if point, ok := strings.CutPrefix(rest, "."); ok && !strings.HasPrefix(rest, k) {
		at, rest = at+1, point
	}
	if !strings.HasPrefix(rest, k) {
		return 0
	}
	return at + len(k)
}

// starts reports whether a line of the letter starts at a place.
func (f *form) starts(at int) bool {
	return at == len(f.whole) || f.lines[f.lineAt(at)].at == at
}
