package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
)

// ErrLeaseLost says that a lease ran out and somebody else has taken the work over. Whatever was being done with it
// must not be written.
var ErrLeaseLost = errors.New("the lease was lost")

// Wakeup is a claimed wake-up of a case.
type Wakeup struct {
	Case  secretary.Case
	At    time.Time // when it was due
	Fence int64
}

// wakeupRow keeps apart when the case wants to be woken (wake_at) and when others asked for it (poke_at): a case
// that is being worked on sets its next wake-up from what it saw, and must not wipe out a poke that came meanwhile.
type wakeupRow struct {
	CaseID     string `gorm:"primaryKey"`
	WakeAt     instant
	PokeAt     instant
	LeaseOwner string
	LeaseUntil instant
	Fence      int64
}

func (wakeupRow) TableName() string { return "wakeups" }

// claimWakeups moves pokes into wake_at, so that they outlive a crash and later ones are told from them.
const claimWakeups = `
WITH due AS MATERIALIZED (
  SELECT case_id FROM wakeups w
  WHERE (wake_at <= @now OR poke_at <= @now) AND (lease_until IS NULL OR lease_until <= @now)
  ORDER BY CASE WHEN poke_at IS NULL OR wake_at < poke_at THEN wake_at ELSE poke_at END, case_id
  LIMIT @n%s
)
UPDATE wakeups SET
  wake_at = CASE WHEN poke_at IS NULL OR wake_at < poke_at THEN wake_at ELSE poke_at END,
  poke_at = NULL, lease_owner = @owner, lease_until = @until, fence = fence + 1
WHERE case_id IN (SELECT case_id FROM due)
RETURNING *`

// ClaimWakeups takes up to n wake-ups that are due at now, the most overdue first, for the length of lease. Each must end in
// SaveCase (as Source.Wakeup) or Postpone; otherwise it is claimed again when the lease runs out.
func (s *Store) ClaimWakeups(ctx context.Context, owner string, now time.Time, n int, lease time.Duration) ([]Wakeup, error) {
	var rows []wakeupRow
	err := s.Do(ctx, func(tx *Tx) error {
		rows = nil
		return tx.db.Raw(fmt.Sprintf(claimWakeups, tx.skipLocked("w")), map[string]any{
			"now": at(now), "until": at(now.Add(lease)), "owner": owner, "n": n,
		}).Scan(&rows).Error
	})
	if err != nil {
		return nil, fmt.Errorf("claim wake-ups: %w", err)
	}
	out := make([]Wakeup, 0, len(rows))
	for _, r := range rows {
		out = append(out, Wakeup{Case: secretary.Case(r.CaseID), At: r.WakeAt.Time, Fence: r.Fence})
	}
	slices.SortFunc(out, func(a, b Wakeup) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Case, b.Case)) })
	return out, nil
}

// Postpone gives a claimed wake-up back, not to be claimed before until: its case could not be worked on.
func (s *Store) Postpone(ctx context.Context, w Wakeup, until time.Time) error {
	err := s.Do(ctx, func(tx *Tx) error {
		tx.work.wakeups = true
		return fenced(tx.db.Exec("UPDATE wakeups SET lease_owner = '', lease_until = ? WHERE case_id = ? AND fence = ?",
			at(until), w.Case, w.Fence))
	})
	if err != nil {
		return fmt.Errorf("postpone wake-up of %s: %w", w.Case, err)
	}
	return nil
}

// NextWakeup is the next time at which ClaimWakeups finds something, leases of others counted. False: never. It may be
// past although a claim just found nothing, while another daemon holds the row: wait a moment before asking again.
func (s *Store) NextWakeup(ctx context.Context) (next time.Time, found bool, err error) {
	var t instant
	err = s.View(ctx, func(tx *Tx) error {
		return tx.db.Raw(`SELECT MIN(CASE WHEN lease_until > due THEN lease_until ELSE due END) FROM (
			SELECT lease_until, CASE WHEN poke_at IS NULL OR wake_at < poke_at THEN wake_at ELSE poke_at END AS due
			FROM wakeups WHERE wake_at IS NOT NULL OR poke_at IS NOT NULL) w`).Row().Scan(&t)
	})
	if err != nil {
		return time.Time{}, false, fmt.Errorf("next wake-up: %w", err)
	}
	return t.Time, !t.IsZero(), nil
}
