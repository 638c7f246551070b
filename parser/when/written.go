package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// writtenRules read dates in digits: 2026-12-18, 2026/12/18, 115.12.18, 20261218, 12/18, 12.18, 12-18, 18/12/2026, 18.12.2026.
var writtenRules = []rule{
	{pattern.Must(`(民国\s*)?([0-9]{3,4})\s?([-/.])\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})日?`), fullDigits},
	{pattern.Must(`20[0-9]{2}[01][0-9][0-3][0-9]`), compact},
	{pattern.Must(`([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?`), slashed},
	{pattern.Must(`([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?(20[0-9]{2})`), dottedYear},
	{pattern.Must(`([0-9]{1,2})\.([0-9]{1,2})`), dotted},
	{pattern.Must(`([0-9]{2})-([0-9]{2})`), hyphened},
}

func fullDigits(d day, m match) []token {
	y := m.n(2)
	if glued(m.prev()) || y >= 200 && y < 1900 || y > 2200 || y < 100 || startsDigit(m.after()) {
		return nil
	}
	if m.g(3) == "." && strings.HasPrefix(m.after(), ".") && startsDigit(m.after()[1:]) {
		return nil // an IP address or a version
	}
	return m.one(d.on(era(y, m.g(1) != ""), m.n(4), m.n(5)))
}

func compact(d day, m match) []token {
	s := m.g(0)
	t := d.on(number(s[:4]), number(s[4:6]), number(s[6:]))
	if t.missing || glued(m.prev()) || startsDigit(m.after()) || units.MatchString(m.after()) || strings.HasPrefix(m.after(), "-") {
		return nil
	}
	return m.one(t)
}

var fraction = pattern.Must(`^(?:[0-9/%]|\s*(?:的|以上|以下|多数|强|左右的|数))`)

// spanStart is a date in digits before the one it spans to: 12/5-12/8.
var spanStart = pattern.Must(`(?:^|[^0-9/])[0-9]{1,2}/[0-9]{1,2}-+$`)

func slashed(d day, m match) []token {
	a, b := m.n(1), m.n(2)
	if glued(m.prev()) && !spanStart.MatchString(m.before()) || fraction.MatchString(m.after()) || a == 24 && b == 7 {
		return nil
	}
	if m.g(3) != "" {
		return m.daysWithYear(d, a, b)
	}
	switch {
	case a > 12 && a <= 31 && b >= 1 && b <= 12:
		a, b = b, a
	case a < 1 || a > 12 || b < 1 || b > 39:
		return nil
	}
	return m.one(d.on(0, a, b))
}

// daysWithYear reads 18/12/2026 and 12/18/2026. 5/12/2026 is read in two ways by two readers, so not here.
func (m match) daysWithYear(d day, a, b int) []token {
	switch {
	case a > 12 && b <= 12:
		return m.one(d.on(m.n(3), b, a))
	case b > 12 && a <= 12 || a == b:
		return m.one(d.on(m.n(3), a, b))
	}
	return nil
}

func dotted(d day, m match) []token {
	a, b := m.n(1), m.n(2)
	if glued(m.prev()) || a < 1 || a > 12 || b < 1 || b > 31 || units.MatchString(m.after()) || !closed(dayWord(m.after())) {
		return nil
	}
	if startsLine(m.before()) && len(m.g(2)) == 1 && strings.HasPrefix(m.after(), " ") {
		return nil // "1.2 议题": a heading's number
	}
	if len(m.g(2)) == 2 && m.g(2) == "10" && a < 10 && startsLine(m.before()) {
		return nil // "1.10": likewise
	}
	return m.one(d.on(0, a, b))
}

// dottedYear reads 21.12.2026.
func dottedYear(d day, m match) []token {
	if glued(m.prev()) || startsDigit(m.after()) {
		return nil
	}
	return m.daysWithYear(d, m.n(1), m.n(2))
}

func hyphened(d day, m match) []token {
	a, b := m.n(1), m.n(2)
	if glued(m.prev()) || a < 1 || a > 12 || b < 1 || b > 31 || !closed(dayWord(m.after())) || strings.HasPrefix(m.after(), "-") {
		return nil
	}
	return m.one(d.on(0, a, b))
}

// dayWord is what follows a date in digits, without a 日 or 号 that may close it.
func dayWord(after string) string {
	after = strings.TrimPrefix(after, "日")
	return strings.TrimPrefix(after, "号")
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func startsLine(before string) bool {
	i := strings.LastIndexByte(before, '\n')
	return (i >= 0 || len(before) < look) && strings.TrimSpace(before[i+1:]) == ""
}
