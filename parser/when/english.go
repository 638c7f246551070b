package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

const enDay = `([0-9]{1,2})(?:st|nd|rd|th)?`

// englishRules read Dec 18, 18th of December 2026, next Wednesday, tomorrow, in two weeks, end of December.
var englishRules = []rule{
	{pattern.Must(`(` + month + `)[.,]?\s?-?` + enDay + `\b(?:,?\s?(20[0-9]{2})\b)?`), monthFirst},
	{pattern.Must(`\b` + enDay + `\s?-?(?:\s?day\s)?(?:of\s)?(` + month + `)[.,]?(?:[\s-]?(20[0-9]{2})\b)?`), dayFirst},
	{pattern.Must(`(` + month + `)\.?\s` + enDay + `\s?(?:-+|to)\s?([0-9]{1,2})(?:st|nd|rd|th)?\b`), monthSpan},
	{pattern.Must(`\b` + enDay + `\s?(?:-+|to)\s?` + enDay + `\s(?:of\s)?(` + month + `)(?:,?\s?(20[0-9]{2})\b)?`), daySpan},
	{pattern.Must(`(?i)\b(?:by|before|on|until|till|to|due)\s+the\s+([0-9]{1,2})(?:st|nd|rd|th)\b`), theDay},
	{pattern.Must(weekday + `\.?,?\s+((?:the\s+)?([0-9]{1,2})(?:st|nd|rd|th))\b`), weekdaysDay},
	{pattern.Must(`(?:\b(?i:(next|this|last|coming|the coming|upcoming)\s+(week\s+)?))?(` + weekday + `)\.?(?:\s+(?:of\s+)?(?i:(next|this|last) week)\b)?`), englishWeekday},
	{pattern.Must(`(?i)\b(?:the\s+)?(day after tomorrow|tomorrow|today|tonight|yesterday)\b`), englishDay},
	{pattern.Must(`(?i)\b(?:in|within)\s+(?:the\s+next\s+)?(` + enNum + `)\s+(working days?|business days?|days?|weeks?|months?|fortnights?)\b`), inSpan},
	{pattern.Must(`(?i)\b(` + enNum + `)\s+(days?|weeks?|months?)\s+from\s+(?:now|today)\b`), inSpan},
	{pattern.Must(`(?i)\b(?:(?:the\s+)?end[\s-]+(?:of\s+)?(?:the\s+)?(this month|next month|month|this year|next year|year)|(month|year)[\s-]end|(EOM|EOY))\b`), englishEnd},
	{pattern.Must(`(?i:\b(?:the\s+)?end[\s-]+(?:of\s+)?)(` + month + `)\.?(?:\s(20[0-9]{2}))?`), endOfMonth},
}

func enMonthNo(s string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s)[:3])/3 + 1
}

func enYear(s string) int { return max(number(s), 0) }

func monthFirst(d day, m match) []token {
	if m.prev() == '-' || strings.HasPrefix(m.after(), ":") {
		return nil
	}
	return m.one(d.on(enYear(m.g(3)), enMonthNo(m.g(1)), m.n(2)))
}

func dayFirst(d day, m match) []token {
	if m.prev() == ':' || m.prev() == '.' || m.prev() == '/' {
		return nil
	}
	return m.one(d.on(enYear(m.g(3)), enMonthNo(m.g(2)), m.n(1)))
}

func monthSpan(d day, m match) []token {
	mo := enMonthNo(m.g(1))
	first := m.over(2, d.on(0, mo, m.n(2)))
	first.start = m.loc[0]
	second := m.over(3, d.on(0, mo, m.n(3)))
	second.end = m.loc[1]
	return []token{first, second}
}

func daySpan(d day, m match) []token {
	y, mo := enYear(m.g(4)), enMonthNo(m.g(3))
	second := m.over(2, d.on(y, mo, m.n(2)))
	second.end = m.loc[1]
	return []token{m.over(1, d.on(y, mo, m.n(1))), second}
}

// weekdaysDay reads the day behind its weekday: Monday the 21st.
func weekdaysDay(d day, m match) []token { return []token{m.over(1, d.dom(m.n(2)))} }

func theDay(d day, m match) []token { return []token{m.over(1, d.dom(m.n(1)))} }

var wdEnglish = map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

// surname follows Sun where it is a person: Sun Li.
var surname = pattern.Must(`^\s[A-Z][a-z]+`)

func englishWeekday(d day, m match) []token {
	name, lead, week := m.g(3), strings.ToLower(m.g(1)), strings.ToLower(m.g(4))
	if recurring(m.before()) || len(name) == 3 && surname.MatchString(m.after()) && !monthAhead.MatchString(coded(m.after())) {
		return nil
	}
	wd := wdEnglish[strings.ToLower(name)[:3]]
	if week != "" {
		lead = week
	}
	switch lead {
	case "next":
		return m.one(d.weekday(1, wd))
	case "this":
		return m.one(d.weekday(0, wd))
	case "last":
		return m.one(d.weekday(-1, wd))
	}
	return m.one(d.comingWeekday(wd))
}

var monthAhead = pattern.Must(`^\s` + month)

func englishDay(d day, m match) []token {
	n := map[string]int{"day after tomorrow": 2, "tomorrow": 1, "yesterday": -1}[strings.ToLower(m.g(1))]
	return m.one(d.plus(n))
}

// elsewhere says that a span is counted from something other than the message: within two weeks of receipt.
var elsewhere = pattern.Must(`(?i)^\s+(?:of|after|from|following|before|prior)\b`)

func inSpan(d day, m match) []token {
	unit, n := strings.ToLower(m.g(2)), m.n(1)
	switch {
	case elsewhere.MatchString(m.after()) || strings.Contains(unit, "ing day") || strings.Contains(unit, "ness day"):
		return m.one(token{shift: true})
	case n < 0:
		return nil
	case strings.HasPrefix(unit, "month"):
		return m.one(d.months(n))
	case strings.HasPrefix(unit, "week"):
		n *= 7
	case strings.HasPrefix(unit, "fort"):
		n *= 14
	}
	return m.one(d.plus(n))
}

func englishEnd(d day, m match) []token {
	word := strings.ToLower(m.g(1) + m.g(2) + m.g(3))
	switch {
	case word == "next year":
		return m.one(d.end(d.year()+1, 12))
	case strings.HasSuffix(word, "year") || word == "eoy":
		return m.one(d.end(d.year(), 12))
	case word == "next month":
		y, mo := shifted(d.year(), d.month(), 1)
		return m.one(d.end(y, mo))
	}
	return m.one(d.end(d.year(), d.month()))
}

func endOfMonth(d day, m match) []token {
	return m.one(d.end(enYear(m.g(2)), enMonthNo(m.g(1))))
}
