package calendar

import (
	"strings"

	"github.com/emersion/go-ical"
)

// caret undoes RFC 6868.
var caret = strings.NewReplacer("^n", "\n", "^N", "\n", "^'", `"`, "^^", "^")

// parseLine reads one content line, name *(";" param) ":" value. It is false for a line that is none; the rest of the
// calendar does not suffer from it (I-7).
func parseLine(line string) (ical.Prop, bool) {
	end := strings.IndexAny(line, ";:")
	if end <= 0 || strings.ContainsAny(line[:end], " \t\"=,") {
		return ical.Prop{}, false
	}
	p := ical.Prop{Name: strings.ToUpper(line[:end]), Params: ical.Params{}}
	rest := line[end:]
	for strings.HasPrefix(rest, ";") {
		rest = parseParam(p.Params, rest[1:])
	}
	if !strings.HasPrefix(rest, ":") {
		return ical.Prop{}, false
	}
	p.Value = rest[1:]
	return p, true
}

// parseParam reads one parameter with all its values into params and returns what follows it. A parameter without a
// value is passed over.
func parseParam(params ical.Params, s string) (rest string) {
	end := strings.IndexAny(s, "=;:")
	if end < 0 {
		return ""
	}
	if s[end] != '=' {
		return s[end:]
	}
	name, s := s[:end], s[end+1:]
	for {
		var v string
		v, s = paramValue(s)
		params.Add(strings.TrimSpace(name), caret.Replace(v))
		if !strings.HasPrefix(s, ",") {
			return s
		}
		s = s[1:]
	}
}

// paramValue reads a parameter value, quoted or not. A quote closes only before a mark or the end; any other is part
// of the value, as in CN="Wang "Lei" QA" (seen in real mail).
func paramValue(s string) (v, rest string) {
	if strings.HasPrefix(s, `"`) {
		for i := 1; i < len(s); i++ {
			if s[i] == '"' && (i+1 == len(s) || strings.IndexByte(";:,", s[i+1]) >= 0) {
				return s[1:i], s[i+1:]
			}
		}
	}
	end := strings.IndexAny(s, ";:,")
	if end < 0 {
		return s, ""
	}
	if s[end] == ':' && strings.EqualFold(strings.Trim(s[:end], `"`), "mailto") {
		if more := strings.IndexAny(s[end+1:], ";:,"); more >= 0 {
			end += 1 + more
		}
	}
	return strings.Trim(s[:end], `"`), s[end:]
}
