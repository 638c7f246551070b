package store

import (
	"bytes"
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

// BenchmarkOutbox claims letters and settles them in batches of 64, each with a mail of its own to keep.
func BenchmarkOutbox(b *testing.B) {
	const batch = 64
	bothDatabases(b, func(b *testing.B, db *database) {
		s := db.open(b)
		n := 0
		for b.Loop() {
			b.StopTimer()
			fill(b, s, n, batch)
			b.StartTimer()
			var list []Settlement
			for _, o := range claim(b, s, batch) {
				list = append(list, Settlement{o, Result{State: Sent, Raw: mailOf(o)}})
			}
			if err := s.Settle(context.Background(), list...); err != nil || len(list) != batch {
				b.Fatal(len(list), err)
			}
			n += batch
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "letters/s")
	})
}

// mailOf is as large as an invitation.
func mailOf(o OutLetter) []byte {
	return bytes.Repeat([]byte(o.MessageID+"\r\n"), 20<<10/len(o.MessageID))
}

func fill(b *testing.B, s *Store, from, n int) {
	var letters []secretary.Letter
	for i := range n {
		letters = append(letters, letterTo(fmt.Sprint("p", i), fmt.Sprintf("k%d", from+i)))
	}
	mustEvent(b, s, "meeting:A-1", queueing(letters...))
}
