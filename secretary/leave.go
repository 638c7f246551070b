package secretary

import "strings"

// decline records that someone will not come. Who has sent a delegate and then only clears the own calendar by a
// Decline has not taken the delegate back.
func (t *turn) decline(m *Meeting, r *Reply, a Answer, line EchoLine) []EchoLine {
	s := m.seat(r.Writer)
	if s.Delegate != "" {
		s.Answer.Reason = a.Reason
		return []EchoLine{{What: "attend", Status: "delegated", Delegate: t.party(s.Delegate).Name, Reason: a.Reason}}
	}
	t.record(s, a)
	p := t.policy(m)
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
	if p.Leave.Delegate == "required" && t.now.Before(m.Start) {
		t.askBack(m, r, "needs-delegate", []EchoLine{line}, Choice{Verb: "delegate"}, Choice{Verb: "accept"})
		return nil
	}
	return []EchoLine{line}
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
		t.tell(m, m.Convener, r, line)
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

// leaveTo asks for approval of the leave, or tells whom the regulation wants told.
func (t *turn) leaveTo(m *Meeting, p *Policy, r *Reply, s *Seat, line EchoLine) {
	by := t.party(r.Writer)
	approver := t.whoOne(m, p.Leave.Approval, "")
	if approver == r.Writer {
		approver = t.Directory.superior(approver) // G-18: nobody approves the own leave
	}
	if approver != "" {
		s.Leave = "asked"
		l := Letter{Kind: Approval, Ref: "leave:" + string(r.Writer), Reason: "leave.approval", Zone: m.Zone, Meeting: t.meetingView(m, approver), By: &by, Quote: r.Text}
		l.Echoes = []EchoLine{line}
		l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
		l.Deadline = m.Start
		t.send(l, approver, r.MessageID)
	}
	to := t.whoOne(m, p.Leave.To, m.Convener)
	if to == r.Writer {
		to = m.Host
	}
	for _, id := range append([]PersonID{to}, t.whoAll(m, p.Leave.Inform)...) {
		if id != r.Writer && id != approver {
			t.tell(m, id, r, line)
		}
	}
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
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Ref: "told", Reason: "the person responsible is told", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Echoes: lines, Quote: r.Text}
	t.send(l, to, "told-"+r.MessageID)
}

func (t *turn) tellConvener(m *Meeting, r *Reply, what string) {
	if to := t.chair(m); to != "" && to != r.Writer {
		t.tell(m, to, r, EchoLine{What: what, Text: r.From})
	}
}

// delegate seats the person who comes instead (S2-47). A name that is not unique, or that the policy does not allow,
// is asked back; nobody is guessed. A delegate who sends somebody else sends them for the same principal.
func (t *turn) delegate(m *Meeting, r *Reply, in Intent, a Answer) []EchoLine {
	p := t.policy(m)
	line := EchoLine{What: "attend", Status: "delegated", Delegate: in.Delegate, Reason: in.Reason}
	principal := m.seat(r.Writer)
	if principal.For != "" && m.seat(principal.For) != nil {
		principal = m.seat(principal.For)
	}
	who, why := t.findDelegate(m, p, principal.Person, r.Writer, in.Delegate)
	if why != "" {
		if principal.Person == r.Writer && principal.Delegate == "" && principal.Answer.PartStat != Declined {
			t.stayAway(m, r, principal, in, a)
		}
		line.Note = why
		t.askBack(m, r, why, []EchoLine{line}, Choice{Verb: "delegate"}, Choice{Verb: "decline"})
		return nil
	}
	line.Delegate = t.Directory.Person(who).Name
	if principal.Delegate != who {
		a.PartStat, a.Reason = Delegated, in.Reason
		t.sendDelegate(m, r, principal.Person, who, a, line)
	}
	return []EchoLine{line}
}

// stayAway records that the person will not come, though who comes instead is still open.
func (t *turn) stayAway(m *Meeting, r *Reply, s *Seat, in Intent, a Answer) {
	a.PartStat, a.Reason = Declined, in.Reason
	t.record(s, a)
	t.leaveTo(m, t.policy(m), r, s, EchoLine{What: "attend", Status: "declined", Reason: in.Reason})
	t.replaceHost(m, r)
}

// sendDelegate puts who in the place of the principal and tells everybody whom it concerns.
func (t *turn) sendDelegate(m *Meeting, r *Reply, principal, who PersonID, a Answer, line EchoLine) {
	t.dropDelegate(m, m.seat(principal))
	s := m.seat(principal)
	t.record(s, a)
	s.Delegate = who
	t.note("delegate", principal, "", string(who))
	if principal != r.Writer {
		t.tell(m, principal, r, line)
	}
	t.bringIn(m, r, *s, line)
	t.leaveTo(m, t.policy(m), r, m.seat(principal), line)
	t.replaceHost(m, r)
}

// bringIn seats the delegate of seat s and gives them what the absent person got. One who has a seat of their own only
// learns that they stand in.
func (t *turn) bringIn(m *Meeting, r *Reply, s Seat, line EchoLine) {
	who := s.Delegate
	if m.seat(who) != nil {
		t.tell(m, who, r, line)
		return
	}
	t.seatDelegate(m, s, who)
	t.invite(m, who, "a delegate was named (S2-47)")
	if !m.PackedAt.IsZero() {
		t.packTo(m, *m.seat(who), "0", "materials.send: the delegate gets the pack too (S2-47)", everyFile)
	}
}

// seatDelegate puts the delegate right behind the seat that is stood in for.
func (t *turn) seatDelegate(m *Meeting, s Seat, who PersonID) {
	p := t.Directory.Person(who)
	seat := Seat{Person: who, Department: s.Department, External: t.external(p), For: s.Person, Optional: s.Optional}
	for i := range m.Seats {
		if m.Seats[i].Person == s.Person && !m.Seats[i].Removed {
			m.Seats = append(m.Seats[:i+1], append([]Seat{seat}, m.Seats[i+1:]...)...)
			return
		}
	}
}

// findDelegate is the person meant by name, or a word for why nobody can be.
func (t *turn) findDelegate(m *Meeting, p *Policy, principal, writer PersonID, name string) (PersonID, string) {
	if strings.TrimSpace(name) == "" {
		return "", "needs-delegate"
	}
	found := t.Directory.ByName(name)
	if len(found) > 1 && p.Leave.DelegateFrom == "department" {
		found = t.colleagues(found, principal)
	}
	switch {
	case p.Leave.Delegate == "none":
		return "", "no-delegates"
	case len(found) == 0 || found[0].Inactive:
		return "", "unknown-delegate"
	case len(found) > 1:
		return "", "ambiguous-delegate"
	}
	d := found[0]
	if d.ID == writer {
		return "", "unknown-delegate"
	}
	return d.ID, t.mayStandIn(m, p, principal, d)
}

// mayStandIn is "" where the policy lets d come for the principal, else a word for why not.
func (t *turn) mayStandIn(m *Meeting, p *Policy, principal PersonID, d *Person) string {
	switch s := m.seat(d.ID); {
	case d.ID == principal:
		return "unknown-delegate"
	case p.Leave.DelegateFrom == "roster" && (s == nil || s.away()):
		return "delegate-elsewhere"
	case p.Leave.DelegateFrom == "roster" && s.For == "":
	case s != nil && s.For != principal:
		return "delegate-invited"
	case p.Leave.DelegateFrom == "department" && d.Department != t.Directory.Person(principal).Department:
		return "delegate-elsewhere"
	case t.external(d) && p.Leave.DelegateFrom != "anyone":
		return "delegate-elsewhere"
	}
	return ""
}

// colleagues keeps of several people of one name those of the principal's own department, where delegates must be from.
func (t *turn) colleagues(found []*Person, principal PersonID) []*Person {
	var own []*Person
	for _, p := range found {
		if p.Department == t.Directory.Person(principal).Department {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return found
	}
	return own
}

// dropDelegate uninvites the delegate of a seat whose holder has thought again.
func (t *turn) dropDelegate(m *Meeting, s *Seat) {
	who := s.Delegate
	if who == "" {
		return
	}
	s.Delegate = ""
	for i := range m.Seats {
		if m.Seats[i].Person == who && m.Seats[i].For == s.Person && !m.Seats[i].Removed {
			m.Seats[i].Removed = true
			t.uninvite(m, who, "the delegation was taken back")
			return
		}
	}
}
