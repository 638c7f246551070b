package parser

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

const reply = "BEGIN:VCALENDAR\nPRODID:x\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:m1@b.example\nDTSTAMP:20261209T013000Z\nDTSTART:20261218T060000Z\nSEQUENCE:0\nATTENDEE;PARTSTAT=ANSWER:mailto:W@b.example\nEND:VEVENT\nEND:VCALENDAR\n"

func calendarMail(fields, text, object, kind string) []byte {
	return []byte("From: 王磊 <w@b.example>\nDate: Wed, 9 Dec 2026 10:00:00 +0800\nMessage-ID: <1@b>\n" + fields + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text +
		"\n--x\nContent-Type: " + kind + "\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(object)) + "\n--x--\n")
}

func intents(r *Reading) string {
	b, _ := json.Marshal(r.Intents)
	return string(b)
}

// Rule 5: an iTIP answer wins over the text for attendance; the text's reason is kept (I-1, I-4).
func TestCalendarAnswerWins(t *testing.T) {
	for _, kind := range []string{"text/calendar; method=REPLY", "application/ics; name=reply.ics", "application/octet-stream; name=\"invite.ICS\""} {
		r := Parse(calendarMail("Auto-Submitted: auto-generated\n", "我参加", strings.Replace(reply, "ANSWER", "DECLINED", 1), kind), Options{About: Invitation})
		if len(r.Intents) != 1 || r.Intents[0].Status != "declined" || r.Intents[0].Reason != "我参加" || r.Calendar.UID != "m1@b.example" || r.Automatic != "" {
			t.Errorf("%s: %s", kind, intents(r))
		}
	}
}

// I-2: the same answer as an alternative and as a file is one answer.
func TestCalendarTwiceCountsOnce(t *testing.T) {
	object := strings.Replace(reply, "ANSWER", "ACCEPTED", 1)
	part := "--x\nContent-Type: application/ics; name=a.ics\n\n" + strings.ReplaceAll(object, "PARTSTAT", "PARTST\n AT") + "\n--x--\n"
	raw := strings.Replace(string(calendarMail("", "", object, "text/calendar")), "--x--\n", part, 1)
	if r := Parse([]byte(raw), Options{About: Invitation}); len(r.Intents) != 1 || len(r.Calendars) != 1 {
		t.Errorf("%s", intents(r))
	}
}

// A calendar that answers nothing gives no intent (I-9, I-10).
func TestCalendarThatIsNoAnswer(t *testing.T) {
	for _, method := range []string{"REQUEST", "CANCEL", "PUBLISH"} {
		object := strings.Replace(strings.Replace(reply, "ANSWER", "ACCEPTED", 1), "METHOD:REPLY", "METHOD:"+method, 1)
		if r := Parse(calendarMail("", "", object, "text/calendar"), Options{About: Invitation}); r.Understood || r.Calendar == nil || r.Calendar.Method != method {
			t.Errorf("%s: %s", method, intents(r))
		}
	}
}

// I-31: iOS proposes another time inside a REPLY.
func TestCounterInACalendar(t *testing.T) {
	object := strings.Replace(strings.Replace(reply, "METHOD:REPLY", "METHOD:COUNTER", 1), "ANSWER", "TENTATIVE", 1)
	object = strings.Replace(object, "SEQUENCE:0", "DTEND:20261218T070000Z\nSEQUENCE:0", 1)
	r := Parse(calendarMail("", "", object, "text/calendar; method=REPLY"), Options{About: Invitation})
	if len(r.Intents) != 1 || r.Intents[0].Kind != secretary.IntentCounter || r.Intents[0].Start != "2026-12-18T14:00:00+08:00" {
		t.Error(intents(r))
	}
}

// I-6: winmail.dat holds no calendar, but the message class says which button was pressed.
func TestButtonInWinmail(t *testing.T) {
	r := Parse(calendarMail("", "", "\x78\x9f\x3e\x22IPM.Schedule.Meeting.Resp.Neg\x00", "application/ms-tnef; name=winmail.dat"), Options{About: Invitation})
	if len(r.Intents) != 1 || r.Intents[0].Status != "declined" {
		t.Error(intents(r))
	}
}

func TestSubjectOfAButton(t *testing.T) {
	mail := func(subject, text string) *Reading {
		return Parse([]byte("From: w@b.example\nSubject: "+subject+"\nContent-Type: text/plain; charset=utf-8\n\n"+text), Options{About: Invitation})
	}
	if r := mail("谢绝：产销协调会", ""); intents(r) != `[{"kind":"attend","status":"declined"}]` {
		t.Error(intents(r))
	}
	if r := mail("Accepted: weekly", "请问几点开始？"); r.Understood {
		t.Error("a question under a button's subject:", intents(r))
	}
	if r := mail("回复：产销协调会", ""); r.Understood {
		t.Error(intents(r))
	}
}

// Rule 3 with HTML that quotes without any mark in the plain part, as SOGo's does.
func TestQuoteThatOnlyTheHTMLShows(t *testing.T) {
	raw := "From: w@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n看完再说\n\n请回复“确认”\n确认\n--x\nContent-Type: text/html; charset=utf-8\n\n<p>看完再说</p><blockquote><p>请回复“确认”</p><p>确认</p></blockquote>\n--x--\n"
	if r := Parse([]byte(raw), Options{About: Minutes}); r.Text != "看完再说" || r.Understood {
		t.Errorf("%q %s", r.Text, intents(r))
	}
}

// Dates count from the mail's Date in its own offset; +0000 is what Exchange writes, and the company's zone is meant.
func TestDayOfTheMail(t *testing.T) {
	mail := func(date string) string {
		r := Parse([]byte("From: w@b.example\nDate: "+date+"\nContent-Type: text/plain; charset=utf-8\n\n明天完成"), Options{About: Action, Zone: shanghai(t)})
		if len(r.Intents) != 1 {
			return ""
		}
		return string(r.Intents[0].ETA)
	}
	if got := mail("Tue, 15 Dec 2026 23:30:00 +0000"); got != "2026-12-17" {
		t.Error("Exchange:", got)
	}
	if got := mail("Tue, 15 Dec 2026 23:30:00 +0900"); got != "2026-12-16" {
		t.Error("own offset:", got)
	}
	if r := Parse([]byte("From: w@b.example\nContent-Type: text/plain; charset=utf-8\n\n60%，明天完成"), Options{About: Action}); len(r.Intents) != 1 || r.Intents[0].ETA != "" {
		t.Error("no day known:", intents(r))
	}
}

// The object of `huiban parse` has intents even where there are none.
func TestJSON(t *testing.T) {
	b, err := json.Marshal(Parse(nil, Options{}))
	if err != nil || string(b) != `{"from":"","automatic":"","text":"","understood":false,"intents":[]}` {
		t.Errorf("%s %v", b, err)
	}
}

func TestEnvelope(t *testing.T) {
	r := Parse([]byte("Delivered-To: hb+tok@b.example\nFrom: \"王磊\" <W@B.example>\nTo: <hb@b.example>, x@b.example\nCc: y@b.example\nReply-To: w2@b.example\nMessage-ID: <1@b>\nIn-Reply-To: <0@b>\nReferences: <-1@b> <0@b>\nSubject: =?utf-8?B?56Gu6K6k?=\n\n"), Options{})
	if r.From != "w@b.example" || r.Name != "王磊" || r.MessageID != "1@b" || strings.Join(r.References, " ") != "-1@b 0@b" || r.Subject != "确认" ||
		strings.Join(r.To, " ") != "hb@b.example x@b.example y@b.example" || strings.Join(r.DeliveredTo, " ") != "hb+tok@b.example" || r.ReplyTo[0] != "w2@b.example" {
		t.Errorf("%+v", r)
	}
}

// The text of a calendar mail that invites or calls off is the program's description of the meeting, no answer.
func TestTextOfACalendarThatIsNoAnswer(t *testing.T) {
	const calledOff = "BEGIN:VCALENDAR\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20270113T020000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	mail := func(method, disposition, text string) *Reading {
		return Parse([]byte("From: w@b.example\nDate: Mon, 11 Jan 2027 09:01:07 +0800\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n"+text+
			"\n--x\nContent-Type: text/calendar; charset=utf-8\n"+disposition+"\n\n"+strings.Replace(calledOff, "%s", method, 1)+"\n--x--\n"), Options{About: Invitation})
	}
	const file = "Content-Disposition: attachment; filename=a.ics"
	for _, c := range []struct {
		method, disposition, text string
		want                      bool
	}{
		{"CANCEL", "X: y", "原已接受的同志不必参加", false},
		{"REQUEST", "X: y", "请准时参加", false},
		{"PUBLISH", "X: y", "我参加", false},
		{"CANCEL", file, "参加", false},
		{"PUBLISH", file, "我参加，日程见附件", true},
		{"REQUEST", file, "我参加", true},
	} {
		if r := mail(c.method, c.disposition, c.text); r.Understood != c.want || r.Text != c.text {
			t.Errorf("%s %s: %s", c.method, c.disposition, intents(r))
		}
	}
}
