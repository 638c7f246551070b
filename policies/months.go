package policies

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// shortMonths warns of days that not every month of the rule has (G-34).
func (c *checker) shortMonths() {
	rule := c.p.Schedule.RRule
	if len(part(rule, "BYSETPOS")) > 0 {
		return
	}
	shortest := shortestMonth(part(rule, "BYMONTH"))
	for _, d := range part(rule, "BYMONTHDAY") {
		if d > shortest {
			c.warn("schedule.rrule", "BYMONTHDAY="+strconv.Itoa(d)+" skips every month that is shorter",
				"for the last day at hand write BYMONTHDAY=28,29;BYSETPOS=-1, BYMONTHDAY=28,29,30;BYSETPOS=-1 or BYMONTHDAY=-1")
		}
	}
}

// part lists the numbers of one part of a rule; nil where the rule does not have it.
func part(rule, name string) []int {
	var out []int
	for p := range strings.SplitSeq(strings.ToUpper(rule), ";") {
		list, found := strings.CutPrefix(p, name+"=")
		for _, s := range strings.Split(list, ",") {
			if n, err := strconv.Atoi(s); err == nil && found {
				out = append(out, n)
			}
		}
	}
	return out
}

// shortestMonth is how many days the shortest of the months has in a common year; none are all twelve.
func shortestMonth(months []int) int {
	if len(months) == 0 {
		return 28
	}
	var days []int
	for _, m := range months {
		days = append(days, time.Date(2026, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day())
	}
	return slices.Min(days)
}
