package store

import (
	"cmp"
	"maps"
	"slices"

	"github.com/huiban/huiban/secretary"
)

// The files of the desk are kept as JSON. The columns beside the doc are what is searched and what must be unique.

type seriesRow struct {
	Policy string `gorm:"primaryKey"`
	Doc    string
}

type meetingRow struct {
	ID       string `gorm:"primaryKey"`
	Series   string // policy id
	Previous string
	UID      *string
	Recurs   int64 // milliseconds
	Stage    string
	Planned  instant
	StartAt  instant
	Doc      string
}

type itemRow struct {
	ID         string `gorm:"primaryKey"`
	Meeting    string
	Series     string
	Owner      string
	Supervisor string
	IsOpen     bool
	Due        string
	DoneAt     instant
	Doc        string
}

type folderRow struct {
	Person string `gorm:"primaryKey"`
	Doc    string
}

func (seriesRow) TableName() string  { return "series" }
func (meetingRow) TableName() string { return "meetings" }
func (itemRow) TableName() string    { return "items" }
func (folderRow) TableName() string  { return "folders" }

// row is what the four have in common.
type row interface {
	id() string
	doc() string
}

func (r seriesRow) id() string   { return r.Policy }
func (r seriesRow) doc() string  { return r.Doc }
func (r meetingRow) id() string  { return r.ID }
func (r meetingRow) doc() string { return r.Doc }
func (r itemRow) id() string     { return r.ID }
func (r itemRow) doc() string    { return r.Doc }
func (r folderRow) id() string   { return r.Person }
func (r folderRow) doc() string  { return r.Doc }

func seriesToRow(s *secretary.Series, doc string) seriesRow {
	return seriesRow{Policy: s.Policy, Doc: doc}
}

func meetingToRow(m *secretary.Meeting, doc string) meetingRow {
	r := meetingRow{
		ID: string(m.ID), Series: policyID(m.Policy), Previous: string(m.Previous),
		Stage: string(m.Stage), Planned: at(m.Planned), StartAt: at(m.Start), Doc: doc,
	}
	if m.UID != "" {
		r.UID = &m.UID
	}
	if m.Run != "" {
		r.Recurs = m.Planned.UnixMilli()
	}
	return r
}

func itemToRow(i *secretary.Item, doc string) itemRow {
	return itemRow{
		ID: string(i.ID), Meeting: string(i.Meeting), Series: i.Series, Owner: string(i.Owner), Supervisor: string(i.Supervisor),
		IsOpen: i.Open(), Due: string(i.Due), DoneAt: at(i.DoneAt), Doc: doc,
	}
}

func folderToRow(f *secretary.Folder, doc string) folderRow {
	return folderRow{Person: string(f.Person), Doc: doc}
}

// policyID is the policy of the version key "MT-S0-1@2".
func policyID(key string) string {
	for i := len(key) - 1; i >= 0; i-- {
		if key[i] == '@' {
			return key[:i]
		}
	}
	return key
}

// sorted lists the keys of m in order, which is also the order in which rows are locked.
func sorted[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
