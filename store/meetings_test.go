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
			since, err6 := tx.Items(ItemFilter{Since: planned.Add(1000 * time.Hour)})
			if len(since) != 1 || since[0].ID != "A-1-2" {
				t.Errorf("open since: %v", since)
			}
			return errors.Join(err1, err2, err3, err4, err5, err6)
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

// imip I-37: the meetings of a series share its UID, and are told apart by an instant.
func TestMeetingOfSeries(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		one, two := meeting("A-1", "A@1", "", planned), meeting("A-2", "A@1", "A-1", planned.AddDate(0, 0, 7))
		one.UID, one.Run, two.UID, two.Run = "A-2026@x", "A-2026", "A-2026@x", "A-2026"
		two.Start = two.Start.Add(time.Hour) // moved: the RECURRENCE-ID stays
		put(t, s, []*secretary.Meeting{one, two}, nil)
		do(t, s, func(tx *Tx) error {
			m, err := tx.MeetingOfSeries("A-2026@x", two.Planned.In(time.FixedZone("CST", 8*3600)))
			if err != nil || m.ID != "A-2" {
				t.Errorf("%v %v", m, err)
			}
			if _, err := tx.MeetingOfSeries("A-2026@x", two.Start); !errors.Is(err, ErrNotFound) {
				t.Errorf("a date that is none: %v", err)
			}
			return nil
		})
		twin := meeting("A-3", "A@1", "", planned)
		twin.UID, twin.Run = "A-2026@x", "A-2026"
		if _, err := event(s, "series:none", func(d *secretary.Desk) *secretary.Outcome {
			d.Meetings[twin.ID] = twin
			return &secretary.Outcome{}
		}); err == nil {
			t.Error("two meetings are one date of a series")
		}
	})
}

// A series lies on its desk with all meetings of an invitation that still runs, however far back they are.
func TestWholeRunsLieOnTheDesk(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		now := db.clock.Now()
		put(t, s, []*secretary.Meeting{
			meeting("A-0", "A@1", "", now.AddDate(0, 0, -300)), meeting("A-1", "A@1", "A-0", now.AddDate(0, 0, -200)), meeting("A-2", "A@1", "A-1", now.AddDate(0, 0, 7)),
		}, nil)
		mustEvent(t, s, "series:A", func(d *secretary.Desk) *secretary.Outcome {
			d.Series["A"] = &secretary.Series{Policy: "A", Runs: []*secretary.Run{{Dates: []time.Time{now.AddDate(0, 0, -200), now.AddDate(0, 0, 7)}}}}
			return &secretary.Outcome{}
		})
		if is := look(t, s, "series:A"); is != "A A-0 A-1 A-2" {
			t.Errorf("on the desk: %q", is)
		}
	})
}
