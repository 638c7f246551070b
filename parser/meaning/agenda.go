package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// Whether a topic is taken up is decided like anything else that is put before somebody, and has words of its own besides:
//
//	1 列入 2 不列入 · 都列入 · 2 不上会 · 1 take, 2 drop · accept all
//
// A denial is looked for first; 「不列入」 holds 「列入」. What is put off to another time is left out of this agenda.
var (
	putOff  = pattern.Must(`[,，:：(（]?\s*(?:放到?|留到?)?(?:下次|下回|以后|会后|改天)(?:会议|会上|例会)?(?:再)?(?:议|說|说|讨论|討論|上会|上會)[)）]?`)
	leftOut = pattern.Must(`(?i)不(?:予|要|必|再)?(?:列入|列|采纳|採納|采用|接受|纳入|納入|加入|上会|上會|安排)|(?:暂|先)不(?:列入|列|上会|安排)|\b(?:drop|leave (?:it |them )?out|left out|skip|not (?:take|accept|include)|don't (?:take|include))\b`)
	takenUp = pattern.Must(`(?i)(?:可以|可|同意|请|予以)?(?:列入|采纳|採納|纳入|納入|加入)(?:议程|議程|本次(?:会议|议程)?)?|(?:可以|同意|可)?上会|(?:可以|同意|可)?上會|\b(?:take (?:it |them )?up|take|accept|include|add it|put (?:it |them )?on)\b`)
)

// asDecisions is the question with these words as what any decision is said in.
func asDecisions(q Question) Question {
	q.Lines = slices.Clone(q.Lines)
	for n := range q.Lines {
		text := q.Lines[n].Text
		no, yes := "reject", "approve"
		if strings.ContainsFunc(text, fold.CJK) {
			no, yes = "不同意", "同意"
		}
		text = leftOut.ReplaceAllString(text, no)
		if strings.Contains(text, no) {
			text = putOff.ReplaceAllString(text, "")
		}
		q.Lines[n].Text = takenUp.ReplaceAllString(text, yes)
	}
	return q
}
