package daemon

import (
	"context"
	"time"

	"github.com/huiban/huiban/store"
)

// reportLoop tells the store every poll interval that the daemon lives, and how it fares, so that `huiban status` in
// another process knows. What is new is told at once, by trouble.
func (d *Daemon) reportLoop(ctx context.Context) {
	d.beat()
	for d.wait(ctx, nil, time.Time{}) {
		d.beat()
	}
}

func (d *Daemon) beat() {
	d.troubles.mu.Lock()
	defer d.troubles.mu.Unlock()
	d.report()
}

// report is called while the list of troubles is locked, so that none overtakes another.
func (d *Daemon) report() {
	d.tellStore(func(tx *store.Tx) error { return tx.Report(d.Name, d.troubles.reported()) })
}

// signOff is said by a daemon that ends in order: a report that grows old is of one that did not.
func (d *Daemon) signOff() {
	d.tellStore(func(tx *store.Tx) error { return tx.SignOff(d.Name) })
}

func (d *Daemon) tellStore(say func(*store.Tx) error) {
	ctx, cancel := context.WithTimeout(context.Background(), d.grace)
	defer cancel()
	if err := d.Store.Do(ctx, say); err != nil && !store.Down(err) { // that is told as trouble
		d.Log.Warn("report", "error", err)
	}
}

// reported are the troubles in the store's words.
func (l *troubles) reported() []store.Trouble {
	var out []store.Trouble
	for _, t := range l.all() {
		out = append(out, store.Trouble{Part: string(t.Part), Since: t.Since, Error: t.Err.Error(), Account: t.Account()})
	}
	return out
}
