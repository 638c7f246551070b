package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// A desk finds the meetings of other cases by their time; those that are over, cancelled or at another time it does not.
func TestMeetingsElsewhere(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		held, off, noticed := meeting("A-3", "A@1", "", planned), meeting("A-4", "A@1", "", planned), meeting("C-1", "C@1", "", planned.Add(time.Hour))
		held.Stage, off.Stage, noticed.Stage = secretary.Held, secretary.Cancelled, secretary.Noticed
		put(t, s, []*secretary.Meeting{
			held, off, noticed, meeting("A-1", "A@1", "", planned.Add(-time.Minute)), meeting("A-2", "A@1", "", planned), meeting("B-1", "B@1", "", planned.Add(2*time.Hour)),
		}, nil)
		mustEvent(t, s, "meeting:B-1", func(d *secretary.Desk) *secretary.Outcome {
			var found []secretary.MeetingID
			for _, m := range d.Elsewhere(planned, planned.Add(2*time.Hour)) {
				found = append(found, m.ID)
			}
			if fmt.Sprint(found) != "[A-2 C-1]" {
				t.Errorf("found %v", found)
			}
			return &secretary.Outcome{}
		})
		do(t, s, func(tx *Tx) error { // what one case has saved the next one sees
			d, err := tx.OpenCase("meeting:A-2", nil)
			if err != nil || len(d.Elsewhere(planned, planned.Add(time.Hour))) != 1 {
				t.Errorf("found %v, %v", d.Elsewhere(planned, planned.Add(time.Hour)), err)
			}
			d.Meetings["A-2"].Stage = secretary.Held
			if _, err := tx.SaveCase(d, &secretary.Outcome{}, Source{}); err != nil {
				return err
			}
			if found := d.Elsewhere(planned, planned.Add(time.Hour)); len(found) != 0 {
				t.Errorf("found %v", found)
			}
			return nil
		})
	})
}

// What cannot be read for a desk fails the whole event: a conflict overlooked would never be told.
func TestElsewhereFails(t *testing.T) {
	s := onSQLite(t).open(t)
	do(t, s, func(tx *Tx) error { return tx.db.Exec("ALTER TABLE meetings RENAME COLUMN stage TO phase").Error })
	err := s.Do(t.Context(), func(tx *Tx) error {
		d, err := tx.OpenCase("person:wang.lei", nil)
		if err == nil {
			d.Elsewhere(planned, planned.Add(time.Hour))
		}
		return err
	})
	if err == nil {
		t.Error("the event was saved")
	}
}
