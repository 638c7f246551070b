package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/glebarez/sqlite"
)

// inMemory is the path of a database that is gone when it is closed. It has a single connection, since each
// connection would get a database of its own.
const inMemory = ":memory:"

// openSQLite opens the file at path while holding a file lock: processes that create one WAL database together fail
// now and then with SQLITE_BUSY, whatever the busy_timeout.
func (s *Store) openSQLite(ctx context.Context, path string) error {
	s.writers = make(queue, 1)
	path = strings.TrimPrefix(path, "//")
	if path == "" {
		return errors.New("open database: sqlite: wants a path, such as sqlite:/var/lib/huiban/huiban.db")
	}
	if path == inMemory {
		if err := s.connect(sqlite.Open(sqliteDSN(inMemory)), 1); err != nil {
			return fmt.Errorf("open database: %w", err)
		}
		return s.migrate(ctx)
	}
	unlock, err := lockFile(ctx, path+".lock")
	if err != nil {
		return fmt.Errorf("open database: lock %s: %w", path, err)
	}
	defer unlock()
	if err := createPrivate(path); err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	s.path = path
	if err := s.connect(sqlite.Open(sqliteDSN(path)), 8); err != nil {
		return fmt.Errorf("open database %s: %w", path, err)
	}
	return s.migrate(ctx)
}

// createPrivate makes sure that a new database is readable by its owner only; it holds everybody's mail.
func createPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// sqliteDSN sets what a record of sent letters deserves (synchronous=FULL), and BEGIN IMMEDIATE: a transaction that
// first reads and then writes would otherwise fail at once when another one wrote meanwhile.
func sqliteDSN(path string) string {
	q := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(30000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"},
	}
	if path == inMemory {
		return inMemory + "?" + q.Encode()
	}
	return fileURI(path, q)
}

// fileURI is what SQLite calls the file at path, with options.
func fileURI(path string, q url.Values) string {
	p := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		p = "/" + p // file:/C:/…
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath() + "?" + q.Encode()
}
