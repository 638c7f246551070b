package daemon

import (
	"context"
	"errors"
	"time"

	"github.com/huiban/huiban/store"
)

// record records how letters ended and tells of it, all that wait at once: at an easy pace each on its own, in a rush as
// many as came while those before were written.
func (d *Daemon) record(ctx context.Context, ends <-chan end, stop context.CancelCauseFunc) {
	for e := range ends {
		list := gather(e, ends)
		if err := d.settle(ctx, list); err != nil {
			stop(err)
			continue
		}
		for _, e := range list {
			if e.event != nil {
				d.observe(*e.event)
			}
		}
	}
}

// gather adds what waits already, up to as much mail as a transaction should hold.
func gather(first end, ends <-chan end) []end {
	const most = 8 << 20
	list := []end{first}
	for size := len(first.Result.Raw); size < most; {
		select {
		case e, more := <-ends:
			if !more {
				return list
			}
			list, size = append(list, e), size+len(e.Result.Raw)
		default:
			return list
		}
	}
	return list
}

// settle records what became of claimed letters. While the database is down it waits, as long as the leases last: whoever
// has a letter must be known. In the end that matters more than a copy of the mail, for which a disk may be too full.
func (d *Daemon) settle(ctx context.Context, list []end) error {
	all, bare := settlements(list)
	for until := d.Clock.Now().Add(d.Lease / 2); ; {
		err := d.settleOnce(ctx, all)
		switch {
		case !d.outlast(ctx, "outbox", err):
			return err
		case d.Clock.Now().After(until):
			return d.settleOnce(ctx, bare)
		}
	}
}

// settlements are what to record, with and without the mails.
func settlements(list []end) (all, bare []store.Settlement) {
	for _, e := range list {
		all = append(all, e.Settlement)
		e.Result.Raw = nil
		bare = append(bare, e.Settlement)
	}
	return all, bare
}

// patience is how long the store may take to record what became of letters.
const patience = 30 * time.Second

// settleOnce is done also when the daemon has to stop.
func (d *Daemon) settleOnce(ctx context.Context, all []store.Settlement) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := d.Store.Settle(ctx, all...); !errors.Is(err, store.ErrLeaseLost) {
		return err
	}
	return nil
}
