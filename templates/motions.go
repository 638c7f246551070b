package templates

import (
	"strings"

	"github.com/huiban/huiban/secretary"
)

// MotionLines say below a proposed topic whose it is, how long it takes and what for.
func (v *view) MotionLines(m secretary.MotionView) []string {
	var first []string
	if m.Purpose != "" {
		first = append(first, v.Term("aim", m.Purpose))
	}
	if m.Minutes > 0 {
		first = append(first, v.W("minutes.n", m.Minutes))
	}
	if len(m.Presenters) > 0 {
		first = append(first, v.W("motion.presents", v.Names(m.Presenters)))
	}
	var out []string
	for _, l := range []string{v.origin(m), strings.Join(first, " · ")} {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

// origin says who proposed a topic, or which meeting it comes from.
func (v *view) origin(m secretary.MotionView) string {
	from := v.W("motion.of", v.T(m.From), v.Day(m.FromDay))
	switch {
	case m.Kind == secretary.LeftOver:
		return v.W("motion.left", from)
	case m.Kind == secretary.Raised:
		return v.W("motion.raised", from)
	case m.By.ID != "":
		return v.W("motion.by", v.Who(m.By))
	}
	return ""
}

// Proposal is a topic that is not decided on, in one line.
func (v *view) Proposal(m secretary.MotionView) string {
	parts := append([]string{}, v.MotionLines(m)...)
	return strings.Join(append([]string{m.Title}, parts...), " · ")
}

// NoticeToCome reports whether the notice of the meeting is still to go out when the letter's deadline is over.
func (v *view) NoticeToCome() bool { return v.Meeting != nil && v.Deadline.Before(v.Meeting.Start) }

// Asked is a question with its asker, in one line.
func (v *view) Asked(q secretary.QuestionView) string {
	by := v.W("question.by", v.Who(q.By))
	if q.Done {
		by += v.W("then") + v.W("question.done")
	}
	return q.Text + v.W("by", by)
}
