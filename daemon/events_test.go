package daemon

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/huiban/huiban/store"
)

// events keeps what daemons told of.
type events struct {
	mu   sync.Mutex
	list []Event
	news chan struct{} // closed and replaced at each
}

func (l *events) add(e Event) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, e)
	if l.news != nil {
		close(l.news)
	}
	l.news = make(chan struct{})
}

func (l *events) all() ([]Event, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.news == nil {
		l.news = make(chan struct{})
	}
	return slices.Clone(l.list), l.news
}

func (l *events) count(match func(Event) bool) int {
	all, _ := l.all()
	n := 0
	for _, e := range all {
		if match(e) {
			n++
		}
	}
	return n
}

func isWatching(e Event) bool { return e.Watching }
func isTrouble(e Event) bool  { return e.Trouble != nil && e.Trouble.Err != nil }

// await waits until ok, asking again whenever a daemon did something.
func (h *house) await(what string, ok func() bool) {
	h.t.Helper()
	for {
		_, news := h.all()
		if ok() {
			return
		}
		select {
		case <-news:
		case <-h.ctx.Done():
			h.t.Fatalf("waited in vain: %s", what)
		}
	}
}

// quiet waits until nothing is left to do now: every mail is judged, every letter that is due is out, and no wake-up is due.
func (h *house) quiet() {
	h.t.Helper()
	h.await("quiet", func() bool {
		next, some, err := h.store.NextLetter(h.ctx)
		if err == nil && some && !next.After(h.clock.Now()) {
			return false
		}
		arrived, kept, st := len(h.mail.Mailbox(huiban)), 0, store.Status{}
		h.view(func(tx *store.Tx) error { st, err = tx.Status(); return err })
		for _, n := range st.Mails {
			kept += n
		}
		return kept >= arrived && st.Mails[""] == 0 && st.Overdue == 0 && st.Letters[store.Sending] == 0
	})
}

// clock is turned by hand.
type clock struct {
	mu      sync.Mutex
	now     time.Time
	waiting map[chan struct{}]time.Time
}

func newClock(t time.Time) *clock { return &clock{now: t, waiting: map[chan struct{}]time.Time{}} }

// Now is what the clock was turned to.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Until returns a channel that is closed once the clock is turned to t or beyond, or ctx has ended.
func (c *clock) Until(ctx context.Context, t time.Time) <-chan struct{} {
	done := make(chan struct{})
	c.mu.Lock()
	defer c.mu.Unlock()
	if !t.After(c.now) {
		close(done)
		return done
	}
	c.waiting[done] = t
	context.AfterFunc(ctx, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.release(done)
	})
	return done
}

func (c *clock) release(done chan struct{}) {
	if _, ok := c.waiting[done]; ok {
		delete(c.waiting, done)
		close(done)
	}
}

func (c *clock) turn(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
	for done, at := range c.waiting {
		if !at.After(c.now) {
			c.release(done)
		}
	}
}
