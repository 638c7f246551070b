package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// Tx is one transaction. It is for the goroutine that got it and ends with it.
type Tx struct {
	Now time.Time // of everything in it: UTC, whole milliseconds

	reads   bool // only
	store   *Store
	db      *gorm.DB
	desks   map[*secretary.Desk]*loaded
	line    []secretary.Entry                     // journal entries, chained last so that the chain is locked for the shortest time
	wakes   wakes                                 // likewise
	work    work                                  // announced after the commit
	seen    *shared                               // nil until it was asked for
	stirred bool                                  // directory, policies or office were saved in it
	between map[[2]time.Time][]*secretary.Meeting // meetings that desks have asked for, by their time
	lost    error                                 // what a desk asked for later could not be read
}

// maxRuns bounds how often a transaction is run that others get in the way of.
const maxRuns = 8

// Do runs fn in a transaction and commits it, unless fn fails. fn may run several times, so it must do nothing outside
// the transaction that could not be done again. Transactions do not nest: calling Do inside fn may block for ever.
func (s *Store) Do(ctx context.Context, fn func(tx *Tx) error) error {
	var err error
	for range maxRuns {
		var w work
		if w, err = s.run(ctx, nil, fn); err == nil {
			s.signals.announce(w)
			return nil
		}
		if !again(err) || ctx.Err() != nil {
			return err
		}
		s.log.Debug("transaction repeated", "error", err)
	}
	return fmt.Errorf("repeated %d times: %w", maxRuns, err)
}

// View runs fn in a transaction that only reads, all of it as it is at one moment; it neither waits for writers nor keeps
// them waiting. PostgreSQL refuses what fn tries to write, SQLite forgets it.
func (s *Store) View(ctx context.Context, fn func(tx *Tx) error) error {
	o := &sql.TxOptions{ReadOnly: true}
	if s.postgres { // which would look afresh for each query; SQLite never does
		o.Isolation = sql.LevelRepeatableRead
	}
	_, err := s.run(ctx, o, fn)
	return err
}

func (s *Store) run(ctx context.Context, o *sql.TxOptions, fn func(tx *Tx) error) (work, error) {
	reads := o != nil && o.ReadOnly
	if !reads {
		leave, err := s.writers.enter(ctx)
		if err != nil {
			return work{}, fmt.Errorf("begin transaction: %w", err)
		}
		defer leave()
	}
	now := at(s.now()).Time
	db := s.db.Session(&gorm.Session{Context: ctx, NewDB: true, NowFunc: func() time.Time { return now }})
	begun := db.Begin(o)
	if begun.Error != nil {
		return work{}, fmt.Errorf("begin transaction: %w", begun.Error)
	}
	defer begun.Rollback() // also when fn panics; no effect after the commit
	tx := &Tx{Now: now, reads: reads, store: s, db: begun, desks: map[*secretary.Desk]*loaded{}, between: map[[2]time.Time][]*secretary.Meeting{}}
	if err := fn(tx); err != nil {
		return work{}, err
	}
	if tx.reads || tx.lost != nil {
		return work{}, tx.lost
	}
	if err := tx.finish(); err != nil {
		return work{}, err
	}
	if err := begun.Commit().Error; err != nil {
		return work{}, fmt.Errorf("commit transaction: %w", err)
	}
	return tx.work, nil
}

// finish writes what takes the locks that all transactions share.
func (tx *Tx) finish() error {
	if err := tx.saveWakes(); err != nil {
		return err
	}
	return tx.chain()
}
