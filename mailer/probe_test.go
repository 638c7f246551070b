package mailer

import (
	"errors"
	"testing"
)

func TestProbe(t *testing.T) {
	s := newServer(t)
	post(t, s, "x")
	if r := (&Sender{Account: smtpOf(s, huiban)}).Probe(limit(t)); r.Outcome != Sent || r.Err != nil {
		t.Errorf("SMTP: %+v", r)
	}
	if in, err := imapOf(s, huiban).Probe(limit(t)); err != nil || in != (Inbox{1, true, true, true}) {
		t.Errorf("IMAP: %+v, %v", in, err)
	}
	s.RefuseLogin(true)
	if r := (&Sender{Account: smtpOf(s, huiban)}).Probe(limit(t)); r.Outcome != Refused {
		t.Errorf("SMTP: %+v", r)
	}
	if _, err := imapOf(s, huiban).Probe(limit(t)); !errors.Is(err, ErrAccount) {
		t.Errorf("IMAP: %v", err)
	}
	if len(s.Journal()) != 1 {
		t.Error("probing sent something")
	}
}
