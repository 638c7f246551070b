package secretary

import (
	"cmp"
	"strings"
	"time"
)

// AppliedView is an application as letters show it.
type AppliedView struct {
	ID         string        `json:"id"` // of the mail that it began with
	By         Party         `json:"by"`
	Type       Text          `json:"type,omitempty"`
	Code       string        `json:"code,omitempty"`
	Types      []Choice      `json:"types,omitempty"` // to choose from, where the type is not known
	Topic      string        `json:"topic,omitempty"`
	Purpose    string        `json:"purpose,omitempty"`
	Problem    string        `json:"problem,omitempty"`
	Start      time.Time     `json:"start,omitzero"`
	End        time.Time     `json:"end,omitzero"`
	Place      string        `json:"place,omitempty"`
	People     []Party       `json:"people,omitempty"`
	Agenda     []string      `json:"agenda,omitempty"`
	Questions  []string      `json:"questions,omitempty"`
	Reason     string        `json:"reason,omitempty"`
	Importance string        `json:"importance,omitempty"`
	Urgent     bool          `json:"urgent,omitempty"`
	Milestones []Milestone   `json:"milestones,omitempty"`
	Continues  MeetingID     `json:"continues,omitempty"`
	Steps      []StepView    `json:"steps,omitempty"` // of the approval, oldest first
	Liaisons   []LiaisonView `json:"liaisons,omitempty"`
	Notes      []string      `json:"notes,omitempty"`     // stable words: near (the notice comes late), important, nobody-decides, no-higher, own-level, guide …
	NoticeAt   time.Time     `json:"notice_at,omitzero"`  // when the invitations go out
	Checklist  []string      `json:"checklist,omitempty"` // what to prepare, stable words (S3-64)
}

// StepView is one level of an approval.
type StepView struct {
	Who     Party     `json:"who"`
	State   string    `json:"state"`
	At      time.Time `json:"at,omitzero"`
	Comment string    `json:"comment,omitempty"`
}

// appliedView shows an application that is not complete yet.
func (t *turn) appliedView(a *Application) *AppliedView {
	v := &AppliedView{
		ID: a.ID, By: t.party(a.By), Topic: a.Topic, Purpose: a.Purpose, Problem: a.Problem, Start: a.Start, End: a.End, Place: a.Place,
		Agenda: a.Agenda, Questions: a.Questions, Reason: a.Reason, Importance: a.Importance, Urgent: a.Urgent, Milestones: a.Milestones, Continues: a.Continues,
	}
	if p := t.Policies[t.Current[a.Policy]]; p != nil {
		v.Type, v.Code = p.Title, p.Code
	}
	t.know(a.Visitors)
	for _, id := range a.People {
		v.People = append(v.People, t.party(id))
	}
	for _, s := range a.Steps {
		v.Steps = append(v.Steps, StepView{t.party(s.Person), s.State, s.At, s.Comment})
	}
	return v
}

// proposalView shows the application of a meeting, as the meeting stands.
func (t *turn) proposalView(m *Meeting, p *Policy) *AppliedView {
	a := m.Application
	v := t.appliedView(a)
	v.Type, v.Code, v.Start, v.End, v.People = p.Title, p.Code, m.Start, m.End, nil
	v.Place = m.Place.In(t.langOf(a.By))
	v.Place = cmp.Or(v.Place, m.URL)
	draft := *m
	t.fill(&draft, p)
	for _, s := range draft.Seats {
		v.People = append(v.People, t.party(s.Person))
	}
	for _, l := range m.Liaisons {
		if l.State == "asked" {
			v.People = append(v.People, t.parties(l.People)...)
		}
	}
	for _, l := range m.Liaisons {
		v.Liaisons = append(v.Liaisons, t.liaisonView(l))
	}
	v.Notes = t.proposalNotes(m, p, &draft)
	return v
}

// proposalNotes are what the approver and the proposer have to know of an application.
func (t *turn) proposalNotes(m *Meeting, p *Policy, draft *Meeting) []string {
	a := m.Application
	var out []string
	say := func(word string, so bool) {
		if so {
			out = append(out, word)
		}
	}
	say("near", !p.Notice.Exempt && p.Notice.Lead.Before(t.Calendar, t.begin(m)).Before(a.At))
	say("important", a.important(p))
	say("own-level", a.acted("own") > 0)
	say("nobody-decides", a.State == Granted && p.Application.Required && a.acted("approved") == 0)
	say("no-higher", a.State == Granted && a.important(p) && a.acted("approved") > 0 && a.acted("approved", "referred") < 2)
	say("sites", draft.scattered(t.Directory))
	say("outside", len(a.Visitors) > 0 || m.hasOutsiders())
	return out
}

// scattered reports whether people of different sites would come to one room, whom an online meeting would save the way (S1B-59).
func (m *Meeting) scattered(d *Directory) bool {
	first := ""
	for _, s := range m.Seats {
		site := d.Person(s.Person).site()
		if first = cmp.Or(first, site); site != "" && site != first {
			return m.URL == "" && m.Mode != "online" && !strings.Contains(m.Place.In(Hans), "://")
		}
	}
	return false
}

func (p *Person) site() string {
	if p == nil {
		return ""
	}
	return p.Site
}

func (m *Meeting) hasOutsiders() bool {
	for _, s := range m.Seats {
		if s.External && !s.Removed {
			return true
		}
	}
	return false
}

func (t *turn) parties(ids []PersonID) []Party {
	var out []Party
	for _, id := range ids {
		out = append(out, t.party(id))
	}
	return out
}

// sendForm answers somebody who wants to apply with the blank form.
func (t *turn) sendForm(a *Application, r *Reply) {
	t.keepApplication(a)
	t.settle(r, ActedOn, "application-form")
	l := t.formLetter(a, "form:"+a.ID, "the application form is sent to who asks for it (S3-61)")
	t.answer(l, r)
}

// askMissing asks back what an application lacks, and keeps the rest.
func (t *turn) askMissing(a *Application, r *Reply, faults []OrderView) {
	t.keepApplication(a)
	t.settle(r, AskedBack, "application-missing")
	t.note("application-missing", r.Writer, "", a.Topic)
	l := t.formLetter(a, "missing:"+a.ID, "a field that the application lacks is asked back (S3-61)")
	l.Orders = faults
	for _, f := range t.lacking(a) {
		l.Problems = append(l.Problems, Problem{No: f, Code: "missing"})
	}
	t.answer(l, r)
}

func (t *turn) formLetter(a *Application, ref, reason string) Letter {
	l := Letter{Kind: ApplicationForm, Ref: ref, Reason: reason, Zone: t.Office.Zone, Applied: t.appliedView(a), Choices: []Choice{{Verb: "apply"}}}
	if a.Policy == "" {
		l.Applied.Types = t.applicableTypes(a.By)
	}
	return l
}

// applicableTypes are the meeting types that can be applied for.
func (t *turn) applicableTypes(reader PersonID) []Choice {
	return t.adoptChoices(t.applicable(), t.langOf(reader))
}

// applicable lists the policies whose meetings can be applied for.
func (t *turn) applicable() []string {
	var ids []string
	for _, id := range sortedKeys(t.Current) {
		if p := t.Policies[t.Current[id]]; p != nil && p.applicable() {
			ids = append(ids, id)
		}
	}
	return ids
}
