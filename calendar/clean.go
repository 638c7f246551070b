package calendar

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// unfold cuts a body into content lines (RFC 5545 §3.1). Any of CR LF, LF, CR and CR CR LF ends a line; blank lines
// vanish; bytes are joined before they are decoded, since some clients fold inside a UTF-8 sequence (I-7).
func unfold(data []byte) []string {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var joined [][]byte
	for _, l := range bytes.FieldsFunc(bytes.TrimLeft(data, " \t\r\n"), func(r rune) bool { return r == '\r' || r == '\n' }) {
		if folded := l[0] == ' ' || l[0] == '\t'; folded && len(joined) > 0 {
			last := len(joined) - 1
			joined[last] = append(joined[last], l[1:]...)
			continue
		}
		joined = append(joined, bytes.Clone(l))
	}
	lines := make([]string, len(joined))
	for i, l := range joined {
		lines[i] = decode(l)
	}
	return lines
}

// decode reads a line as UTF-8, else as GB18030, which GBK and GB2312 are part of. No trail byte of GB18030 is one of
// the marks `:;,"`, so a line cut wrongly stays within its value.
func decode(line []byte) string {
	if !utf8.Valid(line) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(line); err == nil {
			line = s
		}
	}
	return strings.ToValidUTF8(strings.ReplaceAll(string(line), "\x00", ""), "�")
}

// unescape reads a TEXT value (RFC 5545 §3.3.11). An escape it does not know stands for the character behind it.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			c = s[i]
			if c == 'n' || c == 'N' {
				c = '\n'
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}
