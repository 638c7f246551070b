package policies

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// elsewhere are the keys that the secretary does not read because others do: the reader of the file, config test, the store and
// the doctor.
var elsewhere = []string{"clauses", "notice.fields", "archive.retention", "archive.backup"}

// copied are the keys that the secretary puts into a meeting's record and does not look at again.
var copied = []string{"materials.required[].released"}

// TestKeptKeys: the list of keys that nothing acts on is true, in both directions.
func TestKeptKeys(t *testing.T) {
	read := fieldsRead(t)
	eachField(reflect.TypeFor[secretary.Policy](), "", func(key, field string) bool {
		idle := keptKey(key) != ""
		switch {
		case !read[field] && !idle && !slices.Contains(elsewhere, key):
			t.Errorf("%s: nothing reads %s; let something act on it, or put it on the list of what is kept", key, field)
		case read[field] && slices.Contains(kept, key) && !slices.Contains(copied, key):
			t.Errorf("%s: the secretary reads %s by now: take it off the list of what is kept", key, field)
		}
		return !idle
	})
	for _, k := range kept {
		if !slices.Contains(strict.Keys(reflect.TypeFor[secretary.Policy]()), k) {
			t.Errorf("there is no key %s", k)
		}
	}
}

// eachField calls visit for each key of struct type at with the field that holds it, and for those below where visit says so.
func eachField(at reflect.Type, key string, visit func(key, field string) bool) {
	for i := range at.NumField() {
		f := at.Field(i)
		if tag := f.Tag.Get("yaml"); tag == "" || tag == "-" {
			continue
		}
		k, below := join(key, f), f.Type
		if below.Kind() == reflect.Slice {
			below, k = below.Elem(), k+"[]"
		}
		if !visit(strings.TrimSuffix(k, "[]"), at.Name()+"."+f.Name) || below.Kind() != reflect.Struct {
			continue
		}
		eachField(below, k, visit)
	}
}

// fieldsRead lists the fields that the code of package secretary reads or sets: "NoticeRule.Lead".
func fieldsRead(t *testing.T) map[string]bool {
	t.Helper()
	fset := token.NewFileSet()
	names, err := filepath.Glob("../secretary/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{Selections: map[*ast.SelectorExpr]*types.Selection{}}
	if _, err := (&types.Config{Importer: importer.ForCompiler(fset, "source", nil)}).Check("secretary", fset, files, info); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, s := range info.Selections {
		at := s.Recv()
		if p, ok := at.(*types.Pointer); ok {
			at = p.Elem()
		}
		if named, ok := at.(*types.Named); ok && s.Kind() == types.FieldVal {
			out[named.Obj().Name()+"."+s.Obj().Name()] = true
		}
	}
	return out
}

func TestIdle(t *testing.T) {
	for yaml, want := range map[string]string{
		"survey: {cycle: 'off'}\nimportance: normal\nmaterials: {paper: false}": "",
		"conflict: {rule: keep}": "",
		"labels: {host: X}\nsurvey: {cycle: each}\nroster: [{who: a, part: X}]": "warning: kept, and not acted on yet: labels",
		"agenda: {call: true}": "",
	} {
		compare(t, yaml, Idle("p.yaml", []byte(yaml)), want)
	}
}
