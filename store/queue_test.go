package store

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

// SQLite alone lets one writer go on and on while another asks in vain for as long as that lasts.
func TestWritersTakeTurns(t *testing.T) {
	s := onSQLite(t).open(t)
	var all atomic.Int64
	var did [6]int
	var writers sync.WaitGroup
	for w := range did {
		writers.Go(func() {
			for all.Add(1) <= 300 {
				do(t, s, func(tx *Tx) error { _, err := tx.NextNumber("x"); return err })
				did[w]++
			}
		})
	}
	writers.Wait()
	for _, n := range did {
		if n < 300/len(did)/2 {
			t.Fatalf("the writers had %v turns", did)
		}
	}
}

func TestWhoWaitsForATurnCanGo(t *testing.T) {
	s := onSQLite(t).open(t)
	do(t, s, func(*Tx) error {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.Do(ctx, func(*Tx) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("waiting ended with %v", err)
		}
		return nil
	})
}
