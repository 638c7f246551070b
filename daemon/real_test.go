package daemon

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// outside is a mailbox on the real servers.
type outside struct {
	mailer.Server
	smtp mailer.Server
	mail chan *message.Message
}

// realServer is one of the real servers, reached in the way the variable's name says.
func realServer(t testing.TB, variable, user string) mailer.Server {
	host, port, err := net.SplitHostPort(demand(t, variable))
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return mailer.Server{Host: host, Port: n, Security: mailer.Implicit, User: user, Password: "secret", CAFile: demand(t, "HUIBAN_TEST_CA")}
}

// person opens a mailbox and reads it from now on.
func person(h *house, address string) *outside {
	o := &outside{realServer(h.t, "HUIBAN_TEST_IMAPS", address), realServer(h.t, "HUIBAN_TEST_SUBMISSIONS", address), make(chan *message.Message, 100)}
	w := mailer.Watcher{Account: mailer.IMAP{Server: o.Server, Backoff: 100 * time.Millisecond}}
	go w.Watch(h.ctx, mailer.Position{}, func(_ context.Context, m mailer.Message) error {
		o.mail <- message.Read(m.Raw)
		return nil
	})
	return o
}

// next waits for the next letter of a kind.
func (o *outside) next(h *house, k secretary.LetterKind) *message.Message {
	h.t.Helper()
	for {
		select {
		case m := <-o.mail:
			if m.Header.Raw("X-Huiban-Letter") == string(k) {
				return m
			}
		case <-h.ctx.Done():
			h.t.Fatalf("no %s came to %s", k, o.User)
		}
	}
}

// answer answers a letter over the person's own account.
func (o *outside) answer(h *house, l *message.Message, text string) {
	h.t.Helper()
	to := l.Header.Addresses("Reply-To")[0].Email
	raw := fmt.Sprintf("From: <%s>\r\nTo: <%s>\r\nSubject: Re: x\r\nMessage-ID: <%d.%s>\r\nIn-Reply-To: <%s>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n",
		o.User, to, len(text), l.MessageID, l.MessageID, text)
	r := (&mailer.Sender{Account: mailer.SMTP{Server: o.smtp}}).Send(h.ctx, mailer.Envelope{From: o.User, To: []string{to}}, []byte(raw))
	if r.Err != nil {
		h.t.Fatal(r.Err)
	}
}

// realHouse is a house whose mail goes over the real servers, and how its daemon is run. li's mail is taken and then bounced.
func realHouse(t *testing.T) (h *house, d *secretary.Directory, run func()) {
	url := postgres(t)
	box := func(name string) string { return fmt.Sprintf("%s.%d.%d@corp.test", name, os.Getpid(), schemas.Load()) }
	secretaryBox := box("huiban")
	d = company()
	p := regulation()
	d.People["li.na"].Email = "li.na@bounce.test"
	for _, id := range []secretary.PersonID{"wang.lei", "chen.jing", "zhao.jun", "sun.li", "kim"} {
		d.People[id].Email = box(string(id))
	}
	h = newHouse(t, url, p)
	h.apply(d, p)
	h.do(func(tx *store.Tx) error {
		office, err := tx.Office()
		if err != nil {
			return err
		}
		office.Address = secretaryBox
		return tx.SaveOffice(office)
	})
	account := mailer.Account{
		IMAP: mailer.IMAP{Server: realServer(t, "HUIBAN_TEST_IMAPS", secretaryBox), Handled: "会办/已处理", MarkSeen: true},
		SMTP: mailer.SMTP{Server: realServer(t, "HUIBAN_TEST_SUBMISSIONS", secretaryBox)},
	}
	return h, d, func() { h.run(h.daemon(func(o *Options) { o.Account = account })) }
}

// Postfix, Dovecot and PostgreSQL: an invitation goes out, its answer comes back to the sub-address, the echo goes out,
// and a letter that Postfix takes and then cannot deliver comes back as a genuine bounce.
func TestOverPostfixDovecotAndPostgreSQL(t *testing.T) {
	h, d, run := realHouse(t)
	wang, chen := person(h, d.People["wang.lei"].Email), person(h, d.People["chen.jing"].Email)
	run()
	wang.answer(h, wang.next(h, secretary.Invitation), "请假，出差")
	if echo := wang.next(h, secretary.Echo); !strings.Contains(echo.Text, "请假") {
		t.Errorf("echoed as\n%s", echo.Text)
	}
	h.says("wang.lei", secretary.Declined)
	told := chen.next(h, secretary.Echo)
	for !strings.Contains(told.Text, "li.na@bounce.test") { // chen is told of the leave, too
		told = chen.next(h, secretary.Echo)
	}
	if got := h.seat("li.na").Undeliverable; got != "li.na@bounce.test" {
		t.Errorf("undeliverable: %q", got)
	}
}

// The recorder moves the meeting by two mails, and a participant's calendar learns of it by one.
func TestQuickLineOverRealServers(t *testing.T) {
	h, d, run := realHouse(t)
	wang, sun := person(h, d.People["wang.lei"].Email), person(h, d.People["sun.li"].Email)
	run()
	sun.answer(h, sun.next(h, secretary.Invitation), "改期 11月26日 14:00\r\n加议题：注塑机产能评估（王磊，15分钟）")
	asked := sun.next(h, secretary.OrderCheck)
	if got := len(wang.mail); got > 1 || !strings.Contains(asked.Text, "11月26日（周四）14:00") {
		t.Errorf("%d letters to others, and asked\n%s", got, asked.Text)
	}
	sun.answer(h, asked, "确认")
	if moved := wang.next(h, secretary.Update); !strings.Contains(moved.Text, "注塑机产能评估") || !strings.Contains(moved.Text, "11月26日（周四）14:00") {
		t.Errorf("told\n%s", moved.Text)
	}
	if done := sun.next(h, secretary.OrderCheck); !strings.Contains(done.Text, "已经办理") {
		t.Errorf("echoed as\n%s", done.Text)
	}
}
