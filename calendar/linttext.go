package calendar

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/emersion/go-ical"
)

// textual are the properties of type TEXT that we write.
var textual = []string{ical.PropSummary, ical.PropLocation, ical.PropDescription, ical.PropComment, "X-ALT-DESC"}

// texts holds what people read: escaped (O-29), the join link where every program shows it (O-31), and the same words
// as HTML for Outlook (O-32).
func (l *linter) texts(e *ical.Component, method string) {
	for _, name := range textual {
		for _, p := range e.Props[name] {
			l.check(!bare(p.Value), "O-29", "%s has a mark that is not escaped", name)
		}
	}
	for _, name := range []string{ical.PropConference, ical.PropURL} {
		for _, p := range e.Props[name] {
			told := strings.Contains(unescape(value(e, ical.PropLocation)), p.Value) && strings.Contains(unescape(value(e, ical.PropDescription)), p.Value)
			l.check(told, "O-31", "the link of %s is missing from LOCATION or DESCRIPTION", name)
		}
	}
	if method == "REQUEST" && len(e.Props[ical.PropDescription]) > 0 {
		l.alternative(e)
	}
}

func (l *linter) alternative(e *ical.Component) {
	p := e.Props.Get("X-ALT-DESC")
	if p == nil || !strings.EqualFold(p.Params.Get("FMTTYPE"), "text/html") {
		l.add("O-32", "no X-ALT-DESC;FMTTYPE=text/html")
		return
	}
	said := html.UnescapeString(tag.ReplaceAllString(unescape(p.Value), ""))
	l.check(squeezed(said) == squeezed(unescape(value(e, ical.PropDescription))), "O-32", "X-ALT-DESC says something else than DESCRIPTION")
}

var tag = regexp.MustCompile(`<[^>]*>`)

// squeezed leaves out what is not visible.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// bare reports whether a TEXT as it is written holds a semicolon or comma that is not escaped, or an escape that is none
// (RFC 5545 §3.3.11).
func bare(v string) bool {
	for i := 0; i < len(v); i++ {
		switch v[i] {
		case ';', ',':
			return true
		case '\\':
			if i++; i == len(v) || !strings.ContainsRune(`\;,nN`, rune(v[i])) {
				return true
			}
		}
	}
	return false
}
