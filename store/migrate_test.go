package store

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-gormigrate/gormigrate/v2"
	"gorm.io/gorm/schema"
)

// Every column of the database is a field of its row type and the other way round, on both databases.
func TestRowsMatchSchema(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		for _, r := range []schema.Tabler{
			personRow{}, departmentRow{}, policyRow{}, seriesRow{}, meetingRow{}, itemRow{}, folderRow{}, journalRow{},
			wakeupRow{}, letterRow{}, mailRow{}, mailboxRow{}, daemonRow{}, documentRow{}, archiveRow{},
		} {
			want := fieldsOf(t, s, r)
			if is := columnsOf(t, s, r.TableName()); !slices.Equal(is, want) {
				t.Errorf("%s: columns %v, fields %v", r.TableName(), is, want)
			}
		}
	})
}

func fieldsOf(t *testing.T, s *Store, r any) []string {
	stmt := s.db.Model(r).Statement
	if err := stmt.Parse(r); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(slices.Values(stmt.Schema.DBNames))
}

func columnsOf(t *testing.T, s *Store, table string) []string {
	rows, err := s.db.Raw("SELECT * FROM " + table + " WHERE 1 = 0").Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	err = errors.Join(err, rows.Err())
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(slices.Values(names))
}

// A database of each earlier schema is brought up to date, and running the migrations again changes nothing.
func TestMigrateFromEachSchema(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		want := tables(t, s)
		steps, err := migrations(schemaFiles, s.postgres)
		if err != nil {
			t.Fatal(err)
		}
		for n := range steps {
			dropAll(t, s, want)
			do(t, s, func(tx *Tx) error {
				return gormigrate.New(tx.db, &gormigrate.Options{TableName: "migrations", IDColumnName: "id"}, steps[:n+1]).Migrate()
			})
			s.Close()
			s = db.open(t)
			if is := tables(t, s); !slices.Equal(is, want) {
				t.Errorf("from schema %s: tables %v, want %v", steps[n].ID, is, want)
			}
		}
	})
}

func tables(t *testing.T, s *Store) []string {
	names, err := s.db.Migrator().GetTables()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, n := range names {
		if !strings.HasPrefix(n, "sqlite_") {
			seen[n] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func dropAll(t *testing.T, s *Store, names []string) {
	for _, n := range names {
		if err := s.db.Exec("DROP TABLE " + n).Error; err != nil {
			t.Fatal(err)
		}
	}
}

// A migration that fails half-way leaves nothing behind on either database.
func TestMigrationIsAllOrNothing(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		before := tables(t, s)
		steps, err := migrations(fstest.MapFS{
			"schema/0002.sql": {Data: []byte("CREATE TABLE half (id {{id}});\nCREATE TABLE half (id {{id}});\n")},
		}, s.postgres)
		if err != nil {
			t.Fatal(err)
		}
		err = s.Do(t.Context(), func(tx *Tx) error { return steps[0].Migrate(tx.db) })
		if err == nil {
			t.Fatal("no error")
		}
		if after := tables(t, s); !slices.Equal(after, before) {
			t.Errorf("left behind: %v", after)
		}
	})
}
