package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// standing is how things stand, with all that needs a person.
type standing struct {
	Daemons []store.DaemonReport `json:"daemons"`
	store.Status
	Mails   map[secretary.Verdict]int `json:"mails"`
	Seconds int64                     `json:"oldest_letter_waits_seconds"`
	Broken  *store.Tampered           `json:"journal_broken"` // nil: the chain is whole
	Waits   []waits                   `json:"waiting"`
	Open    int                       `json:"not_applied"` // changes of the configuration that huiban apply would make
	Wrong   []string                  `json:"wrong"`       // for people; empty where all is well
}

// waits is a letter that could not be sent so far.
type waits struct {
	State store.LetterState `json:"state"`
	Key   string            `json:"key"`
	Error string            `json:"error"`
}

func (o *office) standing(tx *store.Tx) (*standing, error) {
	st := &standing{Waits: []waits{}, Wrong: []string{}}
	for _, look := range []func(*store.Tx) error{st.figures, o.daemons(st), st.journal, st.stuck, o.configured(st)} {
		if err := look(tx); err != nil {
			return nil, err
		}
	}
	return st, nil
}

func (st *standing) figures(tx *store.Tx) (err error) {
	st.Status, err = tx.Status()
	st.Seconds, st.Mails = int64(st.Waiting.Seconds()), st.Status.Mails
	if n := st.Mails[""]; n > 0 {
		st.Mails["not judged"] = n
	}
	delete(st.Mails, "")
	return err
}

func (st *standing) wrong(format string, a ...any) {
	st.Wrong = append(st.Wrong, fmt.Sprintf(format, a...))
}

// daemons tells what the daemons say of themselves, each maybe in another process or on another machine.
func (o *office) daemons(st *standing) func(*store.Tx) error {
	return func(tx *store.Tx) (err error) {
		st.Daemons, err = tx.Reports()
		for _, d := range st.Daemons {
			if tx.Now.Sub(d.Heard) > store.Silence {
				st.wrong("daemon %s was not heard of since %s: it ended without a word", d.Name, o.local(d.Heard))
				continue
			}
			for _, t := range d.Troubles {
				st.wrong("%s", o.trouble(d, t))
			}
		}
		return err
	}
}

func (o *office) trouble(d store.DaemonReport, t store.Trouble) string {
	if t.Account {
		return fmt.Sprintf("%s: the account is refused since %s: %s (mend the log-in in huiban.yaml, then stop and start huiban run)", t.Part, o.local(t.Since), t.Error)
	}
	return fmt.Sprintf("%s: out of reach of daemon %s since %s: %s", t.Part, d.Name, o.local(t.Since), t.Error)
}

// configured counts what is configured and not in force.
func (o *office) configured(st *standing) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		if o.faults > 0 {
			st.wrong("the configuration has %s: huiban config test; huiban run would not start again", count(o.faults, "fault", "faults"))
			return nil
		}
		d, err := o.difference(tx)
		st.Open = len(slices.DeleteFunc(d, func(d difference) bool { return d.Change == unapproved }))
		return err
	}
}

// journal walks the whole chain.
func (st *standing) journal(tx *store.Tx) error {
	_, _, err := tx.VerifyJournal()
	if !errors.As(err, &st.Broken) {
		return err
	}
	st.wrong("the journal is not what was written, from line %d on: %s (compare with a backup)", st.Broken.Seq, st.Broken.What)
	return nil
}

// stuck names what keeps letters from going out; those given up need a person.
func (st *standing) stuck(tx *store.Tx) error {
	for _, state := range []store.LetterState{store.Queued, store.Uncertain, store.Dead} {
		list, err := tx.Letters(store.LetterFilter{State: state, Limit: 5})
		if err != nil {
			return err
		}
		for _, l := range list {
			if l.LastError != "" {
				st.Waits = append(st.Waits, waits{state, l.Letter.Key, l.LastError})
			}
		}
	}
	if n := st.Letters[store.Dead]; n > 0 {
		st.wrong("%s: huiban letter list --state dead, then huiban letter retry", count(n, "dead letter", "dead letters"))
	}
	return nil
}
