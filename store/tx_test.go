package store

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// The time of a transaction is fixed, in UTC and as the database keeps it.
func TestNowIsFixed(t *testing.T) {
	db := onSQLite(t)
	db.clock.now = time.Date(2026, 11, 21, 17, 0, 0, 123456789, time.FixedZone("", 8*3600))
	s := db.open(t)
	do(t, s, func(tx *Tx) error {
		db.clock.Add(time.Hour)
		if want := time.Date(2026, 11, 21, 9, 0, 0, 123000000, time.UTC); tx.Now != want {
			t.Errorf("now is %v, want %v", tx.Now, want)
		}
		return nil
	})
}

func TestTransactionsThatCollideAreRepeated(t *testing.T) {
	s := onSQLite(t).open(t)
	for code, want := range map[string]int{"40001": 3, "40P01": 3, "23505": 1} {
		runs := 0
		err := s.Do(t.Context(), func(tx *Tx) error {
			if runs++; runs < 3 {
				return fmt.Errorf("save: %w", &pgconn.PgError{Code: code})
			}
			return nil
		})
		if runs != want || (err == nil) != (want == 3) {
			t.Errorf("%s: %d runs: %v", code, runs, err)
		}
	}
}

// Two transactions that lock each other's rows: PostgreSQL ends one of them, which is run again.
func TestDeadlock(t *testing.T) {
	db := onPostgres(t)
	s := db.open(t)
	do(t, s, func(tx *Tx) error {
		return errors.Join(tx.SetPosition("a", Position{}), tx.SetPosition("b", Position{}))
	})
	halfway := make(chan struct{}, 2)
	result := make(chan error, 2)
	both := make(chan struct{})
	cross := func(first, then string) {
		met := false
		result <- s.Do(t.Context(), func(tx *Tx) error {
			if err := tx.SetPosition(first, Position{1, 1}); err != nil {
				return err
			}
			if !met {
				met = true
				halfway <- struct{}{}
				<-both
			}
			return tx.SetPosition(then, Position{1, 1})
		})
	}
	go cross("a", "b")
	go cross("b", "a")
	<-halfway
	<-halfway
	close(both)
	if err := errors.Join(<-result, <-result); err != nil {
		t.Error(err)
	}
}

func TestViewReadsWhileAnotherWrites(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error {
			if err := tx.SetPosition("INBOX", Position{1, 1}); err != nil {
				return err
			}
			return s.View(t.Context(), func(other *Tx) error {
				p, err := other.Position("INBOX")
				if p != (Position{}) {
					t.Error("a view sees what is not committed")
				}
				return err
			})
		})
	})
}

func TestCancelledContext(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		ctx, cancel := context.WithCancel(t.Context())
		err := s.Do(ctx, func(tx *Tx) error {
			if err := tx.SetPosition("INBOX", Position{1, 1}); err != nil {
				return err
			}
			cancel()
			return nil
		})
		if err == nil {
			t.Error("committed after the context was cancelled")
		}
		do(t, s, func(tx *Tx) error {
			p, err := tx.Position("INBOX")
			if p != (Position{}) {
				t.Error("something was kept")
			}
			return err
		})
	})
}

func TestSignals(t *testing.T) {
	s := onSQLite(t).open(t)
	quiet := func() {
		t.Helper()
		select {
		case <-s.InboxChanged():
			t.Error("inbox")
		case <-s.OutboxChanged():
			t.Error("outbox")
		case <-s.WakeupsChanged():
			t.Error("wake-ups")
		default:
		}
	}
	quiet()
	saveMail(t, s, mailNo(1, "a"))
	<-s.InboxChanged()
	mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1")))
	mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k2"))) // two fold into one
	<-s.OutboxChanged()
	do(t, s, func(tx *Tx) error { tx.Poke("meeting:A-1"); return nil })
	<-s.WakeupsChanged()
	saveMail(t, s, mailNo(1, "a"))
	mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1")))
	quiet()
}

func TestViewKeepsNothing(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		s.View(t.Context(), func(tx *Tx) error { return tx.SetPosition("INBOX", Position{1, 1}) }) // fails on PostgreSQL only
		do(t, s, func(tx *Tx) error {
			p, err := tx.Position("INBOX")
			if p != (Position{}) {
				t.Error("a view wrote")
			}
			return err
		})
	})
}

// What is read in one View belongs together, whatever is written meanwhile: the journal's lines fit its head.
func TestViewIsOneMoment(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s, other := db.open(t), db.open(t)
		add := func() {
			do(t, other, func(tx *Tx) error { tx.Record(entry("meeting:A-1", "step")); return nil })
		}
		add()
		err := s.View(t.Context(), func(tx *Tx) error {
			before, err := tx.JournalOf("", 0)
			if err != nil {
				return err
			}
			add()
			seq, _, err := tx.journalHead("")
			if int(seq) != len(before) {
				t.Errorf("%d lines, and a head at %d", len(before), seq)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}
