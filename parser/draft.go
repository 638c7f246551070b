package parser

import (
	"github.com/huiban/huiban/parser/draft"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/secretary"
)

// draft reads minutes from the text or an attached Word file.
func (p *parse) draft() meaning.Answer {
	files := make([]draft.File, 0, len(p.m.Files))
	for _, f := range p.m.Files {
		files = append(files, draft.File{Name: f.Name, Type: f.Type, Data: f.Data})
	}
	if d := draft.Answer(p.r.Text, files, p.now(), draft.Sent{Letter: p.o.Sent, Form: p.o.SentForm}); d != nil {
		return meaning.Answer{Intents: []secretary.Intent{{Kind: secretary.IntentDraft, Draft: d}}}
	}
	return unclear(p.r.Text)
}
