package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// approvalWords answer "please approve or reject".
var approvalWords = table{
	yes: `如拟|悉如拟|准如拟|准如所拟|如所拟|如拟办理|照拟|approved by me|同意|批准|准予|准许|准假|照准|照办|同意印发|同意开|同意召开|允许|核准|审核通过|审批通过|予以批准|予以通过|可以通过|无异议|没有异议|没异议|无意见|没意见|没有意见|没问题|没有问题|冇问题|冇意见|赞成|支持|照此办理|照此执行|可以印发|可以发布|可以召开|可以开|可印发|请印发|
		approve|approved|approving|i approve|go for it|go right ahead|please proceed|you may proceed|all yours|you have my approval|you have my blessing|you have my ok|green light|by all means|agree|agreed|i agree|go ahead|no objection|no objections|granted|permission granted|fine with me|fine by me|ok with me|okay with me|looks good|lgtm|good to go|sign off|signed off|accepted|happy to approve|no problem|authorised|authorized`,
	weak: `可|可以|准|行|通过|ok|okay|okey|yes|yep|sure|fine|good|批`,
	no: `批不了|准不了|同意不了|通过不了|批不下去|碍难同意|碍难照准|碍难核准|歉难同意|歉难照准|难以同意|恕难同意|恕不同意|未便同意|不便同意|不同意|不赞成|不批准|不批|不准|不准假|不予批准|不予同意|不予通过|不予|不能同意|不能批准|无法批准|无法同意|不通过|不可以|不可|不行|不支持|驳回|拒绝|否决|否|未通过|不允许|不许|唔批|唔同意|唔得|唔可以|婉拒|
		reject|rejected|rejecting|i reject|deny|denied|decline|declined|not approve|not approved|don't approve|do not approve|can't approve|cannot approve|won't approve|will not approve|disapprove|disapproved|disagree|not agree|don't agree|do not agree|can't agree|cannot agree|refuse|refused|not ok|not okay|not granted|no go|turn down|turned down|object`,
	back:  `退回|打回|退回修改|退件|退返|send back|sent back|returned|return it`,
	hedge: `没有理由不|没理由不|不得不|不能不|不会不|不是不|并非不|不完全|不太|would approve|would agree|i would|i'd|原则同意|原则上同意|原则上|原则|拟同意|建议同意|倾向同意|倾向|基本同意|大体同意|初步同意|暂同意|暂时同意|可以考虑|可考虑|考虑|缓议|暂缓|缓办|再议|待议|再研究|研究|酌情|酌定|酌处|视情况|按规定|按程序|按制度|依规|应该可以|应该没问题|应该|可能|也许|大概|似乎|好像|估计|in principle|probably|maybe|perhaps|possibly|might|i think|i guess|should be|consider|inclined|leaning|tentatively|provisionally|conditionally`,
	cond: `如拟不|如拟有|短一点|少一点|缩短|减少|线上开|改线上|如无|若无|改好|后同意|后批准|后通过|后印发|后发布|如果|若是|若|要是|假如|倘若|只要|除非|前提|的话|条件|后再|完再|之后再|以后再|再报|再批|再审|再定|再说|再看|为准|才能|方可|才可|一旦|请补充|补充材料|补充说明|补报|需补充|须补充|完善后|修改后|改后|改完|调整后|核实后|需先|须先|先补|但须|但需|但要|必须先|压缩|缩短到|缩减|控制在|改为|改成|改到|调整为|调整到|调整至|只能|仅限|最多|最长|不超过|不得超过|不能超过|不晚于|仅同意|只同意|部分同意|
		if|once|unless|provided|providing|as long as|subject to|on condition|condition|conditional|assuming|until|only if|but only|after you|please revise|please add|please provide|please supply|first|limited to|at most|no more than|up to|reduce|shorten`,
	later:   `稍后|晚点|晚些|回头|过后|随后|明天|后天|下周|尽快|看一下|看下|看看|看完|先看|核一下|核实|核对|确认一下|了解一下|问一下|问问|商量|讨论|沟通|请示|报批|汇报|想想|考虑一下|再答复|再回复|待定|待批|会上定|上会|过会|面谈|电话|当面|来我办公室|later|tomorrow|get back|let me|will check|will review|need to|discuss|talk|call me|think about|overnight|review it|look into|tbd|pending`,
	others:  `approved by|agreed by|signed by|转|请转|呈|报请|请示领导|请领导|请王|请张|请李|请刘|请陈|阅处|阅示|阅批|批示|审示|定夺|由他|由她|领导定|领导同意|总同意|总批|forward|forwarded|over to|ask|not my call|defer to|escalate`,
	seen:    `收到|已收到|已阅|阅|圈阅|知悉|已知悉|已悉|知道了|好的|好|noted|received|seen|got it|acknowledged`,
	ask:     `吗|么|呢|是否|是不是|能不能|可否|能否|请问|什么|什么时候|何时|几点|哪里|哪个|哪些|为什么|为何|为啥|怎么|如何|谁|多少|多久|理由呢|啥`,
	but:     `但|但是|不过|然而|可是|只是|but|however|although|though|except`,
	neutral: `同意与否|是否同意|转正|转型|周转|流转|转产|转移|运转|什么问题|没什么|没啥|这么|那么|注意|通知|可控|可靠|可持续|可能性|行程|行业|进行|执行|举行|银行|先行|行政|行动|发行|批次|批量|大批|审批|标准|准时|准备|准确|批文|条件成熟|现行|if you|经审核|经研究|经研究同意|已核实|经核实|已核对|no need to|as requested|问题不大|好好|好处|讨论稿|已讨论|会议讨论|沟通会|讨论会|电话会|提高|呈现|转告|请转告`,
}

var approvalLexicon = build(approvalWords, notNow)

// notNow refuses for the moment or in part, which decides nothing; needless takes nothing back.
var notNow = table{
	later:   product("暂时|目前|现在|现阶段|今天|还", "批不了|不批|不能批|不能批准|无法批准|没法批|不能同意"),
	hedge:   "这么多|那么多|这么久|这么长",
	neutral: product("不用|无需|无须|不必|毋须|不需要", "再报|另行请示|请示|再请示|再批|汇报|再汇报|讨论|再议|另报|补充") + "|" + product("no need to", "discuss|report|review|wait|talk|forward|ask"),
}

func readApproval(q Question) Answer {
	var good, bad, blocked bool
	var remarks []string
	offered := offersReturn(q.History)
	for _, s := range read(q.Lines, approvalLexicon) {
		blocked = blocked || s.has(cond) && !s.has(no)
		for n, c := range s.clauses {
			c.heard(q.Name, others, yes, weak, no)
			c.weigh(yes, weak, no, back)
			asked := s.asked && (n == len(s.clauses)-1 || c.has(ask))
			switch v := ruling(c, asked, offered, q.Name); v {
			case yes:
				good = true
			case no:
				bad = true
			case cond:
				blocked = true
			default:
				remarks = append(remarks, c.String())
			}
		}
	}
	switch {
	case good == bad, blocked && !bad, good && newDate(q):
		return unclear(q)
	case bad:
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentReject, Comment: remark(q, remarks)}}}
	}
	return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentApprove, Comment: comment(strings.Join(remarks, "，"))}}}
}

// ruling is what one clause says: yes, no, cond for what takes a decision back, neutral for a remark.
func ruling(c clause, asked, offered bool, name string) sign {
	switch {
	case deferring.MatchString(c.folded()), c.has(no) && wanting.MatchString(c.folded()):
		return cond
	case asked && c.has(yes, weak, no, back, others):
		return cond
	case asked:
		return neutral
	case nothingAgainst.MatchString(c.folded()):
		return yes
	case c.has(no) || c.has(back) && offered || bareNo(c):
		if c.has(hedge, yes) || strings.Contains(c.folded(), "不是不") || strings.Contains(c.folded(), "并非不") {
			return cond
		}
		return no
	case advises(c):
	case c.has(hedge, later, others, cond, back):
		if third(c, name) || c.has(hedge, cond, back) || c.has(others) || c.has(later) {
			return cond
		}
	case c.has(but):
		return cond
	case c.has(yes) && !third(c, name) && !denied(c):
		return yes
	case c.has(yes):
		return cond
	case c.has(weak) && size(c.residue(subjects)) == 0:
		return yes
	}
	return neutral
}

// advises reports whether a clause tells others what to do once it is approved: 「请尽快发布」,「请质量部做好沟通」. A wish that has to
// be met before is no advice: 「请先补充」,「请当面汇报」.
func advises(c clause) bool {
	t := c.folded()
	return c.has(later) && !c.has(hedge, cond, back, yes, weak, no, others, ask) && advice.MatchString(t) && !beforehand.MatchString(t)
}

var (
	advice     = regexp.MustCompile(`^\s*(?:并|也|还|另)?(?:请|望|尽快|抓紧|务必|记得|please )`)
	beforehand = regexp.MustCompile(`回复|答复|给我|给您|请示|再|先|商量|看一下|看看|看下|研究|考虑|当面|面谈|电话|上会|会上|会后|待|等|我|后|call|talk|me\b|first|before|discuss`)
)

// nothingAgainst is a yes by two denials: 「没什么不同意的」.
var nothingAgainst = regexp.MustCompile(`^\s*(?:我)?没(?:有)?(?:啥|什么)(?:好)?不(?:同意|批准|赞成|支持)的?(?:地方|之处)?\s*$`)

// deferring leaves the decision to somebody else: 「没意见，报李总」.
var deferring = regexp.MustCompile(`^\s*(?:看|报|请|呈|转|由|听|问|先报|再报)\p{Han}{0,3}(?:总|经理|主任|领导|书记|部长|局长|处长|厂长|董事长|意见|老板)`)

// wanting refuses only what is asked without something, and so asks for it: "can't approve this without the costs", 「没有明细我批不了」.
var wanting = regexp.MustCompile(`(?:\bnot|n't|\bcannot|\bunable to) .*\b(?:without|until|unless|before)\b|(?:没有|没|未附|未提供|未见|缺|缺少|不附|不补|不提供|无)\p{Han}{2,12}?(?:不能|不予|无法|没法|批不了|不批|不好批|不可)`)

func bareNo(c clause) bool { return pure(c, "no", "不", "否", "nope") }

// denied reports whether a yes is denied by a word right before it: 「尚未批准」,「没有同意」.
func denied(c clause) bool {
	for _, h := range c.hits {
		if h.sign != yes && h.sign != weak {
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 能会可以予")
		for _, w := range []string{"不太", "不够", "不全", "不完全", "碍难", "不", "未", "没", "没有", "尚未", "无法", "暂不", "难以", "not", "n't", "never", "cannot"} {
			if strings.HasSuffix(before, w) {
				return true
			}
		}
	}
	return false
}

// offersReturn reports whether the letter offers 退回 as an answer.
func offersReturn(history []string) bool {
	for _, h := range history {
		if k := fold.Text(h); strings.Contains(k, "退回") || strings.Contains(k, "打回") || strings.Contains(k, "send back") || strings.Contains(k, "return") {
			return true
		}
	}
	return false
}

// newDate reports whether the writer names a day that the letter does not: consent to something else.
func newDate(q Question) bool {
	if len(q.History) == 0 {
		return false
	}
	asked := map[secretary.Date]bool{}
	for _, h := range append([]string{q.Subject}, q.History...) {
		for _, m := range q.dates(h) {
			asked[m.Date] = true
		}
	}
	for _, m := range q.dates(q.text()) {
		if m.Date != "" && m.Valid && !m.Shift && !asked[m.Date] {
			return true
		}
	}
	return false
}

func remark(q Question, remarks []string) string {
	if len(remarks) > 0 {
		return comment(strings.Join(remarks, "，"))
	}
	return comment(q.text())
}
