package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// actionWords answer "how far is it?".
var actionWords = table{
	cond:    `如果|若是|若|要是|假如|假设|倘若|只要|除非|的话|如能|如可|一旦|if|unless|provided|as long as|assuming|in case`,
	hedge:   `据供应商|据厂家|据客户|据对方|据采购|据反馈|说已|听说|据说|据称|据了解|据我所知|说是|heard|reportedly|apparently|as far as i know|应该|可能|也许|或许|好像|似乎|貌似|恐怕|不确定|说不好|不好说|未必|不一定|大概率|差不多|快了|maybe|might|perhaps|possibly|should be|hopefully|probably|not sure|i think|i guess|i believe|seems|likely`,
	neutral: `没有遇到困难|没遇到困难|未遇到困难|没有遇到问题|没停产|推进困难|推进缓慢|进展缓慢|请关闭|可以关闭|申请关闭|请予关闭|尽快完成|尽快做完|这么|那么|什么都|如有问题|如有疑问|如下|比如|例如|大概|大约|约|左右|约莫|估计|按期完成|按时完成|如期完成|按计划完成|按期|按时|如期|保质保量|完成率|完成比例|完成情况|完成时间|完成日期|完成度|完成进度|完成标准|完成百分比|预计完成时间|预计完成日期|计划完成时间|计划完成|不是|未知|完成后|完成之后|完成以后|会后|开始时间|没有困难|无困难|没什么困难|无问题|没有问题|没问题|不影响|没有影响|有问题|of the|when done|once done`,
	ask:     `吗|么|呢|是否|是不是|请问|什么|什么时候|何时|几时|哪里|哪个|哪些|哪位|哪天|为什么|为何|为啥|怎么|怎样|如何|谁|多少|多久|啥|咩|点解`,
	beg:     `麻烦|劳烦|能否|可否|能不能|可不可以|是否可以|可以吗|行吗|行不行|好吗|可以不|申请|请求|恳请|请批准|请准予|请予|请允许|烦请|希望|望|想要|想|拟申请|拟|特申请|要求|需要|需|得|恐需|请将|请把|please|could|can we|can i|may i|may we|would it be possible|is it possible|any chance|request|requesting|ask for|asking for|like to|would like|need|want|kindly|propose`,
	done: `已正式上线|正式上线了|已投产|已投用|已投入使用|投入使用了|弄完了|已弄完|已经弄完|搞完了|办好了|已办好|已经办好|全部结束|已全部结束|交付了|交付完毕|已完成|已经完成|已全部完成|已全完成|均已完成|都已完成|全部已完成|全部完成|都完成|均完成|完成了|完成啦|完成咗|已做完|做完了|做完|已搞定|搞定|搞掂|弄好了|已弄好|做好了|已做好|已办结|办结|已办理完毕|办理完毕|已办妥|办妥|完毕|已结束|已了结|已结项|结项|已关闭|关闭|已闭环|闭环|已销项|销项|已销号|销号|已落实|已落实到位|落实到位|已交付|交付完成|已完工|完工|已竣工|已收工|已验收|验收通过|已通过验收|已上线|上线了|已经上线|已提交完成|已整改完成|整改完成|已整改完毕|已处理完|处理完|已解决|解决了|顺利完成|圆满完成|提前完成|已按期完成|已按时完成|已如期完成|出晒|做晒|搞掂晒|做咗|已经做好|已经搞定|已经好了|已结案|结案|完成✅|✅|
		done|completed|complete|finished|closed|all done|is done|has been done|been completed|already done|wrapped up|delivered|resolved|accomplished`,
	undone: `都完成不了|均完成不了|搞不定|做不完|交不了|赶不出来|弄不完|办不完|交不出|nothing done|nothing has been done|nothing is done|not been done|not been completed|not been finished|none done|未完成|没完成|没有完成|尚未完成|还未完成|还没完成|仍未完成|未能完成|没做完|没弄完|未做完|未办结|未完|没完|没搞定|没好|还没好|还没弄好|完成不了|无法完成|不能完成|没法完成|完不成|来不及|赶不上|难以完成|未关闭|未闭环|未解决|没解决|not done|not yet done|not complete|not completed|not yet complete|not finished|not closed|isn't done|is not done|hasn't been completed|haven't finished|have not finished|can't finish|cannot finish|incomplete|unfinished|not resolved|not delivered`,
	near:   `第一批交付|首批交付|部分交付|第一批已|首批已|第一阶段已|第一阶段完成|一期已|阶段性完成|近一半|近半|将近一半|基本完成|基本做完|初步完成|大体完成|大致完成|主体完成|主要完成|接近完成|即将完成|快完成|快要完成|就要完成|马上完成|部分完成|完成部分|完成了部分|已完成部分|完成大半|完成了大半|已完成大半|完成过半|已完成过半|完成大部分|已完成大部分|完成了大部分|大部分完成|大部分已完成|大半|过半|收尾|扫尾|尾声|almost done|nearly done|almost complete|nearly complete|almost finished|nearly finished|mostly done|mostly complete|close to done|partly done|partially done|partially complete|partially completed|more than half|over half|final stage`,
	finish: `完成|办完|做完前|能完成|可完成|可以完成|预计完成|争取完成|力争完成|will be done|to be done|be done|be completed|be finished|will complete|will finish|to finish|to complete|finish|get it done|done by|completed by|complete by|finished by|expected to|expect|eta|预计|预期|ready`,
	doing: `begun|has begun|has started|have started|kicked off|搞紧|写紧|跟紧|倾紧|阶段|试运行|进行中|正在进行|正在|推进中|推进|在推进|持续推进|稳步推进|有序推进|按计划进行|按计划推进|在办|办理中|在办理|在做|做紧|整紧|跟进中|在跟进|处理中|在处理|落实中|还在|仍在|继续|已启动|已开始|已着手|已开工|开始了|刚开始|刚启动|着手|启动了|还差|就差|只差|仅差|还剩|就剩|只剩|仅剩|剩下|还有|做了|做到|完成到|进展顺利|进展正常|正常推进|顺利推进|已过半|
		in progress|in-progress|ongoing|on-going|working on|work on|underway|under way|on track|started|wip|progressing|continuing|partly|partially|still|on schedule|half`,
	idle: `nothing started|nothing has started|none started|nothing begun|未开始|没开始|没有开始|尚未开始|还未开始|还没开始|未启动|没启动|尚未启动|还没启动|还未启动|没有启动|未开工|没开工|尚未开工|还没开工|未开展|没开展|尚未开展|还没开展|未着手|没着手|尚未着手|未动工|没动|还没动|没有动|未动|未做|没做|还没做|尚未做|没搞|还没搞|冇做|未郁|未进行|尚未进行|没有进行|待启动|待开始|未实施|尚未实施|未执行|尚未执行|未安排|还未做|
		not started|not yet started|haven't started|hasn't started|have not started|has not started|not begun|yet to start|yet to begin|not start|to be started|no start yet|didn't start|did not start`,
	stuck:   `难以推进|推进受阻|卡住|卡壳|卡在|被卡|受阻|阻塞|暂停|停滞|停工|停止|停了|搁置|中止|暂缓|推进不了|无法推进|推不动|做不下去|进行不下去|无法进行|无法继续|没法推进|没法继续|无法开展|搁浅|僵持|挂起|停摆|blocked|on hold|stuck|stalled|suspended|paused|halted|held up|can't proceed|cannot proceed|can't continue|cannot continue|at a standstill`,
	waiting: `遇到困难|有困难|存在困难|缺料|断料|缺货|联系不上|停产|待供应商|待客户|待对方|待厂家|待审批|待批复|待回复|待领导|等待|等客户|等供应商|等领导|等审批|等对方|等厂家|等财务|等合同|等报价|等回复|等批复|等样品|等资料|等采购|等物料|等结果|在等|正等|还等|waiting for|waiting on|awaiting|wait for|depends on|pending`,
	extend:  `need till|give me till|give us till|one more week|one more day|another week|another month|more days|more weeks|some more time|additional time|extra time|extra week|push this|push to|push the deadline|push the date|push the due date|needs until|延期|延后|推迟|展延|宽限|顺延|延长|延至|延到|延迟到|延迟至|放宽|缓期|往后推|后延|展期|推后|推到|推至|延缓|缓几天|晚几天|extend|extended|extending|extension|postpone|postponed|postponement|push back|pushed back|push it back|push out|push it|more time|move the deadline|move the due date|new deadline|later date|deferral|defer|delay until|delay to|slip to|move it to|move to|push this back|need until|give me until|give us until`,
	move:    `have until|have till|get until|get till|take until|take till|use until|改到|改为|改成|改至|调整到|调整至|调整为|挪到|放到|宽到|给到|到期日|截止日期|截止日|完成时限|期限|deadline|due date|move|moved|shift|shifted`,
	keep:    `已申请延期|已提交延期|已报延期|不延期|无需延期|不需延期|不需要延期|不用延期|不会延期|不申请延期|无须延期|不必延期|不要延期|不能延期|不予延期|no extension|not extend|without extension|no delay|已延期|被延期|延期了|已推迟|被推迟|推迟了|延长了|为何延期|如需延期|唔使延期|已经延期|has been postponed|was postponed|been extended|was extended|延期原因|顺延了`,
	past:    `原定|原计划|原先|原本|原到期日|应于|本应|因|since|originally|was due|自`,
	actual:  `实际|实际完成|目前|现在|当前|到目前|截至|截止目前|截止今天|现已|累计|now|currently|actual|so far|overall|总体|整体|合计`,
	later:   `会通知|再通知|再告诉|会告诉|会说一声|试运行后|再报|再汇报|稍后反馈|稍后回复|稍后报|稍后更新|稍后汇报|稍后补|回头报|回头反馈|明天报|明天反馈|明天回复|晚点报|晚点反馈|下午报|下午反馈|稍后|回头|核实后|确认后|确认一下|问一下|问问|了解一下|了解下|查一下|会再|再回复|再反馈|另行|will report|get back|let you know|will check|need to check|later today`,
	others:  `前反馈|前回复|前汇报|前答复|前更新|反馈进|回复进|汇报进|更新进|回来更新|再更新|更新给|后更新|来更新|send an update|send you an update|give an update|give you an update|provide an update|不需要做|不用做|无需做|不做了|不搞了|不推了|不用做了|取消|终止|作废|i'll update|will update|update you|转给|转请|请转|转发|不是我负责|不归我|不由我|不清楚|不了解|不知道|not mine|not my|not responsible|don't know|no idea|ask|示例|样例|建议`,
	rest:    `其余|其他|其它|其馀|余下各项|另外几项|the rest|others|everything else|remaining items|other items`,
	all:     `全部|全都|所有|各项|每项|以上|上述|均|都|all|everything|both`,
}

var actionLexicon = build(verbWords, longerWords, actionWords)

// segment is what is said about one item, or about the whole.
type segment struct {
	ids     []string
	clauses []piece
	rest    bool
}

// piece is a clause in its segment.
type piece struct {
	clause
	sentence sentence
	asked    bool
}

func readAction(q Question) Answer {
	known, order := q.items()
	var a Answer
	segments := segmented(q, known)
	itemised := false
	for _, s := range segments {
		itemised = itemised || len(s.ids) > 0
	}
	for _, s := range segments {
		list := s.intents(q)
		if len(list) == 0 {
			continue
		}
		ids := s.target(itemised, order)
		if ids == nil {
			a.Unclear = append(a.Unclear, s.text())
			continue
		}
		for _, id := range ids {
			for _, i := range list {
				i.Item = id
				a.Intents = merge(a.Intents, i)
			}
		}
	}
	if len(a.Intents) == 0 {
		return unclear(q)
	}
	return a
}

// target is the items that a segment speaks of: its own; where it names none, the letter's only one ("" stands for that), and all of
// them where it says so. Nil means that nobody can tell.
func (s segment) target(itemised bool, order []string) []string {
	switch {
	case len(s.ids) > 0:
		return s.ids
	case itemised || s.rest:
		return nil
	case len(order) < 2:
		return []string{""}
	case s.has(all) || everything(s.text()):
		return order
	}
	return nil
}

func everything(t string) bool {
	k := fold.Text(t)
	for _, w := range []string{"全部", "全都", "均", "都", "所有", "各项", "每项", "all ", "everything"} {
		if strings.Contains(k, w) {
			return true
		}
	}
	return false
}

func (s segment) has(signs ...sign) bool {
	for _, c := range s.clauses {
		if c.has(signs...) {
			return true
		}
	}
	return false
}

func (s segment) text() string {
	var b strings.Builder
	for i, c := range s.clauses {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.String())
	}
	return b.String()
}

// merge adds i unless the same kind for the same item is there; a later progress of an item replaces the earlier.
func merge(list []secretary.Intent, i secretary.Intent) []secretary.Intent {
	for n, old := range list {
		if old.Kind == i.Kind && old.Item == i.Item {
			list[n] = i
			return list
		}
	}
	return append(list, i)
}

// segmented cuts the text at every item that opens a statement.
func segmented(q Question, known map[string]bool) (list []segment) {
	line := -2
	var titles entitled
	if len(known) > 1 {
		titles = entitle(q.History)
	}
	for _, s := range read(q.Lines, actionLexicon) {
		if excludes(s.raw) {
			if s = partlyDone(s, known); len(s.clauses) == 0 {
				continue // 「除第4项外都完成了」: better ask than count
			}
		}
		if s.line != line {
			if above := itemAbove(s.above); above != nil {
				list = append(list, segment{ids: above})
			} else if s.line > line+1 || len(list) > 0 && s.above != q.Lines[line].Above {
				list = append(list, segment{})
			}
			line = s.line
		}
		var listing []string // the items named so far in "ACT-17, ACT-18: done"
		for n, c := range s.clauses {
			for _, p := range c.divide(known) {
				refs := p.refs(known)
				ids := opening(refs)
				if ids == nil && p.has(extend, move) {
					ids = p.wanted(refs)
				}
				if id := titles.item(p.folded()); refs == nil && id != "" {
					ids = []string{id}
				}
				if ids = append(listing, ids...); p.onlyNames(known) {
					listing = ids
					continue
				}
				listing = nil
				if len(ids) > 0 && !(len(list) > 0 && len(list[len(list)-1].clauses) == 0 && same(list[len(list)-1].ids, ids)) {
					list = append(list, segment{ids: ids})
				}
				last := &list[len(list)-1]
				if p.has(rest) && len(ids) == 0 {
					list = append(list, segment{rest: true})
					last = &list[len(list)-1]
				}
				last.clauses = append(last.clauses, piece{p, s, s.asked && (n == len(s.clauses)-1 || p.has(ask))})
			}
		}
	}
	return list
}

// partlyDone reads 「除培训外均已完成」 as under way, where no item is named; else it gives back nothing.
func partlyDone(s sentence, known map[string]bool) sentence {
	finished := s.has(done) && !s.has(undone, idle)
	for _, c := range s.clauses {
		if len(c.refs(known)) > 0 {
			return sentence{}
		}
	}
	if !finished {
		return sentence{}
	}
	last := &s.clauses[len(s.clauses)-1]
	last.hits = []hit{{sign: near}}
	return s
}

// onlyNames reports whether a clause names items and says nothing about them, with no colon that opens their report.
func (c clause) onlyNames(known map[string]bool) bool {
	refs := c.refs(known)
	if len(refs) == 0 || c.colon || marker.MatchString(string(c.text)) {
		return false
	}
	left := c.text[:0:0]
	from := 0
	for _, r := range refs {
		left = append(left, c.text[from:r.start]...)
		from = r.end
	}
	left = append(left, c.text[from:]...)
	return strings.Trim(string(left), " 和与及、/&") == ""
}

// excludes reports whether a sentence speaks of all but some.
func excludes(raw string) bool {
	k := strings.ToLower(raw)
	return strings.Contains(k, "除") && strings.Contains(k, "外") || strings.Contains(k, "除了") || strings.Contains(k, "except") || strings.Contains(k, "apart from") || strings.Contains(k, "all but")
}

func same(a, b []string) bool { return strings.Join(a, ",") == strings.Join(b, ",") }

// divide cuts a clause before every further item that opens a statement: 「①完成 ②85%」. Items joined by 和 or a comma stay together.
func (c clause) divide(known map[string]bool) []clause {
	refs := c.refs(known)
	var parts []clause
	start := 0
	for i := 1; i < len(refs); i++ {
		between := strings.Trim(string(c.text[refs[i-1].end:refs[i].start]), " 和与及、/&,-以")
		if between == "" || between == "and" || !refs[i].opens {
			continue
		}
		parts = append(parts, c.slice(start, refs[i].start))
		start = refs[i].start
	}
	return append(parts, c.slice(start, len(c.text)))
}

func (c clause) slice(from, to int) clause {
	p := clause{raw: c.raw[from:to], text: c.text[from:to], first: c.first && from == 0, colon: c.colon && to == len(c.text)}
	for _, h := range c.hits {
		if h.start >= from && h.end <= to {
			p.hits = append(p.hits, hit{h.sign, h.start - from, h.end - from})
		}
	}
	return p
}
