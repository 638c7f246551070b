package secretary

import (
	"fmt"
	"strings"
	"time"
)

// The minutes go up to a superior (报阅, 报批): for reading, or for comment. Where the policy lets them, they go up before
// everybody has confirmed, marked so, and the final version follows (S1B-33, S1B-47, G-09). Comments go to the convener, and
// the minutes are filed only when they have come back (S1B-09, G-10).

// Submission is how far the minutes have come with the superior.
type Submission struct {
	To        PersonID  `json:"to"`
	Early     time.Time `json:"early,omitzero"` // the unconfirmed copy went out
	Asked     time.Time `json:"asked,omitzero"` // the final version did
	Comment   string    `json:"comment,omitempty"`
	Back      time.Time `json:"back,omitzero"` // the superior has answered, or nobody will
	MessageID string    `json:"message_id,omitempty"`
}

// hand is how long before the deadline an unconfirmed copy goes up: until then it may still be confirmed.
const hand = 2 * hour

// upTo is to whom the minutes go up, "" where they do not.
func (t *turn) upTo(m *Meeting, p *Policy) PersonID {
	if id := t.whoOne(m, p.Up.To, ""); t.Directory.active(id) {
		return id
	}
	return ""
}

// upDuties: an unconfirmed copy goes up in time where the minutes may; minutes that are not up by the deadline are a finding.
func (t *turn) upDuties(m *Meeting, p *Policy) []duty {
	to := t.upTo(m, p)
	if to == "" || m.corrected() {
		return nil
	}
	var out []duty
	deadline := p.Up.Deadline.After(t.Calendar, t.over(m))
	early := m.Up != nil && !m.Up.Early.IsZero()
	if p.Up.Deadline.IsSet() && !early && !m.found("up-late") {
		out = append(out, duty{at: deadline, key: "up-late", still: true, reason: "up.deadline (S1B-33)", do: func() { t.find(m, "S1B-33", "up-late", m.Recorder, string(m.Stage)) }})
	}
	v := m.version()
	if !p.Up.BeforeConfirm || early || m.Stage == Held || v == nil || v.State == Returned || v.State == Rejected {
		return out
	}
	at := t.now
	if p.Up.Deadline.IsSet() {
		at = t.polite(deadline.Add(-hand), deadline)
	}
	return append(out, duty{at: at, key: "up-early", reason: "up.before_confirm (S1B-47, G-09)", do: func() { t.upEarly(m, to) }})
}

func (t *turn) upEarly(m *Meeting, to PersonID) {
	m.Up = &Submission{To: to, Early: t.now}
	l := t.reportUp(m, to, "up.before_confirm: the same day, before everybody has confirmed (S1B-47, G-09)")
	l.Ref = "unconfirmed"
	t.send(l, to, "early")
}

func (t *turn) reportUp(m *Meeting, to PersonID, reason string) Letter {
	return Letter{Kind: ReportUp, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, to), Minutes: t.minutesView(m, m.standing()), Documents: []Document{MinutesDoc}}
}

// raiseUp sends the final minutes up. It reports whether they may be filed: not before comments have come back.
func (t *turn) raiseUp(m *Meeting, p *Policy) bool {
	to := t.upTo(m, p)
	if to == "" {
		return true
	}
	if m.Up == nil {
		m.Up = &Submission{}
	}
	m.Up.To, m.Up.Asked = to, t.now
	if p.Up.Mode == "comment" {
		return false // see returnDuties
	}
	m.Up.Back = t.now
	l := t.reportUp(m, to, "up.to: the minutes go up for reading (S1E-07)")
	if l.Ref = p.Up.Mode; !m.Up.Early.IsZero() {
		l.Ref, l.Reason = "final", "the final version follows the unconfirmed copy (S1B-47, G-09)"
	}
	t.send(l, to, "0")
	return true
}

// waitsForComment reports whether the minutes lie with the superior.
func (m *Meeting) waitsForComment() bool {
	return m.Up != nil && !m.Up.Asked.IsZero() && m.Up.Back.IsZero()
}

// returnDuties asks the superior for comments, and again while they are silent (S1B-09). Where they have left, the minutes
// are filed without.
func (t *turn) returnDuties(m *Meeting, p *Policy) []duty {
	if !m.waitsForComment() {
		return nil
	}
	if !t.Directory.active(m.Up.To) {
		return []duty{{at: t.now, key: "up-gone", still: true, reason: "the superior has left", do: func() { t.upBack(m, p, "") }}}
	}
	n, at, rev := t.round(ReportUp, m.Up.To, "up", m.Up.Asked, p.lessOften, m.Zone)
	return []duty{{at: at, key: rev, reason: "up.mode: comment (S1B-09)", do: func() {
		l := t.reportUp(m, m.Up.To, "up.mode: the superior comments before the minutes are filed (S1B-09)")
		if l.Ref = p.Up.Mode; n > 0 {
			l.Ref, l.Reason = "again", "the superior's comments are not back yet (S1B-09)"
		}
		l.Choices = []Choice{{Verb: "approve"}}
		t.wantedIn(&l, p.window(), m.Zone)
		t.send(l, m.Up.To, rev)
	}}}
}

// lessOften is how long a question that nobody answers rests before it is put again: the policy's window three times, then a
// week. A superior who leaves the minutes of daily meetings lying would get one mail more each day, for each of them.
func (p *Policy) lessOften(n int) Span {
	if n < 3 {
		return p.window()
	}
	return Span{1, Weeks}
}

// receiveUp takes the superior's answer. With comments they go to the convener, who may have them made action items.
func (t *turn) receiveUp(m *Meeting, r *Reply) {
	if !m.waitsForComment() || r.Writer != m.Up.To {
		t.filed(m, r)
		return
	}
	comment := r.directive()
	m.Up.MessageID = r.MessageID
	line := EchoLine{What: "up", Reason: comment}
	t.note("up", r.Writer, "", comment)
	t.settle(r, ActedOn, "up")
	t.echo(m, r, []EchoLine{line})
	t.upBack(m, t.policy(m), comment)
	if comment != "" {
		t.directive(m, r.Writer, comment, r.MessageID)
	}
}

// directive is what a superior wants to be done: everything that the answer says besides 已阅 or 同意.
func (r *Reply) directive() string {
	in, ok := r.decision()
	switch {
	case r.acknowledges():
		return ""
	case ok && in.Kind == IntentApprove && (in.Comment != "" || len([]rune(strings.TrimSpace(r.Text))) <= 12):
		return in.Comment
	}
	return strings.TrimSpace(r.Text)
}

// upBack records the superior's comments and files the minutes with them.
func (t *turn) upBack(m *Meeting, p *Policy, comment string) {
	m.Up.Comment, m.Up.Back = comment, t.now
	t.archive(m, p, t.minutesView(m, m.standing()))
}

// directive puts the superior's comments before the convener, who answers with action items where they are to be carried out.
func (t *turn) directive(m *Meeting, from PersonID, comment, rev string) {
	to, by := t.chair(m), t.party(from)
	l := Letter{Kind: ActionPlan, Ref: "directive", Reason: "the superior's comments go to the convener's department (S1B-09)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Quote: comment}
	t.send(l, to, fmt.Sprint("directive-", rev))
}
