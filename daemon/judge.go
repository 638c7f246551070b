package daemon

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// judgeLoop judges the mails that have no verdict, the oldest first.
func (d *Daemon) judgeLoop(ctx context.Context) {
	for ctx.Err() == nil {
		n, err := d.judgeBatch(ctx)
		if !d.outlast(ctx, "judge", err) && n == 0 {
			d.wait(ctx, d.Store.InboxChanged(), time.Time{})
		}
	}
}

// crashes is how often a mail may be claimed in vain before it is held to be what kills the daemon. Only the first of a
// batch is suspected: the others never had their turn.
const crashes = 10

// judgeBatch judges a batch to its end, also when ctx ends, and returns how many mails it held. Where the database is
// down it gives back those that have no verdict yet, and returns why.
func (d *Daemon) judgeBatch(ctx context.Context) (int, error) {
	mails, err := d.Store.ClaimMails(ctx, d.Name, 8, min(d.Lease, time.Minute))
	if err != nil && !store.Down(err) && ctx.Err() == nil {
		d.Log.Error("claim mails", "error", err)
	}
	work, done := d.shelter(ctx)
	defer done()
	for i, m := range mails {
		if i == 0 && m.Attempts > crashes {
			d.setAside(work, m, errors.New("no daemon has outlived reading this mail"))
		} else if down := d.judge(work, m); down != nil {
			return len(mails), errors.Join(down, d.Store.ReturnMails(work, d.Name, mails[i:]))
		}
	}
	return len(mails), err
}

// judge gives one mail its verdict, together with its effect. What fails is tried again when the lease runs out; the error
// says that the database is down.
func (d *Daemon) judge(ctx context.Context, m store.InMail) error {
	defer ring(d.judgedOne)
	done, err := protect(func() (*judged, error) { return d.judged(ctx, m) })
	switch {
	case err == nil:
		d.observe(Event{Mail: &done.mail, Raw: done.raw, Outcome: done.out})
	case errors.Is(err, store.ErrJudged):
	case store.Down(err):
		return err
	case m.Attempts >= tries(err):
		d.setAside(ctx, m, err)
	default:
		d.Log.Error("judge mail", "mail", m.ID, "attempt", m.Attempts, "error", err)
	}
	return nil
}

// tries is how often a mail is tried to be judged before it is set aside for a person to look at: patiently where the
// database may be to blame.
func tries(err error) int {
	if errors.Is(err, errPanic) {
		return 3
	}
	return 20
}

// setAside keeps a mail that cannot be judged, so that the others go on.
func (d *Daemon) setAside(ctx context.Context, m store.InMail, why error) {
	d.Log.Error("mail set aside", "mail", m.ID, "error", why)
	err := d.Store.Do(ctx, func(tx *store.Tx) error {
		m.MailVerdict = store.MailVerdict{Verdict: secretary.Unreadable, Reason: why.Error()}
		if raw, err := tx.RawMail(m); err == nil {
			label(&m.MailVerdict, raw)
		}
		return tx.SetVerdict(m.ID, m.MailVerdict)
	})
	if err != nil {
		d.Log.Error("set mail aside", "mail", m.ID, "error", err)
		return
	}
	d.observe(Event{Mail: &m})
}

// label says of a mail that cannot be read what its header says, as far as that can be read.
func label(v *store.MailVerdict, raw []byte) {
	m, err := protect(func() (*message.Message, error) { return message.Read(raw), nil })
	if err == nil {
		v.From, v.Subject, v.MessageID = m.From.Email, m.Subject, m.MessageID
	}
}

// judged is a mail with what came of it.
type judged struct {
	mail store.InMail
	raw  []byte
	out  *secretary.Outcome
}

// judged reads the mail first, since that takes the longest and needs no lock, and then has it acted on.
func (d *Daemon) judged(ctx context.Context, m store.InMail) (*judged, error) {
	var r *mailRead
	err := d.Store.View(ctx, func(tx *store.Tx) (err error) {
		r, err = d.read(tx, m, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	done := &judged{mail: m, raw: r.raw}
	err = d.Store.Do(ctx, func(tx *store.Tx) (err error) {
		if done.out, err = d.receive(tx, r); err != nil {
			return err
		}
		done.mail.MailVerdict = r.verdict(done.out)
		return tx.SetVerdict(m.ID, done.mail.MailVerdict)
	})
	return done, err
}

func (r *mailRead) verdict(out *secretary.Outcome) store.MailVerdict {
	v := store.MailVerdict{
		Verdict: out.Verdict, Reason: out.Reason, From: r.reply.From, Writer: r.reply.Writer, Proof: r.reply.Proof,
		Subject: r.reply.Subject, MessageID: r.reply.MessageID,
	}
	if r.letter != nil {
		v.LetterKey = r.letter.Letter.Key
	}
	if b, err := json.Marshal(r.reading); err == nil {
		v.Understood = string(b)
	}
	return v
}
