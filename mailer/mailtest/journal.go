package mailtest

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Delivery is one mail the server took.
type Delivery struct {
	Seq  int       // 1 for the first
	From string    // envelope sender
	To   []string  // envelope recipients, sub-addresses included
	User string    // who was logged in, "" for nobody
	At   time.Time // when it was taken
	Raw  []byte    // the message with Authentication-Results on top, without Received and Delivered-To
}

// journal keeps the order of mails and tells a callback about them, from a goroutine of its own so that the callback may
// send mail itself.
type journal struct {
	order  sync.Mutex // held over a whole delivery: mailboxes and journal have the same order
	mu     sync.Mutex
	list   []Delivery
	change chan struct{} // closed and replaced at each addition
	closed bool
	told   sync.WaitGroup
}

func newJournal(onMail func(Delivery)) *journal {
	j := &journal{change: make(chan struct{})}
	if onMail != nil {
		j.told.Go(func() { j.tell(onMail) })
	}
	return j
}

// add numbers a mail, has it put into its mailboxes, and then makes it known.
func (j *journal) add(d Delivery, put func(Delivery) error) error {
	j.order.Lock()
	defer j.order.Unlock()
	d.Seq = len(j.list) + 1
	if err := put(d); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.list = append(j.list, d)
	j.wake()
	return nil
}

func (j *journal) wake() {
	close(j.change)
	j.change = make(chan struct{})
}

func (j *journal) tell(onMail func(Delivery)) {
	for i := 0; ; i++ {
		d, ok := j.at(context.Background(), i)
		if !ok {
			return
		}
		onMail(d)
	}
}

// at waits for the mail number i, counted from 0. It is false when there will be none.
func (j *journal) at(ctx context.Context, i int) (Delivery, bool) {
	for {
		j.mu.Lock()
		if i < len(j.list) {
			defer j.mu.Unlock()
			return j.list[i], true
		}
		change, closed := j.change, j.closed
		j.mu.Unlock()
		if closed {
			return Delivery{}, false
		}
		select {
		case <-change:
		case <-ctx.Done():
			return Delivery{}, false
		}
	}
}

func (j *journal) all() []Delivery {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.list)
}

func (j *journal) close() {
	j.mu.Lock()
	if !j.closed {
		j.closed = true
		j.wake()
	}
	j.mu.Unlock()
	j.told.Wait()
}

// Await returns the first mail in the journal that matches, waiting for it if need be. It is false when the context
// ends or the server closes first.
func (s *Server) Await(ctx context.Context, match func(Delivery) bool) (Delivery, bool) {
	for i := 0; ; i++ {
		d, ok := s.journal.at(ctx, i)
		if !ok || match(d) {
			return d, ok
		}
	}
}
