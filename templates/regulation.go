package templates

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"text/template"

	"github.com/huiban/huiban/secretary"
)

// Chapter is a chapter of a printed regulation. One that has no articles is left out.
type Chapter struct {
	No       string    `json:"no"`    // 第一章
	Title    string    `json:"title"` // 总则
	Articles []Article `json:"articles"`
}

// Article is one article: paragraphs and points, in order.
type Article struct {
	No      string   `json:"no"`      // 第一条
	Lines   []string `json:"lines"`   // paragraphs; those that begin with "- " are points
	Clauses []string `json:"clauses"` // the clauses that it rests on: S0-12
	Keys    []string `json:"keys"`    // the keys of the policy that it words
	name    string
}

// RegulationChapters words the one regulation of a letter, chapter by chapter.
func RegulationChapters(l *secretary.Letter, o Options) ([]Chapter, error) {
	v, err := newView(l, o)
	if err != nil {
		return nil, fmt.Errorf("regulation: %w", err)
	}
	v.formal = true
	g, err := v.ofOne()
	if err != nil {
		return nil, err
	}
	return g.chapters()
}

// regulation is a policy being worded: the letter's view with the policy beside it.
type regulation struct {
	*view
	R *secretary.Regulation
	P *secretary.Policy
}

// regulate is the wording of one regulation of a letter.
func (v *view) regulate(r *secretary.Regulation) *regulation { return &regulation{v, r, r.Policy} }

// RegulationTitle names a regulation: 产销协调会管理办法.
func (v *view) RegulationTitle(r *secretary.Regulation) string {
	return v.W("regulation.title", v.T(r.Policy.Title))
}

// Name is the meeting's.
func (g *regulation) Name() string { return g.T(g.P.Title) }

// chapters words the whole of it.
func (g *regulation) chapters() ([]Chapter, error) {
	plan, err := plannedArticles()
	if err != nil {
		return nil, err
	}
	t, err := articleTexts(g.Lang)
	if err != nil {
		return nil, err
	}
	var out []Chapter
	n := 0
	for _, c := range plan {
		now := Chapter{Title: strings.TrimSpace(t.titles[c.name])}
		for _, a := range c.articles {
			lines, err := g.lines(t.texts, a.name)
			if err != nil {
				return nil, err
			}
			if len(lines) > 0 {
				n++
				now.Articles = append(now.Articles, Article{No: g.ordinal("article", n), Lines: lines, Clauses: g.resting(a.clauses), Keys: a.keys, name: a.name})
			}
		}
		if len(now.Articles) > 0 {
			now.No = g.ordinal("chapter", len(out)+1)
			out = append(out, now)
		}
	}
	return out, nil
}

// lines words one article; none where it says nothing under this policy.
func (g *regulation) lines(t *template.Template, name string) ([]string, error) {
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, name, g); err != nil {
		return nil, fmt.Errorf("article %s in %s: %w", name, g.Lang, err)
	}
	var out []string
	for _, l := range splitLines(b.String()) {
		out = append(out, g.tidied(strings.Join(strings.Fields(l), " ")))
	}
	return out, nil
}

// tidied is a line as it is printed: sentences begin with a capital in English, and no full stop stands twice.
func (g *regulation) tidied(l string) string {
	if g.Lang != secretary.English {
		return l
	}
	point, text := "", l
	if strings.HasPrefix(l, "- ") {
		point, text = "- ", l[2:]
	}
	return point + sentence.ReplaceAllStringFunc(text, strings.ToUpper)
}

// sentence finds the first letter of each.
var sentence = regexp.MustCompile(`^[a-z]|\. [a-z]`)

// ordinal numbers chapters and articles: 第十二条, Article 12.
func (g *regulation) ordinal(what string, n int) string {
	if g.Lang == secretary.English {
		return g.W("regulation."+what, fmt.Sprint(n))
	}
	return g.W("regulation."+what, numeral(n))
}

// numeral is a number below a hundred in Chinese.
func numeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch tens := n / 10; {
	case tens == 0:
		return digits[n]
	case tens == 1:
		return "十" + digits[n%10]
	default:
		return digits[tens] + "十" + digits[n%10]
	}
}

// resting are those of the clauses that belong to the regulations which the policy states; all where it names none, and
// always the matters that those leave open.
func (g *regulation) resting(clauses []string) []string {
	families := map[string]bool{}
	for _, c := range g.P.Clauses {
		family, _, _ := strings.Cut(c, "-")
		families[family] = true
	}
	out := []string{}
	for _, c := range clauses {
		family, _, _ := strings.Cut(c, "-")
		if len(families) == 0 || families[family] || family == "G" {
			out = append(out, c)
		}
	}
	return out
}

// From is the day from which the regulation is in force; "" where that is not known.
func (g *regulation) From() string {
	if g.R.From.IsZero() {
		return ""
	}
	return g.Day(secretary.DateOf(g.R.From.In(g.zone)))
}

// ofOne is the one regulation that a document is made of.
func (v *view) ofOne() (*regulation, error) {
	if len(v.Regulations) != 1 || v.Regulations[0].Policy == nil {
		return nil, errors.New("a regulation is printed alone")
	}
	return v.regulate(&v.Regulations[0]), nil
}

// RegulationText prints the one regulation of a letter for a terminal: chapters, articles, what is still open, and the letters
// of one meeting.
func RegulationText(l *secretary.Letter, o Options) (string, error) {
	v, err := newView(l, o)
	if err != nil {
		return "", fmt.Errorf("regulation: %w", err)
	}
	v.formal = true
	g, err := v.ofOne()
	if err != nil {
		return "", err
	}
	chapters, err := g.chapters()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(v.RegulationTitle(g.R) + "\n" + g.imprint() + "\n")
	for _, c := range chapters {
		b.WriteString("\n" + g.W("regulation.head", c.No, c.Title) + "\n")
		for _, a := range c.Articles {
			b.WriteString("\n" + g.plain(a))
		}
	}
	for _, part := range []string{g.openText(), g.exampleText(chapters)} {
		if part != "" {
			b.WriteString("\n" + part)
		}
	}
	return b.String(), nil
}

// plain is an article as lines of text, what it rests on in brackets.
func (g *regulation) plain(a Article) string {
	out := g.W("regulation.begins", a.No, a.Lines[0]) + "\n"
	for _, l := range a.Lines[1:] {
		out += "  " + l + "\n"
	}
	if s := g.basis(a); s != "" {
		out += "  [" + s + "]\n"
	}
	return out
}

// basis is the small print below an article: clauses and keys.
func (g *regulation) basis(a Article) string {
	return strings.Join(append(append([]string{}, a.Clauses...), a.Keys...), " ")
}

// imprint says of what meeting type and which version this is.
func (g *regulation) imprint() string {
	parts := []string{g.R.ID}
	if g.R.Version != "" {
		parts = []string{g.R.Version}
	}
	if company := g.T(g.o.Office.Company); company != "" {
		parts = append([]string{company}, parts...)
	}
	return strings.Join(parts, "  ")
}

// openText lists what the company has still to fill in; "" where that is nothing.
func (g *regulation) openText() string {
	list := g.open()
	if len(list) == 0 {
		return ""
	}
	return g.W("regulation.open") + "\n\n- " + strings.Join(list, "\n- ") + "\n"
}

// open names the keys that must be set before meetings are called.
func (g *regulation) open() []string {
	var out []string
	for _, key := range g.P.Lacks {
		out = append(out, g.W("state.at", g.Key(key), key))
	}
	return out
}

// exampleText is the annex of the letters, a line for each.
func (g *regulation) exampleText(chapters []Chapter) string {
	rows := g.exampleRows(chapters)
	if len(rows) == 0 {
		return ""
	}
	out := g.W("regulation.example") + "\n" + g.exampleNote() + "\n\n"
	for _, r := range rows {
		out += "- " + strings.Join(r[:len(r)-1], g.W("semicolon")) + " [" + r[len(r)-1] + "]\n"
	}
	return out
}

// exampleNote says which meeting the annex plays, and how.
func (g *regulation) exampleNote() string {
	x := g.R.Example
	shown := g.in(x)
	shown.formal = true
	note := g.W("regulation.played", shown.Slot(x.Start, x.End))
	if x.Due != "" {
		note += g.W("regulation.played.item", g.Day(x.Due))
	}
	return note
}
