package daemon

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

// imip I-57: an answer to a meeting that is not known is held where everybody sees it, and counts once the meeting is known.
func TestAnswerThatComesBeforeItsMeeting(t *testing.T) {
	twin := aHouse(t)
	twin.start()
	reply := calendarReply(twin.letter(wang, secretary.Invitation), wang, "ACCEPTED")

	h := newHouse(t, sqlite(t))
	stop := h.start()
	m := h.send(draft{from: wang, subject: "Accepted", body: reply})
	h.verdict(m, secretary.AskedBack, secretary.UnknownUID)
	h.letter(wang, secretary.AskBack)
	stop()
	h.apply(company(), regulation())
	h.start()
	h.says("wang.lei", secretary.Accepted)
	h.verdict(h.mails()[0], secretary.ActedOn, "attend")
}
