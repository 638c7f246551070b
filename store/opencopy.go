package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"slices"

	"github.com/glebarez/sqlite"
)

// OpenCopy opens a copy of a SQLite database to read it: nothing in it is changed, no file is made beside it, and its schema
// may be older than this huiban's. A file that is missing or empty, and one that huiban has not written, are errors; ErrNewer
// is returned for what a later huiban has changed.
func OpenCopy(ctx context.Context, path string, o Options) (*Store, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("open copy: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open copy: %s is not a file", path)
	case info.Size() == 0:
		return nil, fmt.Errorf("open copy: %s is empty", path)
	}
	s := &Store{now: o.Now, log: slog.New(slog.DiscardHandler), path: path, signals: newSignals()}
	if err := s.connect(sqlite.Open(copyDSN(path)), 1); err != nil {
		return nil, fmt.Errorf("open copy %s: %w", path, err)
	}
	if err := s.recognize(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open copy %s: %w", path, err), s.Close())
	}
	return s, nil
}

// copyDSN opens a file that nobody writes to. Only where a -wal lies beside it is there more to read than the file, and SQLite
// may make an index of it (https://www.sqlite.org/wal.html#readonly).
func copyDSN(path string) string {
	q := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(30000)"}}
	if _, err := os.Stat(path + "-wal"); err != nil {
		q.Set("immutable", "1")
	}
	return fileURI(path, q)
}

// recognize looks which migrations the database has seen.
func (s *Store) recognize(ctx context.Context) error {
	return s.View(ctx, func(tx *Tx) error {
		var tables int
		if err := tx.db.Raw("SELECT COUNT(*) FROM sqlite_master WHERE name = 'migrations'").Scan(&tables).Error; err != nil {
			return err
		}
		if tables == 0 {
			return errors.New("it is no database of huiban")
		}
		var seen []string
		if err := tx.db.Raw("SELECT id FROM migrations").Scan(&seen).Error; err != nil {
			return err
		}
		steps, err := migrations(schemaFiles, false)
		if err != nil {
			return err
		}
		for _, step := range steps {
			seen = slices.DeleteFunc(seen, func(id string) bool { return id == step.ID })
		}
		if len(seen) > 0 {
			return ErrNewer
		}
		return nil
	})
}
