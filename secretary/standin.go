package secretary

import (
	"slices"
	"strings"
)

// StandInView says who may come instead of the reader.
type StandInView struct {
	From       string  `json:"from"`                 // leave.delegate_from: department, roster or anyone
	Department Text    `json:"department,omitempty"` // the reader's own, where From is department
	People     []Party `json:"people,omitempty"`     // the first who come into question; to colleagues only
}

// askDelegate asks who comes in the place of seat s, and says who may.
func (t *turn) askDelegate(m *Meeting, r *Reply, s *Seat, why string, line EchoLine, choices ...Choice) {
	t.settle(r, AskedBack, why)
	l := t.about(m, r, AskBack, "asked back: "+why)
	l.Problems, l.Cc = []Problem{{Code: why}}, t.alsoTo(r)
	l.Echoes, l.Quote, l.Choices = []EchoLine{line}, r.Text, choices
	l.StandIns = t.standIns(m, s, r.Writer)
	t.answer(l, r)
}

// standIns says who may come in the place of seat s; nil where nobody may, or the reader is outside and learns no names.
func (t *turn) standIns(m *Meeting, s *Seat, reader PersonID) *StandInView {
	const most = 5
	p, principal := t.policy(m), t.Directory.Person(s.Person)
	if p.Leave.Delegate == "none" || t.external(t.Directory.Person(reader)) {
		return nil
	}
	v := &StandInView{From: p.Leave.DelegateFrom}
	if dep := t.Directory.Departments[principal.Department]; dep != nil && v.From == "department" {
		v.Department = dep.Name
	}
	for _, id := range t.circle(m, v.From, principal) {
		if len(v.People) < most && id != reader && t.mayStandIn(m, p, s.Person, t.Directory.Person(id)) == "" {
			v.People = append(v.People, t.party(id))
		}
	}
	return v
}

// circle lists whom a policy names by department or roster; nobody where it names no circle.
func (t *turn) circle(m *Meeting, from string, principal *Person) []PersonID {
	switch from {
	case "department":
		return t.Directory.Members(principal.Department)
	case "roster":
		return t.Who(m, "attendees")
	}
	return nil
}

// proposeDelegate puts a delegate before the convener who is not on the roster (S3-103). Until the answer the seat is
// empty, or its present delegate's. Where nobody is there to decide, that is recorded and the delegate comes (G-18).
func (t *turn) proposeDelegate(m *Meeting, r *Reply, principal, who PersonID, a Answer, line EchoLine) []EchoLine {
	s := m.seat(principal)
	line.Delegate = t.Directory.Person(who).Name
	to := t.consents(m, principal, who, r.Writer)
	if to == "" {
		t.note("nobody-decides", principal, "", string(who))
		a.PartStat = Delegated
		t.sendDelegate(m, r, principal, who, a, line)
		return []EchoLine{line}
	}
	proposed := s.Proposed
	t.stayAway(m, r, s, a, to)
	if line.Note = toConfirm; proposed != who {
		m.seat(principal).Proposed = who
		t.note("proposed", principal, "", string(who))
		t.askConsent(m, r, to, principal, who, line)
	}
	return []EchoLine{line}
}

// consents is who decides on a delegate: the convener, else the host, else whoever is above; never one of those concerned.
func (t *turn) consents(m *Meeting, concerned ...PersonID) PersonID {
	for _, id := range []PersonID{m.Convener, m.Host, t.Directory.superior(concerned[0])} {
		if t.mayConfirm(id) && !slices.Contains(concerned, id) {
			return id
		}
	}
	return ""
}

func (t *turn) askConsent(m *Meeting, r *Reply, to, principal, who PersonID, line EchoLine) {
	by := t.party(r.Writer)
	line.Note = ""
	l := Letter{Kind: Approval, Ref: "delegate:" + string(principal) + ":" + string(who), Reason: "leave.delegate_from: the convener confirms a delegate who is not on the roster (S3-103)", Zone: m.Zone,
		Meeting: t.meetingView(m, to), By: &by, Quote: r.Text, Echoes: []EchoLine{line}, Choices: []Choice{{Verb: "approve"}, {Verb: "reject"}}, Deadline: m.Start}
	t.send(l, to, "delegate-"+r.MessageID)
}

// decideDelegate seats the delegate, or asks the principal for another.
func (t *turn) decideDelegate(m *Meeting, r *Reply, arg string, yes bool, comment string) {
	absent, other, _ := strings.Cut(arg, ":")
	principal, who := PersonID(absent), PersonID(other)
	s := m.seat(principal)
	if s == nil || s.Proposed != who || m.Stage != Noticed || !t.Directory.active(who) {
		t.decided(m, r)
		return
	}
	s.Proposed = ""
	line := EchoLine{What: "delegate", Status: "refused", Text: t.party(principal).Name, Delegate: t.party(who).Name, Reason: comment}
	if yes {
		line.Status = "granted"
	}
	t.note("consent", r.Writer, "", line.Status)
	t.close(m, r, []EchoLine{line})
	if yes {
		t.grantDelegate(m, r, principal, who, line)
	} else {
		t.refuseDelegate(m, r, principal)
	}
}

func (t *turn) grantDelegate(m *Meeting, r *Reply, principal, who PersonID, line EchoLine) {
	t.dropDelegate(m, m.seat(principal))
	s := m.seat(principal)
	s.Answer.PartStat, s.Delegate = Delegated, who
	t.note("delegate", principal, "", string(who))
	t.bringIn(m, r, *s, line)
	t.tell(m, principal, r, line)
}

func (t *turn) refuseDelegate(m *Meeting, r *Reply, principal PersonID) {
	by := t.party(r.Writer)
	l := t.meetingLetter(m, Update, principal, "the convener wants another delegate (S3-103)")
	l.Ref, l.By, l.Quote, l.Deadline = "delegate-refused", &by, r.Text, m.Start
	l.StandIns = t.standIns(m, m.seat(principal), principal)
	t.send(l, principal, "refused-"+r.MessageID)
}
