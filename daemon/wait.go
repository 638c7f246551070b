package daemon

import (
	"context"
	"time"
)

// wait returns when bell rings, at t, or after the poll interval, and reports whether ctx still lives. A t that has
// passed is waited for a moment: another daemon is about to do what was due.
func (d *Daemon) wait(ctx context.Context, bell <-chan struct{}, t time.Time) bool {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	limit := d.poll
	var at <-chan struct{}
	switch {
	case t.IsZero():
	case t.After(d.Clock.Now()):
		at = d.Clock.Until(ctx, t)
	default:
		limit = min(limit, time.Second)
	}
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-bell:
	case <-at:
	case <-timer.C:
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// ring rings a bell, a channel of one, unless it has been rung.
func ring(bell chan struct{}) {
	select {
	case bell <- struct{}{}:
	default:
	}
}

// shelter is a context for work that is to be finished when ctx ends: it outlives ctx by the grace period.
func (d *Daemon) shelter(ctx context.Context) (context.Context, context.CancelFunc) {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(d.grace, cancel) })
	return work, func() { stop(); cancel() }
}
