package secretary

import (
	"fmt"
	"slices"
)

// hands puts files of all sorts and words for figures into a mail, or an answer about files.
func (g *game) hands(r *Reply) {
	for range g.die(3) {
		r.Files = append(r.Files, File{Name: pick(g, "生产计划.xlsx", "产能v2.xlsx", "IMG_1.jpg", "销售部资料.pptx", "介绍.pdf"), Hash: fmt.Sprint("h", g.die(9)),
			Size: int64(g.die(3)) * 9 << 20, Flaw: pick[Flaw](g, "", "", "", "", EmptyFile, BrokenFile, LockedFile, WrongFile)})
	}
	switch g.die(4) {
	case 0:
		r.Text = pick(g, "附上生产计划", "成交：3\n来访：12", "1. 3套")
	case 1:
		r.Intents = []Intent{{Kind: IntentMaterial, Item: pick(g, "*", "1", "2", "7"), Status: pick(g, "", "as_is")}}
	}
}

// owing has people of several departments owe files and words, some of them for people outside.
func (g *game) owing(p *Policy) {
	if g.die(2) == 0 {
		return
	}
	some := MaterialRule{From: "rep:production", Items: []Text{T("生产计划", "", ""), T("产能", "", "")}}
	shown := MaterialRule{From: pick[Ref](g, "rep:production", "rep:sales"), Items: []Text{T("介绍", "", "")}, Released: true}
	figures := MaterialRule{From: "rep:sales", Items: []Text{T("成交", "", ""), T("来访", "", "")}, InMail: true, Optional: g.die(2) == 0}
	p.Materials.Required = []MaterialRule{some, shown, figures}
	p.Materials.Paper = g.die(2) == 0
}

// checkOutside: whoever is outside gets letters that may go there, with files that are released, and sees nothing that is
// internal (S3-49, G-48).
func (w *world) checkOutside(l Letter) {
	var outsiders []Party
	for _, p := range append(slices.Clone(l.Cc), l.To) {
		if who := w.Directory.Person(p.ID); who == nil || w.external(who) {
			outsiders = append(outsiders, p)
		}
	}
	if len(outsiders) == 0 {
		return
	}
	to := outsiders[0].Email
	if !slices.Contains(outside, l.Kind) {
		w.t.Fatalf("internal letter %s to %s outside", l.Key, to)
	}
	if len(l.Silent) > 0 || len(l.Items) > 0 || l.Minutes != nil || l.Summary != nil || l.Query != nil || len(l.Clashes) > 0 {
		w.t.Fatalf("letter %s shows %s outside what is internal", l.Key, to)
	}
	for _, o := range l.Owed {
		if !slices.ContainsFunc(outsiders, func(p Party) bool { return p.ID == o.ID }) {
			w.t.Fatalf("letter %s shows %s what %s owes", l.Key, to, o.Name)
		}
	}
	for _, d := range l.Documents {
		if d != AgendaDoc && d != MaterialsForm {
			w.t.Fatalf("letter %s takes %s outside to %s", l.Key, d, to)
		}
	}
	m := w.Meetings[meetingOf(l.Case)]
	for _, f := range l.Files {
		if m == nil || !m.shows(f.Hash) {
			w.t.Fatalf("letter %s takes %s outside to %s, which nobody released", l.Key, f.Name, to)
		}
	}
}

// shows reports whether a file of that content is released.
func (m *Meeting) shows(hash string) bool {
	for i := range m.Materials {
		for _, r := range m.Materials[i].Received {
			if r.Hash == hash && m.Materials[i].released(&r) {
				return true
			}
		}
	}
	return false
}
