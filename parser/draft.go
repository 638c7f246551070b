package parser

import (
	"bytes"
	"strings"

	"github.com/huiban/huiban/parser/draft"
	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/markup"
	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// draft reads minutes from the text or an attached Word file.
func (p *parse) draft() meaning.Answer {
	if in := meaning.Waive(p.r.Text); in != nil && len(p.m.Files) == 0 {
		return meaning.Answer{Intents: []secretary.Intent{*in}}
	}
	var files []draft.File
	for _, f := range p.m.Files {
		if len(files) == mostFiles || !bytes.HasPrefix(f.Data, []byte("PK")) {
			continue
		}
		files = append(files, draft.File{Name: f.Name, Type: f.Type, Data: f.Data})
	}
	if d := draft.Answer(p.draftText(), files, p.now(), draft.Sent{Letter: p.sentLetter(), Form: p.o.SentForm}); d != nil {
		return meaning.Answer{Intents: []secretary.Intent{{Kind: secretary.IntentDraft, Draft: d}}}
	}
	if d := p.filledIn(); d != nil {
		return meaning.Answer{Intents: []secretary.Intent{{Kind: secretary.IntentDraft, Draft: d}}}
	}
	return unclear(p.r.Text)
}

// saysFilled says that the form was filled in where it stands.
var saysFilled = pattern.Must(`(?:填|写)(?:好|完|写|在|入|上)|已填|填了|(?i:\bfilled\b|\bcompleted\b|\bin the form\b)`)

// filledIn reads the draft of somebody who wrote it into the letter's own lines, and says so above them.
func (p *parse) filledIn() *secretary.Draft {
	if !saysFilled.MatchString(fold.Text(p.r.Text)) {
		return nil
	}
	d := draft.Answer(strings.Join(p.r.History, "\n"), nil, p.now(), draft.Sent{Letter: p.sentLetter(), Form: p.o.SentForm})
	if d == nil || len(d.Actions)+len(d.Resolutions) == 0 {
		return nil
	}
	return d
}

// sentLetter is the letter that is answered, in both its forms.
func (p *parse) sentLetter() string { return p.o.Sent + "\n" + p.sentPage() }

// sentPage is the text of the letter's HTML.
func (p *parse) sentPage() string {
	var s strings.Builder
	for _, l := range markup.Lines(p.o.SentHTML) {
		s.WriteString(l.Text + "\n")
	}
	return s.String()
}

// draftText is what the writer wrote, each run of it under the form's own heading or label where it was typed between the
// quoted lines of the form: 「谷雨」 stands below 「> 请假：」.
func (p *parse) draftText() string {
	var out []string
	above := ""
	for _, l := range p.lines.Lines {
		if l.Text != "" && l.Above != above && draft.Heads(l.Above) {
			head := l.Above
			if strings.HasSuffix(fold.Text(head), ":") {
				l.Text, head = head+l.Text, ""
			}
			out = append(out, head)
		}
		if l.Text != "" {
			above = l.Above
		}
		out = append(out, l.Text)
	}
	if above == "" {
		return p.r.Text
	}
	return strings.Join(out, "\n")
}
