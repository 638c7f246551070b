package daemon

import (
	"context"
	"errors"
	"fmt"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/store"
)

// end is what became of a claimed letter: what is to be recorded, and what to tell of it after.
type end struct {
	store.Settlement
	event *Event // nil where nothing was tried
}

// serverFault says that the mail server cannot be used at the moment.
type serverFault struct{ error }

func (f serverFault) Unwrap() error { return f.error }

// send hands one letter over. The error, a *serverFault or the store's, says that the letter is not to blame and waits.
func (d *Daemon) send(ctx context.Context, session *mailer.Session, l outgoing) (end, error) {
	var fault *letterFault
	if errors.As(l.err, &fault) {
		return d.faulty(l), nil
	}
	if l.err != nil {
		return d.untried(l, l.err.Error()), l.err
	}
	res := d.handOver(ctx, func(ctx context.Context) mailer.Result { return session.Send(ctx, l.env, l.raw) })
	e, err := d.handed(ctx, l, res)
	if err != nil {
		e = d.untried(l, err.Error())
	}
	e.event = &Event{Letter: &l.OutLetter, Result: &res, Raw: l.raw}
	return e, err
}

// faulty is the end of a letter that cannot be made: it is put aside, for a person to look at and to try again.
func (d *Daemon) faulty(l outgoing) end {
	d.Log.Error("letter cannot be made", "letter", l.Letter.Key, "error", l.err)
	return end{
		store.Settlement{Letter: l.OutLetter, Result: store.Result{State: store.Dead, Error: l.err.Error()}},
		&Event{Letter: &l.OutLetter, Result: &mailer.Result{Outcome: mailer.Permanent, Err: l.err, Text: l.err.Error()}},
	}
}

// untried is the end of a letter that goes back as it was, with the reason why it could not be tried.
func (d *Daemon) untried(l outgoing, why string) end {
	r := store.Result{State: store.Queued, Untried: true, Error: why, RetryAt: d.Clock.Now()}
	return end{Settlement: store.Settlement{Letter: l.OutLetter, Result: r}}
}

// handOver gives a server that does not answer up before the letter's lease runs out, so that no other daemon sends it
// at the same time.
func (d *Daemon) handOver(ctx context.Context, use func(context.Context) mailer.Result) mailer.Result {
	ctx, cancel := context.WithTimeout(ctx, d.Lease/3)
	defer cancel()
	return use(ctx)
}

// lineDown is the error of a hand-over that says nothing of the letter: the account is refused, or the server cannot be
// reached or does not take mail from us for now. Nil otherwise.
func lineDown(r mailer.Result) error {
	early := r.Stage == mailer.Connect || r.Stage == mailer.Auth || r.Stage == mailer.MailFrom
	switch {
	case r.Outcome == mailer.Refused && errors.Is(r.Err, mailer.ErrAccount):
		return r.Err
	case r.Outcome == mailer.Refused:
		return fmt.Errorf("%w: %w", mailer.ErrAccount, r.Err)
	case r.Outcome == mailer.Temporary && early:
		return r.Err
	}
	return nil
}

// handed is the end of a hand-over that came as far as the letter itself. Addresses that will never get it are told of
// first: a repeat after a crash finds that it was done. Where that fails for good the letter must not go again and again.
func (d *Daemon) handed(ctx context.Context, l outgoing, r mailer.Result) (end, error) {
	if down := lineDown(r); down != nil {
		return end{}, &serverFault{down}
	}
	if r.Err != nil {
		d.Log.Warn("letter not sent", "letter", l.Letter.Key, "outcome", r.Outcome, "code", r.Code, "error", r.Err)
	}
	s := split(l.OutLetter, l.env, r)
	for _, address := range s.never {
		err := d.refused(ctx, l.OutLetter, address)
		if store.Down(err) {
			return end{}, fmt.Errorf("report a refused address: %w", err)
		} else if err != nil {
			d.Log.Error("report a refused address", "letter", l.Letter.Key, "error", err)
		}
	}
	return end{Settlement: store.Settlement{
		Letter: l.OutLetter, Result: store.Result{State: d.stateOf(l.OutLetter, r, s), Error: s.why, Raw: l.raw},
	}}, nil
}

// states are the outcomes of a hand-over in the store's words.
var states = map[mailer.Outcome]store.LetterState{
	mailer.Sent: store.Sent, mailer.Permanent: store.Dead, mailer.Temporary: store.Queued, mailer.Uncertain: store.Uncertain,
}

// stateOf is what a letter is after a hand-over. One that some could not get for now goes again, to them alone; one whose
// addressee will never get it is dead, whoever else has a copy.
func (d *Daemon) stateOf(l store.OutLetter, r mailer.Result, s recipients) store.LetterState {
	d.partly.Lock()
	defer d.partly.Unlock()
	p := d.partly.list[l.Letter.Key]
	p.add(s, d.addresses(&l.Letter)[0])
	if len(s.later) > 0 {
		d.partly.list[l.Letter.Key] = p
		return store.Queued
	}
	state := states[r.Outcome]
	if state == store.Sent && p.dead {
		state = store.Dead
	}
	if state == store.Sent || state == store.Dead {
		delete(d.partly.list, l.Letter.Key)
	}
	return state
}
