package parser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// In a meeting's thread a mail means as an ordinary answer what it means elsewhere; the quick lines stand beside that. Of
// all the sample answers, which people wrote who ordered nothing, only queries, help and one 会议取消 have the form of one.
func TestQuickLinesStandBesideTheReading(t *testing.T) {
	for _, c := range samples(t) {
		plain := c.read(t)
		raw, err := os.ReadFile(filepath.Join("testdata", c.File))
		if err != nil {
			t.Fatal(err)
		}
		beside := Parse(raw, Options{About: c.About, Zone: shanghai(t), Now: c.now(t), Meeting: true})
		orders := len(beside.Intents)
		beside.Intents = slices.DeleteFunc(beside.Intents, func(i secretary.Intent) bool { return i.Kind == secretary.IntentOrder || i.Beside })
		if orders -= len(beside.Intents); orders > 0 && c.About != None && !strings.Contains(beside.Text, "会议取消") {
			t.Errorf("%s (%s) has the form of quick lines: %q", c.File, c.About, beside.Text)
		}
		if a, b := inJSON(t, plain.Intents), inJSON(t, beside.Intents); a != b && len(plain.Intents)+len(beside.Intents) > 0 {
			t.Errorf("%s means %s, in a meeting's thread %s", c.File, a, b)
		}
	}
}

func inJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
