package daemon

import (
	"context"
	"errors"
	"fmt"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/store"
)

// send hands one letter over and records what became of it. The error says that the mail server, or the store, cannot be
// used at the moment: the letter is not to blame and waits.
func (d *Daemon) send(ctx context.Context, session *mailer.Session, l store.OutLetter) error {
	raw, env, err := d.compose(ctx, l)
	var fault *letterFault
	if errors.As(err, &fault) {
		return d.faulty(ctx, l, err)
	}
	if err != nil {
		return errors.Join(err, d.untried(ctx, l, err))
	}
	res := d.handOver(ctx, session, env, raw)
	if down := lineDown(res); down != nil {
		err = errors.Join(down, d.untried(ctx, l, down))
	} else {
		err = d.handed(ctx, l, env, res, raw)
	}
	d.observe(Event{Letter: &l, Result: &res, Raw: raw})
	return err
}

// faulty puts a letter that cannot be made aside, for a person to look at and to try again.
func (d *Daemon) faulty(ctx context.Context, l store.OutLetter, why error) error {
	d.Log.Error("letter cannot be made", "letter", l.Letter.Key, "error", why)
	err := d.settle(ctx, l, store.Result{State: store.Dead, Error: why.Error()})
	d.observe(Event{Letter: &l, Result: &mailer.Result{Outcome: mailer.Permanent, Err: why, Text: why.Error()}})
	return err
}

// untried gives a letter back with the reason why it could not be tried.
func (d *Daemon) untried(ctx context.Context, l store.OutLetter, why error) error {
	return d.settle(ctx, l, store.Result{State: store.Queued, Untried: true, Error: why.Error(), RetryAt: d.Clock.Now()})
}

// handOver gives a server that does not answer up before the letter's lease runs out, so that no other daemon sends it
// at the same time.
func (d *Daemon) handOver(ctx context.Context, session *mailer.Session, env mailer.Envelope, raw []byte) mailer.Result {
	ctx, cancel := context.WithTimeout(ctx, d.Lease/3)
	defer cancel()
	return session.Send(ctx, env, raw)
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

// handed records a hand-over that came as far as the letter itself. Addresses that will never get it are told of first:
// a repeat after a crash finds that it was done.
func (d *Daemon) handed(ctx context.Context, l store.OutLetter, env mailer.Envelope, r mailer.Result, raw []byte) error {
	if r.Err != nil {
		d.Log.Warn("letter not sent", "letter", l.Letter.Key, "outcome", r.Outcome, "code", r.Code, "error", r.Err)
	}
	s := split(l, env, r)
	for _, address := range s.never {
		if err := d.refused(ctx, l, address); err != nil {
			d.Log.Error("report a refused address", "letter", l.Letter.Key, "error", err)
		}
	}
	return d.settle(ctx, l, store.Result{State: d.stateOf(l, r, s), Error: s.why, Raw: raw})
}

// states are the outcomes of a hand-over in the store's words.
var states = map[mailer.Outcome]store.LetterState{
	mailer.Sent: store.Sent, mailer.Permanent: store.Dead, mailer.Temporary: store.Queued, mailer.Uncertain: store.Uncertain,
}

// stateOf is what a letter is after a hand-over. One that some could not get for now goes again, to them alone; one whose
// addressee will never get it is dead, whoever else has a copy.
func (d *Daemon) stateOf(l store.OutLetter, r mailer.Result, s recipients) store.LetterState {
	p := d.partly[l.Letter.Key]
	p.add(s, d.addresses(&l.Letter)[0])
	if len(s.later) > 0 {
		d.partly[l.Letter.Key] = p
		return store.Queued
	}
	state := states[r.Outcome]
	if state == store.Sent && p.dead {
		state = store.Dead
	}
	if state == store.Sent || state == store.Dead {
		delete(d.partly, l.Letter.Key)
	}
	return state
}
