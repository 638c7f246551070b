package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Liaison is a work liaison form (工作联系单): a department is asked for its people, who are invited once its head agrees
// (S1B-57, G-50).
type Liaison struct {
	No         string     `json:"no"`
	Department string     `json:"department"`
	Head       PersonID   `json:"head,omitempty"`
	People     []PersonID `json:"people"`
	State      string     `json:"state"` // asked, agreed, refused, or no-head: nobody can agree
	Opened     time.Time  `json:"opened"`
	At         time.Time  `json:"at,omitzero"`
	Comment    string     `json:"comment,omitempty"`
}

// LiaisonView is one as letters show it.
type LiaisonView struct {
	No         string  `json:"no"`
	Department Text    `json:"department"`
	Head       Party   `json:"head"`
	People     []Party `json:"people"`
	State      string  `json:"state"`
	Comment    string  `json:"comment,omitempty"`
}

func (t *turn) liaisonView(l Liaison) LiaisonView {
	v := LiaisonView{No: l.No, Head: t.party(l.Head), State: l.State, Comment: l.Comment}
	if d := t.Directory.Departments[l.Department]; d != nil {
		v.Department = d.Name
	}
	for _, id := range l.People {
		v.People = append(v.People, t.party(id))
	}
	return v
}

// openLiaisons makes a form for each other department whose people are to be invited (liaison.required). The head who has
// approved the meeting has agreed by that.
func (t *turn) openLiaisons(m *Meeting, p *Policy) {
	for _, id := range m.Guests {
		if t.wantsForm(m, p, id) {
			t.putOnForm(m, id)
		}
	}
}

// wantsForm reports whether somebody can be invited only once their department has agreed: they are not of the proposer's, and
// have no role in the meeting by the policy.
func (t *turn) wantsForm(m *Meeting, p *Policy, id PersonID) bool {
	a, who := m.Application, t.Directory.Person(id)
	if a == nil || a.Topic == "" || !p.Liaison.Required || who == nil || t.external(who) || m.conducts(id) {
		return false
	}
	proposer := t.Directory.Person(a.By)
	listed := slices.ContainsFunc(m.Liaisons, func(l Liaison) bool { return slices.Contains(l.People, id) && l.State != "refused" })
	return proposer != nil && who.Department != "" && who.Department != proposer.Department && !listed
}

// putOnForm puts somebody on the form of their department, a new one where none is open.
func (t *turn) putOnForm(m *Meeting, id PersonID) {
	department := t.Directory.Person(id).Department
	m.Liaisons = slices.Clone(m.Liaisons)
	n := slices.IndexFunc(m.Liaisons, func(l Liaison) bool {
		return l.Department == department && l.Opened.Equal(t.now) && l.State != "refused"
	})
	if n < 0 {
		m.Liaisons = append(m.Liaisons, t.newLiaison(m, department))
		n = len(m.Liaisons) - 1
	}
	m.Liaisons[n].People = append(slices.Clone(m.Liaisons[n].People), id)
}

func (t *turn) newLiaison(m *Meeting, department string) Liaison {
	l := Liaison{No: fmt.Sprintf("%s-L%d", m.ID, len(m.Liaisons)+1), Department: department, State: "asked", Opened: t.now}
	if d := t.Directory.Departments[department]; d != nil && t.Directory.active(d.Head) {
		l.Head = d.Head
	}
	switch {
	case l.Head == "":
		l.State = "no-head"
		t.find(m, "S1B-57", "no-head", m.Application.By, department)
	case slices.ContainsFunc(m.Application.Steps, func(s ApplicationStep) bool { return s.Person == l.Head && s.State == "approved" }):
		l.State, l.At = "agreed", t.now
	}
	return l
}

// unsigned reports whether somebody may not be invited, since their department has not agreed.
func (m *Meeting) unsigned(id PersonID) bool {
	listed := false
	for _, l := range m.Liaisons {
		if slices.Contains(l.People, id) {
			if listed = true; l.State == "agreed" {
				return false
			}
		}
	}
	return listed && !m.conducts(id)
}

func (m *Meeting) unansweredLiaison() bool {
	return slices.ContainsFunc(m.Liaisons, func(l Liaison) bool { return l.State == "asked" })
}

// proposer is who has applied for the meeting, "" where nobody has.
func (m *Meeting) proposer() PersonID {
	if m.Application == nil {
		return ""
	}
	return m.Application.By
}

// liaisonDuties send each form, and send it again half way to the start.
func (t *turn) liaisonDuties(m *Meeting) []duty {
	var out []duty
	for _, l := range m.Liaisons {
		if l.State != "asked" {
			continue
		}
		rev := "liaison-" + l.No
		switch half := t.halfway(m, l.Opened, m.Start); {
		case !t.sent(Approval, l.Head, rev):
			out = append(out, duty{at: t.now, until: m.Start, key: rev, reason: "liaison.required (S1B-57)", do: func() { t.askLiaison(m, l, rev) }})
		case !t.sent(Approval, l.Head, rev+"-again"):
			out = append(out, duty{at: half, until: m.Start, key: rev, reason: "the liaison form is not answered yet", do: func() { t.askLiaison(m, l, rev+"-again") }})
		}
	}
	return out
}

func (t *turn) askLiaison(m *Meeting, f Liaison, rev string) {
	by := t.party(m.Application.By)
	l := Letter{Kind: Approval, Ref: "liaison:" + f.No, Reason: "liaison.required: people of other departments are invited by a work liaison form (S1B-57)", Zone: m.Zone,
		Meeting: t.meetingView(m, f.Head), By: &by, Choices: []Choice{{Verb: "approve"}, {Verb: "reject"}}, Deadline: m.Start}
	l.Applied = t.proposalView(m, t.policyAhead(m))
	l.Applied.Liaisons = []LiaisonView{t.liaisonView(f)}
	l.Meeting.Method = ""
	t.send(l, f.Head, rev)
}

// decideLiaison takes the answer of a department's head: agreed, refused, or somebody else of the department named.
func (t *turn) decideLiaison(m *Meeting, r *Reply, no string) {
	n := slices.IndexFunc(m.Liaisons, func(l Liaison) bool { return l.No == no })
	if n < 0 || m.Liaisons[n].State != "asked" || m.Stage != Planned && m.Stage != Noticed {
		t.decided(m, r)
		return
	}
	f := &m.Liaisons[n]
	in, ok := r.decision()
	others, faults := t.othersNamed(m, f, r)
	switch {
	case len(faults) > 0 || !ok && len(others) == 0 || ok && in.Kind == IntentReject && len(others) > 0:
		t.settle(r, AskedBack, "unclear")
		l := t.about(m, r, Approval, "asked back: unclear")
		by := t.party(m.Application.By)
		l.Of, l.Ref, l.By, l.Applied, l.Orders, l.Problems, l.Choices = "", r.About.Ref, &by, r.About.Applied, faults, []Problem{{Code: "unclear"}}, r.About.Choices
		l.Meeting.Method = ""
		t.answer(l, r)
		return
	case ok && in.Kind == IntentReject:
		f.State, f.Comment = "refused", in.Comment
	default:
		f.State, f.Comment = "agreed", in.Comment
		if len(others) > 0 {
			t.sendOthers(m, f, others)
		}
	}
	f.At = t.now
	t.note("liaison", r.Writer, "asked", f.State)
	t.close(m, r, []EchoLine{{What: "liaison", Status: f.State, Text: t.names(f.People), Reason: f.Comment}})
	t.afterLiaison(m, *f, r)
}

func (t *turn) names(ids []PersonID) string {
	var out []string
	for _, id := range ids {
		out = append(out, t.party(id).Name)
	}
	return strings.Join(out, "、")
}

// othersNamed are the people whom the head sends instead; only those of the own department may be.
func (t *turn) othersNamed(m *Meeting, f *Liaison, r *Reply) (ids []PersonID, faults []OrderView) {
	for _, in := range r.Intents {
		if in.Kind != IntentRoster || in.Roster == nil {
			continue
		}
		found, bad := t.peopleNamed(&Application{}, in.Roster.Add)
		faults = append(faults, bad...)
		for _, id := range found {
			if p := t.Directory.Person(id); p == nil || p.Department != f.Department {
				faults = append(faults, OrderView{State: "unread", Line: t.party(id).Name, Name: t.party(id).Name, Problem: "other-department"})
				continue
			}
			ids = append(ids, id)
		}
	}
	return ids, faults
}

func (t *turn) sendOthers(m *Meeting, f *Liaison, others []PersonID) {
	m.Guests = slices.DeleteFunc(slices.Clone(m.Guests), func(id PersonID) bool { return slices.Contains(f.People, id) })
	m.Guests = append(m.Guests, others...)
	f.People = others
}

// afterLiaison seats who was agreed to, and tells the proposer. Where the notice is out already they are invited now.
func (t *turn) afterLiaison(m *Meeting, f Liaison, r *Reply) {
	p := t.policyAhead(m)
	switch {
	case m.Stage == Planned:
		t.fill(m, p)
	case f.State == "agreed":
		for _, id := range f.People {
			m.Guests = slices.DeleteFunc(slices.Clone(m.Guests), func(g PersonID) bool { return g == id })
			t.amend(m, "the department has agreed to the work liaison form (S1B-57)", Order{Invite: &InviteOrder{Person: id}})
		}
	}
	l := t.applicationLetter(m, p, "liaison", "the proposer learns the answer to the work liaison form (S1B-57)")
	by := t.party(r.Writer)
	l.By, l.Quote, l.Choices, l.Applied.Checklist = &by, f.Comment, nil, nil
	l.Applied.Liaisons = []LiaisonView{t.liaisonView(f)}
	t.send(l, m.Application.By, "liaison-"+f.No)
}
