package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// replyBody is the answer that a choice's button of this letter fills in.
func (v *view) replyBody(c secretary.Choice) string {
	if c.Verb == "apply" {
		return v.applyForm()
	}
	return ReplyBody(c, v.Lang)
}

// asked are the fields that the form of a letter has: what is missing, else all that one fills in.
func (v *view) asked() []string {
	if v.RefIs("missing") {
		var out []string
		for _, p := range v.Problems {
			out = append(out, p.No)
		}
		for _, o := range v.Orders {
			if f := v.faultyField(o); !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
		return out
	}
	all := []string{"type", "topic", "purpose", "when", "place", "people", "agenda", "importance", "reason"}
	if v.Applied == nil || v.RefIs("form") {
		return all
	}
	return []string{"type", "topic", "when", "place", "people"} // the rest is in the letter that is answered
}

// faultyField is the field that something unread belongs to.
func (v *view) faultyField(o secretary.OrderView) string {
	switch o.Problem {
	case "no-date", "past", "bad-end":
		return "when"
	case "no-type", "no-such-type":
		return "type"
	case "no-meeting":
		return "continues"
	}
	return "people"
}

// longestTopic is how much of a topic fits into a button.
const longestTopic = 30

// applyForm is the application form as a button fills it in, with what is known.
func (v *view) applyForm() string {
	out := []string{v.W("form.head")}
	for _, f := range v.asked() {
		value := v.filledIn(f)
		if f == "topic" && len([]rune(value)) > longestTopic || f == "when" && v.RefIs("missing") || f == "people" && v.RefIs("missing") {
			if value = ""; f == "topic" {
				continue
			}
		}
		out = append(out, v.W("form."+f)+v.W("colon")+value)
	}
	if v.Applied != nil && v.Applied.Continues != "" && !v.RefIs("missing") {
		out = append(out, v.W("form.continues")+v.W("colon")+string(v.Applied.Continues))
	}
	return strings.Join(out, "\n")
}

// ApplyLines are the lines to fill in, where a letter asks for that.
func (v *view) ApplyLines() []string {
	if !v.RefIs("form") && !v.RefIs("missing") {
		return nil
	}
	return strings.Split(v.applyForm(), "\n")
}

// filledIn is what is known of a field, as the parser reads it.
func (v *view) filledIn(field string) string {
	a := v.Applied
	if a == nil {
		return ""
	}
	switch field {
	case "type":
		return a.Code
	case "topic":
		return a.Topic
	case "when":
		if a.Start.IsZero() {
			return ""
		}
		return a.Start.In(v.zone).Format("2006-01-02 15:04") + "-" + a.End.In(v.zone).Format("15:04")
	case "place":
		return a.Place
	case "people":
		return v.plainNames(a.People)
	}
	return ""
}

// plainNames lists people by their names alone; those outside with their addresses.
func (v *view) plainNames(all []secretary.Party) string {
	var out []string
	for _, p := range all {
		name := v.Name(p)
		if p.External && name != p.Email {
			name = fmt.Sprintf("%s <%s>", name, p.Email)
		}
		out = append(out, name)
	}
	return strings.Join(out, v.W("comma"))
}

// AppliedFacts lists what an application says, field by field.
func (v *view) AppliedFacts() []line {
	a := v.Applied
	if a == nil {
		return nil
	}
	var out []line
	say := func(field, text string) {
		if strings.TrimSpace(text) != "" {
			out = append(out, line{v.W("form." + field), text})
		}
	}
	say("type", v.T(a.Type))
	if !same(a.By, v.To) {
		say("by", v.from(a.By))
	}
	if a.Topic != a.Problem {
		say("topic", a.Topic)
	}
	say("purpose", a.Purpose)
	say("problem", a.Problem)
	if !a.Start.IsZero() {
		say("when", v.slotOrStart(a))
	}
	say("place", a.Place)
	say("people", v.marked(a.People))
	say("agenda", v.numbered(a.Agenda))
	say("questions", v.numbered(a.Questions))
	say("importance", v.weight(a))
	say("reason", a.Reason)
	var days []string
	for _, m := range a.Milestones {
		days = append(days, v.Day(m.Day)+" "+m.What)
	}
	say("milestones", v.List(days))
	say("continues", string(a.Continues))
	return out
}

func (v *view) slotOrStart(a *secretary.AppliedView) string {
	if !a.End.After(a.Start) {
		return v.Time(a.Start)
	}
	return v.Slot(a.Start, a.End)
}

// from is a person with the department.
func (v *view) from(p secretary.Party) string {
	if dep := v.T(p.Department); dep != "" {
		return v.W("state.at", v.Who(p), dep)
	}
	return v.Who(p)
}

// marked lists people, each with the department where it is not the proposer's, and those outside marked.
func (v *view) marked(all []secretary.Party) string {
	var out []string
	for _, p := range all {
		switch {
		case p.External:
			out = append(out, v.W("state.at", v.Who(p), v.W("outside")))
		case v.T(p.Department) != v.T(v.Applied.By.Department):
			out = append(out, v.from(p))
		default:
			out = append(out, v.Who(p))
		}
	}
	return v.List(out)
}

func (v *view) numbered(lines []string) string {
	if len(lines) == 1 {
		return lines[0]
	}
	var out []string
	for n, l := range lines {
		out = append(out, fmt.Sprintf("%d. %s", n+1, l))
	}
	return strings.Join(out, v.W("semicolon"))
}

func (v *view) weight(a *secretary.AppliedView) string {
	var out []string
	if a.Importance != "" {
		out = append(out, v.W("weight."+a.Importance))
	}
	if a.Urgent {
		out = append(out, v.W("weight.urgent"))
	}
	return v.List(out)
}

// AppliedSteps are the levels that have looked at an application.
func (v *view) AppliedSteps() []line {
	if v.Applied == nil {
		return nil
	}
	var out []line
	for _, s := range v.Applied.Steps {
		text := v.Term("step", s.State)
		if s.Comment != "" && bare(s.Comment) != "" {
			text += v.W("then") + bare(s.Comment)
		}
		who := v.Who(s.Who)
		if who == "" {
			who = v.W("step.level")
		}
		if s.State != "asked" || !same(s.Who, v.To) {
			out = append(out, line{who, text})
		}
	}
	return out
}

// AppliedNotes are what else is to be known of an application.
func (v *view) AppliedNotes() []string {
	if v.Applied == nil {
		return nil
	}
	var out []string
	for _, n := range v.Applied.Notes {
		key := "applied." + n
		if w := v.W(key + "." + string(v.Kind)); w != key+"."+string(v.Kind) {
			key += "." + string(v.Kind)
		}
		out = append(out, v.W(key))
	}
	return out
}

// AppliedLiaisons are the work liaison forms of a meeting.
func (v *view) AppliedLiaisons() []line {
	if v.Applied == nil {
		return nil
	}
	var out []line
	for _, l := range v.Applied.Liaisons {
		text := v.Names(l.People) + v.W("then") + v.Term("liaison", l.State)
		if l.Comment != "" {
			text += v.W("then") + bare(l.Comment)
		}
		out = append(out, line{v.W("state.at", v.T(l.Department), l.No), text})
	}
	return out
}

// Liaison is the form that a letter is about.
func (v *view) Liaison() secretary.LiaisonView {
	if v.Applied == nil || len(v.Applied.Liaisons) == 0 {
		return secretary.LiaisonView{}
	}
	return v.Applied.Liaisons[0]
}

// Checklist is what there is to prepare, in words (S3-64).
func (v *view) Checklist() []string {
	if v.Applied == nil {
		return nil
	}
	var out []string
	for _, c := range v.Applied.Checklist {
		switch c {
		case "notice":
			out = append(out, v.W("prepare.notice", v.Time(v.Applied.NoticeAt)))
		case "venue":
			out = append(out, v.W("prepare.venue", v.Applied.Place))
		default:
			out = append(out, v.W("prepare."+c))
		}
	}
	return out
}

// Faults are what could not be read of an application or an approver's answer, with who may have been meant.
func (v *view) Faults() []line {
	var out []line
	for _, o := range v.Orders {
		label := o.Line
		if label == "" {
			label = o.Name
		}
		o.Name = ""
		out = append(out, line{label, v.unread(o)})
	}
	return out
}

// Lacking are the names of the fields that are missing.
func (v *view) Lacking() []string {
	var out []string
	for _, p := range v.Problems {
		if p.Code == "missing" {
			out = append(out, v.W("form."+p.No))
		}
	}
	return out
}

// AppliedTitle is what an application is about, for a subject.
func (v *view) AppliedTitle() string {
	switch {
	case v.Meeting != nil && !v.RefIs("next"):
		return v.Title()
	case v.Applied != nil && v.Applied.Topic != "":
		return v.Clip(v.Applied.Topic)
	}
	return v.W("form.head")
}

// Types are the types of meeting to choose from, by code.
func (v *view) Types() []line {
	if v.Applied == nil {
		return nil
	}
	var out []line
	for _, c := range v.Applied.Types {
		out = append(out, line{c.Item, c.Arg})
	}
	return out
}
