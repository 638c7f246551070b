package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/secretary"
)

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

// Rule words the recurrence; "" where there is none. A rule that is none of the usual ones, in any of its parts, stands as it is
// written: whoever approves it must not read another schedule.
func (g *regulation) Rule() string {
	rule := g.P.Schedule.RRule
	r := ruleParts(rule)
	if len(r) == 0 {
		return ""
	}
	if said := g.usual(r); said != "" {
		return said
	}
	return g.W("rule.other", rule)
}

// usual words a rule of days, weeks, months or years; "" where it says more than these words do.
func (g *regulation) usual(r map[string]string) string {
	every, err := strconv.Atoi(cmp.Or(r["INTERVAL"], "1"))
	days := list(r["BYDAY"])
	switch {
	case err != nil || every < 1:
	case r["FREQ"] == "DAILY" && holds(r):
		if every == 1 && g.P.Schedule.Workdays != "all" {
			return g.W("rule.workday")
		}
		return g.counted("rule.daily", every)
	case (r["FREQ"] == "WEEKLY" || r["FREQ"] == "DAILY" && every == 1) && holds(r, "BYDAY") && plain(days):
		return g.counted("rule.weekly", every, g.weekdays(days))
	case r["FREQ"] == "MONTHLY" && holds(r, "BYDAY", "BYMONTHDAY", "BYSETPOS"):
		return g.said(g.daysOfMonth(r), func(days string) string { return g.counted("rule.monthly", every, days) })
	case (r["FREQ"] == "MONTHLY" || oncePerMonth(r)) && every == 1 && r["BYMONTH"] != "" && holds(r, "BYMONTH", "BYDAY", "BYMONTHDAY", "BYSETPOS"):
		return g.said(g.daysOfMonth(r), func(days string) string { return g.W("rule.yearly", g.months(list(r["BYMONTH"])), days) })
	}
	return ""
}

// oncePerMonth reports whether the days of a yearly rule are counted in its months. BYSETPOS counts in the year (RFC 5545 §3.3.10).
func oncePerMonth(r map[string]string) bool {
	return r["FREQ"] == "YEARLY" && (r["BYSETPOS"] == "" || len(list(r["BYMONTH"])) == 1)
}

// said puts a part into its sentence; "" where there is no part.
func (g *regulation) said(part string, sentence func(string) string) string {
	if part == "" {
		return ""
	}
	return sentence(part)
}

// holds reports whether a rule has no parts but these, and those that every rule may have. Weeks begin on Monday unless it says otherwise.
func holds(r map[string]string, parts ...string) bool {
	for key, value := range r {
		if key != "FREQ" && key != "INTERVAL" && (key != "WKST" || value != "MO") && !slices.Contains(parts, key) {
			return false
		}
	}
	return true
}

// plain reports whether these are days of the week without a place in the month, and any at all.
func plain(days []string) bool {
	return len(days) > 0 && !slices.ContainsFunc(days, func(d string) bool { return !slices.Contains(dayNames, d) })
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

// daysOfMonth words BYMONTHDAY or BYDAY: 15日和30日, 第一个周一, 最后一日; "" where the words do not reach. Days that only stand in
// for one that a short month lacks are told as such.
func (g *regulation) daysOfMonth(r map[string]string) string {
	switch {
	case r["BYDAY"] != "" && r["BYMONTHDAY"] != "":
		return ""
	case r["BYDAY"] != "":
		return g.weekdaysOfMonth(list(r["BYDAY"]), list(r["BYSETPOS"]))
	}
	days, short, ok := standing(list(r["BYMONTHDAY"]), r["BYSETPOS"])
	if !ok {
		return ""
	}
	var out []string
	for _, d := range days {
		out = append(out, g.dayNumber(d))
	}
	s := g.And(out)
	if short {
		s += g.W("day.short")
	}
	return s
}

// standing are the days that are meant, and whether the last day of a shorter month takes the place of the last of them:
// 28,29,30 of which the last is taken. Not ok are days counted from the end, but for the last one, and other choices among days.
func standing(list []string, setpos string) (days []int, short, ok bool) {
	for _, s := range list {
		n, err := strconv.Atoi(s)
		if err != nil || n < -1 || n == 0 {
			return nil, false, false
		}
		days = append(days, n)
	}
	if setpos == "" {
		return days, false, len(days) > 0
	}
	slices.Sort(days)
	var first []int
	if setpos == "1,-1" && len(days) > 2 && days[0] > 0 && days[0] < 28 {
		first, days = days[:1], days[1:]
	} else if setpos != "-1" {
		return nil, false, false
	}
	for i, n := range days {
		if n != 28+i {
			return nil, false, false
		}
	}
	return append(first, days[len(days)-1]), true, len(days) > 1
}

// dayNumber words a day of the month; -1 is the last.
func (g *regulation) dayNumber(n int) string {
	switch {
	case n < 0:
		return g.W("day.last")
	case g.Lang != secretary.English:
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
	return fmt.Sprint("the ", n, ending)
}

// weekdaysOfMonth words 1MO, or MO with places in the month; "" where a place is none of those that have words, or is chosen
// among several days.
func (g *regulation) weekdaysOfMonth(days, places []string) string {
	if len(places) > 0 && (len(days) != 1 || !plain(days)) {
		return ""
	}
	var out []string
	for _, d := range days {
		if len(d) < 2 || !slices.Contains(dayNames, d[len(d)-2:]) {
			return ""
		}
		n, day := strings.TrimPrefix(d[:len(d)-2], "+"), g.weekdays([]string{d[len(d)-2:]})
		switch {
		case n != "":
			places = []string{n}
		case len(places) == 0:
			out = append(out, g.W("weekday.every", day))
		}
		for _, n := range places {
			nth := g.W("nth." + n)
			if nth == "nth."+n {
				return ""
			}
			out = append(out, g.W("weekday.nth", nth, day))
		}
		places = nil
	}
	return g.And(out)
}
