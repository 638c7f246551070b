package daemon

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// Somebody who is in no list of people was handed the invitation on and presses Accept: nobody hears of it but the convener, who
// invites them; from then on they answer as any guest does (imip I-28).
func TestStrangerWhoWasHandedTheInvitation(t *testing.T) {
	const xu = "xu.ming@partner.test"
	h := aHouse(t)
	h.mail.Add(xu, "secret")
	h.start()
	l := h.letter(kim, secretary.Invitation)
	h.verdict(h.send(draft{from: xu, body: calendarReply(l, xu, "ACCEPTED"), forged: true}), secretary.Strange, "")
	if told := h.letter(chen, secretary.Echo); !strings.Contains(told.Text, xu) {
		t.Errorf("the convener is not told:\n%s", told.Text)
	}
	h.verdict(h.send(draft{from: xu, text: "What is this?", head: inReply(l)}), secretary.Strange, "")
	h.verdict(h.send(draft{from: xu, body: calendarReply(l, xu, "ACCEPTED")}), secretary.ActedOn, "held")
	h.verdict(h.send(draft{from: xu, text: "Hello?", head: inReply(l)}), secretary.Strange, "")
	if got := h.letters(xu, ""); len(got) > 0 {
		t.Errorf("a stranger was written to: %s", got[0].Subject)
	}
	asked := h.letter(chen, secretary.Approval)
	if !strings.Contains(asked.Text, xu) {
		t.Errorf("the convener does not see who it is:\n%s", asked.Text)
	}
	h.verdict(h.answer(chen, asked, "同意"), secretary.ActedOn, "crash")
	h.says("~"+xu, secretary.Accepted)
	h.verdict(h.answer(xu, h.letter(xu, secretary.Invitation), "decline, reason: travelling"), secretary.ActedOn, "attend")
	h.says("~"+xu, secretary.Declined)
}

// A colleague who was not invited, and is not wanted: the meeting leaves their calendar (imip I-28, §2.3).
func TestUninvitedColleagueRefused(t *testing.T) {
	rules := regulation()
	rules.Roster = rules.Roster[:1]
	h := newHouse(t, sqlite(t), rules)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	h.verdict(h.send(draft{from: li, body: calendarReply(l, li, "ACCEPTED")}), secretary.ActedOn, "held")
	h.verdict(h.answer(chen, h.letter(chen, secretary.Approval), "驳回：会议室坐不下"), secretary.ActedOn, "crash")
	c := h.letter(li, secretary.Cancel)
	object := string(c.Calendars[0])
	if !strings.Contains(object, "METHOD:CANCEL") || !strings.Contains(object, "SEQUENCE:1") || strings.Contains(object, "\nSTATUS") || strings.Contains(object, wang) {
		t.Errorf("no CANCEL to one person alone:\n%s", object)
	}
	if !strings.Contains(c.Text, "会议室坐不下") {
		t.Error(c.Text)
	}
	h.verdict(h.send(draft{from: li, body: calendarReply(l, li, "TENTATIVE")}), secretary.ActedOn, "uninvited-refused")
}
