package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm/clause"

	"github.com/huiban/huiban/secretary"
)

// LetterState is how far a letter has come.
type LetterState string

// The states of a letter in the outbox.
const (
	Queued    LetterState = "queued"    // to be sent at NextAt
	Sending   LetterState = "sending"   // claimed by a daemon; to be sent again once its lease has run out
	Sent      LetterState = "sent"      // the mail server has it
	Uncertain LetterState = "uncertain" // the line dropped at the very end; sent again at NextAt with the same Message-ID
	Dead      LetterState = "dead"      // refused for good, bounced, or given up
)

// OutLetter is a letter in the outbox.
type OutLetter struct {
	ID        int64            `json:"id"` // in the order of queuing
	Letter    secretary.Letter `json:"letter"`
	MessageID string           `json:"message_id"`
	Code      string           `json:"code"` // unique; "" is none. It may be longer than Thread chose, where that code was taken
	State     LetterState      `json:"state"`
	Attempts  int              `json:"attempts"` // begun, the one at hand included
	NextAt    time.Time        `json:"next_at"`
	QueuedAt  time.Time        `json:"queued_at"`
	SentAt    time.Time        `json:"sent_at,omitzero"` // zero until then
	LastError string           `json:"last_error"`
	RawHash   string           `json:"raw_hash"` // of the document that holds the mail as it was handed over last; "" before
	Fence     int64            `json:"-"`
}

type letterRow struct {
	ID         int64 `gorm:"primaryKey"`
	Key        string
	MessageID  string
	Code       *string
	Kind       string
	CaseID     string
	Line       string
	Recipient  string
	State      LetterState
	Attempts   int
	NextAt     instant
	QueuedAt   instant
	SentAt     instant
	LastError  string
	LeaseOwner string
	LeaseUntil instant
	Fence      int64
	RawHash    string
	Doc        string
}

func (letterRow) TableName() string { return "letters" }

func (r letterRow) letter() (OutLetter, error) {
	o := OutLetter{
		ID: r.ID, MessageID: r.MessageID, State: r.State, Attempts: r.Attempts, NextAt: r.NextAt.Time,
		QueuedAt: r.QueuedAt.Time, SentAt: r.SentAt.Time, LastError: r.LastError, RawHash: r.RawHash, Fence: r.Fence,
	}
	if r.Code != nil {
		o.Code = *r.Code
	}
	if err := json.Unmarshal([]byte(r.Doc), &o.Letter); err != nil {
		return o, fmt.Errorf("read letter %s: %w", r.Key, err)
	}
	return o, nil
}

// queue puts l into the outbox. fresh is false where a letter with its key has been there before.
func (tx *Tx) queue(l secretary.Letter, thread Thread) (fresh bool, err error) {
	if l.Key == "" || thread == nil {
		return false, errors.New("queue letter: it needs a key and a thread")
	}
	doc, err := json.Marshal(l)
	if err != nil {
		return false, fmt.Errorf("queue letter %s: %w", l.Key, err)
	}
	messageID, code := thread(l)
	r := letterRow{
		Key: l.Key, MessageID: messageID, Kind: string(l.Kind), CaseID: string(l.Case), Line: line(l), Recipient: recipient(l),
		State: Queued, NextAt: at(tx.Now), QueuedAt: at(tx.Now), Doc: string(doc),
	}
	fresh, err = tx.insertLetter(r, code)
	if err != nil {
		return false, fmt.Errorf("queue letter %s: %w", l.Key, err)
	}
	tx.work.outbox = tx.work.outbox || fresh
	return fresh, nil
}

// line is what a letter waits for its turn in: its case, or the UID that a series' invitation shares with the letters about
// each of its dates.
func line(l secretary.Letter) string {
	if m := l.Meeting; m != nil && (m.Series != nil || !m.Recurrence.IsZero()) {
		return m.UID
	}
	return string(l.Case)
}

// insertLetter tries code, code2, code3 … until one is free. A conflict is never provoked as an error: on PostgreSQL
// that would abort the transaction.
func (tx *Tx) insertLetter(r letterRow, code string) (fresh bool, err error) {
	for n := 1; n < 1000; n++ {
		if code != "" {
			c := code
			if n > 1 {
				c += strconv.Itoa(n)
			}
			r.Code = &c
		}
		r.ID = 0
		done := tx.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&r)
		if done.Error != nil || done.RowsAffected == 1 {
			return done.Error == nil, done.Error
		}
		var clash []letterRow
		if err := tx.db.Select("key", "message_id").Where("key = ? OR message_id = ?", r.Key, r.MessageID).Find(&clash).Error; err != nil {
			return false, err
		}
		for _, c := range clash {
			if c.Key == r.Key {
				return false, nil
			}
			return false, fmt.Errorf("letter %s has the same Message-ID %s", c.Key, c.MessageID)
		}
	}
	return false, fmt.Errorf("no free code beside %q", code)
}

// recipient tells people apart that letters go to; those who are no persons of the directory by their address.
func recipient(l secretary.Letter) string {
	if l.To.ID != "" {
		return string(l.To.ID)
	}
	return strings.ToLower(l.To.Email)
}
