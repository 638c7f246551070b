package store

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// InMail is an inbound mail as it is kept. The raw mail is the Document with its Hash; see RawMail.
type InMail struct {
	ID          int64     `json:"id"`
	Mailbox     string    `json:"mailbox"`
	UIDValidity uint32    `json:"uid_validity"`
	UID         uint32    `json:"uid"`
	Hash        string    `json:"hash"`
	Arrived     time.Time `json:"arrived"`
	SavedAt     time.Time `json:"saved_at"`
	Attempts    int       `json:"attempts"`           // to judge it, the one at hand included
	JudgedAt    time.Time `json:"judged_at,omitzero"` // zero while it has no verdict
	MailVerdict
}

func (r mailRow) mail() InMail {
	m := InMail{
		ID: r.ID, Mailbox: r.Mailbox, UIDValidity: r.UIDValidity, Hash: r.Hash, Arrived: r.Arrived.Time,
		SavedAt: r.SavedAt.Time, Attempts: r.Attempts, JudgedAt: r.JudgedAt.Time,
		MailVerdict: MailVerdict{
			Verdict: secretary.Verdict(r.Verdict), Reason: r.Reason, From: r.FromAddress, Writer: secretary.PersonID(r.Writer),
			Proof: secretary.Proof(r.Proof), Subject: r.Subject, MessageID: r.MessageID, LetterKey: r.LetterKey,
			Understood: r.Understood,
		},
	}
	if r.UID != nil {
		m.UID = *r.UID
	}
	return m
}

// MailFilter chooses mails; fields left zero choose all.
type MailFilter struct {
	Verdict   secretary.Verdict
	Unjudged  bool // only those without a verdict
	Writer    secretary.PersonID
	From      string
	MessageID string
	LetterKey string
	Since     time.Time // arrived then or later
	Oldest    bool      // oldest first
	Limit     int
}

// Mails lists mails, newest first.
func (tx *Tx) Mails(f MailFilter) ([]InMail, error) {
	q := listing(tx.db, "id", f.Oldest, f.Limit)
	q = where(q, "verdict = ?", f.Verdict)
	q = where(q, "writer = ?", f.Writer)
	q = where(q, "from_address = ?", clean(f.From))
	q = where(q, "message_id = ?", clean(f.MessageID))
	q = where(q, "letter_key = ?", f.LetterKey)
	if f.Unjudged {
		q = q.Where("verdict = ''")
	}
	if !f.Since.IsZero() {
		q = q.Where("arrived >= ?", at(f.Since))
	}
	m, err := tx.mails(q)
	return m, wrap("list mails", err)
}

// Mail returns one mail. ErrNotFound where there is none.
func (tx *Tx) Mail(id int64) (InMail, error) {
	m, err := tx.mails(tx.db.Where("id = ?", id))
	if err == nil && len(m) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return InMail{}, fmt.Errorf("mail %d: %w", id, err)
	}
	return m[0], nil
}

// RawMail is the mail as it arrived.
func (tx *Tx) RawMail(m InMail) ([]byte, error) { return tx.Document(m.Hash) }

func (tx *Tx) mails(q *gorm.DB) ([]InMail, error) {
	var rows []mailRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]InMail, 0, len(rows))
	for _, r := range rows {
		out = append(out, r.mail())
	}
	return out, nil
}
