package daemon

import (
	"context"
	"log/slog"
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
	l.list = append(l.list, e)
	l.mu.Unlock()
	l.ring()
}

// ring has whoever waits look again.
func (l *events) ring() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.news != nil {
		close(l.news)
	}
	l.news = make(chan struct{})
}

// ringing is a log of which every line rings.
type ringing struct {
	slog.Handler
	ring func()
}

// Handle implements slog.Handler.
func (r ringing) Handle(ctx context.Context, line slog.Record) error {
	defer r.ring()
	return r.Handler.Handle(ctx, line)
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

// await waits until ok, asking again whenever a daemon did something, logged something or began to wait for the clock.
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

// quiet waits until nothing is left to do now.
func (h *house) quiet() {
	h.t.Helper()
	h.await("quiet", func() (quiet bool) {
		arrived := len(h.mail.Mailbox(huiban))
		h.view(func(tx *store.Tx) (err error) { quiet, err = h.idle(tx, arrived); return err })
		return quiet
	})
}

// idle reports whether every mail is judged, every letter that is due is out, and no wake-up is due.
func (h *house) idle(tx *store.Tx, arrived int) (bool, error) {
	st, err := tx.Status()
	if err != nil {
		return false, err
	}
	kept := 0
	for _, n := range st.Mails {
		kept += n
	}
	if kept < arrived || st.Mails[""] > 0 || st.Overdue > 0 {
		return false, nil
	}
	// In this order: PostgreSQL counts each at its own moment, and a letter that is no longer queued is being sent.
	for _, state := range []store.LetterState{store.Queued, store.Uncertain, store.Sending} {
		waiting, err := tx.Letters(store.LetterFilter{State: state})
		if err != nil || slices.ContainsFunc(waiting, func(l store.OutLetter) bool { return !l.NextAt.After(h.clock.Now()) }) {
			return false, err
		}
	}
	return true, nil
}

// clock is turned by hand.
type clock struct {
	mu      sync.Mutex
	now     time.Time
	waiting map[chan struct{}]time.Time
	ring    func() // when somebody begins to wait
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
	defer c.ring()
	context.AfterFunc(ctx, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.release(done)
	})
	return done
}

// awaited reports whether somebody waits for just that time.
func (c *clock) awaited(t time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, at := range c.waiting {
		if at.Equal(t) {
			return true
		}
	}
	return false
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
