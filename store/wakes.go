package store

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// wakes are the changes to wake-ups that a transaction gathers.
type wakes struct {
	set  map[secretary.Case]time.Time
	poke map[secretary.Case]bool
	done map[secretary.Case]Wakeup
}

// WakeAt sets when a case is to be woken next; the zero time is never.
func (tx *Tx) WakeAt(c secretary.Case, t time.Time) {
	if tx.wakes.set == nil {
		tx.wakes.set = map[secretary.Case]time.Time{}
	}
	tx.wakes.set[c] = t
}

// Poke has a case woken as soon as possible, whatever its own wake-up.
func (tx *Tx) Poke(c secretary.Case) {
	if tx.wakes.poke == nil {
		tx.wakes.poke = map[secretary.Case]bool{}
	}
	tx.wakes.poke[c] = true
}

// note gathers the wake-ups of an outcome.
func (tx *Tx) note(out *secretary.Outcome, w *Wakeup) {
	for c, t := range out.Wake {
		tx.WakeAt(c, t)
	}
	for _, c := range out.Poke {
		tx.Poke(c)
	}
	if w == nil {
		return
	}
	if tx.wakes.done == nil {
		tx.wakes.done = map[secretary.Case]Wakeup{}
	}
	tx.wakes.done[w.Case] = *w
}

// saveWakes writes them case by case in order, so that transactions which poke each other's cases do not block each
// other.
func (tx *Tx) saveWakes() error {
	w := tx.wakes
	touched := map[secretary.Case]bool{}
	for c := range w.set {
		touched[c] = true
	}
	for c := range w.poke {
		touched[c] = true
	}
	for c := range w.done {
		touched[c] = true
	}
	for _, c := range sorted(touched) {
		if err := tx.saveWake(c); err != nil {
			return fmt.Errorf("save wake-up of %s: %w", c, err)
		}
	}
	tx.work.wakeups = tx.work.wakeups || len(touched) > 0
	return nil
}

func (tx *Tx) saveWake(c secretary.Case) error {
	if done, found := tx.wakes.done[c]; found {
		if err := tx.endWakeup(done); err != nil {
			return err
		}
	}
	if t, found := tx.wakes.set[c]; found {
		err := tx.db.Exec(`INSERT INTO wakeups (case_id, wake_at) VALUES (?, ?)
			ON CONFLICT (case_id) DO UPDATE SET wake_at = excluded.wake_at`, c, at(t)).Error
		if err != nil {
			return err
		}
	}
	if !tx.wakes.poke[c] {
		return nil
	}
	return tx.db.Exec(`INSERT INTO wakeups (case_id, poke_at) VALUES (?, ?)
		ON CONFLICT (case_id) DO UPDATE SET poke_at = COALESCE(wakeups.poke_at, excluded.poke_at)`, c, at(tx.Now)).Error
}

// endWakeup ends the lease and takes the claimed wake-up away, unless the case has been given a later one since.
func (tx *Tx) endWakeup(w Wakeup) error {
	return fenced(tx.db.Exec(`UPDATE wakeups SET lease_owner = '', lease_until = NULL,
		wake_at = CASE WHEN wake_at <= ? THEN NULL ELSE wake_at END
		WHERE case_id = ? AND fence = ?`, at(w.At), w.Case, w.Fence))
}

// fenced is ErrLeaseLost where an update guarded by a fencing number found no row.
func fenced(r *gorm.DB) error {
	if r.Error == nil && r.RowsAffected == 0 {
		return ErrLeaseLost
	}
	return r.Error
}
