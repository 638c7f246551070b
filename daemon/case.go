package daemon

import (
	"context"
	"errors"
	"fmt"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// errPanic says that code of ours panicked: doing the same again will hardly help.
var errPanic = errors.New("the secretary failed")

// protect turns a panic into an error: one mistake must not stop the others' meetings.
func protect[T any](f func() (T, error)) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanic, r)
		}
	}()
	return f()
}

// event is what one event does on a case laid out on a desk.
type event func(*secretary.Desk) (*secretary.Outcome, error)

// do runs an event on case c within a transaction and saves what came of it.
func (d *Daemon) do(tx *store.Tx, c secretary.Case, from store.Source, e event) (*secretary.Outcome, error) {
	return protect(func() (*secretary.Outcome, error) {
		desk, err := tx.OpenCase(c, d.Calendar)
		if err != nil {
			return nil, err
		}
		desk.Fold = fold.Text
		var lost error
		desk.Number = func(prefix string) int {
			n, err := tx.NextNumber(prefix)
			lost = errors.Join(lost, err)
			return n
		}
		out, err := e(desk)
		if err = errors.Join(err, lost); err != nil {
			return nil, err
		}
		return out, d.save(tx, desk, out, from)
	})
}

// save writes an event's outcome: documents for the archive and where paper stands first, then the case with its letters.
func (d *Daemon) save(tx *store.Tx, desk *secretary.Desk, out *secretary.Outcome, from store.Source) error {
	for _, e := range out.Archive {
		if err := d.file(tx, desk.Office, e); err != nil {
			return err
		}
	}
	for number, place := range out.Shelved {
		if err := tx.Shelve(number, place); err != nil {
			return err
		}
	}
	from.Thread = d.thread(desk.Office)
	_, err := tx.SaveCase(desk, out, from)
	return err
}

// Command carries out an order of the administrator on a case. The daemon need not run.
func (d *Daemon) Command(ctx context.Context, c secretary.Case, o secretary.Order) (*secretary.Outcome, error) {
	var out *secretary.Outcome
	err := d.Store.Do(ctx, func(tx *store.Tx) (err error) {
		out, err = d.do(tx, c, store.Source{Name: "command"}, func(desk *secretary.Desk) (*secretary.Outcome, error) {
			return secretary.Command(desk, c, o, tx.Now)
		})
		return err
	})
	return out, err
}
