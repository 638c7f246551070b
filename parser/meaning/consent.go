package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// consent takes a yes in. A bare 「确认」 or "ok" counts only where the clause says nothing else of weight.
func (v *verdict) consent(c clause, s sentence, ids []string, q Question) bool {
	if c.has(others, ask) || c.reports() || c.wonders() || third(c, q.Name) || promised(c, q) || denied(c) {
		v.blocked = true
		return false
	}
	switch heavier := !cleared(c) && c.weighs(minuted, q.Name); {
	case heavier && !c.narrow(minuted, q.Name, q.History):
		v.doubted, v.blocked = true, v.blocked || !c.carried()
		for _, id := range v.own {
			v.fine[id] = true
		}
		return len(v.own) > 0
	case heavier && len(v.own) == 0:
		v.limited = true
	case len(ids) > 0 && (c.has(all) || wholly.In(c.look())) && !c.has(rest) && len(v.own) == 0:
		v.whole = true
	case len(ids) > 0 && !c.has(rest):
		for _, id := range ids {
			v.fine[id] = true
		}
	case c.has(rest):
		v.rest = true
		v.others(c, ids)
	case c.has(scope):
		v.limited = true
	default:
		v.whole, v.firm = true, v.firm || v.doubted || c.firm()
	}
	return true
}

// reports reports whether a 确认 states a fact of something else: 「确认材料已寄出」,「我确认下周能到」.
func (c clause) reports() bool {
	for _, h := range slices.Backward(c.hits) {
		if h.sign == yes || h.sign == weak {
			return certain[string(c.text[h.start:h.end])] && fact.MatchString(string(c.text[h.end:]))
		}
	}
	return false
}

var certain = words("确认 我确认 确定 保证")

var fact = pattern.Must(`^[^,]{0,10}(?:已|将|会在|能|可以|需|得在)[^,]{1,}`)

// wholly names the minutes themselves, or all of them.
var wholly = pattern.Must(`全部|所有|全都|各条|各项|通篇|全文|纪要|会议记录|会议纪录|全稿|\bminutes\b`)

// amending is a heading that names what follows a correction.
var amending = pattern.Must(`更正|修改|改|错|误|不对|correction|change`)

// objecting is a label before what is objected to: 「异议：第二条」.
var objecting = pattern.Must(`^\s*(?:异议|有异议|不同意|反对|修改|更正|不认可|objection|correction|disagree)(?:意见|项|条目|条款|to)?\s?[:\- ]`)

// absent ends with what the minutes do not hold: 「加班方案纪要里没有」.
var absent = pattern.Must(`(?:纪要|记录|名单|文中)(?:里面|里|中|上|内)?(?:没有|未见|找不到|没写|没提)(?:到|这个|这条|这一条)?\s*$`)

// attributed reports whether somebody else is named before what a clause says, not as what it sets right: 「主持人应为李总」.
func (c clause) attributed() bool {
	for _, h := range c.hits {
		switch h.sign {
		case others:
			return true
		case no, change:
			return false
		}
	}
	return false
}

// wonders reports whether a clause ends in a 吧 that is not part of what it says: 「没问题吧」, not 「发吧」.
func (c clause) wonders() bool {
	text := []rune(strings.TrimRight(c.folded(), " ~"))
	if len(text) == 0 || text[len(text)-1] != '吧' {
		return false
	}
	return len(c.hits) == 0 || c.hits[len(c.hits)-1].end < len(text)
}

// others takes "the rest is fine" in. It clears an item named before only where it says "too"; otherwise something was said
// about that item that nobody understood.
func (v *verdict) others(c clause, ids []string) {
	too := len(v.own) > 0 || strings.ContainsAny(c.folded(), "也亦") || strings.Contains(c.folded(), "also") || strings.Contains(c.folded(), "too")
	for _, id := range ids {
		if too {
			v.fine[id] = true
		} else if !v.fine[id] && !v.able[id] {
			v.named[id] = true
		}
	}
}

// covers reports whether every item of the letter was said to be right.
func (v *verdict) covers(order []string) bool {
	if len(order) == 0 || len(v.fine) == 0 {
		return false
	}
	for _, id := range order {
		if !v.fine[id] && !(strings.Contains(id, ".") && v.fine[id[:strings.Index(id, ".")]]) {
			return false
		}
	}
	return true
}
