package policies

import (
	"io/fs"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// Every file that comes with huiban is read alike by every reader of YAML 1.1 and 1.2: inside {} and [] these differ about
// the signs that a text without quotes may hold.
func TestFilesArePortableYAML(t *testing.T) {
	for _, files := range []fs.FS{presets, defaults} {
		err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			src, err := fs.ReadFile(files, name)
			if err != nil {
				return err
			}
			for _, n := range doubtful(t, src) {
				t.Errorf("%s:%d: %q wants quotes", name, n.Line, n.Value)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// doubtful are the texts without quotes in a flow collection of src that hold a sign.
func doubtful(t *testing.T, src []byte) (out []*yaml.Node) {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Load(src, &doc); err != nil {
		t.Fatal(err)
	}
	var look func(n *yaml.Node, flow bool)
	look = func(n *yaml.Node, flow bool) {
		if flow && n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 && strings.ContainsAny(n.Value, "?!&*|>%@`\"#{}[]") {
			out = append(out, n)
		}
		for _, c := range n.Content {
			look(c, flow || n.Style&yaml.FlowStyle != 0)
		}
	}
	look(&doc, false)
	return out
}

func TestDoubtful(t *testing.T) {
	if got := doubtful(t, []byte("a: {b: Was it?, c: \"was it?\"}\nd: was it?\n")); len(got) != 1 || got[0].Value != "Was it?" {
		t.Errorf("%v", got)
	}
}
