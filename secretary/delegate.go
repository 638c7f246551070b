package secretary

import (
	"slices"
	"strings"
)

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
	a.Reason = in.Reason
	switch {
	case why == toConfirm:
		return t.proposeDelegate(m, r, principal.Person, who, a, line)
	case why != "":
		t.stayAway(m, r, principal, a)
		t.askDelegate(m, r, principal, why, line, Choice{Verb: "delegate"}, Choice{Verb: "decline"})
		return nil
	}
	line.Delegate = t.Directory.Person(who).Name
	if principal.Delegate != who {
		a.PartStat = Delegated
		t.sendDelegate(m, r, principal.Person, who, a, line)
	}
	return []EchoLine{line}
}

// stayAway records that the person will not come, though who comes instead is still open. Who hears of it otherwise is
// not told.
func (t *turn) stayAway(m *Meeting, r *Reply, s *Seat, a Answer, besides ...PersonID) {
	if s.Person != r.Writer || s.Delegate != "" {
		return
	}
	a.PartStat = Declined
	if !t.goAway(s, a) {
		t.leaveTo(m, t.policy(m), r, s, EchoLine{What: "attend", Status: "declined", Reason: a.Reason}, besides...)
		t.replaceHost(m, r)
	}
}

// sendDelegate puts who in the place of the principal and tells everybody whom it concerns.
func (t *turn) sendDelegate(m *Meeting, r *Reply, principal, who PersonID, a Answer, line EchoLine) {
	if own := m.seat(r.Writer); own != nil && own.For == principal {
		own.Answer.PartStat = Delegated // handed on
	}
	t.dropDelegate(m, m.seat(principal))
	s := m.seat(principal)
	leave := s.Leave
	t.record(s, a)
	if s.Delegate = who; leave != "refused" {
		s.Leave = leave // it was asked for when the person said so
	}
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
	t.takeHeld(m, who) // who answered before the principal did (imip I-29)
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
	if writer != principal && (d.ID == principal || m.passedOn(d.ID, principal)) {
		return "", "delegate-loop" // imip I-29
	}
	return d.ID, t.mayStandIn(m, p, principal, d)
}

// passedOn reports whether somebody was to stand in for the principal and sent another instead.
func (m *Meeting) passedOn(id, principal PersonID) bool {
	return slices.ContainsFunc(m.Seats, func(s Seat) bool {
		return s.Removed && s.Person == id && s.For == principal && s.Answer.PartStat == Delegated
	})
}

// toConfirm is the word for somebody who may stand in once the convener agrees.
const toConfirm = "to-confirm"

// mayStandIn is "" where the policy lets d come for the principal, else a word for why not. Under roster it is whoever
// comes to the meeting, and with the convener's consent anybody else of the company (S3-103).
func (t *turn) mayStandIn(m *Meeting, p *Policy, principal PersonID, d *Person) string {
	from := p.Leave.DelegateFrom
	switch s := m.seat(d.ID); {
	case d.ID == principal:
		return "unknown-delegate"
	case t.external(d) && from != "anyone", from == "roster" && s != nil && s.away():
		return "delegate-elsewhere"
	case from == "roster" && s == nil:
		return toConfirm
	case from == "roster" && s.For == "":
	case s != nil && s.For != principal:
		return "delegate-invited"
	case from == "department" && d.Department != t.Directory.Person(principal).Department:
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
