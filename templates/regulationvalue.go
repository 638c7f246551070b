package templates

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// W is a word of regulations, else one that all letters share.
func (g *regulation) W(key string, args ...any) string {
	words, err := regulationWords()
	if t := words[key]; err == nil && t != nil {
		if len(args) == 0 {
			return t.In(g.Lang)
		}
		return fmt.Sprintf(t.In(g.Lang), args...)
	}
	return g.view.W(key, args...)
}

// Term words a stable word of a policy; a role in braces is called as the company calls it.
func (g *regulation) Term(group string, stable any) string {
	s := fmt.Sprint(stable)
	if w := g.W(group + "." + s); w != group+"."+s {
		return strings.ReplaceAll(w, "{convener}", g.L("convener"))
	}
	return s
}

// Terms words several.
func (g *regulation) Terms(group string, stable []string) string {
	var out []string
	for _, s := range stable {
		out = append(out, g.Term(group, s))
	}
	return g.And(out)
}

// And joins words: a、b和c, a, b and c.
func (g *regulation) And(words []string) string {
	if n := len(words); n > 1 {
		return g.List(words[:n-1]) + g.W("and") + words[n-1]
	}
	return g.List(words)
}

// Words joins texts that no language changes.
func (g *regulation) Words(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, hours.ReplaceAllString(w, "$1–$2"))
	}
	return g.And(out)
}

var hours = regexp.MustCompile(`^(\d\d:\d\d)-(\d\d:\d\d)$`)

// TextList joins texts.
func (g *regulation) TextList(ts []secretary.Text) string { return g.Texts(ts) }

// Key names a key of the policy file; the key itself where it has no name.
func (g *regulation) Key(key string) string {
	name := anyStep.ReplaceAllString(key, "")
	if w := g.W("key." + name); w != "key."+name {
		return w
	}
	return key
}

// Blank stands for what the company has still to fill in.
func (g *regulation) Blank(key string) string { return g.W("regulation.blank", g.Key(key)) }

// Or is s, or the blank of that key.
func (g *regulation) Or(s, key string) string {
	if s == "" {
		return g.Blank(key)
	}
	return s
}

// Sentence ends a text with a full stop.
func (g *regulation) Sentence(s string) string {
	s = strings.TrimSpace(s)
	stop := g.W("stop")
	if strings.HasSuffix(s, "】") || strings.HasSuffix(s, "]") || !strings.HasSuffix(s, stop) && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "。") {
		return s + stop
	}
	return s
}

// L is what the company calls a role (G-39).
func (g *regulation) L(role string) string {
	title := g.T(g.P.Labels[role])
	if title == "" || g.Lang != secretary.English {
		return cmp.Or(title, g.W("role."+role))
	}
	if title = small(title); strings.HasPrefix(g.W("role."+role), "the ") {
		title = "the " + title
	}
	return title
}

// small begins a title as it reads within a sentence; a name of capitals stays.
func small(s string) string {
	if first, rest, _ := strings.Cut(s, " "); first != strings.ToUpper(first) || len(first) == 1 {
		return strings.TrimSpace(strings.ToLower(first[:1]) + first[1:] + " " + rest)
	}
	return s
}

// Who names whom a policy means; "" reads as the blank of that key.
func (g *regulation) Who(r secretary.Ref, key string) string {
	if r == "" {
		return g.Blank(key)
	}
	kind, department, found := strings.Cut(string(r), ":")
	if !found {
		return g.one(r)
	}
	if department == "*" {
		return g.W("every." + kind)
	}
	var names []string
	for _, d := range g.R.People[r].Departments {
		names = append(names, g.T(d))
	}
	if len(names) == 0 {
		names = []string{g.Term("department", department)}
	}
	return g.W("of."+kind, g.And(names), g.post(kind))
}

// post is what the company calls the head or the representative of a department.
func (g *regulation) post(kind string) string {
	switch kind {
	case "head":
		return g.L("department_head")
	case "rep":
		return g.L("representative")
	}
	return ""
}

// roleWords are the names of roles that a policy may use for people, with the labels that they go by.
var roleWords = map[secretary.Ref]string{
	"convener": "convener", "organizer": "convener", "host": "host", "recorder": "recorder", "supervisor": "supervisor",
	"attendees": "participant", "participants": "participant", "superior": "superior", "head": "department_head",
}

// one names a role, or one person.
func (g *regulation) one(r secretary.Ref) string {
	if role := roleWords[r]; role != "" {
		return g.L(role)
	}
	if people := g.R.People[r].People; len(people) > 0 {
		return g.view.Name(people[0])
	}
	return string(r)
}

// Whos names several.
func (g *regulation) Whos(refs []secretary.Ref) string { return g.WhosOr(refs, "") }

// WhosOr names several; none reads as the blank of that key.
func (g *regulation) WhosOr(refs []secretary.Ref, key string) string {
	var out []string
	for _, r := range refs {
		if s := g.Who(r, key); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 && key != "" {
		return g.Blank(key)
	}
	return g.And(out)
}

// Keeper is who has a recurring duty: the convener where nobody is named.
func (g *regulation) Keeper(r secretary.Ref) string {
	if r == "" {
		return g.L("convener")
	}
	return g.Who(r, "")
}

// Concerned are the departments concerned.
func (g *regulation) Concerned() string {
	var out []string
	for _, c := range g.P.Concerned {
		if c == "*" {
			return g.W("departments.all")
		}
		names := g.R.People[secretary.Ref("all:"+c)].Departments
		if len(names) == 0 {
			names = g.R.People[secretary.Ref("rep:"+c)].Departments
		}
		if len(names) == 0 {
			names = g.R.People[secretary.Ref("head:"+c)].Departments
		}
		for _, n := range names {
			out = append(out, g.T(n))
		}
		if len(names) == 0 {
			out = append(out, g.Term("department", c))
		}
	}
	return g.And(out)
}

// Seat is one line of the roster.
func (g *regulation) Seat(r secretary.RosterRule) string {
	s := g.Who(r.Who, "roster")
	if r.OnDuty {
		s = g.W("state.at", s, g.W("on_duty"))
	}
	if part := g.T(r.Part); part != "" {
		s = g.W("state.at", s, part)
	}
	if r.Optional {
		s = g.W("state.at", s, g.L("optional"))
	}
	return s
}

// Owes says who owes what.
func (g *regulation) Owes(m secretary.MaterialRule) string {
	s := g.Who(m.From, "materials.required") + g.W("colon") + g.Texts(m.Items)
	var notes []string
	if m.Optional {
		notes = append(notes, g.W("owes.optional"))
	}
	if len(m.Headings) > 0 {
		notes = append(notes, g.W("owes.headings", g.Texts(m.Headings)))
	}
	if m.InMail {
		notes = append(notes, g.W("owes.in_mail"))
	}
	if m.Released {
		notes = append(notes, g.W("owes.released"))
	}
	if len(notes) > 0 {
		s = g.W("state.at", s, strings.Join(notes, g.W("semicolon")))
	}
	return s
}

// Item is one item of the agenda: number, title, who, how long, what for.
func (g *regulation) Item(i secretary.AgendaItem) string {
	s := strings.TrimSpace(i.No + " " + g.T(i.Title))
	var notes []string
	if len(i.Presenters) > 0 {
		notes = append(notes, g.Whos(i.Presenters))
	}
	if i.Minutes > 0 {
		notes = append(notes, g.W("minutes.n", i.Minutes))
	}
	if i.Purpose != "" {
		notes = append(notes, g.Term("aim", i.Purpose))
	}
	if i.Internal {
		notes = append(notes, g.W("item.internal"))
	}
	if len(notes) > 0 {
		s = g.W("state.at", s, strings.Join(notes, g.W("semicolon")))
	}
	if note := g.T(i.Note); note != "" {
		s += g.W("colon") + note
	}
	return s
}

// HasMinutes reports whether the meeting has minutes.
func (g *regulation) HasMinutes() bool { return g.P.Minutes.Required != "no" }

// Confirmed reports whether anybody confirms them.
func (g *regulation) Confirmed() bool {
	return g.HasMinutes() && g.P.Minutes.Confirmers != "none" && g.P.Minutes.Confirmers != ""
}

// Surveyed reports whether the meeting is evaluated.
func (g *regulation) Surveyed() bool { return g.P.Survey.Cycle != "off" && g.P.Survey.Cycle != "" }

// Surveys says after which meetings it is.
func (g *regulation) Surveys() string {
	if _, n, found := strings.Cut(g.P.Survey.Cycle, "every "); found {
		return g.W("survey.every", n)
	}
	return g.W("survey.each")
}

// Number words the parts of an archive number, in their order.
func (g *regulation) Number() string {
	var out []string
	for _, part := range placeholder.FindAllString(g.P.Archive.NumberFormat, -1) {
		out = append(out, g.Term("number", strings.Trim(part, "{}")))
	}
	return g.And(out)
}

// sortedRoles lists the roles that have a title, in order.
func sortedRoles(m map[string]secretary.Text) []string { return slices.Sorted(maps.Keys(m)) }
