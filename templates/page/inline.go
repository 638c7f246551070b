package page

import (
	"fmt"
	"strings"
)

// A value from outside must not be read as markup. Its marks are replaced by characters of the private use area and put
// back when a line is read; guard stands before the value, so that it cannot begin a line with a mark either.
const (
	guard     = "\uE000"
	bar       = "\uE001"
	star      = "\uE002"
	tilde     = "\uE003"
	backslash = "\uE004"
)

var (
	seal   = strings.NewReplacer("|", bar, "*", star, "~", tilde, `\`, backslash)
	unseal = strings.NewReplacer(guard, "", bar, "|", star, "*", tilde, "~", backslash, `\`)
)

// Inline makes a value safe to stand in a line of markup: one line, without control characters, nothing in it a mark.
func Inline(v any) string {
	s := strings.Map(plain, fmt.Sprint(v))
	if s == "" {
		return ""
	}
	return guard + seal.Replace(s)
}

func plain(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
		return ' '
	case r < ' ' || r == 0x7f || r >= 0xE000 && r <= 0xE00F:
		return -1
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069: // would turn the line round
		return -1
	}
	return r
}

// spans reads the emphasis of one line.
func spans(s string) Line {
	var out Line
	for s != "" {
		mark, at := firstMark(s)
		if mark == "" {
			return append(out, links(s)...)
		}
		end := strings.Index(s[at+2:], mark)
		out = append(out, links(s[:at])...)
		out = append(out, Span{Text: unseal.Replace(s[at+2 : at+2+end]), Bold: mark == "**", Struck: mark == "~~"})
		s = s[at+4+end:]
	}
	return out
}

// firstMark finds the first emphasis that is opened and closed.
func firstMark(s string) (mark string, at int) {
	at = len(s)
	for _, m := range []string{"**", "~~"} {
		i := strings.Index(s, m)
		if i >= 0 && i < at && strings.Contains(s[i+2:], m) {
			mark, at = m, i
		}
	}
	return mark, at
}

// links cuts the web addresses out of plain text.
func links(s string) Line {
	s = unseal.Replace(s)
	var out Line
	for s != "" {
		at, end := address(s)
		if at < 0 {
			return append(out, Span{Text: s})
		}
		if at > 0 {
			out = append(out, Span{Text: s[:at]})
		}
		out = append(out, Span{Text: s[at:end], Link: s[at:end]})
		s = s[end:]
	}
	return out
}

func address(s string) (at, end int) {
	at = strings.Index(s, "https://")
	if i := strings.Index(s, "http://"); i >= 0 && (at < 0 || i < at) {
		at = i
	}
	if at < 0 {
		return -1, -1
	}
	n := strings.IndexFunc(s[at:], func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`<>"`, r) })
	if n < 0 {
		return at, len(s)
	}
	return at, at + n
}

// String is the line without its emphasis.
func (l Line) String() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Plain is one line of markup without its emphasis, for a subject.
func Plain(s string) string { return strings.TrimSpace(spans(s).String()) }
