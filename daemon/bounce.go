package daemon

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// bounced tells the secretary of a bounce. One of a letter that nobody can name any more is only kept.
func (d *Daemon) bounced(tx *store.Tx, r *mailRead) (*secretary.Outcome, error) {
	if r.letter == nil || r.reply.Bounce == nil {
		return &secretary.Outcome{Verdict: secretary.BouncedBack, Reason: "it names no letter of ours"}, nil
	}
	if err := marked(tx, r); err != nil {
		return nil, err
	}
	reply := r.reply
	reply.About = lost(r.letter.Letter, reply.Bounce.Recipient)
	return d.tell(tx, r.letter.Letter.Case, &reply)
}

// marked writes a permanent bounce on the letter that came back, so that it does not count as sent.
func marked(tx *store.Tx, r *mailRead) error {
	b, l := r.reply.Bounce, &r.letter.Letter
	if !b.Permanent {
		return nil
	}
	return tx.Bounced(l.Key, fmt.Sprintf("%s: bounced, see mail %d", b.Recipient, r.mail.ID), copied(l, b.Recipient) == nil)
}

// copied is whose copy of the letter goes to this address, nil where nobody's does.
func copied(l *secretary.Letter, address string) *secretary.Party {
	for i, c := range l.Cc {
		if strings.EqualFold(c.Email, address) {
			return &l.Cc[i]
		}
	}
	return nil
}

// refused tells the secretary that an address was refused for good while its letter was handed over, as a bounce would:
// bounces are reported to the organizer (S0-52). Told twice, it is told once.
func (d *Daemon) refused(ctx context.Context, l store.OutLetter, address string) error {
	return d.Store.Do(ctx, func(tx *store.Tx) error {
		_, err := d.tell(tx, l.Letter.Case, &secretary.Reply{
			MessageID: "refused." + l.MessageID + "/" + address, Date: tx.Now, Proof: secretary.Stranger, Automatic: secretary.Bounced,
			Bounce: &secretary.Bounce{Recipient: address, Permanent: true}, About: lost(l.Letter, address),
		})
		return err
	})
}

// lost is the letter as the one that did not reach this address. Nil for a letter that told of such a thing itself:
// where nobody can be reached, telling of it would never end.
func lost(l secretary.Letter, address string) *secretary.Letter {
	if slices.ContainsFunc(l.Echoes, func(e secretary.EchoLine) bool { return e.What == "bounced" }) {
		return nil
	}
	if c := copied(&l, address); c != nil {
		l.To = *c
	}
	return &l
}
