package store

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// SaveOffice keeps the company's own data, and when it was first saved. Saving the same again changes nothing.
func (tx *Tx) SaveOffice(o secretary.Office) error {
	doc, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("save office: %w", err)
	}
	const save = "UPDATE facts SET doc = ?, number = CASE number WHEN 0 THEN ? ELSE number END WHERE name = 'office' AND doc <> ?"
	r := tx.db.Exec(save, string(doc), at(tx.Now), string(doc))
	if r.Error != nil {
		return fmt.Errorf("save office: %w", r.Error)
	}
	if r.RowsAffected == 0 {
		return nil
	}
	return tx.stir()
}

func (tx *Tx) readOffice() (secretary.Office, error) {
	var doc string
	var o secretary.Office
	if err := tx.db.Raw("SELECT doc FROM facts WHERE name = 'office'").Scan(&doc).Error; err != nil {
		return o, fmt.Errorf("read office: %w", err)
	}
	if doc == "" {
		return o, nil
	}
	if err := json.Unmarshal([]byte(doc), &o); err != nil {
		return o, fmt.Errorf("read office: %w", err)
	}
	return o, nil
}

// readFounded is when the first office or policy was saved, whichever came first.
func (tx *Tx) readFounded() (time.Time, error) {
	const first = `SELECT MIN(saved) FROM (
		SELECT number AS saved FROM facts WHERE name = 'office' AND number > 0 UNION ALL SELECT saved_at FROM policies) AS beginnings`
	var i instant
	if err := tx.db.Raw(first).Row().Scan(&i); err != nil {
		return time.Time{}, fmt.Errorf("read when the office was founded: %w", err)
	}
	return i.Time, nil
}
