package templates

import (
	"fmt"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Questions are those of the survey: the letter's own, else the regulation's four (S0-37).
func (v *view) Questions() []line {
	var out []line
	if v.Survey != nil {
		for i, q := range v.Survey.Questions {
			out = append(out, line{fmt.Sprint(i + 1), v.T(q)})
		}
	}
	for i := 1; i <= 4 && len(out) < i && v.Survey == nil; i++ {
		out = append(out, line{fmt.Sprint(i), v.W(fmt.Sprintf("ask.%d", i))})
	}
	return out
}

// Anonymous reports whether the survey's single answers are nobody's to see.
func (v *view) Anonymous() bool { return v.Survey != nil && v.Survey.Anonymous }

// ScoreLink opens an answer with one line for each question.
func (v *view) ScoreLink() string {
	var b strings.Builder
	for _, q := range v.Questions() {
		b.WriteString(q.Label + ": \n")
	}
	return v.mailto(b.String())
}

// scoreRow is one question's result: the mean, a bar that shows without images, and what it was.
type scoreRow struct{ Question, Mean, Bar, Trend string }

// Scores are the results of the survey.
func (v *view) Scores() []scoreRow { return v.scoresOf(v.Survey) }

func (v *view) scoresOf(s *secretary.SurveyView) []scoreRow {
	var out []scoreRow
	for _, q := range s.Scores {
		r := scoreRow{Question: v.T(q.Question), Mean: tenth(q.Tenths), Bar: bar(q.Tenths, 50, 10)}
		switch d := q.Tenths - q.Before; {
		case q.Before == 0:
		case d == 0:
			r.Trend = v.W("trend.same", tenth(q.Before))
		case d > 0:
			r.Trend = v.W("trend.up", tenth(q.Before), tenth(d))
		default:
			r.Trend = v.W("trend.down", tenth(q.Before), tenth(-d))
		}
		out = append(out, r)
	}
	return out
}

func tenth(n int) string { return fmt.Sprintf("%d.%d", n/10, n%10) }

// AnsweredOf says how many answered.
func (v *view) AnsweredOf() string {
	return v.W("survey.answered", fmt.Sprint(v.Survey.Asked), fmt.Sprint(v.Survey.Answered))
}

// Known are the figures that nobody was asked for (S3-99).
func (v *view) Known() []line { return v.knownOf(v.Survey) }

func (v *view) knownOf(s *secretary.SurveyView) []line {
	var out []line
	r := s.Rates
	if r.Closed+r.Overdue > 0 {
		out = append(out, line{v.W("rate.execution"), v.W("rate.execution.n", fmt.Sprint(r.Closed), fmt.Sprint(r.OnTime), fmt.Sprint(r.Overdue))})
	}
	if r.Meetings > 0 {
		out = append(out, line{v.W("rate.minutes"), v.W("rate.minutes.n", fmt.Sprint(r.Meetings-r.MinutesLate), fmt.Sprint(r.Meetings))})
	}
	return out
}

// Measured says who carries an improvement measure out, and by when.
func (v *view) Measured(m secretary.MeasureView) string {
	out := []string{v.W("item.owner", v.Who(m.Owner))}
	if m.Due != "" {
		out = append(out, v.W("item.due", v.PlainDay(m.Due)))
	}
	return strings.Join(out, v.W("then"))
}

// Annex is how the meeting before was judged, for the minutes (S0-47).
func (v *view) Annex() []line {
	if v.Minutes == nil || v.Minutes.Survey == nil {
		return nil
	}
	s := v.Minutes.Survey
	var out []line
	for _, r := range v.scoresOf(s) {
		out = append(out, line{r.Question, r.Mean})
	}
	out = append(out, v.knownOf(s)...)
	for _, m := range s.Measures {
		out = append(out, line{v.W("measure"), m.Text + v.W("paren", v.Measured(m))})
	}
	return out
}
