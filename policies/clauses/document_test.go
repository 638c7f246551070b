package clauses

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/clauses.md anew")

const document = "../../docs/clauses.md"

// TestDocument: docs/clauses.md is what the register says today. The number of clauses without proof stands in it, and does
// not grow by -update: whoever gives up a proof writes the greater number there by hand.
func TestDocument(t *testing.T) {
	want := written(theTree(t), All())
	old, err := os.ReadFile(document)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if had, now := waiting(old), waiting([]byte(want)); had >= 0 && now > had {
		t.Fatalf("%d clauses have no proof; docs/clauses.md says that there are %d", now, had)
	}
	if string(old) == want {
		return
	}
	if !*update {
		t.Fatal("docs/clauses.md is not what the register says; run: go generate ./policies/clauses")
	}
	if err := os.WriteFile(document, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

var figure = regexp.MustCompile(`\*\*([0-9]+) wait for a proof\*\*`)

// waiting is the number of clauses without proof in a document; -1 where it does not say.
func waiting(doc []byte) int {
	if m := figure.FindSubmatch(doc); m != nil {
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	return -1
}

const preface = `<!-- Written by go generate ./policies/clauses from policies/clauses/clauses.txt. Do not edit. -->

# Clauses

What the four regulations that huiban is built from demand, clause by clause: in our own words, how huiban does it, and the test that proves it. A test
fails when a proof is gone, is not run, or does not name its clause, and when this page is not current. ` + "`huiban policy coverage`" + ` prints the figures.

- **auto**: huiban does it; a person at most answers a letter.
- **assist**: huiban reminds, collects, records or checks; a person does the thing itself.
- **human**: conduct in the room, or a judgement outside; at most printed in a letter. It wants no proof.

`

// written is the document.
func written(tr *tree, all []Clause) string {
	var b strings.Builder
	b.WriteString(preface)
	c := Count(all)
	fmt.Fprintf(&b, "Of %d clauses %d are auto, %d assist and %d human. Of the %d that huiban has a part in **%d are proved**, and **%d wait for a proof**.\n\n",
		c.Total(), c.Auto, c.Assist, c.Human, c.Auto+c.Assist, c.Proved, len(c.Unproved))
	b.WriteString("| | regulation | clauses | auto | assist | human | proved | waiting |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, r := range Regulations() {
		c := Count(Of(all, r.ID))
		fmt.Fprintf(&b, "| [%s](#%s) | %s · %s | %d | %d | %d | %d | %d | %d |\n", r.ID, strings.ToLower(r.ID), r.Zh, r.En, c.Total(), c.Auto, c.Assist, c.Human, c.Proved, len(c.Unproved))
	}
	for _, r := range Regulations() {
		of := Of(all, r.ID)
		c := Count(of)
		fmt.Fprintf(&b, "\n## %s\n\n%s · %s. %d of %d proved.\n\n| clause | demand | how | proof |\n| --- | --- | --- | --- |\n", r.ID, r.Zh, r.En, c.Proved, c.Auto+c.Assist)
		for _, c := range of {
			fmt.Fprintf(&b, "| **%s**<br>%s | %s<br>%s | %s | %s |\n", c.ID, c.Kind, cell(c.Zh), cell(c.En), cell(c.told()), tr.links(c.Proofs))
		}
	}
	return b.String()
}

// told is what the column on how it is done says.
func (c Clause) told() string {
	if c.Counted() {
		return cmp.Or(c.How, "*not yet*")
	}
	return c.How
}

// cell escapes what would end a cell of a table.
func cell(s string) string { return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(s) }

// links are links to the files of proofs, each under its name.
func (t *tree) links(proofs []string) string {
	var out []string
	for _, p := range proofs {
		file, name := p, p[strings.LastIndex(p, "/")+1:]
		if m := aTest.FindStringSubmatch(p); m != nil && t.rooms[m[1]] != nil && t.rooms[m[1]].tests[m[2]] != nil {
			file, name = t.rooms[m[1]].tests[m[2]].file, strings.TrimPrefix(p, m[1]+".")
		}
		out = append(out, fmt.Sprintf("[%s](../%s)", name, file))
	}
	return strings.Join(slices.Compact(out), "<br>")
}

// A document with more clauses without proof than before is not written.
func TestWaiting(t *testing.T) {
	all := []Clause{{ID: "S0-12", Kind: Auto}, {ID: "S0-13", Kind: Assist}, {ID: "S0-27", Kind: Human}}
	if n := waiting([]byte(written(aTree(t), all))); n != 2 {
		t.Errorf("%d wait instead of 2", n)
	}
	if n := waiting(nil); n != -1 {
		t.Errorf("%d wait where nothing is said", n)
	}
}
