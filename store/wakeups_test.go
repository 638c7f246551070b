package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func wake(t testing.TB, s *Store, db *database, n int) []Wakeup {
	t.Helper()
	got, err := s.ClaimWakeups(t.Context(), "one", db.clock.Now(), n, lease)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func wakeAt(t testing.TB, s *Store, c secretary.Case, at time.Time) {
	t.Helper()
	do(t, s, func(tx *Tx) error { tx.WakeAt(c, at); return nil })
}

// woken works on a claimed case; poking happens while the transaction runs.
func woken(s *Store, w Wakeup, next time.Time) error {
	return s.Do(context.Background(), func(tx *Tx) error {
		desk, err := tx.OpenCase(w.Case, nil)
		if err != nil {
			return err
		}
		_, err = tx.SaveCase(desk, &secretary.Outcome{Wake: map[secretary.Case]time.Time{w.Case: next}}, Source{Name: "clock", Wakeup: &w})
		return err
	})
}

func next(t testing.TB, s *Store) time.Time {
	t.Helper()
	at, _, err := s.NextWakeup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestWakeups(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		now := db.clock.Now()
		if !next(t, s).IsZero() {
			t.Error("an empty store wants to be woken")
		}
		wakeAt(t, s, "meeting:late", now.Add(-time.Hour))
		wakeAt(t, s, "meeting:due", now)
		wakeAt(t, s, "meeting:soon", now.Add(time.Second))
		if at := next(t, s); !at.Equal(now.Add(-time.Hour)) {
			t.Errorf("next is %v", at)
		}
		got := wake(t, s, db, 10)
		if len(got) != 2 || got[0].Case != "meeting:late" || !got[0].At.Equal(now.Add(-time.Hour)) || got[1].Case != "meeting:due" {
			t.Fatalf("claimed %+v", got)
		}
		if err := woken(s, got[0], now.Add(time.Hour)); err != nil {
			t.Error(err)
		}
		if err := woken(s, got[1], time.Time{}); err != nil {
			t.Error(err)
		}
		if got := wake(t, s, db, 10); len(got) != 0 {
			t.Errorf("claimed again: %+v", got)
		}
		wakeAt(t, s, "meeting:soon", time.Time{})
		if at := next(t, s); !at.Equal(now.Add(time.Hour)) {
			t.Errorf("next is %v", at)
		}
	})
}

func TestWakeupLeaseAndFence(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		wakeAt(t, s, "meeting:A-1", db.clock.Now())
		lost := wake(t, s, db, 1)[0]
		if at := next(t, s); !at.Equal(db.clock.Now().Add(lease)) {
			t.Errorf("next is %v, want the end of the lease", at)
		}
		db.clock.Add(lease)
		mine := wake(t, s, db, 1)
		if len(mine) != 1 {
			t.Fatal("not claimed after the lease")
		}
		if err := woken(s, lost, db.clock.Now().Add(time.Hour)); !errors.Is(err, ErrLeaseLost) {
			t.Errorf("the daemon that was gone wrote: %v", err)
		}
		if err := s.Postpone(t.Context(), lost, db.clock.Now()); !errors.Is(err, ErrLeaseLost) {
			t.Errorf("the daemon that was gone postponed: %v", err)
		}
		if err := s.Postpone(t.Context(), mine[0], db.clock.Now().Add(time.Minute)); err != nil {
			t.Error(err)
		}
		if got := wake(t, s, db, 1); len(got) != 0 {
			t.Errorf("claimed before it was postponed to")
		}
		db.clock.Add(time.Minute)
		if got := wake(t, s, db, 1); len(got) != 1 {
			t.Errorf("not claimed after it was postponed to")
		}
	})
}

// A poke that comes while the case is being worked on wakes it once more, whatever wake-up the work sets.
func TestPokeIsNotLost(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		wakeAt(t, s, "meeting:A-1", db.clock.Now())
		w := wake(t, s, db, 1)[0]
		do(t, s, func(tx *Tx) error { tx.Poke("meeting:A-1"); return nil })
		if err := woken(s, w, time.Time{}); err != nil {
			t.Fatal(err)
		}
		again := wake(t, s, db, 1)
		if len(again) != 1 {
			t.Fatal("the poke was lost")
		}
		if err := woken(s, again[0], time.Time{}); err != nil {
			t.Fatal(err)
		}
		if got := wake(t, s, db, 1); len(got) != 0 {
			t.Error("one poke woke twice")
		}
	})
}

// A poke of a case that would wake later brings it forward; the first of several pokes counts.
func TestPokeBringsForward(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		wakeAt(t, s, "meeting:A-1", db.clock.Now().Add(time.Hour))
		poked := db.clock.Now()
		mustEvent(t, s, "person:li.na", func(*secretary.Desk) *secretary.Outcome {
			return &secretary.Outcome{Poke: []secretary.Case{"meeting:A-1"}}
		})
		db.clock.Add(time.Minute)
		do(t, s, func(tx *Tx) error { tx.Poke("meeting:A-1"); return nil })
		if at := next(t, s); !at.Equal(poked) {
			t.Errorf("next is %v, want %v", at, poked)
		}
		if got := wake(t, s, db, 1); len(got) != 1 || !got[0].At.Equal(poked) {
			t.Errorf("claimed %+v", got)
		}
	})
}

// A wake-up that the outcome says nothing about is done with; otherwise it would come again at once and for ever.
func TestWakeupIsUsedUp(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		wakeAt(t, s, "meeting:A-1", db.clock.Now())
		w := wake(t, s, db, 1)[0]
		do(t, s, func(tx *Tx) error {
			desk, err := tx.OpenCase(w.Case, nil)
			if err != nil {
				return err
			}
			_, err = tx.SaveCase(desk, &secretary.Outcome{}, Source{Name: "clock", Wakeup: &w})
			return err
		})
		if got := wake(t, s, db, 1); len(got) != 0 || !next(t, s).IsZero() {
			t.Errorf("claimed again: %+v", got)
		}
	})
}

func TestRacingWakeups(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		const cases = 40
		do(t, stores[0], func(tx *Tx) error {
			for n := range cases {
				tx.WakeAt(secretary.Case(fmt.Sprint("meeting:", n)), db.clock.Now())
			}
			return nil
		})
		var mu sync.Mutex
		var got []string
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				for {
					mu.Lock()
					enough := len(got) >= cases
					mu.Unlock()
					if enough {
						return
					}
					batch, err := stores[i%2].ClaimWakeups(context.Background(), fmt.Sprint(i), db.clock.Now(), 3, lease)
					if err != nil {
						t.Error(err)
						return
					}
					for _, w := range batch {
						mu.Lock()
						got = append(got, string(w.Case))
						mu.Unlock()
						if err := woken(stores[i%2], w, time.Time{}); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
		slices.Sort(got)
		if len(slices.Compact(got)) != cases || len(got) != cases {
			t.Errorf("%d claims of %d cases", len(got), cases)
		}
	})
}

// Cases that poke each other at the same time must not fail, whichever database.
func TestMutualPokes(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		var wg sync.WaitGroup
		for i := range 4 {
			mine, other := secretary.Case("meeting:A"), secretary.Case("person:li.na")
			if i%2 == 1 {
				mine, other = other, mine
			}
			wg.Go(func() {
				for range 10 {
					_, err := event(s, mine, func(*secretary.Desk) *secretary.Outcome {
						return &secretary.Outcome{
							Wake: map[secretary.Case]time.Time{mine: planned}, Poke: []secretary.Case{other},
							Journal: []secretary.Entry{entry(mine, "poked")},
						}
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
	})
}
