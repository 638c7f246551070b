package meaning

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSplicedTextsAreRead reads halves of two cases joined at random places: nothing that people write may break the reading.
func TestSplicedTextsAreRead(t *testing.T) {
	texts := caseTexts(t)
	r := rand.New(rand.NewSource(7))
	for range 3000 {
		a, b := []rune(texts[r.Intn(len(texts))]), []rune(texts[r.Intn(len(texts))])
		text := string(a[:r.Intn(len(a)+1)]) + string(b[r.Intn(len(b)+1):])
		letter := []string{"action", "actions", "codes", "minutes"}[r.Intn(4)]
		func() {
			defer func() {
				if fault := recover(); fault != nil {
					t.Errorf("[%s] %q: %v", letter, text, fault)
				}
			}()
			ask1(letter, text)
		}()
	}
}

// caseTexts lists the texts of all cases.
func caseTexts(t *testing.T) (texts []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if text, _, ok := strings.Cut(line, " => "); ok {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

// TestLongClausesSayNothing wants that a text that nobody writes, without a comma, is passed over.
func TestLongClausesSayNothing(t *testing.T) {
	for _, word := range []string{"6批里到了4批", "已于12月8日报送", "延期到12月8日", "第1项完成 ②没开始 ", "5 of 8 done "} {
		if got := ask1("actions", strings.Repeat(word, 500)); got != nil {
			t.Errorf("%s: %v", word, got)
		}
	}
}
