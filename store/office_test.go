package store

import (
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func TestFoundedIsTheFirstTimeAnythingWasApplied(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		founded := func(want time.Time) {
			t.Helper()
			do(t, s, func(tx *Tx) error {
				got, err := tx.Founded()
				if !got.Equal(want) {
					t.Errorf("founded at %s, want %s", got, want)
				}
				return err
			})
		}
		founded(time.Time{})
		var first time.Time
		do(t, s, func(tx *Tx) error {
			first = tx.Now
			return tx.SaveOffice(secretary.Office{Domain: "example.com"})
		})
		founded(first)
		db.clock.Add(time.Hour)
		do(t, s, func(tx *Tx) error {
			_, _, err := tx.SavePolicy("MT-S0-1", nil, &secretary.Policy{ID: "MT-S0-1"})
			if err != nil {
				return err
			}
			return tx.SaveOffice(secretary.Office{Domain: "example.org"})
		})
		founded(first)
	})
}
