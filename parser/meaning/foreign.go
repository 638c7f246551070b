package meaning

import "github.com/huiban/huiban/parser/pattern"

// Work that is not the writer's, or not this one, makes no progress:
//
//	他们组的进度是70% · Finance closed theirs already · according to purchasing it has been delivered       others'
//	ACT-17 is the one we closed in October · 去年也是完成了的 · 完成得太好了                                      another time, or a mockery
//	对方一直没回复，卡住了 · they have not sent the drawings yet                                             a trouble all the same

var (
	// theirWork opens a clause about the work of others.
	theirWork = pattern.Must(`^\s*(?:但是?|不过|而|其中|目前|现在|听说|好像|像)*(?:(?:他们|她们|人家|对方|隔壁)(?:那个?|的)?(?:小?组|部门|部|车间|单位|班组|班|公司|处|科室?|团队|产线|线|厂|家)?|(?:别的|其他|其它|另外?一个|另外|兄弟|友邻)(?:小?组|部门|车间|单位|班组|公司|处|科室|团队|产线|工厂|项目组))` +
		`(?:那边|那里|那头|那块|的|负责的)*(?:进度|进展|部分|活儿?|任务|工作|项目|也|都|全|已|已经|早就?|是|完成|做|搞|弄|约|大概|目前|现在|\d)`)

	// theirWorkEnglish is a part that others have, or their word for it.
	theirWorkEnglish = pattern.Must(`\b(?:theirs|hers|someone else's|somebody else's)\b|\baccording to (?:the )?[a-z]+\b|` +
		`(?:^|[,:] ?|\b(?:but|and|so) )\s*(?:their|his|her|[a-z]+'s) (?:own )?(?:part|share|bit|portion|half|side|work|items?|tasks?|actions?|sections?|piece|progress|stuff|team)\b|` +
		`\b(?:someone|somebody|anyone|anybody|no one|nobody|whoever) (?:else )?(?:has |had |already |just )*(?:marked|said|says|told|finished|closed|completed|put|entered)\b`)

	// whichWas stands before a done that only tells which thing is meant: "the finding we closed", "the one that was finished".
	whichWas = pattern.Must(`\b(?:finding|one|ones|item|action|point|task|part|job|thing|batch|issue|ticket|report|project|version)s? (?:(?:that|which) )?(?:we|i|they|he|she|you|somebody|someone)(?:'d|'ve)?(?: had| have| has| already| just)*\s$|` +
		`\b(?:finding|one|ones|item|action|point|task|part|job|thing|batch|issue|ticket|report|project|version)s? (?:that|which) (?:was|were|had been|has been|have been|got)(?: already| just)*\s$`)

	// history is a done of another time, and no done at all: 「去年也是完成了的」.
	history = pattern.Must(`(?:去年|前年|往年|历年|以前|上一?次|上回|上一?轮|上一?期|早先)[^,]{0,6}(?:也|都|就|每次|同样|照样)[^,]{0,3}$`)
)

// foreign reports whether a clause tells of work that is others'.
func (p piece) foreign() bool {
	t := p.folded()
	return (p.has(done, step, finish, near) || len(p.shares()) > 0) && (theirWork.MatchString(t) || theirWorkEnglish.MatchString(t))
}

// elsewhen reports whether the done in a clause is of another thing or time.
func (p piece) elsewhen() bool {
	for _, h := range p.hits {
		before := string(p.text[:h.start])
		if (h.sign == done || h.sign == step) && (whichWas.MatchString(before) || history.MatchString(before)) {
			return true
		}
	}
	return false
}
