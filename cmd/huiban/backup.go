package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// backupCmd copies the database, and reads a copy back (S0-70).
type backupCmd struct {
	common
	File   string `arg:"" optional:"" help:"Where to write the copy; it must not be there yet. With --verify, the copy to read." type:"path"`
	Verify bool   `help:"Read a copy back instead: its journal and every document in it."`
	Done   bool   `help:"Note that the database was backed up by other means, such as pg_dump."`
}

// Run writes a copy while everything goes on, reads it back and notes the time.
func (c *backupCmd) Run(ctx context.Context, s streams) error {
	switch {
	case c.Done == (c.File != ""):
		return errors.New("name the file to write, or say --done where another tool has made the backup")
	case c.Verify:
		return c.verify(ctx, s)
	}
	o, err := c.enter(ctx, s, true) // people and policies may be in the middle of a change
	if err != nil {
		return err
	}
	defer o.close()
	if !c.Done {
		if err := o.store.Backup(ctx, c.File); err != nil {
			return err
		}
		if err := c.verify(ctx, s); err != nil {
			return err
		}
	}
	return o.store.Do(ctx, func(tx *store.Tx) error { return tx.NoteBackup() })
}

// verify reads all of the copy and changes nothing in it.
func (c *backupCmd) verify(ctx context.Context, s streams) error {
	copied, err := store.OpenCopy(ctx, c.File, store.Options{Now: now})
	if err != nil {
		return fmt.Errorf("read the backup: %w", err)
	}
	defer copied.Close()
	return copied.View(ctx, func(tx *store.Tx) error {
		lines, _, err := tx.VerifyJournal()
		if err != nil {
			return fmt.Errorf("read the backup: %w", err)
		}
		documents, err := tx.VerifyDocuments()
		if err != nil {
			return fmt.Errorf("read the backup: %w", err)
		}
		fmt.Fprintf(s.Out, "%s: %s, %s, all as they were written\n", c.File, count(int(lines), "journal line", "journal lines"), count(documents, "document", "documents"))
		return nil
	})
}

// backup warns of a last backup that is older than a policy in force wants it to be (S0-70).
func (x *examination) backup(tx *store.Tx) error {
	all, current, err := tx.Policies()
	if err != nil {
		return err
	}
	last, err := tx.LastBackup()
	if err != nil {
		return err
	}
	every, by := oftenest(all, current)
	switch {
	case by == "":
	case last.IsZero():
		x.find("backup", warning, "huiban backup FILE writes a copy; huiban backup --done notes one by other means, such as pg_dump", "there was none yet, and %s wants one every %s", by, every)
	case every.After(x.config.Calendar, last).Before(x.now):
		x.find("backup", warning, "huiban backup FILE writes a copy; huiban backup --done notes one by other means, such as pg_dump", "the last one is of %s, and %s wants one every %s",
			last.In(x.config.Calendar.Zone(x.config.Office.Zone)).Format("2006-01-02 15:04"), by, every)
	default:
		x.find("backup", sound, "", "the last one is of %s", last.In(x.config.Calendar.Zone(x.config.Office.Zone)).Format("2006-01-02 15:04"))
	}
	return nil
}

// oftenest is the shortest archive.backup of the policies in force, and whose it is.
func oftenest(all map[string]*secretary.Policy, current map[string]string) (every secretary.Span, by string) {
	var shortest time.Duration
	for id, key := range current {
		p := all[key]
		if p == nil || p.Disabled || p.Archive.Backup.N == 0 {
			continue
		}
		if d := p.Archive.Backup.Duration(); by == "" || d < shortest || d == shortest && id < by {
			shortest, every, by = d, p.Archive.Backup, id
		}
	}
	return every, by
}
