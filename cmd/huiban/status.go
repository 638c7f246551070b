package main

import (
	"context"
	"fmt"

	"github.com/huiban/huiban/store"
)

type statusCmd struct {
	common
	jsonFlag
}

// Run prints the state of the whole in figures; it fails where something needs a person.
func (c *statusCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		st, err := tx.Status()
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, st)
		}
		counts(s, "meetings", st.Meetings)
		fmt.Fprintf(s.Out, "open action items  %d\n", st.OpenItems)
		counts(s, "letters", st.Letters)
		counts(s, "mail", st.Mails)
		fmt.Fprintf(s.Out, "wake-ups  %d, overdue %d\noldest letter waits  %s\njournal  %d lines\ndocuments  %d, %d bytes\n", st.Wakeups, st.Overdue, st.Waiting, st.Journal, st.Documents, st.Bytes)
		return stuck(s, tx)
	})
}

// stuck names what keeps letters from going out, and fails where any was given up: a person has to look.
func stuck(s streams, tx *store.Tx) error {
	for _, state := range []store.LetterState{store.Queued, store.Uncertain, store.Dead} {
		list, err := tx.Letters(store.LetterFilter{State: state, Limit: 5})
		if err != nil {
			return err
		}
		for _, l := range list {
			if l.LastError != "" {
				fmt.Fprintf(s.Out, "%s: %s: %s\n", state, l.Letter.Key, l.LastError)
			}
		}
		if state == store.Dead && len(list) > 0 {
			fmt.Fprintln(s.Err, "dead letters: huiban letter list --state dead, then huiban letter retry")
			return failed
		}
	}
	return nil
}

func counts[K ~string](s streams, what string, m map[K]int) {
	fmt.Fprintf(s.Out, "%s ", what)
	for _, k := range sortedKeys(m) {
		name := string(k)
		if name == "" {
			name = "not judged"
		}
		fmt.Fprintf(s.Out, " %s %d", name, m[k])
	}
	fmt.Fprintln(s.Out)
}
