package templates

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/huiban/huiban/secretary"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Every sample in every language is a golden file; a diff is committed only when understood.
func TestGoldenLetters(t *testing.T) {
	for _, lang := range secretary.Langs {
		for _, l := range Samples(lang) {
			t.Run(string(lang)+"/"+l.Key, func(t *testing.T) {
				r, err := Render(&l, SampleOptions(lang))
				if err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", string(lang), l.Key+".txt"), "Subject: "+r.Subject+"\n\n"+r.Text)
				golden(t, filepath.Join("testdata", string(lang), l.Key+".html"), r.HTML)
			})
		}
	}
}

// A golden file whose sample is gone is gone too.
func TestNoStrayGoldenFiles(t *testing.T) {
	for _, lang := range secretary.Langs {
		known := map[string]bool{}
		for _, l := range Samples(lang) {
			if known[l.Key+".txt"] {
				t.Errorf("two samples are named %q", l.Key)
			}
			known[l.Key+".txt"], known[l.Key+".html"] = true, true
		}
		files, err := os.ReadDir(filepath.Join("testdata", string(lang)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !known[f.Name()] {
				t.Errorf("testdata/%s/%s belongs to no sample", lang, f.Name())
			}
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; go test ./templates -update rewrites it", path)
	}
}
