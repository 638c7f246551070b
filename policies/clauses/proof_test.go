package clauses

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestProofs holds the register to what the tests of the project are: every proof is there, is run, and names its clause.
func TestProofs(t *testing.T) {
	tr := theTree(t)
	for _, err := range tr.check(All()) {
		t.Error(err)
	}
}

// TestNoStrangeIDs: whatever test, source, policy or page names a clause, names one that there is.
func TestNoStrangeIDs(t *testing.T) {
	for _, err := range theTree(t).strangeIDs(All()) {
		t.Error(err)
	}
}

// check lists what is wrong with the proofs of a register.
func (t *tree) check(all []Clause) []error {
	var out []error
	for _, c := range all {
		if c.Counted() && (c.How == "") != (len(c.Proofs) == 0) {
			out = append(out, fmt.Errorf("%s: how it is done and a proof of it stand together or not at all", c.ID))
		}
		for i, p := range c.Proofs {
			if slices.Contains(c.Proofs[:i], p) {
				out = append(out, fmt.Errorf("%s: %s stands there twice", c.ID, p))
			}
			if err := t.proves(c.ID, p); err != nil {
				out = append(out, fmt.Errorf("%s: %s %w", c.ID, p, err))
			}
		}
	}
	return out
}

// proves tells what is wrong with a proof; nil where it is one.
func (t *tree) proves(id, proof string) error {
	text, err := t.find(proof)
	if err == nil && !slices.Contains(Named(text), id) {
		err = errors.New("does not name it")
	}
	return err
}

// aTest is a proof that is a function: secretary.TestName/subtest.
var aTest = regexp.MustCompile(`^([a-z0-9/]+)\.((?:Test|Fuzz)\w*)(?:/(.+))?$`)

// find gives the text that a proof may name its clause in: a test with its comment and its tables, the head of a file.
func (t *tree) find(proof string) (string, error) {
	if strings.HasSuffix(proof, ".txtar") {
		return t.story(proof)
	}
	m := aTest.FindStringSubmatch(proof)
	if m == nil {
		return "", errors.New("is neither a test nor a .txtar file")
	}
	f, err := t.test(m[1], m[2])
	if err != nil {
		return "", err
	}
	r := t.rooms[m[1]]
	if m[3] != "" && !t.hasCase(m[1], r.literals(f), m[3]) {
		return "", errors.New("has no such subtest")
	}
	return r.whole(f), nil
}

// test finds a test that is run.
func (t *tree) test(dir, name string) (*function, error) {
	r := t.rooms[dir]
	if r == nil {
		return nil, fmt.Errorf("is nowhere: %s has no tests", dir)
	}
	f := r.tests[name]
	if f == nil {
		return nil, errors.New("does not exist")
	}
	return f, f.runs()
}

// hasCase tells whether a subtest is among the strings of its test, or one of the files that it plays.
func (t *tree) hasCase(dir string, literals []string, sub string) bool {
	for _, l := range literals {
		if strings.ReplaceAll(l, " ", "_") == strings.ReplaceAll(sub, " ", "_") {
			return true
		}
		if files, _ := filepath.Glob(filepath.Join(t.root, dir, l)); strings.Contains(l, "*") {
			for _, f := range files {
				if base := filepath.Base(f); strings.TrimSuffix(base, filepath.Ext(base)) == sub {
					return true
				}
			}
		}
	}
	return false
}

// story gives the head of a .txtar file that some test plays.
func (t *tree) story(name string) (string, error) {
	src, err := os.ReadFile(filepath.Join(t.root, name))
	if err != nil {
		return "", errors.New("does not exist")
	}
	a := txtar.Parse(src)
	dir, rel, ok := strings.Cut(name, "/testdata/")
	if !ok {
		return "", errors.New("is in no testdata")
	}
	script, err := t.played(dir, "testdata/"+rel)
	if err != nil {
		return "", err
	}
	if script && !says(string(a.Comment)) || !script && len(a.Files) == 0 {
		return "", errors.New("plays nothing")
	}
	return string(a.Comment), nil
}

// says tells whether a script does something and goes to its end.
func says(script string) bool {
	out := false
	for line := range strings.Lines(script) {
		line = strings.TrimSpace(line)
		if line == "skip" || line == "stop" || strings.HasPrefix(line, "skip ") {
			return false
		}
		out = out || line != "" && !strings.HasPrefix(line, "#")
	}
	return out
}

// played looks for the test that plays a file: it names the file, a pattern of it, or as a folder of scripts its directory.
func (t *tree) played(dir, file string) (script bool, err error) {
	r := t.rooms[dir]
	if r == nil {
		return false, fmt.Errorf("is played by nothing: %s has no tests", dir)
	}
	err = errors.New("is played by no test")
	for _, f := range r.tests {
		for _, l := range r.literals(f) {
			folder := l == path.Dir(file)
			if hit, _ := path.Match(l, file); !hit && !folder {
				continue
			}
			if err = f.runs(); err == nil {
				return folder, nil
			}
		}
	}
	return false, err
}

// strangeIDs lists the names of clauses that there are none of.
func (t *tree) strangeIDs(all []Clause) []error {
	known := map[string]bool{}
	for _, c := range all {
		known[c.ID] = true
	}
	var out []error
	err := t.walk(func(name string) error {
		if !slices.Contains([]string{".go", ".txtar", ".yaml", ".md"}, path.Ext(name)) || strings.HasPrefix(name, "policies/clauses/") {
			return nil
		}
		src, err := os.ReadFile(filepath.Join(t.root, name))
		for _, n := range Named(string(src)) {
			if !known[n] {
				out = append(out, fmt.Errorf("%s names %s, which is no clause", name, n))
			}
		}
		return err
	})
	if err != nil {
		out = append(out, err)
	}
	return out
}
