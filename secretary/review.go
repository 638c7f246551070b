package secretary

import (
	"fmt"
	"strings"
)

// reviewDuties: the reviewer is asked, and asked again each window; from the second time on the convener knows (S0-49).
func (t *turn) reviewDuties(m *Meeting, p *Policy) []duty {
	v, who := m.version(), t.reviewer(m, p)
	if who == "" {
		return []duty{{at: t.now, key: "nobody", reason: "there is nobody to review", do: func() { t.approved(m, p) }}}
	}
	n, at, rev := t.round(MinutesReview, who, fmt.Sprint("v", v.No), v.At, func(int) Span { return p.window() }, m.Zone)
	return []duty{{at: at, key: rev, reason: "minutes.review_by", do: func() {
		t.askReview(m, v, who, rev, n)
		if to := t.chair(m); n > 1 && to != who {
			t.reviewLate(m, p, to, who, rev)
		}
	}}}
}

// reviewLate tells the convener that the review is not answered.
func (t *turn) reviewLate(m *Meeting, p *Policy, to, who PersonID, rev string) {
	by := t.party(who)
	l := Letter{Kind: Escalation, Ref: "review", Reason: "the review of the minutes is not answered", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by}
	t.wantedIn(&l, p.window(), m.Zone)
	t.send(l, to, "review-"+rev)
}

// window is how long a confirmation or review may take before it is asked for again.
func (p *Policy) window() Span {
	if w := p.Minutes.ConfirmWindow; w.IsSet() && w.N > 0 {
		return p.Minutes.ConfirmWindow
	}
	return Span{2, Workdays}
}

func (t *turn) askReview(m *Meeting, v *Version, who PersonID, rev string, n int) {
	l := Letter{Kind: MinutesReview, Reason: "minutes.review_by: the minutes are reviewed before anybody confirms them (S0-49)", Zone: m.Zone}
	if n > 0 {
		l.Reason = "the review is not answered yet"
	}
	l.Meeting, l.Minutes = t.meetingView(m, who), t.minutesFor(m, v, who)
	by := t.party(v.By)
	l.By = &by
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	t.wantedIn(&l, t.policy(m).window(), m.Zone)
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
	in, ok := r.decision()
	if !ok {
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
		return
	}
	v.Comment = in.Comment
	if in.Kind == IntentReject {
		t.reject(m, p, v, r)
		return
	}
	t.note("review", r.Writer, fmt.Sprint("version ", v.No), "approved")
	t.close(m, r, []EchoLine{{What: "approve", Reason: in.Comment}})
	t.approved(m, p)
}

// reject returns a version to the recorder with the reviewer's comment.
func (t *turn) reject(m *Meeting, p *Policy, v *Version, r *Reply) {
	v.State, v.Comment = Rejected, r.words(v.Comment)
	t.note("review", r.Writer, fmt.Sprint("version ", v.No), "rejected")
	t.stage(m, m.back())
	t.close(m, r, []EchoLine{{What: "reject", Reason: v.Comment}})
	l, by := t.minutesCall(m, p, t.scribe(m), "the reviewer returned the draft (S0-49)", v), t.party(r.Writer)
	l.By = &by
	t.send(l, t.scribe(m), fmt.Sprint("rejected-", v.No))
}

// words are everything that a person wrote beside a rejection: what the recorder is to mend must not be cut. Comment
// stands in where the mail has no text, as with a calendar answer.
func (r *Reply) words(comment string) string {
	if strings.TrimSpace(r.Text) != "" {
		return r.Text
	}
	return comment
}

// decision is the approval or rejection in the reply. One that says both says neither.
func (r *Reply) decision() (Intent, bool) {
	var found *Intent
	for i := range r.Intents {
		if k := r.Intents[i].Kind; k == IntentApprove || k == IntentReject {
			if found != nil && found.Kind != k {
				return Intent{}, false
			}
			found = &r.Intents[i]
		}
	}
	if found == nil {
		return Intent{}, false
	}
	return *found, true
}

// approved opens the confirmation of the newest version, or publishes where nobody confirms.
func (t *turn) approved(m *Meeting, p *Policy) {
	m.version().State = Approved
	if p.Actions.ActiveOn == "review" {
		t.items(m, p, m.version())
	}
	t.stage(m, Confirming)
	m.Confirms = t.confirmers(m, p)
	if len(m.Confirms) == 0 {
		t.publish(m, p, nil)
	}
}

// receiveMeetingApproval takes the decision on a leave, another time, a day off or an objection.
func (t *turn) receiveMeetingApproval(m *Meeting, r *Reply) {
	kind, arg, _ := strings.Cut(r.About.Ref, ":")
	who := PersonID(arg)
	in, ok := r.decision()
	yes := in.Kind == IntentApprove
	switch {
	case r.Writer != r.About.To.ID:
		t.filed(m, r) // only who was asked decides
	case kind == "move", kind == "moves":
		t.decideMoves(m, r)
	case kind == "shift":
		t.decideShift(m, r)
	case kind == "topics":
		t.decideMotions(m, r)
	case kind == "apply" && m.Application != nil:
		t.decideApplication(m, r)
	case kind == "liaison" && m.Application != nil:
		t.decideLiaison(m, r, arg)
	case !ok:
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
	case kind == "leave":
		t.decideLeave(m, r, who, yes, in.Comment)
	case kind == "delegate":
		t.decideDelegate(m, r, arg, yes, in.Comment)
	case kind == "waiver":
		t.decideWaiver(m, r, yes, in.Comment)
	case kind == "crash":
		t.decideCrash(m, r, who, yes, in.Comment)
	case kind == "objection":
		t.decideObjection(m, r, who, yes, in.Comment)
	default:
		t.filed(m, r)
	}
}

func (t *turn) decideLeave(m *Meeting, r *Reply, who PersonID, yes bool, comment string) {
	s := m.seat(who)
	if s == nil || s.Leave == "" || m.Stage != Noticed {
		t.decided(m, r)
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
