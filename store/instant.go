package store

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// instant is a point in time as the database holds it: UTC milliseconds, NULL for the zero time. Databases compare
// times kept as text by their letters, so that 09:00+08:00 sorts behind 02:00Z although it is earlier.
type instant struct{ time.Time }

// at drops what the database would not keep.
func at(t time.Time) instant {
	if t.IsZero() {
		return instant{}
	}
	return instant{time.UnixMilli(t.UnixMilli()).UTC()}
}

// Value implements driver.Valuer.
func (i instant) Value() (driver.Value, error) {
	if i.IsZero() {
		return nil, nil
	}
	return i.UnixMilli(), nil
}

// Scan implements sql.Scanner.
func (i *instant) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*i = instant{}
	case int64:
		*i = instant{time.UnixMilli(v).UTC()}
	default:
		return fmt.Errorf("%T is no instant in milliseconds", src)
	}
	return nil
}

// GormDataType tells GORM the column's type.
func (instant) GormDataType() string { return "bigint" }
