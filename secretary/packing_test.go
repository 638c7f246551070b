package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// packed plays the meeting of 27 November with a policy until its pack is out, the files handed in by 周强 and 李娜.
func packed(t *testing.T, change func(*Policy), files map[PersonID][]File) *world {
	t.Helper()
	p := coordination()
	p.Schedule.Until = "2026-11-27"
	p.Roster = append(p.Roster, RosterRule{Who: "kim"})
	p.Materials.Required = []MaterialRule{
		{From: "rep:production", Items: []Text{T("生产计划", "", "Production plan"), T("产能情况", "", "Capacity")}},
		{From: "rep:production", Items: []Text{T("公司介绍", "", "About us")}, Released: true},
		{From: "rep:sales", Items: []Text{T("销售数据", "", "Sales")}},
	}
	if change != nil {
		change(p)
	}
	w := newWorld(t, testDesk("2026-11-27", p), time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.until(time.Date(2026, 11, 20, 10, 0, 0, 0, cst))
	for _, who := range sortedKeys(files) {
		r := w.reply(who, w.last(who, MaterialsCall, 0))
		r.Files = files[who]
		w.mail(r)
	}
	w.until(time.Date(2026, 11, 26, 12, 0, 0, 0, cst))
	return w
}

func named(files []File) string {
	var out []string
	for _, f := range files {
		out = append(out, f.Name)
	}
	return strings.Join(out, " | ")
}

// S2-43, S2-44, S3-71: the pack is sent to the participants with its files in the order of the agenda, under names that say the
// item and the department; two of one name are told apart.
func TestPackFollowsTheAgenda(t *testing.T) {
	w := packed(t, nil, map[PersonID][]File{
		"zhou.qiang": {{Name: "产能.xlsx", Hash: "a"}, {Name: "生产计划.pdf", Hash: "b"}},
		"li.na":      {{Name: "销售数据.xlsx", Hash: "c"}, {Name: "销售数据v2.xlsx", Hash: "d"}},
	})
	if got, want := named(w.last("zhang.wei", Pack, 0).Files), "02 销售部 销售数据v2.xlsx | 03 生产部 产能.xlsx | 03 生产部 生产计划.pdf"; got != want {
		t.Errorf("the pack holds %s, want %s", got, want)
	}
	if m := w.Meetings["PSC-20261127"]; len(m.Materials[1].Received) != 2 {
		t.Errorf("the version that was replaced is not kept: %+v", m.Materials[1].Received)
	}
}

// S3-49, G-48: people outside get the released files in a letter of their own, and neither the pack nor its supplement; a
// file that answers both a released line and another is not released.
func TestOutsideGetsWhatIsReleased(t *testing.T) {
	w := packed(t, nil, map[PersonID][]File{"zhou.qiang": {{Name: "公司介绍.pdf", Hash: "a"}, {Name: "产能.xlsx", Hash: "b"}, {Name: "公司介绍和产能.pptx", Hash: "c"}}})
	if l := w.last("kim", Handout, 0); l == nil || named(l.Files) != "公司介绍.pdf" || len(l.Owed) > 0 {
		t.Fatalf("kim got %+v", l)
	}
	if w.last("kim", Pack, 0) != nil {
		t.Error("the pack went outside")
	}
	r := w.reply("zhou.qiang", w.last("zhou.qiang", MaterialsCall, 0))
	r.Files = []File{{Name: "产能补充.xlsx", Hash: "d"}}
	w.mail(r)
	before := len(w.letters)
	w.until(time.Date(2026, 11, 27, 8, 30, 0, 0, cst))
	for _, l := range w.letters[before:] {
		if l.To.ID == "kim" && l.Kind == Handout {
			t.Errorf("the supplement took %s outside", named(l.Files))
		}
	}
}

// S3-72: the convener's pack says how many copies to print: one for each who may come, and two more. Nobody else's does.
func TestCopiesToPrint(t *testing.T) {
	w := packed(t, func(p *Policy) { p.Materials.Paper = true }, nil)
	m := w.Meetings["PSC-20261127"]
	if l := w.last("chen.jing", Pack, 0); l.Copies != len(m.participants())+spareCopies {
		t.Errorf("%d copies for %d", l.Copies, len(m.participants()))
	}
	if l := w.last("li.na", Pack, 0); l.Copies != 0 {
		t.Errorf("李娜 is to print %d", l.Copies)
	}
}

// S3-68: what is too large for one mail goes in several; what is too large for any is named.
func TestLargePacksGoInParts(t *testing.T) {
	mega := func(name string, n int64) File { return File{Name: name, Hash: name, Size: n << 20} }
	w := packed(t, nil, map[PersonID][]File{"zhou.qiang": {mega("生产计划.pdf", 9), mega("产能.xlsx", 6), mega("公司介绍.mp4", 20)}, "li.na": {mega("销售数据.xlsx", 5)}})
	first, second := w.last("zhang.wei", Pack, 1), w.last("zhang.wei", Pack, 0)
	got := fmt.Sprintf("%d/%d %s; %d/%d %s; left %s", first.Part, first.Parts, named(first.Files), second.Part, second.Parts, named(second.Files), named(first.Left))
	want := "1/2 02 销售部 销售数据.xlsx | 03 生产部 生产计划.pdf; 2/2 03 生产部 产能.xlsx; left 03 生产部 公司介绍.mp4"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if len(second.Owed) > 0 {
		t.Error("the second mail repeats the register")
	}
}

// G-41: what is missing is named in the pack, line by line, and is a finding.
func TestPackNamesWhatIsMissing(t *testing.T) {
	w := packed(t, nil, map[PersonID][]File{"zhou.qiang": {{Name: "产能.xlsx", Hash: "a"}}})
	m := w.Meetings["PSC-20261127"]
	for _, o := range w.last("zhang.wei", Pack, 0).Owed {
		if o.ID == "zhou.qiang" && texts(o.Lacks) != "生产计划、公司介绍" || o.ID == "li.na" && texts(o.Lacks) != "销售数据" {
			t.Errorf("%s lacks %s", o.Name, texts(o.Lacks))
		}
	}
	n := 0
	for _, f := range m.Findings {
		if f.What == "materials-missing" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d findings: %+v", n, m.Findings)
	}
}

// S2-45: the newest version of each material is archived as one, also after a meeting that has no minutes.
func TestMaterialsAreArchived(t *testing.T) {
	w := packed(t, func(p *Policy) { p.Minutes.Required = "no" }, map[PersonID][]File{"li.na": {{Name: "销售数据.xlsx", Hash: "c"}, {Name: "销售数据v2.xlsx", Hash: "d"}}})
	w.until(time.Date(2026, 11, 27, 12, 0, 0, 0, cst))
	var got []string
	for _, e := range w.archive {
		got = append(got, e.Class+" "+e.Text)
	}
	if len(got) != 1 || got[0] != "material 销售数据v2.xlsx" {
		t.Errorf("archived %v", got)
	}
}
