package store

import (
	"encoding/json"
	"fmt"

	"github.com/huiban/huiban/secretary"
)

// SaveOffice keeps the company's own data. Saving the same again changes nothing.
func (tx *Tx) SaveOffice(o secretary.Office) error {
	doc, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("save office: %w", err)
	}
	r := tx.db.Exec("UPDATE facts SET doc = ? WHERE name = 'office' AND doc <> ?", string(doc), string(doc))
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
