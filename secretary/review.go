package secretary

import "fmt"

// reviewDuties: the reviewer is asked, and asked again each window; then the convener knows (S0-49).
func (t *turn) reviewDuties(m *Meeting, p *Policy) []duty {
	v, who := m.version(), t.reviewer(m, p)
	var out []duty
	at := v.At
	for n := 0; n <= reviewReminders; n++ {
		rev := fmt.Sprintf("v%d-%d", v.No, n)
		if !t.sent(MinutesReview, who, rev) {
			return append(out, duty{at: at, key: rev, reason: "minutes.review_by", do: func() { t.askReview(m, v, who, rev, n) }})
		}
		at = p.window().After(t.Calendar, at.In(t.Calendar.Zone(m.Zone)))
	}
	rev := fmt.Sprintf("review-%d", v.No)
	if !t.sent(Escalation, m.Convener, rev) {
		out = append(out, duty{at: at, key: rev, reason: "the review is not answered", do: func() {
			by := t.party(who)
			t.send(Letter{Kind: Escalation, Ref: "review", Reason: "the review of the minutes is not answered", Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), By: &by}, m.Convener, rev)
		}})
	}
	return out
}

// reviewReminders is how often an unanswered review is asked for again.
const reviewReminders = 2

// window is how long a confirmation or review may take before it is asked for again.
func (p *Policy) window() Span {
	if p.Minutes.ConfirmWindow.IsSet() {
		return p.Minutes.ConfirmWindow
	}
	return Span{2, Workdays}
}

func (t *turn) askReview(m *Meeting, v *Version, who PersonID, rev string, n int) {
	l := Letter{Kind: MinutesReview, Reason: "minutes.review_by: the minutes are reviewed before anybody confirms them (S0-49)", Zone: m.Zone}
	if n > 0 {
		l.Reason = "the review is not answered yet"
	}
	l.Meeting, l.Minutes = t.meetingView(m, who), t.minutesView(m, v)
	by := t.party(v.By)
	l.By = &by
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	l.Deadline = t.policy(m).window().After(t.Calendar, t.now.In(t.Calendar.Zone(m.Zone))).UTC()
	l.Documents = []Document{MinutesDoc}
	t.send(l, who, rev)
}

// receiveReview takes the reviewer's decision on the version that lies with them.
func (t *turn) receiveReview(m *Meeting, r *Reply) {
	p, v := t.policy(m), m.version()
	if v == nil || r.Writer != t.reviewer(m, p) {
		t.filed(m, r)
		return
	}
	if m.Stage != Reviewing || r.About.Minutes != nil && r.About.Minutes.Version != v.No {
		t.settle(r, ActedOn, "version-passed")
		t.echo(m, r, []EchoLine{{What: "version-passed"}})
		return
	}
	for _, in := range r.Intents {
		switch in.Kind {
		case IntentApprove:
			t.note("review", r.Writer, fmt.Sprint("version ", v.No), "approved")
			v.Comment = in.Comment
			t.close(m, r, []EchoLine{{What: "approve", Reason: in.Comment}})
			t.approved(m, p)
			return
		case IntentReject:
			v.State, v.Comment = Rejected, in.Comment
			if v.Comment == "" {
				v.Comment = r.Text
			}
			t.note("review", r.Writer, fmt.Sprint("version ", v.No), "rejected")
			t.stage(m, Held)
			t.close(m, r, []EchoLine{{What: "reject", Reason: v.Comment}})
			t.callMinutes(m, p, fmt.Sprint("rejected-", v.No), "the reviewer returned the draft (S0-49)", v)
			return
		}
	}
	t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
}

// approved opens the confirmation of the newest version, or publishes where nobody confirms.
func (t *turn) approved(m *Meeting, p *Policy) {
	m.version().State = Approved
	t.stage(m, Confirming)
	m.Confirms = t.confirmers(m, p)
	if len(m.Confirms) == 0 {
		t.publish(m, p, nil)
	}
}

// receiveMeetingApproval takes the decision on a leave or on another time.
func (t *turn) receiveMeetingApproval(m *Meeting, r *Reply) {
	kind, arg, _ := cutCase(Case(r.About.Ref))
	who := PersonID(arg)
	for _, in := range r.Intents {
		if in.Kind != IntentApprove && in.Kind != IntentReject {
			continue
		}
		if r.Writer != r.About.To.ID {
			break
		}
		yes := in.Kind == IntentApprove
		switch kind {
		case "leave":
			t.decideLeave(m, r, who, yes, in.Comment)
			return
		case "move":
			t.decideMove(m, r, who, yes, in.Comment)
			return
		}
	}
	t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
}

func (t *turn) decideLeave(m *Meeting, r *Reply, who PersonID, yes bool, comment string) {
	s := m.seat(who)
	if s == nil || s.Leave == "" {
		t.filed(m, r)
		return
	}
	line := EchoLine{What: "leave", Status: "refused", Reason: comment, Text: t.party(who).Name}
	s.Leave = "refused"
	if yes {
		s.Leave, line.Status = "granted", "granted"
	}
	t.note("leave", who, "asked", s.Leave)
	t.close(m, r, []EchoLine{line})
	t.tell(m, who, r, line)
}

// decideMove moves the meeting to the time proposed, or declines the proposal.
func (t *turn) decideMove(m *Meeting, r *Reply, who PersonID, yes bool, comment string) {
	s := m.seat(who)
	if s == nil || s.Answer.Proposal == nil || m.Stage != Noticed {
		t.filed(m, r)
		return
	}
	prop := *s.Answer.Proposal
	s.Answer.Proposal = nil
	line := EchoLine{What: "move", Status: "refused", Time: prop.Start, Reason: comment, Text: t.party(who).Name}
	if yes {
		line.Status = "granted"
	}
	t.close(m, r, []EchoLine{line})
	if yes {
		t.move(m, prop.Start, prop.End, nil, "a counter-proposal was accepted (RFC 5546 §3.2.7)")
		return
	}
	t.tell(m, who, r, line)
}
