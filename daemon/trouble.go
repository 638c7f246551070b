package daemon

import (
	"errors"
	"sync"
	"time"

	"github.com/huiban/huiban/mailer"
)

// Part is something outside that the daemon needs.
type Part string

// The parts.
const (
	Database Part = "database" // the store
	Mailbox  Part = "mailbox"  // IMAP
	Outbox   Part = "outbox"   // SMTP
)

// Trouble says that a part does not work. Nothing is lost meanwhile: mail waits in the mailbox, letters in the store; those
// that were handed over while the store could not note it go once more, the same.
type Trouble struct {
	Part  Part
	Since time.Time
	// Err is why, for people; errors.Is(Err, mailer.ErrAccount) where the administrator has to change the account's
	// settings. Nil in an Event: it is over.
	Err error
}

// Account reports whether only the administrator can end it.
func (t Trouble) Account() bool { return errors.Is(t.Err, mailer.ErrAccount) }

type troubles struct {
	mu   sync.Mutex // held while the list is reported, too: what is known here is known in the store
	list map[Part]Trouble
}

// Troubles lists what does not work at the moment, the database first; empty where all is well.
func (d *Daemon) Troubles() []Trouble {
	d.troubles.mu.Lock()
	defer d.troubles.mu.Unlock()
	return d.troubles.all()
}

func (l *troubles) all() []Trouble {
	var out []Trouble
	for _, p := range []Part{Database, Mailbox, Outbox} {
		if t, found := l.list[p]; found {
			out = append(out, t)
		}
	}
	return out
}

// trouble notes that a part does not work, or with nil that it does again. What is new about it is reported, logged and
// told.
func (d *Daemon) trouble(p Part, err error) {
	t, news := d.note(Trouble{p, d.Clock.Now(), err})
	if !news {
		return
	}
	switch {
	case err == nil:
		d.Log.Info("trouble is over", "part", p, "since", t.Since)
	case t.Account():
		d.Log.Error("the account is refused: its settings have to be changed", "part", p, "error", err)
	default:
		d.Log.Warn("trouble", "part", p, "error", err)
	}
	d.observe(Event{Trouble: &t})
}

func (d *Daemon) note(t Trouble) (Trouble, bool) {
	d.troubles.mu.Lock()
	defer d.troubles.mu.Unlock()
	t, news := d.troubles.note(t)
	if news {
		d.report()
	}
	return t, news
}

// note keeps t, with the time it began, and reports whether it says something new.
func (l *troubles) note(t Trouble) (Trouble, bool) {
	was, found := l.list[t.Part]
	if found {
		t.Since = was.Since
	}
	if t.Err == nil {
		delete(l.list, t.Part)
		return t, found
	}
	if l.list == nil {
		l.list = map[Part]Trouble{}
	}
	l.list[t.Part] = t
	return t, !found || was.Err.Error() != t.Err.Error()
}
