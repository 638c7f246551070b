package calendar

import (
	"slices"

	"github.com/emersion/go-ical"
)

// zoned holds O-26: a single meeting is in UTC or takes whole days; a series is in a zone, and everything in it names
// the same one.
func (l *linter) zoned(events []*ical.Component) {
	series := slices.ContainsFunc(events, func(e *ical.Component) bool {
		return len(e.Props[ical.PropRecurrenceRule])+len(e.Props[ical.PropRecurrenceDates]) > 0
	})
	var used []string
	for _, e := range events {
		for _, name := range []string{ical.PropDateTimeStart, ical.PropDateTimeEnd, ical.PropRecurrenceID, ical.PropExceptionDates, ical.PropRecurrenceDates} {
			for _, p := range e.Props[name] {
				if z := p.Params.Get(ical.ParamTimezoneID); p.Params.Get(ical.ParamValue) != "DATE" && !slices.Contains(used, z) {
					used = append(used, z)
				}
			}
		}
		single := !series && len(e.Props[ical.PropRecurrenceID]) == 0
		l.check(!single || !slices.ContainsFunc(used, func(z string) bool { return z != "" }), "O-26", "a single meeting is not in UTC")
	}
	l.check(!series || !slices.Contains(used, ""), "O-26", "a series has times without TZID")
	l.check(len(used) < 2, "O-26", "times in several zones: %q", used)
}

// spans holds O-25: what ends, ends after it begins, and both are dates or neither is.
func (l *linter) spans(e *ical.Component) {
	start, end := e.Props.Get(ical.PropDateTimeStart), e.Props.Get(ical.PropDateTimeEnd)
	if start == nil || end == nil {
		return
	}
	l.check(start.Params.Get(ical.ParamValue) == end.Params.Get(ical.ParamValue), "O-25", "only one of DTSTART and DTEND is a date")
	from, _, ok := parseTime(start.Value)
	to, _, also := parseTime(end.Value)
	if ok && also && start.Params.Get(ical.ParamTimezoneID) == end.Params.Get(ical.ParamTimezoneID) {
		l.check(to.After(from), "O-25", "it ends at %s, before it begins", end.Value)
	}
}
