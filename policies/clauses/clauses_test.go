package clauses

import (
	"fmt"
	"strings"
	"testing"
)

// The register has every clause of every regulation, once and in its place, and says who sees to it.
func TestTheRegisterIsComplete(t *testing.T) {
	want := map[string]Coverage{
		"S0": {Auto: 50, Assist: 56, Human: 16}, "S1G": {Auto: 9, Assist: 4, Human: 6}, "S1A": {Auto: 9, Assist: 25, Human: 3},
		"S1B": {Auto: 29, Assist: 28, Human: 2}, "S1C": {Auto: 6, Assist: 3, Human: 0}, "S1D": {Auto: 15, Assist: 8, Human: 1},
		"S1E": {Auto: 9, Assist: 13, Human: 3}, "S1F": {Auto: 6, Assist: 9, Human: 2}, "S2": {Auto: 27, Assist: 21, Human: 12},
		"S3": {Auto: 39, Assist: 47, Human: 20},
	}
	var in []Clause
	for _, r := range Regulations() {
		of := Of(All(), r.ID)
		in = append(in, of...)
		got, want := Count(of), want[r.ID]
		if got.Auto != want.Auto || got.Assist != want.Assist || got.Human != want.Human {
			t.Errorf("%s: %d auto, %d assist, %d human instead of %d, %d, %d", r.ID, got.Auto, got.Assist, got.Human, want.Auto, want.Assist, want.Human)
		}
		for i, c := range of {
			if id := fmt.Sprintf("%s-%02d", r.ID, i+1); c.ID != id {
				t.Fatalf("%s stands where %s belongs", c.ID, id)
			}
		}
	}
	for i, c := range All() {
		if in[i].ID != c.ID || c.Zh == "" || c.En == "" {
			t.Errorf("%s is out of its regulation, or does not say what it demands", c.ID)
		}
	}
	if c := Count(All()); c.Auto != 199 || c.Assist != 214 || c.Human != 65 || c.Total() != 478 || c.Proved+len(c.Unproved) != 413 {
		t.Errorf("counted %+v", c)
	}
}

// A register with a mistake is not read, and the message says where it is.
func TestAMistakeInTheRegister(t *testing.T) {
	for src, want := range map[string]string{
		"id: A-1\nkind: auto\n\nid: A-1\n":   "line 4: A-1 begins twice",
		"id: A-1\nid: A-2\n":                 "line 2: A-2 begins twice",
		"kind: auto\n":                       "line 1: a clause begins with its id",
		"id: A-1\nhow: so\n\nhow: so\n":      "line 4: a clause begins with its id",
		"id: A-1\nhow: so\nhow: otherwise\n": "line 3: A-1: how stands there twice",
		"# A\nid: A-1\nprof: x.TestY\n":      `line 3: A-1: there is no "prof"`,
		"id: A-1\nproof:\n":                  `line 2: A-1: "proof:" says nothing`,
	} {
		if _, err := parse([]byte(src)); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v instead of %s", src, err, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for text, want := range map[string]string{
		"// S0-24: a new version asks again (S0-49).":  "S0-24 S0-49",
		"// S1B-18 to S1B-21, and S2-03..S2-05, S3-07": "S1B-18 S1B-19 S1B-20 S1B-21 S2-03 S2-04 S2-05 S3-07",
		"S0-99 to S0-102":          "S0-99 S0-100 S0-101 S0-102",
		"S0-26至S0-28（S1A-34）":      "S0-26 S0-27 S0-28 S1A-34",
		"MT-S0-1, PSC-S0-01, S4-1": "",
		"S0-01 to S1A-02":          "S0-01 S1A-02",
		"S2-7":                     "S2-7", // written so it is no clause, and TestNoStrangeIDs says so
	} {
		if got := strings.Join(Named(text), " "); got != want {
			t.Errorf("%q names %s instead of %s", text, got, want)
		}
	}
}
