package store

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/driver/postgres"
)

func (s *Store) openPostgres(ctx context.Context, url string) error {
	s.postgres = true
	if err := s.connect(postgres.Open(url), 16); err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	return s.migrate(ctx)
}

// again reports whether a transaction failed only because another one got in its way: serialization_failure or
// deadlock_detected (PostgreSQL, appendix A). Nothing of it was kept, so it may simply run once more.
func again(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// lock holds name until the transaction ends. SQLite has one writer at a time and needs no lock.
func (tx *Tx) lock(name string) error {
	if !tx.store.postgres || tx.reads {
		return nil
	}
	h := fnv.New64a()
	h.Write([]byte("huiban " + name))
	if err := tx.db.Exec("SELECT pg_advisory_xact_lock(?)", int64(h.Sum64())).Error; err != nil {
		return fmt.Errorf("lock %s: %w", name, err)
	}
	return nil
}

// forUpdate ends a query that locks the rows it reads.
func (tx *Tx) forUpdate() string {
	if tx.store.postgres && !tx.reads {
		return " FOR UPDATE"
	}
	return ""
}

// skipLocked ends the query of a claim: rows that another daemon is claiming right now are passed over.
func (tx *Tx) skipLocked(table string) string {
	if tx.store.postgres {
		return " FOR UPDATE OF " + table + " SKIP LOCKED"
	}
	return ""
}
