package templates

import (
	"fmt"
	"strings"
)

// Questions are those of the survey: the letter's own, else the regulation's four (S0-37).
func (v *view) Questions() []line {
	var out []line
	for i, e := range v.Echoes {
		out = append(out, line{fmt.Sprint(i + 1), e.Text})
	}
	for i := 1; i <= 4 && len(v.Echoes) == 0; i++ {
		out = append(out, line{fmt.Sprint(i), v.W(fmt.Sprintf("ask.%d", i))})
	}
	return out
}

// ScoreLink opens an answer with one line for each question.
func (v *view) ScoreLink() string {
	var b strings.Builder
	for _, q := range v.Questions() {
		b.WriteString(q.Label + ": \n")
	}
	return v.mailto(b.String())
}
