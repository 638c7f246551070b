package secretary

import (
	"slices"
	"testing"
	"time"
)

// What Plan promises is what the clock then brings, letter by letter.
func TestPlanIsWhatThenHappens(t *testing.T) {
	start := time.Date(2026, 11, 18, 8, 0, 0, 0, cst)
	until := start.AddDate(0, 0, 30)
	planned := Plan(testDesk("2026-11-18", coordination()), start, until)

	w := newWorld(t, testDesk("2026-11-18", coordination()), start)
	w.until(until)
	if len(planned) != len(w.letters) || len(planned) == 0 {
		t.Fatalf("planned %d letters, sent %d", len(planned), len(w.letters))
	}
	for i, c := range planned {
		if c.Letter.Key != w.letters[i].Key || !c.At.Equal(w.times[i]) || c.Letter.Reason != w.letters[i].Reason {
			t.Errorf("letter %d: planned %s at %s, sent %s at %s", i, c.Letter.Key, c.At, w.letters[i].Key, w.times[i])
		}
	}
}

func TestExplainNamesWhatComes(t *testing.T) {
	start := time.Date(2026, 11, 20, 9, 0, 0, 0, cst)
	p := coordination()
	p.Schedule.Until = "2026-11-27"
	w := newWorld(t, testDesk("2026-11-20", p), start)
	w.until(start)
	before := asJSON(t, w.Meetings)
	owed := Explain(w.Desk, "meeting:PSC-20261127", start)
	if after := asJSON(t, w.Meetings); before != after {
		t.Error("explaining changed the meeting")
	}
	var reasons []string
	for i, o := range owed {
		reasons = append(reasons, o.Reason)
		if i > 0 && o.At.Before(owed[i-1].At) {
			t.Errorf("%v comes before %v", o, owed[i-1])
		}
	}
	for _, want := range []string{"notice.reminders", "non-responders (S0-04)", "materials.reminders", "materials.send", "the meeting's end"} {
		if !slices.Contains(reasons, want) {
			t.Errorf("%q is not explained: %q", want, reasons)
		}
	}
	if at := w.wake["meeting:PSC-20261127"]; !owed[0].At.Equal(at) {
		t.Errorf("the first duty is at %s, the wake-up at %s", owed[0].At, at)
	}
}
