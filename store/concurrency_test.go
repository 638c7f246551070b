package store

import (
	"sync"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// An item lies on the desks of its meeting, of its owner and of the owner's manager. No change of it is lost.
func TestNoLostUpdates(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		do(t, stores[0], func(tx *Tx) error { return tx.SaveDirectory(house()) })
		put(t, stores[0], []*secretary.Meeting{meeting("A-1", "A@1", "", planned), meeting("A-2", "A@1", "A-1", planned)}, []*secretary.Item{
			item("A-1-1", "A-1", "A", "li.na", secretary.InProgress, time.Time{}),
			item("A-1-2", "A-1", "A", "chen.jie", secretary.InProgress, time.Time{}),
		})
		cases := []secretary.Case{"meeting:A-1", "meeting:A-2", "person:li.na", "person:wang.lei"}
		var wg sync.WaitGroup
		for i, c := range cases {
			wg.Go(func() {
				for range 10 {
					_, err := event(stores[i%2], c, func(d *secretary.Desk) *secretary.Outcome {
						d.Items["A-1-1"].Percent++
						return &secretary.Outcome{Poke: []secretary.Case{cases[(i+1)%len(cases)]}}
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		do(t, stores[0], func(tx *Tx) error {
			i, err := tx.Item("A-1-1")
			if i.Percent != 10*len(cases) {
				t.Errorf("%d of %d changes were kept", i.Percent, 10*len(cases))
			}
			return err
		})
	})
}

// Two daemons that plan the same series at once plan each meeting once.
func TestPlannedOnce(t *testing.T) {
	each(t, func(t *testing.T, db *database) {
		stores := []*Store{db.open(t), db.open(t)}
		var mu sync.Mutex
		planning := 0
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Go(func() {
				saved, err := event(stores[i%2], "series:A", func(d *secretary.Desk) *secretary.Outcome {
					if d.Meetings["A-1"] == nil {
						d.Meetings["A-1"] = meeting("A-1", "A@1", "", planned)
					}
					return &secretary.Outcome{}
				})
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				planning += len(saved.Changed)
				mu.Unlock()
			})
		}
		wg.Wait()
		if planning != 1 {
			t.Errorf("planned %d times", planning)
		}
	})
}
