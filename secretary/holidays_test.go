package secretary

import (
	"strings"
	"testing"
	"time"
)

// endsWith2026 is a calendar of which the next year is not published yet.
type endsWith2026 struct{ testCalendar }

func (endsWith2026) Known(year int) bool { return year <= 2026 }

// TestTheConvenerHearsThatTheHolidaysEnd: one letter to each convener whatever the number of meetings, a month before the
// year begins, and none where nothing would move.
func TestTheConvenerHearsThatTheHolidaysEnd(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(*Policy, *Desk)
		want   string
	}{
		{"two meetings of one convener", func(*Policy, *Desk) {}, "2026-12-01 09:00 陈静 holidays:2027 by 12-31 18:00"},
		{"the days are known", func(_ *Policy, d *Desk) { d.Calendar = testCalendar{} }, ""},
		{"no meeting in the new year", func(p *Policy, _ *Desk) { p.Schedule.Until = "2026-12-31" }, ""},
		{"held on holidays all the same", func(p *Policy, _ *Desk) { p.Holiday.Shift = "keep" }, ""},
		{"called on demand", func(p *Policy, _ *Desk) { p.Schedule.AdHoc = true }, ""},
	} {
		p := coordination()
		p.Materials, p.Roster, p.Minutes.Required = MaterialsRule{}, nil, "no"
		d := testDesk("2026-11-18", p)
		d.Calendar = endsWith2026{}
		c.change(p, d)
		other := *p
		other.ID, other.Code = "MT-S0-2", "CDR"
		second := testDesk("2026-11-18", p, &other)
		second.Calendar = d.Calendar
		from := time.Date(2026, 11, 18, 8, 0, 0, 0, cst)
		var got []string
		for _, l := range Plan(second, from, from.AddDate(0, 3, 0)) {
			if strings.HasPrefix(l.Letter.Ref, "holidays:") {
				got = append(got, l.At.In(cst).Format("2006-01-02 15:04 ")+l.Letter.To.Name+" "+l.Letter.Ref+" by "+l.Letter.Deadline.In(cst).Format("01-02 15:04"))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, want %q", c.why, s, c.want)
		}
	}
}

// TestHolidaysThatAreMissingAlready: who starts in a year without holidays hears of it at once, once.
func TestHolidaysThatAreMissingAlready(t *testing.T) {
	d := testDesk("2027-02-18", coordination())
	d.Calendar = endsWith2026{}
	now := time.Date(2027, 2, 18, 10, 0, 0, 0, cst)
	for want := 1; want >= 0; want-- {
		out := Wake(d, PersonCase("chen.jing"), now)
		if len(out.Letters) != want || want == 1 && (out.Letters[0].Ref != "holidays:2027" || !out.Letters[0].Deadline.IsZero()) {
			t.Errorf("%d letters: %+v", len(out.Letters), out.Letters)
		}
		if at := out.Wake[PersonCase("chen.jing")].In(cst); want == 0 && at.Format("2006-01-02") != "2027-12-01" {
			t.Errorf("woken next on %s", at)
		}
	}
}
