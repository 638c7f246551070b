package templates

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

//go:embed letters
var letters embed.FS

// Wording is how all letters and documents are worded. Load makes one of a company's own; the built-in one needs none.
// It may be used by several goroutines.
type Wording struct {
	letters map[secretary.LetterKind]map[secretary.Lang]*wording
	words   map[string]secretary.Text
}

// wording is one kind of letter in one language.
type wording struct {
	needs []string // fields of secretary.Letter that must be set
	t     *template.Template
	src   section
	texts map[string]origin // what t was parsed from, by the name that its errors carry
}

// BuiltIn are the files of the built-in wording, to start an own one from: action.txt, words.txt and so on, in one folder.
func BuiltIn() fs.FS {
	sub, err := fs.Sub(letters, "letters")
	if err != nil {
		panic(err)
	}
	return sub
}

// builtin reads the built-in wording once, on first use.
var builtin = sync.OnceValues(func() (*Wording, error) {
	w, faults := read(nil, false)
	var errs []error
	for _, f := range faults {
		errs = append(errs, f)
	}
	return w, errors.Join(errs...)
})

// read puts the wording together from the built-in files and those of own, by name. A traced one prints where each line
// comes from, and is good for nothing but looking for faults.
func read(own map[string]string, traced bool) (*Wording, []Fault) {
	files := builtInFiles()
	words, faults := mergeWords(files["words.txt"], own["words.txt"])
	w := &Wording{letters: map[secretary.LetterKind]map[secretary.Lang]*wording{}, words: words}
	shared := parts{files["parts.txt"], own["parts.txt"]}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		kind, _ := strings.CutSuffix(name, ".txt")
		if kind == "parts" || kind == "words" {
			continue
		}
		langs, wrong := readLetter(name, files[name], own[name], shared, traced)
		w.letters[secretary.LetterKind(kind)] = langs
		faults = append(faults, wrong...)
	}
	return w, faults
}

func builtInFiles() map[string]string {
	out := map[string]string{}
	names, err := letters.ReadDir("letters")
	if err != nil {
		panic(err)
	}
	for _, n := range names {
		src, err := letters.ReadFile("letters/" + n.Name())
		if err != nil {
			panic(err)
		}
		out[n.Name()] = string(src)
	}
	return out
}

// readLetter reads a letter's file: each language is the own one where there is one, else the built-in one.
func readLetter(name, ours, own string, shared parts, traced bool) (map[secretary.Lang]*wording, []Fault) {
	comment, sections, faults := cutSections(name, ours, false)
	if own != "" {
		_, more, wrong := cutSections(name, own, true)
		sections, faults = append(sections, more...), append(faults, wrong...)
	}
	out := map[secretary.Lang]*wording{}
	for _, s := range sections {
		w, err := parseWording(s, shared, traced)
		if err != nil {
			faults = append(faults, s.fault(err))
			continue
		}
		w.needs = needs(comment)
		out[s.lang] = w
	}
	return out, faults
}

func needs(comment string) []string {
	for _, l := range strings.Split(comment, "\n") {
		if list, ok := strings.CutPrefix(l, "Needs: "); ok {
			return strings.Fields(strings.ReplaceAll(list, ",", " "))
		}
	}
	return nil
}

// splitLines cuts a text into its lines, blank ones left out.
func splitLines(s string) []string {
	ls := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	return slices.DeleteFunc(ls, func(l string) bool { return strings.TrimSpace(l) == "" })
}

// of is the wording of a kind of letter in a language.
func (w *Wording) of(k secretary.LetterKind, l secretary.Lang) (*wording, error) {
	if one := w.letters[k][l]; one != nil {
		return one, nil
	}
	return nil, fmt.Errorf("there is no wording")
}

func (w *wording) subject(v *view) (string, error) {
	s, err := w.run("subject", v)
	if err != nil {
		return "", err
	}
	s = page.Plain(s)
	if v.o.Code != "" {
		s += " [" + v.o.Code + "]"
	}
	return s, nil
}

func (w *wording) body(v *view) (string, error) { return w.run("body", v) }

func (w *wording) run(name string, v *view) (string, error) {
	var b strings.Builder
	if err := w.t.ExecuteTemplate(&b, name, v); err != nil {
		return "", fmt.Errorf("word %s: %w", name, err)
	}
	return b.String(), nil
}
