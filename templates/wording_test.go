package templates

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// kinds are the letters that the heart can write, read from its source, so that a new one is not forgotten here.
func kinds(t *testing.T) []secretary.LetterKind {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "secretary", "letter.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []secretary.LetterKind
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "LetterKind" {
			s, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, secretary.LetterKind(s))
		}
		return true
	})
	if len(out) < 20 {
		t.Fatalf("only %d kinds of letters found", len(out))
	}
	return out
}

func TestEveryKindHasAWordingAndASample(t *testing.T) {
	w, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range secretary.Langs {
		sampled := map[secretary.LetterKind]bool{}
		for _, l := range Samples(lang) {
			sampled[l.Kind] = true
		}
		for _, k := range kinds(t) {
			if _, err := w.of(k, lang); err != nil {
				t.Errorf("%s in %s: %v", k, lang, err)
			}
			if !sampled[k] {
				t.Errorf("%s in %s has no sample", k, lang)
			}
		}
	}
}

// blocksOf is what a letter's wording becomes.
func blocksOf(t *testing.T, l *secretary.Letter, lang secretary.Lang) []page.Block {
	t.Helper()
	v, err := newView(l, SampleOptions(lang))
	if err != nil {
		t.Fatal(err)
	}
	p, err := v.page()
	if err != nil {
		t.Fatalf("%s: %v", l.Key, err)
	}
	return p.Blocks
}

// shape lists the kinds of blocks and how much each holds.
func shape(bs []page.Block) string {
	var out []string
	for _, b := range bs {
		out = append(out, string(b.Kind)+":"+strconv.Itoa(len(b.Rows)+len(b.Buttons)+len(b.Figures))+"/"+strconv.Itoa(len(b.Lines)))
	}
	return strings.Join(out, " ")
}

// A letter has the same blocks in every language.
func TestSameBlocksInEveryLanguage(t *testing.T) {
	want := Samples(secretary.Hans)
	for _, lang := range secretary.Langs[1:] {
		for i, l := range Samples(lang) {
			a, b := shape(blocksOf(t, &want[i], secretary.Hans)), shape(blocksOf(t, &l, lang))
			if a != b {
				t.Errorf("%s: zh-Hans %s\n%s %s", l.Key, a, lang, b)
			}
		}
	}
}

// The first block of every letter is its lead: what is wanted.
func TestTheFirstLineIsTheLead(t *testing.T) {
	for _, lang := range secretary.Langs {
		for _, l := range Samples(lang) {
			if b := blocksOf(t, &l, lang); b[0].Kind != page.Lead || !strings.Contains(b[0].Lines[0].String(), l.To.Name[:1]) {
				t.Errorf("%s %s begins with %v", lang, l.Key, b[0])
			}
		}
	}
}

var wordKeys = regexp.MustCompile(`(?:\.W |\.W\()"([^"]+)"[ ),}]|Count\([^"]+"([^"]+)"\)|\.Count [^"]+"([^"]+)"`)

// everyWord are the words of letters and those of regulations.
func everyWord(t *testing.T) map[string]secretary.Text {
	t.Helper()
	built, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(built.words)
	more, err := regulationWords()
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(all, more)
	return all
}

// Every word that a wording or the code asks for by name exists.
func TestEveryWordExists(t *testing.T) {
	all := everyWord(t)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := filepath.Glob("[lr]e*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range append(files, texts...) {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range wordKeys.FindAllStringSubmatch(string(src), -1) {
			key := m[1] + m[2] + m[3]
			found++
			if all[key] == nil && !strings.HasSuffix(key, ".") && !strings.HasSuffix(f, "_test.go") {
				t.Errorf("%s asks for the word %q", f, key)
			}
		}
	}
	if found < 150 {
		t.Errorf("only %d uses of words found: the pattern is wrong", found)
	}
}

// A word has a wording in every language, and they take the same arguments.
func TestWordsAreWhole(t *testing.T) {
	all := everyWord(t)
	for key, w := range all {
		want := len(verb.FindAllString(w[secretary.Hans], -1))
		for _, lang := range secretary.Langs {
			if w[lang] == "" || len(verb.FindAllString(w[lang], -1)) != want {
				t.Errorf("%s in %s: %q beside %q", key, lang, w[lang], w[secretary.Hans])
			}
		}
	}
}

// Characters that are written in one Chinese script only.
const (
	onlyHans = "会议复记录认发负责项质业务产销协调请为时间变与执数报从该总经办张陈欧阳应说动机厂处开关难题现场详阅备齐询证据务达进还这里后过让给个们来对没华丽书长东车马鱼鸟龙门问闻见觉观视览评译语误读谁谈谢识访设许论讲访"
	onlyHant = "會議復記錄認發負責項質業務產銷協調請為時間變與執數報從該總經辦張陳歐陽應說動機廠處開關難題現場詳閱備齊詢證據達進還這裡後過讓給個們來對沒華麗書長東車馬魚鳥龍門問聞見覺觀視覽評譯語誤讀誰談謝識訪設許論講"
)

// No letter mixes the scripts.
func TestNoMixedScripts(t *testing.T) {
	for lang, foreign := range map[secretary.Lang]string{secretary.Hans: onlyHant, secretary.Hant: onlyHans} {
		for _, l := range Samples(lang) {
			r, err := Render(&l, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(r.Subject+"\n"+r.Text, "\n") {
				if strings.ContainsAny(line, foreign) {
					t.Errorf("%s %s: %s", lang, l.Key, line)
				}
			}
		}
	}
}
