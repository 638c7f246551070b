package templates

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// mergeWords reads the words that letters and documents share, a key and its three wordings with a bar between. A line of
// own takes the place of ours with its key.
func mergeWords(ours, own string) (map[string]secretary.Text, []Fault) {
	out, _, faults := readWords(ours)
	more, lines, wrong := readWords(own)
	faults = append(faults, wrong...)
	for _, key := range slices.Sorted(maps.Keys(more)) {
		if f, ok := wrongWord(key, out[key], more[key], out); !ok {
			f.File, f.Line = wordsFile, lines[key]
			faults = append(faults, f)
			continue
		}
		out[key] = more[key]
	}
	return out, faults
}

const wordsFile = "words.txt"

// wrongWord looks an own word over; old is the one whose place it takes.
func wrongWord(key string, old, now secretary.Text, all map[string]secretary.Text) (Fault, bool) {
	switch {
	case old == nil:
		return Fault{Message: fmt.Sprintf("there is no word %q", key), Word: key, Known: slices.Sorted(maps.Keys(all))}, false
	case readBack(key) && !maps.Equal(old, now):
		return Fault{Message: fmt.Sprintf("%q cannot be worded anew", key), Hint: "huiban reads these words in answers"}, false
	}
	for _, lang := range secretary.Langs {
		if now[lang] == "" {
			return Fault{Message: fmt.Sprintf("%q has no wording in %s", key, lang)}, false
		}
		if want := verb.FindAllString(old[lang], -1); !slices.Equal(verb.FindAllString(now[lang], -1), want) {
			return Fault{Message: fmt.Sprintf("%q in %s needs the places to fill in that the built-in one has", key, lang), Hint: old[lang]}, false
		}
	}
	return Fault{}, true
}

// verb is a place in a word that is filled in.
var verb = regexp.MustCompile(`%(\[\d\])?[sd%]`)

// inForm are the words of the minutes' form.
var inForm = []string{"no", "action", "owner", "due", "result", "attendance", "discussion", "resolutions", "actions"}

// readBack reports whether a word is one that huiban has to understand when it comes back: in buttons, and in the form.
func readBack(key string) bool {
	return strings.HasPrefix(key, "say.") || strings.HasPrefix(key, "state.") || slices.Contains(inForm, key)
}

// readWords reads a file of words, with the line of each.
func readWords(src string) (map[string]secretary.Text, map[string]int, []Fault) {
	out, lines, faults := map[string]secretary.Text{}, map[string]int{}, []Fault(nil)
	for n, l := range strings.Split(src, "\n") {
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(l, "|")
		key := strings.TrimSpace(f[0])
		_, twice := out[key]
		switch {
		case len(f) != 4:
			faults = append(faults, Fault{File: wordsFile, Line: n + 1, Message: fmt.Sprintf("has %d columns, not 4", len(f)), Hint: "key | 简体 | 繁體 | English"})
		case twice:
			faults = append(faults, Fault{File: wordsFile, Line: n + 1, Message: fmt.Sprintf("%q is there twice", key)})
		default:
			out[key], lines[key] = secretary.T(wordIn(f[1]), wordIn(f[2]), wordIn(f[3])), n+1
		}
	}
	return out, lines, faults
}

// wordIn is a column's word; a _ in it stands for a space that would be stripped.
func wordIn(column string) string { return strings.ReplaceAll(strings.TrimSpace(column), "_", " ") }

// word is the built-in word of that key, with args filled in; the key itself where there is none.
func word(l secretary.Lang, key string, args ...any) string {
	w, err := builtin()
	if err != nil {
		return key
	}
	return w.word(l, key, args...)
}

// word is the word of that key, with args filled in; the key itself where there is none.
func (w *Wording) word(l secretary.Lang, key string, args ...any) string {
	t := w.words[key]
	if t == nil {
		return key
	}
	if len(args) == 0 {
		return t.In(l)
	}
	return fmt.Sprintf(t.In(l), args...)
}

// Term words a stable word of the heart, group "status" and word "blocked"; a word not known is printed as it is.
func (v *view) Term(group string, stable any) string {
	s := fmt.Sprint(stable)
	if w := v.W(group + "." + s); w != group+"."+s {
		return w
	}
	return s
}

// Count words a number of things: in English the key with "1" behind it is used for one.
func (v *view) Count(n int, key string) string {
	if v.Lang == secretary.English && n == 1 {
		return v.W(key+"1", n)
	}
	return v.W(key, n)
}
