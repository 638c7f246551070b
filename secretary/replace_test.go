package secretary

import (
	"testing"
	"time"
)

// betterKnown is a calendar whose next holiday has been published meanwhile.
type betterKnown struct {
	testCalendar
	off Date
}

func (c betterKnown) Workday(d Date) bool { return d != c.off && c.testCalendar.Workday(d) }

func (c betterKnown) Holiday(d Date) Text {
	if d == c.off {
		return T("厂庆", "廠慶", "anniversary")
	}
	return c.testCalendar.Holiday(d)
}

// TestAPlannedMeetingMovesOnceTheHolidayIsKnown: with what was ordered for it; one whose time a person set stays, and so does
// one that people were told of.
func TestAPlannedMeetingMovesOnceTheHolidayIsKnown(t *testing.T) {
	now := time.Date(2026, 11, 18, 8, 0, 0, 0, cst)
	for _, c := range []struct {
		why, shift string
		change     func(*Meeting)
		want       string
	}{
		{"planned", "later", func(*Meeting) {}, "11-30 09:00 later planned"},
		{"left out", "skip", func(*Meeting) {}, "11-27 09:00 skip cancelled"},
		{"asked", "ask", func(*Meeting) {}, "11-27 09:00 ask planned"},
		{"set by a person", "later", func(m *Meeting) { m.TimeSet = true }, "11-27 09:00  planned"},
		{"noticed", "later", func(m *Meeting) { m.Stage = Noticed }, "11-27 09:00  noticed"},
	} {
		p := coordination()
		p.Holiday.Shift, p.Materials = c.shift, MaterialsRule{}
		p.Schedule.From, p.Schedule.Until = "2026-11-27", "2026-11-27"
		d := testDesk("2026-11-18", p)
		Wake(d, SeriesCase(p.ID), now)
		m := d.Meetings["PSC-20261127"]
		m.Topics = []AgendaItem{{No: "4", Title: T("产能", "", "")}}
		c.change(m)
		d.Calendar = betterKnown{off: "2026-11-27"}
		Wake(d, SeriesCase(p.ID), now.Add(time.Hour))
		m = d.Meetings["PSC-20261127"]
		if got := m.Start.In(cst).Format("01-02 15:04 ") + m.Shift + " " + string(m.Stage); got != c.want || len(m.Topics) != 1 {
			t.Errorf("%s: %s with %d topics, want %s", c.why, got, len(m.Topics), c.want)
		}
	}
}

// TestNobodyToAskAboutAHoliday: the meeting is put off at once, and left out where the series meets on that day anyhow.
func TestNobodyToAskAboutAHoliday(t *testing.T) {
	for rule, want := range map[string]string{"FREQ=WEEKLY;BYDAY=FR": "01-04 later planned", "FREQ=WEEKLY;BYDAY=FR,MO": "01-01 skip cancelled"} {
		p := coordination()
		p.Holiday.Shift, p.Convener, p.Materials, p.Schedule.RRule = "ask", "", MaterialsRule{}, rule
		p.Schedule.From = "2027-01-01"
		w := newWorld(t, testDesk("2026-12-10", p), time.Date(2026, 12, 18, 8, 0, 0, 0, cst))
		w.until(time.Date(2026, 12, 19, 8, 0, 0, 0, cst))
		m := w.Meetings["PSC-20270101"]
		if got := m.Start.In(cst).Format("01-02 ") + m.Shift + " " + string(m.Stage); got != want {
			t.Errorf("%s: %s, want %s", rule, got, want)
		}
	}
}
