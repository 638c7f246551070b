package policies

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

const day = 24 * time.Hour

// shortest and longest bound the length of a span, which depends on the calendar for workdays and months: a workday
// is a day at least, and ten of them are two weeks and a holiday at most.
func shortest(s secretary.Span) time.Duration {
	if s.Unit == secretary.Months {
		return time.Duration(s.N) * 28 * day
	}
	return s.Duration()
}

func longest(s secretary.Span) time.Duration {
	switch s.Unit {
	case secretary.Months:
		return time.Duration(s.N) * 31 * day
	case secretary.Workdays:
		return time.Duration(s.N*7/5+2) * day
	}
	return s.Duration()
}

// exceeds reports whether a is longer than b on every calendar. What is not set exceeds nothing.
func exceeds(a, b secretary.Span) bool {
	if !a.IsSet() || !b.IsSet() {
		return false
	}
	if a.Unit == b.Unit {
		return a.N > b.N
	}
	return shortest(a) > longest(b)
}
