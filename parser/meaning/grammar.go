package meaning

import (
	"embed"
	"fmt"
	"strings"
)

// The grammar is text files that a person can read and extend, one for each letter, in grammar/. A line is
//
//	use stance words            the rules of other files, which this file's override
//	<come> = 参加 | 出席          a class of words, for phrases
//	no: 请假 | <cannot> <how>* <come> | (can't|won't) (make it|be there)
//	    e.g. 没办法按时参加 · won't be there
//
// where a phrase is made of words, classes and choices in brackets; "?" behind one makes it optional, "*" lets it stand up to
// three times; <number> is any number, <code> an item's code. An indented line goes on with the one before. Words are folded: simplified, half width, lower case; English ones are found whole.
// The longest word or phrase at a place counts; of two as long, the plain word, then the later one. What "e.g." gives is tested.
//
//go:embed grammar/*.txt
var files embed.FS

// rule is one word or phrase of a file and what it says.
type rule struct {
	sign     sign
	text     string // as the file has it
	file     string
	line     int
	phrase   []part // nil for a plain word
	examples *[]string
}

func (r *rule) String() string { return fmt.Sprintf("%s:%d %s", r.file, r.line, r.text) }

// part is one place in a phrase: one of its words or phrases, between min and max times.
type part struct {
	words    wordSet
	heads    runeSet // what the words begin with
	seconds  runeSet // what comes second in them
	single   bool    // there are words of one character
	phrases  [][]part
	digits   bool // a number instead, <number>
	code     bool // with letters before it, <code>: ACT-32
	min, max int
}

// most is how often a part with "*" may stand.
const most = 3

// grammar makes the lexicon of a file. A fault in the file is a fault in the program: it panics.
func grammar(name string) lexicon {
	l := lexicon{words: map[string]*rule{}}
	newReader(name, &l, map[string]part{}).read()
	l.index()
	return l
}

// class makes the lexicon of all words and phrases of one class, for what only has to be passed over.
func class(file, name string) lexicon {
	l := lexicon{words: map[string]*rule{}}
	classes := map[string]part{}
	newReader(file, &l, classes).read()
	c, ok := classes[name]
	if !ok {
		panic(file + ": no class " + name)
	}
	l = lexicon{words: map[string]*rule{}}
	for w := range c.words.all() {
		l.words[w] = &rule{text: w, file: file}
	}
	for _, list := range c.phrases {
		l.phrases = append(l.phrases, &rule{text: name, file: file, phrase: list})
	}
	l.index()
	return l
}

// reader reads one file.
type reader struct {
	name    string
	lexicon *lexicon
	classes map[string]part
	own     map[string]sign // the plain words of this file
}

func newReader(name string, l *lexicon, classes map[string]part) *reader {
	return &reader{name, l, classes, map[string]sign{}}
}

// signs by their names in the files.
var signs = func() map[string]sign {
	m := map[string]sign{}
	for n, name := range signNames {
		m[name] = sign(n)
	}
	return m
}()

func (r *reader) read() {
	raw, err := files.ReadFile("grammar/" + r.name + ".txt")
	if err != nil {
		panic(err)
	}
	r.text(string(raw))
}

// text takes the lines of a file in.
func (r *reader) text(raw string) {
	lines := strings.Split(raw, "\n")
	for i := 0; i < len(lines); i++ {
		text, at := strings.TrimSpace(lines[i]), i+1
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		var examples []string
		for ; i+1 < len(lines) && strings.HasPrefix(lines[i+1], " "); i++ {
			more := strings.TrimSpace(lines[i+1])
			if e, ok := strings.CutPrefix(more, "e.g. "); ok {
				examples = append(examples, strings.Split(e, " · ")...)
			} else {
				text += " | " + more
			}
		}
		r.line(text, at, examples)
	}
}

// line takes one line in, with those that go on with it.
func (r *reader) line(text string, at int, examples []string) {
	if list, ok := strings.CutPrefix(text, "use "); ok {
		for _, f := range strings.Fields(list) {
			newReader(f, r.lexicon, r.classes).read()
		}
		return
	}
	if name, list, ok := strings.Cut(text, " = "); ok && strings.HasPrefix(name, "<") {
		p := &phraseReader{text: list, classes: r.classes, where: fmt.Sprint(r.name, ":", at)}
		r.classes[strings.Trim(name, "<>")] = p.choice()
		return
	}
	name, list, ok := strings.Cut(text, ": ")
	s, known := signs[name]
	if !ok || !known {
		panic(fmt.Sprintf("%s:%d: no such line: %s", r.name, at, text))
	}
	for _, alternative := range alternatives(list) {
		r.rule(&rule{sign: s, text: alternative, file: r.name, line: at, examples: &examples})
	}
}

// rule takes one word or phrase in.
func (r *reader) rule(u *rule) {
	if !strings.ContainsAny(u.text, "(<") {
		if old, ok := r.own[u.text]; ok && old != u.sign {
			panic(fmt.Sprintf("%s:%d: %q has two meanings", u.file, u.line, u.text))
		}
		r.own[u.text], r.lexicon.words[u.text] = u.sign, u
		return
	}
	p := &phraseReader{text: u.text, classes: r.classes, where: fmt.Sprint(u.file, ":", u.line)}
	u.phrase = p.phrase()
	r.lexicon.phrases = append(r.lexicon.phrases, u)
}
