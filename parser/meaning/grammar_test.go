package meaning

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/fold"
)

// lexicons are the grammars that are asked by themselves.
var lexicons = map[string]lexicon{
	"stance": materialsLexicon, "minutes": minutesLexicon, "action": actionLexicon, "invitation": invitationLexicon, "approval": approvalLexicon, "query": queryLexicon, "survey": surveyLexicon, "help": helpLexicon,
}

func rules(l lexicon) (all []*rule) {
	all = append(all, l.phrases...)
	for _, u := range l.words {
		all = append(all, u)
	}
	return all
}

// What a line gives as examples is read by that line, and a line of phrases gives one.
func TestEveryExampleIsReadByItsRule(t *testing.T) {
	for name, l := range lexicons {
		phrased, shown := map[string]bool{}, map[string]bool{}
		for _, u := range rules(l) {
			at := u.file + u.String()[len(u.file):strings.Index(u.String(), " ")]
			phrased[at] = phrased[at] || u.phrase != nil
			for _, e := range *u.examples {
				shown[at] = true
				if !reads(l, u, e) {
					t.Errorf("%s: %s: %q is not read so", name, u, e)
				}
			}
		}
		for at := range phrased {
			if phrased[at] && !shown[at] {
				t.Errorf("%s: %s gives no example", name, at)
			}
		}
	}
}

// reads reports whether an example is read by a rule of the same line.
func reads(l lexicon, u *rule, example string) bool {
	for _, h := range l.scan([]rune(fold.Text(example))) {
		if h.rule.file == u.file && h.rule.line == u.line {
			return true
		}
	}
	return false
}

// A word that is not folded would never be found.
func TestWordsAreFolded(t *testing.T) {
	for name, l := range lexicons {
		for _, u := range rules(l) {
			if fold.Text(u.text) != u.text {
				t.Errorf("%s: %s is not folded", name, u)
			}
		}
	}
}

func TestEveryFileIsUsed(t *testing.T) {
	used := map[string]bool{"fillers": true, "words": true}
	for _, l := range lexicons {
		for _, u := range rules(l) {
			used[u.file] = true
		}
	}
	all, err := files.ReadDir("grammar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if name := strings.TrimSuffix(f.Name(), path.Ext(f.Name())); !used[name] {
			t.Errorf("%s is not used", f.Name())
		}
	}
}

// read1 makes a lexicon of lines that a test gives.
func read1(lines string) lexicon {
	l := lexicon{words: map[string]*rule{}}
	r := newReader("test", &l, map[string]part{})
	r.text(lines)
	l.index()
	return l
}

func TestLongestWordWins(t *testing.T) {
	l := read1("no: 不确认 | not confirm\nyes: 确认 | confirm")
	if h := l.scan([]rune("我不确认")); len(h) != 1 || h[0].sign != no {
		t.Error(h)
	}
	if h := l.scan([]rune("confirmation")); len(h) != 0 {
		t.Error("found a word inside another", h)
	}
}

func TestPhrases(t *testing.T) {
	l := read1("<come> = 参加 | 到\n<how> = 准时 | 亲自 | really\nno: (没法|can't) <how>* (<come>|make it)\nyes: (一定)? <come> | 到 场 | 第<number>个到\nneutral: 参加人")
	for text, want := range map[string]string{
		"我没法准时亲自参加了":             "no 1-9",
		"没法参加":                   "no 0-4",
		"i can't really make it": "no 2-22",
		"i can't reallymake it":  "",
		"一定到":                    "yes 0-3",
		"到":                      "yes 0-1",
		"没法":                     "",
		"参加人":                    "neutral 0-3",
	} {
		got := ""
		for _, h := range l.scan([]rune(text)) {
			got += fmt.Sprintf("%s %d-%d", signNames[h.sign], h.start, h.end)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestFaultyGrammarIsRefused(t *testing.T) {
	for _, lines := range []string{"what: 参加", "yes: <come>", "yes: (a|b", "yes: a\nno: a", "参加"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken", lines)
				}
			}()
			read1(lines)
		}()
	}
}
