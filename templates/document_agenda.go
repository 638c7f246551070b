package templates

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// agendaDoc is the agenda as a Word document: who takes up what, for how long, from when, and what is to be brought.
func (v *view) agendaDoc() ([]byte, error) {
	doc := v.open(secretary.AgendaDoc)
	doc.Table(v.facts([]string{v.W("purpose"), v.T(v.Meeting.Purpose)}, []string{v.W("id"), string(v.Meeting.ID)}))
	doc.Heading(v.W("agenda"))
	doc.Table(v.agendaTable())
	if len(v.Meeting.Questions) > 0 {
		doc.Heading(v.W("questions"))
		for _, q := range v.Meeting.Questions {
			doc.Bullet(v.Asked(q))
		}
	}
	if owed := v.owedTable(); len(owed.Rows) > 0 {
		doc.Heading(v.W("owed"))
		doc.Table(owed)
	}
	doc.Heading(v.W("participants"))
	doc.Table(v.rosterTable())
	if len(v.Meeting.Requirements) > 0 {
		doc.Heading(v.W("requirements"))
		for _, r := range v.Meeting.Requirements {
			doc.Bullet(v.T(r))
		}
	}
	if v.Meeting.Confidential {
		doc.Note(v.W("confidential"))
	}
	return doc.Bytes()
}

func (v *view) agendaTable() docx.Table {
	t := docx.Table{Widths: []int{10, 8, 46, 24, 12}, Head: []string{v.W("start"), v.W("no"), v.W("topic"), v.W("presenter"), v.W("minutes")}}
	for _, a := range v.Meeting.Agenda {
		length := ""
		if a.Minutes > 0 {
			length = v.W("minutes.n", a.Minutes)
		}
		t.Rows = append(t.Rows, []string{v.Clock(a.Start), a.No, v.topic(a), v.Presenters(a), length})
	}
	return t
}

// topic is an agenda item's title, with its note on a line of its own.
func (v *view) topic(a secretary.AgendaView) string {
	title := v.T(a.Title)
	if a.Purpose != "" {
		title = v.W("state.at", title, v.Term("aim", a.Purpose))
	}
	return strings.TrimSpace(title + "\n" + v.T(a.Note))
}

// owedTable lists what is to be brought: what the letter says is owed, else what the agenda items ask for.
func (v *view) owedTable() docx.Table {
	t := docx.Table{Widths: []int{24, 24, 52}, Head: []string{v.W("participant"), v.W("department"), v.W("owed")}}
	for _, o := range v.Owed {
		t.Rows = append(t.Rows, []string{v.Name(o.Party), v.T(o.Department), v.Texts(o.Titles)})
	}
	if len(v.Owed) > 0 {
		return t
	}
	said := map[string]bool{}
	for _, a := range v.Meeting.Agenda {
		if who, fresh := v.unsaid(a, said); len(fresh) > 0 {
			t.Rows = append(t.Rows, append(v.bringers(who), v.List(fresh)))
		}
	}
	return t
}

// unsaid are the materials of an item that somebody brings of whom said does not tell it yet, and who does: one who presents
// several items brings them once, two who bring a paper of the same name bring two.
func (v *view) unsaid(a secretary.AgendaView, said map[string]bool) (who []secretary.Party, fresh []string) {
	for _, t := range a.Materials {
		title, anew := v.T(t), len(a.Presenters) == 0
		for _, p := range a.Presenters {
			if key := v.Name(p) + "\n" + title; !said[key] {
				said[key], anew = true, true
				who = append(who, p)
			}
		}
		if anew {
			fresh = append(fresh, title)
		}
	}
	return who, fresh
}

// bringers are the names of those who bring materials for one item, and their departments.
func (v *view) bringers(ps []secretary.Party) []string {
	var names, depts []string
	for _, p := range ps {
		if n := v.Name(p); !slices.Contains(names, n) {
			names = append(names, n)
		}
		if d := v.dept(p); !slices.Contains(depts, d) {
			depts = append(depts, d)
		}
	}
	return []string{v.List(names), v.List(depts)}
}

func (v *view) rosterTable() docx.Table {
	t := docx.Table{Widths: []int{30, 70}, Head: []string{v.W("department"), v.W("participants")}}
	for _, r := range v.Roster() {
		t.Rows = append(t.Rows, []string{r.Label, r.Text})
	}
	return t
}
