package page

import (
	"fmt"
	"strings"
)

// marks are the line marks and what a line with it becomes.
var marks = map[string]func(*reader, string) error{
	"! ":  one(Lead),
	"# ":  one(Heading),
	"^ ":  one(Rule),
	"~ ":  one(Note),
	"- ":  many(List),
	"· ":  many(Hints),
	"> ":  many(Quote),
	"$ ":  many(Form),
	"= ":  (*reader).fact,
	"| ":  (*reader).row,
	"|# ": (*reader).head,
	"% ":  (*reader).figure,
	"+ ":  (*reader).card,
	": ":  (*reader).cardLine,
	"@ ":  (*reader).button,
}

// reader collects blocks line by line.
type reader struct {
	blocks []Block
	open   bool // the paragraph at the end goes on
}

// MarkupError is a line that its mark does not allow.
type MarkupError struct {
	Line int // from 1
	Text string
	Err  error
}

func (e *MarkupError) Error() string {
	return fmt.Sprintf("markup line %d %q: %s", e.Line, e.Text, e.Err)
}

// Unwrap returns what is wrong with the line.
func (e *MarkupError) Unwrap() error { return e.Err }

// Parse reads markup. Its error is a *MarkupError.
func Parse(markup string) ([]Block, error) {
	var r reader
	for n, line := range strings.Split(markup, "\n") {
		if err := r.line(line); err != nil {
			return nil, &MarkupError{n + 1, line, err}
		}
	}
	return r.blocks, nil
}

func (r *reader) line(line string) error {
	mark, text := cut(line)
	if f := marks[mark]; f != nil {
		r.open = false
		return f(r, text)
	}
	text = strings.TrimSpace(line)
	switch {
	case text == "":
		r.open = false
	case r.open:
		p := r.last()
		p.Lines = append(p.Lines, spans(text))
	default:
		r.add(Block{Kind: Paragraph, Lines: []Line{spans(text)}})
		r.open = true
	}
	return nil
}

// cut splits a line into its mark and the rest. A mark alone on its line is a mark with empty text.
func cut(line string) (mark, text string) {
	line = strings.TrimLeft(line, " ")
	mark, text, _ = strings.Cut(line, " ")
	return mark + " ", strings.TrimRight(text, " ")
}

func (r *reader) add(b Block) { r.blocks = append(r.blocks, b) }

func (r *reader) last() *Block { return &r.blocks[len(r.blocks)-1] }

// of returns the last block where it is of kind k, else a new one.
func (r *reader) of(k Kind) *Block {
	if len(r.blocks) == 0 || r.last().Kind != k {
		r.add(Block{Kind: k})
	}
	return r.last()
}

func one(k Kind) func(*reader, string) error {
	return func(r *reader, s string) error {
		r.add(Block{Kind: k, Lines: []Line{spans(s)}})
		return nil
	}
}

func many(k Kind) func(*reader, string) error {
	return func(r *reader, s string) error {
		b := r.of(k)
		b.Lines = append(b.Lines, spans(s))
		return nil
	}
}

func (r *reader) fact(s string) error {
	label, value, ok := strings.Cut(s, "|")
	if !ok {
		return fmt.Errorf("a fact needs a label and a value")
	}
	b := r.of(Facts)
	b.Rows = append(b.Rows, Row{cell(label), cell(value)})
	return nil
}

func (r *reader) head(s string) error {
	r.add(Block{Kind: Table, Head: row(s)})
	return nil
}

func (r *reader) row(s string) error {
	b := r.of(Table)
	b.Rows = append(b.Rows, row(s))
	return nil
}

func (r *reader) figure(s string) error {
	f := fields(s, 4)
	b := r.of(Figures)
	b.Figures = append(b.Figures, Figure{f[0], f[1], Tone(f[2]), f[3]})
	return nil
}

func (r *reader) card(s string) error {
	p := strings.SplitN(s, "|", 4)
	f := fields(s, 4)
	title := Line(nil)
	if len(p) > 1 {
		title = spans(strings.TrimSpace(p[1]))
	}
	r.add(Block{Kind: Card, No: f[0], Title: title, Tone: Tone(f[2]), Badge: f[3]})
	return nil
}

func (r *reader) cardLine(s string) error {
	if len(r.blocks) == 0 || r.last().Kind != Card {
		return fmt.Errorf("there is no card above")
	}
	if s != "" {
		r.last().Lines = append(r.last().Lines, spans(s))
	}
	return nil
}

func (r *reader) button(s string) error {
	f := fields(s, 3)
	b := Button{Label: f[0], URL: f[1], First: f[2] == "first"}
	if len(r.blocks) > 0 && r.last().Kind == Card {
		r.last().Buttons = append(r.last().Buttons, b)
		return nil
	}
	in := r.of(Buttons)
	in.Buttons = append(in.Buttons, b)
	return nil
}

// fields are the n parts of a line between bars, plain; missing ones are "".
func fields(s string, n int) []string {
	out := make([]string, n)
	for i, p := range strings.SplitN(s, "|", n) {
		out[i] = strings.TrimSpace(unseal.Replace(p))
	}
	return out
}

func row(s string) Row {
	var out Row
	for _, c := range strings.Split(s, "|") {
		out = append(out, cell(c))
	}
	return out
}

func cell(s string) Cell {
	main, sub, _ := strings.Cut(s, `\\`)
	return Cell{spans(strings.TrimSpace(main)), spans(strings.TrimSpace(sub))}
}
