package policies

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected faults")

// TestFaults loads each file of testdata, one for each mistake, and compares what is said about it.
func TestFaults(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { checkFaults(t, file) })
	}
}

func checkFaults(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, faults := Load("policy.yaml", ar.Files[0].Data)
	var got strings.Builder
	for _, f := range faults {
		got.WriteString(f.Error() + "\n")
	}
	if got.Len() == 0 {
		t.Error("the mistake is not found")
	}
	if want := string(ar.Files[1].Data); got.String() != want {
		if !*update {
			t.Fatalf("got\n%swant\n%s", got.String(), want)
		}
		ar.Files[1].Data = []byte(got.String())
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
