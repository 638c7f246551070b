package message

import (
	"sort"
	"strconv"
	"strings"
)

// readParams reads "text/plain; charset=x; name*0*=..." into the lower-case value and its parameters.
// It takes what is there: quotes left open, blanks around "=", values with blanks, RFC 2231 pieces. Without any params is nil.
func readParams(s string) (value string, params map[string]string) {
	parts := splitParams(s)
	if len(parts) > 1 {
		params = map[string]string{}
	}
	var pieces map[string]map[int]string
	for _, p := range parts[1:] {
		k, v, ok := strings.Cut(p, "=")
		k, v = strings.ToLower(strings.TrimSpace(k)), unquote(v)
		if !ok || k == "" {
			continue
		}
		if i := strings.IndexByte(k, '*'); i > 0 {
			n, _ := strconv.Atoi(strings.Trim(k[i:], "*"))
			if pieces == nil {
				pieces = map[string]map[int]string{}
			}
			if pieces[k[:i]] == nil {
				pieces[k[:i]] = map[int]string{}
			}
			pieces[k[:i]][n] = v
		} else if _, there := params[k]; !there {
			params[k] = v
		}
	}
	for k, p := range pieces {
		params[k] = joinPieces(p)
	}
	return strings.ToLower(strings.TrimSpace(parts[0])), params
}

func splitParams(s string) (parts []string) {
	parts = make([]string, 0, 1+strings.Count(s, ";"))
	quoted, start := false, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quoted:
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ';' && !quoted:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func unquote(v string) string {
	v = strings.TrimSpace(v)
	if !strings.HasPrefix(v, "\"") {
		return strings.Trim(v, "'")
	}
	v = strings.TrimPrefix(v, "\"")
	if i := strings.LastIndexByte(v, '"'); i >= 0 {
		v = v[:i]
	}
	return strings.ReplaceAll(v, "\\\"", "\"")
}

// joinPieces puts RFC 2231 continuations together and decodes charset'language'%XX.
func joinPieces(p map[int]string) string {
	keys := make([]int, 0, len(p))
	for k := range p {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	var b strings.Builder
	for _, k := range keys {
		b.WriteString(p[k])
	}
	charset, rest, ok := strings.Cut(b.String(), "'")
	_, text, ok2 := strings.Cut(rest, "'")
	if !ok || !ok2 {
		return b.String()
	}
	return Decode(percent(text), charset)
}

func percent(s string) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hex(s[i+1]) >= 0 && hex(s[i+2]) >= 0 {
			out = append(out, byte(hex(s[i+1])<<4|hex(s[i+2])))
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return out
}
