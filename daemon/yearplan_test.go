package daemon

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// In December who convenes gets the plan of the coming year, with a Word table and a calendar that is no invitation (A5).
func TestYearPlanIsMailed(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.turn(11 * 24 * time.Hour) // 1 December
	l := h.letter(chen, secretary.Duty)
	if l.Subject[:len("2027年度会议计划")] != "2027年度会议计划" || !strings.Contains(l.Text, "【2027年12月】") {
		t.Errorf("%s\n%s", l.Subject, l.Text)
	}
	if len(l.Files) != 1 || l.Files[0].Name != "2027年度会议计划.docx" || len(l.Calendars) != 1 || l.Scheduled {
		t.Fatalf("%d files, %d calendars; an invitation: %v", len(l.Files), len(l.Calendars), l.Scheduled)
	}
	if faults := calendar.LintPlan(l.Calendars[0]); len(faults) > 0 || !bytes.Contains(l.Calendars[0], []byte("UID:PSC-20270108.huiban@")) {
		t.Errorf("%v\n%s", faults, l.Calendars[0])
	}
	h.turn(24 * time.Hour)
	if n := len(h.letters(chen, secretary.Duty)); n != 1 || len(h.letters(zhao, secretary.Duty)) > 0 {
		t.Errorf("%d letters to chen, or one to somebody else", n)
	}
}
