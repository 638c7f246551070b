package clauses

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tree is the sources of the tests of a project.
type tree struct {
	root  string
	rooms map[string]*room // by their directory, secretary
}

// room is the tests of one directory.
type room struct {
	tests  map[string]*function // by name
	values map[string]string    // the source of each variable, constant and type of the test files, by name
}

// function is a test function.
type function struct {
	file string        // secretary/story_test.go
	code *ast.FuncDecl // its syntax
	text string        // its source with its comment
	out  bool          // a build constraint keeps it out of CI
	said []string      // see literals; nil before
}

// ci is how the tests are built in CI: make test, on Linux with the race detector.
var ci = func() build.Context {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled, c.BuildTags = "linux", "amd64", true, []string{"race"}
	return c
}()

// readTree reads the test sources below a directory.
func readTree(root string) (*tree, error) {
	t := &tree{root, map[string]*room{}}
	err := t.walk(func(name string) error {
		if !strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			return nil
		}
		return t.read(name)
	})
	return t, err
}

// walk calls f with the name of every file of the project.
func (t *tree) walk(f func(string) error) error {
	return fs.WalkDir(os.DirFS(t.root), ".", func(name string, d fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "private"):
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		return f(name)
	})
}

// read takes in one file.
func (t *tree) read(name string) error {
	src, err := os.ReadFile(filepath.Join(t.root, name))
	if err != nil {
		return fmt.Errorf("read tests: %w", err)
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.ParseComments)
	if err != nil {
		return fmt.Errorf("read tests: %w", err)
	}
	built, err := ci.MatchFile(filepath.Join(t.root, path.Dir(name)), path.Base(name))
	if err != nil {
		return fmt.Errorf("read tests: %w", err)
	}
	r := t.room(path.Dir(name))
	for _, d := range file.Decls {
		from, to := set.Position(begin(d)), set.Position(d.End())
		r.keep(&function{file: name, text: string(src[from.Offset:to.Offset]), out: !built}, d)
	}
	return nil
}

// room is that of a directory.
func (t *tree) room(dir string) *room {
	if t.rooms[dir] == nil {
		t.rooms[dir] = &room{map[string]*function{}, map[string]string{}}
	}
	return t.rooms[dir]
}

// begin is where a declaration begins, with its comment.
func begin(d ast.Decl) token.Pos {
	var doc *ast.CommentGroup
	switch d := d.(type) {
	case *ast.FuncDecl:
		doc = d.Doc
	case *ast.GenDecl:
		doc = d.Doc
	}
	if doc != nil {
		return doc.Pos()
	}
	return d.Pos()
}

// keep takes in a declaration: a test, or what one may use. A test that is built goes before one that is not.
func (r *room) keep(f *function, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if had := r.tests[d.Name.Name]; isTest(d) && (had == nil || had.out) {
			f.code = d
			r.tests[d.Name.Name] = f
		}
	case *ast.GenDecl:
		for _, n := range declared(d) {
			r.values[n] += f.text
		}
	}
}

func isTest(d *ast.FuncDecl) bool {
	n := d.Name.Name
	return d.Recv == nil && d.Body != nil && (strings.HasPrefix(n, "Test") && n != "TestMain" || strings.HasPrefix(n, "Fuzz"))
}

// declared are the names that a declaration declares.
func declared(d *ast.GenDecl) []string {
	var out []string
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.ValueSpec:
			for _, n := range s.Names {
				out = append(out, n.Name)
			}
		case *ast.TypeSpec:
			out = append(out, s.Name.Name)
		}
	}
	return out
}

// whole is the text of a test with the tables beside it that it uses.
func (r *room) whole(f *function) string {
	used := map[string]bool{}
	ast.Inspect(f.code.Body, func(n ast.Node) bool {
		if i, ok := n.(*ast.Ident); ok && r.values[i.Name] != "" {
			used[i.Name] = true
		}
		return true
	})
	out := f.text
	for _, n := range slices.Sorted(maps.Keys(used)) {
		out += "\n" + r.values[n]
	}
	return out
}

// literals are the strings of a test and of its tables.
func (r *room) literals(f *function) []string {
	if f.said != nil {
		return f.said
	}
	out := []string{}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+r.whole(f), 0)
	if err != nil {
		return nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				out = append(out, s)
			}
		}
		return true
	})
	f.said = out
	return out
}

// errSkipped is what a test is that always leaves itself out.
var errSkipped = errors.New("leaves itself out")

// runs tells why a test is not run in CI; nil where it is.
func (f *function) runs() error {
	if f.out {
		return fmt.Errorf("%s is not built in CI", f.file)
	}
	for _, s := range f.code.Body.List {
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			continue
		}
		c, ok := e.X.(*ast.CallExpr)
		if !ok {
			continue
		}
		if sel, ok := c.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, sel.Sel.Name) {
			return errSkipped
		}
	}
	return nil
}

// theTree is the project's.
func theTree(t *testing.T) *tree {
	t.Helper()
	tr, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	return tr
}
