package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

type mailCmd struct {
	List mailListCmd `cmd:"" help:"List inbound mail, newest first, with the verdict of each."`
	Show mailShowCmd `cmd:"" help:"Show one inbound mail: its verdict and what was understood; with --raw the mail itself."`
}

type mailListCmd struct {
	common
	jsonFlag
	Verdict string `help:"Only with this verdict: acted on, asked back, to be proven, automatic, bounced, stranger or unreadable." placeholder:"VERDICT"`
	Limit   int    `help:"How many at most." default:"50"`
}

var verdicts = []secretary.Verdict{
	secretary.ActedOn, secretary.AskedBack, secretary.ToBeProven, secretary.Automated, secretary.BouncedBack, secretary.Strange, secretary.Unreadable,
}

// Run prints a line for each mail.
func (c *mailListCmd) Run(ctx context.Context, s streams) error {
	if c.Verdict != "" && !slices.Contains(verdicts, secretary.Verdict(c.Verdict)) {
		return fmt.Errorf("%q is no verdict: write one of %q", c.Verdict, verdicts)
	}
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		list, err := tx.Mails(store.MailFilter{Verdict: secretary.Verdict(c.Verdict), Limit: c.Limit})
		if err != nil {
			return err
		}
		if c.JSON {
			out := make([]mailJSON, len(list))
			for i, m := range list {
				out[i] = withReading(m)
			}
			return printJSON(s.Out, out)
		}
		t := newTable(s.Out, "MAIL", "ARRIVED", "VERDICT", "REASON", "FROM", "SUBJECT")
		for _, m := range list {
			t.row(fmt.Sprint(m.ID), o.local(m.Arrived), string(m.Verdict), m.Reason, m.From, m.Subject)
		}
		return t.flush()
	})
}

// mailJSON is a mail with what huiban parse says of it; null where it was never read.
type mailJSON struct {
	store.InMail
	Understood json.RawMessage `json:"understood"`
}

func withReading(m store.InMail) mailJSON {
	if json.Valid([]byte(m.Understood)) {
		return mailJSON{m, json.RawMessage(m.Understood)}
	}
	return mailJSON{InMail: m}
}

type mailShowCmd struct {
	common
	jsonFlag
	ID  int64 `arg:"" help:"The number that mail list prints."`
	Raw bool  `help:"Print the mail as it arrived, and nothing else."`
}

// Run prints one mail.
func (c *mailShowCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		m, err := tx.Mail(c.ID)
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, withReading(m))
		}
		if c.Raw {
			raw, err := tx.RawMail(m)
			if err == nil {
				_, err = s.Out.Write(raw)
			}
			return err
		}
		fmt.Fprintf(s.Out, "mail %d  %s\nfrom %s (%s, %s)\nsubject %s\nverdict %s: %s\nanswers %s\n\n", m.ID, o.local(m.Arrived), tame(m.From), cmp.Or(string(m.Writer), "nobody known"), m.Proof, tame(m.Subject), m.Verdict, tame(m.Reason), cmp.Or(m.LetterKey, "no letter"))
		var read any
		if json.Unmarshal([]byte(m.Understood), &read) == nil {
			return printJSON(s.Out, read)
		}
		return nil
	})
}
