package daemon

import (
	"context"
	"runtime"
	"sync"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/store"
)

// outgoing is a claimed letter on its way to the mail server.
type outgoing struct {
	store.OutLetter
	until time.Time // it is not begun later: the lease has to last for the hand-over

	raw []byte
	env mailer.Envelope
	err error // why it could not be made
}

// sendDue sends the letters that are due, over one connection and in their order, until none is left. While one is handed
// over the next are made, on every core, and those before it are recorded, as many as there are in one transaction. It
// returns how many it claimed. The error, a *serverFault or the store's, says why it could not go on.
func (d *Daemon) sendDue(ctx context.Context) (int, error) {
	work, done := d.shelter(ctx)
	defer done()
	open, stop := context.WithCancelCause(ctx) // while letters may be begun
	defer stop(nil)

	ready, ends := make(chan (<-chan outgoing), runtime.GOMAXPROCS(0)), make(chan end, d.batch())
	var stages sync.WaitGroup
	claimed := 0
	stages.Go(func() { claimed = d.prepare(open, work, ready, stop) })
	stages.Go(func() { d.record(work, ends, stop) })
	d.handOverAll(open, work, ready, ends, stop)
	stages.Wait()
	if ctx.Err() != nil {
		return claimed, nil
	}
	return claimed, context.Cause(open)
}

// prepare claims letters and has them made, some at a time. It closes ready when there are no more.
func (d *Daemon) prepare(open, work context.Context, ready chan<- <-chan outgoing, stop context.CancelCauseFunc) (claimed int) {
	defer close(ready)
	for open.Err() == nil {
		letters, err := d.Store.ClaimLetters(open, d.Name, d.batch(), d.Lease)
		if err != nil {
			stop(err)
		}
		if len(letters) == 0 {
			return claimed
		}
		claimed += len(letters)
		until := d.Clock.Now().Add(d.Lease / 2)
		for _, l := range letters {
			one := make(chan outgoing, 1)
			ready <- one
			go func() { one <- d.made(open, work, outgoing{OutLetter: l, until: until}) }()
		}
	}
	return claimed
}

// made makes a letter, unless it is not to be begun any more.
func (d *Daemon) made(open, work context.Context, l outgoing) outgoing {
	if open.Err() == nil {
		l.raw, l.env, l.err = d.compose(work, &l.OutLetter)
	}
	return l
}

// handOverAll hands letters over one by one. It closes ends when there are no more.
func (d *Daemon) handOverAll(open, work context.Context, ready <-chan <-chan outgoing, ends chan<- end, stop context.CancelCauseFunc) {
	defer close(ends)
	session := d.sender.Session()
	defer session.Close()
	for one := range ready {
		l := <-one
		if open.Err() != nil || d.Clock.Now().After(l.until) {
			ends <- d.untried(l, l.LastError)
			continue
		}
		e, err := d.send(work, session, l)
		ends <- e
		if err != nil {
			stop(err)
			continue
		}
		d.trouble(Outbox, nil)
		d.pace(open)
	}
}
