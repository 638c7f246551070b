package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/quote"
)

// printExplained prints a reading for people: what was understood and why, then the mail line by line.
func printExplained(w io.Writer, r *parser.Reading) error {
	if err := printUnderstood(w, r); err != nil {
		return err
	}
	fmt.Fprintln(w)
	t := newTable(w, "CLASS", "WHY", r.Explain.Part)
	for _, l := range r.Explain.Lines {
		t.row(string(l.Class), reason(l), l.Text)
	}
	return t.flush()
}

// printUnderstood prints a row for each intent, for each sentence that was not read, and for each rule that decided.
func printUnderstood(w io.Writer, r *parser.Reading) error {
	t := newTable(w, "from", r.From)
	if r.Automatic != "" {
		t.row("automatic", string(r.Automatic))
	}
	for _, i := range r.Intents {
		row, err := oneLine(i)
		if err != nil {
			return fmt.Errorf("print intent: %w", err)
		}
		t.row("understood", row)
	}
	if len(r.Intents) == 0 {
		t.row("understood", "nothing")
	}
	for _, u := range r.Unclear {
		t.row("unclear", u)
	}
	for _, y := range r.Explain.Why {
		t.row("why", y)
	}
	return t.flush()
}

// oneLine is v as JSON in one line.
func oneLine(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSpace(b.String()), err
}

// reason is why a line is in its class.
func reason(l quote.Told) string {
	if l.Below != "" {
		return cmp.Or(l.Rule, "below") + ": " + shortened(l.Below)
	}
	return l.Rule
}

// maxReason is how many columns of a quoted line are repeated beside its answer.
const maxReason = 24

// shortened is the beginning of a line.
func shortened(s string) string {
	var b strings.Builder
	for _, r := range s {
		if cells(b.String()) >= maxReason {
			return b.String() + "…"
		}
		b.WriteRune(r)
	}
	return b.String()
}
