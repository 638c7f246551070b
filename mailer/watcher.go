package mailer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Watcher follows one folder. The zero value of every field but Account is usable.
type Watcher struct {
	Account IMAP
	Log     *slog.Logger // nil logs nothing

	// Idling, when set, is called each time everything there was has been delivered and the server has agreed to
	// announce what comes next. Without IDLE it is called before each pause between two looks.
	Idling func()
	// Trouble, when set, is called with each failure before the pause that follows it, and with nil when the folder is
	// open again. errors.Is(err, ErrAccount) means that somebody has to change the account's settings.
	Trouble func(err error, pause time.Duration)
}

type deliverFunc = func(ctx context.Context, m Message) error

// longestPause bounds the pause between two attempts.
const longestPause = 15 * time.Minute

// Watch delivers every message after since, in the order of UIDs, and goes on with new ones as they arrive. It returns
// only when the context ends, with its error. Lost connections and failures of any kind are waited out.
//
// deliver stores the message together with its Position, which is the next start's since. It is called from one
// goroutine at a time; when it returns an error the same message comes again later. After a restart or a new UIDVALIDITY a
// message may come again with another Position: the receiver recognises it by its content.
func (w *Watcher) Watch(ctx context.Context, since Position, deliver func(ctx context.Context, m Message) error) error {
	pause := w.firstPause()
	for ctx.Err() == nil {
		opened, err := w.round(ctx, &since, deliver)
		if ctx.Err() != nil {
			break
		}
		if opened {
			pause = w.firstPause()
		}
		if errors.Is(err, ErrAccount) {
			pause = longestPause
		}
		wait := jitter(pause)
		w.trouble(err, wait)
		sleep(ctx, wait)
		pause = min(2*pause, longestPause)
	}
	return ctx.Err()
}

func (w *Watcher) firstPause() time.Duration { return orElse(w.Account.Backoff, 2*time.Second) }

// round lives as long as one connection. opened says that the folder could be read.
func (w *Watcher) round(ctx context.Context, since *Position, deliver deliverFunc) (opened bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l, err := openIMAP(ctx, w.Account)
	if err != nil {
		return false, err
	}
	defer l.close()
	l.logger = w.Log
	for {
		if err := l.catchUp(ctx, since, deliver); err != nil {
			return opened, err
		}
		if !opened {
			w.trouble(nil, 0)
		}
		opened = true
		if err := l.await(ctx, w.idling); err != nil {
			return true, err
		}
	}
}

func (w *Watcher) idling() {
	if w.Idling != nil {
		w.Idling()
	}
}

func (w *Watcher) trouble(err error, pause time.Duration) {
	if w.Trouble != nil {
		w.Trouble(err, pause)
	}
	if err != nil && w.Log != nil {
		w.Log.Warn("mailbox cannot be read", "error", err, "next_try", pause)
	}
}

// await returns when there may be something new.
func (l *imapLine) await(ctx context.Context, idling func()) error {
	if !l.caps.Has(imap.CapIdle) {
		idling()
		l.pause(ctx, orElse(l.account.Poll, time.Minute))
		return l.noop()
	}
	if err := l.idle(ctx, idling); err != nil {
		return fmt.Errorf("idle: %w", err)
	}
	return l.noop()
}

// idle listens until the folder changes or it is time for a sign of life: a dead line is noticed only by a command that
// stays unanswered, so IDLE is ended well before servers and gateways forget about it (RFC 2177: 29 minutes; less in fact).
func (l *imapLine) idle(ctx context.Context, idling func()) error {
	stop := watchdog(l.conn, l.account.timeout())
	cmd, err := l.client.Idle()
	stop()
	if err != nil {
		return err
	}
	idling()
	l.pause(ctx, jitter(orElse(l.account.IdleFor, 7*time.Minute)))
	return l.command(func() error {
		if err := cmd.Close(); err != nil {
			return err
		}
		return cmd.Wait()
	})
}

func (l *imapLine) noop() error {
	return l.command(func() error { return l.client.Noop().Wait() })
}

// pause waits for news, the end of the connection, or d.
func (l *imapLine) pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-l.news:
	case <-t.C:
	case <-l.client.Closed():
	case <-ctx.Done():
	}
}

// forgetNews is called before the folder is listed, which finds whatever was announced until then.
func (l *imapLine) forgetNews() {
	select {
	case <-l.news:
	default:
	}
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

// jitter spreads d by a tenth to both sides, so that many watchers do not come back at the same moment.
func jitter(d time.Duration) time.Duration {
	return d - d/10 + rand.N(d/5+1)
}
