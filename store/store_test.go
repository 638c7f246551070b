package store

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/huiban/huiban/secretary"
)

// clock is the time of a test. It moves only when told to.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// database is an empty database of its own for one test, which any number of stores can open.
type database struct {
	url   string
	clock *clock
}

// each runs a test on SQLite, and on PostgreSQL in a schema of its own.
func each(t *testing.T, test func(t *testing.T, db *database)) {
	t.Run("sqlite", func(t *testing.T) { test(t, onSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, onPostgres(t)) })
}

func onSQLite(t testing.TB) *database {
	return &database{"sqlite:" + filepath.Join(t.TempDir(), "会办 #1.db"), newClock()}
}

var schemas atomic.Int64

func onPostgres(t testing.TB) *database {
	base := os.Getenv("HUIBAN_TEST_POSTGRES")
	if base == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("HUIBAN_TEST_POSTGRES is not set")
		}
		t.Skip("set HUIBAN_TEST_POSTGRES=postgres://user@host/database to run this on PostgreSQL")
	}
	conn, err := pgx.Connect(t.Context(), base)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("huiban_test_%d_%d", os.Getpid(), schemas.Add(1))
	if _, err := conn.Exec(t.Context(), "CREATE SCHEMA "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx := context.WithoutCancel(t.Context())
		if _, err := conn.Exec(ctx, "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
		conn.Close(ctx)
	})
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return &database{u.String(), newClock()}
}

func (d *database) open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.Context(), d.url, Options{Now: d.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// do runs fn in a transaction that must succeed.
func do(t testing.TB, s *Store, fn func(tx *Tx) error) {
	t.Helper()
	if err := s.Do(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

// thread is what the daemon would derive from the key.
func thread(l secretary.Letter) (messageID, code string) {
	return l.Key + "@huiban.test", strings.ToUpper(l.Key)
}

// event opens a case, lets work change the desk, and saves the outcome.
func event(s *Store, c secretary.Case, work func(d *secretary.Desk) *secretary.Outcome) (saved Saved, err error) {
	err = s.Do(context.Background(), func(tx *Tx) error {
		desk, err := tx.OpenCase(c, nil)
		if err != nil {
			return err
		}
		saved, err = tx.SaveCase(desk, work(desk), Source{Name: "command", Thread: thread})
		return err
	})
	return saved, err
}

func mustEvent(t testing.TB, s *Store, c secretary.Case, work func(d *secretary.Desk) *secretary.Outcome) Saved {
	t.Helper()
	saved, err := event(s, c, work)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// queueing is an event that only queues letters.
func queueing(letters ...secretary.Letter) func(*secretary.Desk) *secretary.Outcome {
	return func(*secretary.Desk) *secretary.Outcome { return &secretary.Outcome{Letters: letters} }
}

func letterTo(who, key string) secretary.Letter {
	return secretary.Letter{
		Key: key, Kind: secretary.Invitation, Case: "meeting:PSC-20261127",
		To: secretary.Party{ID: secretary.PersonID(who), Email: who + "@example.com"},
	}
}
