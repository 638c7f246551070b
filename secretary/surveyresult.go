package secretary

import (
	"fmt"
	"slices"
	"time"
)

// SurveyView is a survey as letters show it: the questions before, the sums after.
type SurveyView struct {
	Anonymous bool          `json:"anonymous,omitempty"`
	Questions []Text        `json:"questions,omitempty"` // survey: in their order
	Scores    []ScoreView   `json:"scores,omitempty"`    // survey-result; none where too few answered
	Asked     int           `json:"asked,omitempty"`
	Answered  int           `json:"answered,omitempty"`
	Few       int           `json:"few,omitempty"`   // so many answers would have been needed to publish figures (G-28)
	Since     Date          `json:"since,omitempty"` // of the survey that the trend is against
	Rates     Rates         `json:"rates,omitzero"`
	Measures  []MeasureView `json:"measures,omitempty"`
}

// ScoreView is the result of one question, in tenths of a point.
type ScoreView struct {
	Question Text `json:"question"`
	Tenths   int  `json:"tenths"`
	Before   int  `json:"before,omitempty"` // of the last survey; 0 where it did not ask this
}

// MeasureView is an improvement measure as letters show it (S0-42).
type MeasureView struct {
	Text  string `json:"text"`
	Owner Party  `json:"owner"`
	Due   Date   `json:"due,omitempty"`
	Done  bool   `json:"done,omitempty"`
}

// PollResult is what one survey came to, kept with the series for the trend (S0-45).
type PollResult struct {
	Meeting  MeetingID  `json:"meeting"`
	Day      Date       `json:"day"`
	Answered int        `json:"answered"`
	Sums     []ScoreSum `json:"sums,omitempty"`
	Rates    Rates      `json:"rates,omitzero"`
}

// gradeWindow is how long the organizer has to grade feedback; results wait for that long, since they name the measures.
var gradeWindow = Span{5, Workdays}

// pollDuties: suggestions become feedback of the series, and what a survey came to is published once its feedback is graded
// (S0-40, S0-46).
func (t *turn) pollDuties(policy string) []duty {
	s := t.Series[policy]
	if s == nil {
		return nil
	}
	var out []duty
	for id, m := range t.Meetings {
		p := t.policy(m)
		if m.Survey == nil || p == nil || p.ID != policy || m.Survey.Opened.IsZero() || m.Survey.Closed.IsZero() || !m.Survey.Result.IsZero() {
			continue
		}
		if len(m.Survey.Said) > 0 {
			out = append(out, duty{at: t.now, key: "said-" + string(id), still: true, reason: "suggestions become feedback (S0-40)", do: func() { t.takeSaid(s, m) }})
			continue
		}
		at := m.Survey.Closed
		if s.ungradedOf(id) {
			at = gradeWindow.After(t.Calendar, at.In(t.Calendar.Zone(m.Zone)))
		}
		out = append(out, duty{at: at, key: "result-" + string(id), reason: "survey.publish_to: the results and measures (S0-46)", do: func() { t.publishSurvey(s, m, p) }})
	}
	return out
}

func (t *turn) takeSaid(s *Series, m *Meeting) {
	for _, said := range m.Survey.Said {
		t.feed(s, Feedback{Class: "meeting", Meeting: m.ID, By: said.By, Text: said.Text})
	}
	m.Survey.Said = nil
}

// publishSurvey sends the results to whom the policy names, and to the convener always; too few answers are figures for
// nobody (G-28).
func (t *turn) publishSurvey(s *Series, m *Meeting, p *Policy) {
	m.Survey.Result, m.Survey.Measures = t.now, s.measuresOf(m.ID)
	to := []PersonID{t.chair(m)}
	view := t.surveyResult(s, m, p)
	if m.Survey.published(p) {
		to = append(to, t.whoAll(m, p.Survey.PublishTo)...)
	}
	t.note("survey-result", "", "", fmt.Sprintf("%d of %d", view.Answered, view.Asked))
	for _, id := range appendActive(t.Directory, nil, to...) {
		l := Letter{Kind: SurveyResult, Reason: "survey.publish_to: the results and measures (S0-46)", Zone: m.Zone, Meeting: t.meetingView(m, id), Survey: view}
		t.send(l, id, string(m.ID))
	}
	if m.Survey.published(p) {
		const kept = 12
		s.Polls = append(s.Polls, PollResult{m.ID, DateOf(t.begin(m)), len(m.Survey.Answered), m.Survey.Sums, m.Survey.Rates})
		s.Polls = s.Polls[max(0, len(s.Polls)-kept):]
	}
}

// surveyResult shows a closed poll beside the one before, nil where there is none to show.
func (t *turn) surveyResult(s *Series, m *Meeting, p *Policy) *SurveyView {
	v := &SurveyView{Anonymous: p.Survey.Anonymous, Asked: len(m.Survey.Asked), Answered: len(m.Survey.Answered), Rates: m.Survey.Rates}
	for _, x := range m.Survey.Measures {
		v.Measures = append(v.Measures, MeasureView{Text: x.Text, Owner: t.party(x.Owner), Due: x.Due})
	}
	if !m.Survey.published(p) {
		v.Few = max(1, p.Survey.MinAnswers)
		return v
	}
	var last *PollResult
	if s != nil && len(s.Polls) > 0 {
		last = &s.Polls[len(s.Polls)-1]
		v.Since = last.Day
	}
	for _, sum := range m.Survey.Sums {
		if mean, ok := sum.Mean(); ok {
			v.Scores = append(v.Scores, ScoreView{Question: sum.Question, Tenths: tenths(mean), Before: last.tenthsOf(sum.Question)})
		}
	}
	return v
}

func tenths(mean float64) int { return int(mean*10 + 0.5) }

// tenthsOf is what the same question got, 0 where it was not asked.
func (r *PollResult) tenthsOf(q Text) int {
	if r == nil {
		return 0
	}
	for _, s := range r.Sums {
		if mean, ok := s.Mean(); ok && s.Question.In(Hans) == q.In(Hans) {
			return tenths(mean)
		}
	}
	return 0
}

// annexed is the evaluation of the meeting before, for the annex of the minutes (S0-47); nil where there is none to show.
func (t *turn) annexed(m *Meeting) *SurveyView {
	prev := t.Meetings[m.Previous]
	if prev == nil || t.policy(prev) == nil || !prev.Survey.published(t.policy(prev)) {
		return nil
	}
	return t.surveyResult(nil, prev, t.policy(prev))
}

// improved lists the measures of the series that were carried out since the meeting before was noticed: what the next
// notice says has changed by them (S0-43).
func (t *turn) improved(m *Meeting) []string {
	var since time.Time
	if prev := t.Meetings[m.Previous]; prev != nil {
		since = prev.NoticedAt
	}
	var out []string
	for _, id := range sortedKeys(t.Items) {
		i := t.Items[id]
		if i.Feedback != "" && i.Series == t.policy(m).ID && i.Status == Complete && i.DoneAt.After(since) && !slices.Contains(out, i.Text) {
			out = append(out, i.Text)
		}
	}
	return out
}
