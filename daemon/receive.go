package daemon

import (
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// receive has the secretary act on a mail that was read.
func (d *Daemon) receive(tx *store.Tx, r *mailRead) (*secretary.Outcome, error) {
	founded, err := tx.Founded()
	switch {
	case err != nil:
		return nil, err
	case r.ours():
		return &secretary.Outcome{Verdict: secretary.Automated, Reason: "own-letter"}, nil
	case r.before(founded):
		return &secretary.Outcome{Verdict: secretary.Automated, Reason: "arrived before huiban began"}, nil
	case r.reply.From == "" && r.reply.Automatic == "":
		return &secretary.Outcome{Verdict: secretary.Unreadable, Reason: "the mail has no sender"}, nil
	case r.reply.Automatic == secretary.Bounced:
		return d.bounced(tx, r)
	}
	if done, err := d.invited(tx, r); done != nil || err != nil {
		return done, err
	}
	reply := r.reply
	if reply.Files, err = keepFiles(tx, r); err != nil {
		return nil, err
	}
	if terms, ok := queryIn(&reply); ok {
		return d.query(tx, &reply, terms)
	}
	if numbers, ok := reply.PaperNumbers(); ok && reply.Writer != "" && reply.Automatic == "" {
		return d.paper(tx, &reply, numbers)
	}
	if err := d.lookUp(tx, &reply); err != nil {
		return nil, err
	}
	if said := answerOf(&reply); r.asksProof() && reply.Proof == secretary.Proven && said != "" {
		return d.proved(tx, r, said)
	}
	c, err := d.feedbackCase(tx, r, &reply)
	if err != nil {
		return nil, err
	}
	return d.tell(tx, c, &reply)
}

// feedbackCase is the case of a mail: feedback belongs to the series that it is about, wherever its thread began (S0-117).
func (d *Daemon) feedbackCase(tx *store.Tx, r *mailRead, reply *secretary.Reply) (secretary.Case, error) {
	if !reply.GivesFeedback() || reply.Proof != secretary.Proven || reply.Automatic != "" {
		return r.caseOf(), nil
	}
	dir, err := tx.Directory()
	if err != nil {
		return "", err
	}
	all, current, err := tx.Policies()
	if err != nil {
		return "", err
	}
	m := r.meeting
	if id, ok := strings.CutPrefix(string(r.caseOf()), "meeting:"); ok {
		m = secretary.MeetingID(id)
	}
	desk := &secretary.Desk{Directory: dir, Policies: all, Current: current}
	if c, ok := desk.FeedbackCase(reply, m); ok {
		return c, nil
	}
	return r.caseOf(), nil
}

// tell hands a reply over to the secretary, in the case c, "" for a stranger's. A machine that never stops answering is
// not answered for ever.
func (d *Daemon) tell(tx *store.Tx, c secretary.Case, reply *secretary.Reply) (*secretary.Outcome, error) {
	held, err := d.restrain(tx, c, reply)
	if err != nil {
		return nil, err
	}
	lay := c
	if c == "" {
		lay = secretary.PersonCase("nobody") // whose desk is empty, and stays so
	}
	return d.do(tx, lay, store.Source{Name: reply.MessageID}, func(desk *secretary.Desk) (*secretary.Outcome, error) {
		out := secretary.Receive(desk, c, reply, tx.Now)
		if out.Verdict == "" {
			return nil, fmt.Errorf("%w: mail from %s got no verdict in %q", errPanic, reply.From, c)
		}
		held(out)
		return out, nil
	})
}

// ours reports whether the mail is one of our own that came back: forwarded by a rule, or sent to an address that leads
// here. Answering it would be talking to ourselves. What comes back as a bounce is not ours but the mail system's.
func (r *mailRead) ours() bool {
	if r.reply.Automatic == secretary.Bounced {
		return false
	}
	return mailboxOf(r.reply.From) == mailboxOf(r.office.Address) || r.reading.Header.Has("X-Huiban-Letter")
}

// skew is how far the mail server's clock may lag behind ours: an hour of summer time, and some.
const skew = 2 * time.Hour

// before reports whether the mail lay in the mailbox before the office was founded: it was not written to huiban, and is
// kept without being answered or acted on. Not so one that answers a letter of ours, whatever its date.
func (r *mailRead) before(founded time.Time) bool {
	return r.mail.Arrived.Before(founded.Add(-skew)) && r.letter == nil && r.meeting == "" && r.series == ""
}

// mailboxOf is the mailbox an address belongs to, its sub-address aside.
func mailboxOf(address string) string {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	local, _, _ = strings.Cut(local, "+")
	return local + "@" + domain
}

// queryIn is what a mail asks of the archive: anybody's query, or the one quick line of a mail; beside others that is one more
// line of them.
func queryIn(r *secretary.Reply) (string, bool) {
	var lines []*secretary.QuickLine
	for _, in := range r.Intents {
		if isOrder(in) {
			lines = append(lines, in.QuickLine)
		}
	}
	if len(lines) > 0 {
		return lines[0].What, len(lines) == 1 && lines[0].Verb == "query" && lines[0].What != "" && r.Writer != "" && r.Automatic == ""
	}
	for _, in := range r.Intents {
		if in.Kind == secretary.IntentQuery && r.Writer != "" && r.Automatic == "" {
			return in.Terms, true
		}
	}
	return "", false
}

// query answers an archive query.
func (d *Daemon) query(tx *store.Tx, r *secretary.Reply, terms string) (*secretary.Outcome, error) {
	found, err := d.search(tx, terms)
	if err != nil {
		return nil, err
	}
	c := secretary.PersonCase(r.Writer)
	held, err := d.restrain(tx, c, r)
	if err != nil {
		return nil, err
	}
	return d.do(tx, c, store.Source{Name: r.MessageID}, func(desk *secretary.Desk) (*secretary.Outcome, error) {
		out := secretary.AnswerQuery(desk, r, terms, found, tx.Now)
		held(out)
		return out, nil
	})
}
