package mailer

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Sender hands ready messages to one SMTP server. It is safe for several goroutines, each with its own [Session].
type Sender struct {
	Account SMTP
}

// Envelope is what SMTP is told; the message's own header is not looked at.
type Envelope struct {
	From string   // bare address, also the address bounces come to; "" is the null sender
	To   []string // bare addresses, at least one
}

// Send hands over one message on a connection of its own.
func (s *Sender) Send(ctx context.Context, e Envelope, raw []byte) Result {
	t := s.Session()
	defer t.Close()
	return t.Send(ctx, e, raw)
}

// Session returns a session that connects when first used and keeps the connection for further messages.
func (s *Sender) Session() *Session { return &Session{account: s.Account} }

// Session sends several messages over one connection. It is not safe for concurrent use. Close it when done.
type Session struct {
	account SMTP
	line    *smtpLine // nil when not connected
	used    bool      // the line has carried a message before
}

// Send hands over one message; raw is sent as it is, with CRLF line ends. When a kept connection turns out to be gone
// before anything of this message was said, it is replaced once.
func (t *Session) Send(ctx context.Context, e Envelope, raw []byte) Result {
	if err := e.check(); err != nil {
		return Result{Outcome: Permanent, Stage: MailFrom, Err: err}
	}
	r, stale := t.try(ctx, e, raw)
	if stale {
		r, _ = t.try(ctx, e, raw)
	}
	return r
}

// Close ends the session politely. What the server answers does not matter: every message has had its answer.
func (t *Session) Close() {
	if t.line != nil {
		t.line.quit()
		t.line = nil
	}
}

func (t *Session) connect(ctx context.Context) Result {
	if t.line != nil {
		return Result{Outcome: Sent}
	}
	line, stage, err := openSMTP(ctx, t.account)
	if err != nil {
		return failure(stage, err)
	}
	t.line, t.used = line, false
	return Result{Outcome: Sent}
}

// try makes one attempt; stale says that the kept connection was found dead and a second attempt is harmless.
func (t *Session) try(ctx context.Context, e Envelope, raw []byte) (r Result, stale bool) {
	if r := t.connect(ctx); r.Outcome != Sent {
		return r, false
	}
	stop := context.AfterFunc(ctx, t.line.drop)
	defer stop()
	reused := t.used
	t.used = true
	r = t.line.transaction(e, raw)
	if r.lost() {
		t.line.drop()
		t.line = nil
	}
	return r, reused && t.line == nil && r.Stage == MailFrom && ctx.Err() == nil
}

func (e Envelope) check() error {
	if len(e.To) == 0 {
		return errors.New("no recipient")
	}
	for _, a := range append([]string{e.From}, e.To...) {
		if strings.ContainsAny(a, " \r\n\t<>\x00") {
			return fmt.Errorf("%q is no address", a)
		}
	}
	return nil
}
