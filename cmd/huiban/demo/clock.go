package demo

import (
	"context"
	"sync"
	"time"
)

// clock is turned by hand. It implements daemon.Clock.
type clock struct {
	mu      sync.Mutex
	now     time.Time
	waiting map[chan struct{}]time.Time
}

func newClock(t time.Time) *clock {
	return &clock{now: t, waiting: map[chan struct{}]time.Time{}}
}

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

// turn sets the clock, never back, and lets go whoever waited for that time.
func (c *clock) turn(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.After(c.now) {
		c.now = t
	}
	for done, at := range c.waiting {
		if !at.After(c.now) {
			c.release(done)
		}
	}
}
