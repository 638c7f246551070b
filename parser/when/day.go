package when

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// day is the day a text was written on; dates resolve against it.
type day struct{ now time.Time }

// past is how many days back a date without a year is still meant (the reply contract's rule).
const past = 30

func (d day) today() secretary.Date { return secretary.DateOf(d.now) }

func (d day) year() int  { return d.now.Year() }
func (d day) month() int { return int(d.now.Month()) }

// plus is the day n days after the message's.
func (d day) plus(n int) token { return token{date: d.today().Add(n)} }

// months is the same day n months later, or that month's last.
func (d day) months(n int) token {
	y, m := shifted(d.year(), d.month(), n)
	return token{date: date(y, m, min(d.now.Day(), last(y, m)))}
}

// on is a written date. A year of 0 is left open.
func (d day) on(y, m, dd int) token {
	t := token{year: y, month: m, mon: dd}
	if y == 0 {
		t.date = near(m, dd, d.today().Add(-past))
	} else {
		t.date = date(y, m, dd)
	}
	t.missing = t.date == ""
	return t
}

// dom is a bare day of the month: the next one there is, today included.
func (d day) dom(dd int) token {
	t := token{mon: dd}
	t.date = next(dd, d.today())
	t.missing = t.date == ""
	return t
}

// weekday is the day wd (Monday 1 to Sunday 7) of the week that is n weeks away.
func (d day) weekday(n, wd int) token {
	return token{date: d.today().Add(7*n + wd - d.wd()), weekday: true}
}

// comingWeekday is the first wd after the message's day.
func (d day) comingWeekday(wd int) token {
	n := (wd - d.wd() + 7) % 7
	if n == 0 {
		n = 7
	}
	return token{date: d.today().Add(n), weekday: true}
}

func (d day) wd() int { return (int(d.now.Weekday())+6)%7 + 1 }

// end is the last day of month m of year y; a year of 0 is the one in which that day comes next.
func (d day) end(y, m int) token {
	if m < 1 || m > 12 {
		return token{missing: true}
	}
	if y == 0 {
		y = d.year()
		if date(y, m, last(y, m)) < d.today().Add(-past) {
			y++
		} else if prev := date(y-1, m, last(y-1, m)); prev >= d.today().Add(-past) {
			y--
		}
	}
	return token{date: date(y, m, last(y, m))}
}

// near is the first date m/dd on or after from; "" where no such day comes within the year.
func near(m, dd int, from secretary.Date) secretary.Date {
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return ""
	}
	if d := date(t.Year(), m, dd); d >= from {
		return d
	}
	return date(t.Year()+1, m, dd)
}

// next is the first day dd of a month on or after from; "" for a day that no month has.
func next(dd int, from secretary.Date) secretary.Date {
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return ""
	}
	for n := range 3 {
		y, m := shifted(t.Year(), int(t.Month()), n)
		if d := date(y, m, dd); d >= from {
			return d
		}
	}
	return ""
}

func shifted(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return k / 12, k%12 + 1
}

func last(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// date is "" for a day that does not exist.
func date(y, m, d int) secretary.Date {
	if y < 1900 || y > 9998 || m < 1 || m > 12 || d < 1 || d > last(y, m) {
		return ""
	}
	return secretary.DateOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
}

// era is the year meant by a written one: 民國115年 and a bare 115 are 2026, 26 is 2026.
func era(y int, roc bool) int {
	switch {
	case y < 0:
		return -1
	case roc, y >= 100 && y < 200:
		return y + 1911
	case y < 100:
		return y + 2000
	}
	return y
}
