package daemon

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// calendarCounter is a COUNTER as Google sends one: method=REPLY in the header, METHOD:COUNTER inside (imip I-3, I-32).
func calendarCounter(l *message.Message, from, start, end string) string {
	body := calendarReply(l, from, "TENTATIVE")
	object, _ := base64.StdEncoding.DecodeString(strings.TrimSpace(body[strings.Index(body, "\r\n\r\n"):]))
	var lines []string
	for line := range strings.Lines(string(object)) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "METHOD"):
			line = "METHOD:COUNTER"
		case strings.HasPrefix(line, "DTSTART"):
			line = "DTSTART:" + start
		case strings.HasPrefix(line, "DTEND"):
			line = "DTEND:" + end
		}
		lines = append(lines, line)
	}
	return "Content-Type: text/calendar; charset=UTF-8; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(strings.Join(lines, "\r\n")+"\r\n")) + "\r\n"
}

// Two people ask for another time, one by a button and one in a sentence; the convener sees both side by side, declines one and
// takes the other (imip I-34, §2.3).
func TestProposalsSideBySide(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: wang, subject: "New Time Proposed", body: calendarCounter(h.letter(wang, secretary.Invitation), wang, "20261126T070000Z", "20261126T083000Z")}), secretary.ActedOn, "counter")
	h.turn(time.Minute)
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "27日客户来访，能否改到11月30日14:00？"), secretary.ActedOn, "counter")
	both := h.letter(chen, secretary.Approval)
	for _, want := range []string{"[1] 11月26日（周四）15:00–16:30", "[2] 11月30日（周一）14:00–15:30", "王磊建议", "能否改到11月30日14:00"} {
		if !strings.Contains(both.Text, want) {
			t.Errorf("the convener does not see %q:\n%s", want, both.Text)
		}
	}
	h.verdict(h.answer(chen, both, "同意"), secretary.AskedBack, "which-time")
	h.verdict(h.answer(chen, h.letter(chen, secretary.AskBack), "1 驳回：那天盘点"), secretary.ActedOn, "move")
	declined := h.letter(wang, secretary.Update)
	if len(declined.Calendars) == 0 || !strings.Contains(string(declined.Calendars[0]), "METHOD:DECLINECOUNTER") || !strings.Contains(declined.Text, "那天盘点") {
		t.Errorf("no DECLINECOUNTER with the reason in words: %s\n%s", declined.Calendars, declined.Text)
	}
	h.verdict(h.answer(wang, declined, "参加"), secretary.ActedOn, "attend")
	h.verdict(h.answer(chen, both, "2 同意"), secretary.ActedOn, "move")
	moved := h.letter(li, secretary.Update)
	if !strings.Contains(moved.Subject, "11月30日") || !strings.Contains(moved.Text, "采用了您建议的时间") || !strings.Contains(string(moved.Calendars[0]), "SEQUENCE:1") {
		t.Errorf("%s\n%s", moved.Subject, moved.Text)
	}
	h.says("wang.lei", "")
}

// All proposals are declined by one sentence, and the words of the letter are read back.
func TestEveryProposalDeclined(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.answer(wang, h.letter(wang, secretary.Invitation), "改到11月26日15:00")
	h.answer(li, h.letter(li, secretary.Invitation), "改到11月30日14:00")
	h.verdict(h.answer(chen, h.letter(chen, secretary.Approval), "全部驳回"), secretary.ActedOn, "move")
	for _, who := range []string{wang, li} {
		if l := h.letter(who, secretary.Update); len(l.Calendars) > 0 || !strings.Contains(l.Subject, "时间不变") {
			t.Errorf("%s: %s %s", who, l.Subject, l.Calendars)
		}
	}
}
