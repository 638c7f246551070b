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

// patience is how long the store may take to record what became of letters.
const patience = 30 * time.Second

// settle records what became of claimed letters, also when the daemon has to stop: whoever has a letter must be known.
func (d *Daemon) settle(ctx context.Context, list []end) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	var all []store.Settlement
	for _, e := range list {
		all = append(all, e.Settlement)
	}
	err := d.Store.Settle(ctx, all...)
	if err == nil || errors.Is(err, store.ErrLeaseLost) {
		return nil
	}
	d.Log.Error("settle letters", "letters", len(all), "error", err)
	return err
}
