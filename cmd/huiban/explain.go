package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/quote"
)

// printExplained prints a reading for people: what was understood and why, then the clauses of what was written, then the mail line by line.
func printExplained(w io.Writer, r *parser.Reading) error {
	if err := printUnderstood(w, r); err != nil {
		return err
	}
	if err := printSteps(w, r.Explain.Steps); err != nil {
		return err
	}
	fmt.Fprintln(w)
	t := newTable(w, "CLASS", "WHY", r.Explain.Part)
	for _, l := range r.Explain.Lines {
		t.row(string(l.Class), reason(l), l.Text)
	}
	return t.flush()
}

// printUnderstood prints a row for each intent and for each sentence that was not read.
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
	return t.flush()
}

// printSteps prints what was found in each clause of the written lines, a row for each word of the grammar.
func printSteps(w io.Writer, steps []meaning.Step) error {
	if len(steps) == 0 {
		return nil
	}
	fmt.Fprintln(w)
	t := newTable(w, "CLAUSE", "SAYS", "BECAUSE OF", "WHICH IS", "RULE")
	for _, s := range steps {
		clause, says := s.Text, cmp.Or(strings.Join(s.Says, ", "), "nothing more")
		if len(s.Words) == 0 {
			t.row(clause, says, "", "", "")
		}
		for _, x := range s.Words {
			t.row(clause, says, x.Text, x.Sign, shortened(x.Rule))
			clause, says = "", ""
		}
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
const maxReason = 40

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
