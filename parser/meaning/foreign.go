package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// Work that is not the writer's, or not this one, makes no progress:
//
//	他们组的进度是70% · Finance closed theirs already · according to purchasing it has been delivered       others'
//	ACT-17 is the one we closed in October · 去年也是完成了的 · 完成得太好了                                      another time, or a mockery
//	对方一直没回复，卡住了 · they have not sent the drawings yet                                             a trouble all the same

var (
	// theirWork opens a clause about the work of others.
	theirWork = pattern.Must(`^\s*(?:但是?|不过|而|其中|目前|现在|听说|好像|像)*(?:(?:他们|她们|人家|对方|隔壁)(?:那个?|的)?(?:小?组|部门|部|车间|单位|班组|班|公司|处|科室?|团队|产线|线|厂|家)?|(?:集团|全公司|行业|同行|全国|全省|友商)(?:平均|整体|总体)?|(?:别的|其他|其它|另外?一个|另外|兄弟|友邻)(?:小?组|部门|车间|单位|班组|公司|处|科室|团队|产线|工厂|项目组))` +
		`(?:那边|那里|那头|那块|的|负责的)*(?:进度|进展|部分|活儿?|任务|工作|项目|也|都|全|已|已经|早就?|是|完成|做|搞|弄|约|大概|目前|现在|\d)`)

	// theirWorkEnglish is a part that others have, or their word for it.
	theirWorkEnglish = pattern.Must(`\bthe other (?:team|half|side|department|line|plant|group|shift|site|crew)\b|\b(?:theirs|hers|someone else's|somebody else's)\b|\baccording to (?:the )?[a-z]+\b|` +
		`(?:^|[,:] ?|\b(?:but|and|so) )\s*(?:their|his|her|[a-z]+'s) (?:own )?(?:part|share|bit|portion|half|side|work|items?|tasks?|actions?|sections?|piece|progress|stuff|team)\b|` +
		`\b(?:someone|somebody|anyone|anybody|no one|nobody|whoever) (?:else )?(?:has |had |already |just )*(?:marked|said|says|told|finished|closed|completed|put|entered)\b`)

	// whichWas stands before a done that only tells which thing is meant: "the finding we closed", "the one that was finished".
	whichWas = pattern.Must(`\b(?:finding|one|ones|item|action|point|task|part|job|thing|batch|issue|ticket|report|project|version)s? (?:(?:that|which) )?(?:we|i|they|he|she|you|somebody|someone)(?:'d|'ve)?(?: had| have| has| already| just)*\s$|` +
		`\b(?:finding|one|ones|item|action|point|task|part|job|thing|batch|issue|ticket|report|project|version)s? (?:that|which) (?:was|were|had been|has been|have been|got)(?: already| just)*\s$`)

	// evident stands before a done that is told, shown or supposed: 「班组报上来说完成了」, "the tracker says completed".
	evident = pattern.Must(`(?:说|讲|显示|标的|标着|标成|标为|标记|写的|写着|填的|填着|登记|传|以为|当成|当作|误认|看成|改成了?|点成了?|算作)(?:的)?(?:状态)?(?:是|为|成|了|着|它|都|全|已经?|早就?|这项|该项|已|"|“| )*$|` +
		`\b(?:says?|said|shows?|shown|showed|marked|mark|displayed|displays|listed|lists|reads|claims?|assumed?|thought|hoped|heard|flagged|tagged)(?: it| this| that| as| is| was| it's| they| has been| to be| \w+ly)*\s$`)

	// guessed is a done that is only supposed: 「大概弄完了」.
	guessed = pattern.Must(`(?:大概|大约|估计|估摸着?|约莫|多半|十有八九)(?:是|都|也|该|已经?|全)*$`)

	// theirShare is somebody's own part of the work.
	theirShare = pattern.Must(`(?:他|她|他们|她们|人家|厂家|厂商|供应商|监理|客户|对方|甲方|乙方|总包|分包)(?:自己)?的?(?:那|这)(?:份|块|部分|项|边|一摊|摊)|\b(?:his|her|their) (?:own )?(?:part|share|bit|half|portion)\b`)

	// exceptUs is all but the writer.
	exceptUs = pattern.Must(`除了?(?:我|我们|我部|本部)(?:以?外|之外|都|,|$)|\bexcept (?:us|me|our|my)\b|\bbut (?:us|me)\b`)

	// waitsThen is a done that is waited for: 「等老王确认完成了我再回你」.
	waitsThen = pattern.Must(`^\s*(?:等|待|等到)[^,]*(?:再|才)|^\s*(?:等|待)(?:到)?(?:他|她|老|小|王|李|张)[^,]*$`)

	// idiom is a done that is none: "well done", "what's done is done", "I have done my best".
	idiom = pattern.Must(`\b(?:a|every|each) (?:completed|finished|closed|delivered) [a-z]|^\s*(?:completed|finished|closed) (?:forms|documents|checklists) |\bclosed for (?:christmas|the holidays?|maintenance|lunch|stocktaking|good)\b|\bto the wrong\b|\b(?:well|nicely|neatly|beautifully|better|easier said than) done\b|\bwhat's done\b|\b(?:done|did) (?:my|our|your) (?:best|bit|duty|homework)\b|\bconsider it done\b|\bhave it (?:done|completed|finished)\b|\b(?:door|line|shop|store|road|office|case|gate|port|border|window|canteen|account) (?:is|was|are) closed\b|\bget (?:it|this|that) done\b`)

	// bygone opens a clause about an earlier thing: 「上一版是完成了的」, "last year's dashboard".
	bygone = pattern.Must(`^\s*(?:上一?版|上一?期|上一?轮|(?:老|旧)(?:系统|版|的|平台|产线|设备)|前一版|上一任|前任|(?:去年|前年|往年)(?:的|那|也|都))|^\s*(?:the )?(?:last year's|last year|previous|old|former|earlier) `)

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
		if (h.sign == done || h.sign == step || h.sign == finish) && (whichWas.MatchString(before) || history.MatchString(before) || evident.MatchString(before) || guessed.MatchString(before) || p.oneSomebody(h)) {
			return true
		}
	}
	if (p.has(done, step) || p.has(near)) && (theirShare.In(p.look()) || exceptUs.MatchString(strings.ToLower(p.sentence.raw))) {
		return true
	}
	return p.has(done, step) && (bygone.In(p.look()) || waitsThen.In(p.look()) || idiom.In(p.look()))
}

// oneSomebody knows "the one Tom finished".
func (p piece) oneSomebody(h hit) bool {
	m := theOne.FindStringSubmatch(string(p.raw[:h.start]))
	return m != nil && person(m[1], "")
}

var theOne = pattern.Must(`\b(?:one|ones|thing|part|finding|item|job|version|batch) (?:that |which )?([A-Z][a-z]+)(?: has| had| already)* $`)

// urges is a demand on others, which promises nothing: 「请加快进度，确保12月20日完成」, "please have it completed by Friday".
var (
	urges   = pattern.Must(`^\s*(?:请|务必|望|希望|烦请|麻烦|辛苦)(?:大家|各位|你们|贵[部司方]|您|你|相关\p{Han}{1,4}|各\p{Han}{1,3})?(?:务必|抓紧|加快|尽快|尽早|确保|保证|按时|按期|如期|督促|推进|于|在|\d)|^\s*务必|(?:批示|指示|强调|通知|要求)(?:里|上|中)?(?:说|是|写)?\s*:|\b(?:needs?|has|have|must|ought|is|are) to be (?:fully )?(?:done|completed|finished|closed|delivered|requested|submitted)\b|\bmust be (?:done|completed|finished|closed|requested|submitted)\b|\b(?:please|kindly|pls) (?:have|get|make sure|ensure|see that|complete|finish|deliver)\b`)
	ownDoer = pattern.Must(`我|本人|本部|\b(?:i|we|i'll|we'll|us|me|our|my)\b`)
)

// urged reports whether a clause or one before it in its sentence makes a demand on others.
func (p piece) urged() bool {
	for _, c := range p.sentence.clauses {
		if len(c.text) <= longestClause && urges.In(c.look()) && !ownDoer.In(p.look()) {
			return true
		}
		if len(c.raw) > 0 && len(p.raw) > 0 && &c.raw[0] == &p.raw[0] {
			break
		}
	}
	return false
}
