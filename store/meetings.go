package store

import (
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// MeetingFilter chooses meetings; fields left zero choose all.
type MeetingFilter struct {
	Series string // policy id
	Stage  secretary.Stage
	From   time.Time // starts then or later
	Before time.Time // starts earlier
	Newest bool      // newest first
	Limit  int
}

// Meetings lists meetings by start.
func (tx *Tx) Meetings(f MeetingFilter) ([]*secretary.Meeting, error) {
	q := listing(tx.db, "start_at", !f.Newest, f.Limit).Order("id")
	q = where(q, "series = ?", f.Series)
	q = where(q, "stage = ?", f.Stage)
	if !f.From.IsZero() {
		q = q.Where("start_at >= ?", at(f.From))
	}
	if !f.Before.IsZero() {
		q = q.Where("start_at < ?", at(f.Before))
	}
	m, err := files[meetingRow, secretary.Meeting](q)
	return m, wrap("list meetings", err)
}

// Meeting returns one meeting. ErrNotFound where there is none.
func (tx *Tx) Meeting(id secretary.MeetingID) (*secretary.Meeting, error) {
	return one[meetingRow, secretary.Meeting](tx.db.Where("id = ?", id), "meeting "+string(id))
}

// MeetingByUID finds the meeting of an iCalendar UID, of a series any one. ErrNotFound where there is none.
func (tx *Tx) MeetingByUID(uid string) (*secretary.Meeting, error) {
	return one[meetingRow, secretary.Meeting](tx.db.Where("uid = ?", clean(uid)), "meeting by UID")
}

// MeetingOfSeries finds the meeting of a series by its RECURRENCE-ID, compared as an instant. ErrNotFound where there is
// none.
func (tx *Tx) MeetingOfSeries(uid string, recurrence time.Time) (*secretary.Meeting, error) {
	return one[meetingRow, secretary.Meeting](tx.db.Where("uid = ? AND recurs = ?", clean(uid), recurrence.UnixMilli()), "meeting by RECURRENCE-ID")
}

// ItemFilter chooses action items; fields left zero choose all.
type ItemFilter struct {
	Owner   secretary.PersonID
	Meeting secretary.MeetingID
	Series  string // policy id
	Open    bool   // only those on which something is owed
	DueBy   secretary.Date
	Since   time.Time // open at any time since then
	Limit   int
}

// Items lists action items by due date.
func (tx *Tx) Items(f ItemFilter) ([]*secretary.Item, error) {
	q := listing(tx.db, "due", true, f.Limit).Order("id")
	q = where(q, "owner = ?", f.Owner)
	q = where(q, "meeting = ?", f.Meeting)
	q = where(q, "series = ?", f.Series)
	q = where(q, "is_open = ?", f.Open)
	q = where(q, "due <= ?", f.DueBy)
	if !f.Since.IsZero() {
		q = q.Where("is_open = ? OR done_at >= ?", true, at(f.Since))
	}
	i, err := files[itemRow, secretary.Item](q)
	return i, wrap("list items", err)
}

// Item returns one action item. ErrNotFound where there is none.
func (tx *Tx) Item(id secretary.ItemID) (*secretary.Item, error) {
	return one[itemRow, secretary.Item](tx.db.Where("id = ?", id), "item "+string(id))
}

// Folder returns a person's folder. ErrNotFound where there is none.
func (tx *Tx) Folder(id secretary.PersonID) (*secretary.Folder, error) {
	return one[folderRow, secretary.Folder](tx.db.Where("person = ?", id), "folder "+string(id))
}

// Series returns the standing plan of a policy. ErrNotFound where there is none.
func (tx *Tx) Series(policy string) (*secretary.Series, error) {
	return one[seriesRow, secretary.Series](tx.db.Where("policy = ?", policy), "series "+policy)
}

func files[R row, V any](q *gorm.DB) ([]*V, error) {
	var rows []R
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]*V, 0, len(rows))
	for _, r := range rows {
		v, err := fromDoc[V](r)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func one[R row, V any](q *gorm.DB, what string) (*V, error) {
	found, err := files[R, V](q.Limit(1))
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return found[0], nil
}

// SeriesAdopting finds the policy whose series follows the invitation with that UID, which somebody else's calendar
// organizes. ErrNotFound where none does. There are no more series than policies, so all are looked through.
func (tx *Tx) SeriesAdopting(uid string) (string, error) {
	all, err := files[seriesRow, secretary.Series](tx.db.Order("policy"))
	if err != nil {
		return "", wrap("find series by invitation", err)
	}
	for _, s := range all {
		if slices.ContainsFunc(s.Adopted, func(a *secretary.Adoption) bool { return a.UID == uid }) {
			return s.Policy, nil
		}
	}
	return "", fmt.Errorf("series by invitation: %w", ErrNotFound)
}
