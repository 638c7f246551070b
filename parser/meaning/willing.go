package meaning

import "regexp"

// willingWords say no by the will and yes by a denied absence. The will denied twice says nothing by itself:
// 不想参加 · "I don't plan to come" no; 不是不想参加 nothing; 不会缺席 · "no way I'd miss it" yes.
var willingWords = table{
	no: product("不想|不太想|不愿|不愿意|不打算|没打算|不准备|没准备|不计划|无意|唔想|不方便|不便|不会再|不可能|不派人|不派员|派不出人|只能不|只好不|不得不不", coming) + "|" +
		product("不得不|只能|只好|不能不", "缺席|请假|告假|婉拒|谢绝|拒绝") + "|" +
		product("don't|do not|didn't|won't|will not|not|never", "plan to attend|plan to come|plan to join|want to attend|want to come|want to join|want to go|intend to attend|intend to come|intend to join|planning to attend|planning to come|planning to join|planning on attending|planning on coming|wish to attend|going to attend|going to come|going to join|going to be there|going to make it|feel like coming") + "|" +
		product("no way i can|no way i could|no way for me to", "come|attend|join|make it|be there"),
	yes:     "不会缺席|不缺席|绝不缺席|一定不缺席|不会错过|绝不错过|" + product("won't|will not|wouldn't|would not|never|no way i'd|no way i would|no way i'll|no way i will|not going to|can't", "miss it|miss this"),
	neutral: product("不是|并非|并不是|倒不是|又不是|不是说|不是我", product("不想|不愿|不愿意|不打算", coming)) + "|" + product("not that i", product("don't want to|do not want to|wouldn't like to|don't care to", "come|attend|join|go|be there")) + "|no need to attend|no need to come|no need to join|need not attend|需不需要参加|不用参加|不必参加|无需参加|不用去|不必去",
}

// coming are the verbs of an invitation.
const coming = "参加|出席|参会|与会|到会|去|来|去了|来了|参加了|出席了"

// wish stands before a verb that somebody would have liked to do: 「很想参加，可惜去不了」. Beside a no it is no yes.
var wish = regexp.MustCompile(`(?:很|特别|非常|真|挺|本来|本|原本|原来|倒|也|真的|其实)(?:是)?想(?:要|着)?(?:来|去)?$`)

// regret drops the wishes of a sentence that says no.
func (s *sentence) regret() {
	if !s.has(no) {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		for n, h := range c.hits {
			if h.sign == yes && wish.MatchString(string(c.text[:h.start])) {
				c.hits[n].sign = neutral
			}
		}
	}
}
