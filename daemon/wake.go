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
		bell, next, err := d.look(ctx)
		if !d.outlast(ctx, "clock", err) && bell != nil {
			d.wait(ctx, bell, next)
		}
	}
}

// look does what is due, and returns what to wait for and how long; no bell where there is more to do at once. The
// error says that the database is down.
func (d *Daemon) look(ctx context.Context) (bell <-chan struct{}, next time.Time, err error) {
	if err := d.renew(ctx); err != nil {
		return nil, next, err
	}
	unread, err := d.unread(ctx)
	if err != nil || unread {
		return d.judgedOne, d.Clock.Now(), err
	}
	if n, err := d.wakeDue(ctx); err != nil || n > 0 {
		return nil, next, err
	}
	next, _, err = d.Store.NextWakeup(ctx)
	return d.Store.WakeupsChanged(), next, d.unlessDown(ctx, "next wake-up", err)
}

// unlessDown returns err where it says that the database is down; any other is logged.
func (d *Daemon) unlessDown(ctx context.Context, step string, err error) error {
	if store.Down(err) {
		return err
	}
	if err != nil && ctx.Err() == nil {
		d.Log.Error("the clock is held up", "step", step, "error", err)
	}
	return nil
}

// unread reports whether a mail waits to be judged. One that was tried in vain holds nothing up.
func (d *Daemon) unread(ctx context.Context) (found bool, err error) {
	err = d.Store.View(ctx, func(tx *store.Tx) error {
		mails, err := tx.Mails(store.MailFilter{Unjudged: true, Limit: 50})
		found = slices.ContainsFunc(mails, func(m store.InMail) bool { return m.Attempts <= 1 })
		return err
	})
	return found, d.unlessDown(ctx, "look for unread mail", err)
}

// wakeDue wakes a batch of due cases and returns how many. The error says that the database is down; what was not done
// is given back.
func (d *Daemon) wakeDue(ctx context.Context) (int, error) {
	due, err := d.Store.ClaimWakeups(ctx, d.Name, d.Clock.Now(), 16, d.Lease)
	if err != nil {
		return 0, d.unlessDown(ctx, "claim wake-ups", err)
	}
	work, done := d.shelter(ctx)
	defer done()
	var down error
	for _, w := range due {
		if ctx.Err() != nil || down != nil {
			d.postpone(work, w, 0)
		} else if down = d.wakeOne(work, w); down != nil {
			d.postpone(work, w, 0)
		}
	}
	return len(due), down
}

// wakeOne wakes a case, and lets one that fails wait. The error says that the database is down.
func (d *Daemon) wakeOne(ctx context.Context, w store.Wakeup) error {
	err := d.wake(ctx, w)
	if err == nil || store.Down(err) {
		return err
	}
	d.Log.Error("wake", "case", w.Case, "error", err)
	d.postpone(ctx, w, 15*time.Minute)
	return nil
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
		err = d.rematch(ctx, out)
	}
	return err
}

// postpone gives a wake-up back. Where the database is down its lease runs out instead.
func (d *Daemon) postpone(ctx context.Context, w store.Wakeup, wait time.Duration) {
	err := d.Store.Postpone(ctx, w, d.Clock.Now().Add(wait))
	if err != nil && !errors.Is(err, store.ErrLeaseLost) && !store.Down(err) {
		d.Log.Error("postpone", "case", w.Case, "error", err)
	}
}
