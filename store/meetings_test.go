package store

import (
	"errors"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func TestMeetingsAndItems(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{
			meeting("A-2", "A@1", "", planned.Add(24*time.Hour)), meeting("A-1", "A@1", "", planned), meeting("B-1", "B@3", "", planned),
		}, []*secretary.Item{
			item("A-1-1", "A-1", "A", "li.na", secretary.Complete, planned),
			item("A-1-2", "A-1", "A", "li.na", secretary.Blocked, time.Time{}),
		})
		do(t, s, func(tx *Tx) error {
			byStart, err1 := tx.Meetings(MeetingFilter{Series: "A"})
			if len(byStart) != 2 || byStart[0].ID != "A-1" {
				t.Errorf("by start: %v", byStart)
			}
			newest, err2 := tx.Meetings(MeetingFilter{Newest: true, Limit: 1})
			if len(newest) != 1 || newest[0].ID != "A-2" {
				t.Errorf("newest: %v", newest)
			}
			between, err3 := tx.Meetings(MeetingFilter{From: planned.Add(time.Second), Before: planned.Add(25 * time.Hour)})
			if len(between) != 1 || between[0].ID != "A-2" {
				t.Errorf("between: %v", between)
			}
			m, err4 := tx.MeetingByUID("B-1@huiban.test")
			if m == nil || m.ID != "B-1" || !m.Planned.Equal(planned) {
				t.Errorf("by UID: %+v", m)
			}
			open, err5 := tx.Items(ItemFilter{Owner: "li.na", Open: true})
			if len(open) != 1 || open[0].ID != "A-1-2" {
				t.Errorf("open: %v", open)
			}
			return errors.Join(err1, err2, err3, err4, err5)
		})
		do(t, s, func(tx *Tx) error {
			for _, err := range []error{
				second(tx.Meeting("X")), second(tx.Item("X")), second(tx.Folder("X")), second(tx.Series("X")),
				second(tx.LetterByCode("X")), second(tx.Mail(99)), second(tx.PolicySource("X@1")),
			} {
				if !errors.Is(err, ErrNotFound) {
					t.Errorf("got %v, want ErrNotFound", err)
				}
			}
			return nil
		})
	})
}

func second[T any](_ T, err error) error { return err }
