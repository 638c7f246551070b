package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
)

// writeVerbs end the line that introduces a quotation, folded and without blanks.
var writeVerbs = []string{"写道", "写到", "写于", "撰写", "来信说", "wrote", "writes", "schrieb", "aécrit", "escribió", "escreveu", "skrev",
	"schreef", "hascritto", "napisał(a)", "napisał", "napisała", "написал(а)", "написал", "пишет", "пише", "kirjoitti", "yazdı"}

// attribution is the number of lines, at most three, that together introduce a quotation ("在 2026/12/3 15:10，会办 写道："),
// 0 where lines do not begin with one. It needs a date or an address, a verb of writing and a colon; where the next line is quoted,
// the verb and colon alone will do.
func attribution(lines []Line) int {
	joined := ""
	for n := 1; n <= 3 && n <= len(lines); n++ {
		l := lines[n-1]
		if l.Text == "" || utf8.RuneCountInString(l.Text) > 250 || n > 1 && l.Depth > 0 && !strings.Contains("写道:：wrote:", l.Text) {
			return 0
		}
		joined += l.Text + " "
		if introduces(joined, quoteFollows(lines[n:])) {
			return n
		}
		if n == 1 && !opensAttribution(joined) {
			return 0
		}
	}
	return 0
}

func quoteFollows(lines []Line) bool {
	for _, l := range lines {
		if l.Text != "" {
			return l.Depth > 0
		}
	}
	return false
}

// opensAttribution reports whether a line may be the first of a wrapped attribution.
func opensAttribution(s string) bool { return dateLike(s) || strings.Contains(s, "@") }

func introduces(s string, quoteFollows bool) bool {
	k := fold.Squeeze(s)
	framed := strings.HasPrefix(k, "--") && strings.HasSuffix(k, "--") // Zoho: ---- On … wrote ---
	colon := framed || strings.HasSuffix(k, ":")
	k = strings.Trim(strings.TrimRight(k, ":>"), "-")
	verb, mid := verbIn(k)
	switch {
	case verb && (dateLike(k) || address(k)):
		return colon || strings.HasSuffix(k, "写道") || strings.HasSuffix(k, "写到")
	case verb:
		return colon && quoteFollows
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
		switch {
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune(":/-年月日.", r) && digits > 0:
			marks++
		}
	}
	return digits >= 3 && marks >= 1
}
