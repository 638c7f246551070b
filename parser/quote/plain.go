package quote

import (
	"html"
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// Plain cuts a text/plain body into lines and takes the ">" marks off.
func Plain(text string) []Line {
	if entities(text) {
		text = html.UnescapeString(text)
	}
	raw := strings.Split(text, "\n")
	if barred(raw) {
		unbar(raw)
	}
	lines := make([]Line, 0, len(raw))
	for _, r := range raw {
		depth, rest := unmark(r)
		lines = append(lines, Line{Text: tidy(rest), Depth: depth})
	}
	return lines
}

// entities tells a text part that was made from HTML without decoding: QQ's and some of Coremail's are.
func entities(text string) bool {
	return strings.Contains(text, "&nbsp;") || strings.Contains(text, "&gt;") && strings.Contains(text, "&lt;") ||
		strings.Contains(text, "\n&gt; ") || strings.Contains(text, "&gt;;") || strings.Contains(text, "&#39;") || strings.Contains(text, "&quot;") || strings.Contains(text, "&#34;")
}

// barred reports whether a bar stands before quoted lines, as some programs set it: two lines at least, and none of them the
// row of a table.
func barred(raw []string) bool {
	n := 0
	for _, l := range raw {
		rest, ok := cutBar(l)
		if !ok {
			continue
		}
		if strings.ContainsAny(rest, "|│┃") {
			return false
		}
		n++
	}
	return n > 1
}

func unbar(raw []string) {
	for i, l := range raw {
		if rest, ok := cutBar(l); ok {
			raw[i] = ">" + rest
		}
	}
}

func cutBar(l string) (rest string, ok bool) {
	for _, bar := range []string{"|", "│", "┃"} {
		if rest, ok = strings.CutPrefix(l, bar); ok {
			return rest, true
		}
	}
	return "", false
}

// unmark counts the quote marks at the start of a line and cuts them off.
func unmark(s string) (depth int, rest string) {
	rest = strings.TrimLeft(s, " \t\u00a0\ufeff")
	if mark := firstMark(rest); mark == 0 || len(s)-len(rest) > 8 || typed(rest) {
		return 0, s
	}
	for {
		n := firstMark(rest)
		if n == 0 {
			return depth, rest
		}
		depth++
		rest = rest[n:]
		if t := strings.TrimLeft(rest, " "); firstMark(t) > 0 {
			rest = t
		}
	}
}

// firstMark is the length of a quote mark at the start of s.
func firstMark(s string) int {
	switch {
	case strings.HasPrefix(s, ">"):
		return 1
	case strings.HasPrefix(s, "＞"):
		return len("＞")
	}
	return 0
}

// typed tells a comparison that somebody wrote ("> 50 %", ">=3") from a quoted line.
func typed(s string) bool {
	t := strings.TrimLeft(strings.TrimPrefix(s, ">"), "= ")
	n := 0
	for n < len(t) && (t[n] >= '0' && t[n] <= '9' || t[n] == '.') {
		n++
	}
	return n > 0 && strings.HasPrefix(strings.TrimLeft(t[n:], " "), "%") && len(strings.TrimSpace(t)) < n+4
}

// tidy takes invisible characters and blanks at both ends away; blanks inside stay.
func tidy(s string) string {
	if strings.ContainsFunc(s, fold.Invisible) {
		s = strings.Map(func(r rune) rune {
			if fold.Invisible(r) {
				return -1
			}
			return r
		}, s)
	}
	return strings.Trim(s, " \t\r\n\u00a0\u3000")
}
