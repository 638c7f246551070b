package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// Answers that pick one of the letter's choices: by a number, a tick, a line of a reply slip, or one word.

// boxes are choices to tick: 「参加（√）不参加（ ）」,「□参加 ☑不参加」.
var boxes = pattern.Must(`(不参加|不出席|参加|出席|请假|待定)\s?[\[(]\s*([√✓✔☑v]?)\s*[\])]|([□☐○√✓✔☑☒■●])\s?(不参加|不出席|参加|出席|请假|待定)`)

// ticks reads boxes, and reports whether there are any. One must be ticked, no more.
func (p *presence) ticks(s sentence) bool {
	all := boxes.FindAllStringSubmatch(fold.Text(s.raw), -1)
	if len(all) < 2 {
		return false
	}
	ticked := ""
	for _, m := range all {
		if on := m[2] != "" || m[3] != "" && !strings.Contains("□☐○", m[3]); on && ticked == "" {
			ticked = m[1] + m[4]
		} else if on {
			ticked = "?"
		}
	}
	p.answers(ticked)
	p.blocked = p.blocked || ticked == "" || ticked == "?"
	return true
}

// answers takes the name of a choice in.
func (p *presence) answers(choice string) bool {
	switch choice {
	case "参加", "出席", "接受", "accept", "attend", "yes", "是", "能":
		p.accept = true
	case "待定", "暂定", "tentative", "maybe":
		p.tentative = true
	case "不参加", "不出席", "请假", "谢绝", "拒绝", "decline", "no", "否", "不能":
		p.decline = true
	default:
		return false
	}
	return true
}

// form is a line of a reply slip: 「是否参会：是」.
var form = pattern.Must(`(?:是否|能否|可否)(?:能)?(?:准时|按时)?(?:参加|参会|出席|到会|与会)(?:会议)?\s?[:：]?\s?(参加|出席|不参加|不出席|是|否|能|不能|待定)\s*[.!]*$`)

// choice is a choice of the letter by its number: 「选1」, "option 2".
var choice = pattern.Must(`^\s*(?:我)?(?:选择|选|回复|回|答|答复|option|choice|no\.?|number|第|#)?\s?([1-9])(?:号|项|个|吧|\s|\.|。|!)*$`)

// surelyGoes is a yes of one word.
var surelyGoes = pattern.Must(`^\s*(?:我|必|肯定|一定|都|去)?(?:去|来|到)(?:的|啊|呀|哈|滴|嘞)?\s*[.!~]*$`)

// goesFrom knows the writer who comes from a place, by a means, with somebody or something: 「我从工地直接过去」.
func (c clause) goesFrom(q Question) bool {
	m := goes.FindStringSubmatch(c.folded())
	return m != nil && !c.has(yes, no, maybe, hedge, move, stand) && !weighty(leftOf(means.ReplaceAllString(m[1], " "), q))
}

var (
	goes  = pattern.Must(`(?:我们|我部|我|本人|咱|俺)((?:会|将|能|可以|就|也|到时|届时|当天|直接|再|从|用|坐|乘|带|携|和|与|跟|同|在).{1,12}?)(?:过去|过来|前往|前来|到场|到会|接入|赶过去|赶到|赶来|去|来)(?:会议|腾讯会议|会场|会议室|开会)?(?:了|的|哈|吧)?\s*[.!~]*$`)
	means = pattern.Must(`(?:从|用|坐|乘|带着?|携带?|和|与|跟|同|在)[\p{Han}a-z0-9]{1,6}`)
)

// choices are the numbers that a letter gives its choices: 「1 参加　2 不参加　3 待定」.
var choices = pattern.Must(`(?:^|[^0-9.:/-])([1-9])\s?[ .、:)=-]?\s?["“]?(不参加|参加|不出席|出席|接受|谢绝|拒绝|请假|待定|暂定|accept|decline|tentative|attend|yes|no|maybe)`)

// chooses reads an answer by the number of a choice in the letter.
func (p *presence) chooses(c clause, q Question) bool {
	if surelyGoes.In(c.look()) || c.goesFrom(q) {
		p.accept = true
		return true
	}
	m := choice.FindStringSubmatch(c.folded())
	if m == nil {
		return false
	}
	found := ""
	for _, h := range q.History {
		for _, o := range choices.FindAllStringSubmatch(fold.Text(h), -1) {
			if o[1] == m[1] {
				if found != "" && found != o[2] {
					return false
				}
				found = o[2]
			}
		}
	}
	return p.answers(found)
}
