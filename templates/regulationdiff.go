package templates

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Amendment is one value of a policy that is changed, in words.
type Amendment struct {
	Key  string `json:"key"`  // notice.lead
	Name string `json:"name"` // 通知期限
	Old  string `json:"old"`  // in words; that it had none is said in words too
	New  string `json:"new"`
}

// Amendments words what a regulation of a letter changes, key by key in the order of the file. None where it is shown by
// itself.
func (v *view) Amendments(r secretary.Regulation) []Amendment {
	if r.Was == nil || r.Policy == nil {
		return nil
	}
	is := v.regulate(&r)
	was := &regulation{v, &r, r.Was}
	var out []Amendment
	for _, d := range secretary.Differences(r.Was, r.Policy) {
		out = append(out, Amendment{d.Key, is.Key(d.Key), was.value(d.Key, d.Old), is.value(d.Key, d.New)})
	}
	return out
}

// RegulationAmendments words what the one regulation of a letter changes.
func RegulationAmendments(l *secretary.Letter, o Options) ([]Amendment, error) {
	v, err := newView(l, o)
	if err != nil {
		return nil, fmt.Errorf("regulation: %w", err)
	}
	v.formal = true
	if _, err := v.ofOne(); err != nil {
		return nil, err
	}
	return v.Amendments(l.Regulations[0]), nil
}

// groups are the words by which the values of a key are told.
var groups = map[string]string{
	"schedule.workdays": "workdays", "holiday.shift": "shift", "conflict.rule": "clash", "mode": "mode", "importance": "importance", "complexity": "complexity",
	"notice.series": "series", "notice.fields": "field", "agenda.execution_report": "execution", "leave.delegate": "delegate", "leave.delegate_from": "standin", "attendance.categories": "state",
	"minutes.required": "required", "minutes.deadline_event": "step", "minutes.fields": "part", "minutes.confirmers": "confirmers", "minutes.on_silence": "silence", "up.mode": "up",
	"actions.fields": "need", "actions.active_on": "active", "progress.fields": "report", "archive.number_department": "role", "archive.confidentiality": "secrecy",
}

// value words a value of a key, with its type where the key alone does not tell.
func (g *regulation) value(key string, x any) string {
	name := anyStep.ReplaceAllString(key, "")
	switch x := x.(type) {
	case nil:
		return g.W("value.none")
	case bool:
		return g.W(map[bool]string{true: "yes", false: "no"}[x])
	case string:
		return g.wordOf(name, x)
	case []string:
		var out []string
		for _, s := range x {
			out = append(out, g.wordOf(name, s))
		}
		return g.And(out)
	case secretary.Date:
		return g.Day(x)
	case secretary.Text:
		return g.T(x)
	case []secretary.Text:
		return listed(x, func(t secretary.Text) string { return strings.TrimRight(g.T(t), "。.") }, g.W("semicolon"))
	case map[string]secretary.Text:
		return g.titles(x)
	case secretary.Ref:
		return g.Who(x, key)
	case []secretary.Ref:
		return g.Whos(x)
	}
	return g.timed(name, x)
}

// timed words lengths of time and moments, and the entries of lists.
func (g *regulation) timed(name string, x any) string {
	switch x := x.(type) {
	case secretary.Span:
		return g.Span(x)
	case secretary.Moment:
		return g.Spans([]secretary.Moment{x})
	case []secretary.Span, []secretary.Moment:
		return cmp.Or(g.Spans(x), g.W("value.none"))
	case secretary.AgendaItem:
		return g.Item(x)
	case secretary.RosterRule:
		return g.Seat(x)
	case secretary.MaterialRule:
		return g.Owes(x)
	case secretary.EscalationStep:
		return strings.TrimSpace(g.W("step.after", g.Span(x.After), g.Who(x.To, name)) + " " + x.Tone)
	case []secretary.AgendaItem:
		return listed(x, g.Item, g.W("semicolon"))
	case []secretary.RosterRule:
		return listed(x, g.Seat, g.W("semicolon"))
	case []secretary.MaterialRule:
		return listed(x, g.Owes, g.W("semicolon"))
	}
	return fmt.Sprint(x)
}

func listed[T any](list []T, say func(T) string, between string) string {
	var out []string
	for _, x := range list {
		out = append(out, say(x))
	}
	return strings.Join(out, between)
}

// wordOf words one of the words that a key takes; a text of another kind as it stands.
func (g *regulation) wordOf(name, s string) string {
	switch name {
	case "schedule.rrule":
		return g.Rule()
	case "summary.schedule":
		return g.Weekly(s)
	case "survey.cycle":
		if s == "off" {
			return g.W("off")
		}
		return strings.TrimRight(g.Surveys(), ", ")
	case "concerned":
		return g.Term("department", s)
	case "hours.avoid":
		return g.Words([]string{s})
	case "archive.number_department":
		return g.L(s)
	}
	if group := groups[name]; group != "" {
		return g.Term(group, s)
	}
	return s
}

// titles words the company's own titles of roles.
func (g *regulation) titles(m map[string]secretary.Text) string {
	var out []string
	for _, role := range sortedRoles(m) {
		out = append(out, g.W("role."+role)+g.W("colon")+g.T(m[role]))
	}
	return strings.Join(out, g.W("semicolon"))
}
