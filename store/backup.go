package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Backup writes a copy of a SQLite database as it is at this moment to path, which must not exist, while everything
// goes on. The copy is complete in itself: opening it is restoring it. A PostgreSQL database is backed up by pg_dump.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.postgres {
		return errors.New("back up database: PostgreSQL is backed up by its own tools, such as pg_dump")
	}
	if err := createNew(path); err != nil { // VACUUM INTO takes an empty file
		return fmt.Errorf("back up database: %w", err)
	}
	if err := s.db.WithContext(ctx).Exec("VACUUM INTO ?", path).Error; err != nil {
		os.Remove(path)
		return fmt.Errorf("back up database to %s: %w", path, err)
	}
	return nil
}

// createNew makes an empty file that only its owner reads, and never overwrites one.
func createNew(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}
