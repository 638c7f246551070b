package secretary

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day, "2006-01-02". Dates compare as strings. The zero value is no date.
type Date string

// DateOf is the day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// At is the instant of the clock time c on d in zone.
func (d Date) At(c Clock, zone *time.Location) time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), c.Hour, c.Minute, 0, 0, zone)
}

// Add is the day n days later, earlier where n is negative.
func (d Date) Add(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return DateOf(t.AddDate(0, 0, n))
}

// Since counts the days from e to d; negative where d is earlier.
func (d Date) Since(e Date) int {
	a, err1 := time.Parse(time.DateOnly, string(d))
	b, err2 := time.Parse(time.DateOnly, string(e))
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(a.Sub(b) / (24 * time.Hour))
}

// Weekday is d's day of the week.
func (d Date) Weekday() time.Weekday {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t.Weekday()
}

// Valid reports whether d is a day that exists.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Clock is a time of day in minutes' precision. Set tells 00:00 from nothing.
type Clock struct {
	Hour, Minute int
	Set          bool
}

// UnmarshalText reads "08:30".
func (c *Clock) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*c = Clock{}
		return nil
	}
	t, err := time.Parse("15:04", string(b))
	if err != nil {
		return fmt.Errorf("%q is no time of day such as 08:30", b)
	}
	*c = Clock{t.Hour(), t.Minute(), true}
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

func (c Clock) String() string {
	if !c.Set {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
}

// Unit is what a Span counts.
type Unit string

// The units of a Span. A month is a calendar month; a workday is a day on which the company works.
const (
	Minutes      Unit = "minutes"
	Hours        Unit = "hours"
	CalendarDays Unit = "days"
	Workdays     Unit = "workdays"
	Weeks        Unit = "weeks"
	Months       Unit = "months"
)

// Span is a length of time as a regulation gives it: "7 days", "2 workdays", "24 hours", "90 minutes".
// Workdays and months have no fixed length, so it is not a time.Duration. The zero value is not set;
// "0 days" is set and is none.
type Span struct {
	N    int
	Unit Unit // "" where the span is not set
}

// IsSet reports whether the policy gives the span.
func (s Span) IsSet() bool { return s.Unit != "" }

// most is the largest number of each unit that a regulation may give: what is longer is a slip of the pen.
var most = map[Unit]int{Minutes: 10_000, Hours: 10_000, CalendarDays: 10_000, Workdays: 2_000, Weeks: 1_000, Months: 1_200}

var errTooLong = errors.New("too long")

// UnmarshalText reads a number and a unit, singular or plural.
func (s *Span) UnmarshalText(b []byte) error {
	f := strings.Fields(string(b))
	if len(f) == 0 {
		*s = Span{}
		return nil
	}
	if len(f) == 2 {
		n, err := strconv.Atoi(f[0])
		u := Unit(strings.TrimSuffix(f[1], "s") + "s")
		switch limit := most[u]; {
		case limit > 0 && (n > limit || errors.Is(err, strconv.ErrRange)):
			return fmt.Errorf("%q is %w: at most %d %s", b, errTooLong, limit, u)
		case limit > 0 && n >= 0 && err == nil:
			*s = Span{n, u}
			return nil
		}
	}
	return fmt.Errorf("%q is no length of time: write a number and one of minutes, hours, days, workdays, weeks, months", b)
}

// MarshalText writes what UnmarshalText reads.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

func (s Span) String() string {
	if !s.IsSet() {
		return ""
	}
	return fmt.Sprintf("%d %s", s.N, s.Unit)
}

// Duration is the span's length where it has a fixed one; a day counts 24 hours, a month 30 days.
func (s Span) Duration() time.Duration {
	switch s.Unit {
	case Minutes:
		return time.Duration(s.N) * time.Minute
	case Hours:
		return time.Duration(s.N) * time.Hour
	case Weeks:
		return time.Duration(s.N) * 7 * 24 * time.Hour
	case Months:
		return time.Duration(s.N) * 30 * 24 * time.Hour
	}
	return time.Duration(s.N) * 24 * time.Hour
}

// Calendar is what the heart must know about days. Package calendar implements it from data.
type Calendar interface {
	// Zone returns the named IANA zone, the company's own for "" or an unknown name. Never nil.
	Zone(name string) *time.Location
	// Workday reports whether the company works on d: weekends, public holidays and make-up days (调休) counted.
	Workday(d Date) bool
	// Holiday names the public holiday on d, "" where it is none.
	Holiday(d Date) Text
	// Known reports whether the holidays of a year are in the data. Of other years only the weekends are known: make-up
	// days cannot be guessed.
	Known(year int) bool
	// Occurrences returns the starts in [from, to) of the RFC 5545 RRULE whose DTSTART is first, ascending,
	// in first's location, holidays not considered.
	Occurrences(rule string, first, from, to time.Time) ([]time.Time, error)
}

// AddWorkdays is d moved by n workdays of c; n may be negative. With n = 0 it is d.
func AddWorkdays(c Calendar, d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for guard := 0; n > 0 && guard < 4000; guard++ {
		d = d.Add(step)
		if c.Workday(d) {
			n--
		}
	}
	return d
}

// After is the instant s after t, in t's location. Workdays are counted from the day after t and keep
// t's time of day (S1E-06).
func (s Span) After(c Calendar, t time.Time) time.Time { return s.shift(c, t, 1) }

// Before is the instant s before t, in t's location.
func (s Span) Before(c Calendar, t time.Time) time.Time { return s.shift(c, t, -1) }

func (s Span) shift(c Calendar, t time.Time, sign int) time.Time {
	switch s.Unit {
	case Workdays:
		d := AddWorkdays(c, DateOf(t), sign*s.N)
		return d.At(Clock{Hour: t.Hour(), Minute: t.Minute(), Set: true}, t.Location())
	case CalendarDays:
		return t.AddDate(0, 0, sign*s.N)
	case Weeks:
		return t.AddDate(0, 0, sign*7*s.N)
	case Months:
		return addMonths(t, sign*s.N)
	}
	return t.Add(time.Duration(sign) * s.Duration())
}

// addMonths is the same day n months later, or that month's last day where the month is shorter.
func addMonths(t time.Time, n int) time.Time {
	m := time.Date(t.Year(), t.Month()+time.Month(n), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
	last := m.AddDate(0, 1, -1).Day()
	return m.AddDate(0, 0, min(t.Day(), last)-1)
}
