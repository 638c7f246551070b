package parser

import (
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/quote"
)

// Explanation says how a mail was read: what each line was taken for, and which rule gave which intent.
type Explanation struct {
	Part  string         `json:"part"`  // the part of the mail that was read: "text/plain" or "text/html"
	Lines []quote.Told   `json:"lines"` // every line of it, in order; never nil
	Steps []meaning.Step `json:"steps"` // what the written lines say, clause by clause; never nil
}

// explain writes down what the reading came from, where that was asked for.
func (p *parse) explain() {
	e := p.r.Explain
	if e == nil {
		return
	}
	e.Part, e.Lines = "text/plain", p.lines.Explain()
	if p.rich {
		e.Part = "text/html"
	}
}
