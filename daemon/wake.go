package daemon

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// clockLoop wakes the cases whose time has come. Mail goes first: nobody is chased for an answer that lies in the mailbox.
func (d *Daemon) clockLoop(ctx context.Context) {
	d.wait(ctx, d.looked, time.Time{})
	for ctx.Err() == nil {
		d.renew(ctx)
		if d.unread(ctx) {
			d.wait(ctx, d.judgedOne, d.Clock.Now())
			continue
		}
		if d.wakeDue(ctx) > 0 {
			continue
		}
		next, _, err := d.Store.NextWakeup(ctx)
		if err != nil && ctx.Err() == nil {
			d.Log.Error("next wake-up", "error", err)
		}
		d.wait(ctx, d.Store.WakeupsChanged(), next)
	}
}

// unread reports whether a mail waits to be judged. One that was tried in vain holds nothing up.
func (d *Daemon) unread(ctx context.Context) (found bool) {
	err := d.Store.View(ctx, func(tx *store.Tx) error {
		mails, err := tx.Mails(store.MailFilter{Unjudged: true, Limit: 50})
		found = slices.ContainsFunc(mails, func(m store.InMail) bool { return m.Attempts <= 1 })
		return err
	})
	if err != nil && ctx.Err() == nil {
		d.Log.Error("look for unread mail", "error", err)
	}
	return found
}

// wakeDue wakes a batch of due cases and returns how many.
func (d *Daemon) wakeDue(ctx context.Context) int {
	due, err := d.Store.ClaimWakeups(ctx, d.Name, d.Clock.Now(), 16, d.Lease)
	if err != nil {
		if ctx.Err() == nil {
			d.Log.Error("claim wake-ups", "error", err)
		}
		return 0
	}
	work, done := d.shelter(ctx)
	defer done()
	for _, w := range due {
		if ctx.Err() != nil {
			d.postpone(work, w, 0)
		} else if err := d.wake(work, w); err != nil {
			d.Log.Error("wake", "case", w.Case, "error", err)
			d.postpone(work, w, 15*time.Minute)
		}
	}
	return len(due)
}

func (d *Daemon) wake(ctx context.Context, w store.Wakeup) error {
	var out *secretary.Outcome
	err := d.Store.Do(ctx, func(tx *store.Tx) (err error) {
		out, err = d.do(tx, w.Case, store.Source{Name: "clock", Wakeup: &w}, func(desk *secretary.Desk) (*secretary.Outcome, error) {
			return secretary.Wake(desk, w.Case, tx.Now), nil
		})
		return err
	})
	if errors.Is(err, store.ErrLeaseLost) {
		return nil
	}
	if err == nil {
		d.observe(Event{Woken: w.Case, Outcome: out})
	}
	return err
}

// postpone gives a wake-up back.
func (d *Daemon) postpone(ctx context.Context, w store.Wakeup, wait time.Duration) {
	err := d.Store.Postpone(ctx, w, d.Clock.Now().Add(wait))
	if err != nil && !errors.Is(err, store.ErrLeaseLost) {
		d.Log.Error("postpone", "case", w.Case, "error", err)
	}
}
