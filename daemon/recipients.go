package daemon

import (
	"fmt"
	"slices"
	"sync"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// recipients tells apart how a hand-over went for the addresses of one letter.
type recipients struct {
	got   []string // have it
	later []string // could not get it for now, while others did
	never []string // refused for good, or given up
	why   string   // of the last refusal, for people
}

// split reads a result address by address.
func split(l store.OutLetter, env mailer.Envelope, r mailer.Result) recipients {
	var s recipients
	if r.Err != nil {
		s.why = r.Err.Error()
	}
	_, more := store.Backoff(l.Attempts)
	refused := map[string]mailer.Outcome{}
	for _, x := range r.Refused {
		refused[x.To] = x.Outcome
		s.why = fmt.Sprintf("%s: %d %s %s", x.To, x.Code, x.Enhanced, x.Text)
	}
	for _, a := range env.To {
		o := refused[a]
		switch {
		case r.Outcome == mailer.Sent && o == "":
			s.got = append(s.got, a)
		case r.Outcome == mailer.Sent && o == mailer.Temporary && more:
			s.later = append(s.later, a)
		case r.Outcome == mailer.Sent, r.Outcome == mailer.Permanent, r.Outcome == mailer.Temporary && !more:
			s.never = append(s.never, a)
		}
	}
	return s
}

// partial is how far a letter is through with its addresses. The zero value is at the beginning. It is kept in memory only:
// after a restart the letter goes to everybody again, the same.
type partial struct {
	done []string // have it, or never will
	dead bool     // the addressee never will
}

// partials are the letters that some of their addresses have, by key.
type partials struct {
	sync.Mutex
	list map[string]partial
}

func (p *partial) add(s recipients, addressee string) {
	p.done = append(append(p.done, s.got...), s.never...)
	p.dead = p.dead || slices.Contains(s.never, addressee)
}

// addresses are those a letter goes to, the addressee's first.
func (d *Daemon) addresses(l *secretary.Letter) []string {
	if d.RedirectAllTo != "" {
		return []string{d.RedirectAllTo}
	}
	to := []string{l.To.Email}
	for _, c := range l.Cc {
		to = append(to, c.Email)
	}
	return to
}

// waiting are the addresses that a letter is still to be handed over for.
func (d *Daemon) waiting(l *secretary.Letter) []string {
	d.partly.Lock()
	defer d.partly.Unlock()
	done := d.partly.list[l.Key].done
	return slices.DeleteFunc(d.addresses(l), func(a string) bool { return slices.Contains(done, a) })
}
