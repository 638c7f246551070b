package main

import (
	"context"
	"fmt"

	"github.com/huiban/huiban/store"
)

type letterCmd struct {
	List  letterListCmd  `cmd:"" help:"List letters, newest first, with their delivery."`
	Show  letterShowCmd  `cmd:"" help:"Show one letter as it was handed over."`
	Retry letterRetryCmd `cmd:"" help:"Send dead letters once more."`
}

type letterListCmd struct {
	common
	jsonFlag
	State string `help:"Only in this state: queued, sending, sent, uncertain or dead." enum:"queued,sending,sent,uncertain,dead," default:""`
	To    string `help:"Only to this person: an id, an address or a name." placeholder:"WHO"`
	Limit int    `help:"How many at most." default:"50"`
}

// Run prints a line for each letter.
func (c *letterListCmd) Run(ctx context.Context, s streams) error {
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

// Run prints the mail of a letter, or what is known of it before it was handed over.
func (c *letterShowCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(_ *office, tx *store.Tx) error {
		l, err := tx.LetterByKey(c.Key)
		if err != nil {
			return err
		}
		if c.JSON || l.RawHash == "" {
			return printJSON(s.Out, l)
		}
		raw, err := tx.Document(l.RawHash)
		if err == nil {
			_, err = s.Out.Write(raw)
		}
		return err
	})
}

type letterRetryCmd struct {
	common
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
	return o.store.Do(ctx, func(tx *store.Tx) error {
		keys := c.Keys
		if c.All {
			dead, err := tx.Letters(store.LetterFilter{State: store.Dead})
			if err != nil {
				return err
			}
			for _, l := range dead {
				keys = append(keys, l.Letter.Key)
			}
		}
		for _, k := range keys {
			if err := tx.Requeue(k); err != nil {
				return fmt.Errorf("%s is no dead letter: %w", k, err)
			}
		}
		fmt.Fprintf(s.Out, "%s queued again\n", count(len(keys), "letter", "letters"))
		return nil
	})
}
