package when

import (
	"strings"
	"unicode/utf8"
)

// The rules look for the names of months and weekdays in a text where each is one character of the private use area, with
// a filler for each further byte, so that every place in it is the same place in the text. A name has three spellings and
// more, and a pattern that holds them all is slow in every English sentence.
const (
	firstMonth   = '\ue3a1'
	firstWeekday = '\ue3b1'
	filler       = '\x01'

	month   = "[\ue3a1-\ue3ac]\x01*"
	weekday = "[\ue3b1-\ue3b7]\x01*"
)

// codes are the names as they are written. "may", "mar", "sun" and the like in lower case are other words.
var codes = func() map[string]rune {
	m := map[string]rune{}
	add := func(code rune, title string, lower ...string) {
		m[title], m[strings.ToUpper(title)] = code, code
		for _, w := range lower {
			m[w] = code
		}
	}
	for i, name := range strings.Fields("January February March April May June July August September October November December") {
		code := firstMonth + rune(i)
		add(code, name)
		add(code, name[:3])
		if name != "May" {
			m[strings.ToLower(name)] = code
		}
	}
	for _, w := range strings.Fields("jan feb apr aug sep sept oct nov dec") {
		m[w] = m[strings.ToUpper(w[:3])]
	}
	add(m["Sep"], "Sept")
	for i, name := range strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday") {
		code := firstWeekday + rune(i)
		add(code, name, strings.ToLower(name))
		add(code, name[:3])
	}
	for _, w := range strings.Fields("Tues Weds Thur Thurs") {
		m[w] = m[w[:3]]
	}
	return m
}()

// coded writes the names in a text as their codes.
func coded(text string) string {
	var b []byte
	for i := 0; i < len(text); {
		if !latin(text[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(text) && latin(text[end]) {
			end++
		}
		if c, ok := codes[text[i:end]]; ok && stands(text, i, end, c >= firstWeekday) {
			if b == nil {
				b = []byte(uncoded(text))
			}
			n := i + utf8.EncodeRune(b[i:], c)
			for ; n < end; n++ {
				b[n] = filler
			}
		}
		i = end
	}
	if b == nil {
		return uncoded(text)
	}
	return string(b)
}

// stands reports whether text[i:end] is a word; a day in digits may touch its month, 18Dec.
func stands(text string, i, end int, weekday bool) bool {
	touches := func(c byte) bool { return c == '_' || weekday && '0' <= c && c <= '9' }
	return (i == 0 || !touches(text[i-1])) && (end == len(text) || !touches(text[end]))
}

// uncoded takes characters out that would be taken for codes.
func uncoded(text string) string {
	if !strings.Contains(text, "\xee\x8e") {
		return text
	}
	return strings.ReplaceAll(text, "\xee\x8e", "??")
}

func latin(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
