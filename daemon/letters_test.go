package daemon

import (
	"cmp"
	"fmt"
	"mime"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// letters are those of a kind that lie in a mailbox, oldest first; "" is every kind.
func (h *house) letters(address string, k secretary.LetterKind) []*message.Message {
	var out []*message.Message
	for _, m := range h.mail.Mailbox(address) {
		r := message.Read(m.Raw)
		if kind := r.Header.Raw("X-Huiban-Letter"); kind != "" && (k == "" || kind == string(k)) {
			out = append(out, r)
		}
	}
	return out
}

// letter is the newest letter of a kind in a mailbox.
func (h *house) letter(address string, k secretary.LetterKind) *message.Message {
	h.t.Helper()
	all := h.letters(address, k)
	if len(all) == 0 {
		h.t.Fatalf("no %s came to %s", k, address)
	}
	return all[len(all)-1]
}

// draft is a mail that somebody writes.
type draft struct {
	from, to, subject, text string
	id                      string   // Message-ID; "" makes one up
	head                    []string // further header fields
	body                    string   // with its Content-Type; "" is text
	forged                  bool     // handed in from outside, without a log-in
}

// post hands a mail in.
func (h *house) post(d draft) {
	h.t.Helper()
	h.posted++
	d.id, d.to = cmp.Or(d.id, fmt.Sprintf("test.%d@client", h.posted)), cmp.Or(d.to, huiban)
	a := h.account().SMTP
	if a.User = d.from; d.forged {
		a.User = ""
	}
	r := (&mailer.Sender{Account: a}).Send(h.ctx, mailer.Envelope{From: d.from, To: []string{d.to}}, d.raw(h.clock.Now()))
	if r.Err != nil {
		h.t.Fatalf("%s writes: %v", d.from, r.Err)
	}
}

// raw is the mail as it is handed in.
func (d draft) raw(now time.Time) []byte {
	fields := []string{
		"Date: " + now.Format(time.RFC1123Z), "From: <" + d.from + ">", "To: <" + d.to + ">",
		"Subject: " + mime.BEncoding.Encode("utf-8", cmp.Or(d.subject, "会议")), "Message-ID: <" + d.id + ">", "MIME-Version: 1.0",
	}
	body := cmp.Or(d.body, "Content-Type: text/plain; charset=utf-8\r\n\r\n"+d.text+"\r\n")
	return []byte(strings.Join(append(fields, d.head...), "\r\n") + "\r\n" + body)
}

// inReply is the header of an answer to a letter.
func inReply(l *message.Message) []string {
	return []string{"In-Reply-To: <" + l.MessageID + ">", "References: <" + l.MessageID + ">"}
}

// answer writes an answer to a letter as any mail program does, and waits until it is dealt with.
func (h *house) answer(from string, l *message.Message, text string) store.InMail {
	h.t.Helper()
	to := l.From.Email
	if r := l.Header.Addresses("Reply-To"); len(r) > 0 {
		to = r[0].Email
	}
	return h.send(draft{from: from, to: to, subject: "回复：" + l.Subject, text: text, head: inReply(l)})
}

// send posts a mail, waits until it is dealt with, and returns it with its verdict.
func (h *house) send(d draft) store.InMail {
	h.t.Helper()
	before := len(h.mails())
	h.post(d)
	h.quiet()
	all := h.mails()
	if len(all) != before+1 {
		h.t.Fatalf("%d mails were kept, want one", len(all)-before)
	}
	return all[len(all)-1]
}

// mails are all mails that were kept, oldest first.
func (h *house) mails() (list []store.InMail) {
	h.view(func(tx *store.Tx) (err error) { list, err = tx.Mails(store.MailFilter{Oldest: true}); return err })
	return list
}

// verdict checks what a mail was taken for.
func (h *house) verdict(m store.InMail, want secretary.Verdict, reason string) {
	h.t.Helper()
	if m.Verdict != want || reason != "" && !strings.Contains(m.Reason, reason) {
		h.t.Errorf("mail %q of %s is %q (%s), want %q (%s)\nread as %s", m.Subject, m.From, m.Verdict, m.Reason, want, reason, m.Understood)
	}
}

// seat is where somebody sits in the meeting.
func (h *house) seat(id secretary.PersonID) (s secretary.Seat) {
	h.t.Helper()
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting(meeting)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(m.Seats, func(s secretary.Seat) bool { return s.Person == id })
		if i >= 0 {
			s = m.Seats[i]
		}
		return nil
	})
	return s
}

// says checks what stands in the meeting's record of somebody's answer.
func (h *house) says(id secretary.PersonID, want secretary.PartStat) {
	h.t.Helper()
	if got := h.seat(id).Answer.PartStat; got != want {
		h.t.Errorf("%s is on record as %q, want %q", id, got, want)
	}
}

// outbox are all letters, oldest first.
func (h *house) outbox() (list []store.OutLetter) {
	h.view(func(tx *store.Tx) (err error) { list, err = tx.Letters(store.LetterFilter{Oldest: true}); return err })
	return list
}
