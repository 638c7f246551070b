package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// One model of another time that somebody asks for, whatever it came as: a COUNTER of Exchange, Google or KDE, iOS's
// parameter in a REPLY, or a sentence. Each person has one open at most, and a later answer closes it (imip I-34). The
// convener sees all of a meeting side by side; no meeting moves without a person.

// Proposal is another time someone asks for.
type Proposal struct {
	Start    time.Time `json:"start"`
	End      time.Time `json:"end,omitzero"`
	At       time.Time `json:"at,omitzero"`        // when it came in
	Said     string    `json:"said,omitempty"`     // the words with it
	Calendar bool      `json:"calendar,omitempty"` // by a calendar program, which waits for a DECLINECOUNTER
}

// proposed is one open proposal.
type proposed struct {
	*Proposal
	by PersonID
}

// proposals lists the open ones of a meeting, the oldest first.
func (m *Meeting) proposals() []proposed {
	var out []proposed
	for i := range m.Seats {
		if s := &m.Seats[i]; !s.Removed && s.Answer.Proposal != nil {
			out = append(out, proposed{s.Answer.Proposal, s.Person})
		}
	}
	slices.SortStableFunc(out, func(a, b proposed) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.by, b.by)) })
	return out
}

// proposalOf is the time that an intent asks for, nil where it is none: the present time, a past one or the very moment are
// programs' mistakes (imip I-33).
func (t *turn) proposalOf(m *Meeting, r *Reply, in *Intent) *Proposal {
	start, err := time.Parse(time.RFC3339, in.Start)
	if err != nil || !start.After(t.now) {
		return nil
	}
	end, err := time.Parse(time.RFC3339, in.End)
	if err != nil || !end.After(start) {
		end = start.Add(m.End.Sub(m.Start))
	}
	if start.Equal(m.Start) && end.Equal(m.End) {
		return nil
	}
	return &Proposal{Start: start.UTC(), End: end.UTC(), At: t.now, Said: cmp.Or(r.Text, in.Reason), Calendar: r.Calendar != nil}
}

// withoutProposal is what is left of a reply whose proposal is none: the participation state that came with it.
func (t *turn) withoutProposal(r *Reply, attend *Intent) *Intent {
	t.note("no-proposal", r.Writer, "", "")
	if attend != nil {
		return attend
	}
	c := t.lineOf(r, r.Writer)
	if c == nil || spoken(PartStat(c.PartStat)) == "" || c.PartStat == string(Delegated) {
		return nil
	}
	return &Intent{Kind: IntentAttend, Status: spoken(PartStat(c.PartStat)), Reason: c.Comment}
}

// propose records a proposal and puts it before the convener, beside those that are open already. What the person has said
// of the present time stands.
func (t *turn) propose(m *Meeting, r *Reply, p *Proposal, a Answer) []EchoLine {
	s := m.seat(r.Writer)
	a.PartStat, a.Reason, a.Late = s.Answer.PartStat, s.Answer.Reason, s.Answer.Late
	a.Proposal = p
	s.Answer = a
	t.note("counter", r.Writer, "", p.Start.Format(time.RFC3339))
	t.askMoves(m, r)
	return []EchoLine{{What: "counter", Time: p.Start}}
}

// askMoves puts the open proposals before the convener, with who could come when.
func (t *turn) askMoves(m *Meeting, r *Reply) {
	to, by := t.chair(m), t.party(r.Writer)
	l := Letter{Kind: Approval, Ref: "moves", Reason: "counter-proposals are decided by the convener", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by,
		Times: t.times(m), Deadline: m.Start}
	if only := l.proposedTimes(); len(only) == 1 {
		l.Ref, l.Quote, l.Choices = "move:"+string(r.Writer), r.Text, []Choice{{Verb: "approve"}, {Verb: "reject"}}
		l.Changes = []Change{{"start", m.Start.Format(time.RFC3339), only[0].Start.Format(time.RFC3339)}}
		if only[0].Start.Equal(m.Start) {
			l.Changes = []Change{{"end", m.End.Format(time.RFC3339), only[0].End.Format(time.RFC3339)}}
		}
	} else {
		l.Choices = choicesAmong(l.Times)
	}
	t.send(l, to, "move-"+r.MessageID)
}

// choicesAmong are the buttons of a letter that puts several times before its reader.
func choicesAmong(times []TimeView) []Choice {
	var out []Choice
	for _, v := range times {
		if v.No != "" {
			out = append(out, Choice{Verb: "approve", Item: v.No}, Choice{Verb: "reject", Item: v.No})
		}
	}
	return out
}

// decideMoves takes the convener's word on the proposals of a letter: one of them is accepted and the meeting moves, or some
// are declined.
func (t *turn) decideMoves(m *Meeting, r *Reply) {
	times := r.About.proposedTimes()
	var yes []TimeView
	var no []ruling
	for _, v := range times {
		switch in, ok, why := r.ruling(v.No, len(times) == 1 || v.No == r.namedTime(times)); {
		case why != "":
			t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
			return
		case ok && in.Kind == IntentApprove:
			yes = append(yes, v)
			no = append(no, ruling{v, in.Comment})
		case ok:
			no = append(no, ruling{v, in.Comment})
		}
	}
	switch {
	case len(no) == 0:
		t.askBack(m, r, "which-time", nil, t.choicesOf(r)...)
	case len(yes) > 1:
		t.askBack(m, r, "several-times", nil, t.choicesOf(r)...)
	case m.Stage != Noticed, len(yes) == 1 && !m.open(yes[0]), len(yes) == 0 && !slices.ContainsFunc(no, func(d ruling) bool { return m.open(d.on) }):
		t.decided(m, r)
	case len(yes) == 1:
		t.acceptMove(m, r, yes[0], no)
	default:
		t.declineMoves(m, r, no)
	}
}

// namedTime is the number of the time whose proposer a mail names, and of no other: 「同意李娜的时间」. "" where it names none, or
// several.
func (r *Reply) namedTime(times []TimeView) string {
	no := ""
	for _, v := range times {
		named := slices.ContainsFunc(v.By, func(p Party) bool { return p.Name != "" && strings.Contains(r.Text, p.Name) })
		if named && no != "" {
			return ""
		} else if named {
			no = v.No
		}
	}
	return no
}

// ruling is a word on one proposed time.
type ruling struct {
	on      TimeView
	comment string
}

// proposedTimes are the proposals that a letter puts before its reader.
func (l *Letter) proposedTimes() []TimeView {
	return slices.DeleteFunc(slices.Clone(l.Times), func(v TimeView) bool { return v.No == "" })
}

// open reports whether somebody proposes this time still.
func (m *Meeting) open(v TimeView) bool {
	return slices.ContainsFunc(v.By, func(p Party) bool { return m.asks(p.ID, v) })
}

// asks reports whether the person's open proposal is this time.
func (m *Meeting) asks(who PersonID, v TimeView) bool {
	s := m.seat(who)
	return s != nil && s.Answer.Proposal != nil && s.Answer.Proposal.Start.Equal(v.Start) && s.Answer.Proposal.End.Equal(v.End)
}

// acceptMove moves the meeting. Everybody is asked anew, who proposed it as well; the other proposals are closed with a
// word about them in the same letter (RFC 5546 §3.2.7).
func (t *turn) acceptMove(m *Meeting, r *Reply, v TimeView, said []ruling) {
	if !v.Start.After(t.now) {
		t.askBack(m, r, "proposal-passed", nil, Choice{Verb: "reject", Item: itemOf(r, v)})
		return
	}
	line := EchoLine{What: "move", Status: "granted", Time: v.Start, Text: v.By[0].Name}
	for _, d := range said {
		if d.on.No == v.No {
			line.Reason = d.comment
		}
	}
	t.close(m, r, []EchoLine{line})
	t.move(m, v.Start, v.End, nil, "a counter-proposal was accepted (RFC 5546 §3.2.7)")
}

// itemOf is the number by which a reply to the letter names the time, "" where it is the only one.
func itemOf(r *Reply, v TimeView) string {
	if len(r.About.proposedTimes()) == 1 {
		return ""
	}
	return v.No
}

func (t *turn) declineMoves(m *Meeting, r *Reply, no []ruling) {
	var lines []EchoLine
	for _, d := range no {
		for _, by := range d.on.By {
			if m.asks(by.ID, d.on) {
				line := EchoLine{What: "move", Status: "refused", Time: d.on.Start, Reason: d.comment, Text: by.Name}
				lines = append(lines, line)
				t.declineMove(m, r, by.ID, line)
			}
		}
	}
	t.close(m, r, lines)
}

// declineMove closes one proposal: a DECLINECOUNTER to whoever made it by a calendar program, and words in any case, since
// most programs show nothing (RFC 5546 §3.2.8). The person is asked about the present time where it has no answer.
func (t *turn) declineMove(m *Meeting, r *Reply, who PersonID, line EchoLine) {
	s := m.seat(who)
	p := s.Answer.Proposal
	s.Answer.Proposal = nil
	t.note("counter-declined", who, p.Start.Format(time.RFC3339), "")
	l, by := t.meetingLetter(m, Update, who, "a counter-proposal was declined (RFC 5546 §3.2.8)"), t.party(r.Writer)
	l.Ref, l.By, l.Echoes, l.Deadline, l.Documents = "proposal-declined", &by, []EchoLine{{What: "proposal", Status: "refused", Time: p.Start, Reason: line.Reason}}, m.Start, nil
	l.Quote = line.Reason
	if l.Meeting.Method = ""; p.Calendar {
		l.Meeting.Method = "DECLINECOUNTER"
	}
	if s.answered() {
		l.Choices = nil
	}
	t.send(l, who, "declined-"+r.MessageID)
}

// settled is a word to whoever had a proposal open when the meeting moved, nil for others.
func (m *Meeting) settled(open []proposed, who PersonID) []EchoLine {
	for _, p := range open {
		if p.by != who {
			continue
		}
		line := EchoLine{What: "proposal", Status: "refused", Time: p.Start}
		if p.Start.Equal(m.Start) {
			line.Status = "granted"
		}
		return []EchoLine{line}
	}
	return nil
}
