package pattern

import "unicode/utf8"

// bits is how many a mask has: a character and those that are a multiple of this apart share one.
const bits = 1024

// mask is a set of characters. It may hold more than were put in, never fewer.
type mask [bits / 64]uint64

func (m *mask) add(r rune) { m[r%bits/64] |= 1 << (r % 64) }

func (m *mask) has(r rune) bool { return m[r%bits/64]&(1<<(r%64)) != 0 }

// join adds what another mask holds.
func (m *mask) join(o *mask) {
	for i := range m {
		m[i] |= o[i]
	}
}

// meets reports whether two masks have a character in common.
func (m *mask) meets(o *mask) bool {
	for i := range m {
		if m[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// begins reports whether a character of the mask begins the text.
func (m *mask) begins(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && m.has(r)
}

// maskOf returns the characters of a text.
func maskOf(s string) (m mask) {
	for _, r := range s {
		m.add(r)
	}
	return m
}
