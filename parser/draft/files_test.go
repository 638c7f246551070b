package draft

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

var update = flag.Bool("update", false, "rewrite the expected readings in testdata/*.txt")

// print writes a draft as the testdata files hold it: one statement on a line.
func print(d *secretary.Draft) string {
	if d == nil {
		return "no draft\n"
	}
	var b strings.Builder
	for _, a := range d.Attendance {
		fmt.Fprintln(&b, strings.TrimSpace(strings.Join([]string{"attendance", a.Name, a.State, a.Delegate, a.Time}, " ")))
	}
	for _, r := range d.Resolutions {
		fmt.Fprintf(&b, "resolution %s: %s\n", r.No, r.Text)
	}
	for _, a := range d.Actions {
		fmt.Fprintf(&b, "action %s: %s | %s | %s | %s\n", a.No, a.Text, a.Owner, a.Due, a.Result)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem %s: %s\n", p.No, p.Code)
	}
	return b.String()
}

// TestFiles reads testdata/*.txt: a line with the time, the draft, a line of ====, the expected reading.
func TestFiles(t *testing.T) {
	names, _ := filepath.Glob("testdata/*.txt")
	if len(names) < 30 {
		t.Fatalf("only %d files", len(names))
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			t.Parallel()
			readFile(t, name)
		})
	}
}

func readFile(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(data), "\n")
	text, want, _ := strings.Cut(rest, "====\n")
	now, err := time.Parse(time.RFC3339, strings.TrimPrefix(head, "now: "))
	if err != nil {
		t.Fatal(err)
	}
	got := print(Read(text, nil, now, ""))
	if *update {
		if err := os.WriteFile(name, []byte(head+"\n"+text+"====\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
