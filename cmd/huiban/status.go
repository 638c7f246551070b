package main

import (
	"context"
	"fmt"
	"time"

	"github.com/huiban/huiban/store"
)

type statusCmd struct {
	common
	jsonFlag
}

// Run prints how things stand; it fails where something needs a person.
func (c *statusCmd) Run(ctx context.Context, s streams) error {
	return c.view(ctx, s, func(o *office, tx *store.Tx) error {
		st, err := o.standing(tx)
		if err != nil {
			return err
		}
		if c.JSON {
			err = printJSON(s.Out, st)
		} else {
			err = st.print(o, s)
		}
		if err == nil && len(st.Wrong) > 0 {
			err = failed
		}
		return err
	})
}

func (st *standing) print(o *office, s streams) error {
	t := &table{w: s.Out}
	if len(st.Daemons) == 0 {
		t.row("daemon", "none is running")
	}
	for _, d := range st.Daemons {
		t.row("daemon", fmt.Sprintf("%s, heard of at %s", d.Name, o.local(d.Heard)))
	}
	t.row("configuration", o.inForce(st))
	t.row("meetings", counts(st.Meetings))
	t.row("open action items", fmt.Sprint(st.OpenItems))
	t.row("letters", counts(st.Letters))
	t.row("oldest letter waits", st.Waiting.Round(time.Second).String())
	t.row("mail", counts(st.Mails))
	t.row("wake-ups", fmt.Sprintf("%d, %d of them due", st.Wakeups, st.Overdue))
	t.row("journal", st.chain())
	t.row("documents", fmt.Sprintf("%d, %d bytes", st.Documents, st.Bytes))
	for _, w := range st.Waits {
		t.row(string(w.State), w.Key+": "+w.Error)
	}
	if err := t.flush(); err != nil {
		return err
	}
	for _, w := range st.Wrong {
		fmt.Fprintf(s.Out, "! %s\n", w)
	}
	return nil
}

func (o *office) inForce(st *standing) string {
	switch {
	case o.faults > 0:
		return count(o.faults, "fault", "faults")
	case st.Open == 0:
		return "in force"
	}
	return count(st.Open, "change", "changes") + " not in force yet: huiban apply"
}

func (st *standing) chain() string {
	if st.Broken != nil {
		return fmt.Sprintf("%s, broken at line %d", count(st.Journal, "line", "lines"), st.Broken.Seq)
	}
	return count(st.Journal, "line", "lines") + ", the chain is whole"
}

func counts[K ~string](m map[K]int) string {
	out := ""
	for _, k := range sortedKeys(m) {
		out += fmt.Sprintf(", %s %d", k, m[k])
	}
	if out == "" {
		return "none"
	}
	return out[2:]
}

// count is "1 fault", "2 faults".
func count[N int | int64](n N, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
