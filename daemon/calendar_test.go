package daemon

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// calendarReply is what a calendar program sends when a button is pressed: a mail of its own with an iTIP REPLY.
func calendarReply(l *message.Message, from, partstat string) string {
	keep := map[string]string{}
	unfolded := strings.NewReplacer("\r\n ", "", "\n ", "").Replace(string(l.Calendars[0]))
	for line := range strings.Lines(unfolded) {
		name, _, _ := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		keep[name] = strings.TrimSpace(line)
	}
	object := strings.Join([]string{
		"BEGIN:VCALENDAR", "PRODID:-//Example//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", keep["UID"], keep["SEQUENCE"], keep["DTSTAMP"],
		keep["DTSTART"], keep["DTEND"], "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + from, "END:VEVENT", "END:VCALENDAR", "",
	}, "\r\n")
	return "Content-Type: text/calendar; charset=UTF-8; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(object)) + "\r\n"
}

// imip I-20: of 29 real calendar answers none carried In-Reply-To.
func TestCalendarAnswerComesAsAMailOfItsOwn(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: wang, subject: "Declined", body: calendarReply(l, wang, "DECLINED")})
	h.verdict(m, secretary.ActedOn, "attend")
	h.says("wang.lei", secretary.Declined)
}

func TestForgedCalendarAnswerIsToBeProven(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: wang, subject: "Declined", body: calendarReply(l, wang, "DECLINED"), forged: true})
	h.verdict(m, secretary.ToBeProven, "")
	h.says("wang.lei", "")
	h.verdict(h.answer(wang, h.letter(wang, secretary.Prove), "我看看再说"), secretary.AskedBack, "")
	h.verdict(h.answer(wang, h.letter(wang, secretary.Prove), "是我写的"), secretary.ActedOn, "proved")
	h.says("wang.lei", secretary.Declined)
}

func TestCalendarOfSomebodyElseIsNoneOfOurs(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	body := calendarReply(l, wang, "DECLINED")
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(body[strings.Index(body, "\r\n\r\n"):]))
	if err != nil {
		t.Fatal(err)
	}
	object := strings.Replace(string(raw), string(meeting), "XYZ-20261127", 1)
	h.send(draft{from: wang, body: "Content-Type: text/calendar; method=REPLY\r\n\r\n" + object})
	h.says("wang.lei", "")
}
