package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func entry(c secretary.Case, what string) secretary.Entry {
	return secretary.Entry{Case: c, What: what, Who: "li.na", Before: "旧", After: "新"}
}

func TestJournalOfCase(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		for i := range 3 {
			mustEvent(t, s, "meeting:A-1", func(*secretary.Desk) *secretary.Outcome {
				return &secretary.Outcome{Journal: []secretary.Entry{
					entry("meeting:A-1", fmt.Sprint("step-", i)), entry("person:li.na", "told"),
				}}
			})
		}
		do(t, s, func(tx *Tx) error {
			lines, err := tx.JournalOf("meeting:A-1", 2)
			if len(lines) != 2 || lines[0].What != "step-1" || lines[1].What != "step-2" || lines[1].Seq != 5 {
				t.Errorf("got %+v", lines)
			}
			want := entry("meeting:A-1", "step-2")
			want.Source = "command"
			if len(lines) == 2 && (lines[1].Entry != want || !lines[1].At.Equal(tx.Now)) {
				t.Errorf("got %+v, want %+v", lines[1], want)
			}
			return err
		})
	})
}

// TestJournalTampering proves S0-64.
func TestJournalTampering(t *testing.T) {
	for name, c := range map[string]struct {
		sql string
		seq int64
	}{
		"untouched":          {"SELECT 1", 0},
		"after changed":      {"UPDATE journal SET after = 'other' WHERE seq = 2", 2},
		"time changed":       {"UPDATE journal SET at = at + 1 WHERE seq = 3", 3},
		"line taken out":     {"DELETE FROM journal WHERE seq = 2", 2},
		"end taken off":      {"DELETE FROM journal WHERE seq = 4", 4},
		"all taken off":      {"DELETE FROM journal", 1},
		"line put in":        {"INSERT INTO journal SELECT 5, at, case_id, what, who, before, after, source, 'x' FROM journal WHERE seq = 4", 5},
		"text moved over":    {"UPDATE journal SET who = who || before, before = '' WHERE seq = 1", 1},
		"resealed but alone": {"UPDATE journal SET hash = 'y' WHERE seq = 4", 4},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, db *database) {
				s := db.open(t)
				for range 4 {
					do(t, s, func(tx *Tx) error { tx.Record(entry("meeting:A-1", "step")); return nil })
				}
				do(t, s, func(tx *Tx) error { return tx.db.Exec(c.sql).Error })
				err := s.View(t.Context(), func(tx *Tx) error { _, _, err := tx.VerifyJournal(); return err })
				var tampered *Tampered
				switch {
				case c.seq == 0 && err != nil:
					t.Error(err)
				case c.seq != 0 && !errors.As(err, &tampered):
					t.Errorf("not noticed: %v", err)
				case c.seq != 0 && tampered.Seq != c.seq:
					t.Errorf("noticed in line %d (%s), want %d", tampered.Seq, tampered.What, c.seq)
				}
			})
		})
	}
}

func TestOneChainUnderConcurrency(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				for range 10 {
					err := stores[i%2].Do(t.Context(), func(tx *Tx) error { tx.Record(entry("meeting:A-1", "step")); return nil })
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		do(t, stores[0], func(tx *Tx) error {
			lines, head, err := tx.VerifyJournal()
			if lines != 80 || len(head) != 64 {
				t.Errorf("%d lines up to %q", lines, head)
			}
			return err
		})
	})
}

// PostgreSQL takes no NUL and no invalid UTF-8; the chain must still fit what is read back.
func TestJournalOfDirtyText(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		dirty := entry("meeting:A-1", "said")
		dirty.After = "a\x00b\xffc"
		do(t, s, func(tx *Tx) error { tx.Record(dirty); return nil })
		do(t, s, func(tx *Tx) error { _, _, err := tx.VerifyJournal(); return err })
	})
}
