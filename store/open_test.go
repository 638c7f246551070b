package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func TestOpenTogether(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		var wg sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			wg.Go(func() {
				s, err := Open(t.Context(), db.url, Options{Now: db.clock.Now})
				if err == nil {
					err = s.Close()
				}
				errs[i] = err
			})
		}
		wg.Wait()
		if err := errors.Join(errs...); err != nil {
			t.Error(err)
		}
	})
}

func TestReopen(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error { return tx.SaveOffice(secretary.Office{Address: "huiban@example.com"}) })
		s.Close()
		do(t, db.open(t), func(tx *Tx) error {
			o, err := tx.Office()
			if o.Address != "huiban@example.com" {
				t.Errorf("office is %+v after reopening", o)
			}
			return err
		})
	})
}

func TestNewerDatabaseIsRefused(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error { return tx.db.Exec("INSERT INTO migrations (id) VALUES ('9999')").Error })
		s.Close()
		if _, err := Open(t.Context(), db.url, Options{Now: db.clock.Now}); !errors.Is(err, ErrNewer) {
			t.Errorf("got %v, want ErrNewer", err)
		}
	})
}

func TestStrangeAddresses(t *testing.T) {
	for _, url := range []string{"", "huiban.db", "mysql://root@localhost/huiban", "sqlite:"} {
		s, err := Open(t.Context(), url, Options{Now: newClock().Now})
		if err == nil || s != nil {
			t.Errorf("%q: no error", url)
		}
	}
}

func TestInMemory(t *testing.T) {
	db := &database{"sqlite::memory:", newClock()}
	one, other := db.open(t), db.open(t)
	do(t, one, func(tx *Tx) error { return tx.SetPosition("INBOX", Position{1, 2}) })
	do(t, other, func(tx *Tx) error {
		p, err := tx.Position("INBOX")
		if p != (Position{}) {
			t.Errorf("memory is shared: %v", p)
		}
		return err
	})
}

func TestDatabaseIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
	db := onSQLite(t)
	db.open(t)
	path := strings.TrimPrefix(db.url, "sqlite:")
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v: %v", f, info.Mode(), err)
		}
	}
}

func TestSQLiteSettings(t *testing.T) {
	s := onSQLite(t).open(t)
	do(t, s, func(tx *Tx) error {
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "busy_timeout": "30000"} {
			var is string
			if err := tx.db.Raw("PRAGMA " + pragma).Row().Scan(&is); err != nil || is != want {
				t.Errorf("%s is %s, want %s: %v", pragma, is, want, err)
			}
		}
		return nil
	})
}
