package store

import (
	"fmt"
	"maps"
	"time"

	"github.com/huiban/huiban/secretary"
)

// shared is what every case needs and few events change. It is read once for each generation, a number that grows
// whenever any of it is saved, and never changed after.
type shared struct {
	generation int64
	office     secretary.Office
	founded    time.Time
	directory  *secretary.Directory
	policies   map[string]*secretary.Policy
	current    map[string]string
	away       map[secretary.PersonID][]secretary.StandIn
}

// shared returns the shared things as tx sees them; it looks once, and again when tx has saved any of them.
func (tx *Tx) shared() (*shared, error) {
	if tx.seen != nil {
		return tx.seen, nil
	}
	sh, err := tx.look()
	if err == nil {
		tx.seen = sh
	}
	return sh, err
}

// look takes them from the store's memory where their generation is the same still, else from the database.
func (tx *Tx) look() (*shared, error) {
	var g int64
	if err := tx.db.Raw("SELECT number FROM facts WHERE name = 'generation'").Scan(&g).Error; err != nil {
		return nil, fmt.Errorf("read generation: %w", err)
	}
	s := tx.store
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shared != nil && s.shared.generation == g && !tx.stirred {
		return s.shared, nil
	}
	sh, err := tx.readShared(g)
	if err == nil && !tx.stirred { // what is not committed yet is nobody else's
		s.shared = sh
	}
	return sh, err
}

func (tx *Tx) readShared(generation int64) (*shared, error) {
	sh := &shared{generation: generation}
	var err error
	if sh.office, err = tx.readOffice(); err != nil {
		return nil, err
	}
	if sh.founded, err = tx.readFounded(); err != nil {
		return nil, err
	}
	if sh.directory, err = tx.readDirectory(); err != nil {
		return nil, err
	}
	if sh.away, err = tx.readAway(); err != nil {
		return nil, err
	}
	sh.policies, sh.current, err = tx.readPolicies()
	return sh, err
}

// stir starts a new generation.
func (tx *Tx) stir() error {
	tx.stirred, tx.seen = true, nil
	if err := tx.db.Exec("UPDATE facts SET number = number + 1 WHERE name = 'generation'").Error; err != nil {
		return fmt.Errorf("start generation: %w", err)
	}
	return nil
}

// Office is the company as it was saved last; the zero Office before that.
func (tx *Tx) Office() (secretary.Office, error) {
	sh, err := tx.shared()
	if err != nil {
		return secretary.Office{}, err
	}
	return sh.office, nil
}

// Founded is when this office was first applied: what lay in its mailbox before was not written to huiban. Zero where no
// office was saved yet.
func (tx *Tx) Founded() (time.Time, error) {
	sh, err := tx.shared()
	if err != nil {
		return time.Time{}, err
	}
	return sh.founded, nil
}

// Directory is who there is. It is shared: read it, do not change it.
func (tx *Tx) Directory() (*secretary.Directory, error) {
	sh, err := tx.shared()
	if err != nil {
		return nil, err
	}
	return sh.directory, nil
}

// Policies are every version of every policy by key, and the key of the version in force by policy id. The maps are
// the caller's, the policies are shared: read them, do not change them.
func (tx *Tx) Policies() (all map[string]*secretary.Policy, current map[string]string, err error) {
	sh, err := tx.shared()
	if err != nil {
		return nil, nil, err
	}
	return maps.Clone(sh.policies), maps.Clone(sh.current), nil
}
