package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// A company with an anniversary on the day of its meeting: the convener is asked, answers in a word, and notice and calendar
// say when and why the date was moved (S3-08).
func TestTheConvenerPutsAMeetingOff(t *testing.T) {
	rule := regulation()
	rule.Holiday.Shift = "ask"
	h := newHouse(t, sqlite(t), rule)
	var err error
	anniversary := calendar.Day{Date: "2026-11-27", Name: secretary.T("厂庆", "廠慶", "the anniversary")}
	if h.days, err = calendar.New(calendar.Options{Days: append(calendar.China(), anniversary)}); err != nil {
		t.Fatal(err)
	}
	h.start()
	asked := h.letter(chen, secretary.Approval)
	for _, want := range []string{"11月27日（周五）09:00–10:30的产销协调会适逢厂庆", "未答复则顺延至11月30日（周一）09:00", "提前至11月26日（周四）09:00，回复「提前」"} {
		if !strings.Contains(asked.Text, want) {
			t.Errorf("the letter does not say %q:\n%s", want, asked.Text)
		}
	}
	h.verdict(h.answer(chen, asked, "同意"), secretary.AskedBack, "unclear")
	h.verdict(h.answer(chen, asked, "停开"), secretary.ActedOn, "shift") // no quick line here, and corrected by the next
	if m := h.held(); m.Stage != secretary.Cancelled {
		t.Errorf("the meeting is %s", m.Stage)
	}
	h.verdict(h.answer(chen, asked, "顺延\n谢谢"), secretary.ActedOn, "shift")
	if m := h.held(); !m.Start.Equal(time.Date(2026, 11, 30, 1, 0, 0, 0, time.UTC)) || m.Stage != secretary.Planned {
		t.Errorf("the meeting is %s at %s", m.Stage, m.Start)
	}
	h.turn(4 * 24 * time.Hour)
	notice := h.letter(wang, secretary.Invitation)
	const why = "原定11月27日（周五），因厂庆顺延至11月30日（周一）"
	if !strings.Contains(notice.Text, why) || len(notice.Calendars) == 0 || !strings.Contains(unfolded(notice.Calendars[0]), why) {
		t.Errorf("the notice does not say why:\n%s\n%s", notice.Text, notice.Calendars)
	}
}

// unfolded is an iCalendar text without the folding of its lines.
func unfolded(ics []byte) string { return strings.ReplaceAll(string(ics), "\r\n ", "") }
