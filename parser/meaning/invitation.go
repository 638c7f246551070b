package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// invitationWords answer "will you come?".
var invitationWords = table{
	yes: `都去|都来|都到|参加|出席|参会|与会|到会|赴会|列席|准时到|准时到场|准时参加|准时出席|按时参加|按时出席|按时到会|能到|会到|能去|会去|会来|能来|我去|我来|我到|到场|一定到|一定去|一定来|可以到|可以去|可以来|可参加|能参加|会参加|可以参加|接受|接受邀请|已接受|应邀|届时到|届时参加|届时出席|赞成参加|报名|我也去|我也来|我也到|也会去|到时见|会上见|会议见|不见不散|有空参加|可出席|能出席|会出席|可以出席|可以赴会|返到|会返|
		accept|accepted|accepting|i accept|attend|attending|will attend|join|joining|will join|i'll join|will be there|i'll be there|be there|count me in|i'm in|im in|i am in|see you there|see you then|see you at|present|participate|participating|i can make it|can make it|able to attend|able to join|happy to attend|happy to join|glad to attend|glad to join|dial in|dialing in|dialling in|rsvp yes|going|i'm going|coming|i'm coming`,
	weak: `可以|没问题|没有问题|冇问题|同意|ok|okay|okey|yes|yep|yeah|sure|certainly|of course|confirmed|confirm|works for me|that works|fine|能|行|确认`,
	no: `please excuse me|excuse my absence|excuse me from|我去不了|我来不了|我到不了|我去不成|我来不成|我去唔到|我来唔到|不行|不方便|没空|没时间|没有时间|没有空|唔得|唔得闲|不参加|不出席|不参会|不与会|不到会|不列席|不能参加|不能出席|不能参会|不能与会|不能到会|不能来|不能去|不能到|无法参加|无法出席|无法参会|无法与会|无法到会|无法到场|无法前往|无法赴会|没法参加|没法去|没法来|没办法参加|没办法去|没办法出席|未能参加|未能出席|未克出席|不克出席|不克参加|不克前往|不克与会|不便参加|不便出席|难以参加|难以出席|参加不了|出席不了|参会不了|参加唔到|出席唔到|嚟唔到|来唔到|去唔到|到不了|来不了|去不了|赶不到|赶不过来|赶不回来|赶不上|过不来|走不开|抽不开身|抽不出身|抽不出时间|脱不开身|脱不了身|不去了|不来了|不去|不来|去不成|来不成|参加不成|请假|特请假|告假|缺席|谢绝|婉拒|婉谢|拒绝|已拒绝|拒绝邀请|辞谢|恕不能|不接受|唔参加|唔出席|唔可以出席|唔去|唔嚟|不参与|就不参加|不再参加|
		decline|declined|declining|regrets|with regret|regretfully|send my regrets|my apologies|apologies|can't make it|cannot make it|can not make it|can't make|won't make it|unable to|not able to|not attend|can't attend|cannot attend|won't attend|will not attend|not attending|can't join|cannot join|won't join|will not join|not joining|can't come|cannot come|not coming|not going|won't be able|will not be able|can't be there|cannot be there|won't be there|will not be there|have to miss|will miss|must miss|have to skip|skip this|will skip|not be present|absent|be out|not available|unavailable|i'm out|have to decline|must decline|need to decline|rsvp no|can't do|have to pass|sitting this one out`,
	maybe:   `待定|暂定|可能参加|可能出席|可能会参加|可能能参加|或许参加|也许参加|不一定|不确定|未确定|未定|还没定|尚不确定|暂不确定|暂未确定|不能确定|无法确定|说不准|不好说|尽量|争取|尽可能|力争|看情况|视情况|未必能|maybe|tentative|tentatively|might|may be able|may join|may attend|not sure|unsure|possibly|perhaps|don't know yet|do not know yet|not certain|fifty-fifty|50/50|try to|will try|i'll try`,
	hedge:   `应该可以|应该能|应该行|应该会|应该来|应该去|应该|可能|也许|或许|大概|估计|恐怕|好像|or so|probably|likely|i think|i guess|should be able|should be|hopefully|maybe late|may send|might send|may ask|may need|may`,
	neutral: `参加与否|maybe next time|next time|参加人员|参加人|参会人员|参会人|出席人员|与会人员|参会名单|出席名单|参加名单|前参加|能力|功能|可能性|可能的|其他|没有异议|或者|确认函|会前|参加过|出席过|感谢邀请|谢谢邀请|多谢邀请|thanks for the invitation|thank you for the invitation|thanks for inviting|thank you for inviting|looking forward|look forward|as well|请假条|请假单|有没有空|会议|如有变化|如有变动|如有变更|如有问题|如有需要|不好意思|不过来|差不多|参加方式|no problem|可否线上|没问题吧|不请假|不会请假|不拒绝|not be absent`,
	cond:    `如果|若是|要是|假如|假设|倘若|只要|除非|的话|一旦|如能|如可|如时间允许|如无其他|如没有|如有时间|若|看会议时间|if|unless|provided|as long as|assuming|in case|only if|subject to|depends|depending|取决于|前提`,
	later:   `参加不参加|参不参加|去不去|来不来|出席不出席|参加还是|去还是|稍后|晚点确认|晚点回|晚点答|晚点再|晚些|回头|过后|随后|待会|尽快回复|尽快答复|尽快确认|稍后确认|明天确认|明天回复|明天答复|今天确认|下午确认|下午回复|周一确认|周二确认|周三确认|周四确认|周五确认|再确认|再回复|再答复|再定|再说|再看|再回|再复|另行通知|另行答复|看一下|看下|看看|查一下|问一下|问下|问问|商量|请示|安排一下|安排后|待确认|确认后|确认是否|定了再|定下来|明确后|考虑一下|想想|think about|let me check|need to check|have to check|will check|get back|let you know|will confirm|will let|confirm later|tbc|tbd|to be confirmed|come back to you|will revert|will reply|check my|checking|pending`,
	ask:     `吗|么|呢|是否|是不是|要不要|有没有|会不会|请问|什么|什么时候|何时|几时|几点|几号|哪里|哪儿|哪位|哪个|哪些|哪天|为什么|为何|怎么|怎样|如何|谁|多少|多久|啥|边度|边个|点解|咩`,
	beg:     `能否|可否|能不能|可不可以|是否可以|是否能|是否方便|可以吗|行吗|好吗|方便吗|建议|希望|提议|想|申请|请求|恳请|请|麻烦|烦请|最好|不如|could we|can we|could you|can you|could it|can it|would it be possible|is it possible|any chance|would it work|how about|what about|propose|proposing|suggest|suggesting|would prefer|prefer|would like|like to|shall we|why don't we|may i|may we|request|would|please|better|instead`,
	move:    `改到|改在|改为|改成|改至|改期|改时间|换到|换成|换个时间|换时间|调到|调整到|调整至|调整为|调整|调至|推迟到|推迟至|推迟|延到|延后到|延后至|延至|延后|延期到|延期至|延期|提前到|提前至|提前|挪到|挪至|挪|顺延到|顺延至|顺延|移到|移至|定在|定为|放在|放到|另约|另择|reschedule|rescheduled|rescheduling|move|moved|moving|shift|push|push it|postpone|postponed|bring forward|bring it forward|another time|different time|new time|earlier|later than|alternative|change it to|change the time|change to`,
	free:    `有空|有时间|方便|得闲|可以的|都行|都可以|没安排|available|free|works|work|would work|suits|suit|good for me|is fine|is better`,
	stand:   `代我|替我|代替我|代替|代表我|代表我部|代本人|代为参加|代为出席|代为参会|代为到会|代为|代参加|代参会|代出席|代会|顶替|代表参加|代表出席|代表参会|委托|委派|指派|指定|派|改由|代|on my behalf|for me|in my place|in my stead|instead of me|in place of me|stand in|standing in|represent|represents|representing|substitute|replace me|cover for me|covering for me|delegate|delegating|delegated|my deputy|fill in for`,
	but:     `但|但是|不过|然而|可是|只是|but|however|although|though`,
	seen:    `收到|已收到|收悉|已阅|知悉|知道了|好的|好|noted|received|got it`,
	others:  `上次|上回|上一次|last time|last meeting|previous meeting|建议邀请|请邀请|还请邀请|也请|请通知|请叫上|请加上|增加|加上|also invite|please invite|please add|please also|might want to invite|should invite|你们|他们`,
}

var invitationLexicon = build(ableWords, invitationWords, willingWords)

// presence collects what the sentences of an answer to an invitation say.
type presence struct {
	accept, decline, tentative bool
	soft                       bool // a weak yes
	blocked                    bool
	delegate                   string
	delegated                  bool
	counter                    *secretary.Intent
	proposed                   bool
	reasons                    []string
}

func readInvitation(q Question) Answer {
	p := &presence{}
	sentences := read(q.Lines, invitationLexicon)
	for _, s := range sentences {
		for i := range s.clauses {
			c := &s.clauses[i]
			c.heard(q.Name, neutral, yes, weak, no, maybe, free)
			if !c.has(others) {
				c.weigh(yes, no)
			}
		}
		s.regret()
		p.sentence(s, q)
	}
	return p.answer(q)
}

func (p *presence) sentence(s sentence, q Question) {
	if i, ok := proposal(s, q); ok {
		p.propose(i)
		return
	}
	if openly(s) {
		p.tentative = true
		return
	}
	if s.has(cond) {
		p.blocked = p.blocked || s.has(yes, no, maybe, stand)
		return
	}
	for n, c := range s.clauses {
		asked := s.asked && n == len(s.clauses)-1 || c.has(ask) || asks(c)
		p.clause(c, s, asked, q)
	}
}

// openly reports whether a sentence answers "tentative" and then says what it waits for: 「待定，等排班出来再说」.
func openly(s sentence) bool {
	if s.asked || len(s.clauses) == 0 || s.has(yes, no, weak, stand) {
		return false
	}
	t := strings.TrimSpace(s.clauses[0].folded())
	for _, w := range []string{"待定", "暂定", "我待定", "先待定", "tentative"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

func (p *presence) propose(i *secretary.Intent) {
	if p.proposed = true; i == nil {
		return
	}
	if p.counter != nil && p.counter.Start != i.Start {
		p.blocked = true // two proposals: somebody must ask which
	}
	p.counter = i
}

// asks knows the requests that are questions by their form: 「能不能不去」.
func asks(c clause) bool {
	t := c.folded()
	for _, w := range []string{"能否", "可否", "能不能", "可不可以", "是否", "可以吗", "行吗", "好吗", "方便吗", "could ", "can we", "can i ", "may i", "is it possible"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// clause takes one clause in.
func (p *presence) clause(c clause, s sentence, asked bool, q Question) {
	switch {
	case asked:
	case c.has(later):
		p.blocked = true
	case p.takesDelegate(c, s, q):
	case forMe.MatchString(c.folded()):
		p.blocked = true // by whom?
	case c.has(maybe) && !c.has(no) || c.has(hedge) && c.has(maybe):
		p.tentative = true
	case c.has(hedge):
		p.blocked = p.blocked || c.has(yes, no, weak, stand, free)
	case c.has(no):
		p.decline = true
	case c.has(others):
	case c.has(yes) && !c.has(no) && mine(c, q.Name) && !otherSubject.MatchString(c.String()):
		p.accept = true
	case c.has(weak, free) && size(c.residue(politeness)) <= 1 && !c.has(move) && !otherTime(c, q):
		p.soft = true
	case (s.raw != "" && pure(c, "no", "no.", "否", "不", "nope")):
		p.decline = true
	case c.has(move), c.has(stand), otherTime(c, q):
		p.proposed = true
	case c.has(but):
	default:
		if t := c.String(); size(c.residue(politeness)) > 1 {
			p.reasons = append(p.reasons, t)
		}
	}
}

// otherTime reports whether a clause names a day or time that is not the meeting's.
func otherTime(c clause, q Question) bool {
	meeting, known := meetingTime(q)
	for _, m := range q.dates(string(c.raw)) {
		if x, ok := slotOf(m); ok && known && (x.date != "" && x.date != meeting.date || x.clock.Set && x.clock != meeting.clock) {
			return true
		}
	}
	return false
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

// politeness may stand beside a weak yes.
var politeness = build(subjectsTable, table{neutral: `时间|到时|届时|那天|当天|准时|见|周|上午|下午|点|一定|会议室|线上|现场|线下|远程|腾讯会议|视频|接入|i|will|can|time|that day|fine|works|bring|see you`})

// mine reports whether it is the writer who comes: no other subject stands before the verb, and none is asked to.
func mine(c clause, name string) bool {
	for _, h := range c.hits {
		if h.sign != yes {
			continue
		}
		if inPlace(string(c.text[h.start:h.end]), string(c.text[h.end:])) {
			return false
		}
		if c.text[h.start] == '我' { // 「王总派我去」
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 也都会将能可以准时按一定")
		before = inStead.ReplaceAllString(before, "")
		for _, w := range []string{"请", "由", "让", "派", "派人", "派员", "叫", "他", "她", "他们", "谁", "哪些人", "你们", "您", "你", "请各位", "需要", "要求", "you", "he", "she", "they", "who", "not", "please", "老板", "领导", "经理", "总", "主任"} {
			if strings.HasSuffix(before, w) && !(name != "" && strings.HasSuffix(before, name)) {
				return false
			}
		}
	}
	return true
}

// inStead is the person whom the writer comes for or with: 「我代他出席」, 「替王总参加」.
var inStead = regexp.MustCompile(`(?:代表|代替|代|替|陪同|陪|跟|带)(?:` + people.String() + `)$`)

// inPlace knows the "I'm in" that names a place: "I'm in Osaka that week".
func inPlace(word, after string) bool {
	after = strings.TrimLeft(after, " ")
	return (word == "i'm in" || word == "im in" || word == "i am in") && after != "" && letter([]rune(after)[0]) && !strings.HasPrefix(after, "for ") && !strings.HasPrefix(after, "too")
}

// answer decides. A clear yes and a clear no together are neither; somebody sent instead wins over a no.
func (p *presence) answer(q Question) Answer {
	var list []secretary.Intent
	attend := func(status string) {
		list = append(list, secretary.Intent{Kind: secretary.IntentAttend, Status: status, Delegate: p.delegate, Reason: p.reason(q, status)})
	}
	switch {
	case p.blocked:
		return unclear(q)
	case p.delegated && !p.accept:
		attend("delegated")
	case p.delegated:
		return unclear(q)
	case p.counter != nil:
		if p.decline && !p.accept {
			attend("declined")
		}
		list = append(list, *p.counter)
	case p.proposed && !p.decline && !p.accept:
		return unclear(q)
	case p.tentative && !p.decline:
		attend("tentative")
	case p.accept && p.decline, p.tentative:
		return unclear(q)
	case p.decline:
		attend("declined")
	case p.accept || p.soft:
		attend("accepted")
	default:
		return unclear(q)
	}
	return Answer{Intents: list}
}

// otherSubject knows somebody else as the one who comes: "Leo should attend, not me".
var otherSubject = regexp.MustCompile(`^(?:[A-Z][a-z]+ )?[A-Z][a-z]+ (?:should|could|would|must|has to|needs to|wants to)\b`)

func (p *presence) reason(q Question, status string) string {
	if status == "accepted" {
		return ""
	}
	if len(p.reasons) > 0 {
		return comment(strings.Join(p.reasons, "；"))
	}
	return ""
}
