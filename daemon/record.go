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
// has a letter must be known.
func (d *Daemon) settle(ctx context.Context, list []end) error {
	var all []store.Settlement
	for _, e := range list {
		all = append(all, e.Settlement)
	}
	for until := d.Clock.Now().Add(d.Lease / 2); ; {
		err := d.settleOnce(ctx, all)
		if !d.outlast(ctx, "outbox", err) || d.Clock.Now().After(until) {
			return err
		}
	}
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
