package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// JournalLine is one line of the journal: an entry, its place in the chain and its seal.
type JournalLine struct {
	Seq  int64 // from 1, without gaps
	At   time.Time
	Hash string // SHA-256 in hex over the line before's Hash and this line's content
	secretary.Entry
}

type journalRow struct {
	Seq    int64 `gorm:"primaryKey;autoIncrement:false"`
	At     instant
	CaseID string
	What   string
	Who    string
	Before string
	After  string
	Source string
	Hash   string
}

func (journalRow) TableName() string { return "journal" }

func (r journalRow) line() JournalLine {
	return JournalLine{Seq: r.Seq, At: r.At.Time, Hash: r.Hash, Entry: secretary.Entry{
		Case: secretary.Case(r.CaseID), What: r.What, Who: secretary.PersonID(r.Who),
		Before: r.Before, After: r.After, Source: r.Source,
	}}
}

// seal is the hash of a row behind the row with hash previous.
func (r journalRow) seal(previous string) string {
	content, err := json.Marshal([]any{r.Seq, r.At.UnixMilli(), r.CaseID, r.What, r.Who, r.Before, r.After, r.Source})
	if err != nil {
		panic(err) // numbers and strings
	}
	h := sha256.New()
	h.Write([]byte(previous))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}

// Record adds a journal entry that belongs to no case's outcome, such as a command of the administrator.
func (tx *Tx) Record(e secretary.Entry) { tx.line = append(tx.line, e) }

func (tx *Tx) record(entries []secretary.Entry, source string) {
	for _, e := range entries {
		if e.Source == "" {
			e.Source = source
		}
		tx.Record(e)
	}
}

// chain appends the entries of the transaction to the journal. The head of the chain is a row that is locked from here
// to the commit, so that on PostgreSQL too there is one chain.
func (tx *Tx) chain() error {
	if len(tx.line) == 0 {
		return nil
	}
	seq, hash, err := tx.journalHead(tx.forUpdate())
	if err != nil {
		return err
	}
	rows := make([]journalRow, 0, len(tx.line))
	for _, e := range tx.line {
		seq++
		r := journalRow{
			Seq: seq, At: at(tx.Now), CaseID: clean(string(e.Case)), What: clean(e.What), Who: clean(string(e.Who)),
			Before: clean(e.Before), After: clean(e.After), Source: clean(e.Source),
		}
		r.Hash = r.seal(hash)
		hash = r.Hash
		rows = append(rows, r)
	}
	if err := tx.db.CreateInBatches(rows, 500).Error; err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	if err := tx.db.Exec("UPDATE facts SET number = ?, doc = ? WHERE name = 'journal'", seq, hash).Error; err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}

func (tx *Tx) journalHead(lock string) (seq int64, hash string, err error) {
	var head struct {
		Number int64
		Doc    string
	}
	if err := tx.db.Raw("SELECT number, doc FROM facts WHERE name = 'journal'" + lock).Scan(&head).Error; err != nil {
		return 0, "", fmt.Errorf("read journal's head: %w", err)
	}
	return head.Number, head.Doc, nil
}

// JournalOf lists the journal of a case, of all cases for "", oldest first. limit bounds it to the newest lines; 0 is all.
func (tx *Tx) JournalOf(c secretary.Case, limit int) ([]JournalLine, error) {
	var rows []journalRow
	q := where(listing(tx.db, "seq", false, limit), "case_id = ?", c)
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read journal of %s: %w", c, err)
	}
	out := make([]JournalLine, len(rows))
	for i, r := range rows {
		out[len(rows)-1-i] = r.line()
	}
	return out, nil
}
