package store

import (
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// A desk can be asked for another one with every series and the meetings of some time; nothing on that one is locked or saved.
func TestWholeOffice(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned), meeting("B-1", "B@1", "", planned.Add(48*time.Hour)), meeting("B-2", "B@1", "", planned.Add(-time.Hour))}, nil)
		for _, id := range []string{"A", "B"} {
			mustEvent(t, s, secretary.SeriesCase(id), func(d *secretary.Desk) *secretary.Outcome {
				d.Series[id] = &secretary.Series{Policy: id, First: "2026-01-01"}
				return &secretary.Outcome{}
			})
		}
		mustEvent(t, s, "person:wang.lei", func(d *secretary.Desk) *secretary.Outcome {
			whole := d.Whole(planned, planned.Add(72*time.Hour))
			if on(whole) != "A B A-1 B-1" || whole.Whole != nil {
				t.Errorf("on the desk: %q", on(whole))
			}
			whole.Meetings["A-1"].Stage = secretary.Done
			return &secretary.Outcome{}
		})
		do(t, s, func(tx *Tx) error {
			m, err := tx.Meeting("A-1")
			if err == nil && m.Stage != secretary.Planned {
				t.Error("a desk to read was saved")
			}
			return err
		})
	})
}
