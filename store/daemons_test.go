package store

import (
	"reflect"
	"testing"
	"time"
)

func reports(t *testing.T, s *Store) (out []DaemonReport) {
	t.Helper()
	err := s.View(t.Context(), func(tx *Tx) (err error) { out, err = tx.Reports(); return err })
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// What a daemon says of itself last counts, in every process, until it signs off.
func TestDaemonReports(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s, other := db.open(t), db.open(t)
		now := at(db.clock.Now()).Time
		refused := Trouble{Part: "mailbox", Since: now, Error: "LOGIN failed", Account: true}
		do(t, s, func(tx *Tx) error { return tx.Report("a", []Trouble{refused}) })
		if got, want := reports(t, other), []DaemonReport{{"a", now, []Trouble{refused}}}; !reflect.DeepEqual(got, want) {
			t.Errorf("in trouble: %+v, want %+v", got, want)
		}
		do(t, s, func(tx *Tx) error { return tx.Report("a", nil) })
		if got, want := reports(t, other), []DaemonReport{{"a", now, []Trouble{}}}; !reflect.DeepEqual(got, want) {
			t.Errorf("well again: %+v, want %+v", got, want)
		}
		do(t, s, func(tx *Tx) error { return tx.SignOff("a") })
		if got := reports(t, other); len(got) != 0 {
			t.Errorf("signed off: %+v", got)
		}
	})
}

// A daemon that was killed stays to be seen until another one does its work.
func TestSilentDaemonIsForgottenByTheNext(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error { return tx.Report("killed", nil) })
		db.clock.Add(Silence + time.Second)
		if got := reports(t, s); len(got) != 1 || got[0].Name != "killed" {
			t.Errorf("none works: %+v", got)
		}
		do(t, s, func(tx *Tx) error { return tx.Report("next", nil) })
		if got := reports(t, s); len(got) != 1 || got[0].Name != "next" {
			t.Errorf("the next works: %+v", got)
		}
	})
}
