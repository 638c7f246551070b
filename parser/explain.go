package parser

import "github.com/huiban/huiban/parser/quote"

// Explanation says how a mail was read: what each line was taken for, and which rule gave which intent.
type Explanation struct {
	Part  string       `json:"part"`  // the part of the mail that was read: "text/plain" or "text/html"
	Lines []quote.Told `json:"lines"` // every line of it, in order; never nil
	Why   []string     `json:"why"`   // never nil
}

// explain writes down what the reading came from, where that was asked for.
func (p *parse) explain() {
	e := p.r.Explain
	if e == nil {
		return
	}
	e.Part, e.Lines, e.Why = "text/plain", p.lines.Explain(), append(e.Why, p.r.Why...)
	if p.rich {
		e.Part = "text/html"
	}
}
