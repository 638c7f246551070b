package daemon

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// report is a delivery status report (RFC 3464) that says that mail to an address failed, with what it encloses.
func report(address, action, encloses string) string {
	return strings.ReplaceAll(fmt.Sprintf(`Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.corp.test

Final-Recipient: rfc822; %s
Action: %s
Status: 5.1.1

--b
%s
--b--
`, address, action, encloses), "\n", "\r\n")
}

func TestBounceIsOfTheLetterItNames(t *testing.T) {
	for name, encloses := range map[string]func(l *message.Message) string{
		"the whole letter": func(l *message.Message) string {
			return "Content-Type: message/rfc822\n\nFrom: <" + huiban + ">\nMessage-ID: <" + l.MessageID + ">\nSubject: x\n\ntext"
		},
		"its header": func(l *message.Message) string {
			return "Content-Type: text/rfc822-headers\n\nMessage-ID: <" + l.MessageID + ">"
		},
		"its id in words": func(l *message.Message) string {
			return "Content-Type: text/plain\n\n原邮件 Message-ID: " + l.MessageID
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := aHouse(t)
			h.start()
			l := h.letter(wang, secretary.Invitation)
			m := h.send(draft{from: "mailer-daemon@" + domain, forged: true, subject: "Undelivered Mail", body: report(wang, "failed", encloses(l))})
			h.verdict(m, secretary.BouncedBack, "")
			h.toldOf("wang.lei", wang)
			if l := h.sentTo("wang.lei", secretary.Invitation)[0]; l.State != store.Dead || !strings.Contains(l.LastError, wang+": bounced") {
				t.Errorf("the letter is %s: %s", l.State, l.LastError)
			}
			if l := h.sentTo("li.na", secretary.Invitation)[0]; l.State != store.Sent {
				t.Errorf("another's letter is %s", l.State)
			}
		})
	}
}

func TestDelayIsNoBounce(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	encloses := "Content-Type: text/rfc822-headers\n\nMessage-ID: <" + l.MessageID + ">"
	h.verdict(h.send(draft{from: "mailer-daemon@" + domain, forged: true, body: report(wang, "delayed", encloses)}), secretary.BouncedBack, "")
	if n := len(h.letters(chen, secretary.Echo)); n != 0 || h.seat("wang.lei").Undeliverable != "" {
		t.Errorf("a delay was told of %d times", n)
	}
	if l := h.sentTo("wang.lei", secretary.Invitation)[0]; l.State != store.Sent {
		t.Errorf("the letter is %s", l.State)
	}
}

// A copy that comes back leaves the letter what it is: its reader has it.
func TestBouncedCopyIsMarked(t *testing.T) {
	h := aHouse(t)
	h.start()
	out := h.queue(h.daemon(), note(wang, li))
	h.quiet()
	encloses := "Content-Type: text/rfc822-headers\n\nMessage-ID: <" + out.MessageID + ">"
	h.verdict(h.send(draft{from: "mailer-daemon@" + domain, forged: true, body: report(li, "failed", encloses)}), secretary.BouncedBack, "")
	if l := h.sentTo("wang.lei", secretary.Help)[0]; l.State != store.Sent || !strings.Contains(l.LastError, li+": bounced") {
		t.Errorf("the letter is %s: %s", l.State, l.LastError)
	}
}

// A copy that could not go yet still goes when the letter itself has come back.
func TestBounceWhileACopyWaits(t *testing.T) {
	h := newHouse(t, sqlite(t))
	h.start()
	h.mail.RefuseRecipient(li, 451)
	out := h.queue(h.daemon(), note(wang, li))
	h.quiet()
	encloses := "Content-Type: text/rfc822-headers\n\nMessage-ID: <" + out.MessageID + ">"
	h.send(draft{from: "mailer-daemon@" + domain, forged: true, body: report(wang, "failed", encloses)})
	h.mail.RefuseRecipient(li, 0)
	h.turn(time.Minute)
	if n := len(h.letters(li, secretary.Help)); n != 1 {
		t.Errorf("the copy went %d times", n)
	}
}

// Who has not got the letter cannot name it, so that a made-up bounce marks nobody.
func TestBounceThatNamesNoLetterMarksNobody(t *testing.T) {
	h := aHouse(t)
	h.start()
	m := h.send(draft{from: "mailer-daemon@evil.test", forged: true, body: report(wang, "failed", "Content-Type: text/plain\n\nhb.00000000000000000000000000@"+domain)})
	h.verdict(m, secretary.BouncedBack, "no letter")
	if h.seat("wang.lei").Undeliverable != "" {
		t.Error("wang counts as unreachable")
	}
}
