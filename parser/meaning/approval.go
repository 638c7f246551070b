package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

var approvalLexicon = grammar("approval")

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
			v := ruling(c, asked, offered, q)
			q.note(nil, told("approves", v == yes, "rejects", v == no, "takes the firmness out of it", v == cond, "a question", asked), c)
			switch v {
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
func ruling(c clause, asked, offered bool, q Question) sign {
	switch {
	case !asked && arranged.In(c.look()):
		return neutral
	case deferring.In(c.look()), c.has(no) && wanting.In(c.look()):
		return cond
	case asked && c.has(yes, weak, no, back, others, but), c.has(yes, weak, no) && (earlier.In(c.look()) || threat.In(c.look())):
		return cond
	case asked:
		return neutral
	case nothingAgainst.In(c.look()), lets.In(c.look()):
		return yes
	case c.has(no) || c.has(back) && offered || bareNo(c):
		if c.has(hedge, yes) || strings.Contains(c.folded(), "不是不") || strings.Contains(c.folded(), "并非不") {
			return cond
		}
		return no
	case advises(c), entrusts.In(c.look()) && !c.has(yes, weak, no, cond):
	case c.has(hedge, later, others, cond, back):
		if third(c, q.Name) || c.has(hedge, cond, back) || c.has(others) || c.has(later) {
			return cond
		}
	case c.has(but):
		return cond
	case c.has(yes) && !third(c, q.Name) && !denied(c) && !c.beyond(q):
		return yes
	case c.has(yes):
		return cond
	case c.has(weak) && size(c.residue(subjects)) == 0:
		return yes
	}
	return neutral
}

// applied may stand beside a consent to an application.
var applied = class("fillers", "applied")

// beyond reports whether a consent goes to something that the letter does not ask: 「同意换到二楼开」.
func (c clause) beyond(q Question) bool {
	left := []rune(applicant.ReplaceAllString(onDay.ReplaceAllString(c.reasonless().nameless().beside(applied, q.Name), ""), ""))
	letter := append([]string{q.Subject}, q.History...)
	over := unsaid(left, letter)
	return len(over) > spare || strings.ContainsAny(string(over), heavy) && !strings.ContainsAny(strings.Join(letter, ""), string(over))
}

// nameless is the clause without English names: "I approve Tom's leave".
func (c clause) nameless() clause {
	for _, at := range capitalised.FindAllStringIndex(string(c.raw), -1) {
		from, to := len([]rune(string(c.raw)[:at[0]])), len([]rune(string(c.raw)[:at[1]]))
		if from > 0 && person(string(c.raw[from:to]), "") {
			c = c.blanked(from, to)
		}
	}
	return c
}

// reasonless is the clause up to what a consent is given for: "approved in view of the urgency".
func (c clause) reasonless() clause {
	at := becauseOf.FindStringIndex(c.folded())
	if at == nil {
		return c
	}
	index := runeIndex(c.folded())
	return c.blanked(index[at[0]], index[at[1]])
}

var becauseOf = pattern.Must(`\b(?:in view of|in light of|given (?:the|that|his|her|their|your)|because|due to|considering|on account of|owing to|as it is|since (?:it|he|she|they|this)) .*$`)

var capitalised = pattern.Must(`\b[A-Z][a-z]+(?:['’]s)?`)

// onDay is what is left of a day without its digits; newDate looks at the day itself.
var onDay = pattern.Must(`[于在]?年?月(?:日|号)?|[于在][日号]`)

// applicant is who is let go or come.
var applicant = pattern.Must(people.String())

// advises reports whether a clause tells others what to do once it is approved: 「请尽快发布」,「请质量部做好沟通」. A wish that has to
// be met before is no advice: 「请先补充」,「请当面汇报」.
func advises(c clause) bool {
	t := c.folded()
	return c.has(later) && !c.has(hedge, cond, back, yes, weak, no, others, ask) && advice.MatchString(t) && !beforehand.MatchString(t)
}

var (
	advice     = pattern.Must(`^\s*(?:并|也|还|另)?(?:请|望|尽快|抓紧|务必|记得|please )`)
	beforehand = pattern.Must(`回复|答复|给我|给您|请示|再|先|商量|看一下|看看|看下|研究|考虑|当面|面谈|电话|上会|会上|会后|待|等|我|后|call|talk|me\b|first|before|discuss`)
)

// earlier is a decision of another day: 「上次驳回了」.
var earlier = pattern.Must(`^\s*(?:上次|上回|之前|以前|上周|昨天)[^的]*了?\s*$|\b(?:last time|last week|previously|yesterday)\b`)

// threat is a refusal that hangs on something: 「超过一小时就不批」, "I'll reject it if it's long".
var threat = pattern.Must(`(?:如果|若|要是|超过|一旦)[^,]*(?:不批|不准|不同意|驳回|拒绝|否决)|\b(?:reject|decline|refuse|deny)\b.*\b(?:if|unless|when)\b`)

// entrusts tells who shall see to it: 「请王磊牵头」. Who shall decide is another matter.
var entrusts = pattern.Must(`^\s*(?:由|请|让|可由)\p{Han}{2,8}?(?:牵头|负责|组织|参加|列席|准备|落实|配合|协助|通知|安排|做好|跟进|主持|协调|保障|记录|督办|到会|出席)`)

// nothingAgainst is a yes by two denials: 「没什么不同意的」.
var nothingAgainst = pattern.Must(`^\s*(?:我)?没(?:有)?(?:啥|什么)(?:好)?不(?:同意|批准|赞成|支持)的?(?:地方|之处)?\s*$`)

// lets is a yes that lets the applicant go: 「行，让他休吧」,「准小赵去两天」. Whoever is let decide is another matter.
var lets = pattern.Must(`^\s*(?:那|就|那就|可以|行|好|准许|同意|批准|准)?(?:(?:让|放|准许|准|给|许)(?:他们|她们|人家|他|她|佢|[老小]\p{Han}|` + namedHan + `{2,3})?)?(?:好好|安心|按时|尽管|放心)?` +
	`(?:休息|休假|休|歇|请假|放假|调休|回家|回去|去|走|参加|出差|陪产|陪护|看病|离开)(?:了|上|个|\p{Han}{0,3}?[一两二三四五六七八九十半几\d]+(?:个)?(?:天|日|周|星期|小时|趟|次|回)|那天|当天|这天|假|会|事|病|学|年假|病假)?(?:吧|好了|就是了|就行|即可)\s*[。.!~]*$|^\s*(?:可以|准许)(?:休息|休假|休|请假|放假|调休|去|走|参加|出差)(?:了|的)?\s*$`)

// namedHan is a character of an applicant's name: one with a title decides himself.
const namedHan = `[^\P{Han}不没未别才就要让请等若如由听说问把被给总任长理记工董局处副自己先再都也可]`

// arranged is what was done before the decision: 「已与当事人沟通」,「和车间协调过了」.
var arranged = pattern.Must(`^\s*(?:我|我们|部门|我部|我处)?(?:(?:均|都)?已经?|刚刚?)(?:与|跟|和|同|向)` + plainHan + `{1,10}(?:沟通|协调|商量|核实|核对|了解|讨论|联系|通气|说明|交代|谈|说|讲|聊)(?:过|好|了|清楚|完|妥当?|一致|妥)*\s*[。.!]*$|` +
	`^\s*(?:我|我们|部门|我部|我处)?(?:与|跟|和|同|向)` + plainHan + `{1,10}(?:沟通|协调|商量|核实|核对|了解|讨论|联系|通气|说明|交代|谈|说|讲|聊)(?:过|好|妥)了?\s*[。.!]*$`)

// deferring leaves the decision to somebody else: 「没意见，报李总」.
var deferring = pattern.Must(`^\s*(?:看|报|请|呈|转|由|听|问|先报|再报)\p{Han}{0,3}(?:总|经理|主任|领导|书记|部长|局长|处长|厂长|董事长|意见|老板)|^\s*(?:老板|领导|上面|您|你|你们|\p{Han}{1,3}(?:总|经理|主任|局长|处长|书记|部长|院长|厂长))(?:来|去|自己|们)?(?:定|决定|拍板|说了算|做主|定夺|看着办|看着定)`)

// wanting refuses only what is asked without something, and so asks for it: "can't approve this without the costs", 「没有明细我批不了」.
var wanting = pattern.Must(`(?:\bnot|n't|\bcannot|\bunable to) .*\b(?:without|until|unless|before)\b|(?:没有|没|未附|未提供|未见|缺|缺少|不附|不补|不提供|无)\p{Han}{2,12}?(?:不能|不予|无法|没法|批不了|不批|不好批|不可)`)

func bareNo(c clause) bool {
	return pure(c, "no", "不", "否", "nope") || bluntNo.In(c.look()) && !c.has(yes, weak)
}

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
	return slices.ContainsFunc(q.dates(orders.ReplaceAllString(q.text(), "")), func(m when.Match) bool {
		return m.Date != "" && m.Valid && !m.Shift && !q.asksOf(m.Date)
	})
}

// asksOf reports whether the letter names a day.
func (q Question) asksOf(d secretary.Date) bool {
	return slices.ContainsFunc(append([]string{q.Subject}, q.History...), func(line string) bool {
		return slices.ContainsFunc(q.dates(line), func(m when.Match) bool { return m.Date == d })
	})
}

// orders are clauses that tell others what to do, whose days are their own: 「会议通知请今天发出」.
var orders = pattern.Must(`(?i)[^,，。;；.!！\n]*(?:请|請|please )[^,，。;；.!！\n]*`)

func remark(q Question, remarks []string) string {
	if len(remarks) > 0 {
		return comment(strings.Join(remarks, "，"))
	}
	return comment(q.text())
}

func pure(c clause, words ...string) bool {
	t := strings.Trim(strings.TrimSpace(c.folded()), ".!~ ")
	for _, w := range words {
		if t == w {
			return true
		}
	}
	return false
}
