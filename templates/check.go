package templates

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// checkAll words every sample with the administrator's files, and follows what the samples do not reach.
func checkAll(own map[string]string) []Fault {
	traced, faults := read(own, true)
	for _, langs := range traced.letters {
		for _, w := range langs {
			faults = append(faults, w.unknown(traced)...)
		}
	}
	for _, lang := range secretary.Langs {
		for _, l := range Samples(lang) {
			faults = append(faults, traced.checkSample(&l, lang)...)
			if own[wordsFile] != "" {
				faults = append(faults, traced.checkDocuments(&l, lang)...)
			}
		}
	}
	return faults
}

// unknown finds the blocks and words that the administrator's texts ask for and that are not there.
func (w *wording) unknown(all *Wording) []Fault {
	var blocks []string
	for _, t := range w.t.Templates() {
		if n := t.Name(); n != subjectName && n != bodyName && t.Tree != nil && !strings.HasSuffix(n, ".txt") {
			blocks = append(blocks, n)
		}
	}
	var out []Fault
	for _, t := range w.t.Templates() {
		if t.Tree == nil || !w.texts[t.ParseName].own {
			continue
		}
		from := w.texts[t.ParseName]
		missing := func(pos parse.Pos, what, word string, known []string) {
			out = append(out, Fault{File: from.file, Line: lineAt(from.text, int(pos)), Message: fmt.Sprintf("there is no %s %q", what, word), Word: word, Known: known})
		}
		walk(t.Root, func(n parse.Node) {
			switch n := n.(type) {
			case *parse.TemplateNode:
				if !slices.Contains(blocks, n.Name) {
					missing(n.Pos, "block", n.Name, blocks)
				}
			case *parse.CommandNode:
				if key, ok := wordAsked(n); ok && all.words[key] == nil {
					missing(n.Pos, "word", key, keysOf(all.words))
				}
			}
		})
	}
	return out
}

// wordAsked is the key that a call of W asks for, that of the letter or of $.
func wordAsked(n *parse.CommandNode) (string, bool) {
	if len(n.Args) < 2 {
		return "", false
	}
	var path []string
	switch f := n.Args[0].(type) {
	case *parse.FieldNode:
		path = f.Ident
	case *parse.VariableNode:
		path = f.Ident
	}
	key, ok := n.Args[1].(*parse.StringNode)
	if !ok || len(path) == 0 || path[len(path)-1] != "W" {
		return "", false
	}
	return key.Text, true
}

func keysOf(words map[string]secretary.Text) []string {
	out := make([]string, 0, len(words))
	for k := range words {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// checkSample words one sample, and compares what can be answered with the built-in letter.
func (w *Wording) checkSample(l *secretary.Letter, lang secretary.Lang) []Fault {
	o := SampleOptions(lang)
	o.Wording = w
	v, err := newView(l, o)
	one := w.letters[l.Kind][lang]
	if err != nil || one == nil {
		return []Fault{{File: string(l.Kind) + ".txt", Message: fmt.Sprintf("cannot be worded in %s", lang)}}
	}
	subject, err := one.run(subjectName, v)
	if err != nil {
		return []Fault{one.src.fault(err)}
	}
	subject, where := untrace(subject)
	v.subject = page.Plain(subject)
	text, err := one.run(bodyName, v)
	if err != nil {
		return []Fault{one.src.fault(err)}
	}
	text, places := untrace(text)
	faults := append(one.unfilled(subject, where), one.unfilled(text, places)...)
	blocks, err := page.Parse(text)
	if err != nil {
		return append(faults, one.src.markupFault(err, places))
	}
	return append(faults, one.lost(l, lang, blocks)...)
}

// unfilled finds the words that were given too much or too little to fill in; package fmt marks them.
func (w *wording) unfilled(text string, places []string) []Fault {
	var out []Fault
	for i, l := range strings.Split(text, "\n") {
		if strings.Contains(l, "%!") {
			out = append(out, w.src.placed(places[i], "a word is given too much or too little to fill in", fmt.Sprintf("it reads %q", l)))
		}
	}
	return out
}

// lost finds the buttons and the form of the built-in letter that the administrator's does not have: nobody could
// answer it.
func (w *wording) lost(l *secretary.Letter, lang secretary.Lang, blocks []page.Block) []Fault {
	v, err := newView(l, SampleOptions(lang))
	if err != nil {
		return nil
	}
	p, err := v.page()
	if err != nil {
		return nil
	}
	have := answers(blocks)
	for what, label := range answers(p.Blocks) {
		if _, ok := have[what]; !ok {
			message := fmt.Sprintf("the wording in %s lacks %s", lang, label)
			return []Fault{{File: w.src.name(), Line: w.src.line, Message: message, Hint: fmt.Sprintf("seen in the sample %s; such blocks as {{template \"choices\" .}} print it", l.Key)}}
		}
	}
	return nil
}

// answers are the bodies that the buttons fill in, and the form, with a name for each.
func answers(blocks []page.Block) map[string]string {
	out := map[string]string{}
	for _, b := range blocks {
		if b.Kind == page.Form {
			out["form"] = "the form"
		}
		for _, button := range b.Buttons {
			_, body, _ := strings.Cut(button.URL, "&body=")
			out[body] = "a reply button"
		}
	}
	return out
}

// checkDocuments makes a sample's documents with the administrator's words.
func (w *Wording) checkDocuments(l *secretary.Letter, lang secretary.Lang) []Fault {
	o := SampleOptions(lang)
	o.Wording = w
	for _, d := range l.Documents {
		if _, _, err := Document(d, l, o); err != nil {
			return []Fault{{File: wordsFile, Message: fmt.Sprintf("no %s can be made with these words in %s: %s", d, lang, err)}}
		}
	}
	return nil
}
