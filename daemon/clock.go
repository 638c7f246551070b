package daemon

import (
	"context"
	"time"
)

// Clock tells the time and waits for it. The daemon of a company has the system's clock, a demonstration one that is
// turned by hand.
type Clock interface {
	Now() time.Time
	// Until returns a channel that is closed once it is t, or ctx has ended.
	Until(ctx context.Context, t time.Time) <-chan struct{}
}

// System is the machine's own clock.
type System struct {
	Read func() time.Time // time.Now
}

// Now reads the clock.
func (s System) Now() time.Time { return s.Read() }

// Until waits in real time.
func (s System) Until(ctx context.Context, t time.Time) <-chan struct{} {
	done := make(chan struct{})
	timer := time.NewTimer(t.Sub(s.Read()))
	go func() {
		defer close(done)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
		}
	}()
	return done
}
