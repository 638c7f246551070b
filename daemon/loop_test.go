package daemon

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/secretary"
)

func TestVacationChangesNothing(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	before := len(h.outbox())
	h.verdict(h.send(draft{from: wang, head: append(inReply(l), "Auto-Submitted: auto-replied"), text: "参加"}), secretary.Automated, "vacation")
	h.verdict(h.send(draft{from: wang, head: inReply(l), subject: "自动回复: " + l.Subject, text: "我正在休假，回来后回复您。"}), secretary.Automated, "vacation")
	h.says("wang.lei", "")
	if n := len(h.outbox()); n != before {
		t.Errorf("%d letters went out", n-before)
	}
}

func TestOurOwnLettersAreNotAnswered(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	before := len(h.outbox())
	h.verdict(h.send(draft{from: huiban, subject: l.Subject, text: "参加"}), secretary.Automated, "own-letter")
	h.verdict(h.send(draft{from: "huiban+x@" + domain, text: "参加", forged: true}), secretary.Automated, "own-letter")
	h.verdict(h.send(draft{from: wang, head: append(inReply(l), "X-Huiban-Letter: invitation"), text: "参加"}), secretary.Automated, "own-letter")
	if n := len(h.outbox()); n != before {
		t.Errorf("%d letters went out", n-before)
	}
}

// A machine that answers every mail as a person would must not keep the secretary talking for ever.
func TestMachineWithoutHeadersIsNotAnsweredForEver(t *testing.T) {
	for name, text := range map[string]string{"not understood": "工单已受理", "understood": "参加", "fresh": ""} {
		t.Run(name, func(t *testing.T) { h := aHouse(t); h.machine(text) })
	}
}

// machine has wang's address answer every letter with the text, "" with a mail that answers nothing.
func (h *house) machine(text string) {
	var answered atomic.Int32
	h.start()
	robot := func(d mailtest.Message) draft {
		l := h.letters(wang, "")[answered.Load()]
		if text == "" {
			return draft{from: wang, text: "工单已受理"}
		}
		return draft{from: wang, subject: "Re: " + l.Subject, head: inReply(l), text: text}
	}
	for range 60 {
		box := h.mail.Mailbox(wang)
		n := int(answered.Load())
		if n >= len(box) {
			break
		}
		h.send(robot(box[n]))
		answered.Add(1)
	}
	n := answered.Load()
	if n > mostAnswers+2 {
		h.t.Errorf("the machine got %d answers and goes on", n)
	}
	if told := len(h.letters(chen, secretary.Echo)); text == "工单已受理" && told != 1 {
		h.t.Errorf("the convener was told %d times, want once", told)
	}
	h.clock.turn(h.clock.Now().Add(25 * time.Hour))
	if m := h.answer(wang, h.letter(wang, secretary.Invitation), "请假"); m.Verdict != secretary.ActedOn {
		h.t.Errorf("the next day the person is not heard: %s %s", m.Verdict, m.Reason)
	}
}
