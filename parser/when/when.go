// Package when finds the dates and times of day that people write in Chinese (simplified and traditional),
// English and the two mixed: "12月18日下午三点半", "下下周二", "民國115年12月18日", "next Wednesday 3pm", "18th of December".
//
// Weeks run from Monday to Sunday. A date without a year is the first such date on or after the message's day,
// unless it lies within the past 30 days, which is then meant. Nothing is guessed: "下周", "12月中旬" and
// "5/12/2026", which two readers read in two ways, are no dates.
package when

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// Match is one date, time of day, or length of time in a text.
type Match struct {
	Start, End int            // byte offsets in the text that was searched
	Date       secretary.Date // "" when only a time of day or a length is said, and where the date does not exist
	Clock      secretary.Clock
	EndClock   secretary.Clock // set for a span such as 9:00-11:00
	Valid      bool            // false for a date that does not exist, such as 2月30日
	Shift      bool            // only a length such as 一周 or 两天, without a day it is counted from
}

// Find lists the dates, times and lengths in text in their order, without overlaps. Days are counted from
// now's day in now's location. A span of days (12月5日至8日) gives two matches.
func Find(text string, now time.Time) []Match {
	if !worth(text) {
		return nil
	}
	n := normalise(text)
	tokens := join(n.text, pick(scan(n.text, day{now})))
	out := make([]Match, 0, len(tokens))
	for _, t := range tokens {
		out = append(out, Match{n.at[t.start], n.at[t.end], t.date, t.clock.clock(), t.until.clock(), !t.missing, t.shift})
	}
	return out
}

// token is a Match in the making: offsets are those of the normalised text.
type token struct {
	start, end       int
	year, month, mon int // as written: year and month are 0 where left out; mon is the day of the month
	weekday          bool
	date             secretary.Date
	missing, shift   bool // missing: the date does not exist
	clock, until     hour
}

func (t token) dated() bool   { return t.date != "" || t.missing }
func (t token) written() bool { return t.mon > 0 }
