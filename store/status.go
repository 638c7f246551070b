package store

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// Status is the state of the whole in figures.
type Status struct {
	Meetings  map[secretary.Stage]int   `json:"meetings"`
	OpenItems int                       `json:"open_items"`
	Letters   map[LetterState]int       `json:"letters"`
	Mails     map[secretary.Verdict]int `json:"-"`         // "" are those not judged yet
	Waiting   time.Duration             `json:"-"`         // how long the letter that is due longest has been waiting; 0: none is
	Wakeups   int                       `json:"wakeups"`   // cases that have one
	Overdue   int                       `json:"overdue"`   // wake-ups that are due
	Journal   int64                     `json:"journal"`   // lines
	Documents int                       `json:"documents"` // kept
	Bytes     int64                     `json:"bytes"`     // of documents
}

// Status counts everything.
func (tx *Tx) Status() (Status, error) {
	st := Status{Meetings: map[secretary.Stage]int{}, Letters: map[LetterState]int{}, Mails: map[secretary.Verdict]int{}}
	for _, count := range []func() error{
		func() error {
			return tally(tx, st.Meetings, "SELECT stage AS name, COUNT(*) AS n FROM meetings GROUP BY stage")
		},
		func() error {
			return tally(tx, st.Letters, "SELECT state AS name, COUNT(*) AS n FROM letters GROUP BY state")
		},
		func() error {
			return tally(tx, st.Mails, "SELECT verdict AS name, COUNT(*) AS n FROM mails GROUP BY verdict")
		},
		func() error { return tx.count(&st) },
		func() error { return tx.waiting(&st) },
	} {
		if err := count(); err != nil {
			return Status{}, fmt.Errorf("count: %w", err)
		}
	}
	return st, nil
}

func tally[K ~string](tx *Tx, into map[K]int, query string) error {
	var rows []struct {
		Name string
		N    int
	}
	if err := tx.db.Raw(query).Scan(&rows).Error; err != nil {
		return err
	}
	for _, r := range rows {
		into[K(r.Name)] = r.N
	}
	return nil
}

func (tx *Tx) count(st *Status) error {
	return tx.db.Raw(`SELECT
		(SELECT COUNT(*) FROM items WHERE is_open),
		(SELECT COUNT(*) FROM wakeups WHERE wake_at IS NOT NULL OR poke_at IS NOT NULL),
		(SELECT COUNT(*) FROM wakeups WHERE wake_at <= @now OR poke_at <= @now),
		(SELECT number FROM facts WHERE name = 'journal'),
		(SELECT COUNT(*) FROM documents),
		(SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM documents)`, map[string]any{"now": at(tx.Now)},
	).Row().Scan(&st.OpenItems, &st.Wakeups, &st.Overdue, &st.Journal, &st.Documents, &st.Bytes)
}

func (tx *Tx) waiting(st *Status) error {
	var oldest instant
	err := tx.db.Raw("SELECT MIN(next_at) FROM letters WHERE state IN ('queued', 'uncertain')").Row().Scan(&oldest)
	if err == nil && !oldest.IsZero() {
		st.Waiting = max(0, tx.Now.Sub(oldest.Time))
	}
	return err
}
