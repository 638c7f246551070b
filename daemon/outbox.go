package daemon

import (
	"context"
	"errors"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/store"
)

// outboxLoop sends what was decided. While the mail server cannot be used it rests, longer each time, whatever is queued
// meanwhile: an account that is refused again and again gets locked.
func (d *Daemon) outboxLoop(ctx context.Context) {
	var pause time.Duration
	for ctx.Err() == nil {
		n, err := d.sendBatch(ctx)
		if err != nil {
			pause = nextPause(pause, err)
			<-d.Clock.Until(ctx, d.Clock.Now().Add(pause))
			continue
		}
		if n > 0 {
			pause = 0
			continue
		}
		next, _, err := d.Store.NextLetter(ctx)
		if err != nil && ctx.Err() == nil {
			d.Log.Error("next letter", "error", err)
		}
		d.wait(ctx, d.Store.OutboxChanged(), next)
	}
}

// longestPause bounds the pause between two attempts to use the mail server. A refused account waits so long at once.
const longestPause = 15 * time.Minute

func nextPause(last time.Duration, err error) time.Duration {
	if errors.Is(err, mailer.ErrAccount) {
		return longestPause
	}
	return min(max(2*last, time.Minute), longestPause)
}

// sendBatch claims letters and sends them over one connection. It returns how many it claimed; the error says that the
// mail server cannot be used.
func (d *Daemon) sendBatch(ctx context.Context) (int, error) {
	letters, err := d.Store.ClaimLetters(ctx, d.Name, d.batch(), d.Lease)
	if err != nil && ctx.Err() == nil {
		d.Log.Error("claim letters", "error", err)
	}
	work, done := d.shelter(ctx)
	defer done()
	session := d.sender.Session()
	defer session.Close()
	until := d.Clock.Now().Add(d.Lease / 2)
	for i, l := range letters {
		if ctx.Err() != nil || d.Clock.Now().After(until) {
			d.giveBack(work, letters[i:])
			break
		}
		if err := d.send(work, session, l); err != nil {
			d.giveBack(work, letters[i+1:])
			d.trouble(Outbox, err)
			return len(letters), err
		}
		d.trouble(Outbox, nil)
		d.pace(ctx)
	}
	return len(letters), nil
}

// batch is how many letters are claimed at once: no more than go out in a minute.
func (d *Daemon) batch() int {
	const most = 16
	if d.PerMinute > 0 {
		return min(most, d.PerMinute)
	}
	return most
}

// pace keeps to the limit of letters a minute.
func (d *Daemon) pace(ctx context.Context) {
	if d.PerMinute > 0 {
		<-d.Clock.Until(ctx, d.Clock.Now().Add(time.Minute/time.Duration(d.PerMinute)))
	}
}

// giveBack returns claimed letters that were not tried.
func (d *Daemon) giveBack(ctx context.Context, letters []store.OutLetter) {
	for _, l := range letters {
		_ = d.settle(ctx, l, store.Result{State: store.Queued, Untried: true, Error: l.LastError, RetryAt: d.Clock.Now()})
	}
}

// patience is how long the store may take to record what became of a letter.
const patience = 30 * time.Second

// settle records what became of a claimed letter, also when the daemon has to stop: whoever has the letter must be known.
func (d *Daemon) settle(ctx context.Context, l store.OutLetter, r store.Result) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	err := d.Store.Settle(ctx, l, r)
	if err == nil || errors.Is(err, store.ErrLeaseLost) {
		return nil
	}
	d.Log.Error("settle letter", "letter", l.Letter.Key, "error", err)
	return err
}
