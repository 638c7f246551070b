package daemon

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// TestAnInvitationIsAnsweredAndEchoed proves S0-120.
func TestAnInvitationIsAnsweredAndEchoed(t *testing.T) {
	h := aHouse(t)
	h.start()
	m := h.answer(wang, h.letter(wang, secretary.Invitation), "参加")
	h.verdict(m, secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Accepted)
	echo := h.letter(wang, secretary.Echo)
	if len(echo.InReplyTo) != 1 || echo.InReplyTo[0] != m.MessageID {
		t.Errorf("the echo answers %v, want %s", echo.InReplyTo, m.MessageID)
	}
}

// Each of the ways back alone is enough, since each breaks somewhere.
func TestThreadIsFoundByEachOfItsMarks(t *testing.T) {
	ways := map[string]func(l *message.Message) draft{
		"sub-address": func(l *message.Message) draft { return draft{to: l.Header.Addresses("Reply-To")[0].Email} },
		"In-Reply-To": func(l *message.Message) draft { return draft{head: []string{"In-Reply-To: <" + l.MessageID + ">"}} },
		"References": func(l *message.Message) draft {
			return draft{head: []string{"References: <root@id> <" + l.MessageID + "> <other@id>"}}
		},
		"subject code": func(l *message.Message) draft { return draft{subject: "答复: " + strings.ToLower(l.Subject)} },
		"calendar UID": func(l *message.Message) draft { return draft{body: calendarReply(l, wang, "DECLINED")} },
	}
	for way, draft := range ways {
		t.Run(way, func(t *testing.T) {
			h := aHouse(t)
			h.start()
			d := draft(h.letter(wang, secretary.Invitation))
			d.from, d.text = wang, "请假，出差"
			m := h.send(d)
			h.verdict(m, secretary.ActedOn, "attend")
			h.says("wang.lei", secretary.Declined)
			if want := string(secretary.MeetingCase(meeting)) + "/invitation/wang.lei/r0"; m.LetterKey != want {
				t.Errorf("it answers %q, want %q", m.LetterKey, want)
			}
		})
	}
}

func TestReplyToAnEchoReversesIt(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.answer(wang, h.letter(wang, secretary.Invitation), "参加")
	h.verdict(h.answer(wang, h.letter(wang, secretary.Echo), "请假，去客户那里"), secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Declined)
}
