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

	"github.com/huiban/huiban/secretary"
)

// elsewhere are the keys that the secretary does not read because others do: the reader of the file, config test, the store and
// the doctor.
var elsewhere = []string{"clauses", "notice.fields", "archive.retention", "archive.backup"}

// TestEveryKeyIsRead: no key of a policy is only read and checked, so that whoever writes it waits for nothing.
func TestEveryKeyIsRead(t *testing.T) {
	read := fieldsRead(t)
	eachField(reflect.TypeFor[secretary.Policy](), "", func(key, field string) {
		if !read[field] && !slices.Contains(elsewhere, key) {
			t.Errorf("%s: nothing reads %s: let something act on it, or take the key away", key, field)
		}
	})
}

// eachField calls visit for each key of struct type at and for those below it, with the field that holds it.
func eachField(at reflect.Type, key string, visit func(key, field string)) {
	for i := range at.NumField() {
		f := at.Field(i)
		if tag := f.Tag.Get("yaml"); tag == "" || tag == "-" {
			continue
		}
		k, below := join(key, f), f.Type
		if below.Kind() == reflect.Slice {
			below, k = below.Elem(), k+"[]"
		}
		visit(strings.TrimSuffix(k, "[]"), at.Name()+"."+f.Name)
		if below.Kind() == reflect.Struct {
			eachField(below, k, visit)
		}
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
