package secretary

import (
	"strings"
	"time"
)

// Stretch is a part of every day, in minutes of the day: 12:00-13:00 is from 720 to 780.
type Stretch struct{ From, To int }

// ParseHours reads "12:00-13:00" or "18:00-24:00"; false where s is no such stretch of one day.
func ParseHours(s string) (Stretch, bool) {
	a, b, found := strings.Cut(s, "-")
	from, ok1 := minuteOfDay(a)
	to, ok2 := minuteOfDay(b)
	return Stretch{from, to}, found && ok1 && ok2 && from < to
}

func minuteOfDay(s string) (minute int, ok bool) {
	if s == "24:00" {
		return 24 * 60, true
	}
	t, err := time.Parse("15:04", s)
	return t.Hour()*60 + t.Minute(), err == nil && len(s) == len("15:04")
}

// Met is the first of the hours to keep free that a meeting of that length runs into where it starts at that time of day,
// as the policy writes them; "" where it runs into none (S1B-12).
func (h HoursRule) Met(start Clock, length time.Duration) string {
	from := start.Hour*60 + start.Minute
	to := max(from+int(length/time.Minute), from+1)
	for _, s := range h.Avoid {
		if free, ok := ParseHours(s); ok && from < free.To && to > free.From {
			return s
		}
	}
	return ""
}
