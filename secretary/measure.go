package secretary

import (
	"regexp"
	"slices"
	"strings"
)

// proposedMeasure is a line of an answer that names an improvement measure: 「措施：资料提前两天发」.
var proposedMeasure = regexp.MustCompile(`(?im)^[\s·•*-]*(?:\d{1,2}\s*[.、)）]\s*)?(?:改进措施|改進措施|措施|(?:improvement )?measure)\s*\d{0,2}\s*[:：]\s*(\S.{1,300}?)\s*$`)

// proposeMeasures puts the measures that an answer names to the others that wait to be decided: whoever convenes the meetings gives
// each an owner and a date, and from then on it is supervised like an action item (S0-90, S0-95).
func (t *turn) proposeMeasures(c *choreAt, r *Reply) []EchoLine {
	var lines []EchoLine
	for _, m := range proposedMeasure.FindAllStringSubmatch(r.Text, -1) {
		if slices.ContainsFunc(c.s.OpenFeedback(), func(f *Feedback) bool { return f.Text == m[1] }) {
			continue // said twice, in the mail or in two
		}
		t.feed(c.s, Feedback{Class: "measure", By: r.Writer, Text: strings.TrimSpace(m[1])})
		lines = append(lines, EchoLine{What: "feedback", Status: "proposed", Text: m[1]})
	}
	return lines
}

// measuresOn are the improvement measures of a series: those being carried out, and those that were since the last round (S0-95).
func (s *Shelf) measuresOn() []*Item {
	return slices.DeleteFunc(slices.Concat(s.Open, s.Closed), func(i *Item) bool { return i.Feedback == "" })
}

// aim is what a measure is to achieve, where it says so: 「…，目标：按时率九成」.
var aim = regexp.MustCompile(`(?i)^(.*?)[，,。;；\s]*(?:目标|目標|aim|goal)\s*[:：为為]\s*(\S.*?)\s*$`)

// planned splits a measure that was proposed, and what is said in accepting it, into the steps and the aim; ok is false where there is
// no aim: an improvement plan has one for each measure (S0-95).
func planned(proposed, said string) (text, goal string, ok bool) {
	text, goal = strings.TrimSpace(proposed), strings.TrimSpace(said)
	if m := aim.FindStringSubmatch(text); m != nil {
		text, goal = m[1], strings.TrimSpace(m[2]+" "+goal)
	}
	if m := aim.FindStringSubmatch(goal); m != nil && m[1] == "" {
		goal = m[2]
	}
	return text, goal, goal != ""
}
