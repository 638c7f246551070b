package secretary

import (
	"slices"
	"testing"
	"time"
)

// TestRecorderIsNotRemindedForEver: after the policy's reminders the minutes lie with convener and supervisor. What is
// open stays in the plan (S0-23, S1G-13).
func TestRecorderIsNotRemindedForEver(t *testing.T) {
	start, p := time.Date(2026, 11, 20, 9, 0, 0, 0, cst), coordination()
	p.Schedule.Until = "2026-11-27"
	for _, deadline := range []Moment{p.Minutes.Deadline, {}} {
		p.Minutes.Deadline = deadline
		w := newWorld(t, testDesk("2026-11-20", p), start)
		w.until(start.AddDate(0, 0, 90))
		var asked, told []PersonID
		for _, l := range w.letters {
			switch l.Kind {
			case MinutesCall:
				asked = append(asked, l.To.ID)
			case Escalation:
				if told = append(told, l.To.ID); !l.Deadline.After(start) {
					t.Errorf("%s: by when?", l.Key)
				}
			}
		}
		if want := []PersonID{"sun.li", "sun.li", "sun.li"}; !slices.Equal(asked, want) {
			t.Errorf("deadline %s: asked %v", deadline, asked)
		}
		if len(told) < 10 || !slices.Equal(told[:3], []PersonID{"chen.jing", "chen.jing", "zhao.jun"}) || slices.Contains(told[3:], "zhao.jun") {
			t.Errorf("deadline %s: told %v", deadline, told)
		}
		owed := Explain(w.Desk, "meeting:PSC-20261127", w.now)
		if len(owed) != 1 || owed[0].Reason != "minutes.deadline" {
			t.Errorf("deadline %s: owed %v", deadline, owed)
		}
		if coming := Plan(w.Desk, w.now, w.now.AddDate(0, 0, 7)); len(coming) != 1 || coming[0].Letter.Kind != Escalation {
			t.Errorf("deadline %s: coming %v", deadline, coming)
		}
	}
}

// TestNobodyIsAskedByADayThatHasPassed: once the deadline is over, an answer is wanted within the window.
func TestNobodyIsAskedByADayThatHasPassed(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-20", coordination()), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.until(time.Date(2026, 12, 10, 9, 0, 0, 0, cst))
	for n, l := range w.letters {
		if l.Kind == MinutesCall && !l.Deadline.After(w.times[n]) {
			t.Errorf("%s: asked at %s by %s", l.Key, w.times[n], l.Deadline)
		}
	}
}

// TestObjectionWaitsForThoseWhoMightObject: others have an hour to join it, unless everybody has answered.
func TestObjectionWaitsForThoseWhoMightObject(t *testing.T) {
	now := time.Date(2026, 11, 20, 15, 0, 0, 0, cst)
	tn := newTurn(testDesk("2026-11-20", coordination()), "", now, "")
	o := &Objection{Version: 1, At: now, MessageID: "o"}
	m := &Meeting{Confirms: []Confirm{{Person: "wang.lei", Version: 1, State: "objected"}, {Person: "li.na", Version: 1}}}
	due := func() time.Time { return tn.objectionDuty(m, coordination(), "sun.li", o).at }
	if got := due(); !got.Equal(now.Add(time.Hour)) {
		t.Errorf("due at %s while one has not answered", got)
	}
	m.Confirms[1].State = "confirmed"
	if got := due(); !got.Equal(now) {
		t.Errorf("due at %s though all have answered", got)
	}
}
