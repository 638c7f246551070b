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
// A denial is looked for first; 「不列入」 holds 「列入」. What is put off to another time is left out of this agenda, also where it is
// taken up then: 「列入下次会议」.
var (
	nextOne = pattern.Must(`(?i)(不(?:予|要|必|再)?|暂不|别|勿)?(?:(?:可以|可|同意|请|先|予以|建议)*(?:列入|列到|列|采纳|採納|纳入|納入|加入|加到|安排到?|安排在|放[到在入]?|留[到待在]?|上会|上會)` + another + `(?:的?(?:会议|會議|例会|例會|会上|會上|会|會))?的?(?:议程|議程|议题)?(?:里|中|上)?(?:再)?(?:讨论|討論|议|說|说|上会|上會)?` +
		`|(?:可以|可|同意|请|先|建议|留?待|等|放到?)*` + another + `的?(?:会议|會議|例会|例會|会上|會上|会|會)?(?:再)?(?:可以|可|予以)?(?:列入|采纳|採納|纳入|納入|加入|安排|上会|上會)(?:议程|議程)?)` +
		`|\b(do not |don't |not )?(?:please )?(?:put|take|add|move|include|accept|leave|keep|postpone|defer)(?: it| them| this)?(?: up| on| to| in| into| for| until| at)*(?: the)? (?:next (?:time|meeting|agenda|session|month|week)|later)(?:'s)?(?: agenda| meeting)?\b`)
	putOff  = pattern.Must(`[,，:：(（]?\s*(?:放到?|留到?)?(?:下次|下回|以后|会后|改天)(?:会议|会上|例会)?(?:再)?(?:议|說|说|讨论|討論|上会|上會)[)）]?`)
	leftOut = pattern.Must(`(?i)不(?:予|要|必|再)?(?:列入|列|采纳|採納|采用|接受|纳入|納入|加入|上会|上會|安排)|(?:暂|先)不(?:列入|列|上会|安排)|\b(?:drop|leave (?:it |them )?out|left out|skip|not (?:take|accept|include)|don't (?:take|include))\b`)
	takenUp = pattern.Must(`(?i)(?:可以|可|同意|请|予以)?(?:列入|采纳|採納|纳入|納入|加入)(?:议程|議程|本次(?:会议|议程)?)?|(?:可以|同意|可)?上会|(?:可以|同意|可)?上會|\b(?:take (?:it |them )?up|take|accept|include|add it|put (?:it |them )?on)\b`)
)

// another is a time that is not this meeting's.
const another = `(?:下一?次|下回|下一?期|(?:下周|下週|下个?月|下個月)的?(?:会议|會議|例会|例會|会|會)|以后|以後|今后|今後|改天|改日|将来|將來)`

// asDecisions is the question with these words as what any decision is said in.
func asDecisions(q Question) Question {
	q.Lines = slices.Clone(q.Lines)
	for n := range q.Lines {
		text := q.Lines[n].Text
		no, yes := "reject", "approve"
		if strings.ContainsFunc(text, fold.CJK) {
			no, yes = "不同意", "同意"
		}
		text = nextOne.ReplaceAllStringFunc(text, func(s string) string {
			if m := nextOne.FindStringSubmatch(s); m[1]+m[2] != "" {
				return "…" // what is not to come next time may come now, or never
			}
			return no
		})
		text = leftOut.ReplaceAllString(text, no)
		if strings.Contains(text, no) {
			text = putOff.ReplaceAllString(text, "")
		}
		q.Lines[n].Text = takenUp.ReplaceAllString(text, yes)
	}
	return q
}
