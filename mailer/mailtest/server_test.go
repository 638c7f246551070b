package mailtest

import (
	"bytes"
	"context"
	"errors"
	"net/mail"
	"net/smtp"
	"net/textproto"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const huiban, wang = "huiban@corp.test", "wang.lei@corp.test"

func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

func start(t *testing.T, o Options) *Server {
	t.Helper()
	o.Now = noon
	s, err := Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// hand gives a mail in with Go's own client, as user when that is not empty.
func hand(s *Server, user, from, to, text string) error {
	c, err := smtp.Dial(s.SMTPAddr())
	if err != nil {
		return err
	}
	defer c.Close()
	if user != "" {
		if err := c.Auth(smtp.PlainAuth("", user, "secret", "127.0.0.1")); err != nil {
			return err
		}
	}
	if err := errors.Join(c.Mail(from), c.Rcpt(to)); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	w.Write([]byte(text))
	return w.Close()
}

func mailFrom(from string) string { return "From: Wang <" + from + ">\r\nSubject: hi\r\n\r\nbody\r\n" }

func mustHand(t *testing.T, s *Server, user, from, to, text string) mail.Header {
	t.Helper()
	if err := hand(s, user, from, to, text); err != nil {
		t.Fatal(err)
	}
	box := s.Mailbox(to)
	m, err := mail.ReadMessage(bytes.NewReader(box[len(box)-1].Raw))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header
}

func TestSubAddressesBelongToTheirMailbox(t *testing.T) {
	s := start(t, Options{})
	h := mustHand(t, s, "", wang, "Huiban+t1@Corp.test", mailFrom(wang))
	if got := h.Get("Delivered-To"); got != "Huiban+t1@Corp.test" {
		t.Errorf("Delivered-To %q", got)
	}
	if h.Get("Return-Path") != "<"+wang+">" || !strings.Contains(h.Get("Received"), "by mx.demo with ESMTP id 1") {
		t.Errorf("trace: %v", h)
	}
	if got := s.Accounts(); !slices.Equal(got, []string{huiban}) {
		t.Errorf("accounts %q", got)
	}
}

func TestVerdictOnTheSender(t *testing.T) {
	s := start(t, Options{})
	s.Add(wang, "secret")
	check := func(what, user, from, want string) {
		t.Helper()
		forged := "Authentication-Results: mx.demo;\r\n dmarc=pass header.from=forged\r\n" + mailFrom(from)
		got := mustHand(t, s, user, wang, huiban, forged)["Authentication-Results"]
		if !slices.Equal(got, []string{"mx.demo; dmarc=" + want + " header.from=" + domainOf(from)}) {
			t.Errorf("%s: %q", what, got)
		}
	}
	check("own account", wang, wang, "pass")
	check("own account, sub-address", wang, "wang.lei+x@corp.test", "pass")
	check("a colleague's address", "li.na@corp.test", wang, "fail")
	check("from outside with an address of ours", "", wang, "fail")
	check("a stranger", "", "x@far.test", "none")
}

func TestOnlyServedDomainsAreTaken(t *testing.T) {
	s := start(t, Options{Domains: []string{"corp.test"}})
	var code *textproto.Error
	if err := hand(s, "", wang, "x@far.test", "x"); !errors.As(err, &code) || code.Code != 550 {
		t.Errorf("got %v", err)
	}
	if err := hand(s, "x@far.test", wang, huiban, "x"); !errors.As(err, &code) || code.Code != 535 {
		t.Errorf("log-in: %v", err)
	}
}

func TestOwnPassword(t *testing.T) {
	s := start(t, Options{})
	s.Add(wang, "another")
	if err := hand(s, wang, wang, huiban, mailFrom(wang)); err == nil {
		t.Error("the common password still opens it")
	}
}

func TestJournalKeepsTheOrderAndTellsAboutIt(t *testing.T) {
	told := make(chan int, 10)
	var s *Server
	ready := make(chan struct{})
	s = start(t, Options{OnMail: func(d Delivery) {
		<-ready
		told <- d.Seq
		if d.From == wang { // answers, as the demo's people do
			hand(s, huiban, huiban, wang, mailFrom(huiban))
		}
	}})
	close(ready)
	mustHand(t, s, wang, wang, huiban, mailFrom(wang))
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	d, ok := s.Await(ctx, func(d Delivery) bool { return d.From == huiban })
	if !ok || d.Seq != 2 || d.User != huiban || !slices.Equal(d.To, []string{wang}) || !d.At.Equal(noon()) {
		t.Errorf("the answer: %+v", d)
	}
	s.Close()
	if a, b := <-told, <-told; a != 1 || b != 2 || len(s.Journal()) != 2 {
		t.Errorf("told of %d, %d; journal of %d", a, b, len(s.Journal()))
	}
	if _, ok := s.Await(t.Context(), func(Delivery) bool { return false }); ok {
		t.Error("a closed server has a further mail")
	}
}

func client(t *testing.T, s *Server, o *imapclient.Options) *imapclient.Client {
	t.Helper()
	c, err := imapclient.DialInsecure(s.IMAPAddr(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if err := c.Login(huiban, "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

func selected(t *testing.T, s *Server, o *imapclient.Options) *imapclient.Client {
	t.Helper()
	c := client(t, s, o)
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestUIDValidityTellsProcessesApart(t *testing.T) {
	s := start(t, Options{})
	c := client(t, s, nil)
	sel, err := c.Select("INBOX", nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	st, err := c.Status("INBOX", &imap.StatusOptions{UIDValidity: true}).Wait()
	if err != nil {
		t.Fatal(err)
	}
	if min := uint32(noon().Unix()); sel.UIDValidity <= min || st.UIDValidity != sel.UIDValidity {
		t.Errorf("SELECT %d, STATUS %d", sel.UIDValidity, st.UIDValidity)
	}
}

// Four readers compete for ten messages: each is moved once and no connection breaks.
func TestCompetingMoves(t *testing.T) {
	s := start(t, Options{})
	for range 10 {
		mustHand(t, s, "", wang, huiban, mailFrom(wang))
	}
	done := make(chan error, 4)
	for range 4 {
		c := selected(t, s, nil)
		go func() {
			var err error
			for uid := imap.UID(1); uid <= 10 && err == nil; uid++ {
				_, err = c.Move(imap.UIDSetNum(uid), "Trash").Wait()
			}
			done <- errors.Join(err, c.Noop().Wait())
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	c := client(t, s, nil)
	for folder, want := range map[string]uint32{"INBOX": 0, "Trash": 10} {
		if d, err := c.Select(folder, nil).Wait(); err != nil || d.NumMessages != want {
			t.Errorf("%s: %+v, %v", folder, d, err)
		}
	}
}

// Each mail is announced, also when it comes just as IDLE begins.
func TestIdleMissesNothing(t *testing.T) {
	s := start(t, Options{})
	news := make(chan uint32, 100)
	c := selected(t, s, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(d *imapclient.UnilateralDataMailbox) { news <- *d.NumMessages },
	}})
	for i := range uint32(50) {
		idle, err := c.Idle()
		if err != nil {
			t.Fatal(err)
		}
		mustHand(t, s, "", wang, huiban, mailFrom(wang))
		select {
		case n := <-news:
			if n != i+1 {
				t.Fatalf("announced %d messages, want %d", n, i+1)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("mail %d was not announced", i)
		}
		if err := errors.Join(idle.Close(), idle.Wait()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNowIsRequired(t *testing.T) {
	if _, err := Start(Options{}); err == nil {
		t.Error("started without a clock")
	}
}
