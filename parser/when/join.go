package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

var (
	noteAfter  = pattern.Must(`^\s*\((?:周|星期|礼拜)?[一二三四五六日天]\)`)
	dateClock  = pattern.Must(`^[ ,(]*(?:的|于|在|at|@|from|那天|当天|T)?[ ]*$`)
	clockDate  = pattern.Must(`^[ ,]*(?:on|\()?[ ]*$`)
	untilGap   = pattern.Must(`^` + to + `$`)
	weekdayGap = pattern.Must(`^[ ,(.]*(?:the )?$`)
	listGap    = pattern.Must(`^\s*(?:-+|至|到|和|、|及|或|与|to|and|or)\s*$`)
)

// join makes one token of a date and its weekday or time, and of the two ends of a time span.
func join(text string, tokens []token) []token {
	var out []token
	for _, t := range tokens {
		t = noted(text, t)
		if len(out) > 0 {
			last := &out[len(out)-1]
			if t.start < last.end { // its weekday in brackets
				continue
			}
			gap := text[last.end:t.start]
			if absorb(last, t, gap) {
				*last = noted(text, closing(text, gap, *last))
				continue
			}
			carry(*last, &t, gap)
		}
		out = append(out, t)
	}
	return out
}

// noted stretches a date over the weekday that a writer put in brackets after it.
func noted(text string, t token) token {
	if t.dated() && !t.clock.set {
		t.end += len(noteAfter.FindString(head(text[t.end:])))
	}
	return t
}

// closing stretches a token over the bracket that closes one opened in gap.
func closing(text, gap string, t token) token {
	if strings.Contains(gap, "(") && strings.HasPrefix(text[t.end:], ")") {
		t.end++
	}
	return t
}

// absorb makes t a part of a and reports whether it did.
func absorb(a *token, t token, gap string) bool {
	switch {
	case a.shift || t.shift:
		return false
	case a.clock.set && !a.until.set && t.clock.set && !t.dated() && untilGap.MatchString(gap):
		a.clock, a.until = spanOf(a.clock, t.clock)
	case a.dated() && !a.clock.set && t.clock.set && !t.dated() && dateClock.MatchString(gap):
		a.clock, a.until = t.clock, t.until
	case a.clock.set && !a.dated() && t.dated() && !t.clock.set && clockDate.MatchString(gap):
		a.date, a.missing, a.weekday, a.year, a.month, a.mon = t.date, t.missing, t.weekday, t.year, t.month, t.mon
	case a.written() && a.month > 0 && !a.clock.set && t.weekday && !t.clock.set && weekdayGap.MatchString(gap):
	case a.weekday && t.written() && !t.clock.set && weekdayGap.MatchString(gap):
		a.date, a.missing, a.weekday, a.year, a.month, a.mon = t.date, t.missing, false, t.year, t.month, t.mon
	default:
		return false
	}
	a.end = t.end
	return true
}

// carry gives the second date of a span or list the first one's month or year: 12月5日、8日, 2027年1月5日至1月8日.
func carry(a token, t *token, gap string) {
	if a.date == "" || !a.written() || a.month == 0 || !t.written() || t.year != 0 || t.missing && t.month == 0 || !listGap.MatchString(gap) {
		return
	}
	if t.month == 0 {
		t.date, t.month = sameMonth(a.date, t.mon), a.month
	} else {
		t.date = near(t.month, t.mon, a.date)
	}
	t.missing = t.date == ""
}

// sameMonth is day dd in the month of from, in the next one where dd is before from; "" where it does not exist.
func sameMonth(from secretary.Date, dd int) secretary.Date {
	if day := number(string(from[8:])); dd < day {
		return next(dd, from)
	}
	return date(number(string(from[:4])), number(string(from[5:7])), dd)
}
