package store

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestDown(t *testing.T) {
	check := func(err error, want bool) {
		t.Helper()
		if got := Down(wrap("judge mail", err)); got != want {
			t.Errorf("%v: down is %t", err, got)
		}
	}
	check(nil, false)
	check(ErrLeaseLost, false)
	check(context.Canceled, false)
	check(io.ErrUnexpectedEOF, true)
	for code, want := range map[string]bool{
		"53100": true, "57P01": true, "08006": true, "25006": true, "40P01": true,
		"57014": false, "23505": false, "22001": false, "42P01": false,
	} {
		check(&pgconn.PgError{Code: code}, want)
	}
	_, err := Open(t.Context(), "postgres://huiban@127.0.0.1:1/huiban", Options{Now: newClock().Now})
	check(err, true)
	_, err = Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "missing", "huiban.db"), Options{Now: newClock().Now})
	check(err, false) // a wrong path is nobody's outage
}

// SQLite has no room left: the mail is not kept, and is once there is.
func TestFullDatabase(t *testing.T) {
	s := onSQLite(t).open(t)
	pool, err := s.db.DB()
	if err != nil {
		t.Fatal(err)
	}
	pool.SetMaxOpenConns(1) // the limit is a connection's
	s.db.Exec("PRAGMA max_page_count = 1")
	big := mailNo(1, string(make([]byte, 1<<20)))
	err = s.Do(t.Context(), func(tx *Tx) error { _, _, err := tx.SaveMail(big); return err })
	if !Down(err) {
		t.Errorf("a full database is no outage: %v", err)
	}
	s.db.Exec("PRAGMA max_page_count = 1000000")
	if _, fresh := saveMail(t, s, big); !fresh {
		t.Error("the mail was kept although there was no room")
	}
}

func TestMailsGivenBackCountNoAttempt(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		saveMail(t, s, mailNo(1, "同意"))
		claim := func() InMail {
			t.Helper()
			mails, err := s.ClaimMails(t.Context(), "one", 8, time.Minute)
			if err != nil || len(mails) != 1 {
				t.Fatalf("claimed %d mails: %v", len(mails), err)
			}
			return mails[0]
		}
		for range 3 {
			m := claim()
			if err := errors.Join(s.ReturnMails(t.Context(), "another", []InMail{m}), s.ReturnMails(t.Context(), "one", []InMail{m})); err != nil {
				t.Fatal(err)
			}
		}
		if m := claim(); m.Attempts != 1 {
			t.Errorf("%d attempts", m.Attempts)
		}
	})
}
