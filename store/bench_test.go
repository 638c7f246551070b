package store

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// bothDatabases is each for benchmarks.
func bothDatabases(b *testing.B, run func(b *testing.B, db *database)) {
	b.Run("sqlite", func(b *testing.B) { run(b, onSQLite(b)) })
	b.Run("postgres", func(b *testing.B) { run(b, onPostgres(b)) })
}

// step is one event of a meeting with twenty open items: one item changes, one letter goes out, one line is written.
func step(s *Store, m string, n int) error {
	c := secretary.Case("meeting:" + m)
	_, err := event(s, c, func(d *secretary.Desk) *secretary.Outcome {
		if d.Meetings[secretary.MeetingID(m)] == nil {
			d.Meetings[secretary.MeetingID(m)] = meeting(m, m+"@1", "", planned)
			for i := range 20 {
				id := fmt.Sprintf("%s-%d", m, i)
				d.Items[secretary.ItemID(id)] = item(id, m, m, "li.na", secretary.InProgress, time.Time{})
			}
		}
		d.Items[secretary.ItemID(m+"-1")].Percent = n
		return &secretary.Outcome{
			Letters: []secretary.Letter{letterTo(fmt.Sprint("p", n), fmt.Sprintf("%s/%d", m, n))},
			Journal: []secretary.Entry{entry(c, "progress")},
			Wake:    map[secretary.Case]time.Time{c: planned.Add(time.Duration(n) * time.Second)},
		}
	})
	return err
}

func BenchmarkSaveCase(b *testing.B) {
	bothDatabases(b, func(b *testing.B, db *database) {
		s := db.open(b)
		for n := 0; b.Loop(); n++ {
			if err := step(s, "A", n); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Eight meetings at once.
func BenchmarkSaveCaseTogether(b *testing.B) {
	bothDatabases(b, func(b *testing.B, db *database) {
		s := db.open(b)
		jobs := make(chan int)
		done := make(chan error)
		for w := range 8 {
			go func() {
				for n := range jobs {
					done <- step(s, fmt.Sprint("M", w), n)
				}
			}()
		}
		defer close(jobs)
		running := 0
		for n := 0; b.Loop(); n++ {
			if running == 8 {
				if err := <-done; err != nil {
					b.Fatal(err)
				}
				running--
			}
			jobs <- n
			running++
		}
		for ; running > 0; running-- {
			<-done
		}
	})
}

// One letter claimed (in batches of twenty) and settled.
func BenchmarkClaimLetters(b *testing.B) {
	bothDatabases(b, func(b *testing.B, db *database) {
		s := db.open(b)
		var batch []OutLetter
		for n := 0; b.Loop(); n++ {
			if len(batch) == 0 {
				b.StopTimer()
				fill(b, s, n)
				b.StartTimer()
				batch = claim(b, s, 20)
			}
			if err := s.Settle(context.Background(), batch[0], Result{State: Sent}); err != nil {
				b.Fatal(err)
			}
			batch = batch[1:]
		}
	})
}

func fill(b *testing.B, s *Store, n int) {
	var letters []secretary.Letter
	for i := range 20 {
		letters = append(letters, letterTo(fmt.Sprint("p", i), fmt.Sprintf("k%d-%d", n, i)))
	}
	mustEvent(b, s, "meeting:A-1", queueing(letters...))
}
