package mailer

import (
	"context"

	"github.com/emersion/go-imap/v2"
)

// Inbox is what a mailbox offers.
type Inbox struct {
	Messages int  // how many lie in the folder
	Idle     bool // new mail is announced; otherwise it is noticed within IMAP.Poll
	Move     bool // handled mail can be moved; otherwise it is copied
	UIDPlus  bool // RFC 4315; nothing here needs it
}

// Probe connects, logs in and opens the folder, changing nothing. errors.Is(err, ErrAccount) means that the log-in was
// refused.
func (a IMAP) Probe(ctx context.Context) (Inbox, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l, err := openIMAP(ctx, a)
	if err != nil {
		return Inbox{}, err
	}
	defer l.close()
	return Inbox{int(l.messages), l.caps.Has(imap.CapIdle), l.caps.Has(imap.CapMove), l.caps.Has(imap.CapUIDPlus)}, nil
}

// Probe connects and logs in without sending anything. The Outcome is Sent when that works.
func (s *Sender) Probe(ctx context.Context) Result {
	t := s.Session()
	defer t.Close()
	if r := t.connect(ctx); r.Outcome != Sent {
		return r
	}
	return Result{Outcome: Sent, Stage: Auth}
}
