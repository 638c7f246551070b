package templates

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/secretary"
)

var (
	anyStep     = regexp.MustCompile(`\[\d*\]`)
	placeholder = regexp.MustCompile(`\{[^}]*\}`)
)

// Span words a length of time; "" where it is not given.
func (g *regulation) Span(s secretary.Span) string {
	if !s.IsSet() {
		return ""
	}
	unit := "span." + string(s.Unit)
	if g.Lang == secretary.English && s.N == 1 {
		unit += "1"
	}
	return g.W(unit, s.N)
}

// Ahead words a moment before the start: 会议召开7日前.
func (g *regulation) Ahead(m secretary.Moment) string { return g.moment("ahead", m) }

// Within words a deadline after the end: 会后24小时内.
func (g *regulation) Within(m secretary.Moment) string { return g.moment("within", m) }

// Within1 words a moment after the end at which something is done: 会后1个工作日.
func (g *regulation) Within1(m secretary.Moment) string { return g.moment("later", m) }

func (g *regulation) moment(how string, m secretary.Moment) string {
	sameDay := m.N == 0 && m.Unit == secretary.CalendarDays && m.At.Set
	switch {
	case !m.IsSet():
		return ""
	case sameDay && m.At.String() == "23:59":
		return g.W(how + ".day")
	case sameDay:
		return g.W(how+".day.at", m.At)
	case m.At.Set:
		return g.W(how+".at", g.Span(m.Span), m.At)
	case m.N == 0:
		return g.W(how + ".now")
	}
	return g.W(how, g.Span(m.Span))
}

// Spans joins lengths or moments: 1日、1小时.
func (g *regulation) Spans(list any) string {
	var out []string
	switch l := list.(type) {
	case []secretary.Span:
		for _, s := range l {
			out = append(out, g.Span(s))
		}
	case []secretary.Moment:
		for _, m := range l {
			s := g.Span(m.Span)
			if m.At.Set {
				s = g.W("span.at", s, m.At)
			}
			out = append(out, s)
		}
	}
	return g.And(out)
}

// Cycle words how often: 每周, 每3个月; "" for never.
func (g *regulation) Cycle(s secretary.Span) string {
	if !s.IsSet() || s.N == 0 {
		return ""
	}
	if w := g.W("cycle." + s.String()); w != "cycle."+s.String() {
		return w
	}
	return g.W("cycle", g.Span(s))
}

// At words the time of day at which the meeting begins; "" where it is not given.
func (g *regulation) At() string {
	if !g.P.Schedule.Start.Set {
		return ""
	}
	return g.W("at.clock", g.P.Schedule.Start)
}

// Weekly words a weekday and a time: 每周一08:00.
func (g *regulation) Weekly(s string) string {
	day, clock, found := strings.Cut(s, " ")
	if !found {
		return s
	}
	return g.W("weekly.at", g.weekdays([]string{day}), clock)
}

// LateLeave says until when leave may be asked for.
func (g *regulation) LateLeave() string {
	c := g.P.Leave.Cutoff
	switch {
	case !c.IsSet():
		return ""
	case c.N == 0 && !c.At.Set:
		return g.W("leave.late.start")
	}
	return g.W("leave.late", g.Ahead(c))
}

// dayNames are the days of RRULE, Monday first.
var dayNames = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

// weekdays words days of the week: 周二、四、六.
func (g *regulation) weekdays(days []string) string {
	var out []string
	for _, d := range days {
		out = append(out, g.W("weekday."+d))
	}
	if g.Lang == secretary.English {
		return g.And(out)
	}
	return g.W("weekday", g.List(out))
}

// Rule words the recurrence; "" where there is none, and the rule itself where it is none of the usual ones.
func (g *regulation) Rule() string {
	r := ruleParts(g.P.Schedule.RRule)
	every, _ := strconv.Atoi(r["INTERVAL"])
	every = max(every, 1)
	switch r["FREQ"] {
	case "":
		return ""
	case "DAILY":
		if every == 1 && g.P.Schedule.Workdays != "all" {
			return g.W("rule.workday")
		}
		return g.counted("rule.daily", every)
	case "WEEKLY":
		return g.counted("rule.weekly", every, g.weekdays(list(r["BYDAY"])))
	case "MONTHLY":
		return g.counted("rule.monthly", every, g.daysOfMonth(r))
	case "YEARLY":
		if r["BYMONTH"] != "" {
			return g.W("rule.yearly", g.months(list(r["BYMONTH"])), g.daysOfMonth(r))
		}
	}
	return g.W("rule.other", g.P.Schedule.RRule)
}

// counted is the word for each, or for every second and so on.
func (g *regulation) counted(key string, every int, args ...any) string {
	if every == 1 {
		return g.W(key, args...)
	}
	return g.W(key+".n", append([]any{every}, args...)...)
}

func ruleParts(rule string) map[string]string {
	out := map[string]string{}
	for part := range strings.SplitSeq(strings.TrimPrefix(strings.ToUpper(rule), "RRULE:"), ";") {
		if key, value, found := strings.Cut(part, "="); found {
			out[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return out
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

func (g *regulation) months(ms []string) string {
	var out []string
	for _, m := range ms {
		out = append(out, g.W("month."+m))
	}
	return g.And(out)
}

// daysOfMonth words BYMONTHDAY and BYDAY: 15日和30日, 第一个周一, 最后一日. Days that only stand in for one that a short month
// lacks are told as such.
func (g *regulation) daysOfMonth(r map[string]string) string {
	if r["BYDAY"] != "" {
		var out []string
		for _, d := range list(r["BYDAY"]) {
			out = append(out, g.ordinalDay(d, r["BYSETPOS"]))
		}
		return g.And(out)
	}
	days, note := standing(list(r["BYMONTHDAY"]), r["BYSETPOS"])
	var out []string
	for _, d := range days {
		if d < 0 {
			out = append(out, g.W("day.last"))
		} else {
			out = append(out, g.dayNumber(d))
		}
	}
	s := g.And(out)
	if note {
		s += g.W("day.short")
	}
	return s
}

// standing are the days that are meant, and whether the last day of a shorter month takes the place of the last of them.
func standing(days []string, setpos string) (out []int, short bool) {
	for _, s := range days {
		n, err := strconv.Atoi(s)
		if err == nil {
			out = append(out, n)
		}
	}
	switch {
	case setpos == "-1" && len(out) > 1:
		return []int{slices.Max(out)}, true
	case setpos == "1,-1" && len(out) > 2:
		return []int{slices.Min(out), slices.Max(out)}, true
	}
	return out, false
}

func (g *regulation) dayNumber(n int) string {
	if g.Lang != secretary.English {
		return g.W("day", n)
	}
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprint(n, ending)
}

// ordinalDay words 1MO, or MO with a place in the month.
func (g *regulation) ordinalDay(d, setpos string) string {
	if len(d) < 2 || !slices.Contains(dayNames, d[len(d)-2:]) {
		return d
	}
	n, day := d[:len(d)-2], d[len(d)-2:]
	if n == "" {
		n = setpos
	}
	if n == "" {
		return g.W("weekday.every", g.weekdays([]string{day}))
	}
	return g.W("weekday.nth", g.Term("nth", strings.TrimPrefix(n, "+")), g.weekdays([]string{day}))
}
