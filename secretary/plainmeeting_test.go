package secretary

import (
	"testing"
	"time"
)

// S1B-14: a meeting that needs no minutes is called like any other, and then nobody is asked for anything.
func TestMeetingWithoutMinutes(t *testing.T) {
	p := coordination()
	p.Minutes.Required, p.Materials, p.Schedule.Until = "no", MaterialsRule{}, "2026-11-27"
	w := newWorld(t, testDesk("2026-11-20", p), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 27, 9, 0, 0, 0, cst))
	if w.last("li.na", Invitation, 0) == nil {
		t.Error("nobody was invited")
	}
	n := len(w.letters)
	w.until(time.Date(2026, 12, 27, 9, 0, 0, 0, cst))
	if m := w.Meetings["PSC-20261127"]; len(w.letters) > n || m.Stage != Done || len(m.Findings) > 0 {
		t.Errorf("%d letters after it, at stage %s, with %v", len(w.letters)-n, m.Stage, m.Findings)
	}
}
