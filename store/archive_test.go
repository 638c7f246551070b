package store

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestDocuments proves S0-64, S0-69.
func TestDocuments(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error {
			data := []byte{0, 0xff, 'x'}
			f, err := tx.PutDocument(data, "产量表.xlsx", "application/x")
			if err != nil {
				return err
			}
			again, err := tx.PutDocument(data, "copy.xlsx", "application/x")
			if again.Hash != f.Hash || again.Name != "copy.xlsx" || f.Size != 3 {
				t.Errorf("put %+v, then %+v: %v", f, again, err)
			}
			back, err := tx.Document(f.Hash)
			if !bytes.Equal(back, data) {
				t.Errorf("got %x", back)
			}
			if _, err := tx.Document("none"); !errors.Is(err, ErrNotFound) {
				t.Errorf("got %v, want ErrNotFound", err)
			}
			if st, err := tx.Status(); err != nil || st.Documents != 1 || st.Bytes != 3 {
				t.Errorf("status %+v: %v", st, err)
			}
			tx.db.Exec("UPDATE documents SET data = ?", []byte("other"))
			if _, err := tx.Document(f.Hash); !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v, want ErrDamaged", err)
			}
			return err
		})
	})
}

func minutes(number, text string, day secretary.Date) ArchiveEntry {
	return ArchiveEntry{
		Number: number, Class: ClassMinutes, Meeting: "PSC-20261127", Series: "MT-S0-1", Day: day,
		Title: secretary.T("产销协调会纪要", "產銷協調會紀要", "Minutes"), Departments: []string{"PSM"},
		Readers: []secretary.PersonID{"li.na"}, Hash: "h", Text: text,
	}
}

// TestSearch proves S0-66, S0-73.
func TestSearch(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		do(t, s, func(tx *Tx) error {
			return errors.Join(
				tx.FileDocument(minutes("20261127-PSC-PSM-1", "决议：十二月产量提高到 50% 以上，ＡＢＣ线优先", "2026-11-27")),
				tx.FileDocument(minutes("20261204-PSC-PSM-1", "库存 50 件，a_b", "2026-12-04")),
			)
		})
		for terms, want := range map[string]string{
			"产量":               "20261127-PSC-PSM-1",
			"产销 纪要":            "20261204-PSC-PSM-1 20261127-PSC-PSM-1",
			"產銷協調會":            "20261204-PSC-PSM-1 20261127-PSC-PSM-1",
			"产量 库存":            "",
			"50%":              "20261127-PSC-PSM-1",
			"a_b":              "20261204-PSC-PSM-1",
			"a%b":              "",
			"abc":              "20261127-PSC-PSM-1",
			"psc-psm":          "20261204-PSC-PSM-1 20261127-PSC-PSM-1",
			"MINUTES 20261204": "20261204-PSC-PSM-1",
			`\`:                "",
			"'":                "",
			"":                 "",
		} {
			do(t, s, func(tx *Tx) error {
				found, err := tx.Search(strings.Fields(terms), 0)
				if is := numbers(found); is != want {
					t.Errorf("%q found %q, want %q", terms, is, want)
				}
				return err
			})
		}
	})
}

func numbers(entries []ArchiveEntry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Number)
	}
	return strings.Join(out, " ")
}

// TestArchive proves S0-67.
func TestArchive(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		want := minutes("n1", "一", "2026-11-27")
		do(t, s, func(tx *Tx) error {
			if err := tx.FileDocument(want); err != nil {
				return err
			}
			if err := tx.FileDocument(want); !errors.Is(err, ErrNumberTaken) {
				t.Errorf("got %v, want ErrNumberTaken", err)
			}
			return errors.Join(tx.FileDocument(minutes("n2", "二", "2026-11-28")), tx.Supersede("n1", "n2"), tx.Shelve("n1", "A-3"))
		})
		do(t, s, func(tx *Tx) error {
			found, err := tx.Archive(ArchiveFilter{Meeting: "PSC-20261127", To: "2026-11-27"})
			want.SupersededBy, want.Shelf, want.FiledAt = "n2", "A-3", tx.Now
			if len(found) != 1 || !reflect.DeepEqual(found[0], want) {
				t.Errorf("filed %+v, found %+v", want, found)
			}
			if err := tx.Shelve("n9", ""); !errors.Is(err, ErrNotFound) {
				t.Errorf("got %v, want ErrNotFound", err)
			}
			return err
		})
	})
}

// Numbers have no gaps: one that was given up is given again.
func TestNextNumber(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		number := func(fail error) (n int) {
			err := s.Do(t.Context(), func(tx *Tx) error {
				var err error
				if n, err = tx.NextNumber("20261127-PSC-PSM"); err != nil {
					t.Error(err)
				}
				return fail
			})
			if !errors.Is(err, fail) {
				t.Error(err)
			}
			return n
		}
		for _, c := range []struct {
			fail error
			want int
		}{{nil, 1}, {errors.New("boom"), 2}, {nil, 2}, {nil, 3}} {
			if n := number(c.fail); n != c.want {
				t.Errorf("got %d, want %d", n, c.want)
			}
		}
	})
}
