package policies

import (
	"testing"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// TestCrossings: the weekly and the daily meeting of S1E both stand at 08:30 on a Monday with the same people (G-31, S1E-17).
func TestCrossings(t *testing.T) {
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const weekly = "title: W\nhost: li.na\nplace: R1\nroster: [{who: all:sales}]\nduration: {planned: 60 minutes}\nschedule: {rrule: FREQ=WEEKLY;BYDAY=MO, start: '08:30'}\n"
	const daily = "title: D\nhost: li.na\nplace: R2\nroster: [{who: all:XS1}]\nduration: {planned: 20 minutes}\nschedule: {rrule: FREQ=DAILY, start: '08:30'}\n"
	for _, c := range []struct{ why, a, b, want string }{
		{"the same people at one time", weekly, daily, "warning: schedule.start: on 47 days of a year, such as 2026-01-05, A W is held at the same time, and both want li.na (li.na) (move one of them, or say by conflict.rule which gives way: skip or move here, keep for both to stand)"},
		{"one gives way", weekly, daily + "conflict: {rule: skip}\n", ""},
		{"one after the other", weekly, "title: D\nhost: li.na\nduration: {planned: 20 minutes}\nschedule: {rrule: FREQ=DAILY, start: '09:30'}\n", ""},
		{"other people", weekly, "title: D\nhost: wang.lei\nduration: {planned: 20 minutes}\nschedule: {rrule: FREQ=DAILY, start: '08:30'}\n", ""},
		{"other people in the same room", weekly, "title: D\nhost: wang.lei\nplace: R1\nduration: {planned: 20 minutes}\nschedule: {rrule: FREQ=DAILY, start: '08:30'}\n", "A W is held at the same time, and both want the room R1"},
		{"who may but need not come is not wanted", weekly, "title: D\nhost: wang.lei\nroster: [{who: li.na, optional: true}]\nduration: {planned: 20 minutes}\nschedule: {rrule: FREQ=DAILY, start: '08:30'}\n", ""},
		{"on demand", weekly, "title: D\nhost: li.na\nduration: {planned: 20 minutes}\nschedule: {adhoc: true}\n", ""},
		{"a disabled one", weekly, daily + "disabled: true\n", ""},
	} {
		var all []*secretary.Policy
		for _, src := range []string{"id: A\ncode: A\n" + c.a, "id: B\ncode: B\n" + c.b} {
			p, faults := Load("p.yaml", []byte(src))
			if len(faults) > 0 {
				t.Fatal(c.why, faults)
			}
			all = append(all, p)
		}
		found := Crossings(all, company(), cal)
		if len(found) != 2 || len(found[0]) > 0 {
			t.Fatal(c.why, found)
		}
		compare(t, c.why, found[1], c.want)
	}
}
