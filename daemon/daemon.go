package daemon

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/proof"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// Options are what a daemon is made of. Store, Calendar, Clock and Secret are required.
type Options struct {
	Store    *store.Store // its Now is that of Clock
	Calendar secretary.Calendar
	Clock    Clock
	Account  mailer.Account
	DKIM     *mailer.DKIM // nil signs nothing
	Secret   []byte       // of the tokens that tell whose letter a mail answers; at least 16 bytes, for ever the same
	Name     string       // of this daemon among several on one database, such as its host name; "" means "huiban"

	SubAddressing bool               // the mailbox takes huiban+anything@…: Reply-To then carries a token
	Proof         proof.Options      // whose word on the sender of a mail is believed
	Wording       *templates.Wording // of the letters; nil is the built-in one
	RedirectAllTo string             // every letter goes to this address instead, and says so; "" sends in earnest
	NoICSFile     []string           // domains whose readers get no invite.ics beside the invitation (imip O-6)
	PerMinute     int                // letters at most; 0 is no limit
	// Lease is how long claimed work is kept from other daemons, and how long it waits after this one was killed. It has to
	// be far longer than any event takes; a letter that its server takes longer to answer is given up and sent again.
	// 0 means 5 minutes.
	Lease time.Duration

	Log     *slog.Logger
	Observe func(Event) // told of everything done, after it is saved; nil for nobody. Must not block
}

// Daemon is a running secretary. Make it with New.
type Daemon struct {
	Options
	sender   *mailer.Sender
	troubles troubles
	outages  outages
	seen     *secretary.Directory // when every case was last looked at
	partly   partials

	looked    chan struct{} // rung when the mailbox was read to its end, or could not be
	judgedOne chan struct{} // rung when a mail got its verdict

	poll  time.Duration // bounds how long a loop waits without looking: another daemon's work rings no bell here
	grace time.Duration // is left to what was begun when the daemon is told to stop
}

// New checks the options and makes a daemon that does not run yet.
func New(o Options) (*Daemon, error) {
	if o.Store == nil || o.Calendar == nil || o.Clock == nil {
		return nil, errors.New("daemon: store, calendar and clock are required")
	}
	if len(o.Secret) < 16 {
		return nil, errors.New("daemon: the secret is shorter than 16 bytes")
	}
	if o.Name == "" {
		o.Name = "huiban"
	}
	if o.Lease == 0 {
		o.Lease = 5 * time.Minute
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Daemon{
		Options: o, sender: &mailer.Sender{Account: o.Account.SMTP}, partly: partials{list: map[string]partial{}},
		looked: make(chan struct{}, 1), judgedOne: make(chan struct{}, 1), poll: 20 * time.Second, grace: 10 * time.Second,
	}, nil
}

// Run works until ctx ends, then finishes what is at hand and returns nil; an error only where nothing could begin. It
// runs once at a time.
func (d *Daemon) Run(ctx context.Context) error {
	if err := d.begin(ctx); err != nil {
		return err
	}
	var loops sync.WaitGroup
	for _, loop := range []func(context.Context){d.watch, d.judgeLoop, d.clockLoop, d.outboxLoop, d.reportLoop} {
		loops.Go(func() { loop(ctx) })
	}
	loops.Wait()
	d.signOff()
	return nil
}
