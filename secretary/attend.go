package secretary

import (
	"strings"
	"time"
)

// receiveAttendance reads the answers to an invitation: by calendar button or in words, both into one record.
func (t *turn) receiveAttendance(m *Meeting, r *Reply) {
	seat := m.seat(r.Writer)
	if seat == nil {
		t.settle(r, AskedBack, "no-seat") // I-28: held for the convener, never added silently
		t.tellConvener(m, r, "uninvited")
		return
	}
	if m.Stage != Planned && m.Stage != Noticed {
		t.settle(r, ActedOn, "too-late") // I-41: an answer to a meeting that is over or cancelled changes nothing
		t.echo(m, r, []EchoLine{{What: "attend", Note: "too-late"}})
		return
	}
	stamp, ok := t.inOrder(m, seat, r)
	if !ok {
		return
	}
	var lines []EchoLine
	for _, in := range r.Intents {
		switch in.Kind {
		case IntentAttend:
			lines = append(lines, t.attend(m, r, in, stamp)...)
		case IntentCounter:
			lines = append(lines, t.counter(m, r, in)...)
		}
	}
	t.close(m, r, lines)
}

// inOrder reports whether the reply's calendar answer is newer than what stands (RFC 5546 §2.1.5, with the
// corrections real clients need), and the record to keep of it. An answer to an older SEQUENCE is not counted: the
// person is asked again (I-53).
func (t *turn) inOrder(m *Meeting, s *Seat, r *Reply) (Answer, bool) {
	a := Answer{Sequence: m.Sequence, At: r.Date, MessageID: r.MessageID}
	if r.Calendar == nil {
		if r.About != nil && r.About.Meeting != nil && r.About.Meeting.Sequence < m.Sequence {
			t.askAgain(m, r)
			return a, false
		}
		return a, true
	}
	for _, c := range r.Calendar.Answers {
		if t.Directory.ByAddress(c.Attendee) != t.Directory.Person(s.Person) {
			continue
		}
		if c.DTStamp != nil {
			a.DTStamp = *c.DTStamp
		}
		if c.ReplyTime != nil {
			a.At = *c.ReplyTime
		}
		if c.Sequence < m.Sequence {
			t.askAgain(m, r)
			return a, false
		}
	}
	if s.Answer.Sequence == m.Sequence && a.At.Before(s.Answer.At) {
		t.settle(r, ActedOn, "older-answer") // I-52: by reply time or the mail's date; a copied DTSTAMP tells nothing
		return a, false
	}
	return a, true
}

// askAgain answers a reply to an earlier version of the meeting with the current one.
func (t *turn) askAgain(m *Meeting, r *Reply) {
	t.settle(r, AskedBack, "answered-earlier-version")
	l := t.meetingLetter(m, Update, r.Writer, "the answer was to an earlier version (RFC 5546 §2.1.4)")
	l.Ref = "earlier-version"
	t.answer(l, r)
}

// attend records one statement about attendance.
func (t *turn) attend(m *Meeting, r *Reply, in Intent, a Answer) []EchoLine {
	p := t.policy(m)
	s := m.seat(r.Writer)
	line := EchoLine{What: "attend", Status: in.Status, Reason: in.Reason}
	a.Reason = in.Reason
	switch in.Status {
	case "accepted":
		a.PartStat = Accepted
	case "tentative":
		a.PartStat = Tentative
	case "declined":
		a.PartStat = Declined
	case "delegated":
		return t.delegate(m, r, in, a)
	default:
		return nil
	}
	before := s.Answer.PartStat
	t.dropDelegate(m, s)
	s = m.seat(r.Writer)
	s.Answer = a
	t.note("attend", r.Writer, string(before), string(a.PartStat))
	if a.PartStat == Declined {
		return t.leave(m, p, r, line)
	}
	return []EchoLine{line}
}

// leave records that someone will not come: the reason, who comes instead, and who is told (S2-47, S3).
func (t *turn) leave(m *Meeting, p *Policy, r *Reply, line EchoLine) []EchoLine {
	s := m.seat(r.Writer)
	if p.Leave.Cutoff.IsSet() && t.now.After(p.Leave.Cutoff.Before(t.Calendar, t.begin(m))) || t.now.After(m.Start) {
		s.Answer.Late, line.Note = true, "late"
	}
	lines := []EchoLine{line}
	if s.Optional || s.For != "" {
		return lines
	}
	if p.Leave.Delegate == "required" {
		t.askBack(m, r, "needs-delegate", lines, Choice{Verb: "delegate"}, Choice{Verb: "accept"})
		lines = nil
	}
	t.leaveTo(m, p, r, s, line)
	return lines
}

// leaveTo asks for approval of the leave, or tells whom the regulation wants told.
func (t *turn) leaveTo(m *Meeting, p *Policy, r *Reply, s *Seat, line EchoLine) {
	by := t.party(r.Writer)
	if approver := t.whoOne(m, p.Leave.Approval, ""); approver != "" && approver != r.Writer {
		s.Leave = "asked"
		l := Letter{Kind: Approval, Ref: "leave:" + string(r.Writer), Reason: "leave.approval", Zone: m.Zone, Meeting: t.meetingView(m, approver), By: &by, Quote: r.Text}
		l.Echoes = []EchoLine{line}
		l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
		l.Deadline = m.Start
		t.send(l, approver, r.MessageID)
	}
	to := append([]PersonID{t.whoOne(m, p.Leave.To, m.Convener)}, t.whoAll(m, p.Leave.Inform)...)
	for _, id := range to {
		if id != r.Writer {
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
	if m.Convener != "" && m.Convener != r.Writer {
		t.tell(m, m.Convener, r, EchoLine{What: what, Text: r.From})
	}
}

// delegate seats the person who comes instead (S2-47). A name that is not unique, or that the policy does not allow,
// is asked back; nobody is guessed.
func (t *turn) delegate(m *Meeting, r *Reply, in Intent, a Answer) []EchoLine {
	p := t.policy(m)
	line := EchoLine{What: "attend", Status: "delegated", Delegate: in.Delegate, Reason: in.Reason}
	who, why := t.findDelegate(m, p, r.Writer, in.Delegate)
	if why != "" {
		line.Note = why
		t.askBack(m, r, why, []EchoLine{line}, Choice{Verb: "delegate"}, Choice{Verb: "decline"})
		return nil
	}
	line.Delegate = t.Directory.Person(who).Name
	s := m.seat(r.Writer)
	if s.Delegate == who {
		return []EchoLine{line}
	}
	t.dropDelegate(m, s)
	s = m.seat(r.Writer)
	before := s.Answer.PartStat
	a.PartStat = Delegated
	s.Answer, s.Delegate = a, who
	t.seatDelegate(m, *s, who)
	t.note("delegate", r.Writer, string(before), string(who))
	t.invite(m, who, "a delegate was named (S2-47)")
	t.leaveTo(m, p, r, m.seat(r.Writer), line)
	return []EchoLine{line}
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
func (t *turn) findDelegate(m *Meeting, p *Policy, writer PersonID, name string) (PersonID, string) {
	if strings.TrimSpace(name) == "" {
		return "", "needs-delegate"
	}
	found := t.Directory.ByName(name)
	if len(found) == 0 {
		return "", "unknown-delegate"
	}
	if len(found) > 1 {
		return "", "ambiguous-delegate"
	}
	d := found[0]
	switch {
	case p.Leave.Delegate == "none":
		return "", "no-delegates"
	case d.ID == writer:
		return "", "unknown-delegate"
	case m.seat(d.ID) != nil && m.seat(d.ID).For != writer:
		return "", "delegate-invited"
	case p.Leave.DelegateFrom == "department" && d.Department != t.Directory.Person(writer).Department:
		return "", "delegate-elsewhere"
	}
	return d.ID, ""
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
			t.uninvite(m, who, "the delegation was taken back")
			m.Seats[i].Removed = true
			return
		}
	}
}

// counter records a proposal and puts it before the convener. No meeting moves without a person (I-34).
func (t *turn) counter(m *Meeting, r *Reply, in Intent) []EchoLine {
	start, err := time.Parse(time.RFC3339, in.Start)
	if err != nil || !start.After(t.now) || start.Equal(m.Start) {
		return nil // I-33: a proposal of the present time, or of a past one, is a client's mistake
	}
	end, err := time.Parse(time.RFC3339, in.End)
	if err != nil || !end.After(start) {
		end = start.Add(m.End.Sub(m.Start))
	}
	m.seat(r.Writer).Answer.Proposal = &Proposal{start.UTC(), end.UTC()}
	t.note("counter", r.Writer, "", start.UTC().Format(time.RFC3339))
	by := t.party(r.Writer)
	l := Letter{Kind: Approval, Ref: "move:" + string(r.Writer), Reason: "a counter-proposal is decided by the convener", Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), By: &by, Quote: r.Text}
	l.Changes = []Change{{"start", m.Start.Format(time.RFC3339), start.UTC().Format(time.RFC3339)}}
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	l.Deadline = m.Start
	t.send(l, m.Convener, "move-"+r.MessageID)
	return []EchoLine{{What: "counter", Time: start.UTC()}}
}
