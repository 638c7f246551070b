package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

const lease = time.Minute

func claim(t testing.TB, s *Store, n int) []OutLetter {
	t.Helper()
	got, err := s.ClaimLetters(t.Context(), "one", n, lease)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func settle(t testing.TB, s *Store, o OutLetter, r Result) {
	t.Helper()
	if err := s.Settle(t.Context(), Settlement{o, r}); err != nil {
		t.Fatal(err)
	}
}

func keys(letters []OutLetter) string {
	var out []string
	for _, l := range letters {
		out = append(out, l.Letter.Key)
	}
	return strings.Join(out, " ")
}

// A duplicate key within a transaction must not abort it on PostgreSQL: what follows is written too.
func TestDuplicateKeyLeavesTransactionUsable(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1")))
		changed := letterTo("li.na", "k1")
		changed.Reason = "must not be taken"
		saved := mustEvent(t, s, "meeting:A-1", func(d *secretary.Desk) *secretary.Outcome {
			d.Meetings["A-1"] = meeting("A-1", "A@1", "", planned)
			return &secretary.Outcome{
				Letters: []secretary.Letter{changed, letterTo("li.na", "k2")},
				Journal: []secretary.Entry{entry("meeting:A-1", "noticed")},
			}
		})
		if !slices.Equal(saved.Queued, []string{"k2"}) || !slices.Equal(saved.Known, []string{"k1"}) {
			t.Errorf("saved %+v", saved)
		}
		do(t, s, func(tx *Tx) error {
			l, err := tx.LetterByKey("k1")
			if l.Letter.Reason != "" {
				t.Error("the letter of the first time was replaced")
			}
			_, err2 := tx.Meeting("A-1")
			return errors.Join(err, err2)
		})
	})
}

func TestLetterKeysUnderConcurrency(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		var wg sync.WaitGroup
		var mu sync.Mutex
		queued := map[string]int{}
		for i := range 6 {
			wg.Go(func() {
				for n := range 10 {
					// Different cases, so that no case's lock keeps them apart.
					saved, err := event(stores[i%2], secretary.Case(fmt.Sprint("meeting:", i)), queueing(letterTo("li.na", fmt.Sprint("k", n))))
					if err != nil {
						t.Error(err)
					}
					mu.Lock()
					for _, k := range saved.Queued {
						queued[k]++
					}
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		for n := range 10 {
			if k := fmt.Sprint("k", n); queued[k] != 1 {
				t.Errorf("%s was queued %d times", k, queued[k])
			}
		}
	})
}

func TestCodesStayUnique(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		same := func(l secretary.Letter) (string, string) { return l.Key + "@x", "CODE" }
		none := func(l secretary.Letter) (string, string) { return l.Key + "@x", "" }
		for i, th := range []Thread{same, same, same, none, none} {
			do(t, s, func(tx *Tx) error {
				fresh, err := tx.queue(letterTo("li.na", fmt.Sprint("k", i)), th)
				if !fresh {
					t.Errorf("letter %d is not fresh", i)
				}
				return err
			})
		}
		do(t, s, func(tx *Tx) error {
			l, err := tx.LetterByCode("CODE3")
			if l.Letter.Key != "k2" {
				t.Errorf("CODE3 is %q", l.Letter.Key)
			}
			return err
		})
		err := s.Do(t.Context(), func(tx *Tx) error {
			_, err := tx.queue(letterTo("li.na", "k9"), func(secretary.Letter) (string, string) { return "k0@x", "" })
			return err
		})
		if err == nil {
			t.Error("two letters have one Message-ID")
		}
	})
}

func TestCancelDoesNotOvertake(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "request"), letterTo("li.na", "cancel"), letterTo("wang.lei", "other")))
		first := claim(t, s, 10)
		if keys(first) != "request other" {
			t.Fatalf("claimed %q", keys(first))
		}
		settle(t, s, first[0], Result{State: Uncertain, Error: "connection lost"})
		settle(t, s, first[1], Result{State: Sent})
		if got := claim(t, s, 10); len(got) != 0 {
			t.Errorf("%q overtook an uncertain letter", keys(got))
		}
		db.clock.Add(time.Minute)
		again := claim(t, s, 10)
		if keys(again) != "request" {
			t.Fatalf("claimed %q", keys(again))
		}
		if again[0].MessageID != first[0].MessageID || again[0].Attempts != 2 {
			t.Errorf("tried again as %+v", again[0])
		}
		settle(t, s, again[0], Result{State: Sent})
		if got := claim(t, s, 10); keys(got) != "cancel" {
			t.Errorf("claimed %q, want the cancel", keys(got))
		}
	})
}

// A date of a series has a case of its own; in calendars it is part of the series.
func TestDateDoesNotOvertakeItsSeries(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		series, date := letterTo("li.na", "series"), letterTo("li.na", "date")
		series.Case, series.Meeting = "series:A", &secretary.MeetingView{UID: "A-2027@x", Series: &secretary.SeriesView{}}
		date.Case, date.Meeting = "meeting:A-1", &secretary.MeetingView{UID: "A-2027@x", Recurrence: db.clock.Now()}
		mustEvent(t, s, "series:A", queueing(series))
		mustEvent(t, s, "meeting:A-1", queueing(date))
		first := claim(t, s, 10)
		if keys(first) != "series" {
			t.Fatalf("claimed %q", keys(first))
		}
		settle(t, s, first[0], Result{State: Sent})
		if got := claim(t, s, 10); keys(got) != "date" {
			t.Errorf("claimed %q", keys(got))
		}
	})
}

func TestLeaseAndFence(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1")))
		lost := claim(t, s, 1)[0] // and the daemon stops here
		if next, found, err := s.NextLetter(t.Context()); err != nil || !found || !next.Equal(db.clock.Now().Add(lease)) {
			t.Errorf("next letter %v, %v, %v", next, found, err)
		}
		db.clock.Add(lease - time.Millisecond)
		if got := claim(t, s, 1); len(got) != 0 {
			t.Error("claimed during the lease of another")
		}
		db.clock.Add(time.Millisecond)
		mine := claim(t, s, 1)
		if len(mine) != 1 || mine[0].Fence <= lost.Fence || mine[0].Attempts != 2 {
			t.Fatalf("claimed %+v", mine)
		}
		if err := s.Settle(t.Context(), Settlement{lost, Result{State: Dead}}); !errors.Is(err, ErrLeaseLost) {
			t.Errorf("the daemon that was gone settled it: %v", err)
		}
		settle(t, s, mine[0], Result{State: Sent, Raw: []byte("Subject: 通知\r\n\r\n")})
		if err := s.Settle(t.Context(), Settlement{mine[0], Result{State: Queued}}); !errors.Is(err, ErrLeaseLost) {
			t.Errorf("settled twice: %v", err)
		}
		do(t, s, func(tx *Tx) error {
			l, err := tx.LetterByMessageID("k1@huiban.test")
			raw, err2 := tx.Document(l.RawHash)
			if l.State != Sent || !l.SentAt.Equal(tx.Now) || string(raw) != "Subject: 通知\r\n\r\n" {
				t.Errorf("settled as %+v with %q", l, raw)
			}
			return errors.Join(err, err2)
		})
		if _, found, err := s.NextLetter(t.Context()); err != nil || found {
			t.Errorf("a letter is left: %v", err)
		}
	})
}

// One transaction settles many letters; those that another daemon has now are named and hold up none of the others.
func TestSettleTogether(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1"), letterTo("wang.lei", "k2"), letterTo("kim", "k3")))
		mine := claim(t, s, 3)
		mine[1].Fence-- // as if it had been claimed once more meanwhile
		same := []byte("Subject: 通知\r\n\r\n")
		err := s.Settle(t.Context(),
			Settlement{mine[0], Result{State: Sent, Raw: same}},
			Settlement{mine[1], Result{State: Dead}},
			Settlement{mine[2], Result{State: Queued, Error: "451", Raw: same}})
		if !errors.Is(err, ErrLeaseLost) || !strings.Contains(err.Error(), "k2") || strings.Contains(err.Error(), "k1") {
			t.Errorf("settled with %v", err)
		}
		do(t, s, func(tx *Tx) error {
			list, err := tx.LettersOf("meeting:PSC-20261127")
			if err != nil {
				return err
			}
			want := []LetterState{Sent, Sending, Queued}
			for i, l := range list {
				if l.State != want[i] || (l.RawHash != "") != (i != 1) {
					t.Errorf("%s is %s, with a mail: %t", l.Letter.Key, l.State, l.RawHash != "")
				}
			}
			if l := list[2]; !l.NextAt.After(tx.Now) || l.LastError != "451" || list[0].SentAt.IsZero() {
				t.Errorf("%+v", l)
			}
			return nil
		})
		if err := s.Settle(t.Context()); err != nil {
			t.Errorf("nothing to settle: %v", err)
		}
		err = s.Settle(t.Context(), Settlement{mine[0], Result{State: Queued}}, Settlement{mine[2], Result{State: "gone"}})
		if err == nil || errors.Is(err, ErrLeaseLost) {
			t.Errorf("took a result that is none: %v", err)
		}
	})
}

func TestBackoffAndDeath(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		s := db.open(t)
		mustEvent(t, s, "meeting:A-1", queueing(letterTo("li.na", "k1")))
		started, tries := db.clock.Now(), 0
		for {
			next, found, err := s.NextLetter(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !found {
				break
			}
			db.clock.Add(max(0, next.Sub(db.clock.Now())))
			o := claim(t, s, 1)[0]
			settle(t, s, o, Result{State: Queued, Untried: true, RetryAt: db.clock.Now(), Error: "535"}) // costs nothing
			settle(t, s, claim(t, s, 1)[0], Result{State: Queued, Error: "451 later\x00"})
			tries++
		}
		took := db.clock.Now().Sub(started)
		if tries != len(waits)+1 || took < 4*24*time.Hour || took > 7*24*time.Hour {
			t.Errorf("given up after %d tries in %v", tries, took)
		}
		do(t, s, func(tx *Tx) error {
			dead, err := tx.Letters(LetterFilter{State: Dead})
			if keys(dead) != "k1" || !strings.HasPrefix(dead[0].LastError, "451") {
				t.Errorf("dead: %+v", dead)
			}
			return errors.Join(err, tx.Requeue("k1"))
		})
		if got := claim(t, s, 1); keys(got) != "k1" || got[0].Attempts != 1 {
			t.Errorf("requeued: %+v", got)
		}
		err := s.Do(t.Context(), func(tx *Tx) error { return tx.Requeue("k1") })
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("requeued a letter that lives: %v", err)
		}
	})
}

// Two daemons with several workers each send every letter exactly once, and never two of one person at a time.
func TestRacingClaims(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		const people, letters = 12, 5
		for p := range people {
			var list []secretary.Letter
			for n := range letters {
				list = append(list, letterTo(fmt.Sprint("p", p), fmt.Sprintf("p%d-%d", p, n)))
			}
			mustEvent(t, stores[0], "meeting:A-1", queueing(list...))
		}
		var mu sync.Mutex
		order := map[secretary.PersonID][]string{}
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() { drain(t, stores[i%2], fmt.Sprint("worker", i), &mu, order, people*letters) })
		}
		wg.Wait()
		for p := range people {
			var want []string
			for n := range letters {
				want = append(want, fmt.Sprintf("p%d-%d", p, n))
			}
			if got := order[secretary.PersonID(fmt.Sprint("p", p))]; !slices.Equal(got, want) {
				t.Errorf("person %d got %v", p, got)
			}
		}
	})
}

// drain claims and sends until all letters have been sent, by whomever.
func drain(t *testing.T, s *Store, owner string, mu *sync.Mutex, order map[secretary.PersonID][]string, all int) {
	for {
		batch, err := s.ClaimLetters(context.Background(), owner, 4, lease)
		if err != nil {
			t.Error(err)
			return
		}
		mu.Lock()
		for _, o := range batch {
			order[o.Letter.To.ID] = append(order[o.Letter.To.ID], o.Letter.Key)
		}
		sent := 0
		for _, list := range order {
			sent += len(list)
		}
		mu.Unlock()
		for _, o := range batch {
			if err := s.Settle(context.Background(), Settlement{o, Result{State: Sent}}); err != nil {
				t.Error(err)
			}
		}
		if sent >= all {
			return
		}
	}
}
