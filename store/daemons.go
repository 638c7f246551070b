package store

import (
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm/clause"
)

// Silence is after how long a daemon that says nothing is held to have ended without a word.
const Silence = 5 * time.Minute

// Trouble says that a part of a daemon does not work.
type Trouble struct {
	Part    string    `json:"part"` // mailbox or outbox
	Since   time.Time `json:"since"`
	Error   string    `json:"error"`
	Account bool      `json:"account"` // the account is refused: only the administrator can end it
}

// DaemonReport is what a daemon last said of itself.
type DaemonReport struct {
	Name     string    `json:"name"`
	Heard    time.Time `json:"heard"`
	Troubles []Trouble `json:"troubles"` // never nil
}

type daemonRow struct {
	Name  string `gorm:"primaryKey"`
	Heard instant
	Doc   string
}

func (daemonRow) TableName() string { return "daemons" }

// Report keeps what a daemon says of itself in place of what it said before, for other processes to read. Daemons that
// were silent for too long are forgotten: this one does their work.
func (tx *Tx) Report(name string, troubles []Trouble) error {
	doc, err := json.Marshal(append([]Trouble{}, troubles...))
	if err != nil {
		return fmt.Errorf("report of %s: %w", name, err)
	}
	err = tx.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&daemonRow{name, at(tx.Now), string(doc)}).Error
	if err == nil {
		err = tx.db.Exec("DELETE FROM daemons WHERE heard < ?", at(tx.Now.Add(-Silence))).Error
	}
	return wrap("report of "+name, err)
}

// SignOff takes a daemon's report away: it ends, and not by a mishap.
func (tx *Tx) SignOff(name string) error {
	return wrap("sign off "+name, tx.db.Exec("DELETE FROM daemons WHERE name = ?", name).Error)
}

// Reports lists the daemons that work, by name, and where none does those that ended without a word.
func (tx *Tx) Reports() ([]DaemonReport, error) {
	var rows []daemonRow
	if err := tx.db.Order("name").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list daemons: %w", err)
	}
	out := make([]DaemonReport, len(rows))
	for i, r := range rows {
		out[i] = DaemonReport{Name: r.Name, Heard: r.Heard.Time}
		if err := json.Unmarshal([]byte(r.Doc), &out[i].Troubles); err != nil {
			return nil, fmt.Errorf("report of %s: %w", r.Name, err)
		}
	}
	return out, nil
}
