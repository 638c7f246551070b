package calendar

import (
	"slices"

	"github.com/emersion/go-ical"
)

// recurring are the properties that only a series has.
var recurring = []string{ical.PropRecurrenceRule, ical.PropRecurrenceDates, ical.PropRecurrenceID, ical.PropExceptionDates}

// zoned holds O-26: a single meeting is in UTC or takes whole days, and all times of a series name the same zone. Who calls a
// series off names its zone as well.
func (l *linter) zoned(events []*ical.Component, method string) {
	series := method == "CANCEL"
	var used []string
	for _, e := range events {
		for _, name := range append([]string{ical.PropDateTimeStart, ical.PropDateTimeEnd}, recurring...) {
			series = series || slices.Contains(recurring, name) && len(e.Props[name]) > 0
			for _, p := range e.Props[name] {
				z := p.Params.Get(ical.ParamTimezoneID)
				if name != ical.PropRecurrenceRule && p.Params.Get(ical.ParamValue) != "DATE" && !slices.Contains(used, z) {
					used = append(used, z)
				}
			}
		}
	}
	l.check(series || !slices.ContainsFunc(used, func(z string) bool { return z != "" }), "O-26", "a single meeting is not in UTC")
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
