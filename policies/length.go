package policies

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

const day = 24 * time.Hour

// shortest and longest bound how long before or after another point m lies, which depends on the calendar for workdays
// and months, and on the hour for a time of day: a workday is a day at least, and ten of them are two weeks and a
// holiday at most.
func shortest(m secretary.Moment) time.Duration {
	d := m.Duration()
	if m.Unit == secretary.Months {
		d = time.Duration(m.N) * 28 * day
	}
	if m.At.Set {
		d = max(d-day, 0)
	}
	return d
}

func longest(m secretary.Moment) time.Duration {
	d := m.Duration()
	switch m.Unit {
	case secretary.Months:
		d = time.Duration(m.N) * 31 * day
	case secretary.Workdays:
		d = time.Duration(m.N*7/5+2) * day
	}
	if m.At.Set {
		d += day
	}
	return d
}

// exceeds reports whether a is longer than b on every calendar. What is not set exceeds nothing.
func exceeds(a, b secretary.Moment) bool {
	if !a.IsSet() || !b.IsSet() {
		return false
	}
	if a.Unit == b.Unit {
		return a.N > b.N
	}
	return shortest(a) > longest(b)
}

// length is a span as a moment without a time of day.
func length(s secretary.Span) secretary.Moment { return secretary.Moment{Span: s} }
