package store

import (
	"context"
	"fmt"
	"time"
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

// Settle records how sending a claimed letter ended. ErrLeaseLost means that the lease ran out and another daemon has
// the letter now, or settled it.
func (s *Store) Settle(ctx context.Context, o OutLetter, r Result) error {
	err := s.Do(ctx, func(tx *Tx) error {
		set, err := tx.settled(o, r)
		if err != nil {
			return err
		}
		tx.work.outbox = true
		return fenced(tx.db.Model(&letterRow{}).
			Where("id = ? AND fence = ? AND state = ?", o.ID, o.Fence, Sending).Updates(set))
	})
	if err != nil {
		return fmt.Errorf("settle letter %s: %w", o.Letter.Key, err)
	}
	return nil
}

// settled gives the new values of the row's columns.
func (tx *Tx) settled(o OutLetter, r Result) (map[string]any, error) {
	set := map[string]any{
		"state": r.State, "last_error": clean(r.Error), "attempts": o.Attempts, "lease_owner": "", "lease_until": instant{},
	}
	switch r.State {
	case Sent:
		set["sent_at"] = at(tx.Now)
	case Queued, Uncertain:
		tx.retry(set, o, r)
	case Dead:
	default:
		return nil, fmt.Errorf("%q is no result", r.State)
	}
	if r.Raw != nil {
		f, err := tx.PutDocument(r.Raw, o.MessageID+".eml", "message/rfc822")
		if err != nil {
			return nil, err
		}
		set["raw_hash"] = f.Hash
	}
	return set, nil
}

func (tx *Tx) retry(set map[string]any, o OutLetter, r Result) {
	if r.Untried {
		o.Attempts--
		set["attempts"] = o.Attempts
	}
	wait, more := Backoff(o.Attempts)
	switch {
	case !r.RetryAt.IsZero():
		set["next_at"] = at(r.RetryAt)
	case more:
		set["next_at"] = at(tx.Now.Add(wait))
	default:
		set["state"] = Dead
	}
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
