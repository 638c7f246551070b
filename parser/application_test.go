package parser

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/meaning"
)

var updateApplications = flag.Bool("update-applications", false, "rewrite the readings of the applications")

// answering are the mails that answer a letter; the others are fresh.
var answering = map[string]meaning.About{"05": Application, "06": Application, "07": Applied, "08": Applied, "11": Guide}

// TestApplicationMails reads testdata/applications: forms as tables, in the text, in the quotation; one sentence; what an approver
// writes; and mails that only look like an application. S3-61, S1B-56, S3-63, S1B-06.
func TestApplicationMails(t *testing.T) {
	files, err := filepath.Glob("testdata/applications/*.eml")
	if err != nil || len(files) == 0 {
		t.Fatal("no mails", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r := Parse(raw, Options{About: answering[filepath.Base(f)[:2]], Zone: shanghai(t)})
		got, err := json.MarshalIndent(r.Intents, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(f, ".eml") + ".json"
		if *updateApplications {
			if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil || !bytes.Equal(bytes.TrimSpace(want), got) {
			t.Errorf("%s is read as %s\ninstead of %s %v", f, got, want, err)
		}
	}
}
