package secretary

import (
	"testing"
	"time"
)

// TestDueDatesInWorkingDays: New Year's Day and the weekend are no working days, and Sunday, 27 December, is one.
func TestDueDatesInWorkingDays(t *testing.T) {
	for end, want := range map[string]Date{"2026-12-24 10:30": "2026-12-28", "2026-12-30 10:30": "2027-01-05", "2026-11-27 10:30": "2026-12-02"} {
		at, err := time.ParseInLocation("2006-01-02 15:04", end, cst)
		if err != nil {
			t.Fatal(err)
		}
		m := &Meeting{Zone: "Asia/Shanghai", Start: at.Add(-time.Hour), End: at.UTC()}
		parsed := &Draft{Actions: []DraftAction{{No: "1", Owner: "王磊"}, {No: "2", Due: "2027-02-01"}, {No: "3"}},
			Problems: []Problem{{"1", "vague-due"}, {"3", "vague-due"}}, Within: map[string]Span{"1": {3, Workdays}, "2": {3, Workdays}}}
		d := *parsed
		newTurn(testDesk("2026-11-18"), "", at, "").countWorkdays(m, &d)
		if d.Actions[0].Due != want || d.Actions[1].Due != "2027-02-01" || len(d.Problems) != 1 || d.Problems[0].No != "3" {
			t.Errorf("three working days after %s: %+v", end, d)
		}
		if parsed.Actions[0].Due != "" || len(parsed.Problems) != 2 {
			t.Error("the mail as it was read has changed")
		}
	}
}
