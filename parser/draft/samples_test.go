package draft

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWordSamples reads testdata/word/*.docx, files as Word writes them; the .txt beside each holds the time and the
// expected reading.
func TestWordSamples(t *testing.T) {
	names, _ := filepath.Glob("testdata/word/*.docx")
	if len(names) == 0 {
		t.Fatal("no samples")
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) { readSample(t, name) })
	}
}

func readSample(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	beside := strings.TrimSuffix(name, ".docx") + ".txt"
	expected, err := os.ReadFile(beside)
	if err != nil {
		t.Fatal(err)
	}
	head, want, _ := strings.Cut(string(expected), "\n")
	now, err := time.Parse(time.RFC3339, strings.TrimPrefix(head, "now: "))
	if err != nil {
		t.Fatal(err)
	}
	got := print(Read("", []File{{Name: filepath.Base(name), Data: data}}, now, ""))
	if *update {
		if err := os.WriteFile(beside, []byte(head+"\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
