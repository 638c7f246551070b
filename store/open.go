package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// ErrNotFound says that there is no such row.
var ErrNotFound = errors.New("not found")

// Options are what a store needs besides its address.
type Options struct {
	Now func() time.Time // required; read once for each transaction
	Log *slog.Logger     // nil logs nothing
}

// Store is an open database. It may be used by many goroutines.
type Store struct {
	db       *gorm.DB
	postgres bool
	path     string // of the SQLite file; "" otherwise
	now      func() time.Time
	log      *slog.Logger
	signals  signals
	writers  queue

	mu     sync.Mutex
	shared *shared // what every case needs, by generation
}

// Open opens the database at url and brings its schema up to date, creating it where it is missing:
//
//	sqlite:/var/lib/huiban/huiban.db   one file
//	sqlite::memory:                    nothing is kept; for tests and the demo
//	postgres://user@host/database      any database that speaks PostgreSQL's protocol
//
// ErrNewer is returned for a database that a later huiban has changed.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	if o.Now == nil {
		panic("store: Options.Now is not set")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Store{now: o.Now, log: o.Log, signals: newSignals()}
	scheme, rest, _ := strings.Cut(url, ":")
	var err error
	switch scheme {
	case "sqlite":
		err = s.openSQLite(ctx, rest)
	case "postgres", "postgresql":
		err = s.openPostgres(ctx, url)
	default:
		err = fmt.Errorf("open database: %q is neither sqlite:PATH nor postgres://…", scheme)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Close gives the connections back. Transactions that still run fail.
func (s *Store) Close() error {
	db, err := s.db.DB()
	if err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return db.Close()
}

// connect sets the pool that d makes. No bodies, subjects or addresses are logged, so GORM logs nothing.
func (s *Store) connect(d gorm.Dialector, conns int) error {
	db, err := gorm.Open(d, &gorm.Config{
		SkipDefaultTransaction: true, // Do makes the transactions
		TranslateError:         true,
		Logger:                 logger.Discard,
	})
	if err != nil {
		return err
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns)
	s.db = db
	return nil
}
