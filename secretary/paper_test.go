package secretary

import (
	"fmt"
	"strings"
	"testing"
)

// S0-71, S0-74: who keeps the archive says where paper stands: of a document by its number, of what is on paper only by the meeting,
// and it gets a number of the same kind. Others change nothing and learn nothing.
func TestPaperIsFiled(t *testing.T) {
	p := coordination()
	p.Archive.Keepers = []Ref{"sun.li"}
	known := []ArchiveEntry{{Number: "20261127-PSC-PSM-01", Series: p.ID}, {Number: "20261127-XXX-PSM-01", Series: "MT-X"}, {Number: "产-01/2026", Series: p.ID}}
	for _, c := range []struct{ by, text, shelved, filed, problems string }{
		{"sun.li", "20261127-PSC-PSM-01 档案室3柜2层", "map[20261127-PSC-PSM-01:档案室3柜2层]", "", "[]"},
		{"chen.jing", "20261127-PSC-PSM-01：3柜\n\n产销协调会，签到表原件，4柜，左边", "map[20261127-PSC-PSM-01:3柜]", "20261201-PSC-PSM-01 record 签到表原件 4柜，左边", "[]"},
		{"sun.li", "PSC; signed sheet; cabinet 4", "map[]", "20261201-PSC-PSM-01 record signed sheet cabinet 4", "[]"},
		{"sun.li", "20261127-PSC-PSM-02 3柜\n20261127-XXX-PSM-01 3柜", "map[]", "", "[{20261127-PSC-PSM-02 no-document} {20261127-XXX-PSM-01 no-document}]"},
		{"sun.li", "产-01/2026，3柜", "map[产-01/2026:3柜]", "", "[]"}, // whatever archive.number_format makes
		{"sun.li", "20261127-PSC-PSM-01", "map[]", "", "[{20261127-PSC-PSM-01 no-place}]"},
		{"sun.li", "周会，签到表，3柜", "map[]", "", "[{周会 no-meeting}]"},
		{"li.na", "20261127-PSC-PSM-01 3柜\n产销协调会，签到表，3柜", "map[]", "", "[{20261127-PSC-PSM-01 no-document} {产销协调会 no-meeting}]"},
	} {
		w := atWork(t, p)
		r := w.reply(PersonID(c.by), nil, Intent{Kind: IntentPaper, Comment: c.text})
		out := FilePaper(w.layOut(PersonCase(PersonID(c.by))), r, known, w.now)
		filed := ""
		for _, e := range out.Archive {
			filed += fmt.Sprint(e.Number, " ", e.Class, " ", strings.ReplaceAll(e.Text, "\n", " "))
			if e.Shelf == "" || !strings.HasSuffix(e.Text, e.Shelf) {
				t.Errorf("%q stands at %q", c.text, e.Shelf)
			}
		}
		if len(out.Letters) != 1 || out.Verdict != ActedOn && c.problems == "[]" || out.Verdict != AskedBack && c.problems != "[]" {
			t.Fatalf("%s, %q: %s, %d letters", c.by, c.text, out.Verdict, len(out.Letters))
		}
		got := []string{fmt.Sprint(out.Shelved), filed, strings.Replace(fmt.Sprint(out.Letters[0].Problems), " { paper-how}", "", 1)}
		if want := []string{c.shelved, c.filed, c.problems}; strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s, %q:\n%s\nwant\n%s", c.by, c.text, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// Nobody files paper whose mail proves nothing, or from outside.
func TestPaperWantsProof(t *testing.T) {
	w := atWork(t, coordination())
	r := w.reply("chen.jing", nil, Intent{Kind: IntentPaper, Comment: "20261127-PSC-PSM-01 3柜"})
	r.Proof = Weak
	known := []ArchiveEntry{{Number: "20261127-PSC-PSM-01", Series: "MT-S0-1"}}
	if out := FilePaper(w.layOut(PersonCase("chen.jing")), r, known, w.now); out.Verdict != ToBeProven || len(out.Shelved) > 0 {
		t.Errorf("%s: %v", out.Verdict, out.Shelved)
	}
	r = w.reply("kim", nil, Intent{Kind: IntentPaper, Comment: "20261127-PSC-PSM-01 3柜"})
	if out := FilePaper(w.layOut(PersonCase("kim")), r, known, w.now); len(out.Shelved) > 0 || out.Verdict == "" {
		t.Errorf("kim: %s %v", out.Verdict, out.Shelved)
	}
}
