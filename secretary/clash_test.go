package secretary

import (
	"strings"
	"testing"
	"time"
)

// clashLines prints what a letter says of conflicts, and the times that it offers.
func clashLines(add func(string, ...any), l *Letter) {
	for _, c := range l.Clashes {
		what := []string{}
		if c.Hours != "" {
			what = append(what, "hours "+c.Hours)
		} else {
			what = append(what, string(c.ID), strings.TrimSpace(c.Title.In(Hans)+" "+c.Start.In(cst).Format("01-02 15:04")+"–"+c.End.In(cst).Format("15:04")))
		}
		if len(c.People) > 0 {
			what = append(what, names(c.People))
		}
		if c.Room {
			what = append(what, "room")
		}
		add("clash %s", strings.Join(what, " "))
	}
	for _, c := range l.Choices {
		if c.Verb == "move" {
			add("free %s", c.Arg)
		}
	}
}

// Every half hour that is offered is free of conflicts, in working hours and on a working day; and the meeting that is
// moved there clashes with nothing.
func TestFreeSlotsAreFree(t *testing.T) {
	a, b, c := coordination(), coordination(), coordination()
	b.ID, b.Code, b.Schedule.Start = "MT-B", "BBB", Clock{10, 0, true}
	c.ID, c.Code, c.Schedule.Start = "MT-C", "CCC", Clock{14, 0, true}
	c.Schedule.RRule, c.Hours.Avoid = "FREQ=DAILY", []string{"12:00-13:00"}
	a.Hours, b.Hours = c.Hours, c.Hours
	now := time.Date(2026, 11, 16, 8, 0, 0, 0, cst)
	w := newWorld(t, testDesk("2026-11-16", a, b, c), now)
	w.until(now.Add(hour))
	tr := newTurn(w.Desk, "meeting:BBB-20261120", w.now, "")
	m := w.Meetings["BBB-20261120"]
	if m == nil || len(Clashes(w.Desk, m.ID, w.now)) != 1 {
		t.Fatalf("%v clashes with %v", m, Clashes(w.Desk, m.ID, w.now))
	}
	slots := tr.freeSlots(m, b)
	if len(slots) != 3 || slots[0].Format(localForm) != "2026-11-20 10:30" {
		t.Errorf("offered: %v", slots)
	}
	for _, s := range slots {
		at := *m
		at.setTime(s, time.Time{})
		if found := tr.clashes(&at); len(found) > 0 {
			t.Errorf("%s clashes with %v", s, found)
		}
	}
}

// Of two meetings that clash exactly one gives way, whatever their rules.
func TestOneGivesWay(t *testing.T) {
	for _, rules := range [][2]string{{"", ""}, {"ask", "keep"}, {"skip", "skip"}, {"move", "ask"}, {"keep", "keep"}} {
		a, b := coordination(), coordination()
		b.ID, b.Code = "MT-B", "BBB"
		a.Conflict.Rule, b.Conflict.Rule = rules[0], rules[1]
		d := testDesk("2026-11-16", a, b)
		tr := newTurn(d, "", time.Date(2026, 11, 16, 8, 0, 0, 0, cst), "")
		start := time.Date(2026, 11, 20, 9, 0, 0, 0, cst)
		tr.plan(a, "MT-S0-1@1", start)
		tr.plan(b, "MT-B@1", start)
		x, y := d.Meetings["PSC-20261120"], d.Meetings["BBB-20261120"]
		for range 2 {
			if tr.givesWay(x, y) == tr.givesWay(y, x) {
				t.Errorf("%v: both or neither give way", rules)
			}
			y.TimeSet = true
		}
	}
}

func TestHoursToKeepFree(t *testing.T) {
	h := HoursRule{Avoid: []string{"00:00-08:00", "12:00-13:00", "18:00-24:00"}}
	for _, c := range []struct {
		at   string
		n    int
		want string
	}{{"09:00", 90, ""}, {"07:30", 30, ""}, {"07:30", 31, ""}, {"11:30", 30, ""}, {"11:30", 31, "12:00-13:00"}, {"13:00", 60, ""}, {"17:00", 61, "18:00-24:00"}, {"12:30", 0, "12:00-13:00"}} {
		var at Clock
		if err := at.UnmarshalText([]byte(c.at)); err != nil {
			t.Fatal(err)
		}
		if c.at == "07:30" {
			c.want = "00:00-08:00"
		}
		if got := h.Met(at, time.Duration(c.n)*time.Minute); got != c.want {
			t.Errorf("%s for %d minutes: %q, want %q", c.at, c.n, got, c.want)
		}
	}
	for _, bad := range []string{"", "12:00", "13:00-12:00", "12:00-12:00", "1:00-2:00", "24:00-25:00"} {
		if s, ok := ParseHours(bad); ok {
			t.Errorf("%q reads as %v", bad, s)
		}
	}
}
