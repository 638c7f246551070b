package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// listMark is what a list puts before a line: the number of an item, or a bullet.
var listMark = pattern.Must(`^[\s*_]*(?:\[([\w.-]{1,12})\]|\(([\w.]{1,6})\)|(\d{1,3})[.、)](?:\D|$)|(\d{1,3})\t|[-•·*]\s)`)

// unlisted takes the list's mark off a line; no is its number, "" where it has none.
func unlisted(s string) (no, rest string) {
	m := listMark.FindStringSubmatchIndex(s)
	if m == nil {
		return "", s
	}
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return s[m[i]:m[i+1]], strings.TrimLeft(s[m[i+1]:], "])）.、 \t*_")
		}
	}
	return "", strings.TrimSpace(s[m[1]:])
}

// target is where a link leads, as programs write it behind the link's words; they make links of dates and telephones too.
var target = pattern.Must(`<[a-zA-Z][\w+.-]*:[^>\s]*>|<?\b(?:mailto|https?):[^\s>]*>?`)

func untargeted(s string) string {
	if !strings.Contains(s, ":") {
		return s
	}
	return target.ReplaceAllString(s, "")
}

// core is what counts when two wordings are compared: letters and digits, folded. Programs change blanks, quotation
// marks, dashes, stops and bullets, and drop the targets of links; a point between digits and a per cent sign are figures.
// With lost, the marks that stand for characters that a charset could not write count too.
func core(s string, lost bool) []rune {
	s = untargeted(s)
	out := make([]rune, 0, len(s))
	point := false
	for _, r := range s {
		if r = fold.Rune(r); r == '.' {
			point = len(out) > 0 && unicode.IsDigit(out[len(out)-1])
			continue
		}
		if !figures(r) && !(lost && replaced(r)) {
			point = point && fold.Invisible(r)
			continue
		}
		if point && unicode.IsDigit(r) {
			out = append(out, '.')
		}
		out, point = append(out, r), false
	}
	return out
}

// figures reports whether r is part of a wording.
func figures(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' }

// replaced reports whether r stands for a character that was lost.
func replaced(r rune) bool { return r == utf8.RuneError || r == '?' }

// difference is how two wordings differ between what they begin and end with alike.
type difference struct {
	old, new     []rune // the middle
	head, common int    // runes alike at the beginning, and in all
}

// maxMiddle bounds the table that compares two middles.
const maxMiddle = 400

// compare compares two cores. It spends from budget the cells of its table, and sees nothing alike in a middle it cannot pay for.
func compare(old, new []rune, budget *int) difference {
	head := alike(old, new, false)
	old, new = old[head:], new[head:]
	tail := alike(old, new, true)
	old, new = old[:len(old)-tail], new[:len(new)-tail]
	d := difference{old: old, new: new, head: head, common: head + tail}
	if cells := len(old) * len(new); cells > 0 && len(old) <= maxMiddle && len(new) <= maxMiddle && cells <= *budget {
		*budget -= cells
		d.common += longest(old, new)
	}
	return d
}

// alike counts the runes that a and b have in common at the beginning, or at the end.
func alike(a, b []rune, end bool) (n int) {
	for n < len(a) && n < len(b) {
		x, y := n, n
		if end {
			x, y = len(a)-1-n, len(b)-1-n
		}
		if a[x] != b[y] {
			break
		}
		n++
	}
	return n
}

// longest is the length of the longest sequence of runes that both have in this order.
func longest(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		corner := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			corner = up
		}
	}
	return row[len(b)]
}

// damaged reports whether the difference may be a program's doing: characters lost to a charset.
func (d difference) damaged() bool {
	return slices.ContainsFunc(d.new, replaced)
}

// appended reports whether the new wording is the old one and something behind it.
func (d difference) appended() bool { return len(d.old) == 0 && len(d.new) > 0 && d.head == d.common }

// respelled reports whether the middles are as many Chinese characters, as after a conversion to the other script.
func (d difference) respelled() bool {
	if len(d.old) != len(d.new) {
		return false
	}
	for i := range d.old {
		if d.old[i] != d.new[i] && !(fold.CJK(d.old[i]) && fold.CJK(d.new[i])) {
			return false
		}
	}
	return true
}

// joined puts the pieces of a broken line together again, with a blank where words are parted by blanks.
func joined(pieces []string) string {
	out := ""
	for _, p := range pieces {
		if out != "" && p != "" && wordy(lastRune(out)) && wordy(p) {
			out += " "
		}
		out += p
	}
	return out
}

// wordy reports whether s begins with a character of a script that parts words.
func wordy(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r < 0x2e80
}

// behind is what stands in s behind its first n runes of core, and whether it goes on with them without a break.
func behind(s string, n int) (rest string, goesOn bool) {
	s = untargeted(s)
	for i := range s {
		if len(core(s[:i], true)) >= n {
			rest = s[i:]
			break
		}
	}
	return strings.TrimLeft(rest, " \t。.;；—–-→:：←=>/|·"), rest != "" && !strings.ContainsAny(rest[:1], " \t(-.;:=>/|") && !opensRemark(rest)
}

// opensRemark reports whether s begins as remarks behind a line do.
func opensRemark(s string) bool {
	for _, w := range []string{"（", "【", "[", "——", "—", "–", "→", "←", "。", "；", "：", "\u3000", "！", "？", "√", "✓", "✔"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
