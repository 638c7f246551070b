package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// Result is how an attempt to send a letter ended.
type Result struct {
	State   LetterState // Sent, Queued (failed for now), Uncertain or Dead
	Error   string      // what went wrong, for people; "" where nothing did
	RetryAt time.Time   // of Queued and Uncertain; zero leaves it to Backoff
	Untried bool        // the letter was not to blame, such as refused credentials: the attempt does not count
	Raw     []byte      // the mail as handed over, kept as a document; nil where it was not made
}

// waits are between attempts. Not more often at first, for greylisting wants some minutes; then for five days in all
// (RFC 5321 §4.5.4.1).
var waits = []time.Duration{
	time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 4 * time.Hour, 8 * time.Hour, 12 * time.Hour,
	24 * time.Hour, 24 * time.Hour, 24 * time.Hour, 24 * time.Hour,
}

// Backoff is how long to wait after so many attempts, counted from 1. False: give up.
func Backoff(attempts int) (time.Duration, bool) {
	if attempts > len(waits) {
		return 0, false
	}
	return waits[max(attempts, 1)-1], true
}

// Settlement is a claimed letter and how sending it ended.
type Settlement struct {
	Letter OutLetter
	Result Result
}

// Settle records how sending claimed letters ended, all in one transaction. ErrLeaseLost means that the lease of some ran
// out and another daemon has them now, or settled them; the others are recorded nevertheless.
func (s *Store) Settle(ctx context.Context, list ...Settlement) error {
	if len(list) == 0 {
		return nil
	}
	var lost []string
	err := s.Do(ctx, func(tx *Tx) (err error) {
		lost, err = tx.settle(list)
		tx.work.outbox = true
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("settle letters: %w", err)
	case len(lost) > 0:
		return fmt.Errorf("settle letters %s: %w", strings.Join(lost, ", "), ErrLeaseLost)
	}
	return nil
}

// settleLetters has one row of values for each letter; a fence that is not the letter's own any more finds nothing.
const settleLetters = `
WITH v (id, fence, state, last_error, attempts, next_at, sent_at, raw_hash) AS (VALUES %s)
UPDATE letters SET state = v.state, last_error = v.last_error, attempts = v.attempts, next_at = COALESCE(v.next_at, letters.next_at),
  sent_at = v.sent_at, raw_hash = COALESCE(v.raw_hash, letters.raw_hash), lease_owner = '', lease_until = NULL
FROM v WHERE letters.id = v.id AND letters.fence = v.fence AND letters.state = 'sending'
RETURNING letters.id`

const settledValues = `(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT),
  CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT))`

// settle returns the keys of the letters that were lost to another daemon.
func (tx *Tx) settle(list []Settlement) (lost []string, err error) {
	var values []any
	var mails []documentRow
	for _, e := range list {
		r, err := tx.settled(e.Letter, e.Result)
		if err != nil {
			return nil, err
		}
		var hash any
		if e.Result.Raw != nil {
			d := tx.document(e.Result.Raw, e.Letter.MessageID+".eml", "message/rfc822")
			mails, hash = append(mails, d), d.Hash
		}
		values = append(values, e.Letter.ID, e.Letter.Fence, string(r.State), r.LastError, r.Attempts, r.NextAt, r.SentAt, hash)
	}
	if err := tx.putDocuments(mails); err != nil {
		return nil, err
	}
	var found []int64
	rows := strings.TrimSuffix(strings.Repeat(settledValues+", ", len(list)), ", ")
	if err := tx.db.Raw(fmt.Sprintf(settleLetters, rows), values...).Scan(&found).Error; err != nil {
		return nil, err
	}
	for _, e := range list {
		if !slices.Contains(found, e.Letter.ID) {
			lost = append(lost, e.Letter.Letter.Key)
			continue
		}
		tx.dead(e)
	}
	return lost, nil
}

// dead writes into the journal that a letter will not go, and why.
func (tx *Tx) dead(e Settlement) {
	if e.Result.State != Dead {
		return
	}
	l := &e.Letter.Letter
	tx.Record(secretary.Entry{Case: l.Case, What: "letter-dead", Who: l.To.ID, Before: l.Key, After: clean(e.Result.Error), Source: "outbox"})
}

// settled gives the new values of a letter's row; a zero NextAt leaves it as it is.
func (tx *Tx) settled(o OutLetter, r Result) (letterRow, error) {
	row := letterRow{State: r.State, LastError: clean(r.Error), Attempts: o.Attempts}
	switch r.State {
	case Sent:
		row.SentAt = at(tx.Now)
	case Queued, Uncertain:
		tx.retry(&row, r)
	case Dead:
	default:
		return row, fmt.Errorf("letter %s: %q is no result", o.Letter.Key, r.State)
	}
	return row, nil
}

func (tx *Tx) retry(row *letterRow, r Result) {
	if r.Untried {
		row.Attempts--
	}
	wait, more := Backoff(row.Attempts)
	switch {
	case !r.RetryAt.IsZero():
		row.NextAt = at(r.RetryAt)
	case more:
		row.NextAt = at(tx.Now.Add(wait))
	default:
		row.State = Dead
	}
}

// Bounced notes on a letter that it came back, and why. One whose reader will never get it is dead, as if it had been
// refused at the hand-over; where only a copy came back, or one is still to go, it stays as it is.
func (tx *Tx) Bounced(key, why string, dead bool) error {
	set := map[string]any{"last_error": clean(why)}
	if dead {
		set["state"] = gorm.Expr("CASE WHEN state IN (?, ?) THEN ? ELSE state END", Sent, Uncertain, Dead)
	}
	err := tx.db.Model(&letterRow{}).Where("key = ?", key).Updates(set).Error
	return wrap("note bounce of letter "+key, err)
}

// Requeue has a dead letter sent once more, with all its attempts before it. ErrNotFound where none with this key is dead.
func (tx *Tx) Requeue(key string) error {
	r := tx.db.Model(&letterRow{}).Where("key = ? AND state = ?", key, Dead).
		Updates(map[string]any{"state": Queued, "attempts": 0, "next_at": at(tx.Now)})
	if r.Error == nil && r.RowsAffected == 0 {
		return fmt.Errorf("requeue letter %s: no dead letter: %w", key, ErrNotFound)
	}
	tx.work.outbox = true
	return r.Error
}
