package meaning

import "github.com/huiban/huiban/parser/pattern"

// inVain is a search for faults that found none, whatever faults it goes on to name:
//
//	未发现与会议情况不一致之处 · 一个错字都没找到 · 没有哪条跟会上说的不一样 · "couldn't spot a single mistake"
//
// Behind a plain 没有 the fault must be made a noun: 「没有记错的地方」, not 「没有写清楚，记错了」.
var inVain = pattern.Must(`(?:^|[^\p{Han}]|我|我们|部|科|处|方|司|厂|室|这边|那边|也|都|并|暂|中|里|后|完|过|了|看|核|经核对|经审阅|经核实)(?:` +
	`(?:未|没|没有|没能|并未|尚未)(?:发现|见到|见|看到|看出|看见|找到|找出|听出|觉出|觉得|察觉|挑出|查出|碰到|遇到)|不存在|(?:找|挑|看|查|听|说)不(?:出|到|着)` +
	`|(?:没有|没|无)(?:哪一?|任何一|一)(?:条|处|点|项|个|句|字|款)|(?:没有|没|无|并无)\p{Han}{0,14}?(?:之处|的地方|的情况|的问题|的现象|的内容|的表述|的条款|的点|的要)` +
	`)|(?:哪怕)?(?:一|半|任何)(?:个|处|点|条|丝|字|项)\p{Han}{0,6}?(?:都|也)(?:没有?|不|未)(?:找|发现|看|查|见|挑|有|存在)` +
	`|(?:没|没有|未)(?:再)?(?:把|将|给)[^,]{1,10}?(?:写|记|打|弄|搞|列|填|标|排|算|念|叫)(?:错|漏|反|混|串|岔|丢)` +
	`|\b(?:couldn't|could not|can't|cannot|can not|didn't|did not|don't|do not|haven't|failed to|unable to) (?:really |even )?(?:find|spot|see|detect|identify|notice|found|spotted|seen|noticed)\b` +
	`|\b(?:not (?:a|one) (?:single )?(?:correction|mistake|error|typo|change|comment|objection|issue|complaint|remark|query)|nothing (?:(?:that )?(?:i can see|i see|i found|stands out|stood out|looks|looked|seems|seemed|jumps out|jumped out|is|was|appears|in it|in there|here) (?:(?:is|was|as|to be|out of|at me|to me|looks) )*)?(?:wrong|odd|off|out of place|missing|incorrect|inaccurate|amiss|omitted|left out|misstated|to object|to correct)|free (?:of|from) (?:errors|mistakes|typos|any)|no(?:thing)? red flags?|error-free)\b`)

// foundNothing reports whether the objections that a clause names were looked for in vain.
func (c clause) foundNothing() bool {
	at := inVain.FindStringIndex(c.folded())
	if at == nil {
		return false
	}
	from, named := runeIndex(c.folded())[at[0]], false
	for _, h := range c.hits {
		if h.start <= from && h.sign == no && h.end > from || h.start < from && (h.sign == no || h.sign == change || h.sign == refuse) || h.sign == but {
			return false
		}
		named = named || h.sign == no || h.sign == change || h.sign == yes
	}
	return named || !searches.MatchString(c.folded()[at[0]:at[1]])
}

// searches name no fault by themselves: 「没看到附件」 finds fault with nothing.
var searches = pattern.Must(`发现|见|看|找|听|觉|察|挑|查|碰|遇|说|没有|没|无|find|spot|see|detect|identify|notice|found|seen`)
