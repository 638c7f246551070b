package store

import (
	"errors"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// whole lays every series, the meetings that start in between, and the action items that were open at any time since its
// beginning on a desk of its own: to be read, without a lock, and never saved.
func (tx *Tx) whole(cal secretary.Calendar) func(from, until time.Time) *secretary.Desk {
	return func(from, until time.Time) *secretary.Desk {
		desk, err := tx.layWhole(cal, from, until)
		if err != nil {
			tx.lost = errors.Join(tx.lost, fmt.Errorf("look at the whole office: %w", err))
			return nil
		}
		return desk
	}
}

func (tx *Tx) layWhole(cal secretary.Calendar, from, until time.Time) (*secretary.Desk, error) {
	desk, err := tx.emptyDesk(cal)
	if err != nil {
		return nil, err
	}
	series, err := files[seriesRow, secretary.Series](tx.db.Order("policy"))
	if err != nil {
		return nil, err
	}
	meetings, err := tx.Meetings(MeetingFilter{From: from, Before: until})
	if err != nil {
		return nil, err
	}
	items, err := tx.Items(ItemFilter{Since: from})
	if err != nil {
		return nil, err
	}
	for _, i := range items {
		desk.Items[i.ID] = i
	}
	for _, s := range series {
		desk.Series[s.Policy] = s
	}
	for _, m := range meetings {
		desk.Meetings[m.ID] = m
	}
	desk.Elsewhere, desk.Whole = nil, nil
	return desk, nil
}
