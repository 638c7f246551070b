package daemon

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/store"
)

// watch keeps every mail of the mailbox before anything is done about it.
func (d *Daemon) watch(ctx context.Context) {
	folder := d.Account.IMAP.Folder
	if folder == "" {
		folder = "INBOX"
	}
	w := mailer.Watcher{
		Account: d.Account.IMAP, Log: d.Log,
		Idling: func() {
			ring(d.looked)
			d.observe(Event{Watching: true})
		},
		Trouble: func(err error, _ time.Duration) {
			if err != nil {
				ring(d.looked) // a mailbox that cannot be read does not stop the clock
			}
			d.trouble(Mailbox, err)
		},
	}
	_ = w.Watch(ctx, d.position(ctx, folder), func(ctx context.Context, m mailer.Message) error {
		return d.keep(ctx, folder, m)
	})
}

// position is how far the folder has been read. Where that is not known it is read again: nothing is kept twice.
func (d *Daemon) position(ctx context.Context, folder string) mailer.Position {
	var p store.Position
	err := d.patiently(ctx, d.Store.View, func(tx *store.Tx) (err error) {
		p, err = tx.Position(folder)
		return err
	})
	if err != nil && ctx.Err() == nil {
		d.Log.Error("read the mailbox's position", "error", err)
	}
	return mailer.Position{UIDValidity: p.UIDValidity, UID: p.UID}
}

// keep stores a mail together with its place, so that both are true or neither.
func (d *Daemon) keep(ctx context.Context, folder string, m mailer.Message) error {
	raw := m.Raw
	if m.Oversize {
		raw = cut(raw, m.Size)
	}
	return d.patiently(ctx, d.Store.Do, func(tx *store.Tx) error {
		_, _, err := tx.SaveMail(store.Mail{Mailbox: folder, UIDValidity: m.UIDValidity, UID: m.UID, Raw: raw, Arrived: m.Received})
		if err != nil {
			return err
		}
		return tx.SetPosition(folder, store.Position{UIDValidity: m.UIDValidity, UID: m.UID})
	})
}

// patiently runs a transaction again and again while the database is down.
func (d *Daemon) patiently(ctx context.Context, run func(context.Context, func(*store.Tx) error) error, f func(*store.Tx) error) error {
	for {
		err := run(ctx, f)
		if !d.outlast(ctx, "watch", err) {
			return err
		}
		ring(d.looked) // a mailbox that cannot be kept does not stop the clock
	}
}

// cutField is written on top of a mail that is too large to be kept whole, with its size in bytes. It counts only there,
// where no sender can write: the mailbox's own server puts its trace above everything that was sent.
const cutField = "X-Huiban-Oversize: "

func cut(header []byte, size int64) []byte {
	return append(fmt.Appendf(nil, "%s%d\r\n", cutField, size), header...)
}

// sizeOfCut is the size of a mail of which only the header was kept, 0 for one kept whole.
func sizeOfCut(raw []byte) int64 {
	rest, found := bytes.CutPrefix(raw, []byte(cutField))
	line, _, _ := bytes.Cut(rest, []byte("\r\n"))
	if size, err := strconv.ParseInt(string(line), 10, 64); found && err == nil {
		return size
	}
	return 0
}
