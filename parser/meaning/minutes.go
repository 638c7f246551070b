package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// minutesWords answer "please confirm these minutes".
var minutesWords = table{
	yes: `未发现错误|未发现问题|没发现问题|没有发现问题|没发现错误|未见问题|未见错误|确认无误|确认完毕|确认完|已确认|予以确认|特此确认|确认通过|同意|赞成|没问题|没有问题|无问题|没啥问题|没有啥问题|没什么问题|没有什么问题|没有任何问题|无任何问题|没得问题|木有问题|冇问题|没毛病|无异议|没有异议|没异议|无任何异议|没有任何异议|无不同意见|没有不同意见|无意见|没意见|没有意见|冇意见|冇异议|没有别的意见|没有其他意见|无其他意见|没其他意见|无其它意见|无修改意见|没有修改意见|没修改意见|无反馈意见|无补充意见|没有补充意见|无补充|没有补充|没补充|无需修改|无须修改|不需要修改|不用修改|不必修改|不用改|不需要改|无需改动|没有要改的|没要改的|没有需要修改的|没有需要改的|没有要修改的|没什么要修改的|没什么要改的|没什么可改的|没有修改|无修改|没写错|没有写错|没有错误|没有错|没错误|无错误|无误|没有出入|无出入|没出入|属实|情况属实|认可|照此印发|照此发布|可以发布|可以印发|可以下发|可发布|可印发|请发布|请印发|同意印发|同意发布|按此执行|照此执行|照此办理|按此办理|与会议一致|与会上一致|与实际一致|和会上一致|和会议一致|跟会上说的一致|没有不妥|无不妥|无疑义|没有疑义|没有疑问|无疑问|没意见的|支持|完全同意|
		i confirm|we confirm|confirmed|confirm|confirming|i agree|we agree|agree|agreed|no objection|no objections|no comments|no comment|no further comments|no remarks|no changes|no change needed|no changes needed|no corrections|no correction|no issues|no issue|no problem|no problems|no concerns|nothing to add|nothing to change|nothing to correct|looks good|look good|looks fine|look fine|looks correct|look correct|looks right|look right|all good|all fine|all correct|lgtm|good to go|please go ahead|go ahead|please publish|can be published|can be issued|ready to publish|approved|approve|i approve|signed off|sign off|happy with|fine with me|fine by me|ok with me|ok for me|okay with me|accurate and complete|accurately reflect|reflects what|reflect what|matches my notes|match my notes`,
	weak: `确认|可以|可行|ok|okay|okey|okk|oked|行|准确|正确|一致|通过|没错|对的|都对|完整|fine|correct|accurate|right|good|perfect|great|k`,
	seen: `i confirm receipt|we confirm receipt|i can confirm receipt|收到|已收到|收悉|已阅|阅|已悉|知悉|获悉|已知悉|已知晓|知晓|知道了|圈阅|确认收到|收到确认|已收悉|了解|明白|noted|received|got it|acknowledged|acknowledge|confirm receipt|confirming receipt|receipt confirmed|confirmed receipt|read|seen|understood|thanks for sharing|well received|confirm that i have received|confirm i received|confirm i have received|confirm that i received`,
	no: `不同意|不赞成|不赞同|不认可|不认同|不接受|不能接受|无法接受|反对|有异议|有不同意见|有意见|持异议|有不同看法|有问题|有误|有错|有出入|有偏差|有遗漏|有疑问|有疑义|不符|不一致|不相符|对不上|不属实|不实|不对|不准确|不准|不正确|不完整|不妥|不是这样|没这么说|没有这么说|没这样说|没有定|没定|并未定|未定下|没说过|没有说过|没说|没有说|没提|没有提|未提|没讨论|没有讨论|未讨论|未议|没议|没有议|没有答应|没答应|没同意|没有同意|未同意|冲突|错了|写错|记错|弄错|搞错|打错|写反|搞反|错误|笔误|错别字|有错字|漏了|遗漏|漏记|漏写|漏掉|少写|少记|少了|没写|没有写|没记|没有记|未写|未记|缺了|缺少|多写|多了|
		disagree|do not agree|don't agree|not agree|can't agree|cannot agree|not agreed|never agreed|didn't agree|did not agree|i object|object to|objection to|have an objection|have objections|wrong|incorrect|inaccurate|incomplete|not correct|not right|isn't right|is not right|isn't correct|is not what|isn't what|not what|not accurate|is missing|was missing|are missing|missing|left out|omitted|mistake|error|typo|misquoted|misstated|never said|did not say|didn't say|was not discussed|wasn't discussed|not discussed|not decided|wasn't decided|was not decided|conflicts with|mixed up|唔同意|唔啱|唔系|有啲问题|not ok|not okay|not fine|does not match|doesn't match`,
	refuse: `不能确认|无法确认|不予确认|不确认|没法确认|难以确认|不可以确认|不能通过|不通过|不可以|不行|不可|can't confirm|cannot confirm|can not confirm|unable to confirm|not confirm|not confirmed|unconfirmed|do not confirm|don't confirm|not able to confirm|won't confirm|cannot approve|can't approve|not approved|唔确认|唔可以`,
	change: `应为|应该为|应是|应该是|应当是|应当为|应改|应该改|应作|改为|改成|改到|改作|请改|要改|需改|需要改|得改|改一下|改下|改期|更改|更正|修正|订正|修改|修订|调整为|调整到|调整|改动|改掉|纠正|替换|换成|删除|删掉|删去|去掉|拿掉|补上|请补充|需补充|需要补充|应补充|建议补充|请增加|建议增加|应增加|请加上|应加上|请添加|不是|而不是|而非|并非|才对|才是|实际是|实际为|实为|原话是|当时说的是|说的是|定的是|会上定|是指|写成|误写|误记|
		should be|should read|should say|should have been|must be|ought to be|please change|please correct|please amend|please update|please revise|please add|please remove|please delete|please replace|please fix|needs to be|need to be|needs to read|needs correcting|need correction|needs correction|change to|changed to|correct to|correction|amend|rather than|instead of|was supposed`,
	denial:  `actually|not my|is not|was not|isn't|wasn't|were not|are not`,
	follow:  `补充|增加|添加|加上|please note|note that|建议|i suggest|we suggest|suggestion`,
	heading: `有以下意见|意见如下|修改意见如下|修改如下|异议如下|以下几处|以下两处|以下一处|处要改|处需要改|处需改|处要修改|处需要修改|处修改|处错误|处有误|处问题|点意见|条意见|个问题|点修改|处不对|处要更正|需更正如下|更正如下|请修改如下|有几点|有两点|有一点|有三点|有几处|有两处|有一处|有三处|几处|两处|处意见|two changes|one change|three changes|some changes|few changes|two corrections|one correction|corrections:|changes:|following changes|following corrections|a few comments|two comments|one comment|some comments|comments below`,
	except:  `除了|除开|除却|除|以外|之外|除外|外|except for|except|apart from|other than|with the exception of|excluding|bar`,
	neutral: `议定事项|会议纪要|征求意见稿|征求意见|对征求意见|送审稿|意见|补充说明完毕|请确认|敬请确认|请予确认|回复确认|帮忙确认|帮我确认|请帮我确认|部分同意的|确认的|你问的确认|下次|今后|以后会议|建议下次会|建议下次|建议以后|建议今后|经各部|for the record|next time|in future|in the future|see you|除夕|外协|外部|外观|外包|另外|例外|意外|国外|室外|外购|外发|外贸|对外|外委|外网|外观件|海外|户外|外销|外壳|外审`,
	later:   `before i confirm|before i can|confirm after|agree after|confirmed after|please wait|waiting for|wait for|wait until|请再确认|请核实|请再核实|重新确认|由他确认|跟他确认|和他确认|确认一下|确认下|确认后|确认完再|补充确认|下午补充|明天补充|稍后补充|随后补充|to confirm|please confirm|pls confirm|you confirm|needs confirming|before confirming|cannot yet|确认不了|还不能确认|暂时不能确认|暂不能确认|明天确认|下午确认|晚上确认|上午确认|周内确认|今天内确认|今晚确认|尽快确认|下周确认|后天确认|周一确认|周二确认|周三确认|周四确认|周五确认|下班前确认|会后确认|回来确认|回去确认|到时确认|再来确认|另行确认|再行确认|会确认|会尽快|将确认|要确认|去确认|来确认`,
}

var minutesLexicon = build(stance, minutesWords)

// subjects may stand beside a bare 确认 or 同意: the writer, his department, the thing confirmed, courtesies.
var subjects = build(subjectsTable)

var subjectsTable = table{neutral: `我们部门|我们公司|我们组|我们|我部门|我部|我方|我司|我局|我院|我处|我科|我中心|我厂|我组|我车间|我|本人|本部门|本部|本公司|本单位|本处|本科|本厂|本组|贵司|供方|需方|甲方|乙方|各部门|部门|单位|公司|中心|车间|分厂|项目部|项目组|集团|部|处|科|室|组|厂|院|所|局|办|
	会议纪要|会议记录|会议纪录|会议|纪要|记录|纪录|内容|条目|条款|事项|决议|议定事项|文件|草案|稿|初稿|终稿|此|该|本|这份|这个|这|那份|那|该份|对|就|已经|已|也|均|都|全|予以|特此|表示|正式|本次|完全|一致|可以|可|没有|确认|回复|答复|意见|版本|无误|正确|经|与|现场|核对|审阅|阅|看了|看完|看过|了|的|地|啦|哈|哦|呀|啊|吧|呢|喔|噢|嘞|咯|咗|嘅|啲|嗯|您好|你好|大家好|各位|好的|好|谢谢|感谢|辛苦了|辛苦|多谢|唔该|收到|会办|小助理|助手|第|条|项|点|款|至|到|全部|所有|各|每|以上|上述|几条|几项|其余|其他|四|三|五|六|两|二|一|
	i|we|my|our|us|me|the|this|these|those|that|it|they|them|all|is|are|am|was|were|been|be|have|has|minutes|items|item|points|point|notes|record|records|content|contents|draft|summary|version|as|with|to|of|and|for|from|side|on|by|in|hereby|fully|very|much|both|everything|thank you|thank|thanks|you|hi|hello|dear|huiban|team|well|everyone|yes|yep|sure|ok|okay|please|so|also|too|just|pls|above|below|written|stated|reflected|attached|received|read|reviewed|checked|have checked|re|regarding|department|dept|behalf|quality|engineering|now|here|me too|100`}

// verdict collects what the sentences of an answer about minutes say.
type verdict struct {
	whole    bool // an unlimited yes
	rest     bool // "the others are fine"
	limited  bool // a yes to one's own part
	blocked  bool
	fine     map[string]bool // items said to be right
	named    map[string]bool // items named with neither verdict
	objects  []objection
	heading  bool
	refused  string
	pending  []string // the items the last sentence named without a verdict
	own      []string // the items that the clause at hand names itself
	lastLine int
}

type objection struct{ item, text string }

func readMinutes(q Question) Answer {
	known, order := q.items()
	v := &verdict{fine: map[string]bool{}, named: map[string]bool{}, lastLine: -1}
	for _, s := range read(q.Lines, minutesLexicon) {
		v.sentence(s, q, known)
	}
	return v.answer(q, order)
}

func (v *verdict) sentence(s sentence, q Question, known map[string]bool) {
	if s.line != v.lastLine {
		v.pending, v.lastLine = nil, s.line
	}
	above := itemAbove(s.above)
	if s.has(cond) {
		v.blocked = true
		return
	}
	clauses := s.clauses
	if s.asked {
		clauses = v.question(s, known)
	}
	ids := v.pending
	if above != nil {
		ids = above
	}
	found := false
	for _, c := range clauses {
		if v.own = subjectsOf(c.refs(known)); v.own != nil {
			ids = v.own
		}
		found = v.clause(c, s, ids, q, known) || found
	}
	if v.pending = nil; !found {
		v.pending = ids
		for _, id := range ids {
			v.named[id] = true
		}
	}
}

// question keeps the clauses of a question that are answers by themselves: 「确认，什么时候发布？」.
// A question about the minutes themselves blocks the whole.
func (v *verdict) question(s sentence, known map[string]bool) []clause {
	n := 0
	for n < len(s.clauses)-1 && s.clauses[n].has(yes, weak) && !s.clauses[n].has(ask, no, others) && size(s.clauses[n].residue(subjects)) == 0 {
		n++
	}
	for _, c := range s.clauses[n:] {
		if len(c.refs(known)) > 0 || c.has(yes, weak, no, change, refuse) {
			v.blocked = true
		}
	}
	return s.clauses[:n]
}

// clause takes one clause in and reports whether it says anything about the minutes.
func (v *verdict) clause(c clause, s sentence, ids []string, q Question, known map[string]bool) bool {
	switch {
	case c.has(except) && len(mentioned(c.refs(known))) > 0 && !c.has(no) && (s.has(yes, weak)):
		for _, id := range mentioned(c.refs(known)) {
			v.objects = append(v.objects, objection{id, s.raw})
		}
		v.rest = true
		return true
	case c.has(later):
		v.blocked = true
		return false
	case c.has(hedge) && c.has(yes, weak, no, change, refuse):
		v.blocked = true
		return false
	case c.has(heading) && !c.has(yes):
		v.heading = true
		if len(ids) == 0 {
			v.refused = s.raw
			return true
		}
	case c.has(refuse):
		v.heading, v.refused = true, s.raw
		if len(ids) == 0 {
			return true
		}
	}
	return v.judge(c, s, ids, q)
}

func (v *verdict) judge(c clause, s sentence, ids []string, q Question) bool {
	switch {
	case c.has(others) && len(ids) == 0 && !c.has(yes):
		v.blocked = true
	case c.has(no, change, refuse), c.has(denial) && len(ids) > 0:
		v.object(ids, s)
		return true
	case c.has(seen) && !c.has(yes):
		return true
	case c.has(yes, weak):
		return v.consent(c, s, ids, q)
	case v.heading && len(ids) > 0:
		v.object(ids, s)
		return true
	case c.has(others, but, follow, denial), suspicious(c):
		v.blocked = true
	}
	return false
}

func (v *verdict) object(ids []string, s sentence) {
	if len(ids) == 0 {
		v.objects = append(v.objects, objection{"", s.raw})
	}
	for _, id := range ids {
		v.objects = append(v.objects, objection{id, s.raw})
	}
}

// consent takes a yes in. A bare 「确认」 or "ok" counts only where the clause says nothing else of weight.
func (v *verdict) consent(c clause, s sentence, ids []string, q Question) bool {
	rest := size(strings.ReplaceAll(c.residue(subjects), q.Name, ""))
	if c.has(others, ask) || !c.has(yes) && rest > 2 {
		v.blocked = true
		return false
	}
	if third(c, q.Name) || promised(c, q) {
		v.blocked = true
		return false
	}
	switch {
	case len(ids) > 0 && c.has(all) && len(v.own) == 0:
		v.whole = true
	case len(ids) > 0 && !c.has(rest0...):
		for _, id := range ids {
			v.fine[id] = true
		}
	case c.has(rest0...):
		v.rest = true
		for _, id := range ids {
			v.fine[id] = true
		}
	case c.has(scope):
		v.limited = true
	default:
		v.whole = true
	}
	return true
}

var rest0 = []sign{rest}

// third reports whether somebody else is said to agree: 「王总同意」, "my boss agrees".
func third(c clause, name string) bool {
	for _, h := range c.hits {
		if h.sign != yes && h.sign != weak {
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 也已都已经")
		for _, w := range []string{"总", "经理", "主任", "领导", "部长", "书记", "厂长", "他", "她", "老师", "总监", "处长", "科长", "工", "boss", "manager", "he", "she", "they", "you", "你们", "您", "你", "客户", "由", "请", "让"} {
			if strings.HasSuffix(before, w) && !strings.HasSuffix(before, "职工") {
				return true
			}
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
		if !covered[i] && strings.ContainsRune("没未不别勿缺错误漏唔冇", r) {
			return true
		}
	}
	t := " " + string(c.text) + " "
	for _, w := range []string{" not ", "n't ", " no ", " never ", " without ", " cannot "} {
		if i := strings.Index(t, w); i >= 0 && i < len(t) && !coveredAt(covered, i) {
			return true
		}
	}
	return false
}

func coveredAt(covered []bool, i int) bool { return i < len(covered) && covered[i] }

// subjectsOf lists the items a clause is about: those that open a statement, else all it names.
func subjectsOf(refs []ref) []string {
	if ids := opening(refs); ids != nil {
		return ids
	}
	return mentioned(refs)
}

// opening lists the items whose mention opens a statement.
func opening(refs []ref) (ids []string) {
	for _, r := range refs {
		if r.opens {
			ids = append(ids, r.items...)
		}
	}
	return ids
}

func mentioned(refs []ref) (ids []string) {
	for _, r := range refs {
		ids = append(ids, r.items...)
	}
	return ids
}

// itemAbove is the item that a quoted line is about, nil where it is about none.
func itemAbove(above string) []string {
	if above == "" {
		return nil
	}
	if _, order := listed([]string{above}); len(order) > 0 {
		return order
	}
	return nil
}

// answer decides. Objections stand for themselves; a confirmation needs that nothing speaks against it and that it covers all.
func (v *verdict) answer(q Question, order []string) Answer {
	if len(v.objects) > 0 {
		return Answer{Intents: v.objections()}
	}
	if v.blocked || v.heading || v.limited && !v.whole {
		return unclear(q)
	}
	if v.whole && len(v.named) == 0 || v.rest && (len(v.fine) > 0 || v.whole) && len(v.named) == 0 || v.covers(order) {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentConfirm}}}
	}
	return unclear(q)
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

// objections makes one intent for each item; what names no item is left out where others do.
func (v *verdict) objections() (list []secretary.Intent) {
	itemised := false
	for _, o := range v.objects {
		itemised = itemised || o.item != ""
	}
	at := map[string]int{}
	for _, o := range v.objects {
		if o.item == "" && itemised {
			continue
		}
		if i, ok := at[o.item]; ok {
			if !strings.Contains(list[i].Comment, o.text) {
				list[i].Comment = comment(list[i].Comment + " " + o.text)
			}
			continue
		}
		at[o.item] = len(list)
		list = append(list, secretary.Intent{Kind: secretary.IntentObject, Item: o.item, Comment: comment(o.text)})
	}
	return list
}

// unclear says that something was written that could not be read.
func unclear(q Question) Answer {
	if t := q.text(); t != "" {
		return Answer{Unclear: []string{comment(t)}}
	}
	return Answer{}
}
