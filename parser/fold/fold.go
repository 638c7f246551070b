// Package fold brings words to one shape before they are looked up: half width, lower case, simplified
// characters. It works rune by rune, so a place in the folded text is the same place in the original.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Text folds s. The result has as many runes as s.
func Text(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteRune(Rune(r))
	}
	return b.String()
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c == '\t' {
			return false
		}
	}
	return true
}

// Rune folds one rune: full width to half, upper case to lower, a traditional character of the
// command words to its simplified one, typographic quotes and blanks to plain ones.
func Rune(r rune) rune {
	switch {
	case r < 0x80:
		return ascii(r)
	case r >= firstHan && r <= lastHan:
		return simplified[r-firstHan]
	case r < firstBeyond:
		return below[r]
	case r >= '！' && r <= '～': // full width
		return unicode.ToLower(r - '！' + '!')
	}
	return other(r)
}

// firstBeyond is behind the blocks of letters, marks and punctuation.
const firstBeyond = 0x3400

// below lists for every character up to there what it becomes.
var below = func() (table [firstBeyond]rune) {
	for r := range rune(firstBeyond) {
		table[r] = other(r)
	}
	return table
}()

// other folds what is neither ASCII nor Chinese.
func other(r rune) rune {
	switch r {
	case '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009', '\u202f':
		return ' '
	case '‘', '’', 'ʼ', '´':
		return '\''
	case '“', '”', '「', '」', '『', '』', '«', '»':
		return '"'
	case '〜', '∼', '～':
		return '~'
	case '–', '—', '−', '‐', '‑':
		return '-'
	}
	if w := width.LookupRune(r); w.Kind() == width.EastAsianFullwidth {
		if n := w.Narrow(); n != 0 {
			return unicode.ToLower(n)
		}
	}
	return unicode.ToLower(r)
}

func ascii(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r == '\t':
		return ' '
	case r == '`':
		return '\''
	}
	return r
}

// Squeeze folds s and drops white space and invisible characters, for comparing lines that mail
// clients have rewrapped.
func Squeeze(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range s {
		switch {
		case r >= 0x3400 && r <= 0x9fff:
			if f := Rune(r); f != r {
				out.WriteRune(f)
			} else {
				out.WriteString(s[i : i+3])
			}
		case r >= 'A' && r <= 'Z':
			out.WriteByte(byte(r) | 0x20)
		case r > ' ' && r < 0x7f && r != '`':
			out.WriteByte(byte(r))
		case unicode.IsSpace(r) || Invisible(r):
		default:
			out.WriteRune(Rune(r))
		}
	}
	return out.String()
}

// Invisible reports whether r prints nothing at all: zero-width characters, marks of direction, a BOM.
func Invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' ||
		r >= '\u2060' && r <= '\u2064' || r == '\ufeff' || r >= '\ufe00' && r <= '\ufe0f'
}

// CJK reports whether r is a Chinese character.
func CJK(r rune) bool { return r >= 0x3400 && r <= 0x9fff || r >= 0x20000 && r <= 0x3ffff }
