package store

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// policyRow is one version of a policy. Versions are never changed: meetings refer to them for ever (G-49).
type policyRow struct {
	Key     string `gorm:"primaryKey"`
	Policy  string
	Version int64
	SavedAt instant
	Source  string
	Doc     string
}

func (policyRow) TableName() string { return "policies" }

// SavePolicy puts p in force as the next version of the policy id, unless it says the same as the version in force.
// source is the file it was read from, kept for people to read. Key is of the version now in force, "MT-S0-1@2".
func (tx *Tx) SavePolicy(id string, source []byte, p *secretary.Policy) (key string, changed bool, err error) {
	doc, err := json.Marshal(p)
	if err != nil {
		return "", false, fmt.Errorf("save policy %s: %w", id, err)
	}
	if err := tx.lock("policies"); err != nil {
		return "", false, err
	}
	var last []policyRow
	if err := tx.db.Where("policy = ?", id).Order("version DESC").Limit(1).Find(&last).Error; err != nil {
		return "", false, fmt.Errorf("save policy %s: %w", id, err)
	}
	row := policyRow{Policy: id, Version: 1, SavedAt: at(tx.Now), Source: clean(string(source)), Doc: string(doc)}
	if len(last) > 0 {
		if last[0].Doc == row.Doc {
			return last[0].Key, false, nil
		}
		row.Version = last[0].Version + 1
	}
	row.Key = fmt.Sprintf("%s@%d", id, row.Version)
	if err := tx.db.Create(&row).Error; err != nil {
		return "", false, fmt.Errorf("save policy %s: %w", row.Key, err)
	}
	return row.Key, true, tx.stir()
}

// PolicySource is the file that a version, "MT-S0-1@2", was read from. ErrNotFound where there is no such version.
func (tx *Tx) PolicySource(key string) ([]byte, error) {
	var rows []policyRow
	if err := tx.db.Where("key = ?", key).Limit(1).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read policy %s: %w", key, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("policy %s: %w", key, ErrNotFound)
	}
	return []byte(rows[0].Source), nil
}

func (tx *Tx) readPolicies() (all map[string]*secretary.Policy, current map[string]string, err error) {
	var rows []policyRow
	if err := tx.db.Omit("source").Order("policy, version").Find(&rows).Error; err != nil {
		return nil, nil, fmt.Errorf("read policies: %w", err)
	}
	all, current = map[string]*secretary.Policy{}, map[string]string{}
	for _, r := range rows {
		p := new(secretary.Policy)
		if err := json.Unmarshal([]byte(r.Doc), p); err != nil {
			return nil, nil, fmt.Errorf("read policy %s: %w", r.Key, err)
		}
		all[r.Key], current[r.Policy] = p, r.Key
	}
	return all, current, nil
}

// PolicySince is when a version, "MT-S0-1@2", came into force. ErrNotFound where there is no such version.
func (tx *Tx) PolicySince(key string) (time.Time, error) {
	var rows []policyRow
	if err := tx.db.Select("saved_at").Where("key = ?", key).Limit(1).Find(&rows).Error; err != nil {
		return time.Time{}, fmt.Errorf("read policy %s: %w", key, err)
	}
	if len(rows) == 0 {
		return time.Time{}, fmt.Errorf("policy %s: %w", key, ErrNotFound)
	}
	return rows[0].SavedAt.Time, nil
}

// enact puts versions into force that the heart has decided on. One that is in force under another key already was decided
// on beside this transaction, which must not be kept.
func (tx *Tx) enact(list []secretary.Enactment) error {
	for _, e := range list {
		key, _, err := tx.SavePolicy(e.Policy.ID, []byte(e.Source), e.Policy)
		if err != nil {
			return err
		}
		if key != e.Key {
			return fmt.Errorf("put %s into force: the version in force is %s", e.Key, key)
		}
	}
	return nil
}
