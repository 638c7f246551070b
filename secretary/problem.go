package secretary

import (
	"slices"
	"time"
)

// ProblemFile is a problem that meetings are held about. It stays open, over several meetings if need be, until whoever
// convenes them says that it is solved: closing the action items is not enough (S2-21, S2-24).
type ProblemFile struct {
	Text   string    `json:"text"`
	Solved time.Time `json:"solved,omitzero"`
	By     PersonID  `json:"by,omitempty"`
	Next   MeetingID `json:"next,omitempty"` // the meeting that goes on with it
}

func (f *ProblemFile) open() bool { return f != nil && f.Solved.IsZero() && f.Next == "" }

// problemDuties ask, once every action item is closed, whether the problem is solved, or another meeting is wanted. Another
// meeting that goes on with it takes the problem over.
func (t *turn) problemDuties(m *Meeting, p *Policy) []duty {
	next, sure := t.goesOn(m)
	switch {
	case next != "" && !sure:
		return nil // whatever becomes of the application wakes this meeting
	case next != "":
		return []duty{{at: t.now, key: "problem", still: true, reason: "another meeting goes on with the problem", do: func() {
			m.Problem.Next = next
			t.note("problem", "", m.Problem.Text, string(next))
		}}}
	}
	to := t.chair(m)
	cycle := p.Progress.Cycle
	if !cycle.IsSet() || cycle.N == 0 {
		cycle = Span{1, Weeks}
	}
	_, at, rev := t.round(ApplicationForm, to, "problem", t.now, func(int) Span { return cycle }, m.Zone)
	if to == "" {
		return nil
	}
	return []duty{{at: at, key: "problem", reason: "the problem is open until it is said to be solved (S2-24)", do: func() { t.askProblem(m, p, to, rev) }}}
}

// goesOn is the meeting to come that goes on from m, "" where there is none; sure where nobody has to approve it any more.
func (t *turn) goesOn(m *Meeting) (next MeetingID, sure bool) {
	if t.Elsewhere == nil {
		return "", false
	}
	for _, o := range t.Elsewhere(t.now, t.now.AddDate(1, 0, 0)) {
		if o.Application != nil && o.Application.Continues == m.ID {
			return o.ID, !o.pending()
		}
	}
	return "", false
}

// pokeContinued wakes the meeting whose problem m goes on with, now that it is known whether m is held.
func (t *turn) pokeContinued(m *Meeting) {
	if m.Application != nil && m.Application.Continues != "" {
		t.poke(MeetingCase(m.Application.Continues))
	}
}

func (t *turn) askProblem(m *Meeting, p *Policy, to PersonID, rev string) {
	l := Letter{Kind: ApplicationForm, Ref: "problem", Reason: "the problem is open until it is said to be solved (S2-24)", Zone: m.Zone, Meeting: t.meetingView(m, to)}
	l.Meeting.Method = ""
	l.Applied = &AppliedView{By: t.party(to), Type: p.Title, Code: p.Code, Topic: m.Problem.Text, Problem: m.Problem.Text, Continues: m.ID}
	for _, s := range m.participants() {
		l.Applied.People = append(l.Applied.People, t.party(s.Person))
	}
	l.Choices = []Choice{{Verb: "solved"}, {Verb: "apply"}}
	t.send(l, to, rev)
}

// receiveProblem takes the word of who convenes the meetings: only that closes the problem.
func (t *turn) receiveProblem(m *Meeting, r *Reply) {
	solved := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentSolved })
	switch {
	case r.Writer != r.About.To.ID:
		t.filed(m, r)
	case !m.Problem.open():
		t.decided(m, r)
	case !solved:
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
	default:
		m.Problem.Solved, m.Problem.By = t.now, r.Writer
		t.note("problem", r.Writer, "open", "solved")
		t.close(m, r, []EchoLine{{What: "problem", Status: "solved", Text: m.Problem.Text}})
	}
}
