package meaning

import (
	"slices"

	"github.com/huiban/huiban/parser/pattern"
)

// A firm verdict that stands alone in its clause carries the mail: beside it a clause may say in words that nobody foresaw
// that things are as they should be. It may not hold anything that could turn the verdict.
//
//	一个字都不用改，确认 · 自动回复那两条没有遗漏，确认 · "The out-of-office minutes are correct as written, I confirm"    carried
//	同意扣款的说法有人提过，确认 · 只有王工那条没问题，确认                                         doubtful as before

// acts are consents that do something and do not say how things are; what they are done to must be understood.
var acts = pattern.Must(`同意|赞成|赞同|支持|认可|确认|接受|通过|发|办|行|confirm|agree|approv|accept|endorse|concur|sign|publish|issue|release|go ahead|happy to|happy for|support`)

// turning are words that could turn a verdict, in what the tables did not understand of a clause.
var turning = pattern.Must(`[改缓停拖等删撤换转补延推不没未无别才半只仅除但却而若如假缺错漏唔冇莫勿先再待]|\b(?:not|no|never|nor|neither|only|but|except|yet|still|wait|waiting|until|till|if|when|whether|before|unless|without|change|changed|wrong|missing|other|should|could|would|might|may|first|part|partly|some|half|most|then|later|said|says|told|asked)\b|n't`)

// firm reports whether a clause holds a verdict that is more than an "ok".
func (c clause) firm() bool {
	return slices.ContainsFunc(c.hits, func(h hit) bool {
		return h.sign == yes || h.sign == weak && firmWords[string(c.text[h.start:h.end])]
	})
}

var firmWords = words("确认 通过 没错 正确 准确 correct accurate")

// carried reports whether a firm verdict elsewhere carries a clause that agrees and says more than was understood.
func (c clause) carried() bool {
	if c.has(cond, hedge, later, ask, beg, but, except, others, heading, follow, denial, refuse) || c.has(no, change) && !cleared(c) {
		return false
	}
	stated := false
	for _, h := range c.hits {
		agrees := h.sign == yes || h.sign == weak
		if agrees && acts.MatchString(string(c.text[h.start:h.end])) {
			return false
		}
		stated = stated || agrees
		c = c.blanked(h.start, h.end)
	}
	left := noPeople.ReplaceAllStringFunc(c.folded(), blanks)
	return stated && !turning.MatchString(left) && !opinionated.MatchString(left)
}
