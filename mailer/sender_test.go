package mailer

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer/mailtest"
)

func send(t testing.TB, s *mailtest.Server, to ...string) Result {
	t.Helper()
	return (&Sender{Account: smtpOf(s, huiban)}).Send(limit(t), Envelope{huiban, to}, plain("x"))
}

func expect(t testing.TB, r Result, o Outcome, at Stage, code int) {
	t.Helper()
	if r.Outcome != o || r.Stage != at || r.Code != code || (r.Err == nil) != (o == Sent) {
		t.Errorf("got %s at %s with %d (%v), want %s at %s with %d", r.Outcome, r.Stage, r.Code, r.Err, o, at, code)
	}
}

func TestSendHandsOverTheBytesAsTheyAre(t *testing.T) {
	s := newServer(t)
	raw := append(plain("x"), ".\r\n..two\r\n"...)
	r := (&Sender{Account: smtpOf(s, wang)}).Send(limit(t), Envelope{wang, []string{huiban}}, raw)
	expect(t, r, Sent, Accepted, 250)
	if got := s.Mailbox(huiban)[0].Raw; !bytes.HasSuffix(got, raw) {
		t.Errorf("arrived as\n%s", got)
	}
}

func TestSendTellsWhatBecameOfIt(t *testing.T) {
	t.Run("unknown recipient", func(t *testing.T) {
		s := newServer(t)
		s.RefuseRecipient(wang, 550)
		r := send(t, s, wang)
		expect(t, r, Permanent, RcptTo, 550)
		if r.Enhanced != "5.1.1" || r.Text != "the mailbox is not available" || len(r.Refused) != 1 {
			t.Errorf("%+v", r)
		}
	})
	t.Run("recipient busy", func(t *testing.T) {
		s := newServer(t)
		s.RefuseRecipient(wang, 451)
		expect(t, send(t, s, wang), Temporary, RcptTo, 451)
	})
	t.Run("one of two recipients refused", func(t *testing.T) {
		s := newServer(t)
		s.RefuseRecipient(wang, 550)
		r := send(t, s, wang, "li.na@corp.test")
		expect(t, r, Sent, Accepted, 250)
		if len(r.Refused) != 1 || r.Refused[0].To != wang || r.Refused[0].Outcome != Permanent {
			t.Errorf("refused: %+v", r.Refused)
		}
	})
	t.Run("both refused, one for now", func(t *testing.T) {
		s := newServer(t)
		s.RefuseRecipient(wang, 550)
		s.RefuseRecipient("li.na@corp.test", 452)
		expect(t, send(t, s, wang, "li.na@corp.test"), Temporary, RcptTo, 452)
	})
	t.Run("message refused", func(t *testing.T) {
		s := newServer(t)
		s.RefuseMessage(554)
		expect(t, send(t, s, wang), Permanent, Accepted, 554)
	})
	t.Run("message refused for now", func(t *testing.T) {
		s := newServer(t)
		s.RefuseMessage(452)
		expect(t, send(t, s, wang), Temporary, Accepted, 452)
	})
	t.Run("line lost after the last byte", func(t *testing.T) {
		s := newServer(t)
		s.DropAfterData(1)
		expect(t, send(t, s, wang), Uncertain, Accepted, 0)
		if len(s.Mailbox(wang)) != 1 {
			t.Error("the server did not take it after all")
		}
	})
	t.Run("log-in refused", func(t *testing.T) {
		s := newServer(t)
		s.RefuseLogin(true)
		expect(t, send(t, s, wang), Refused, Auth, 535)
	})
	t.Run("nobody listens", func(t *testing.T) {
		s := newServer(t)
		a := smtpOf(s, huiban)
		s.Close()
		expect(t, (&Sender{Account: a}).Send(limit(t), Envelope{huiban, []string{wang}}, plain("x")), Temporary, Connect, 0)
	})
	t.Run("no mechanism in common", func(t *testing.T) {
		a := smtpOf(newServer(t), huiban)
		a.Token = func(context.Context) (string, error) { return "token", nil }
		r := (&Sender{Account: a}).Send(limit(t), Envelope{huiban, []string{wang}}, plain("x"))
		expect(t, r, Refused, Auth, 0)
	})
	t.Run("no token to be had", func(t *testing.T) {
		a := smtpOf(newServer(t), huiban)
		a.Mechanism, a.Token = XOAuth2, func(context.Context) (string, error) { return "", errors.New("no network") }
		r := (&Sender{Account: a}).Send(limit(t), Envelope{huiban, []string{wang}}, plain("x"))
		expect(t, r, Temporary, Auth, 0)
	})
	t.Run("not an address", func(t *testing.T) {
		expect(t, send(t, newServer(t), "a@b.test> NOTIFY=NEVER"), Permanent, MailFrom, 0)
	})
}

func TestSilentServerIsGivenUp(t *testing.T) {
	s := newServer(t)
	s.MuteSMTP(true)
	a := smtpOf(s, huiban)
	a.Timeout = 20 * time.Millisecond
	r := (&Sender{Account: a}).Send(limit(t), Envelope{huiban, []string{wang}}, plain("x"))
	expect(t, r, Temporary, Connect, 0)
}

func TestSendStopsWithTheContext(t *testing.T) {
	s := newServer(t)
	s.MuteSMTP(true)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	r := (&Sender{Account: smtpOf(s, huiban)}).Send(ctx, Envelope{huiban, []string{wang}}, plain("x"))
	expect(t, r, Temporary, Connect, 0)
}

func TestSessionKeepsItsConnection(t *testing.T) {
	s := newServer(t)
	session := (&Sender{Account: smtpOf(s, huiban)}).Session()
	defer session.Close()
	one := func() Result { return session.Send(limit(t), Envelope{huiban, []string{wang}}, plain("x")) }
	expect(t, one(), Sent, Accepted, 250)
	s.RefuseLogin(true) // a second log-in would fail
	expect(t, one(), Sent, Accepted, 250)
	s.RefuseRecipient(wang, 550)
	expect(t, one(), Permanent, RcptTo, 550)
	s.RefuseRecipient(wang, 0)
	expect(t, one(), Sent, Accepted, 250)
}

func TestSessionReplacesADeadConnection(t *testing.T) {
	s := newServer(t)
	session := (&Sender{Account: smtpOf(s, huiban)}).Session()
	defer session.Close()
	one := func() Result { return session.Send(limit(t), Envelope{huiban, []string{wang}}, plain("x")) }
	expect(t, one(), Sent, Accepted, 250)
	s.CutSMTP()
	expect(t, one(), Sent, Accepted, 250)
	if n := len(s.Mailbox(wang)); n != 2 {
		t.Errorf("%d mails arrived, want 2", n)
	}
}

func TestFailureByStageAndCode(t *testing.T) {
	check := func(at Stage, code int, want Outcome) {
		t.Helper()
		if got := failure(at, reject(code)).Outcome; got != want {
			t.Errorf("%d at %s is %s, want %s", code, at, got, want)
		}
	}
	check(Connect, 554, Temporary)
	check(Connect, 421, Temporary)
	check(Auth, 535, Refused)
	check(Auth, 454, Temporary)
	check(MailFrom, 553, Refused) // 163: the sender is not the account
	check(MailFrom, 530, Refused)
	check(MailFrom, 552, Permanent)
	check(MailFrom, 451, Temporary)
	check(RcptTo, 550, Permanent)
	check(RcptTo, 530, Refused)
	check(RcptTo, 450, Temporary)
	check(Data, 554, Permanent)
	check(Data, 0, Temporary)
	check(Accepted, 550, Permanent)
	check(Accepted, 421, Temporary)
	check(Accepted, 0, Uncertain)
}
