package policies

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// TestEveryKeyIsInTheDocs: docs/policies.md has one line for each key, with the words it takes and its default; and no
// line for a key that is not there.
func TestEveryKeyIsInTheDocs(t *testing.T) {
	rows := documented(t)
	for _, key := range leaves() {
		row, found := rows[key]
		delete(rows, key)
		if !found {
			t.Errorf("docs/policies.md does not have %s", key)
			continue
		}
		for _, w := range append(words[key], words[key+"[]"]...) {
			if !strings.Contains(strings.ReplaceAll(row[1], `"`, ""), "`"+w+"`") {
				t.Errorf("%s takes the word %s, too", key, w)
			}
		}
		if want := defaultCell(key); want != "" && row[2] != want {
			t.Errorf("%s: the default is %s, not %s", key, want, row[2])
		}
	}
	for key := range rows {
		t.Errorf("docs/policies.md has %s, which is no key", key)
	}
}

// documented are the cells of the tables that begin with a key, by key.
func documented(t *testing.T) map[string][]string {
	t.Helper()
	src, err := os.ReadFile("../docs/policies.md")
	if err != nil {
		t.Fatal(err)
	}
	_, tables, _ := strings.Cut(string(src), "\n## The keys\n")
	tables, _, _ = strings.Cut(tables, "\n## ")
	out := map[string][]string{}
	for line := range strings.Lines(tables) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if name := strings.Split(cells[0], "`"); len(name) > 1 && len(cells) == 4 {
			if out[name[1]] != nil {
				t.Errorf("%s stands there twice", name[1])
			}
			out[name[1]] = cells
		}
	}
	return out
}

// leaves are the keys that hold values.
func leaves() []string {
	keys := strict.Keys(reflect.TypeFor[secretary.Policy]())
	var out []string
	for i, k := range keys {
		if i+1 == len(keys) || !strings.HasPrefix(keys[i+1], k+".") && !strings.HasPrefix(keys[i+1], k+"[]") {
			out = append(out, k)
		}
	}
	return out
}

// defaultCell is how the docs write the default of key: that of regular meetings, and those of the other kinds that
// differ. "" where it is a list of texts, which they name in their own words.
func defaultCell(key string) string {
	cell := "—"
	for _, kind := range []struct{ name, label string }{{"regular", ""}, {"adhoc", "; ad hoc "}, {"daily", "; daily "}} {
		l := readLayer(kind.name)
		var values []string
		walk(reflect.ValueOf(*l.policy), "", func(k string, v reflect.Value) {
			if given := l.at.Given(k); strings.TrimSuffix(anyOf(k), "[]") == key && given {
				values = append(values, fmt.Sprint(v.Interface()))
			}
			if _, text := v.Interface().(secretary.Text); text && strings.TrimSuffix(anyOf(k), "[]") == key && len(v.Interface().(secretary.Text)) > 0 {
				cell = ""
			}
		})
		switch {
		case cell == "":
			return ""
		case len(values) > 0 && kind.label == "":
			cell = strings.Join(values, ", ")
		case len(values) > 0:
			cell += kind.label + strings.Join(values, ", ")
		}
	}
	return cell
}

// TestEveryGapIsInTheDocs: each matter that the regulations leave open or disagree on, G-01 to G-54, has its answer in
// docs/policies.md, and every key that is named there exists.
func TestEveryGapIsInTheDocs(t *testing.T) {
	src, err := os.ReadFile("../docs/policies.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := strict.Keys(reflect.TypeFor[secretary.Policy]())
	n := 0
	for line := range strings.Lines(string(src)) {
		cells := strings.Split(line, " | ")
		if len(cells) != 3 || !strings.HasPrefix(line, "| G-") {
			continue
		}
		if n++; cells[0] != fmt.Sprintf("| G-%02d", n) {
			t.Errorf("%s is the %dth", cells[0], n)
		}
		for i, name := range strings.Split(cells[2], "`") {
			if outside := strings.HasPrefix(name, "huiban ") || name == "holidays"; i%2 == 1 && !outside && !slices.Contains(keys, name) {
				t.Errorf("%s names %s, which is no key", cells[0], name)
			}
		}
	}
	if n != 54 {
		t.Errorf("%d of 54 are there", n)
	}
}
