package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// claimLetters takes, of the letters of one case or series to one person, only the first that is not settled: a CANCEL never
// overtakes its REQUEST. A lease that has run out makes a letter free again.
const claimLetters = `
WITH due AS MATERIALIZED (
  SELECT id FROM letters l
  WHERE state IN ('queued', 'uncertain', 'sending') AND next_at <= @now AND (lease_until IS NULL OR lease_until <= @now)
  AND NOT EXISTS (
    SELECT 1 FROM letters e WHERE e.line = l.line AND e.recipient = l.recipient AND e.id < l.id
    AND e.state IN ('queued', 'uncertain', 'sending'))
  ORDER BY next_at, id
  LIMIT @n%s
)
UPDATE letters SET state = 'sending', attempts = attempts + 1, lease_owner = @owner, lease_until = @until, fence = fence + 1
WHERE id IN (SELECT id FROM due)
RETURNING *`

// ClaimLetters takes up to n letters that are to be sent now, the longest waiting first, for the length of lease. Each
// must end in Settle; otherwise it is claimed and sent again when the lease runs out.
func (s *Store) ClaimLetters(ctx context.Context, owner string, n int, lease time.Duration) ([]OutLetter, error) {
	var rows []letterRow
	err := s.Do(ctx, func(tx *Tx) error {
		rows = nil
		return tx.db.Raw(fmt.Sprintf(claimLetters, tx.skipLocked("l")), map[string]any{
			"now": at(tx.Now), "until": at(tx.Now.Add(lease)), "owner": owner, "n": n,
		}).Scan(&rows).Error
	})
	if err != nil {
		return nil, fmt.Errorf("claim letters: %w", err)
	}
	slices.SortFunc(rows, func(a, b letterRow) int { return cmp.Or(a.NextAt.Compare(b.NextAt.Time), cmp.Compare(a.ID, b.ID)) })
	return letters(rows)
}

func letters(rows []letterRow) ([]OutLetter, error) {
	out := make([]OutLetter, 0, len(rows))
	for _, r := range rows {
		l, err := r.letter()
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// NextLetter is when ClaimLetters next finds something, leases of others counted. False: never.
func (s *Store) NextLetter(ctx context.Context) (next time.Time, found bool, err error) {
	var t instant
	err = s.View(ctx, func(tx *Tx) error {
		return tx.db.Raw(`SELECT MIN(CASE WHEN lease_until > next_at THEN lease_until ELSE next_at END) FROM letters l
			WHERE state IN ('queued', 'uncertain', 'sending') AND NOT EXISTS (
			SELECT 1 FROM letters e WHERE e.line = l.line AND e.recipient = l.recipient AND e.id < l.id
			AND e.state IN ('queued', 'uncertain', 'sending'))`).Row().Scan(&t)
	})
	if err != nil {
		return time.Time{}, false, fmt.Errorf("next letter: %w", err)
	}
	return t.Time, !t.IsZero(), nil
}
