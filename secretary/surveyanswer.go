package secretary

import (
	"fmt"
	"slices"
	"strconv"
)

// receiveSurvey takes scores and suggestions in until the survey closes; a later mail corrects the earlier (S0-37, S0-40).
// Only its writer sees what it says.
func (t *turn) receiveSurvey(m *Meeting, r *Reply) {
	s := m.Survey
	switch {
	case s == nil || !s.Closed.IsZero():
		t.surveyNote(m, r, "closed")
	case !slices.Contains(s.Asked, r.Writer):
		t.surveyNote(m, r, "not-asked")
	default:
		t.takeSheet(m, r)
	}
}

// surveyNote says why an answer does not count.
func (t *turn) surveyNote(m *Meeting, r *Reply, why string) {
	t.settle(r, ActedOn, "survey-"+why)
	t.note("survey-"+why, r.Writer, "", "")
	t.echo(m, r, []EchoLine{{What: "score", Note: why}})
}

func (t *turn) takeSheet(m *Meeting, r *Reply) {
	questions := t.policy(m).Survey.Questions
	sheet := m.Survey.Sheets[m.mark(r.Writer)]
	scores := map[string]int{}
	for k, v := range sheet.Scores {
		scores[k] = v
	}
	var lines []EchoLine
	for _, in := range r.Intents {
		switch n, _ := strconv.Atoi(in.Question); {
		case in.Kind == IntentScore && n >= 1 && n <= len(questions) && in.Value >= 1 && in.Value <= 5:
			scores[fmt.Sprint(n)] = in.Value
			lines = append(lines, EchoLine{What: "score", Item: fmt.Sprint(n), Text: questions[n-1].In(t.lang(t.Directory.Person(r.Writer))), Status: fmt.Sprint(in.Value)})
		case in.Kind == IntentSuggest && in.Comment != "":
			sheet.Said = in.Comment
			lines = append(lines, EchoLine{What: "suggest", Reason: in.Comment})
		}
	}
	if len(lines) == 0 {
		t.askBack(m, r, "no-score", nil)
		return
	}
	sheet.Scores = scores
	t.keepSheet(m, r.Writer, sheet)
	t.close(m, r, lines)
}

// keepSheet puts the sheet under its mark, and the name on the list of those who answered.
func (t *turn) keepSheet(m *Meeting, who PersonID, sheet Sheet) {
	s := m.Survey
	if s.Sheets == nil {
		s.Sheets = map[string]Sheet{}
	}
	s.Sheets[m.mark(who)] = sheet
	if !slices.Contains(s.Answered, who) {
		s.Answered = append(s.Answered, who)
		slices.Sort(s.Answered) // the order in which they came tells nothing
	}
	t.note("survey-answer", who, "", "")
}
