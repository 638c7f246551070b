package daemon

import (
	"context"
	"errors"
	"time"

	"github.com/huiban/huiban/mailer"
)

// outboxLoop sends what was decided. While the mail server cannot be used it rests, longer each time, whatever is queued
// meanwhile: an account that is refused again and again gets locked.
func (d *Daemon) outboxLoop(ctx context.Context) {
	var pause time.Duration
	for ctx.Err() == nil {
		n, err := d.sendDue(ctx)
		if n == 0 && err == nil && pause > 0 {
			err = d.tryLine(ctx) // which another daemon's letters, or none, wait for
		}
		var server *serverFault
		switch {
		case errors.As(err, &server):
			pause = nextPause(pause, err)
			d.trouble(Outbox, err)
			<-d.Clock.Until(ctx, d.Clock.Now().Add(pause))
		case d.outlast(ctx, "outbox", err):
		case err != nil:
			d.Log.Error("send letters", "error", err)
			d.wait(ctx, nil, time.Time{})
		case n > 0:
			pause = 0
		default:
			pause = 0
			d.awaitLetter(ctx)
		}
	}
}

// tryLine says whether the mail server can be used again.
func (d *Daemon) tryLine(ctx context.Context) error {
	down := lineDown(d.handOver(ctx, d.sender.Probe))
	if ctx.Err() != nil {
		return nil
	}
	if down != nil {
		return &serverFault{down}
	}
	d.trouble(Outbox, nil)
	return nil
}

// awaitLetter waits for the next letter that is to be sent.
func (d *Daemon) awaitLetter(ctx context.Context) {
	next, _, err := d.Store.NextLetter(ctx)
	if !d.outlast(ctx, "outbox", err) {
		d.wait(ctx, d.Store.OutboxChanged(), next)
	}
}

// The pauses between two attempts to use the mail server. A refused account waits the longest at once.
const shortestPause, longestPause = 5 * time.Second, 15 * time.Minute

func nextPause(last time.Duration, err error) time.Duration {
	if errors.Is(err, mailer.ErrAccount) {
		return longestPause
	}
	return min(max(2*last, shortestPause), longestPause)
}

// batch is how many letters are claimed at once: no more than go out in a minute.
func (d *Daemon) batch() int {
	const most = 64
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
