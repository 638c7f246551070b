package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every letter that the parser tells apart can be named on the command line, and is in its help.
func TestParseKnowsEveryLetter(t *testing.T) {
	about, _ := reflect.TypeFor[parseCmd]().FieldByName("About")
	known := strings.Split(about.Tag.Get("enum"), ",")
	f, err := parser.ParseFile(token.NewFileSet(), "../../parser/meaning/meaning.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(f, func(x ast.Node) bool {
		v, ok := x.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		if is, ok := v.Type.(*ast.Ident); !ok || is.Name != "About" {
			return true
		}
		n++
		word, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		if err != nil || !slices.Contains(known, word) || !strings.Contains(about.Tag.Get("help"), word) {
			t.Errorf("--about does not know %q: %v", word, err)
		}
		return true
	})
	if n != len(known) {
		t.Errorf("%d letters, and %d words for them", n, len(known))
	}
}
