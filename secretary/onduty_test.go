package secretary

import (
	"slices"
	"testing"
	"time"
)

// TestWhoIsOnDutyComes: with on_duty a morning meeting is called for whoever is on duty that day, by days of the week or by
// date, and for whom no days are known; the others get nothing (S1B-17, G-36).
func TestWhoIsOnDutyComes(t *testing.T) {
	p := coordination()
	p.Schedule.RRule, p.Notice.Lead = "FREQ=WEEKLY;BYDAY=MO,TU", in(1, CalendarDays)
	p.Roster = []RosterRule{{Who: "all:sales", OnDuty: true}}
	d := testDesk("2026-11-23", p)
	d.Directory.People["wang.min"].Duty = []string{"MO"}
	d.Directory.People["li.wei2"].Duty = []string{"2026-11-24", "FR"}
	w := newWorld(t, d, time.Date(2026, 11, 22, 8, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 24, 8, 0, 0, 0, cst))
	for id, want := range map[MeetingID][]PersonID{"PSC-20261123": {"li.na", "wang.min"}, "PSC-20261124": {"li.na", "li.wei2"}} {
		var got []PersonID
		for _, l := range w.letters {
			if l.Kind == Invitation && l.Meeting.ID == id && d.Directory.Person(l.To.ID).Department == "SAL" {
				got = append(got, l.To.ID)
			}
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s was called for %v, not %v", id, got, want)
		}
	}
}
