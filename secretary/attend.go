package secretary

// receiveAttendance reads the answers to an invitation: by calendar button or in words, both into one record. Before
// are lines about what else the mail brought.
func (t *turn) receiveAttendance(m *Meeting, r *Reply, before []EchoLine) {
	r, seat, other := t.inWhoseName(m, r)
	if other != "" {
		t.notTheirs(m, r, other, before)
		return
	}
	if seat == nil {
		t.crash(m, r, before)
		return
	}
	if m.Stage != Planned && m.Stage != Noticed {
		t.settle(r, ActedOn, "too-late") // I-41: an answer to a meeting that is over or cancelled changes nothing
		t.echo(m, r, append(before, EchoLine{What: "attend", Note: "too-late"}))
		return
	}
	answer, lines := t.inOrder(m, seat, r)
	if t.out.Verdict != "" {
		if lines = append(before, lines...); len(lines) > 0 {
			t.echo(m, r, lines)
		}
		return
	}
	seat.Undeliverable = ""
	if len(before) == 0 && r.pressedAgain(seat) {
		t.sameAnswer(seat, r, answer)
		return
	}
	t.takeAttendance(m, r, answer, before)
}

// takeAttendance records what the reply says about coming, and the other time it asks for.
func (t *turn) takeAttendance(m *Meeting, r *Reply, answer Answer, lines []EchoLine) {
	attend, counter, ok := r.attendance()
	if !ok {
		t.askBack(m, r, "unclear", lines, t.answers(m)...)
		return
	}
	var other *Proposal
	if counter != nil {
		if other = t.proposalOf(m, r, counter); other == nil {
			attend = t.withoutProposal(r, attend)
		}
	}
	if attend != nil {
		lines = append(lines, t.attend(m, r, *attend, answer)...)
	}
	if other != nil && m.seat(r.Writer) != nil {
		lines = append(lines, t.propose(m, r, other, answer)...)
	}
	if len(lines) == 0 && t.out.Verdict == "" && counter != nil && other == nil {
		t.askBack(m, r, "no-proposal", nil, t.answers(m)...)
	}
	t.close(m, r, lines)
}

// attendance is what the reply says about coming, and the other time it asks for. One that says two different things
// says nothing.
func (r *Reply) attendance() (attend, counter *Intent, ok bool) {
	for i := range r.Intents {
		in := &r.Intents[i]
		switch {
		case in.Kind == IntentCounter:
			counter = in
		case in.Kind != IntentAttend:
		case attend != nil && (attend.Status != in.Status || attend.Delegate != in.Delegate):
			return nil, nil, false
		default:
			attend = in
		}
	}
	return attend, counter, true
}

// attend records one statement about attendance.
func (t *turn) attend(m *Meeting, r *Reply, in Intent, a Answer) []EchoLine {
	line := EchoLine{What: "attend", Status: in.Status, Reason: in.Reason}
	a.Reason = in.Reason
	switch in.Status {
	case "accepted":
		a.PartStat = Accepted
	case "tentative":
		a.PartStat = Tentative
	case "declined":
		a.PartStat = Declined
		return t.decline(m, r, a, line)
	case "delegated":
		return t.delegate(m, r, in, a)
	default:
		return nil
	}
	t.dropDelegate(m, m.seat(r.Writer))
	s := m.seat(r.Writer)
	wasAway := s.away()
	t.record(s, a)
	t.restoreHost(m, r)
	if wasAway && !m.PackedAt.IsZero() {
		t.packTo(m, *s, "0", "materials.send: who comes after all gets the pack (S2-44)", everyFile)
	}
	return []EchoLine{line}
}

// record puts an answer on a seat.
func (t *turn) record(s *Seat, a Answer) {
	t.note("attend", s.Person, string(s.Answer.PartStat), string(a.PartStat))
	s.Answer, s.Leave, s.Proposed, s.Earlier = a, "", "", nil
}

// chair is who decides about the meeting itself: its convener, its host where the convener has left.
func (t *turn) chair(m *Meeting) PersonID {
	if t.Directory.active(m.Convener) {
		return m.Convener
	}
	return m.Host
}
