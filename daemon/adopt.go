package daemon

import (
	"errors"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// invited deals with mails about meetings that somebody's own calendar organizes: the invitation with what follows it, and
// the answer to the question which meeting type it is. Nil where the mail is none of them. What nothing proves goes the way of
// any mail, and comes back here once its writer has said that they wrote it.
func (d *Daemon) invited(tx *store.Tx, r *mailRead) (*secretary.Outcome, error) {
	switch reply := &r.reply; {
	case reply.Proof != secretary.Proven || reply.Automatic != "":
		return nil, nil
	case r.invitation() != nil:
		return d.adopt(tx, r)
	case r.letter != nil && reply.Writer == r.letter.Letter.To.ID && strings.HasPrefix(r.letter.Letter.Ref, "adopt:"):
		return d.chosen(tx, r)
	}
	return nil, nil
}

// invitation is the calendar object by which somebody else calls, changes or calls off a meeting; nil where there is none, or
// where it is about a meeting of ours, which it would not change (imip I-10).
func (r *mailRead) invitation() *secretary.CalendarMessage {
	if c := r.reply.Calendar; c.Invites() && r.meeting == "" {
		return c
	}
	return nil
}

// adopt hands an invitation to the series that follows it, else to the one that it belongs to; where that is not clear, to its
// writer's own case, in which it is asked.
func (d *Daemon) adopt(tx *store.Tx, r *mailRead) (*secretary.Outcome, error) {
	reply := r.reply
	reply.About = nil // a calendar starts threads of its own
	policy, err := tx.SeriesAdopting(reply.Calendar.UID)
	if errors.Is(err, store.ErrNotFound) {
		policy, err = d.adopter(tx, &reply)
	}
	if err != nil {
		return nil, err
	}
	if policy == "" {
		return d.tell(tx, secretary.PersonCase(reply.Writer), &reply)
	}
	return d.tell(tx, secretary.SeriesCase(policy), &reply)
}

// adopter is the policy that an invitation belongs to, "" where none does or several could.
func (d *Daemon) adopter(tx *store.Tx, r *secretary.Reply) (string, error) {
	if r.Calendar.Method != "REQUEST" {
		return "", nil
	}
	desk, err := d.rules(tx)
	if err != nil {
		return "", err
	}
	policy, _, _ := desk.Adopter(r)
	return policy, nil
}

// rules is a desk with what all cases share and no file on it.
func (d *Daemon) rules(tx *store.Tx) (*secretary.Desk, error) {
	office, err := tx.Office()
	if err != nil {
		return nil, err
	}
	dir, err := tx.Directory()
	if err != nil {
		return nil, err
	}
	all, current, err := tx.Policies()
	return &secretary.Desk{Office: office, Calendar: d.Calendar, Directory: dir, Policies: all, Current: current, Fold: fold.Text}, err
}

// chosen takes the answer to the question which meeting type an invitation is: the mail that brought it is acted on then. Nil
// where the answer chooses none, so that it is asked again.
func (d *Daemon) chosen(tx *store.Tx, r *mailRead) (*secretary.Outcome, error) {
	desk, err := d.rules(tx)
	if err != nil {
		return nil, err
	}
	l := &r.letter.Letter
	policy := desk.Chosen(l, r.reply.Text)
	if policy == "" {
		return nil, nil
	}
	out := &secretary.Outcome{Verdict: secretary.ActedOn, Reason: "adopted before"}
	found, err := tx.Mails(store.MailFilter{MessageID: strings.TrimPrefix(l.Ref, "adopt:"), Verdict: secretary.AskedBack, Writer: r.reply.Writer, Limit: 1})
	if err != nil || len(found) == 0 {
		return out, err
	}
	first, err := d.read(tx, found[0], true)
	if err != nil || first.invitation() == nil {
		return out, err
	}
	first.reply.About = nil
	done, err := d.tell(tx, secretary.SeriesCase(policy), &first.reply)
	if err != nil {
		return nil, err
	}
	out.Reason, out.Letters = "adopted", done.Letters
	return out, tx.Rejudge(found[0].ID, secretary.AskedBack, first.verdict(done))
}
