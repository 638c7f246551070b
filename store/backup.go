package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"
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

// NoteBackup keeps that the database was backed up now.
func (tx *Tx) NoteBackup() error {
	const save = "INSERT INTO facts (name, number) VALUES ('backup', ?) ON CONFLICT (name) DO UPDATE SET number = excluded.number"
	return wrap("note the backup", tx.db.Exec(save, at(tx.Now)).Error)
}

// LastBackup is when the database was last backed up, as far as it was noted; zero where it was not.
func (tx *Tx) LastBackup() (time.Time, error) {
	var i instant
	err := tx.db.Raw("SELECT number FROM facts WHERE name = 'backup'").Row().Scan(&i)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return i.Time, wrap("look for the last backup", err)
}

// VerifyDocuments reads every document and compares it with its hash. It counts them; ErrDamaged names the first that differs.
func (tx *Tx) VerifyDocuments() (n int, err error) {
	var hashes []string
	if err := tx.db.Raw("SELECT hash FROM documents ORDER BY hash").Scan(&hashes).Error; err != nil {
		return 0, fmt.Errorf("list documents: %w", err)
	}
	for _, h := range hashes {
		if _, err := tx.Document(h); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
