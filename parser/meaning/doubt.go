package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// third reports whether somebody else is said to agree: 「王总同意」, "my boss agrees".
func third(c clause, name string) bool {
	for _, h := range c.hits {
		if h.sign != yes && h.sign != weak {
			continue
		}
		if states(string(c.text[h.start:h.end])) {
			continue
		}
		if asksOthers.MatchString(string(c.text[:h.start])) {
			return true
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 也已都经")
		for _, w := range []string{"boss", "manager", "he", "she", "they", "you", "你们", "您", "你", "客户", "由", "请", "让"} {
			if strings.HasSuffix(before, w) && !strings.HasSuffix(before, "职工") && !strings.HasSuffix(before, "申请") && !(w == "请" && c.text[h.start] == '照') {
				return true
			}
		}
	}
	return false
}

// asksOthers stands before a yes that somebody else is to say: 「其他请相关部门确认」.
var asksOthers = pattern.Must(`(?:请|由|让|交|报)[^我本敝\P{Han}]{2,8}$`)

// states knows the words that speak of the minutes, not of a person who agrees: "they accurately reflect".
func states(w string) bool {
	for _, p := range []string{"accurat", "reflect", "match", "look", "all ", "correct", "no ", "spot", "acceptable", "in order", "as ", "you have", "consider", "treat", "take"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// cleared reports whether every objection in a clause is denied right before it, 「没啥要改的」, 「并无遗漏」, or was looked for in vain.
func cleared(c clause) bool {
	if c.foundNothing() {
		return true
	}
	n := 0
	for _, h := range c.hits {
		if h.sign != no && h.sign != change && h.sign != follow {
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 可的")
		if !deniedBy(before, h.sign) || c.text[h.start] == '不' && !noun(c.text[h.end:]) {
			return false
		}
		n++
	}
	return n > 0
}

// noun reports whether what follows an objection makes a thing of it: 「没有不对的地方」, not 「没有不同意」.
func noun(after []rune) bool {
	return len(after) > 0 && strings.ContainsRune("的之地处", after[0])
}

// deniedBy reports whether before ends with a denial. 「没有修正」 may complain that nothing was mended, so a correction needs more: 「没有需要修正的」.
func deniedBy(before string, s sign) bool {
	if t := strings.TrimSuffix(strings.TrimSuffix(before, "要"), "需"); t != before {
		before = t + "需要"
		for _, w := range []string{"没有", "没", "无", "未发现", "没有发现", "没发现", "未发现有", "没有什么", "没有任何"} {
			if strings.HasSuffix(t, w) {
				return true
			}
		}
	}
	words := []string{"没啥", "没什么", "没有什么", "没有任何", "无任何", "没有需要", "没有需", "没需要", "没有要", "无需", "无须", "不用", "不必", "不需要", "不需", "没有地方需要", "没有哪里需要", "不再", "没有发现", "未发现", "没发现", "未见", "nothing to", "no need to", "nothing"}
	if s != change {
		words = append(words, "没有", "并无", "无", "没")
	}
	for _, w := range words {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// mended reports whether a clause says that an earlier fault is gone: 「之前的错别字已经改过来了」, "the typo has been fixed".
func mended(c clause) bool {
	t := c.folded()
	return isMended.MatchString(t) && !strings.ContainsAny(t, "没未") && !strings.Contains(t, "not")
}

var isMended = pattern.Must(`(?:已|已经|都|全|全都|均|也)(?:按\p{Han}{0,8}?)?(?:写进去|加进去|改|更正|改正|修正|订正|修改|调整|补充|补|加)(?:好|过|过来|到位|上|掉|完|完毕|正确)?了?\s*$|(?:改过来|补上|补齐|加上|补进去|加进去|写进去|改进去|收进去)了|改好了|改正了|更正了|(?:已|已经)(?:改正|更正|修正|订正|改好)|按[^,]{0,8}改(?:了|过|好)|改得(?:很|挺|真)?(?:好|不错|到位)|已按我的意见|已按意见|已按要求改|` +
	`(?:has|have) (?:now |all )?been (?:corrected|fixed|addressed|resolved|amended|sorted)|is fixed now|now (?:corrected|fixed)`)

// nextTime knows advice for later meetings, which takes nothing back: 「但请以后提前发」.
func nextTime(c clause) bool {
	for _, w := range []string{"以后", "今后", "下次", "下回", "next time", "in future", "in the future"} {
		if strings.Contains(c.folded(), w) {
			return true
		}
	}
	return false
}

// promised knows the yes that is put off to a day: 「周五前确认」.
func promised(c clause, q Question) bool {
	raw := string(c.raw)
	for _, h := range c.hits {
		if w := string(c.text[h.start:h.end]); w != "确认" && w != "confirm" && w != "同意" {
			continue
		}
		at := len(string(c.raw[:h.start]))
		for _, m := range q.dates(raw) {
			if m.End <= at && strings.Trim(fold.Text(raw[m.End:at]), " 前之内再会才给来去我统一正式书面") == "" {
				return true
			}
		}
	}
	return false
}

// suspicious reports whether a clause without a verdict denies something: better ask than confirm beside it.
func suspicious(c clause) bool {
	covered := make([]bool, len(c.text))
	for _, h := range c.hits {
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	for i, r := range c.text {
		if !covered[i] && strings.ContainsRune("没未不别勿缺错误漏改唔冇", r) {
			return true
		}
	}
	t := " " + string(c.text) + " "
	for _, w := range []string{" not ", "n't ", " no ", " never ", " without ", " cannot ", " change ", " amend ", " fix ", " edit "} {
		if i := strings.Index(t, w); i >= 0 && i < len(t) && !coveredAt(covered, i) {
			return true
		}
	}
	return false
}

func coveredAt(covered []bool, i int) bool { return i < len(covered) && covered[i] }
