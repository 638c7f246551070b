package calendar

import (
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// series holds what makes a series readable everywhere: one event with a rule that ends, whose DTSTART is its first date;
// dates that fall out and exceptions that are dates of the rule, written in the zone of DTSTART, none of them twice.
func (l *linter) series(events []*ical.Component, root *ical.Component) {
	zones := zonesOf(root, nil)
	var master *ical.Component
	for _, e := range events {
		if e.Props.Get(ical.PropRecurrenceRule) == nil {
			continue
		}
		l.check(master == nil && e.Props.Get(ical.PropRecurrenceID) == nil, "O-9", "two events with an RRULE")
		master = e
	}
	l.check(master != nil || len(events) <= 1, "§2.3", "%d events and no series", len(events))
	if master == nil || master.Props.Get(ical.PropDateTimeStart) == nil {
		return // the lack of DTSTART is told already
	}
	given := l.rule(master, zones)
	seen := map[time.Time]bool{}
	for _, e := range events {
		for _, name := range []string{ical.PropExceptionDates, ical.PropRecurrenceID} {
			for _, p := range e.Props[name] {
				l.named(p, master, given, seen, zones)
			}
		}
		l.check(e == master || e.Props.Get(ical.PropRecurrenceID) != nil, "§2.3", "an event of the series without RECURRENCE-ID")
	}
}

// rule holds the rule itself, and returns the dates that it gives.
func (l *linter) rule(master *ical.Component, zones *zones) map[time.Time]bool {
	rule, start := value(master, ical.PropRecurrenceRule), master.Props.Get(ical.PropDateTimeStart)
	given := map[time.Time]bool{}
	l.check(len(master.Props[ical.PropRecurrenceRule]) == 1, "§2.3", "%d RRULE", len(master.Props[ical.PropRecurrenceRule]))
	zone := Location(start.Params.Get(ical.ParamTimezoneID))
	if zone == nil {
		zone = time.UTC
	}
	o, err := parseRule(rule, zone)
	if err != nil {
		l.add("§2.3", "RRULE %q: %v", rule, err)
		return given
	}
	l.check(o.Count > 0 || !o.Until.IsZero(), "§2.3", "RRULE %q never ends", rule)
	if _, until, ok := strings.Cut(rule, "UNTIL="); ok {
		until, _, _ = strings.Cut(until, ";")
		l.check(strings.HasSuffix(until, "Z"), "§2.3", "UNTIL=%s is not in UTC, as RFC 5545 §3.3.10 demands", until)
	}
	first := zones.of(master, ical.PropDateTimeStart)
	if first == nil || o.Count == 0 && o.Until.IsZero() {
		return given
	}
	dates, err := (&Calendar{}).Occurrences(rule, first.In(zone), *first, first.AddDate(30, 0, 0))
	l.check(err == nil, "§2.3", "RRULE %q: %v", rule, err)
	for _, d := range dates {
		given[d.UTC()] = true
	}
	l.check(given[*first], "§2.3", "DTSTART is no date of RRULE %q", rule)
	return given
}

// named holds an EXDATE or RECURRENCE-ID.
func (l *linter) named(p ical.Prop, master *ical.Component, given, seen map[time.Time]bool, zones *zones) {
	zone := p.Params.Get(ical.ParamTimezoneID)
	l.check(zone == master.Props.Get(ical.PropDateTimeStart).Params.Get(ical.ParamTimezoneID), "O-26", "%s is in the zone %q", p.Name, zone)
	for v := range strings.SplitSeq(p.Value, ",") {
		t := zones.instant(v, zone)
		if t == nil {
			l.add("§2.3", "%s %q is no time", p.Name, v)
			continue
		}
		l.check(given[*t], "§2.3", "%s %s is no date of the series", p.Name, v)
		l.check(!seen[*t], "§2.3", "%s %s stands twice", p.Name, v)
		seen[*t] = true
	}
}
