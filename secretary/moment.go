package secretary

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Moment is a point in time that a regulation counts from another one, the start or the end of a meeting: a length
// alone, "2 workdays", or a day and a time of day, "1 workdays 10:00" (the next working morning), "same day 18:00".
// "same day" alone lasts until the day's end (G-54). The zero value is not set.
type Moment struct {
	Span
	At Clock // on the day that Span comes to; not set: the time of day counted from
}

// dayEnd is the last minute of a day: a deadline at 24:00 would be read as the next day's.
var dayEnd = Clock{23, 59, true}

// UnmarshalText reads a span, a span of whole days and a time of day, or "same day" with or without one.
func (m *Moment) UnmarshalText(b []byte) error {
	words := strings.Fields(string(b))
	if len(words) >= 2 && words[0] == "same" && words[1] == "day" {
		words = append([]string{"0", "days"}, words[2:]...)
		if len(words) == 2 {
			words = append(words, dayEnd.String())
		}
	}
	var out Moment
	if len(words) == 3 {
		if err := out.At.UnmarshalText([]byte(words[2])); err != nil {
			return err
		}
		words = words[:2]
	}
	if err := out.Span.UnmarshalText([]byte(strings.Join(words, " "))); errors.Is(err, errTooLong) {
		return err
	} else if err != nil {
		return fmt.Errorf("%w; or a day and a time of day, such as same day 18:00 or 1 workdays 10:00", err)
	}
	if out.At.Set && (out.Unit == Minutes || out.Unit == Hours) {
		return fmt.Errorf("%q: a time of day stands behind days, workdays, weeks or months only", b)
	}
	*m = out
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

func (m Moment) String() string {
	switch {
	case !m.At.Set:
		return m.Span.String()
	case m.sameDay():
		return "same day " + m.At.String()
	}
	return m.Span.String() + " " + m.At.String()
}

func (m Moment) sameDay() bool { return m.N == 0 && m.Unit == CalendarDays }

// After is the instant that m names after t, in t's location; never before t.
func (m Moment) After(c Calendar, t time.Time) time.Time {
	if at := m.on(m.Span.After(c, t)); at.After(t) {
		return at
	}
	return t
}

// Before is the instant that m names before t, in t's location; never after t.
func (m Moment) Before(c Calendar, t time.Time) time.Time {
	if at := m.on(m.Span.Before(c, t)); at.Before(t) {
		return at
	}
	return t
}

// on puts t to the time of day that m has.
func (m Moment) on(t time.Time) time.Time {
	if !m.At.Set {
		return t
	}
	return DateOf(t).At(m.At, t.Location())
}
