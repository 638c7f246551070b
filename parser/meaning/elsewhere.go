package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A promise about something else than the answer takes nothing back from a consent: what will be sent, signed or brought is a paper.
//
//	同意，盖章件随后快递 · 确认，签字页明天送到 · "Confirmed, signed copy to follow"      nothing taken back
//	意见随后发 · 看完再回复 · "comments to follow"                               still a promise to answer
var (
	papers = pattern.Must(`盖章|签字|签章|扫描件|原件|纸质|回执|复印件|合同|发票|附件|附表|清单|台账|表格|表|照片|样品|样件|图纸|方案|计划|报价|ppt|数据|资料|材料|报告|联系方式|名单|快递|` +
		`\b(?:signed|stamped|scanned?|hard|paper) (?:copy|copies|version|page|form|original|sheet)\b|\b(?:contract|invoice|attachment|spreadsheet|slides|photos|samples?|drawings?|report|data|list)\b`)
	sends = pattern.Must(`寄|快递|邮|送|递|传|发|交|提供|更新|补|备案|归档|入库|盖|签|带|挂网|上线|` +
		`\b(?:send|sent|mail|courier|post|follow|follows|drop|bring|upload|share|forward|deliver)\b`)
	answers = pattern.Must(`意见|修改|反馈|回复|答复|确认|建议|异议|核|看|审|问|讨论|研究|结论|商量|协商|调整|\b(?:comments?|feedback|corrections?|changes|confirm|check|review|reply|answer|remarks|views?)\b`)
)

// elsewhere reports whether a clause only promises a paper.
func (c clause) elsewhere() bool {
	t := c.folded()
	return !c.has(yes, weak, no, change, refuse, cond, but) && papers.MatchString(t) && sends.MatchString(t) && !answers.MatchString(t)
}

// undertaking promises to do what an item asks: 「第4条流程我会尽快拟出来」.
var undertaking = pattern.Must(`(?:我|我们|部|科|处)\p{Han}{0,3}(?:会|将|尽快|马上|立即|抓紧)|\b(?:i|we)(?:'ll| will)\b`)

// undertakes reports whether a clause promises to do what an item asks, and not to answer.
func (c clause) undertakes() bool {
	t := c.folded()
	return c.has(later) && !c.has(yes, weak, no, change, refuse, cond, ask, but) && undertaking.MatchString(t) && !answers.MatchString(t) && !strings.ContainsAny(t, "再想待")
}
