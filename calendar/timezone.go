package calendar

import (
	"fmt"
	"time"

	"github.com/emersion/go-ical"
)

// Timezone writes the VTIMEZONE (RFC 5545 §3.6.5) of an IANA zone that holds from from to to: for a series, whose
// times must stay on the clock (O-26). It lists that span's changes of offset one by one and no rule, so it is exact
// and short, and always has a STANDARD part (O-27).
func Timezone(name string, from, to time.Time) (*ical.Component, error) {
	loc := iana(name)
	if loc == nil {
		return nil, fmt.Errorf("write time zone: %q is no IANA name", name)
	}
	z := ical.NewComponent(ical.CompTimezone)
	set(z, ical.PropTimezoneID, name)
	t := from.In(loc)
	if start, _ := t.ZoneBounds(); t.IsDST() && !start.IsZero() {
		t = start.Add(-time.Second)
	}
	for {
		z.Children = append(z.Children, period(t))
		_, end := t.ZoneBounds()
		if end.IsZero() || !end.Before(to) {
			return z, nil
		}
		t = end
	}
}

// period is the part of a VTIMEZONE that holds at t. Its onset is written in the wall time before it.
func period(t time.Time) *ical.Component {
	kind := ical.CompTimezoneStandard
	if t.IsDST() {
		kind = ical.CompTimezoneDaylight
	}
	name, to := t.Zone()
	from, onset := to, time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	if start, _ := t.ZoneBounds(); !start.IsZero() {
		_, from = start.Add(-time.Second).Zone()
		onset = start.UTC().Add(time.Duration(from) * time.Second)
	}
	c := ical.NewComponent(kind)
	set(c, ical.PropDateTimeStart, onset.Format("20060102T150405"))
	set(c, ical.PropTimezoneOffsetFrom, offsetText(from))
	set(c, ical.PropTimezoneOffsetTo, offsetText(to))
	set(c, ical.PropTimezoneName, escape(name))
	return c
}

// offsetText writes seconds east of UTC as +0800, with seconds only where there are some.
func offsetText(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	s := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf("%02d", seconds%60)
	}
	return s
}
