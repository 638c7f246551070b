package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

const spokenHour = `[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`

// spokenRules read English times in words: half past three, quarter to four, 10 o'clock, ten thirty, at 9.30, Monday from 10 to 11.
var spokenRules = []rule{
	{pattern.Must(`(?i)\b(half past|(?:a )?quarter (?:past|to)|(?:ten|twenty|five) past) (` + spokenHour + `)\b(?:\s?` + half + `)?`), pastHour},
	{pattern.Must(`(?i)\b(` + spokenHour + `)\s?o['’]\s?clock\b`), func(_ day, m match) []token { return m.at(hour{h: spokenNumber(m.g(1))}) }},
	{pattern.Must(`(?i)\b(nine|ten|eleven|twelve|one|two|three|four|five) (thirty|fifteen|forty-five)\b(?:\s?` + half + `)?`), hourMinute},
	{pattern.Must(`(?:\bat|\bto|@)\s+([0-9]{1,2})\.([0-5][05])(?:\s?(?:h|hrs|hours))?(?:$|[,.?!;)]|\s(?:[^%]|$))`), atDotted},
	{pattern.Must(`\b(?:from|between)\s+([0-9]{1,2})(?:[:.]([0-5][0-9]))?\s*(?:to|and|until|till|-)\s*([0-9]{1,2})(?:[:.]([0-5][0-9]))?(?:\s?` + half + `)?(?:$|[\s,.?!;)])`), fromTo},
}

var spokenHours = map[string]int{"eleven": 11}

func spokenNumber(s string) int {
	if n, ok := spokenHours[strings.ToLower(s)]; ok {
		return n
	}
	return number(s)
}

var spokenMinutes = map[string]int{"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "thirty": 30, "fifteen": 15, "forty-five": 45}

func pastHour(_ day, m match) []token {
	words := strings.Fields(strings.TrimPrefix(strings.ToLower(m.g(1)), "a "))
	h, n := spokenNumber(m.g(2)), spokenMinutes[words[0]]
	if words[1] == "to" {
		h, n = (h+10)%12+1, 60-n
	}
	return m.at(hour{h: h, m: n, part: half12(m.g(3))})
}

func hourMinute(_ day, m match) []token {
	return m.at(hour{h: spokenNumber(m.g(1)), m: spokenMinutes[strings.ToLower(m.g(2))], part: half12(m.g(3))})
}

// half12 is am or pm from its first letter, "" for none.
func half12(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToLower(s) + "m"
}

func atDotted(_ day, m match) []token {
	t := hour{h: m.n(1), m: m.n(2), set: true}
	if t.h > 23 {
		return nil
	}
	return []token{{start: m.loc[0], end: m.loc[5], clock: t}}
}

// fromTo reads the two hours of "Monday from 10 to 11".
func fromTo(_ day, m match) []token {
	if !weekdayOrDate.MatchString(coded(m.before())) && m.g(2) == "" && m.g(5) == "" {
		return nil
	}
	from, to := hour{h: m.n(1), m: max(m.n(2), 0), set: true}, hour{h: m.n(3), m: max(m.n(4), 0), part: half12(m.g(5)), set: true}
	if from.h > 23 || to.h > 23 {
		return nil
	}
	from, to = spanOf(from, to)
	return []token{{start: m.loc[0], end: lastOf(m), clock: from, until: to}}
}

// lastOf is where the last group that took part ends.
func lastOf(m match) (end int) {
	for i := 3; i < len(m.loc); i += 2 {
		end = max(end, m.loc[i])
	}
	return end
}

var weekdayOrDate = pattern.Must(`(?:(?:` + weekday + `|` + month + `|\b[Tt]omorrow)\.?|[0-9](?:st|nd|rd|th)?),?\s*$`)
