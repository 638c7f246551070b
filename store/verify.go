package store

import (
	"fmt"
)

// Tampered says that the journal is not what was written.
type Tampered struct {
	Seq  int64  `json:"line"` // the first line that does not fit
	What string `json:"what"`
}

func (t *Tampered) Error() string { return fmt.Sprintf("journal line %d: %s", t.Seq, t.What) }

// VerifyJournal walks the whole chain. It returns the number of lines and the hash of the last one; whoever keeps that
// hash elsewhere can prove later that nothing before it was changed. A *Tampered names the first line that was
// changed, taken out or put in.
func (tx *Tx) VerifyJournal() (lines int64, head string, err error) {
	for {
		var rows []journalRow
		if err := tx.db.Where("seq > ?", lines).Order("seq").Limit(1000).Find(&rows).Error; err != nil {
			return lines, head, fmt.Errorf("read journal: %w", err)
		}
		if len(rows) == 0 {
			break
		}
		for _, r := range rows {
			if r.Seq != lines+1 {
				return lines, head, &Tampered{lines + 1, "missing"}
			}
			if r.Hash != r.seal(head) {
				return lines, head, &Tampered{r.Seq, "changed, or the line before it"}
			}
			lines, head = r.Seq, r.Hash
		}
	}
	seq, hash, err := tx.journalHead("")
	if err == nil && (seq != lines || hash != head) {
		err = &Tampered{lines + 1, "the end is missing"}
	}
	return lines, head, err
}
