package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// house is a small company: wang.lei above li.na and chen.jie.
func house() *secretary.Directory {
	return &secretary.Directory{
		People: map[secretary.PersonID]*secretary.Person{
			"wang.lei": {ID: "wang.lei", Name: "王磊", Email: "wang.lei@example.com", Department: "GM"},
			"li.na":    {ID: "li.na", Name: "李娜", Email: "li.na@example.com", Department: "PSM", Manager: "wang.lei", Lang: secretary.Hant},
			"chen.jie": {ID: "chen.jie", Name: "陈洁", Email: "chen.jie@example.com", Department: "GM", Manager: "wang.lei"},
		},
		Departments: map[string]*secretary.Department{
			"PSM": {Code: "PSM", Name: secretary.T("产销部", "產銷部", "Production and Sales"), Head: "li.na"},
			"GM":  {Code: "GM", Name: secretary.T("总经办", "總經辦", "General Office"), Head: "wang.lei"},
		},
		Order: []string{"PSM", "GM"},
	}
}

func TestDirectoryRoundTrip(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		want := house()
		check := func() {
			t.Helper()
			do(t, s, func(tx *Tx) error {
				if err := tx.SaveDirectory(want); err != nil {
					return err
				}
				is, err := tx.Directory()
				if !reflect.DeepEqual(is, want) {
					t.Errorf("saved %+v, read %+v", want, is)
				}
				return err
			})
		}
		check()
		delete(want.People, "chen.jie")
		want.People["li.na"].Title = "总监"
		want.Order = []string{"GM", "PSM"}
		check()
	})
}

// What is shared by all cases is read once for each generation, by every store.
func TestSharedByGeneration(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		one, other := db.open(t), db.open(t)
		do(t, one, func(tx *Tx) error { return tx.SaveDirectory(house()) })
		first := directoryOf(t, other)
		if again := directoryOf(t, other); again != first {
			t.Error("the directory was read again though nothing changed")
		}
		do(t, one, func(tx *Tx) error { return tx.SaveDirectory(house()) })
		if again := directoryOf(t, other); again != first {
			t.Error("saving the same started a new generation")
		}
		changed := house()
		changed.People["li.na"].Name = "李娜娜"
		do(t, one, func(tx *Tx) error { return tx.SaveDirectory(changed) })
		if name := directoryOf(t, other).People["li.na"].Name; name != "李娜娜" {
			t.Errorf("the other store still reads %s", name)
		}
	})
}

func directoryOf(t *testing.T, s *Store) (d *secretary.Directory) {
	t.Helper()
	do(t, s, func(tx *Tx) (err error) { d, err = tx.Directory(); return err })
	return d
}

// What a transaction saved and then gave up is not seen by later ones of the same generation number.
func TestSharedAfterRollback(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		boom := errors.New("boom")
		err := s.Do(t.Context(), func(tx *Tx) error {
			if err := tx.SaveDirectory(house()); err != nil {
				return err
			}
			if d, err := tx.Directory(); err != nil || len(d.People) != 3 {
				t.Errorf("a transaction does not see its own directory: %v", err)
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Fatal(err)
		}
		do(t, s, func(tx *Tx) error { return tx.SaveOffice(secretary.Office{Domain: "example.com"}) }) // takes the same number
		if n := len(directoryOf(t, s).People); n != 0 {
			t.Errorf("%d people of a transaction that was given up", n)
		}
	})
}

// TestPolicyVersions proves S0-98.
func TestPolicyVersions(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		p := &secretary.Policy{
			ID: "MT-S0-1", Code: "PSC", Title: secretary.T("产销协调会", "", "Coordination"),
			Schedule: secretary.Schedule{RRule: "FREQ=WEEKLY", Start: secretary.Clock{Hour: 9, Set: true}},
			Notice:   secretary.NoticeRule{Lead: secretary.Moment{Span: secretary.Span{N: 7, Unit: secretary.CalendarDays}}},
		}
		check := func(wantKey string, wantChanged bool) {
			t.Helper()
			do(t, s, func(tx *Tx) error {
				key, changed, err := tx.SavePolicy("MT-S0-1", []byte("id: MT-S0-1 # 产销\n"), p)
				if key != wantKey || changed != wantChanged {
					t.Errorf("got %s, %v, want %s, %v", key, changed, wantKey, wantChanged)
				}
				return err
			})
		}
		check("MT-S0-1@1", true)
		check("MT-S0-1@1", false)
		p.Notice.Lead.N = 5
		check("MT-S0-1@2", true)
		do(t, s, func(tx *Tx) error {
			all, current, err := tx.Policies()
			if len(all) != 2 || current["MT-S0-1"] != "MT-S0-1@2" || all["MT-S0-1@1"].Notice.Lead.N != 7 {
				t.Errorf("versions %v, current %v", sorted(all), current)
			}
			if !reflect.DeepEqual(all["MT-S0-1@2"], p) {
				t.Errorf("saved %+v, read %+v", p, all["MT-S0-1@2"])
			}
			src, err2 := tx.PolicySource("MT-S0-1@2")
			if !slices.Equal(src, []byte("id: MT-S0-1 # 产销\n")) {
				t.Errorf("source %q", src)
			}
			return errors.Join(err, err2)
		})
	})
}

// A version that the heart puts into force is saved with the event that decided on it, or nothing is (S1A-37).
func TestEnactedVersions(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		p := &secretary.Policy{ID: "MT-S0-1", Code: "PSC", Title: secretary.T("产销协调会", "", "Coordination")}
		enact := func(key string, lead int) error {
			return s.Do(t.Context(), func(tx *Tx) error {
				desk, err := tx.OpenCase("series:MT-S0-1", nil)
				if err != nil {
					return err
				}
				q := *p
				q.Notice.Lead = secretary.Moment{Span: secretary.Span{N: lead, Unit: secretary.CalendarDays}}
				desk.Series["MT-S0-1"] = &secretary.Series{Policy: "MT-S0-1", First: secretary.Date(fmt.Sprintf("2026-12-%02d", lead))}
				_, err = tx.SaveCase(desk, &secretary.Outcome{Enacted: []secretary.Enactment{{Key: key, Policy: &q, Source: "id: MT-S0-1"}}}, Source{Name: "test"})
				return err
			})
		}
		if err := enact("MT-S0-1@1", 7); err != nil {
			t.Fatal(err)
		}
		if err := enact("MT-S0-1@9", 3); err == nil {
			t.Error("a version was put into force under a key that is not the next")
		}
		do(t, s, func(tx *Tx) error {
			all, current, err := tx.Policies()
			if len(all) != 1 || current["MT-S0-1"] != "MT-S0-1@1" || all["MT-S0-1@1"].Notice.Lead.N != 7 {
				t.Errorf("versions %v, current %v", sorted(all), current)
			}
			since, err2 := tx.PolicySince("MT-S0-1@1")
			if since.IsZero() || since.After(tx.Now) {
				t.Errorf("in force since %s", since)
			}
			_, err3 := tx.PolicySince("MT-S0-1@9")
			if !errors.Is(err3, ErrNotFound) {
				t.Errorf("the version that is not there: %v", err3)
			}
			return errors.Join(err, err2)
		})
	})
}
