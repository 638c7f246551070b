package parser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// FuzzParse: whatever comes in, Parse returns a reading that can be written as JSON, and an automatic mail has no intent.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.eml")
	for n, name := range files {
		if raw, err := os.ReadFile(name); err == nil && n%5 == 0 {
			f.Add(raw, byte(n))
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte, about byte) {
		r := Parse(raw, abouts[int(about)%len(abouts)])
		if r == nil {
			t.Fatal("nothing came back")
		}
		for _, u := range r.Unclear {
			if len(u) > 12 && u[:12] == "unreadable: " {
				t.Fatal(u)
			}
		}
		if r.Automatic != "" && (len(r.Intents) > 0 || r.Understood) {
			t.Errorf("an automatic mail (%s) has intents %v", r.Automatic, r.Intents)
		}
		if r.Understood != (len(r.Intents) > 0) {
			t.Error("understood without intents, or the other way round")
		}
		if _, err := json.Marshal(r); err != nil {
			t.Error(err)
		}
	})
}
