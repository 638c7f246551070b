package store

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"
)

// Mail is an inbound mail as it is first saved.
type Mail struct {
	Mailbox     string // as configured, such as INBOX; another name for mails that come another way
	UIDValidity uint32
	UID         uint32 // 0 for mails that come another way
	Raw         []byte
	Arrived     time.Time
}

// mailRow refers to the raw mail as a document by its hash.
type mailRow struct {
	ID          int64 `gorm:"primaryKey"`
	Mailbox     string
	UIDValidity uint32
	UID         *uint32
	Hash        string
	Arrived     instant
	SavedAt     instant
	Attempts    int
	LeaseOwner  string
	LeaseUntil  instant
	Verdict     string
	JudgedAt    instant
	Reason      string
	FromAddress string
	Writer      string
	Proof       string
	Subject     string
	MessageID   string
	LetterKey   string
	Understood  string
}

func (mailRow) TableName() string { return "mails" }

// SaveMail keeps a mail before the mailbox is touched. A mail that was saved before, by its place in the mailbox or by
// its content, is not fresh and keeps its id. (A mailbox that was rebuilt numbers the same mails anew.)
func (tx *Tx) SaveMail(m Mail) (id int64, fresh bool, err error) {
	r := mailRow{
		Mailbox: clean(m.Mailbox), UIDValidity: m.UIDValidity, Hash: hashOf(m.Raw), Arrived: at(m.Arrived), SavedAt: at(tx.Now),
	}
	if m.Arrived.IsZero() {
		r.Arrived = at(tx.Now)
	}
	if m.UID != 0 {
		r.UID = &m.UID
	}
	done := tx.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&r)
	if done.Error != nil {
		return 0, false, fmt.Errorf("save mail: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		id, err := tx.savedMail(r)
		return id, false, err
	}
	if _, err := tx.PutDocument(m.Raw, "mail.eml", "message/rfc822"); err != nil {
		return 0, false, err
	}
	tx.work.inbox = true
	return r.ID, true, nil
}

func (tx *Tx) savedMail(r mailRow) (int64, error) {
	var ids []int64
	q := tx.db.Model(&mailRow{}).Where("hash = ?", r.Hash)
	if r.UID != nil {
		q = q.Or("mailbox = ? AND uid_validity = ? AND uid = ?", r.Mailbox, r.UIDValidity, *r.UID)
	}
	if err := q.Order("id").Limit(1).Pluck("id", &ids).Error; err != nil || len(ids) == 0 {
		return 0, fmt.Errorf("find saved mail: %w", err)
	}
	return ids[0], nil
}

// Position is how far a mailbox has been read.
type Position struct{ UIDValidity, UID uint32 }

type mailboxRow struct {
	Mailbox     string `gorm:"primaryKey"`
	UIDValidity uint32
	UID         uint32
}

func (mailboxRow) TableName() string { return "mailboxes" }

// Position is how far mailbox has been read; the zero Position where it never was.
func (tx *Tx) Position(mailbox string) (Position, error) {
	var rows []mailboxRow
	if err := tx.db.Where("mailbox = ?", mailbox).Limit(1).Find(&rows).Error; err != nil || len(rows) == 0 {
		return Position{}, wrap("read position of "+mailbox, err)
	}
	return Position{rows[0].UIDValidity, rows[0].UID}, nil
}

// SetPosition records how far mailbox has been read.
func (tx *Tx) SetPosition(mailbox string, p Position) error {
	err := tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&mailboxRow{mailbox, p.UIDValidity, p.UID}).Error
	return wrap("set position of "+mailbox, err)
}

// wrap names the step where err is one.
func wrap(step string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", step, err)
}
