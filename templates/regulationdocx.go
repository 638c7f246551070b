package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/docx"
)

// regulationDoc is a regulation as a Word document: chapters and articles, and as annexes what is still open, who holds the
// posts, and the letters of one meeting.
func (v *view) regulationDoc() ([]byte, error) {
	g, err := v.ofOne()
	if err != nil {
		return nil, err
	}
	chapters, err := g.chapters()
	if err != nil {
		return nil, err
	}
	title := v.RegulationTitle(g.R)
	doc := docx.New(docx.Meta{
		Title: title, Author: v.masthead(), Lang: string(v.Lang), Created: g.R.From,
		Footer: [3]string(strings.Split(v.W("page.of"), "%s")), Note: title,
	})
	doc.Title(title)
	doc.Subtitle(g.imprint())
	for _, c := range chapters {
		doc.Heading(g.W("regulation.head", c.No, c.Title))
		for _, a := range c.Articles {
			g.writeArticle(doc, a)
		}
	}
	g.writeAnnexes(doc, chapters)
	return doc.Bytes()
}

// writeArticle writes an article: its number in bold, its points below, and what it rests on in small print.
func (g *regulation) writeArticle(doc *docx.Document, a Article) {
	gap := "　"
	if g.Lang == secretary.English {
		gap = ". "
	}
	doc.Label(a.No+gap, a.Lines[0])
	for _, l := range a.Lines[1:] {
		if point, isPoint := strings.CutPrefix(l, "- "); isPoint {
			doc.Bullet(point)
		} else {
			doc.Para(l)
		}
	}
	var small []string
	if len(a.Clauses) > 0 {
		small = append(small, g.W("regulation.basis", strings.Join(a.Clauses, g.W("comma"))))
	}
	if len(a.Keys) > 0 {
		small = append(small, g.W("regulation.keys", strings.Join(a.Keys, g.W("comma"))))
	}
	if len(small) > 0 {
		doc.Note(strings.Join(small, "　"))
	}
}

func (g *regulation) writeAnnexes(doc *docx.Document, chapters []Chapter) {
	n := 0
	annex := func(title string) {
		n++
		no := numeral(n)
		if g.Lang == secretary.English {
			no = fmt.Sprint(n)
		}
		doc.Heading(g.W("regulation.annex", no, title))
	}
	if list := g.open(); len(list) > 0 {
		annex(g.W("regulation.open.title"))
		doc.Para(g.W("regulation.open.note"))
		for _, l := range list {
			doc.Bullet(l)
		}
	}
	if rows := g.holders(); len(rows) > 0 {
		annex(g.W("regulation.holders"))
		doc.Table(docx.Table{Widths: []int{50, 50}, Head: []string{g.W("regulation.post"), g.W("regulation.held")}, Rows: rows})
	}
	if rows := g.exampleRows(chapters); len(rows) > 0 {
		annex(g.W("regulation.example.title"))
		doc.Para(g.exampleNote())
		doc.Table(docx.Table{Widths: []int{24, 18, 18, 26, 14}, Rows: rows,
			Head: []string{g.W("regulation.time"), g.W("regulation.relative"), g.W("regulation.letter"), g.W("regulation.to"), g.W("regulation.why")}})
	}
}

// holders tells who is meant at present by whom the regulation names by a post, as far as the office knows.
func (g *regulation) holders() [][]string {
	var out [][]string
	var refs []secretary.Ref
	for r := range g.R.People {
		refs = append(refs, r)
	}
	slices.Sort(refs)
	for _, r := range refs {
		_, department, found := strings.Cut(string(r), ":")
		if people := g.R.People[r].People; found && department != "*" && len(people) > 0 && !strings.HasPrefix(string(r), "all:") {
			out = append(out, []string{g.tidied(g.Who(r, "")), g.People(people)})
		}
	}
	return out
}

// several is from how many people on not each is named.
const several = 4

// People names people; of many the first and their number.
func (g *regulation) People(ps []secretary.Party) string {
	var out []string
	for _, p := range ps {
		if name := g.party(p); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(out) > several {
		if g.Lang == secretary.English {
			return g.W("regulation.several", g.List(out[:1]), len(out)-1)
		}
		return g.W("regulation.several", out[0], len(out))
	}
	return g.List(out)
}

// party is a person's name; somebody who only plays a post is called by it.
func (g *regulation) party(p secretary.Party) string {
	ref := secretary.Ref(p.ID)
	if _, _, isPost := strings.Cut(string(ref), ":"); isPost || roleWords[ref] != "" {
		return g.Who(ref, "")
	}
	return g.Who1(p)
}

// Who1 is a person with title.
func (g *regulation) Who1(p secretary.Party) string { return g.view.Who(p) }

// articleOf tells which article brings a letter about.
var articleOf = map[string]string{
	"approval": "application", "approval.verify": "verify", "approval.extend": "extend", "approval.leave": "leave", "approval.decisions": "verify",
	"invitation": "lead", "update": "lead", "reminder": "reply", "reminder.silent": "reply", "agenda-call": "call", "materials-call": "materials",
	"materials-reminder": "cutoff", "pack": "cutoff", "run-sheet": "host", "minutes-call": "draft", "minutes-review": "review", "minutes-confirm": "confirm",
	"minutes-publish": "publish", "report-up": "up", "action": "progress", "overdue": "overdue", "escalation": "escalation", "escalation.minutes": "draft",
	"escalation.review": "review", "escalation.confirm": "confirm", "weekly-summary": "summary", "survey": "survey", "survey-result": "survey",
}

// exampleRows words the letters of the example: when, counted how, which, to whom, by which article.
func (g *regulation) exampleRows(chapters []Chapter) [][]string {
	x := g.R.Example
	if x == nil {
		return nil
	}
	number := map[string]string{}
	for _, c := range chapters {
		for _, a := range c.Articles {
			number[a.name] = a.No
		}
	}
	var out [][]string
	for _, l := range x.Letters {
		name := articleOf[string(l.Letter)+"."+l.Ref]
		if name == "" {
			name = articleOf[string(l.Letter)]
		}
		out = append(out, []string{g.in(x).Time(l.At), g.counted1(x, l), g.letterName(l), g.People(l.To), number[name]})
	}
	return out
}
