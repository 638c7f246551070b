package daemon

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// heldFor is how long a calendar answer to a meeting that is not known waits for it (imip I-57). It is listed with the mails
// all the time, and its writer has been told.
const heldFor = 3 * 24 * time.Hour

// rematch reads the answers again that were to meetings nobody knew, where an event has sent invitations: after a database was
// put back from its backup, answers come to what is only planned and noticed anew.
func (d *Daemon) rematch(ctx context.Context, out *secretary.Outcome) error {
	if !slices.ContainsFunc(out.Journal, func(e secretary.Entry) bool { return e.What == "stage" && e.After == string(secretary.Noticed) }) {
		return nil
	}
	var held []store.InMail
	err := d.Store.View(ctx, func(tx *store.Tx) (err error) {
		held, err = tx.Mails(store.MailFilter{Verdict: secretary.AskedBack, Since: tx.Now.Add(-heldFor), Oldest: true})
		return err
	})
	for _, m := range held {
		if m.Reason == secretary.UnknownUID {
			err = errors.Join(err, d.Store.Do(ctx, func(tx *store.Tx) error { return d.matched(tx, m) }))
		}
	}
	return err
}

// matched acts on a held answer whose meeting is known now.
func (d *Daemon) matched(tx *store.Tx, m store.InMail) error {
	r, err := d.read(tx, m, false)
	if err != nil || r.meeting == "" {
		return err
	}
	out, err := d.receive(tx, r)
	if err != nil {
		return err
	}
	return tx.Rejudge(m.ID, secretary.AskedBack, r.verdict(out))
}
