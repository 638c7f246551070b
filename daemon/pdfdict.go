package daemon

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// pdfDict reads the dictionary that data begins with: each of its names with the first value or word behind it, strings decoded
// (ISO 32000-1 §7.3). Dictionaries inside are passed over.
func pdfDict(data []byte) map[string]string {
	out, key, depth := map[string]string{}, "", 0
	value := func(s string) {
		if depth == 1 && key != "" {
			out[key], key = s, ""
		}
	}
	for len(data) > 0 {
		n := 1
		switch c := data[0]; {
		case bytes.HasPrefix(data, []byte("<<")):
			value("")
			depth, n = depth+1, 2
		case bytes.HasPrefix(data, []byte(">>")):
			if depth, n = depth-1, 2; depth <= 0 {
				return out
			}
		case c == '(':
			var s string
			s, n = literal(data)
			value(s)
		case c == '<':
			n = until(data, ">") + 1
			b, _ := hex.DecodeString(strings.Join(strings.Fields(string(data[1:min(n-1, len(data))])), ""))
			value(string(b))
		case c == '/':
			n = 1 + until(data[1:], delimiters)
			if name := string(data[1:n]); depth == 1 && key == "" {
				key = name
			} else {
				value(name)
			}
		case !strings.ContainsRune(delimiters, rune(c)):
			n = until(data, delimiters)
			value(string(data[:n]))
		}
		data = data[min(n, len(data)):]
	}
	return out
}

// delimiters end a name or a number.
const delimiters = " \t\r\n\f\x00()<>[]{}/%"

// until counts the bytes before the first one of any.
func until(data []byte, any string) int {
	if i := bytes.IndexAny(data, any); i >= 0 {
		return i
	}
	return len(data)
}

// escapes are what stands behind a backslash for a byte that would not be seen.
var escapes = map[byte]string{'n': "\n", 'r': "\r", 't': "\t", 'b': "\b", 'f': "\f", '\n': ""}

// literal reads a string in parentheses, and how many bytes it takes.
func literal(data []byte) (s string, n int) {
	var out []byte
	for depth := 0; n < len(data); n++ {
		c := data[n]
		switch {
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				return string(out), n + 1
			}
		case c == '\\' && n+1 < len(data):
			more, taken := escaped(data[n+1:])
			out, n = append(out, more...), n+taken
			continue
		}
		out = append(out, c)
	}
	return string(out), n
}

// escaped is what stands for the bytes behind a backslash, and how many these are: up to three octal digits, or one.
func escaped(data []byte) (s string, n int) {
	for n < 3 && n < len(data) && data[n] >= '0' && data[n] <= '7' {
		n++
	}
	if n > 0 {
		b, _ := strconv.ParseUint(string(data[:n]), 8, 16)
		return string([]byte{byte(b)}), n
	}
	if s, known := escapes[data[0]]; known {
		return s, 1
	}
	return string(data[:1]), 1
}
