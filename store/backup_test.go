package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func TestBackup(t *testing.T) {
	db := onSQLite(t)
	s := db.open(t)
	put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned)}, nil)
	do(t, s, func(tx *Tx) error { tx.Record(entry("meeting:A-1", "noticed")); return nil })
	path := filepath.Join(t.TempDir(), "备份's.db")
	// A writer in the middle of its work does not keep the backup waiting.
	do(t, s, func(tx *Tx) error {
		tx.Record(entry("meeting:A-1", "later"))
		if err := tx.db.Exec("UPDATE facts SET doc = doc").Error; err != nil {
			return err
		}
		return s.Backup(t.Context(), path)
	})
	if err := s.Backup(t.Context(), path); err == nil {
		t.Error("a backup was overwritten")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("mode %v: %v", info.Mode(), err)
	}
	restored := (&database{"sqlite:" + path, db.clock}).open(t)
	do(t, restored, func(tx *Tx) error {
		if _, err := tx.Meeting("A-1"); err != nil {
			return err
		}
		lines, _, err := tx.VerifyJournal()
		if lines != 1 {
			t.Errorf("%d journal lines in the backup", lines)
		}
		return err
	})
}

func TestBackupOfPostgres(t *testing.T) {
	if err := onPostgres(t).open(t).Backup(t.Context(), filepath.Join(t.TempDir(), "x")); err == nil {
		t.Error("no error")
	}
}

func TestStatus(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		put(t, s, []*secretary.Meeting{meeting("A-1", "A@1", "", planned)}, []*secretary.Item{
			item("A-1-1", "A-1", "A", "li.na", secretary.InProgress, time.Time{}),
			item("A-1-2", "A-1", "A", "li.na", secretary.Complete, db.clock.Now()),
		})
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1"), letterTo("wang.lei", "k2")))
		wakeAt(t, s, "meeting:A-1", db.clock.Now())
		wakeAt(t, s, "meeting:A-2", planned)
		db.clock.Add(time.Minute)
		settle(t, s, claim(t, s, 1)[0], Result{State: Sent})
		do(t, s, func(tx *Tx) error {
			st, err := tx.Status()
			if st.Meetings[secretary.Planned] != 1 || st.OpenItems != 1 || st.Letters[Sent] != 1 || st.Letters[Queued] != 1 ||
				st.Waiting != time.Minute || st.Wakeups != 2 || st.Overdue != 1 {
				t.Errorf("got %+v", st)
			}
			return err
		})
	})
}
