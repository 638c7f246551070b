package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// backedUp is a copy of a database that was changed first, with the only file of its folder.
func backedUp(t *testing.T, change string) (path string) {
	t.Helper()
	db := onSQLite(t)
	s := db.open(t)
	do(t, s, func(tx *Tx) error {
		tx.Record(entry("meeting:A-1", "noticed"))
		if change == "" {
			return nil
		}
		return tx.db.Exec(change).Error
	})
	path = filepath.Join(t.TempDir(), "备份's.db")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// A copy is read as it is: an older one is not brought up to date, and nothing appears beside it, whether it was written by
// huiban or copied while in WAL mode.
func TestOpenCopyChangesNothing(t *testing.T) {
	path := backedUp(t, "DELETE FROM migrations WHERE id = '0003_classes'")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, mode := range []byte{1, 2} { // bytes 18 and 19 of the header: rollback journal, WAL
		before[18], before[19] = mode, mode
		if err := os.WriteFile(path, before, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenCopy(t.Context(), path, Options{Now: newClock().Now})
		if err != nil {
			t.Fatal(err)
		}
		err = s.View(t.Context(), func(tx *Tx) error {
			lines, _, err := tx.VerifyJournal()
			if lines != 1 {
				t.Errorf("%d journal lines", lines)
			}
			return err
		})
		if err := errors.Join(err, s.Close()); err != nil {
			t.Error(err)
		}
		after, err := os.ReadFile(path)
		if err != nil || string(after) != string(before) {
			t.Errorf("the copy was changed: %v", err)
		}
		if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
			t.Errorf("files beside the copy: %v", files)
		}
	}
}

func TestOpenCopyOfNothing(t *testing.T) {
	dir := t.TempDir()
	empty, strange := filepath.Join(dir, "empty.db"), filepath.Join(dir, "strange.db")
	for path, data := range map[string]string{empty: "", strange: "not a database, but long enough to be taken for the head of one, which has a hundred bytes and more"} {
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{empty, strange, dir, filepath.Join(dir, "nowhere.db"), backedUp(t, "DROP TABLE migrations")} {
		if _, err := OpenCopy(t.Context(), path, Options{Now: newClock().Now}); err == nil {
			t.Errorf("%s: no error", path)
		}
	}
	if _, err := OpenCopy(t.Context(), backedUp(t, "INSERT INTO migrations (id) VALUES ('9999')"), Options{Now: newClock().Now}); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 2 {
		t.Errorf("files were made: %v", files)
	}
}
