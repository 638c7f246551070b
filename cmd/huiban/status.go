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
		return nil
	})
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
