package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"github.com/huiban/huiban/secretary"
)

// ErrNumberTaken says that another document has the archive number.
var ErrNumberTaken = errors.New("the archive number is taken")

// Class is the kind of an archived document (S0-65).
type Class string

// The classes.
const (
	ClassMinutes    Class = "minutes"
	ClassRecord     Class = "record" // the raw record
	ClassReport     Class = "report"
	ClassResolution Class = "resolution"
	ClassMaterial   Class = "material"
	ClassLetter     Class = "letter"
	ClassLessons    Class = "lessons"   // what was learned (S0-89)
	ClassTraining   Class = "training"  // of the training register (S0-99)
	ClassKnowledge  Class = "knowledge" // contributed by anybody (S0-104)
)

// ArchiveEntry is one filed document.
type ArchiveEntry struct {
	Number          string // unique (S0-67)
	Class           Class
	Meeting         secretary.MeetingID // "" where it belongs to none
	Series          string              // policy id
	Title           secretary.Text
	Day             secretary.Date
	Departments     []string             // codes: whom it concerns
	Readers         []secretary.PersonID // who may read it besides (S0-76)
	Confidentiality string               // as the policy words it; "" is open
	Shelf           string               // where the paper is (S0-74)
	SupersededBy    string               // the number of the newer one (S0-78)
	Hash            string               // the document
	FiledAt         time.Time            // set by FileDocument
	Text            string               // what is searched besides number and title
}

type archiveRow struct {
	Number          string `gorm:"primaryKey"`
	Class           Class
	Meeting         string
	Series          string
	Day             string
	Title           string // JSON, as the next two
	Departments     string
	Readers         string
	Confidentiality string
	Shelf           string
	SupersededBy    string
	Hash            string
	FiledAt         instant
	Text            string
	Folded          string
}

func (archiveRow) TableName() string { return "archive" }

// FileDocument puts a document into the archive. ErrNumberTaken leaves the transaction usable.
func (tx *Tx) FileDocument(e ArchiveEntry) error {
	r, err := archiveToRow(e)
	if err != nil {
		return fmt.Errorf("file document %s: %w", e.Number, err)
	}
	r.FiledAt = at(tx.Now)
	done := tx.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&r)
	err = done.Error
	if err == nil && done.RowsAffected == 0 {
		err = ErrNumberTaken
	}
	return wrap("file document "+e.Number, err)
}

// Supersede notes that the document newer takes the place of the document number, which is kept.
func (tx *Tx) Supersede(number, newer string) error {
	return tx.amend(number, "superseded_by", newer)
}

// Shelve notes where the paper of a document is.
func (tx *Tx) Shelve(number, shelf string) error { return tx.amend(number, "shelf", clean(shelf)) }

func (tx *Tx) amend(number, column, value string) error {
	done := tx.db.Model(&archiveRow{}).Where("number = ?", number).Update(column, value)
	err := done.Error
	if err == nil && done.RowsAffected == 0 {
		err = ErrNotFound
	}
	return wrap("archive number "+number, err)
}

// NextNumber counts from 1 for each prefix, without gaps: a number is used only if the transaction commits.
func (tx *Tx) NextNumber(prefix string) (int, error) {
	var n int
	err := tx.db.Raw(`INSERT INTO sequences (prefix, last) VALUES (?, 1)
		ON CONFLICT (prefix) DO UPDATE SET last = sequences.last + 1 RETURNING last`, prefix).Scan(&n).Error
	return n, wrap("next number of "+prefix, err)
}

func archiveToRow(e ArchiveEntry) (archiveRow, error) {
	title, err1 := json.Marshal(e.Title)
	departments, err2 := json.Marshal(e.Departments)
	readers, err3 := json.Marshal(e.Readers)
	r := archiveRow{
		Number: e.Number, Class: e.Class, Meeting: string(e.Meeting), Series: e.Series, Day: string(e.Day),
		Title: string(title), Departments: string(departments), Readers: string(readers),
		Confidentiality: clean(e.Confidentiality), Shelf: clean(e.Shelf), SupersededBy: e.SupersededBy, Hash: e.Hash,
		Text: clean(e.Text), Folded: searchable(e),
	}
	return r, errors.Join(err1, err2, err3)
}

func (r archiveRow) entry() (ArchiveEntry, error) {
	e := ArchiveEntry{
		Number: r.Number, Class: r.Class, Meeting: secretary.MeetingID(r.Meeting), Series: r.Series,
		Day: secretary.Date(r.Day), Confidentiality: r.Confidentiality, Shelf: r.Shelf, SupersededBy: r.SupersededBy,
		Hash: r.Hash, FiledAt: r.FiledAt.Time, Text: r.Text,
	}
	err := errors.Join(
		json.Unmarshal([]byte(r.Title), &e.Title),
		json.Unmarshal([]byte(r.Departments), &e.Departments),
		json.Unmarshal([]byte(r.Readers), &e.Readers),
	)
	return e, wrap("read archive entry "+r.Number, err)
}
