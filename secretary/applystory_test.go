package secretary

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// setApplication sets a parameter of meetings that are applied for. It reports false where it knows none of that name.
func setApplication(t *testing.T, p *Policy, k, v string) bool {
	switch k {
	case "adhoc": // nothing but what an application gives
		p.Schedule = Schedule{AdHoc: true}
		p.Roster, p.Agenda.Items, p.Materials, p.Place, p.Notice.Chase = nil, nil, MaterialsRule{}, nil, nil
		p.Notice.Lead, p.Notice.Reminders = in(1, CalendarDays), []Moment{in(1, Hours)}
		p.Duration.Planned = Span{1, Hours}
	case "application.approvers":
		p.Application.Required = true
		for _, r := range strings.Fields(v) {
			p.Application.Approvers = append(p.Application.Approvers, Ref(r))
		}
	case "application.required":
		p.Application.Required = v == "true"
	case "liaison.required":
		p.Liaison.Required = v == "true"
	case "importance":
		p.Importance = v
	case "complexity":
		p.Complexity = v
	case "kind":
		p.Kind = v
	case "title":
		p.Title = T(v, v, v)
	case "notice.exempt":
		p.Notice.Exempt = v == "true"
	case "minutes.required":
		p.Minutes.Required = v
	case "notice.lead":
		if err := p.Notice.Lead.UnmarshalText([]byte(v)); err != nil {
			t.Fatal(err)
		}
	default:
		return false
	}
	return true
}

// writeApplication adds one line about an application to the mail:
//
//	apply topic 文字 · apply time 2026-12-03 14:00-15:30 · apply people 王敏 李伟 · apply urgent · apply · roster +王敏 -李伟 · roster =王敏 · refer 文字 · solved
func writeApplication(t *testing.T, r *Reply, verb, arg string) bool {
	switch verb {
	case "apply":
		n := slices.IndexFunc(r.Intents, isApply)
		if n < 0 {
			r.Intents = append(r.Intents, Intent{Kind: IntentApply, Apply: &Applied{Blank: arg == ""}})
			n = len(r.Intents) - 1
		}
		fillIn(t, r.Intents[n].Apply, arg)
	case "roster":
		e := &RosterEdit{}
		for _, w := range strings.Fields(arg) {
			switch name := w[1:]; w[0] {
			case '+':
				e.Add = append(e.Add, name)
			case '-':
				e.Remove = append(e.Remove, name)
			case '=':
				e.Only, e.Add = true, append(e.Add, name)
			}
		}
		r.Intents = append(r.Intents, Intent{Kind: IntentRoster, Roster: e})
	case "refer":
		r.Intents = append(r.Intents, Intent{Kind: IntentRefer, Comment: arg})
	case "solved":
		r.Intents = append(r.Intents, Intent{Kind: IntentSolved})
	default:
		return false
	}
	return true
}

func fillIn(t *testing.T, a *Applied, l string) {
	field, v, _ := strings.Cut(l, " ")
	switch field {
	case "":
	case "type":
		a.Type = v
	case "topic":
		a.Topic = v
	case "purpose":
		a.Purpose = v
	case "problem":
		a.Problem = v
	case "place":
		a.Place = v
	case "reason":
		a.Reason = v
	case "people":
		a.People = strings.Fields(v)
	case "agenda":
		a.Agenda = append(a.Agenda, v)
	case "question":
		a.Questions = append(a.Questions, v)
	case "important":
		a.Importance = "important"
	case "normal":
		a.Importance = "normal"
	case "urgent":
		a.Urgent = true
	case "continues":
		a.Continues = v
	case "milestone":
		day, what, _ := strings.Cut(v, " ")
		a.Milestones = append(a.Milestones, AppliedDay{Date(day), what})
	case "time":
		a.Time = v
		start, err := time.ParseInLocation("2006-01-02 15:04", v[:16], cst)
		if err != nil {
			t.Fatal(err)
		}
		a.Start = start.Format(time.RFC3339)
		if len(v) > 16 {
			end, wrong := time.ParseInLocation("2006-01-02 15:04", v[:11]+v[17:], cst)
			if err = errors.Join(err, wrong); err != nil {
				t.Fatal(err)
			}
			a.End = end.Format(time.RFC3339)
		}
	default:
		t.Fatalf("the stories know no field %q", field)
	}
}

// appliedLines tells what a letter says of an application.
func appliedLines(add func(string, ...any), l *Letter) {
	if v := l.Meeting; v != nil && (v.Problem != "" || len(v.Guide) > 0) {
		add("notice %s %s", v.Problem, strings.Join(v.Guide, " / "))
	}
	v := l.Applied
	if v == nil {
		return
	}
	add("%s", strings.Join(strings.Fields(fmt.Sprintf("applied %s %s %s–%s %s: %s %s", v.Code, v.Topic, v.Start.In(cst).Format("01-02 15:04"), v.End.In(cst).Format("15:04"), v.Place, names(v.People), weightOf(v))), " "))
	for _, s := range v.Steps {
		add("step %s", strings.TrimSpace(s.Who.Name+" "+s.State+" "+s.Comment))
	}
	for _, f := range v.Liaisons {
		add("form %s %s: %s %s", f.No, f.State, names(f.People), f.Comment)
	}
	if len(v.Notes) > 0 {
		add("notes %s", strings.Join(v.Notes, " "))
	}
	if len(v.Checklist) > 0 {
		add("prepare %s, notice %s", strings.Join(v.Checklist, " "), v.NoticeAt.In(cst).Format("01-02 15:04"))
	}
	for _, c := range v.Types {
		add("type %s %s", c.Item, c.Arg)
	}
}

func weightOf(v *AppliedView) string {
	if v.Urgent {
		return v.Importance + " urgent"
	}
	return v.Importance
}
