package message

import (
	"strings"
)

// DecodeWords decodes the encoded words (RFC 2047) in a header value. Neighbours of one charset are joined as bytes
// first: some clients cut a GBK character in two. Bare bytes above 0x7f are decoded by guess.
func DecodeWords(s string) string {
	if !strings.Contains(s, "=?") {
		return unlabelled(s)
	}
	var out strings.Builder
	var run []byte
	charset, text, last := "", 0, strings.LastIndex(s, "?=")
	flush := func() {
		out.WriteString(Decode(run, charset))
		run = nil
	}
	for i := 0; i < last; {
		w, n := encodedWord(s[i:])
		if n == 0 {
			i++
			continue
		}
		gap := s[text:i]
		if strings.TrimSpace(gap) != "" || run == nil || !strings.EqualFold(charset, w.charset) {
			flush()
			if run == nil && strings.TrimSpace(gap) == "" && text > 0 {
				gap = ""
			}
			out.WriteString(unlabelled(gap))
			charset = w.charset
		}
		run = append(run, w.data...)
		i += n
		text = i
	}
	flush()
	out.WriteString(unlabelled(s[text:]))
	return out.String()
}

// unlabelled is s, decoded by guess unless it is plain ASCII.
func unlabelled(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 || r == 0x1b || r == '~' }) < 0 {
		return s
	}
	return Decode([]byte(s), "")
}

type word struct {
	charset string
	data    []byte
}

// encodedWord reads one encoded word at the start of s and its length, 0 where there is none.
// Blanks inside the text are tolerated: several clients forget to encode them.
func encodedWord(s string) (word, int) {
	if !strings.HasPrefix(s, "=?") {
		return word{}, 0
	}
	cs := strings.IndexByte(s[2:], '?')
	if cs <= 0 || cs > 40 || len(s) < cs+6 || s[cs+4] != '?' || !strings.ContainsRune("BbQq", rune(s[cs+3])) {
		return word{}, 0
	}
	body := s[cs+5:]
	end := strings.Index(body, "?=")
	if end < 0 {
		return word{}, 0
	}
	w := word{charset: s[2 : 2+cs]}
	if i := strings.IndexByte(w.charset, '*'); i >= 0 { // RFC 2231 §5: a language may follow
		w.charset = w.charset[:i]
	}
	switch s[cs+3] {
	case 'B', 'b':
		w.data = decodeBase64([]byte(body[:end]))
	default:
		w.data = decodeQuoted([]byte(strings.ReplaceAll(body[:end], "_", " ")))
	}
	if w.data == nil {
		w.data = []byte{}
	}
	return w, cs + 5 + end + 2
}
