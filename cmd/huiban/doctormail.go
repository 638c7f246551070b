package main

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/mailer"
)

// patience is how long a mail server may take to answer the doctor.
const patience = 30 * time.Second

// mail logs in to both mail servers at once. Nothing is sent, read or marked.
func (x *examination) mail(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	account := x.config.Mail.Account(ctx)
	var inbox mailer.Inbox
	var in, out error
	var both sync.WaitGroup
	both.Go(func() { inbox, in = account.IMAP.Probe(ctx) })
	both.Go(func() { out = refused((&mailer.Sender{Account: account.SMTP}).Probe(ctx)) })
	both.Wait()
	x.server("imap", x.config.Mail.IMAP, in)
	if in == nil {
		x.inbox(inbox)
	}
	x.server("smtp", x.config.Mail.SMTP, out)
	if out == nil {
		x.find("smtp", sound, "", "%s takes the log-in", x.config.Mail.SMTP.Host)
	}
}

// refused is the error of a hand-over, which says so where the account was refused.
func refused(r mailer.Result) error {
	if r.Outcome == mailer.Refused && !errors.Is(r.Err, mailer.ErrAccount) {
		return fmt.Errorf("%w: %w", mailer.ErrAccount, r.Err)
	}
	return r.Err
}

// inbox says what the mailbox can do.
func (x *examination) inbox(i mailer.Inbox) {
	a := x.config.Mail.IMAP
	folder := cmp.Or(a.Folder, "INBOX")
	x.find("imap", sound, "", "%s is open at %s, with %s; %s", folder, a.Host, count(i.Messages, "mail", "mails"), capable(i))
	if !i.Idle {
		x.find("imap", warning, "", "the server announces no new mail (no IDLE): it is noticed within a minute")
	}
	if a.Handled != "" && !i.Move {
		x.find("imap", warning, "leave mail.imap.handled_folder empty, or clear the folder now and then", "the server cannot move mail (no MOVE): handled mail is copied to %s and stays in %s too", a.Handled, folder)
	}
}

func capable(i mailer.Inbox) string {
	var out []string
	for _, c := range []struct {
		name string
		has  bool
	}{{"IDLE", i.Idle}, {"MOVE", i.Move}, {"UIDPLUS", i.UIDPlus}} {
		word := " no"
		if c.has {
			word = " yes"
		}
		out = append(out, c.name+word)
	}
	return strings.Join(out, ", ")
}

// server says why a server does not let huiban in.
func (x *examination) server(name string, s config.Server, err error) {
	if err != nil {
		x.find(name, fault, cure("mail."+name, err), "%s:%d: %s", s.Host, s.Port, err)
	}
}

// cure is what to do about an error of a mail server whose settings stand under key.
func cure(key string, err error) string {
	var dns *net.DNSError
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var expired x509.CertificateInvalidError
	var record tls.RecordHeaderError
	switch {
	case strings.Contains(err.Error(), "offers none of"):
		return fmt.Sprintf("most servers take a log-in under TLS only: look at %s.tls and port; for a relay that wants none write %s.login: false", key, key)
	case errors.Is(err, mailer.ErrAccount):
		return fmt.Sprintf("look at user and password under %s; many providers want IMAP and SMTP switched on in the mailbox's settings, and an authorisation code (授权码) instead of the password", key)
	case errors.As(err, &dns):
		return fmt.Sprintf("there is no such server: look at %s.host", key)
	case errors.As(err, &authority):
		return fmt.Sprintf("its certificate was issued by an authority that this machine does not know: name that one's certificate in %s.ca_file", key)
	case errors.As(err, &name), errors.As(err, &expired):
		return fmt.Sprintf("its certificate does not hold for this name and day: look at %s.host and at this machine's clock", key)
	case errors.As(err, &record):
		return fmt.Sprintf("it does not speak TLS at once on this port: look at %s.tls (implicit or starttls) and port", key)
	case strings.Contains(err.Error(), "select "):
		return fmt.Sprintf("look at %s.folder", key)
	}
	return fmt.Sprintf("look at host, port and tls under %s, and at the firewall between", key)
}
