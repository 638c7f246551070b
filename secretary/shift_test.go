package secretary

import (
	"testing"
	"time"
)

// TestASaturdayThatTheRuleNamesIsMeant: the working calendar must not drop it (S1C-07), but a public holiday still counts,
// and so does a weekend day that the rule names by its date only.
func TestASaturdayThatTheRuleNamesIsMeant(t *testing.T) {
	for _, c := range []struct {
		rule string
		day  Date
		want Date
	}{
		{"FREQ=WEEKLY;BYDAY=TU,TH,SA", "2026-12-05", "2026-12-05"},
		{"FREQ=WEEKLY;BYDAY=TU,TH,SA", "2026-12-08", "2026-12-08"},
		{"FREQ=WEEKLY;BYDAY=FR", "2027-01-01", "2026-12-31"},
		{"FREQ=MONTHLY;BYDAY=1SA", "2026-12-05", "2026-12-05"},
		{"FREQ=MONTHLY;BYMONTHDAY=5", "2026-12-05", "2026-12-04"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-01-01", "2026-12-31"},
	} {
		p := coordination()
		p.Schedule.RRule, p.Holiday.Shift = c.rule, "earlier"
		turn := newTurn(testDesk("2026-11-18", p), SeriesCase(p.ID), time.Date(2026, 11, 18, 8, 0, 0, 0, cst), "")
		m := &Meeting{}
		turn.place(p, m, c.day.At(p.Schedule.Start, cst))
		if got := DateOf(m.Start.In(cst)); got != c.want {
			t.Errorf("%s on %s is held on %s, not %s", c.rule, c.day, got, c.want)
		}
	}
}

// TestDeadlinesByTheClock: what the policy gives as a time of day is what the letters say (S1B-30, G-33).
// Clauses: S3-65.
func TestDeadlinesByTheClock(t *testing.T) {
	p := coordination()
	p.Materials.Cutoff, p.Minutes.Deadline = moment(t, "1 workdays 17:00"), moment(t, "same day 18:00")
	p.Materials.Send, p.Notice.Lead = moment(t, "same day 08:00"), moment(t, "5 workdays 10:00")
	p.Schedule.From, p.Schedule.Until = "2026-11-27", "2026-11-27"
	want := map[LetterKind]string{Invitation: "", MaterialsCall: "2026-11-26 17:00", MinutesCall: "2026-11-27 18:00", Pack: ""}
	out := map[LetterKind]string{Invitation: "2026-11-20 10:00", Pack: "2026-11-27 08:00"}
	from := time.Date(2026, 11, 18, 8, 0, 0, 0, cst)
	for _, c := range Plan(testDesk("2026-11-18", p), from, from.AddDate(0, 0, 10)) {
		if at, known := out[c.Letter.Kind]; known && c.At.In(cst).Format("2006-01-02 15:04") != at {
			t.Errorf("%s goes out at %s, not %s", c.Letter.Kind, c.At.In(cst), at)
		}
		if at := want[c.Letter.Kind]; at != "" && c.Letter.Deadline.In(cst).Format("2006-01-02 15:04") != at {
			t.Errorf("%s wants an answer by %s, not %s", c.Letter.Kind, c.Letter.Deadline.In(cst), at)
		}
		delete(want, c.Letter.Kind)
	}
	if len(want) > 0 {
		t.Errorf("never sent: %v", want)
	}
}
