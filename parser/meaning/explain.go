package meaning

import (
	"slices"
	"strings"
)

// Step is how one clause was read: the words of the grammar that were found in it, and what it adds to the answer.
type Step struct {
	Text  string   `json:"text"`
	Words []Word   `json:"words,omitempty"`
	Says  []string `json:"says,omitempty"`
}

// Word is a word or phrase, what it counts as in its place, and the rule that found it, as file:line and text. Sign and rule may differ in meaning:
// 参加 is a yes, in 「王总参加」 it is somebody else's.
type Word struct {
	Text string `json:"text"`
	Sign string `json:"sign"`
	Rule string `json:"rule,omitempty"`
}

// note tells the steps, where they are asked for, that clauses were read and what they added to what was said before.
func (q Question) note(before, after []string, clauses ...clause) {
	if q.Steps == nil {
		return
	}
	s := Step{Says: slices.DeleteFunc(slices.Clone(after), func(w string) bool { return slices.Contains(before, w) })}
	var texts []string
	for _, c := range clauses {
		texts = append(texts, c.String())
		s.Words = append(s.Words, c.words()...)
	}
	s.Text = strings.Join(texts, "，")
	*q.Steps = append(*q.Steps, s)
}

// words are the hits of a clause that say something.
func (c clause) words() (list []Word) {
	for _, h := range c.hits {
		w := Word{Sign: signNames[h.sign], Rule: "a rule of its own"}
		if h.rule != nil {
			w.Rule = h.rule.String()
		}
		if h.end <= len(c.raw) {
			w.Text = string(c.raw[h.start:h.end])
		}
		list = append(list, w)
	}
	return list
}

// told lists the names of what is true. Names and truths alternate.
func told(pairs ...any) (list []string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == true {
			list = append(list, pairs[i].(string))
		}
	}
	return list
}
