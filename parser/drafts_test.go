package parser

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the readings of testdata/drafts anew")

// TestDraftMails reads whole mails that hand in minutes, as text, as HTML tables and as Word files; the .json beside each is
// what it means, null where it holds no minutes.
// Clauses: S3-89.
func TestDraftMails(t *testing.T) {
	names, _ := filepath.Glob("testdata/drafts/*.eml")
	if len(names) < 150 {
		t.Fatal("samples are missing:", len(names))
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checkDraft(t, strings.TrimSuffix(name, ".eml")+".json", Parse(raw, Options{About: Draft}))
		})
	}
}

func checkDraft(t *testing.T, beside string, r *Reading) {
	t.Helper()
	var got bytes.Buffer
	out := json.NewEncoder(&got)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	draft := any(nil)
	if len(r.Intents) > 0 {
		draft = r.Intents[0].Draft
	}
	if err := out.Encode(draft); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(beside, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(beside)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("got\n%swant\n%s", got.Bytes(), want)
	}
}
