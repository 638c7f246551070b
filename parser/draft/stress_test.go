package draft

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestShuffledDrafts reads drafts put together from the lines of all others, with characters struck in.
func TestShuffledDrafts(t *testing.T) {
	var lines []string
	names, _ := filepath.Glob("testdata/*.txt")
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(b), "\n")...)
	}
	for seed := range int64(8) {
		t.Run(itoa(int(seed)), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewSource(seed))
			for range 15 {
				s := shuffled(r, lines)
				if d := Read(s, nil, word, ""); d != nil {
					wellFormed(t, s, d)
				}
			}
		})
	}
}

func wellFormed(t *testing.T, s string, d *secretary.Draft) {
	t.Helper()
	for _, a := range d.Actions {
		if a.Text == "" && a.Owner == "" && a.Due == "" && len(d.Problems) == 0 || a.No == "" || a.Due != "" && !a.Due.Valid() || strings.ContainsAny(a.Owner, "、,，;；:：|") {
			t.Errorf("%q: %+v", s, a)
		}
	}
	for _, a := range d.Attendance {
		if a.Name == "" || a.State == "" || (a.State == delegated) != (a.Delegate != "") && a.State != delegated {
			t.Errorf("%q: %+v", s, a)
		}
	}
}

func shuffled(r *rand.Rand, lines []string) string {
	marks := []rune("、：:|（）()12月日前,，；。-\t【】")
	var b strings.Builder
	for range r.Intn(30) + 1 {
		l := []rune(lines[r.Intn(len(lines))])
		if i := r.Intn(len(l) + 1); i < len(l) {
			switch r.Intn(4) {
			case 0:
				l = l[:i]
			case 1:
				l[i] = marks[r.Intn(len(marks))]
			case 2:
				l = append(l[:i:i], []rune(lines[r.Intn(len(lines))])...)
			}
		}
		b.WriteString(string(l))
		if r.Intn(6) > 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
