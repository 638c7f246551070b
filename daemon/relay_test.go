package daemon

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

// google is where Google's calendar answers from, for its users.
const google = "calendar-notification@google.com"

// imip I-26: From is Google's, Reply-To the attendee. I-27: the signature of Google vouches for its users, and for nobody's
// else words.
func TestAnswerThatGoogleRelays(t *testing.T) {
	h := aHouse(t)
	h.mail.Add(google, "secret")
	h.start()
	l := h.letter(wang, secretary.Invitation)
	from := func(attendee, replyTo string, forged bool) draft {
		return draft{from: google, subject: "Accepted", body: calendarReply(l, attendee, "ACCEPTED"), head: []string{"Reply-To: <" + replyTo + ">"}, forged: forged}
	}
	h.verdict(h.send(from(li, wang, false)), secretary.Strange, "")
	h.says("wang.lei", "")
	h.verdict(h.send(from(wang, wang, true)), secretary.ToBeProven, "")
	h.says("wang.lei", "")
	h.verdict(h.send(from(wang, wang, false)), secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Accepted)
	h.letter(wang, secretary.Echo)
}

// Only a calendar answer is relayed: words that come so are a stranger's.
func TestGoogleRelaysNoWords(t *testing.T) {
	h := aHouse(t)
	h.mail.Add(google, "secret")
	h.start()
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: google, subject: "Re: " + l.Subject, text: "参加", head: append(inReply(l), "Reply-To: <"+wang+">")})
	h.verdict(m, secretary.Strange, "")
	h.says("wang.lei", "")
}
