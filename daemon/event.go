package daemon

import (
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// Event is one thing the daemon did. Exactly one of Mail, Letter, Woken, Watching and Trouble is set.
type Event struct {
	At time.Time

	Mail     *store.InMail    // was judged; it carries its verdict
	Letter   *store.OutLetter // was handed over, or tried to; as it was claimed
	Woken    secretary.Case   // was woken
	Watching bool             // the mailbox is read to its end and new mail is announced
	Trouble  *Trouble         // began, changed or ended

	Raw     []byte             // of Mail; of Letter as it was handed over, nil where it could not be made
	Result  *mailer.Result     // of Letter
	Outcome *secretary.Outcome // of Mail or Woken; nil for a mail that was set aside
}

func (d *Daemon) observe(e Event) {
	if d.Observe != nil {
		e.At = d.Clock.Now()
		d.Observe(e)
	}
}
