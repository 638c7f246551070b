package secretary

import (
	"strconv"
	"time"
)

// Guide is what participants read or think about before an important or complex meeting (S1B-06).
type Guide struct {
	Questions []string  `json:"questions,omitempty"`
	Files     []File    `json:"files,omitempty"`
	By        PersonID  `json:"by"`
	At        time.Time `json:"at"`
}

// guided reports whether the meeting wants reference files or guiding questions before its notice goes out.
func (m *Meeting) guided(p *Policy) bool {
	if p.Importance == "important" || p.Complexity == "complex" {
		return true
	}
	return m.Application != nil && m.Application.important(p)
}

// guideAhead is how long before the notice the convener of a meeting that a rule calls is asked for the guide.
var guideAhead = Span{3, Workdays}

// guideDuties ask for reference files or guiding questions. The notice goes at the latest time all the same, with a finding.
func (t *turn) guideDuties(m *Meeting, p *Policy) []duty {
	if p == nil || m.Adopted != nil || m.Guide != nil || m.pending() || m.Shift == "ask" || !m.guided(p) {
		return nil
	}
	to := m.guideFrom()
	lead, _ := t.noticeTime(m, p)
	if to == "" || t.sent(Duty, to, "guide") {
		return nil
	}
	at := guideAhead.Before(t.Calendar, lead)
	if m.Application != nil && m.Application.Topic != "" {
		at = m.Application.Decided
	}
	return []duty{{at: at, until: m.Start, key: "guide", reason: "importance, complexity (S1B-06)", do: func() { t.askGuide(m, to, lead) }}}
}

// guideFrom is who prepares the meeting: the proposer, else the convener.
func (m *Meeting) guideFrom() PersonID {
	if m.Application != nil && m.Application.Topic != "" {
		return m.Application.By
	}
	return m.Convener
}

func (t *turn) askGuide(m *Meeting, to PersonID, lead time.Time) {
	l := Letter{Kind: Duty, Ref: "guide", Reason: "importance, complexity: reference files or guiding questions go out with the notice (S1B-06)", Zone: m.Zone, Meeting: t.meetingView(m, to), Deadline: lead.UTC()}
	l.Meeting.Method = ""
	t.send(l, to, "guide")
}

// receiveGuide takes the files or the questions.
func (t *turn) receiveGuide(m *Meeting, r *Reply) {
	questions := r.questions()
	switch {
	case r.Writer != m.guideFrom() || m.Stage != Planned:
		t.filed(m, r)
	case len(r.Files) == 0 && len(questions) == 0:
		t.askBack(m, r, "no-guide", nil)
	default:
		if m.Guide == nil {
			m.Guide = &Guide{By: r.Writer}
		}
		m.Guide.At, m.Guide.Files = t.now, append(m.Guide.Files, r.Files...)
		if len(questions) > 0 {
			m.Guide.Questions = questions
		}
		t.note("guide", r.Writer, "", string(m.ID))
		t.close(m, r, []EchoLine{{What: "guide", Text: fileNames(r.Files), Item: countOf(len(questions))}})
	}
}

// withGuide puts the guide into an invitation. Somebody outside gets neither files nor questions.
func (t *turn) withGuide(l *Letter, m *Meeting, to PersonID) {
	if m.Guide == nil || t.outsider(to) {
		return
	}
	l.Meeting.Guide = m.Guide.Questions
	l.Files = append(l.Files, m.Guide.Files...)
}

// questions are those that a mail puts to the participants.
func (r *Reply) questions() []string {
	var out []string
	for _, in := range r.Intents {
		if isApply(in) {
			out = append(out, in.Apply.Questions...)
		}
	}
	return out
}

func countOf(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
