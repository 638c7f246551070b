package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm/clause"

	"github.com/huiban/huiban/secretary"
)

type personRow struct {
	ID  string `gorm:"primaryKey"`
	Doc string
}

type departmentRow struct {
	Code     string `gorm:"primaryKey"`
	Position int64
	Doc      string
}

func (personRow) TableName() string     { return "people" }
func (departmentRow) TableName() string { return "departments" }

// SaveDirectory makes d the directory. People and departments that d lacks are gone from it; whoever has left should
// rather be marked Inactive, since the archive still names them.
func (tx *Tx) SaveDirectory(d *secretary.Directory) error {
	if err := tx.lock("directory"); err != nil {
		return err
	}
	people, departments, err := directoryRows(d)
	if err != nil {
		return fmt.Errorf("save directory: %w", err)
	}
	changed, err := replaceAll(tx, people, func(r personRow) string { return r.ID })
	if err != nil {
		return fmt.Errorf("save people: %w", err)
	}
	moved, err := replaceAll(tx, departments, func(r departmentRow) string { return r.Code })
	if err != nil {
		return fmt.Errorf("save departments: %w", err)
	}
	if changed || moved {
		return tx.stir()
	}
	return nil
}

func directoryRows(d *secretary.Directory) ([]personRow, []departmentRow, error) {
	var people []personRow
	var departments []departmentRow
	for _, id := range sorted(d.People) {
		doc, err := json.Marshal(d.People[id])
		if err != nil {
			return nil, nil, err
		}
		people = append(people, personRow{string(id), string(doc)})
	}
	for _, code := range sorted(d.Departments) {
		doc, err := json.Marshal(d.Departments[code])
		if err != nil {
			return nil, nil, err
		}
		departments = append(departments, departmentRow{code, int64(slices.Index(d.Order, code)), string(doc)})
	}
	return people, departments, nil
}

// replaceAll makes rows, in the order of their keys, the whole content of their table, and tells whether it was not.
func replaceAll[R comparable](tx *Tx, rows []R, key func(R) string) (changed bool, err error) {
	var old []R
	if err := tx.db.Find(&old).Error; err != nil {
		return false, err
	}
	byKey := make(map[string]R, len(old))
	for _, r := range old {
		byKey[key(r)] = r
	}
	var fresh []R
	for _, r := range rows {
		if was, found := byKey[key(r)]; !found || was != r {
			fresh = append(fresh, r)
		}
		delete(byKey, key(r))
	}
	for _, k := range sorted(byKey) {
		gone := byKey[k]
		if err := tx.db.Delete(&gone).Error; err != nil {
			return false, err
		}
	}
	if len(fresh) > 0 {
		err = tx.db.Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(fresh, 500).Error
	}
	return len(fresh)+len(byKey) > 0, err
}

func (tx *Tx) readDirectory() (*secretary.Directory, error) {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	var people []personRow
	if err := tx.db.Find(&people).Error; err != nil {
		return nil, fmt.Errorf("read people: %w", err)
	}
	for _, r := range people {
		p := new(secretary.Person)
		if err := json.Unmarshal([]byte(r.Doc), p); err != nil {
			return nil, fmt.Errorf("read person %s: %w", r.ID, err)
		}
		d.People[secretary.PersonID(r.ID)] = p
	}
	var departments []departmentRow
	if err := tx.db.Order("position, code").Find(&departments).Error; err != nil {
		return nil, fmt.Errorf("read departments: %w", err)
	}
	for _, r := range departments {
		dep := new(secretary.Department)
		if err := json.Unmarshal([]byte(r.Doc), dep); err != nil {
			return nil, fmt.Errorf("read department %s: %w", r.Code, err)
		}
		d.Departments[r.Code] = dep
		d.Order = append(d.Order, r.Code)
	}
	return d, nil
}
