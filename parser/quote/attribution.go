package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// writeVerbs end the line that introduces a quotation, folded and without blanks.
var writeVerbs = []string{"写道", "写到", "写于", "撰写", "来信说", "wrote", "writes", "schrieb", "aécrit", "escribió", "escreveu", "skrev",
	"schreef", "hascritto", "napisał(a)", "napisał", "napisała", "написал(а)", "написал", "пишет", "пише", "kirjoitti", "yazdı"}

// attribution is the number of lines from i, at most three, that together introduce a quotation ("在 2026/12/3 15:10，会办 写道："),
// 0 where lines do not begin with one. It needs a date or an address, a verb of writing and a colon; where the next line is quoted,
// the verb and colon alone will do.
func (b *body) attribution(i int) int {
	for n := 1; n <= 3 && i+n <= len(b.lines); n++ {
		l := b.lines[i+n-1]
		if l.Text == "" || longer(l.Text, 250) || n > 1 && l.Depth > 0 && !strings.Contains("写道:：wrote:", l.Text) {
			return 0
		}
		if !closesAttribution(l.Text) {
			continue
		}
		if n > 1 && !opensAttribution(b.lines[i].Text) {
			return 0
		}
		if b.introduces(b.keys(i, i+n), i+n) {
			return n
		}
	}
	return 0
}

// keys are the keys of some lines in one.
func (b *body) keys(from, to int) string {
	k := b.key(from)
	for i := from + 1; i < to; i++ {
		k += b.key(i)
	}
	return k
}

// closesAttribution reports whether an attribution may end with s: with a verb, a colon, or the frame around it.
func closesAttribution(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if s = s[:len(s)-n]; unicode.IsSpace(r) || fold.Invisible(r) {
			continue
		}
		switch fold.Rune(r) {
		case ':', '>', '-', '道', '到':
			return true
		}
		return false
	}
	return true
}

// quoteFollows reports whether the next line from i that is not blank is quoted.
func (b *body) quoteFollows(i int) bool {
	for _, l := range b.lines[i:] {
		if l.Text != "" {
			return l.Depth > 0
		}
	}
	return false
}

// opensAttribution reports whether a line may be the first of a wrapped attribution.
func opensAttribution(s string) bool { return dateLike(s) || strings.Contains(s, "@") }

// introduces reports whether lines with the joined key k introduce what begins at next.
func (b *body) introduces(k string, next int) bool {
	framed := strings.HasPrefix(k, "--") && strings.HasSuffix(k, "--") // Zoho: ---- On … wrote ---
	colon := framed || strings.HasSuffix(k, ":")
	k = strings.Trim(strings.TrimRight(k, ":>"), "-")
	if !colon && !strings.HasSuffix(k, "写道") && !strings.HasSuffix(k, "写到") {
		return false
	}
	verb, mid := verbIn(k)
	switch {
	case verb && (dateLike(k) || address(k)):
		return true
	case verb:
		return colon && b.quoteFollows(next)
	case mid: // "名 写于 2023/5/16 9:57:", "Am 3.12.2026 schrieb X:"
		return colon && dateLike(k)
	}
	return colon && dateLike(k) && address(k) && strings.ContainsAny(k, "<(")
}

// verbIn reports whether k ends with a verb of writing, or has one inside.
func verbIn(k string) (end, inside bool) {
	for _, v := range writeVerbs {
		if strings.HasSuffix(k, v) {
			return true, false
		}
		inside = inside || strings.Contains(k, v) && v != "写到"
	}
	return false, inside
}

func address(k string) bool { return strings.Contains(k, "@") }

// dateLike reports whether s holds a date or a time of day: three digits or more and one of their marks.
func dateLike(s string) bool {
	digits, marks := 0, 0
	for _, r := range s {
		switch r {
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			digits++
		case ':', '/', '-', '.', '年', '月', '日':
			if digits > 0 {
				marks++
			}
		}
	}
	return digits >= 3 && marks >= 1
}
