package secretary

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An answer in words to the invitation of a series counts for all of it, unless it names dates: 「2月5日请假」 is about that
// day. What is about some of the dates and does not say which by their day is asked back, since a wrong guess would take
// somebody out of a year of meetings.

var (
	chineseDay = regexp.MustCompile(`(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?`)
	numericDay = regexp.MustCompile(`(?:\b(\d{4})[-/.])(\d{1,2})[-/.](\d{1,2})\b|\b(\d{1,2})/(\d{1,2})\b`)
	englishDay = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(` + monthNames + `)\b|\b(` + monthNames + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b`)
	someDates  = regexp.MustCompile(`(?i)[上下本这這那]\s*(?:个|個)?(?:周|週|星期|月|次)|第\s*[一二三四五六七八九十\d]+\s*次|\d+\s*月|除[外了]|以[前后後]|\bnext\b|\bthis (?:week|month|time|one)\b|\bexcept\b|\buntil\b|\bfrom\b|\bfirst\b|\bonly\b`)
)

const (
	months     = "jan feb mar apr may jun jul aug sep oct nov dec"
	monthNames = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)

// wordedDay is a day as somebody wrote it, year 0 where none was given.
type wordedDay struct{ year, month, day int }

// wordedDays reads the days that a text names, and returns what is left of it.
func wordedDays(text string) (days []wordedDay, rest string) {
	take := func(pattern *regexp.Regexp, read func(m []string) wordedDay) {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			if d := read(m); !slices.Contains(days, d) {
				days = append(days, d)
			}
		}
		text = pattern.ReplaceAllString(text, " ")
	}
	n := func(s string) int { v, _ := strconv.Atoi(s); return v }
	month := func(s string) int { return strings.Index(months, strings.ToLower(s[:3]))/4 + 1 }
	take(chineseDay, func(m []string) wordedDay { return wordedDay{n(m[1]), n(m[2]), n(m[3])} })
	take(numericDay, func(m []string) wordedDay {
		if m[2] != "" {
			return wordedDay{n(m[1]), n(m[2]), n(m[3])}
		}
		return wordedDay{0, n(m[4]), n(m[5])}
	})
	take(englishDay, func(m []string) wordedDay {
		if m[1] != "" {
			return wordedDay{0, month(m[2]), n(m[1])}
		}
		return wordedDay{0, month(m[3]), n(m[4])}
	})
	return days, text
}

// is reports whether d is the day of an instant in its zone.
func (d wordedDay) is(at time.Time) bool {
	y, m, day := at.Date()
	return d.month == int(m) && d.day == day && (d.year == 0 || d.year == y)
}

// namedDates finds the meetings to come that an answer in words names by their day, as it is or as the rule had it. Not
// sure says that it is about some of the dates and does not tell which.
func (t *turn) namedDates(run *Run, text string) (named []*Meeting, unsure bool) {
	days, rest := wordedDays(text)
	for _, d := range days {
		found := slices.DeleteFunc(t.meetingsOf(run), func(m *Meeting) bool {
			zone := t.Calendar.Zone(m.Zone)
			return !m.known() || !m.Start.After(t.now) || !d.is(m.Start.In(zone)) && !d.is(m.Planned.In(zone))
		})
		if len(found) != 1 {
			return nil, true
		}
		named = append(named, found[0])
	}
	return named, someDates.MatchString(rest)
}

// receiveWorded reads an answer in words to the invitation of a series.
func (t *turn) receiveWorded(run *Run, r *Reply) {
	h := &run.Head
	named, unsure := t.namedDates(run, r.Text)
	switch {
	case len(r.Intents) == 0 || !slices.ContainsFunc(r.Intents, func(in Intent) bool { return in.Kind == IntentAttend }):
		t.receiveHead(run, r)
	case unsure:
		t.askBack(h, r, "which-dates", nil, t.answers(h)...)
	case len(named) == 0:
		t.receiveHead(run, r)
	default:
		for _, m := range named {
			t.out.Verdict, t.out.Reason = "", ""
			t.within(m, func() { t.receiveMeeting(m, r) })
		}
	}
}
