package clauses

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// aTree unpacks the small project of testdata/tree.txtar, whose own stories begin their parts with ==.
func aTree(t *testing.T) *tree {
	t.Helper()
	a, err := txtar.ParseFile("testdata/tree.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range a.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		data := strings.ReplaceAll(string(f.Data), "== office ==", "-- office --")
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tr, err := readTree(dir)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// What proves a clause, and what only looks as if it did.
func TestWhatIsNoProof(t *testing.T) {
	tr := aTree(t)
	for _, c := range [][3]string{
		{"S0-12", "heart.TestNotice", ""},
		{"S0-12", "heart.TestNotice/a_late_one", ""},
		{"S1B-19", "heart.TestNotice", ""},
		{"S0-16", "heart.TestTable", ""},
		{"S0-16", "heart.TestTable/S0-16", ""},
		{"S0-12", "heart.TestSometimes", ""},
		{"S0-12", "heart/testdata/week.txtar", ""},
		{"S0-12", "heart/testdata/script/init.txtar", ""},
		{"S1B-21", "heart.TestNotice", "does not name it"},
		{"S0-12", "heart.TestTable", "does not name it"},
		{"S0-12", "heart.TestNotice/an_early_one", "has no such subtest"},
		{"S0-12", "heart.TestGone", "does not exist"},
		{"S0-12", "heart.helper", "is neither a test nor a .txtar file"},
		{"S0-12", "lungs.TestNotice", "is nowhere: lungs has no tests"},
		{"S0-12", "heart.TestSkipped", "leaves itself out"},
		{"S0-12", "heart.TestNever", "heart/never_test.go is not built in CI"},
		{"S0-12", "heart.TestElsewhere", "heart/heart_windows_test.go is not built in CI"},
		{"S0-12", "heart/testdata/gone.txtar", "does not exist"},
		{"S0-12", "heart/testdata/unnamed.txtar", "does not name it"},
		{"S0-12", "heart/testdata/empty.txtar", "plays nothing"},
		{"S0-12", "heart/testdata/later/week.txtar", "leaves itself out"},
		{"S0-12", "heart/testdata/other/week.txtar", "is played by no test"},
		{"S0-12", "heart/testdata/script/skip.txtar", "plays nothing"},
		{"S0-12", "heart/testdata/script/remark.txtar", "plays nothing"},
		{"S0-12", "docs/policies.md", "is neither a test nor a .txtar file"},
	} {
		got := ""
		if err := tr.proves(c[0], c[1]); err != nil {
			got = err.Error()
		}
		if got != c[2] {
			t.Errorf("%s %s: %q instead of %q", c[0], c[1], got, c[2])
		}
	}
}

// A clause of the machine's is not claimed without proof, nor proved without a word on how; what people do may be described.
func TestClaims(t *testing.T) {
	tr := aTree(t)
	proofs := []string{"heart.TestNotice"}
	for _, c := range []struct {
		Clause
		want string
	}{
		{Clause{ID: "S0-12", Kind: Auto}, ""},
		{Clause{ID: "S0-12", Kind: Assist, How: "so", Proofs: proofs}, ""},
		{Clause{ID: "S0-12", Kind: Human, How: "so"}, ""},
		{Clause{ID: "S0-12", Kind: Auto, How: "so"}, "stand together or not at all"},
		{Clause{ID: "S0-12", Kind: Assist, Proofs: proofs}, "stand together or not at all"},
		{Clause{ID: "S0-12", Kind: Auto, How: "so", Proofs: append(proofs, proofs...)}, "stands there twice"},
		{Clause{ID: "S0-13", Kind: Human, How: "so", Proofs: proofs}, "S0-13: heart.TestNotice does not name it"},
	} {
		got := ""
		for _, err := range tr.check([]Clause{c.Clause}) {
			got += err.Error()
		}
		if !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%+v: %q instead of %q", c.Clause, got, c.want)
		}
	}
}

// A page that names a clause that there is none of is found; a meeting type is no clause.
func TestStrangeIDIsFound(t *testing.T) {
	got := aTree(t).strangeIDs(All())
	if len(got) != 1 || got[0].Error() != "docs/policies.md names S0-133, which is no clause" {
		t.Errorf("found %v", got)
	}
}
