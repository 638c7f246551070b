package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"gorm.io/gorm/clause"

	"github.com/huiban/huiban/secretary"
)

// ErrDamaged says that a document is not what its hash says it is (S0-77).
var ErrDamaged = errors.New("the document is damaged")

// documentRow is one content, kept once however often it was mailed. Name and type are those it first came with.
type documentRow struct {
	Hash    string `gorm:"primaryKey"`
	Name    string
	Type    string
	Size    int64
	SavedAt instant
	Data    []byte
}

func (documentRow) TableName() string { return "documents" }

// PutDocument keeps data under its hash, once. The File has the name and type given here, and no Pages.
func (tx *Tx) PutDocument(data []byte, name, mediaType string) (secretary.File, error) {
	d := tx.document(data, name, mediaType)
	return secretary.File{Name: d.Name, Type: d.Type, Hash: d.Hash, Size: d.Size}, tx.putDocuments([]documentRow{d})
}

func (tx *Tx) document(data []byte, name, mediaType string) documentRow {
	if data == nil {
		data = []byte{} // empty is not NULL
	}
	return documentRow{
		Hash: hashOf(data), Name: clean(name), Type: clean(mediaType), Size: int64(len(data)), SavedAt: at(tx.Now), Data: data,
	}
}

func (tx *Tx) putDocuments(list []documentRow) error {
	if len(list) == 0 {
		return nil
	}
	if err := tx.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&list).Error; err != nil {
		return fmt.Errorf("keep document %s: %w", list[0].Name, err)
	}
	return nil
}

// Document returns the content with this hash, checked against it: ErrNotFound or ErrDamaged otherwise.
func (tx *Tx) Document(hash string) ([]byte, error) {
	var rows []documentRow
	if err := tx.db.Where("hash = ?", hash).Limit(1).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read document %s: %w", hash, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("document %s: %w", hash, ErrNotFound)
	}
	if hashOf(rows[0].Data) != hash {
		return nil, fmt.Errorf("document %s: %w", hash, ErrDamaged)
	}
	return rows[0].Data, nil
}

// DocumentFile is the document with this hash by the name and type that it first came with, without its content.
func (tx *Tx) DocumentFile(hash string) (secretary.File, error) {
	var rows []documentRow
	if err := tx.db.Select("hash", "name", "type", "size").Where("hash = ?", hash).Limit(1).Find(&rows).Error; err != nil {
		return secretary.File{}, fmt.Errorf("look for document %s: %w", hash, err)
	}
	if len(rows) == 0 {
		return secretary.File{}, fmt.Errorf("document %s: %w", hash, ErrNotFound)
	}
	return secretary.File{Name: rows[0].Name, Type: rows[0].Type, Hash: hash, Size: rows[0].Size}, nil
}

func hashOf(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
