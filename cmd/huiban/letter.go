package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

type letterCmd struct {
	List  letterListCmd  `cmd:"" help:"List letters, newest first, with their delivery."`
	Show  letterShowCmd  `cmd:"" help:"Show one letter as it was handed over, or as it will read."`
	Retry letterRetryCmd `cmd:"" help:"Send dead letters once more."`
}

type letterListCmd struct {
	common
	jsonFlag
	State string `help:"Only in this state: queued, sending, sent, uncertain or dead." placeholder:"STATE"`
	To    string `help:"Only to this person: an id, an address or a name." placeholder:"WHO"`
	Limit int    `help:"How many at most." default:"50"`
}

var states = []store.LetterState{store.Queued, store.Sending, store.Sent, store.Uncertain, store.Dead}

// Run prints a line for each letter.
func (c *letterListCmd) Run(ctx context.Context, s streams) error {
	if c.State != "" && !slices.Contains(states, store.LetterState(c.State)) {
		return fmt.Errorf("%q is no state of a letter: write one of %q", c.State, states)
	}
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		to, err := o.person(c.To)
		if err != nil {
			return err
		}
		list, err := tx.Letters(store.LetterFilter{State: store.LetterState(c.State), To: to, Limit: c.Limit})
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, list)
		}
		t := newTable(s.Out, "QUEUED", "STATE", "TRIES", "LETTER", "TO", "KEY", "LAST ERROR")
		for _, l := range list {
			t.row(o.local(l.QueuedAt), string(l.State), fmt.Sprint(l.Attempts), string(l.Letter.Kind), l.Letter.To.Name, l.Letter.Key, l.LastError)
		}
		return t.flush()
	})
}

type letterShowCmd struct {
	common
	jsonFlag
	Key string `arg:"" help:"The key that letter list prints."`
}

// Run prints the mail of a letter, or its text before it was handed over.
func (c *letterShowCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		l, err := tx.LetterByKey(c.Key)
		switch {
		case err != nil:
			return err
		case c.JSON:
			return printJSON(s.Out, l)
		case l.RawHash == "":
			return o.draft(s, l)
		}
		if l.LastError != "" {
			fmt.Fprintf(s.Err, "%s: %s\n", l.State, l.LastError)
		}
		raw, err := tx.Document(l.RawHash)
		if err == nil {
			_, err = s.Out.Write(raw)
		}
		return err
	})
}

// draft prints a letter that was not handed over yet as it will read, or one that no copy could be kept of.
func (o *office) draft(s streams, l store.OutLetter) error {
	state := "not handed over yet"
	if l.State == store.Sent {
		state = "and there was no room for a copy"
	}
	r, err := templates.Render(&l.Letter, templates.Options{Office: o.config.Office, Code: l.Code, Wording: o.config.Wording})
	if err == nil {
		_, err = fmt.Fprintf(s.Out, "%s, %s\nTo: %s <%s>\nSubject: %s\n\n%s\n", l.State, state, l.Letter.To.Name, l.Letter.To.Email, r.Subject, r.Text)
	}
	return err
}

type letterRetryCmd struct {
	common
	jsonFlag
	Keys []string `arg:"" optional:"" help:"Keys that letter list --state dead prints."`
	All  bool     `help:"Every dead letter."`
}

// Run puts dead letters back into the outbox, with all their attempts before them.
func (c *letterRetryCmd) Run(ctx context.Context, s streams) error {
	if c.All == (len(c.Keys) > 0) {
		return fmt.Errorf("name the letters, or say --all")
	}
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	var keys []string
	err = o.store.Do(ctx, func(tx *store.Tx) (err error) {
		if keys, err = c.meant(tx); err != nil {
			return err
		}
		for _, k := range keys {
			if err := tx.Requeue(k); err != nil {
				return fmt.Errorf("%s is no dead letter: %w", k, err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.Out, keys)
	}
	fmt.Fprintf(s.Out, "%s queued again\n", count(len(keys), "letter", "letters"))
	return nil
}

// meant are the keys of the letters to be sent again.
func (c *letterRetryCmd) meant(tx *store.Tx) ([]string, error) {
	if !c.All {
		return c.Keys, nil
	}
	dead, err := tx.Letters(store.LetterFilter{State: store.Dead})
	var keys []string
	for _, l := range dead {
		keys = append(keys, l.Letter.Key)
	}
	return keys, err
}
