package daemon

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// begin sees to it that every policy in force has its series, and that every case is looked at: whatever changed while
// nobody was running corrects itself. It is done again whenever office, directory or policies were changed.
func (d *Daemon) begin(ctx context.Context) error {
	var dir *secretary.Directory
	err := d.Store.Do(ctx, func(tx *store.Tx) (err error) {
		office, err := tx.Office()
		if err != nil {
			return err
		}
		if office.Address == "" {
			return errors.New("no office was applied yet")
		}
		if err := d.openAllSeries(tx); err != nil {
			return err
		}
		dir, err = tx.Directory()
		if err != nil {
			return err
		}
		return pokeAll(tx, dir)
	})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	d.seen = dir
	return nil
}

// renew begins again where what all cases share has been changed since, by this process or another. The error says that
// the database is down.
func (d *Daemon) renew(ctx context.Context) error {
	var dir *secretary.Directory
	err := d.Store.View(ctx, func(tx *store.Tx) (err error) {
		dir, err = tx.Directory() // another one for each generation of what cases share
		return err
	})
	if err == nil && dir != d.seen {
		err = d.begin(ctx)
	}
	return d.unlessDown(ctx, "look for changes", err)
}

func (d *Daemon) openAllSeries(tx *store.Tx) error {
	_, current, err := tx.Policies()
	if err != nil {
		return err
	}
	for _, policy := range slices.Sorted(maps.Keys(current)) { // in order: several daemons may begin at once
		if err := d.openSeries(tx, policy); err != nil {
			return err
		}
	}
	return nil
}

// openSeries starts the series of a policy that is first seen in force.
func (d *Daemon) openSeries(tx *store.Tx, policy string) error {
	c := secretary.SeriesCase(policy)
	desk, err := tx.OpenCase(c, d.Calendar)
	if err != nil {
		return err
	}
	if desk.OpenSeries(policy, tx.Now) {
		if _, err := tx.SaveCase(desk, &secretary.Outcome{}, store.Source{Name: "clock"}); err != nil {
			return err
		}
	}
	tx.Poke(c)
	return nil
}

// current are the stages of meetings on which something may still be owed.
var current = []secretary.Stage{
	secretary.Planned, secretary.Noticed, secretary.Held, secretary.Reviewing, secretary.Confirming, secretary.Objected, secretary.Published,
}

// pokeAll has every meeting that is not over and everybody's case looked at, also those that no wake-up is left of.
func pokeAll(tx *store.Tx, dir *secretary.Directory) error {
	for _, stage := range current {
		meetings, err := tx.Meetings(store.MeetingFilter{Stage: stage})
		if err != nil {
			return err
		}
		for _, m := range meetings {
			tx.Poke(secretary.MeetingCase(m.ID))
		}
	}
	for id, p := range dir.People {
		if !p.Inactive {
			tx.Poke(secretary.PersonCase(id))
		}
	}
	return nil
}
