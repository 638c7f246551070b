package store

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

var planned = time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC)

// put saves files as if they had always been there.
func put(t *testing.T, s *Store, meetings []*secretary.Meeting, items []*secretary.Item) {
	t.Helper()
	mustEvent(t, s, "series:none", func(d *secretary.Desk) *secretary.Outcome {
		for _, m := range meetings {
			d.Meetings[m.ID] = m
		}
		for _, i := range items {
			d.Items[i.ID] = i
		}
		return &secretary.Outcome{}
	})
}

func meeting(id, policy, previous string, planned time.Time) *secretary.Meeting {
	return &secretary.Meeting{
		ID: secretary.MeetingID(id), Policy: policy, Previous: secretary.MeetingID(previous), UID: id + "@huiban.test",
		Planned: planned, Start: planned, End: planned.Add(time.Hour), Stage: secretary.Planned, Title: secretary.T("产销协调会", "產銷協調會", "Coordination"),
	}
}

func item(id, meeting, series, owner string, status secretary.Status, done time.Time) *secretary.Item {
	return &secretary.Item{
		ID: secretary.ItemID(id), Meeting: secretary.MeetingID(meeting), Series: series, Owner: secretary.PersonID(owner),
		Status: status, DoneAt: done, Due: "2026-12-01",
	}
}

// on lists what lies on a desk.
func on(d *secretary.Desk) string {
	var out []string
	out = append(out, sorted(d.Series)...)
	for _, id := range sorted(d.Meetings) {
		out = append(out, string(id))
	}
	for _, id := range sorted(d.Items) {
		out = append(out, string(id))
	}
	for _, id := range sorted(d.Folders) {
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}

func look(t *testing.T, s *Store, c secretary.Case) (found string) {
	t.Helper()
	mustEvent(t, s, c, func(d *secretary.Desk) *secretary.Outcome {
		found = on(d)
		return &secretary.Outcome{}
	})
	return found
}

func TestWhatLiesOnTheDesk(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		now := db.clock.Now()
		do(t, s, func(tx *Tx) error { return tx.SaveDirectory(house()) })
		supervised := item("B-1-2", "B-1", "B", "chen.jie", secretary.InProgress, time.Time{})
		supervised.Supervisor = "li.na"
		put(t, s, []*secretary.Meeting{
			meeting("A-0", "A@1", "", now.Add(-61*24*time.Hour)),
			meeting("A-1", "A@1", "A-0", now.Add(-59*24*time.Hour)),
			meeting("A-2", "A@2", "A-1", planned),
			meeting("B-1", "B@1", "", planned),
		}, []*secretary.Item{
			item("A-1-1", "A-1", "A", "li.na", secretary.InProgress, time.Time{}),
			item("A-1-2", "A-1", "A", "li.na", secretary.Complete, now.Add(-14*24*time.Hour)),
			item("A-2-1", "A-2", "A", "wang.lei", secretary.Complete, now.Add(-16*24*time.Hour)),
			item("B-1-1", "B-1", "B", "chen.jie", secretary.Blocked, time.Time{}),
			supervised,
		})
		mustEvent(t, s, "person:wang.lei", func(d *secretary.Desk) *secretary.Outcome {
			d.Folders["wang.lei"] = &secretary.Folder{Person: "wang.lei"}
			return &secretary.Outcome{}
		})
		mustEvent(t, s, "series:A", func(d *secretary.Desk) *secretary.Outcome {
			d.Series["A"] = &secretary.Series{Policy: "A", First: "2026-01-01"}
			return &secretary.Outcome{}
		})
		for c, want := range map[secretary.Case]string{
			"series:A":        "A A-0 A-1 A-2", // the last one before the reach, too
			"series:B":        "B-1",
			"meeting:A-2":     "A-1 A-2 A-1-1 A-1-2 A-2-1",
			"meeting:A-1":     "A-0 A-1 A-1-1 A-1-2 A-2-1",
			"meeting:nobody":  "",
			"person:wang.lei": "A-1-1 A-1-2 B-1-1 B-1-2 wang.lei", // head of both; his own is done for too long
			"person:li.na":    "A-1-1 A-1-2 B-1-2",                // supervises one
			"person:chen.jie": "B-1-1 B-1-2",
		} {
			if is := look(t, s, c); is != want {
				t.Errorf("%s: %q, want %q", c, is, want)
			}
		}
	})
}

// A case can be looked at without keeping anybody waiting, which is how plans are printed.
func TestOpenCaseInView(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned)}, nil)
		do(t, s, func(tx *Tx) error {
			if _, err := tx.OpenCase("meeting:A-1", nil); err != nil {
				return err
			}
			return s.View(t.Context(), func(tx *Tx) error {
				d, err := tx.OpenCase("meeting:A-1", nil)
				if err == nil && on(d) != "A-1" {
					t.Errorf("on the desk: %q", on(d))
				}
				return err
			})
		})
		err := s.View(t.Context(), func(tx *Tx) error {
			d, err := tx.OpenCase("meeting:A-1", nil)
			if err != nil {
				return err
			}
			d.Meetings["A-1"].Stage = secretary.Held
			_, err = tx.SaveCase(d, &secretary.Outcome{}, Source{})
			return err
		})
		if err == nil {
			t.Error("a view saved a case")
		}
	})
}

func TestSaveCaseTwice(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		do(t, db.open(t), func(tx *Tx) error {
			d, err := tx.OpenCase("series:A", nil)
			if err != nil {
				return err
			}
			d.Meetings["A-1"] = meeting("A-1", "A@1", "", planned)
			_, err1 := tx.SaveCase(d, &secretary.Outcome{}, Source{})
			saved, err2 := tx.SaveCase(d, &secretary.Outcome{}, Source{})
			if len(saved.Changed) != 0 {
				t.Errorf("written again: %v", saved.Changed)
			}
			return errors.Join(err1, err2)
		})
	})
}

func TestCaseNames(t *testing.T) {
	s := onSQLite(t).open(t)
	for _, c := range []secretary.Case{"", "meeting:", "item:A-1", "meeting"} {
		if err := s.Do(t.Context(), func(tx *Tx) error { _, err := tx.OpenCase(c, nil); return err }); err == nil {
			t.Errorf("%q was opened", c)
		}
	}
}

func TestUnchangedFilesAreNotWritten(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned), meeting("A-2", "A@1", "A-1", planned)},
			[]*secretary.Item{item("A-1-1", "A-1", "A", "li.na", secretary.InProgress, time.Time{})})
		// A mark in columns that are written with each doc shows whether it was.
		do(t, s, func(tx *Tx) error {
			return errors.Join(
				tx.db.Exec("UPDATE meetings SET stage = 'mark'").Error,
				tx.db.Exec("UPDATE items SET due = 'mark'").Error)
		})
		marked := func() (n int) {
			do(t, s, func(tx *Tx) error {
				return tx.db.Raw(`SELECT (SELECT COUNT(*) FROM meetings WHERE stage = 'mark') +
					(SELECT COUNT(*) FROM items WHERE due = 'mark')`).Scan(&n).Error
			})
			return n
		}
		if marked() != 3 {
			t.Fatal("no marks")
		}
		saved := mustEvent(t, s, "meeting:A-2", func(d *secretary.Desk) *secretary.Outcome {
			d.Meetings["A-2"].Stage = secretary.Noticed
			return &secretary.Outcome{}
		})
		if want := []string{"meeting A-2"}; !slices.Equal(saved.Changed, want) {
			t.Errorf("wrote %v, want %v", saved.Changed, want)
		}
		if n := marked(); n != 2 {
			t.Errorf("%d of 3 docs were left alone, want 2", n)
		}
		do(t, s, func(tx *Tx) error {
			found, err := tx.Meetings(MeetingFilter{Stage: secretary.Noticed})
			if len(found) != 1 || found[0].ID != "A-2" {
				t.Errorf("the columns were not written: %v", found)
			}
			return err
		})
	})
}

func TestNewFilesReplaceNothing(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned)}, nil)
		_, err := event(s, "series:B", func(d *secretary.Desk) *secretary.Outcome {
			d.Meetings["A-1"] = meeting("A-1", "B@1", "", planned)
			return &secretary.Outcome{}
		})
		if err == nil {
			t.Error("a meeting that was not on the desk was replaced")
		}
		_, err = event(s, "series:B", func(d *secretary.Desk) *secretary.Outcome {
			d.Meetings["B-1"] = meeting("B-1", "B@1", "", planned)
			d.Meetings["B-1"].UID = "A-1@huiban.test"
			return &secretary.Outcome{}
		})
		if err == nil {
			t.Error("two meetings have one UID")
		}
	})
}

func TestFailedEventLeavesNothing(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		boom := errors.New("boom")
		err := s.Do(t.Context(), func(tx *Tx) error {
			desk, err := tx.OpenCase("series:A", nil)
			if err != nil {
				return err
			}
			desk.Meetings["A-1"] = meeting("A-1", "A@1", "", planned)
			_, err = tx.SaveCase(desk, &secretary.Outcome{
				Letters: []secretary.Letter{letterTo("li.na", "k1")},
				Journal: []secretary.Entry{{Case: "series:A", What: "planned"}},
				Wake:    map[secretary.Case]time.Time{"meeting:A-1": planned},
			}, Source{Name: "clock", Thread: thread})
			return errors.Join(err, boom)
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		do(t, s, func(tx *Tx) error {
			st, err := tx.Status()
			if len(st.Meetings)+len(st.Letters)+st.Wakeups != 0 || st.Journal != 0 {
				t.Errorf("left behind: %+v", st)
			}
			return err
		})
		select {
		case <-s.OutboxChanged():
			t.Error("a letter was announced that does not exist")
		default:
		}
	})
}
