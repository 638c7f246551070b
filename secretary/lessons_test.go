package secretary

import (
	"testing"
	"time"
)

// S0-89: where topics are called for, the lessons come with that call, with what was sent beside them, and not again with the notice.
func TestLessonsComeWithTheCallForTopics(t *testing.T) {
	p := coordination()
	p.Agenda.Call, p.Agenda.CallBefore = true, in(3, CalendarDays)
	d := testDesk("2026-11-27", p)
	d.Series[p.ID].Lessons = &Lessons{At: time.Date(2026, 11, 16, 9, 0, 0, 0, cst), Text: "换模四步法", Files: []File{{Name: "总结.docx", Hash: "aa"}}}
	w := newWorld(t, d, time.Date(2026, 11, 16, 10, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 20, 10, 0, 0, 0, cst))
	if l := w.last("li.na", AgendaCall, 0); l == nil || l.Lessons != "换模四步法" || len(l.Files) != 1 {
		t.Fatalf("the call has %+v", l)
	}
	if l := w.last("li.na", Invitation, 0); l == nil || l.Lessons != "" || len(l.Files) > 0 {
		t.Errorf("the notice has %+v", l)
	}
}
