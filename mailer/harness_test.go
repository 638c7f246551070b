package mailer

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer/mailtest"
)

const huiban, wang = "huiban@corp.test", "wang.lei@corp.test"

// noon is the time in every test.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

func logger(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelDebug}))
}

func newServer(t testing.TB) *mailtest.Server {
	t.Helper()
	s, err := mailtest.Start(mailtest.Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func server(port int, user string) Server {
	return Server{Host: "127.0.0.1", Port: port, Security: None, User: user, Password: "secret"}
}

func smtpOf(s *mailtest.Server, user string) SMTP { return SMTP{Server: server(s.SMTPPort(), user)} }

func imapOf(s *mailtest.Server, user string) IMAP {
	return IMAP{Server: server(s.IMAPPort(), user), Backoff: time.Millisecond}
}

// limit bounds a test that waits for something that does not happen.
func limit(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// plain is a short mail from wang to huiban.
func plain(subject string) []byte {
	return fmt.Appendf(nil, "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\n\r\nbody\r\n", wang, huiban, subject)
}

// post hands a mail in from outside.
func post(t testing.TB, s *mailtest.Server, subject string) {
	t.Helper()
	a := SMTP{Server: Server{Host: "127.0.0.1", Port: s.SMTPPort(), Security: None}}
	if r := (&Sender{Account: a}).Send(limit(t), Envelope{wang, []string{huiban}}, plain(subject)); r.Outcome != Sent {
		t.Fatalf("post: %+v", r)
	}
}

// watch is a running watcher whose signals can be waited for.
type watch struct {
	*Watcher
	ctx     context.Context
	got     chan Message
	idle    chan struct{}
	trouble chan error
	accept  []func(Message) error
	done    chan error
}

// startWatch runs w until the test ends.
func startWatch(t testing.TB, w *Watcher, since Position, accept ...func(Message) error) *watch {
	t.Helper()
	h := &watch{Watcher: w, ctx: limit(t), got: make(chan Message, 1000), idle: make(chan struct{}, 1000),
		trouble: make(chan error, 1000), accept: accept, done: make(chan error, 1)}
	w.Log = logger(t)
	w.Idling = func() { h.idle <- struct{}{} }
	w.Trouble = func(err error, _ time.Duration) { h.trouble <- err }
	ctx, cancel := context.WithCancel(t.Context())
	go func() { h.done <- w.Watch(ctx, since, h.deliver) }()
	t.Cleanup(func() { cancel(); <-h.done })
	return h
}

func (h *watch) deliver(_ context.Context, m Message) error {
	for _, accept := range h.accept {
		if err := accept(m); err != nil {
			return err
		}
	}
	h.got <- m
	return nil
}

func wait[T any](t testing.TB, ctx context.Context, c chan T) (v T) {
	t.Helper()
	select {
	case v = <-c:
	case <-ctx.Done():
		t.Fatal("waited in vain")
	}
	return v
}

func subjects(t testing.TB, h *watch, n int) (l []string) {
	t.Helper()
	for range n {
		l = append(l, header(t, wait(t, h.ctx, h.got).Raw).Get("Subject"))
	}
	return l
}
