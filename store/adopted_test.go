package store

import (
	"errors"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestSeriesAdopting: an invitation of somebody else's calendar is found by its UID, whatever characters it has.
func TestSeriesAdopting(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		for policy, uid := range map[string]string{"A": "040000008200E00074C5B7101A82E008", "B": `7ku<&"会议>@google.com`, "C": ""} {
			do(t, s, func(tx *Tx) error {
				desk, err := tx.OpenCase(secretary.SeriesCase(policy), nil)
				if err != nil {
					return err
				}
				desk.Series[policy] = &secretary.Series{Policy: policy}
				if uid != "" {
					desk.Series[policy].Adopted = []*secretary.Adoption{{UID: "another", Replied: -1}, {UID: uid, Master: &secretary.CalendarEvent{UID: uid}}}
				}
				_, err = tx.SaveCase(desk, &secretary.Outcome{}, Source{Name: "test"})
				return err
			})
		}
		do(t, s, func(tx *Tx) error {
			if p, err := tx.SeriesAdopting(`7ku<&"会议>@google.com`); err != nil || p != "B" {
				t.Errorf("found in %q, %v", p, err)
			}
			if p, err := tx.SeriesAdopting("040000008200"); !errors.Is(err, ErrNotFound) {
				t.Errorf("half a UID is found in %q, %v", p, err)
			}
			return nil
		})
	})
}
