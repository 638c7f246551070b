package meaning

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMixtures throws the cases' clauses together at random and reads them as an answer to every letter: whatever they say, reading them
// must not panic. Seen: "2. 4、5条同意", whose list number and range overlap.
func TestMixtures(t *testing.T) {
	parts := clausesOfCases(t)
	chance := rand.New(rand.NewSource(1))
	joints := []string{"", "，", " ", "。", ", ", ": ", "\\n", " - ", "、", "“", "”"}
	for range 400 {
		var b strings.Builder
		for n := chance.Intn(7); n >= 0; n-- {
			w := []rune(parts[chance.Intn(len(parts))])
			b.WriteString(string(w[chance.Intn(len(w)/3+1):]) + joints[chance.Intn(len(joints))])
		}
		for letter := range letters {
			ask1(letter, b.String())
		}
	}
	ask1("minutes", "x. - 4、5条同意")
}

func clausesOfCases(t *testing.T) (parts []string) {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if text, _, ok := strings.Cut(line, " => "); ok {
				parts = append(parts, strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，,。 ;；", r) })...)
			}
		}
	}
	return parts
}
