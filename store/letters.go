package store

import (
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// LetterByMessageID finds the letter that a mail answers by its In-Reply-To or References. ErrNotFound where none is.
func (tx *Tx) LetterByMessageID(id string) (OutLetter, error) { return tx.letterBy("message_id", id) }

// LetterByCode finds a letter by its code. ErrNotFound where none is.
func (tx *Tx) LetterByCode(code string) (OutLetter, error) { return tx.letterBy("code", code) }

// LetterByKey finds a letter by its key. ErrNotFound where none is.
func (tx *Tx) LetterByKey(key string) (OutLetter, error) { return tx.letterBy("key", key) }

func (tx *Tx) letterBy(column, value string) (OutLetter, error) {
	var rows []letterRow
	if err := tx.db.Where(column+" = ?", clean(value)).Limit(1).Find(&rows).Error; err != nil {
		return OutLetter{}, fmt.Errorf("find letter by %s: %w", column, err)
	}
	if len(rows) == 0 {
		return OutLetter{}, fmt.Errorf("letter by %s %q: %w", column, value, ErrNotFound)
	}
	return rows[0].letter()
}

// LetterFilter chooses letters; fields left zero choose all.
type LetterFilter struct {
	Case   secretary.Case
	To     secretary.PersonID
	Kind   secretary.LetterKind
	State  LetterState
	Oldest bool // oldest first
	Limit  int
}

// LettersOf lists the letters of a case, oldest first.
func (tx *Tx) LettersOf(c secretary.Case) ([]OutLetter, error) {
	return tx.Letters(LetterFilter{Case: c, Oldest: true})
}

// Letters lists letters, newest first.
func (tx *Tx) Letters(f LetterFilter) ([]OutLetter, error) {
	q := listing(tx.db, "id", f.Oldest, f.Limit)
	q = where(q, "case_id = ?", f.Case)
	q = where(q, "recipient = ?", f.To)
	q = where(q, "kind = ?", f.Kind)
	q = where(q, "state = ?", f.State)
	var rows []letterRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list letters: %w", err)
	}
	return letters(rows)
}
