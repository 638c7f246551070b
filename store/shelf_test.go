package store

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// upkept is a policy that li.na convenes, whose documents are kept for a year.
func upkept() *secretary.Policy {
	return &secretary.Policy{ID: "MT-S0-1", Code: "PSC", Convener: "li.na", Archive: secretary.ArchiveRule{Retention: secretary.Span{N: 12, Unit: secretary.Months}}}
}

func keep(t *testing.T, s *Store) {
	t.Helper()
	do(t, s, func(tx *Tx) error {
		_, _, err := tx.SavePolicy("MT-S0-1", nil, upkept())
		d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{"li.na": {ID: "li.na", Name: "李娜", Email: "li.na@corp.test"}}, Departments: map[string]*secretary.Department{}}
		return errors.Join(err, tx.SaveDirectory(d))
	})
}

// S0-77, S3-91, S0-78: the audit of the archive finds gaps in the numbers, documents that are not what was filed or are not there, those replaced, and those past their
// retention; nothing is deleted.
func TestShelf(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		keep(t, s)
		do(t, s, func(tx *Tx) error {
			f, err := tx.PutDocument([]byte("x"), "x.docx", "application/x")
			old, fresh, later := minutes("20240101-PSC-PSM-01", "", "2024-01-01"), minutes("20261127-PSC-PSM-01", "", "2026-11-27"), minutes("20261127-PSC-PSM-03", "", "2026-11-27")
			old.Hash, fresh.Hash = f.Hash, f.Hash
			return errors.Join(err, tx.FileDocument(old), tx.FileDocument(fresh), tx.FileDocument(later), tx.Supersede("20261127-PSC-PSM-01", "20261127-PSC-PSM-03"))
		})
		do(t, s, func(tx *Tx) error {
			desk, err := tx.OpenCase("person:li.na", nil)
			if err != nil {
				return err
			}
			got := desk.Shelf("MT-S0-1", time.Time{})
			for what, pair := range map[string][2][]string{
				"gaps": {got.Gaps, {"20261127-PSC-PSM-02"}}, "mismatch": {got.Mismatch, {"20261127-PSC-PSM-03"}},
				"superseded": {got.Superseded, {"20261127-PSC-PSM-01"}}, "expired": {got.Expired, {"20240101-PSC-PSM-01"}},
			} {
				if !slices.Equal(pair[0], pair[1]) {
					t.Errorf("%s: %v, want %v", what, pair[0], pair[1])
				}
			}
			if got.Documents != 3 {
				t.Errorf("%d documents", got.Documents)
			}
			return nil
		})
	})
}

// A person's desk has the series whose upkeep is theirs, and what is changed in them is kept; nobody else's has.
func TestUpkeptSeriesLieOnThePersonsDesk(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		keep(t, s)
		mustEvent(t, s, "series:MT-S0-1", func(d *secretary.Desk) *secretary.Outcome {
			d.Series["MT-S0-1"] = &secretary.Series{Policy: "MT-S0-1", First: "2026-11-01"}
			return &secretary.Outcome{}
		})
		mustEvent(t, s, "person:li.na", func(d *secretary.Desk) *secretary.Outcome {
			d.Series["MT-S0-1"].Feedback = []*secretary.Feedback{{No: 1, Text: "太长"}}
			return &secretary.Outcome{}
		})
		do(t, s, func(tx *Tx) error {
			mine, err := tx.OpenCase("person:li.na", nil)
			if err != nil || len(mine.Series["MT-S0-1"].Feedback) != 1 {
				t.Errorf("%+v: %v", mine.Series, err)
			}
			other, err := tx.OpenCase("person:wang.lei", nil)
			if len(other.Series) != 0 {
				t.Errorf("another's desk has %v", other.Series)
			}
			return err
		})
	})
}

// S0-96: who is away lies on every desk from the next event on, and not any more once they are back.
func TestAway(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		keep(t, s)
		away := func(list ...secretary.StandIn) {
			mustEvent(t, s, "person:li.na", func(*secretary.Desk) *secretary.Outcome {
				return &secretary.Outcome{Away: map[secretary.PersonID][]secretary.StandIn{"li.na": list}}
			})
		}
		see := func(want int) {
			t.Helper()
			do(t, s, func(tx *Tx) error {
				d, err := tx.OpenCase("meeting:A-1", nil)
				if len(d.Away["li.na"]) != want {
					t.Errorf("away: %v, want %d", d.Away, want)
				}
				return err
			})
		}
		see(0)
		away(secretary.StandIn{By: "wang.lei", From: "2026-11-01", Until: "2026-11-08"})
		see(1)
		away()
		see(0)
	})
}
