package policies

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/calendar"
)

func TestRehearse(t *testing.T) {
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const monday = "schedule: {rrule: FREQ=WEEKLY;BYDAY=MO, start: 09:00, from: 2026-03-16}\nduration: {planned: 1 hours}\n"
	const owed = "materials: {required: [{from: a, items: [X]}], "
	for _, c := range []struct{ why, yaml, want string }{
		{"all in order", monday + owed + "cutoff: 2 workdays, send: 1 workdays}", ""},
		{"two days before a Monday are a Saturday, one workday a Friday", monday + owed + "cutoff: 2 days, send: 1 workdays}",
			"warning: materials.send: the pack would go out before the materials are due, such as on 2026-03-13 09:00 and 2026-03-14 09:00"},
		{"nobody owes anything", monday + "materials: {cutoff: 2 days, send: 1 workdays}", ""},
		{"on the same day, the wrong way round", monday + owed + "cutoff: 1 workdays 18:00, send: 1 workdays 17:00}", "materials.send: the pack would go out before the materials are due, such as on 2026-03-13 17:00 and 2026-03-13 18:00"},
		{"a notice that comes too late", monday + owed + "cutoff: 3 workdays, send: 0 days}\nnotice: {lead: 4 days}", "materials.cutoff: materials are due before the notice, such as on 2026-03-11 09:00 and 2026-03-12 09:00: it then goes out a working day before they are"},
		{"after a holiday only: no policy can help it", monday + owed + "cutoff: 1 workdays, send: 0 days}\nnotice: {lead: 3 days, reminders: []}", ""},
		{"a time of day after the start", monday + "leave: {cutoff: same day 10:00}", "leave.cutoff: is no time before the start, such as 2026-03-16 09:00"},
		{"a deadline before the end", monday + "minutes: {deadline: same day 09:30}", "minutes.deadline: has passed when the meeting ends, such as on 2026-03-16 10:00"},
		{"a deadline on the day", monday + "minutes: {deadline: same day 18:00}", ""},
		{"minutes that are due after the next meeting (G-21)", monday + "minutes: {deadline: 6 workdays}", "minutes.deadline: the minutes would be due when the next meeting has begun, such as on 2026-03-24 10:00 and 2026-03-23 09:00 (shorten the deadline)"},
		{"of a daily meeting they may be", "schedule: {rrule: FREQ=DAILY, start: 09:00, from: 2026-03-16}\nduration: {planned: 10 minutes}\nminutes: {required: \"yes\", deadline: 2 workdays}", ""},
		{"where there are none, nothing is late", monday + "minutes: {required: \"no\", deadline: 6 workdays}", ""},
		{"a meeting on demand has no days", "schedule: {adhoc: true}\n" + owed + "cutoff: 2 days, send: 1 workdays}\nnotice: {lead: 5 days}", ""},
	} {
		p, faults := Load("p.yaml", []byte("id: T\ncode: T\ntitle: T\n"+c.yaml))
		if len(faults) > 0 {
			t.Fatal(c.why, faults)
		}
		compare(t, c.why, rehearse(WithDefaults(p), cal), c.want)
	}
}

// TestPresetsRehearse: what comes with huiban contradicts itself on no day of the year, whichever day a company fills in.
func TestPresetsRehearse(t *testing.T) {
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range Presets() {
		p, _ := preset(t, id)
		for _, day := range strings.Fields("MO TU WE TH FR") {
			if p.Schedule.Start.Hour, p.Schedule.Start.Set = 9, true; p.Schedule.RRule != "FREQ=DAILY" {
				p.Schedule.RRule = "FREQ=WEEKLY;BYDAY=" + day
			}
			for _, f := range rehearse(WithDefaults(p), cal) {
				t.Errorf("%s on %s: %s", id, day, f)
			}
		}
	}
}
