package store

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"
	"gorm.io/gorm"

	"github.com/huiban/huiban/secretary"
)

// fold makes texts comparable: full-width letters and digits become plain ones, capitals small.
func fold(s string) string { return strings.ToLower(width.Fold.String(clean(s))) }

// searchable is what Search looks through: number, title in all languages, text.
func searchable(e ArchiveEntry) string {
	parts := []string{e.Number, string(e.Day)}
	for _, l := range secretary.Langs {
		parts = append(parts, e.Title[l])
	}
	return fold(strings.Join(append(parts, e.Text), "\n"))
}

// pattern matches term anywhere, taking LIKE's own signs in it as they are.
func pattern(term string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(fold(term)) + "%"
}

// Search lists the archive entries in which every term occurs, the newest day first. Width and case are not told
// apart. Who may read them is for the caller to judge. limit 0 is all; no terms find nothing.
func (tx *Tx) Search(terms []string, limit int) ([]ArchiveEntry, error) {
	if len(terms) == 0 {
		return nil, nil
	}
	q := listing(tx.db, "day DESC, number", false, limit)
	for _, t := range terms {
		q = q.Where(`folded LIKE ? ESCAPE '\'`, pattern(t))
	}
	return archived(q)
}

// ArchiveFilter chooses archive entries; fields left zero choose all.
type ArchiveFilter struct {
	Number  string
	Meeting secretary.MeetingID
	Series  string
	Class   Class
	From    secretary.Date // that day or later
	To      secretary.Date // that day or earlier
	Limit   int
}

// Archive lists archive entries, the newest day first.
func (tx *Tx) Archive(f ArchiveFilter) ([]ArchiveEntry, error) {
	q := listing(tx.db, "day DESC, number", false, f.Limit)
	q = where(q, "number = ?", f.Number)
	q = where(q, "meeting = ?", f.Meeting)
	q = where(q, "series = ?", f.Series)
	q = where(q, "class = ?", f.Class)
	q = where(q, "day >= ?", f.From)
	q = where(q, "day <= ?", f.To)
	return archived(q)
}

func archived(q *gorm.DB) ([]ArchiveEntry, error) {
	var rows []archiveRow
	if err := q.Omit("folded").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list archive: %w", err)
	}
	out := make([]ArchiveEntry, 0, len(rows))
	for _, r := range rows {
		e, err := r.entry()
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}
