package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// upkeeps are the duties that one wording serves, by Ref.
var upkeeps = []string{"feedback", "forwarded", "chores", "chores-late", "opinion", "standin", "role"}

// Upkeep reports whether the duty is about feedback, a regulation's upkeep or a role.
func (v *view) Upkeep() bool { return slices.Contains(upkeeps, v.Ref) }

// UpkeepTitle is the subject of such a duty.
func (v *view) UpkeepTitle() string {
	switch v.Ref {
	case "feedback", "forwarded":
		return v.Count(len(v.Feedback.Rows), "up.title."+v.Ref)
	case "chores":
		if len(v.Chores) == 1 {
			return v.W("up.title.chore", v.chore(v.Chores[0]))
		}
		return v.W("up.title.chores", len(v.Chores))
	case "standin":
		return v.W("up.title.standin", v.Name(v.Post.For), v.days())
	case "role":
		return v.W("up.title.role", v.T(v.Post.Title), v.roles(v.Post.Roles))
	}
	return v.W("up.title."+v.Ref, v.Who(*v.By))
}

// UpkeepLead says what is wanted.
func (v *view) UpkeepLead() markup {
	args := []any{v.You()}
	switch v.Ref {
	case "forwarded", "chores-late", "opinion":
		args = append(args, v.Who(*v.By))
	case "standin":
		args = append(args, v.Who(v.Post.For), v.days())
	case "role":
		args = append(args, v.T(v.Post.Title), v.roles(v.Post.Roles))
	}
	for i, a := range args {
		args[i] = page.Inline(a)
	}
	if v.Ref == "feedback" || v.Ref == "forwarded" || v.Ref == "chores" {
		args = append(args, string(v.Before()))
	}
	return markup(fmt.Sprintf(v.W("up.lead."+v.Ref), args...))
}

// days are those of an absence.
func (v *view) days() string {
	if v.Post.From == v.Post.Until {
		return v.PlainDay(v.Post.From)
	}
	return v.W("up.days", v.PlainDay(v.Post.From), v.PlainDay(v.Post.Until))
}

// roles joins the names of roles.
func (v *view) roles(list []string) string {
	var out []string
	for _, r := range list {
		out = append(out, v.W(r))
	}
	return v.List(out)
}

// RoleLines are the meetings that go with a role.
func (v *view) RoleLines() []line {
	var out []line
	for _, m := range v.Post.Meetings {
		title := v.T(m.Title)
		if r := v.roles(m.Roles); r != "" {
			title += v.W("paren", r)
		}
		out = append(out, line{v.Time(m.Start), title})
	}
	return out
}

// chore names a recurring duty with its meeting.
func (v *view) chore(c secretary.ChoreView) string {
	return v.T(c.Title) + v.W("colon") + v.Term("duty", c.Kind)
}

// ChoreTitle is the same, for a card.
func (v *view) ChoreTitle(c secretary.ChoreView) string { return v.chore(c) }

// ChoreTask says what the duty asks for.
func (v *view) ChoreTask(c secretary.ChoreView) string { return v.Term("up.task", c.Kind) }

// Fact is one thing to go by.
func (v *view) Fact(f secretary.ChoreFact) string {
	const most = 8
	list := f.List
	if f.What == "surveys" {
		list = slices.Clone(list)
		for i, s := range list {
			day, mean, _ := strings.Cut(s, " ")
			list[i] = v.PlainDay(secretary.Date(day)) + " " + mean
		}
	}
	s := v.List(list[:min(len(list), most)])
	if n := len(list) - most; n > 0 {
		s += v.W("up.more", n)
	}
	return v.Term("fact", f.What) + v.W("colon") + s
}

// FeedbackFrom says where a piece of feedback comes from, and how it is graded so far.
func (v *view) FeedbackFrom(r secretary.FeedbackRow) string {
	out := []string{v.T(r.Title), v.Term("class", r.Class), v.Day(r.Day)}
	if r.By != "" {
		out = append(out, r.By)
	}
	if s := v.T(r.Severity); s != "" {
		out = append(out, v.W("up.graded", s, v.T(r.Urgency)))
	}
	return strings.Join(out, " · ")
}

// Levels are the grades of feedback in words, the highest first.
func (v *view) Levels() []line {
	return []line{{v.W("up.severity"), v.Texts(v.Feedback.Severity)}, {v.W("up.urgency"), v.Texts(v.Feedback.Urgency)}}
}

// GradeExamples show how feedback is graded, in the policy's own levels.
func (v *view) GradeExamples() []string {
	at := func(list []secretary.Text, i int) string {
		if len(list) == 0 {
			return ""
		}
		return v.T(list[min(i, len(list)-1)])
	}
	s, u := v.Feedback.Severity, v.Feedback.Urgency
	out := []string{v.W("up.say.accept", at(s, 0), at(u, 0)), v.W("up.say.decline", at(s, 2), at(u, 2)), v.W("up.say.forward", at(s, 1), at(u, 1))}
	if slices.ContainsFunc(v.Feedback.Rows, func(r secretary.FeedbackRow) bool { return r.Class == "measure" }) {
		out = append(out, v.W("up.say.measure", at(s, 0), at(u, 0)))
	}
	return out
}

// forLine tells a stand-in for whom the letter is.
func (v *view) forLine() ([]page.Block, error) {
	if v.For == nil {
		return nil, nil
	}
	return page.Parse("~ " + v.W("up.for", page.Inline(v.Who(*v.For))))
}

// Guide says how a role is done by mail.
func (v *view) Guide() []string {
	lines := []string{v.W("up.guide.letters"), v.W("up.guide.orders"), v.W("up.guide.query")}
	if v.Ref == "standin" {
		lines = append(lines, v.W("up.guide.end"))
	}
	return lines
}

// whoKey tells the person who does something about feedback from one who comes to a meeting.
func whoKey(e secretary.EchoLine) string {
	if e.What == "feedback" && e.Status == "accepted" {
		return "with.owner"
	}
	if e.What == "feedback" {
		return "with.to"
	}
	return "with.delegate"
}

// choreEcho says what became of a recurring duty; its Text is the kind and the policy.
func (v *view) choreEcho(e secretary.EchoLine) string {
	kind, _, _ := strings.Cut(e.Text, ":")
	topic := v.W("with.text", v.Term("duty", kind))
	if e.Item != "" {
		topic = v.W("with.item.text", e.Item, v.Term("duty", kind))
	}
	out := []string{topic + v.echoed(e)}
	return strings.Join(append(out, v.details(e)...), v.W("then"))
}

// standInEcho says who stands in, and from when to when.
func (v *view) standInEcho(e secretary.EchoLine) string {
	if e.Date == "" {
		return v.echoed(e)
	}
	days := v.PlainDay(e.Date)
	if e.Until != e.Date {
		days = v.W("up.days", days, v.PlainDay(e.Until))
	}
	if e.Status == "ended" {
		return v.W("echo.stand_in.over", e.Delegate, days)
	}
	return v.W("echo.stand_in.for", days, e.Delegate)
}
