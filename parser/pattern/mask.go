package pattern

import "unicode/utf8"

// A text is told by its characters and by its pairs of neighbours, in two parts of one set of bits: what is a multiple of
// a part's size apart shares a bit.
const (
	singles = 1024
	pairs   = 2048
)

// mask is a set of characters and pairs. It may hold more than were put in, never fewer.
type mask [(singles + pairs) / 64]uint64

func (m *mask) set(bit uint32)      { m[bit/64] |= 1 << (bit % 64) }
func (m *mask) has(bit uint32) bool { return m[bit/64]&(1<<(bit%64)) != 0 }

// one is the bit of a character, both of two that follow one another, whose cases are one.
func one(r rune) uint32 { return uint32(r) % singles }

func both(a, b rune) uint32 { return singles + (uint32(lower(a))*31+uint32(lower(b)))%pairs }

// lower is a character in the case that stands for all its cases, where it has but those of an English letter.
func lower(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r == 'ſ':
		return 's'
	case r == '\u212a': // the sign of Kelvin
		return 'k'
	}
	return r
}

// maskOf returns the characters and pairs of a text.
func maskOf(s string) (m mask) {
	last := rune(-1)
	for _, r := range s {
		m.set(one(r))
		if last >= 0 {
			m.set(both(last, r))
		}
		last = r
	}
	return m
}

// need is a set of characters or pairs one of which must be there: the words of its mask that hold any.
type need []struct {
	at   int
	bits uint64
}

func needOf(m *mask) (n need) {
	for i, w := range m {
		if w != 0 {
			n = append(n, struct {
				at   int
				bits uint64
			}{i, w})
		}
	}
	return n
}

// met reports whether a text has one of them.
func (n need) met(text *mask) bool {
	for i := range n {
		if text[n[i].at]&n[i].bits != 0 {
			return true
		}
	}
	return false
}

// begins reports whether one of the characters of a mask begins the text.
func (m *mask) begins(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && m.has(one(r))
}
