package daemon

import (
	"errors"
	"slices"
	"strings"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// ofMeeting reports whether the mail belongs to the thread of a meeting: quick lines are read in it.
func (t *thread) ofMeeting() bool {
	if t.letter != nil && About(&t.letter.Letter) == parser.Applied {
		return false // an approver who adds somebody changes the list that is to be approved
	}
	return t.meeting != "" || t.letter != nil && strings.HasPrefix(string(t.letter.Letter.Case), "meeting:")
}

// fresh reports whether the mail answers nothing of ours.
func (t *thread) fresh() bool { return t.letter == nil && t.meeting == "" && t.series == "" }

// readNamed reads a fresh mail as one about the meeting whose number it names, where quick lines follow. Any other fresh
// mail that names one, a query of the archive perhaps, is read as ever.
func (r *mailRead) readNamed(tx *store.Tx, o parser.Options) error {
	number := meaning.MeetingNumber.FindString(r.reading.Subject + "\n" + r.reading.Text)
	if number == "" || r.reading.Automatic != "" {
		return nil
	}
	m, err := tx.Meeting(secretary.MeetingID(strings.ToUpper(number)))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	} else if err != nil {
		return err
	}
	o.Meeting, o.Now = true, written(r.reading, r.mail)
	if named := parser.Parse(r.raw, o); slices.ContainsFunc(named.Intents, changesOrShows) {
		r.meeting, r.reading = m.ID, named
	}
	return nil
}

// changesOrShows reports whether an intent is a quick line about the meeting, and not about the archive or about huiban.
func changesOrShows(i secretary.Intent) bool {
	return isOrder(i) && i.Verb != "" && i.Verb != "query" && i.Verb != "help"
}

func isOrder(i secretary.Intent) bool {
	return i.Kind == secretary.IntentOrder && i.QuickLine != nil
}

// lookUp searches the archive for the quick lines that ask for it.
func (d *Daemon) lookUp(tx *store.Tx, r *secretary.Reply) error {
	for _, in := range r.Intents {
		if !isOrder(in) || in.Verb != "query" || in.What == "" {
			continue
		}
		found, err := d.search(tx, in.What)
		if err != nil {
			return err
		}
		if r.Found == nil {
			r.Found = map[string][]secretary.ArchiveEntry{}
		}
		r.Found[in.What] = found
	}
	return nil
}
