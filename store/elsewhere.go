package store

import (
	"errors"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// numbered reports whether there is a meeting with that number, for a desk. What fails here fails the transaction at its end.
func (tx *Tx) numbered(id secretary.MeetingID) bool {
	_, err := tx.Meeting(id)
	if err != nil && !errors.Is(err, ErrNotFound) {
		tx.lost = errors.Join(tx.lost, fmt.Errorf("look for meeting %s: %w", id, err))
	}
	return err == nil
}

// elsewhere lists the meetings to come that start in between, for a desk: they are read without a lock, since a case that is
// changed meanwhile has those poked that it clashes with. What fails here fails the transaction at its end.
func (tx *Tx) elsewhere(from, until time.Time) []*secretary.Meeting {
	between := [2]time.Time{from, until}
	if found, asked := tx.between[between]; asked { // duties are derived several times in one event
		return found
	}
	q := tx.db.Where("start_at >= ? AND start_at < ? AND stage IN ?", at(from), at(until), []secretary.Stage{secretary.Planned, secretary.Noticed}).Order("id")
	found, err := files[meetingRow, secretary.Meeting](q)
	if err != nil {
		tx.lost = errors.Join(tx.lost, fmt.Errorf("look for other meetings: %w", err))
	}
	tx.between[between] = found
	return found
}
