package store

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// Source is the event that a case was opened for.
type Source struct {
	Name   string  // Message-ID of the mail, "clock" or "command": the journal's source where an entry names none
	Wakeup *Wakeup // the claimed wake-up, done with the transaction; nil for mails and commands
	Thread Thread  // required where the outcome holds letters
}

// Thread chooses the Message-ID of a letter, and the code by which a mail that lost its thread still finds it. Both
// come from the letter's key, so that they are the same whenever they are asked for. An empty code is none.
type Thread func(secretary.Letter) (messageID, code string)

// Saved is what SaveCase wrote.
type Saved struct {
	Changed []string // "meeting PSC-20261127", "item PSC-20261127-3" …: written, since they differ from what was loaded
	Queued  []string // keys of letters now in the outbox
	Known   []string // keys of letters that were there before; they are left as they are
}

// SaveCase writes back what changed on a desk that this transaction opened, with the journal, the letters and the
// wake-ups of the outcome. Do returns ErrLeaseLost, and nothing is kept, where another daemon has taken the wake-up over.
func (tx *Tx) SaveCase(d *secretary.Desk, out *secretary.Outcome, from Source) (Saved, error) {
	l := tx.desks[d]
	if tx.reads {
		return Saved{}, errors.New("save case: a view saves nothing")
	}
	if l == nil {
		panic("store: SaveCase of a desk that this transaction did not open")
	}
	var s Saved
	if err := tx.saveDesk(d, l, &s); err != nil {
		return Saved{}, fmt.Errorf("save case: %w", err)
	}
	if err := errors.Join(tx.saveAway(out.Away), tx.enact(out.Enacted)); err != nil {
		return Saved{}, fmt.Errorf("save case: %w", err)
	}
	clear(tx.between)
	for _, letter := range out.Letters {
		fresh, err := tx.queue(letter, from.Thread)
		if err != nil {
			return Saved{}, fmt.Errorf("save case: %w", err)
		}
		if fresh {
			s.Queued = append(s.Queued, letter.Key)
		} else {
			s.Known = append(s.Known, letter.Key)
		}
	}
	tx.record(out.Journal, from.Name)
	tx.note(out, from.Wakeup)
	return s, nil
}

// saveDesk writes in the order in which OpenCase locks.
func (tx *Tx) saveDesk(d *secretary.Desk, l *loaded, s *Saved) error {
	if err := save(tx, s, "series", l.series, d.Series, seriesToRow); err != nil {
		return err
	}
	if err := save(tx, s, "meeting", l.meetings, d.Meetings, meetingToRow); err != nil {
		return err
	}
	if err := save(tx, s, "item", l.items, d.Items, itemToRow); err != nil {
		return err
	}
	return save(tx, s, "folder", l.folders, d.Folders, folderToRow)
}

// save writes those of now that differ from old. A new one is inserted and never replaces another: an id that exists
// but was not on the desk is a mistake of whoever chose it.
func save[R any, K ~string, V any](tx *Tx, s *Saved, kind string, old map[string]string, now map[K]*V, toRow func(*V, string) R) error {
	for _, id := range sorted(now) {
		b, err := json.Marshal(now[id])
		if err != nil {
			return fmt.Errorf("%s %s: %w", kind, id, err)
		}
		doc, known := old[string(id)]
		if known && doc == string(b) {
			continue
		}
		r := toRow(now[id], string(b))
		if known {
			err = tx.db.Select("*").Updates(&r).Error
		} else {
			err = tx.db.Create(&r).Error
		}
		if err != nil {
			return fmt.Errorf("%s %s: %w", kind, id, err)
		}
		old[string(id)] = string(b)
		s.Changed = append(s.Changed, kind+" "+string(id))
	}
	return nil
}
