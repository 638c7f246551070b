package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
)

// shelf gathers what archive and items hold of a series, for the duties of its upkeep; it is read without a lock.
func (tx *Tx) shelf(policies map[string]*secretary.Policy, current map[string]string, cal secretary.Calendar) func(policy string, since time.Time) *secretary.Shelf {
	return func(policy string, since time.Time) *secretary.Shelf {
		out, err := tx.layShelf(policies[current[policy]], policy, since, cal)
		if err != nil {
			tx.lost = errors.Join(tx.lost, fmt.Errorf("look at the archive of %s: %w", policy, err))
			return nil
		}
		return out
	}
}

func (tx *Tx) layShelf(p *secretary.Policy, policy string, since time.Time, cal secretary.Calendar) (*secretary.Shelf, error) {
	entries, err := tx.Archive(ArchiveFilter{Series: policy})
	if err != nil {
		return nil, err
	}
	var numbers []string
	for _, e := range entries {
		numbers = append(numbers, e.Number)
	}
	out := &secretary.Shelf{Documents: len(entries), Gaps: secretary.NumberGaps(p, numbers)}
	if err := tx.audit(out, entries, p, cal); err != nil {
		return nil, err
	}
	if out.Missing, err = tx.withoutMinutes(policy); err != nil {
		return nil, err
	}
	items, err := tx.Items(ItemFilter{Series: policy})
	for _, i := range items {
		switch {
		case i.Open():
			out.Open = append(out.Open, i)
		case i.Status == secretary.Complete && !i.DoneAt.Before(since):
			out.Closed = append(out.Closed, i)
		}
	}
	return out, err
}

// audit looks for entries whose document is not what was filed, that a newer one replaces, or that are past their retention
// (S0-77, S0-78, S3-91).
func (tx *Tx) audit(out *secretary.Shelf, entries []ArchiveEntry, p *secretary.Policy, cal secretary.Calendar) error {
	sound := map[string]bool{}
	for _, e := range entries {
		if _, known := sound[e.Hash]; !known {
			_, err := tx.Document(e.Hash)
			if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotFound) {
				return err
			}
			sound[e.Hash] = err == nil
		}
		if !sound[e.Hash] {
			out.Mismatch = append(out.Mismatch, e.Number)
		}
		if e.SupersededBy != "" {
			out.Superseded = append(out.Superseded, e.Number)
		}
		if p != nil && p.Archive.Retention.IsSet() && p.Archive.Retention.N > 0 && p.Archive.Retention.After(cal, e.Day.At(secretary.Clock{}, time.UTC)).Before(tx.Now) {
			out.Expired = append(out.Expired, e.Number)
		}
	}
	return nil
}

// overdueMinutes is how long after its end a meeting without minutes is missed by the archive.
const overdueMinutes = 14 * 24 * time.Hour

// withoutMinutes lists the meetings of a series that were held and have no published minutes.
func (tx *Tx) withoutMinutes(policy string) ([]string, error) {
	list, err := tx.Meetings(MeetingFilter{Series: policy, Before: tx.Now.Add(-overdueMinutes)})
	var out []string
	for _, m := range list {
		if slices.Contains([]secretary.Stage{secretary.Held, secretary.Reviewing, secretary.Confirming, secretary.Objected}, m.Stage) {
			out = append(out, string(m.ID))
		}
	}
	return out, err
}

// readAway is who is away, and who stands in (S0-96).
func (tx *Tx) readAway() (map[secretary.PersonID][]secretary.StandIn, error) {
	var doc string
	if err := tx.db.Raw("SELECT doc FROM facts WHERE name = 'away'").Scan(&doc).Error; err != nil {
		return nil, fmt.Errorf("read who is away: %w", err)
	}
	out := map[secretary.PersonID][]secretary.StandIn{}
	if doc == "" {
		return out, nil
	}
	if err := json.Unmarshal([]byte(doc), &out); err != nil {
		return nil, fmt.Errorf("read who is away: %w", err)
	}
	return out, nil
}

// saveAway puts the absences that an event has changed with the others.
func (tx *Tx) saveAway(changed map[secretary.PersonID][]secretary.StandIn) error {
	if len(changed) == 0 {
		return nil
	}
	if err := tx.lock("away"); err != nil {
		return err
	}
	away, err := tx.readAway()
	if err != nil {
		return err
	}
	for id, list := range changed {
		if away[id] = list; len(list) == 0 {
			delete(away, id)
		}
	}
	doc, err := json.Marshal(away)
	if err != nil {
		return fmt.Errorf("save who is away: %w", err)
	}
	const save = "INSERT INTO facts (name, doc) VALUES ('away', ?) ON CONFLICT (name) DO UPDATE SET doc = excluded.doc"
	if err := tx.db.Exec(save, string(doc)).Error; err != nil {
		return fmt.Errorf("save who is away: %w", err)
	}
	return tx.stir()
}
