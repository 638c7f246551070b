package config

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/policies"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected faults")

// TestFaults loads, for each file of testdata, a sound configuration in which one mistake was made, and compares what
// is said about it. base.txtar is the sound one.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { checkFaults(t, file) })
	}
}

func checkFaults(t *testing.T, file string) {
	ar := parse(t, file)
	dir := unpack(t, ar)
	_, faults := Load(dir)
	got := words(faults)
	last := len(ar.Files) - 1
	if ar.Files[last].Name != "want" { // base.txtar
		if got != "" {
			t.Error(got)
		}
		return
	}
	if got == "" {
		t.Error("the mistake is not found")
	}
	if want := string(ar.Files[last].Data); got != want {
		if !*update {
			t.Fatalf("got\n%swant\n%s", got, want)
		}
		ar.Files[last].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func parse(t *testing.T, file string) *txtar.Archive {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return ar
}

func words(faults []policies.Fault) string {
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error() + "\n")
	}
	return b.String()
}

// unpack writes the sound configuration into a folder of its own, and the files of ar over it.
func unpack(t *testing.T, ar *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range append(parse(t, "testdata/base.txtar").Files, ar.Files...) {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
