package templates

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The heart puts stable words into letters; each must have a wording here. They are read from its source.
var stable = []struct {
	pattern *regexp.Regexp
	groups  []string // the word is known in one of these
}{
	{regexp.MustCompile(`What: "([a-z_-]+)"`), []string{"echo"}},
	{regexp.MustCompile(`find\(m, "[\w.-]+", "([a-z-]+)"|missedView\(m, (?:"[\w.-]+"|clause), "([a-z-]+)"`), []string{"missed"}},
	{regexp.MustCompile(`(?m)(?:Note: |^\s*line\.Note = |line\.Note = true, |^\s*note = )"([a-z-]+)"`), []string{"note", "note.attend"}},
	{regexp.MustCompile(`askBack\(m, r, "([a-z-]+)"`), []string{"why"}},
	{regexp.MustCompile(`return "", "([a-z]+-delegate|delegate-[a-z]+|no-delegates)"`), []string{"why"}},
	{regexp.MustCompile(`Problem\{(?:in\.Item, )?(?:Code: )?"([a-z]+-[a-z-]+)"`), []string{"why", "problem"}},
	{regexp.MustCompile(`Field: "([a-z]+)"|Change\{"([a-z]+)"`), []string{"change"}},
}

func TestEveryWordOfTheHeart(t *testing.T) {
	w, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	all := w.words
	files, err := filepath.Glob("../secretary/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil || strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, s := range stable {
			for _, m := range s.pattern.FindAllStringSubmatch(string(src), -1) {
				w := strings.Join(m[1:], "")
				known := false
				for _, g := range s.groups {
					known = known || all[g+"."+w] != nil
				}
				if !known {
					t.Errorf("%s: nothing words %q (%v)", filepath.Base(f), w, s.groups)
				}
			}
		}
	}
}
