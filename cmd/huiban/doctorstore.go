package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// open opens the store, which brings its schema up to date, and says how the office in it stands.
func (x *examination) open(ctx context.Context, log *slog.Logger) (stop func()) {
	s, err := store.Open(ctx, x.config.Database, store.Options{Now: now, Log: log})
	if err != nil {
		hint := "look at database in huiban.yaml, and whether the server runs and this account may write"
		if errors.Is(err, store.ErrNewer) {
			hint = "install the newer huiban again, or restore a backup of the database"
		}
		x.find("database", fault, hint, "%s", err)
		return func() {}
	}
	x.store = s
	x.find("database", sound, "", "is open, and its schema is that of this huiban")
	if err := s.View(ctx, x.office); err != nil {
		x.find("database", fault, "compare with a backup", "%s", err)
	}
	return func() { s.Close() }
}

// office says what huiban status says, and what only shows over time.
func (x *examination) office(tx *store.Tx) error {
	o := &office{config: x.config, store: x.store, faults: x.faults}
	var err error
	if o.directory, err = tx.Directory(); err != nil {
		return err
	}
	if len(o.directory.People) == 0 {
		x.find("office", warning, "huiban apply puts the configuration into force", "nothing is applied yet")
		return nil
	}
	st, err := o.standing(tx)
	if err != nil {
		return err
	}
	x.standing(o, st)
	for _, look := range []func(*store.Tx) error{x.undelivered, x.bounced, x.resting, x.clock, x.subAddressed, x.backup} {
		if err := look(tx); err != nil {
			return err
		}
	}
	return nil
}

// standing passes on what huiban status finds wrong; faults of the configuration are told already.
func (x *examination) standing(o *office, st *standing) {
	before := len(x.findings)
	for _, w := range st.Wrong {
		if !strings.HasPrefix(w, "the configuration has") {
			x.find("office", fault, "", "%s", w)
		}
	}
	if st.Open > 0 {
		x.find("office", warning, "huiban apply", "%s not in force yet", count(st.Open, "change of the configuration is", "changes of the configuration are"))
	}
	if len(st.Daemons) == 0 {
		x.find("office", warning, "huiban run", "no daemon is running")
	}
	if len(x.findings) == before {
		x.find("office", sound, "", "%s, %s", o.inForce(st), st.chain())
	}
}

// undelivered names the people whose letters were given up.
func (x *examination) undelivered(tx *store.Tx) error {
	dead, err := tx.Letters(store.LetterFilter{State: store.Dead})
	if err != nil {
		return err
	}
	letters := map[string]int{}
	for _, l := range dead {
		letters[l.Letter.To.Email]++
	}
	for _, l := range dead {
		to := l.Letter.To
		if n := letters[to.Email]; n > 0 {
			letters[to.Email] = 0
			x.find("office", warning, "correct the address in the people file, huiban apply, huiban letter retry --all", "%s to %s <%s> given up: %s",
				count(n, "letter", "letters"), to.Name, to.Email, l.LastError)
		}
	}
	return nil
}

// bounced names people to whom the notice of a meeting to come could not be delivered.
func (x *examination) bounced(tx *store.Tx) error {
	meetings, err := tx.Meetings(store.MeetingFilter{Stage: secretary.Noticed})
	if err != nil {
		return err
	}
	told := map[secretary.PersonID]bool{}
	for _, m := range meetings {
		for _, s := range m.Seats {
			if p := x.config.Directory.Person(s.Person); s.Undeliverable != "" && p != nil && !told[s.Person] {
				told[s.Person] = true
				x.find("office", fault, "correct the address in the people file, huiban apply, huiban letter retry --all", "mail to %s came back from %s", p.Name, s.Undeliverable)
			}
		}
	}
	return nil
}

// resting names meetings that people were told of and whose day has become a day off since.
func (x *examination) resting(tx *store.Tx) error {
	meetings, err := tx.Meetings(store.MeetingFilter{Stage: secretary.Noticed})
	if err != nil {
		return err
	}
	for _, m := range meetings {
		day := secretary.DateOf(m.Start.In(x.config.Calendar.Zone(m.Zone)))
		why := x.config.Calendar.Holiday(day)
		if m.Start.After(x.now) && m.Shift == "" && !m.TimeSet && !why.Empty() && !x.config.Calendar.Workday(day) {
			x.find("holidays", warning, "huiban meeting move, or the convener writes 改到 and a day", "%s was noticed for %s, which is a day off by now: %s", m.ID, day, why.In(x.config.Office.Lang))
		}
	}
	return nil
}

// The clock is compared with the mail server's by when the last mails arrived there and were stored here.
const (
	compared = 20
	behind   = 2 * time.Minute  // a mail cannot be stored before it arrived
	ahead    = 15 * time.Minute // the quickest of many mails took no longer, unless the clock is ahead
)

// clock tells from the last mails whether this machine's clock is wrong.
func (x *examination) clock(tx *store.Tx) error {
	mails, err := tx.Mails(store.MailFilter{Limit: compared})
	if err != nil || len(mails) == 0 {
		return err
	}
	least := mails[0].SavedAt.Sub(mails[0].Arrived)
	for _, m := range mails {
		least = min(least, m.SavedAt.Sub(m.Arrived))
	}
	switch {
	case least < -behind:
		x.find("clock", fault, "set the clock, best by NTP", "this machine's clock is %s behind the mail server's", (-least).Round(time.Second))
	case least > ahead && len(mails) == compared:
		x.find("clock", warning, "compare the clock with the mail server's", "each of the last %d mails was stored %s or more after it arrived: the clock is ahead, or huiban runs only now and then", compared, least.Round(time.Minute))
	default:
		x.find("clock", sound, "", "agrees with the mail server's")
	}
	return nil
}

// enough answers must have come without a sub-address before it is said that the provider does not keep them.
const enough = 10

// subAddressed looks at the answers that came in: they tell whether the provider delivers huiban+token@… and keeps it.
func (x *examination) subAddressed(tx *store.Tx) error {
	if !x.config.Mail.SubAddressing {
		return nil
	}
	mails, err := tx.Mails(store.MailFilter{Limit: 100})
	if err != nil {
		return err
	}
	answers, kept := 0, 0
	local, _, _ := strings.Cut(x.config.Office.Address, "@")
	for _, m := range mails {
		if m.LetterKey == "" {
			continue
		}
		raw, err := tx.RawMail(m)
		if err != nil {
			return fmt.Errorf("mail %d: %w", m.ID, err)
		}
		head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
		if answers++; bytes.Contains(bytes.ToLower(head), []byte(strings.ToLower(local)+"+")) {
			kept++
		}
	}
	switch {
	case answers >= enough && kept == 0:
		x.find("imap", warning, "write mail.sub_addressing: false, if the provider does not deliver them", "none of the last %d answers came to a sub-address such as %s+…", answers, local)
	case kept > 0:
		x.find("imap", sound, "", "sub-addresses arrive: %d of the last %s", kept, count(answers, "answer", "answers"))
	}
	return nil
}
