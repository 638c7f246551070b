package calendar

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-ical"
)

// written is the order in which properties and parameters are written; others follow by name. Go-ical's encoder sorts
// by name alone, folds nothing and lets a line end in a parameter through.
var written = rank(
	"VERSION", "PRODID", "CALSCALE", "METHOD", "ACTION", "TRIGGER",
	"UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "RECURRENCE-ID", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY", "LOCATION", "DESCRIPTION",
	"X-ALT-DESC", "URL", "CONFERENCE", "ORGANIZER", "ATTENDEE", "STATUS", "TRANSP", "CLASS",
	"TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME",
	"CUTYPE", "ROLE", "PARTSTAT", "RSVP", "DELEGATED-TO", "DELEGATED-FROM", "CN",
)

func rank(names ...string) map[string]int {
	m := make(map[string]int, len(names))
	for i, n := range names {
		m[n] = i
	}
	return m
}

func inOrder[V any](m map[string]V) []string {
	return slices.SortedFunc(maps.Keys(m), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
}

func place(name string) int {
	if i, ok := written[name]; ok {
		return i
	}
	return len(written)
}

// encode writes a component: CR LF behind every line, folded, nothing else (O-8, O-28).
func encode(c *ical.Component) []byte {
	var b bytes.Buffer
	encodeComponent(&b, c)
	return b.Bytes()
}

func encodeComponent(b *bytes.Buffer, c *ical.Component) {
	b.WriteString("BEGIN:" + c.Name + "\r\n")
	for _, name := range inOrder(c.Props) {
		for _, p := range c.Props[name] {
			fold(b, contentLine(p))
		}
	}
	for _, child := range c.Children {
		encodeComponent(b, child)
	}
	b.WriteString("END:" + c.Name + "\r\n")
}

func contentLine(p ical.Prop) string {
	var l strings.Builder
	l.WriteString(p.Name)
	for _, name := range inOrder(p.Params) {
		for i, v := range p.Params[name] {
			if i == 0 {
				l.WriteString(";" + name + "=")
			} else {
				l.WriteByte(',')
			}
			l.WriteString(quote(v))
		}
	}
	l.WriteString(":" + oneLine(p.Value))
	return l.String()
}

// quote makes a parameter value that stays one: no control characters, no quotes, in quotes where it holds a mark
// (O-29). A caret is doubled, lest what follows be taken for an escape (RFC 6868).
func quote(v string) string {
	v = strings.TrimSpace(quotes.Replace(oneLine(v)))
	if strings.ContainsAny(v, ";:,") {
		return `"` + v + `"`
	}
	return v
}

var quotes = strings.NewReplacer(`"`, "'", "^", "^^")

// oneLine drops control characters, line separators of Unicode and bytes that are no UTF-8.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

var (
	lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")
	escapes  = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\t", " ")
)

// escape writes a TEXT value (RFC 5545 §3.3.11); any line end becomes \n.
func escape(s string) string { return escapes.Replace(lineEnds.Replace(s)) }

// maxOctets is the length of a line without its end (RFC 5545 §3.1).
const maxOctets = 75

// fold writes a content line in pieces of at most 75 octets, never cut inside a character; a continuation's blank
// counts.
func fold(b *bytes.Buffer, line string) {
	for room := maxOctets; len(line) > room; room = maxOctets - 1 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	b.WriteString(line + "\r\n")
}
