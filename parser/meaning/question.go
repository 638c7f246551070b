package meaning

import "github.com/huiban/huiban/parser/pattern"

// A question may hold the very words of an answer, in any of its clauses:
//
//	Is ACT-3 the finding we closed in October, or is this a new one? · It was closed in October, wasn't it?     asked altogether
//	Item 2 is done, could I have until Friday for item 3?                                              only its last clause

var (
	// inverted opens a clause as an English question does: a verb, then its subject. "Is done" and "Have finished" leave the subject out.
	inverted = pattern.Must(`^\s*(?:(?:and|so|but|or|sorry|hi|hello|hmm|well|wait|also|just to check) )*` +
		`(?:(?:is|are|was|were|am|do|does|did|has|have|had|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|shouldn't|should|shall|will|won't|would|can|could)(?: not)? ` +
		`(?:i|we|you|he|she|it|they|this|that|these|those|there|the|my|our|your|their|anyone|anybody|somebody|someone|everyone|item|items|action|point|[a-z]{1,8}-\d+)\b` +
		`|(?:which|who|whose|why|how|what|when|where) )`)

	// or opens the other half of a question.
	orElse = pattern.Must(`^\s*(?:or\b|还是|或者?是|抑或|定系|定係)`)

	// doubted ends a statement as a question: "wasn't it", "did we".
	doubted = pattern.Must(`^\s*(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should)(?:n't)? (?:i|we|you|he|she|it|they|this|that|there)(?: not)?\s*$`)
)

// wholly reports whether all of a sentence is asked.
func (s sentence) wholly() bool {
	n := len(s.clauses) - 1
	if n < 0 || !s.asked {
		return false
	}
	return inverted.MatchString(s.clauses[0].folded()) || n > 0 && (orElse.MatchString(s.clauses[n].folded()) || doubted.MatchString(s.clauses[n].folded()))
}

// inquiry opens a question to the secretary, which puts nothing off: 「想问下要不要带样品？」.
var inquiry = pattern.Must(`^\s*(?:但|不过|只是|另外?|顺便|顺带|对了|再|还|也|就|我|想|先|请|麻烦|多嘴|多|跟您|向您|和您|跟你|\s)*(?:问一下|问问|问下|问声|问一句|问句|请问|请教|咨询|想问|想知道|想了解|确认一下|确认下|问)(?:一下|下)?`)

// inquires reports whether a clause asks about something else than who comes and whether.
func (c clause) inquires() bool {
	t := c.folded()
	return inquiry.MatchString(t) && !c.has(yes, no, maybe, stand, others) && !people.MatchString(noPeople.ReplaceAllStringFunc(t, blanks)) && !coming.MatchString(t)
}

// coming is what a question about coming speaks of.
var coming = pattern.Must(`去不去|能去|能来|来不来|能不能(?:去|来|到)|可不可以(?:去|来|不)|改期|改到|时间|请假|代`)
