package daemon

import (
	"errors"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// visitor is who writes from the address and is known to the meeting alone that the mail belongs to, nil where nobody is.
func (t *thread) visitor(tx *store.Tx, address string) (*secretary.Person, error) {
	id := t.meeting
	if id == "" && t.letter != nil {
		of, found := strings.CutPrefix(string(t.letter.Letter.Case), "meeting:")
		if !found {
			return nil, nil
		}
		id = secretary.MeetingID(of)
	}
	if id == "" {
		return nil, nil
	}
	m, err := tx.Meeting(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return m.Visitor(address), nil
}
