package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// TestFromTheConvenersCalendarToTheOwners: a meeting called in Outlook has its minutes written and sent out, and its action
// item stands in the calendar of who owes it until it is done.
func TestFromTheConvenersCalendarToTheOwners(t *testing.T) {
	p := calling()
	p.Materials = secretary.MaterialsRule{}
	p.Minutes = secretary.MinutesRule{Required: "yes", Confirmers: "none"}
	p.Actions.Calendar = true
	h := newHouse(t, sqlite(t), p)
	h.start()
	h.verdict(h.hand(chen, client(t, "outlook")), secretary.ActedOn, "adopted")
	h.turn(12*24*time.Hour + 10*time.Hour) // the evening after it
	draft := "决议：\r\n1. 十二月产量调整为 1200 套\r\n行动项：\r\n1. 更新排产计划；责任人：王磊；完成时限：2026-12-10\r\n"
	h.verdict(h.answer(sun, h.letter(sun, secretary.MinutesCall), draft), secretary.ActedOn, "draft")
	h.letter(li, secretary.MinutesPublish)
	action := h.letter(wang, secretary.Action)
	object := entryOf(t, action, "REQUEST")
	if !strings.Contains(object, "DTSTART;VALUE=DATE:20261210") || !strings.Contains(object, "RSVP=FALSE") {
		t.Errorf("the entry is\n%s", object)
	}
	h.verdict(h.send(draftOf(calendarReply(action, wang, "DECLINED"))), secretary.ActedOn, "due-entry")
	h.verdict(h.answer(wang, action, "1 完成"), secretary.ActedOn, "progress")
	if gone := entryOf(t, h.letter(wang, secretary.Echo), "CANCEL"); !strings.Contains(gone, "SEQUENCE:1") {
		t.Errorf("it is taken out by\n%s", gone)
	}
	h.neverInvitesBut("PSC-20261202")
}

func draftOf(body string) draft { return draft{from: wang, subject: "Declined", body: body} }

// entryOf is the one calendar object of a letter, unfolded.
func entryOf(t *testing.T, l *message.Message, method string) string {
	t.Helper()
	if len(l.Calendars) == 0 {
		t.Fatalf("%q carries no calendar", l.Subject)
	}
	if c, err := calendar.ReadMessage(l.Calendars[0], nil); err != nil || c.Method != method {
		t.Fatalf("%q carries %+v, %v", l.Subject, c, err)
	}
	return strings.ReplaceAll(string(l.Calendars[0]), "\r\n ", "")
}

// neverInvitesBut checks that the only things that reached calendars are due dates and our answer about that meeting.
func (h *house) neverInvitesBut(id secretary.MeetingID) {
	h.t.Helper()
	for _, l := range h.outbox() {
		if m := l.Letter.Meeting; m != nil && m.ID == id && m.Method != "" && m.Method != "REPLY" {
			h.t.Errorf("%s carries a %s", l.Letter.Key, m.Method)
		}
	}
}
