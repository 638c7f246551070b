package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// said is a line with its folded form, in which the words are looked up: half width, simplified characters, single
// blanks for tabs, nothing invisible. Letters keep their case, by which names are told.
type said struct {
	s  string // as written
	f  string // folded
	at []int  // for each byte of f and its end, the offset in s
}

func say(s string) said {
	s = strings.TrimSpace(s)
	s = strings.ToValidUTF8(s[:min(len(s), maxLine)], "")
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	for i, r := range s {
		if fold.Invisible(r) || r == '\u20e3' {
			continue
		}
		from := b.Len()
		if r == '\t' || r == '\u3000' { // as wide as two blanks, which divide
			b.WriteByte(' ')
		}
		b.WriteRune(foldRune(r))
		for range b.Len() - from {
			at = append(at, i)
		}
	}
	return said{s, b.String(), append(at, len(s))}
}

func foldRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < 0x80:
		return r
	case r == '︰' || r == '﹕' || r == '∶':
		return ':'
	case r == '〔' || r == '﹝':
		return '('
	case r == '〕' || r == '﹞':
		return ')'
	}
	return fold.Rune(r)
}

// folded is only the folded form.
func folded(s string) string { return say(s).f }

// cut is what was written at [i, j) of the folded form.
func (x said) cut(i, j int) string { return x.s[x.at[i]:x.at[j]] }

// sub is the part [i, j) of the folded form.
func (x said) sub(i, j int) said { return say(x.cut(i, j)) }

// without is the text with the given spans of the folded form left out, trimmed.
func (x said) without(spans [][2]int) string {
	var b strings.Builder
	from := 0
	for _, s := range sorted(spans) {
		if s[0] > from {
			b.WriteString(x.cut(from, s[0]))
		}
		from = max(from, s[1])
	}
	b.WriteString(x.cut(from, len(x.f)))
	return tidy(doubled.ReplaceAllString(b.String(), "$1"))
}

var doubled = pattern.Must(`([,，;；、。])\s*[,，;；、]`)

func sorted(spans [][2]int) [][2]int {
	out := append([][2]int(nil), spans...)
	for i := range out {
		for j := i; j > 0 && out[j][0] < out[j-1][0]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

const edges = " \t\n\r\u3000\u00a0,，;；.。、:：|｜/-–—~*·"

// tidy trims blanks and the punctuation that is left over at the ends, and pairs of brackets with nothing in them.
func tidy(s string) string {
	for _, e := range []string{"()", "（）", "【】", "[]", "( )", "（ ）"} {
		s = strings.ReplaceAll(s, e, "")
	}
	s = strings.Trim(s, edges)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") {
		_, n := utf8.DecodeRuneInString(s)
		_, m := utf8.DecodeLastRuneInString(s)
		s = strings.Trim(s[n:len(s)-m], edges)
	}
	return s
}

// squeezed is s folded, in lower case and without blanks and punctuation, for comparing.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(edges+"()[]{}（）【】《》<>\"'!！?？#=_", r) {
			return -1
		}
		return r
	}, strings.ToLower(folded(s)))
}

func runes(s string) int { return utf8.RuneCountInString(s) }
