package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"
)

// definition is a VTIMEZONE: its STANDARD and DAYLIGHT parts (RFC 5545 §3.6.5).
type definition []observance

// observance says which offset holds from its onsets on. Wall times are kept in UTC.
type observance struct {
	start    time.Time     // DTSTART: the first onset, in wall time before it
	from, to time.Duration // TZOFFSETFROM and TZOFFSETTO
	rule     *rrule.ROption
	dates    []time.Time // RDATE
}

func define(c *ical.Component) definition {
	var d definition
	for _, part := range c.Children {
		if part.Name != ical.CompTimezoneStandard && part.Name != ical.CompTimezoneDaylight {
			continue
		}
		to, ok := utcOffset(value(part, ical.PropTimezoneOffsetTo))
		if !ok {
			continue
		}
		o := observance{to: to, from: to, rule: yearly(value(part, ical.PropRecurrenceRule))}
		if from, ok := utcOffset(value(part, ical.PropTimezoneOffsetFrom)); ok {
			o.from = from
		}
		o.start, _, _ = parseTime(value(part, ical.PropDateTimeStart))
		o.dates = onsetDates(part)
		d = append(d, o)
	}
	return d
}

func onsetDates(part *ical.Component) []time.Time {
	var out []time.Time
	for _, p := range part.Props[ical.PropRecurrenceDates] {
		for _, v := range strings.Split(p.Value, ",") {
			if t, _, ok := parseTime(v); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// yearly reads the rule of an observance. Zones change once a year or never; any other rule is left aside.
func yearly(rule string) *rrule.ROption {
	o, err := rrule.StrToROption(strings.TrimRight(rule, "; "))
	if err != nil || o.Freq != rrule.YEARLY || o.Interval > 1 || o.Count > 0 {
		return nil
	}
	return o
}

// instant is the instant of a wall time under the observance that began last before it; before all of them, under
// the offset that the earliest one replaced.
func (d definition) instant(wall time.Time) time.Time {
	best, shift := time.Time{}, time.Duration(0)
	found := false
	for _, o := range d {
		if onset, ok := o.last(wall); ok && (!found || onset.After(best)) {
			best, shift, found = onset, o.to, true
		}
	}
	if !found {
		shift = d.earliest().from
	}
	return wall.Add(-shift)
}

func (d definition) earliest() observance {
	first := d[0]
	for _, o := range d[1:] {
		if o.start.Before(first.start) {
			first = o
		}
	}
	return first
}

// last is the observance's last onset at or before wall.
func (o observance) last(wall time.Time) (time.Time, bool) {
	best, found := o.start, !o.start.After(wall)
	later := func(t time.Time) {
		if !t.After(wall) && !t.Before(o.start) && t.After(best) {
			best = t
		}
	}
	for _, t := range o.dates {
		later(t)
	}
	if o.rule != nil {
		year, ends := wall.Year(), o.rule.Until // UTC (RFC 5545 §3.6.5)
		if !ends.IsZero() {
			year = min(year, ends.Year()) // Apple's Asia/Shanghai ended its rules in 1991
		}
		for y := year - 1; y <= year; y++ {
			if t, ok := o.onset(y); ok && (ends.IsZero() || !t.Add(-o.from).After(ends)) {
				later(t)
			}
		}
	}
	return best, found
}

// onset is the day of one year that the rule names. It is counted out here and not by rrule-go, which walks from the
// first onset, 1601 in Outlook's zones, and on to the year 9999 where a rule names no day.
func (o observance) onset(year int) (time.Time, bool) {
	month := o.start.Month()
	if len(o.rule.Bymonth) > 0 {
		month = time.Month(o.rule.Bymonth[0])
	}
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	for d := 1; d <= last; d++ {
		t := time.Date(year, month, d, o.start.Hour(), o.start.Minute(), o.start.Second(), 0, time.UTC)
		if o.falls(t, last) {
			return t, true
		}
	}
	return time.Time{}, false
}

// falls reports whether t's day is one of the rule's, in a month of so many days.
func (o observance) falls(t time.Time, last int) bool {
	d := t.Day()
	if len(o.rule.Byweekday)+len(o.rule.Bymonthday) == 0 {
		return d == o.start.Day()
	}
	if days := o.rule.Bymonthday; len(days) > 0 && !slices.Contains(days, d) && !slices.Contains(days, d-last-1) {
		return false
	}
	if len(o.rule.Byweekday) == 0 {
		return true
	}
	w := o.rule.Byweekday[0]
	nth := w.N() == 0 || w.N() == (d-1)/7+1 || -w.N() == (last-d)/7+1
	return nth && w.Day() == (int(t.Weekday())+6)%7
}

// utcOffset reads +0800 and +053000.
func utcOffset(s string) (time.Duration, bool) {
	s = strings.ReplaceAll(s, ":", "")
	if len(s) != 5 && len(s) != 7 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.Atoi((s[1:] + "00")[:6])
	if err != nil || n < 0 {
		return 0, false
	}
	d := time.Duration(n/10000)*time.Hour + time.Duration(n/100%100)*time.Minute + time.Duration(n%100)*time.Second
	if s[0] == '-' {
		d = -d
	}
	return d, d.Abs() <= 15*time.Hour
}
