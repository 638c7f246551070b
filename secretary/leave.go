package secretary

import (
	"cmp"
	"slices"
)

// decline records that someone will not come. Who has sent a delegate and then only clears the own calendar by a
// Decline has not taken the delegate back.
func (t *turn) decline(m *Meeting, r *Reply, a Answer, line EchoLine) []EchoLine {
	s := m.seat(r.Writer)
	if s.Delegate != "" {
		s.Answer.Reason = a.Reason
		return []EchoLine{{What: "attend", Status: "delegated", Delegate: t.party(s.Delegate).Name, Reason: a.Reason}}
	}
	p, again := t.policy(m), t.goAway(s, a)
	if again {
		return t.askWho(m, p, r, s, line)
	}
	if p.Leave.Cutoff.IsSet() && t.now.After(p.Leave.Cutoff.Before(t.Calendar, t.begin(m))) || t.now.After(m.Start) {
		s.Answer.Late, line.Note = true, "late"
	}
	if s.For != "" {
		t.delegateDeclines(m, r, s, line)
		return []EchoLine{line}
	}
	if s.Optional {
		return []EchoLine{line}
	}
	t.leaveTo(m, p, r, s, line)
	t.replaceHost(m, r)
	return t.askWho(m, p, r, s, line)
}

// goAway records that the holder of a seat will not come. It reports whether that was known: who says so again, perhaps
// by the calendar as well, has the leave that was asked for then, and nobody is told or asked about it once more.
func (t *turn) goAway(s *Seat, a Answer) (again bool) {
	was := *s
	if again = was.Answer.PartStat == Declined && was.Leave != "refused"; again {
		a.Reason, a.Late = cmp.Or(a.Reason, was.Answer.Reason), was.Answer.Late
	}
	t.record(s, a)
	if again {
		s.Leave, s.Proposed = was.Leave, was.Proposed
	}
	return again
}

// askWho asks who comes instead, where somebody must and nobody is named yet.
func (t *turn) askWho(m *Meeting, p *Policy, r *Reply, s *Seat, line EchoLine) []EchoLine {
	if p.Leave.Delegate != "required" || s.Optional || s.Proposed != "" || !t.now.Before(m.Start) {
		return []EchoLine{line}
	}
	t.askDelegate(m, r, s, "needs-delegate", line, Choice{Verb: "delegate"}, Choice{Verb: "accept"})
	return nil
}

// delegateDeclines hands the seat back to whom the delegate was to stand in for, and asks them again.
func (t *turn) delegateDeclines(m *Meeting, r *Reply, s *Seat, line EchoLine) {
	principal := s.For
	s.Removed = true
	m.Revision++
	if p := m.seat(principal); p != nil {
		p.Delegate, p.Answer, p.Invited = "", Answer{Sequence: m.Sequence}, t.now
		by := t.party(r.Writer)
		l := t.meetingLetter(m, Update, principal, "the delegate cannot come: somebody else, or the person, must (S2-47)")
		l.Ref, l.By, l.Quote, l.Deadline = "delegate-declined", &by, r.Text, m.Start
		t.send(l, principal, "declined-"+r.MessageID)
	}
	if m.Convener != principal {
		t.inform(m, m.Convener, r, line)
	}
}

// replaceHost puts the policy's substitute in the chair of a host who will not come.
func (t *turn) replaceHost(m *Meeting, r *Reply) {
	p := t.policy(m)
	deputy := t.one(p.HostSubst)
	if r.Writer != m.Host || deputy == "" || deputy == m.Host {
		return
	}
	t.note("host", deputy, string(m.Host), string(deputy))
	m.Host = deputy
	if m.seat(deputy) == nil {
		t.seat(m, deputy, false)
		t.invite(m, deputy, "host_substitute: the host cannot come")
	}
	t.tell(m, deputy, r, EchoLine{What: "host", Text: t.party(r.Writer).Name})
}

// restoreHost gives the chair back to a host who comes after all.
func (t *turn) restoreHost(m *Meeting, r *Reply) {
	if deputy := m.Host; r.Writer != deputy && r.Writer == t.one(t.policy(m).Host) {
		t.note("host", r.Writer, string(deputy), string(r.Writer))
		m.Host = r.Writer
		t.tell(m, deputy, r, EchoLine{What: "host", Text: t.party(r.Writer).Name})
	}
}

// leaveTo asks for approval of a leave that nobody was asked about yet, and tells whom the regulation wants told; not
// those who hear of it otherwise.
func (t *turn) leaveTo(m *Meeting, p *Policy, r *Reply, s *Seat, line EchoLine, besides ...PersonID) {
	if approver := t.leaveApprover(m, p, r.Writer); approver != "" && s.Leave == "" {
		t.askLeave(m, r, s, approver, line)
		besides = append(besides, approver)
	}
	to := t.whoOne(m, p.Leave.To, m.Convener)
	if to == r.Writer {
		to = m.Host
	}
	for _, id := range append([]PersonID{to}, t.whoAll(m, p.Leave.Inform)...) {
		if id != r.Writer && !slices.Contains(besides, id) {
			t.inform(m, id, r, line)
		}
	}
}

// leaveApprover is who approves leave, "" where nobody need. Nobody approves the own leave (G-18).
func (t *turn) leaveApprover(m *Meeting, p *Policy, writer PersonID) PersonID {
	id := t.whoOne(m, p.Leave.Approval, "")
	if id == writer {
		return t.Directory.superior(id)
	}
	return id
}

func (t *turn) askLeave(m *Meeting, r *Reply, s *Seat, approver PersonID, line EchoLine) {
	s.Leave = "asked"
	by := t.party(r.Writer)
	l := Letter{Kind: Approval, Ref: "leave:" + string(r.Writer), Reason: "leave.approval", Zone: m.Zone, Meeting: t.meetingView(m, approver), By: &by, Quote: r.Text}
	l.Echoes = []EchoLine{line}
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	l.Deadline = m.Start
	t.send(l, approver, r.MessageID)
}

func (t *turn) whoAll(m *Meeting, refs []Ref) []PersonID {
	var out []PersonID
	for _, r := range refs {
		out = append(out, t.Who(m, r)...)
	}
	return out
}

// tell lets somebody know what another person answered.
func (t *turn) tell(m *Meeting, to PersonID, r *Reply, lines ...EchoLine) {
	key := t.letterKey(Echo, to, "told-"+r.MessageID)
	if i := slices.IndexFunc(t.out.Letters, func(l Letter) bool { return l.Key == key }); i >= 0 {
		t.tellMore(&t.out.Letters[i], lines)
		return
	}
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Ref: "told", Reason: "the person responsible is told", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Echoes: lines, Quote: r.Text}
	t.send(l, to, "told-"+r.MessageID)
}

// tellMore puts what else a mail said into the letter that tells of it.
func (t *turn) tellMore(l *Letter, lines []EchoLine) {
	for _, e := range lines {
		if !slices.Contains(l.Echoes, e) {
			l.Echoes = append(l.Echoes, e)
		}
	}
}

func (t *turn) tellConvener(m *Meeting, r *Reply, what string) {
	if to := t.chair(m); to != "" && to != r.Writer {
		t.inform(m, to, r, EchoLine{What: what, Text: r.From})
	}
}
