package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// extension reads the request for a later due date. A polite question is a request; a shift alone gives no date.
func (s segment) extension(q Question) (secretary.Intent, bool) {
	for n, p := range s.clauses {
		if p.sentence.has(cond) || p.sentence.judges() || p.has(keep, hedge) || p.has(others) && !p.has(beg) {
			continue
		}
		polite := p.has(beg) || p.sentence.has(beg)
		if p.asked || p.sentence.asked || p.has(ask) {
			polite = politelyAsked(p.sentence)
		}
		h, ok := extends(p, polite)
		if !ok || (p.asked || p.sentence.asked) && !polite {
			continue
		}
		i := secretary.Intent{Kind: secretary.IntentExtend, Reason: s.reason()}
		i.Until = until(q, p, h)
		for _, next := range s.clauses[n+1:] {
			if i.Until == "" && next.sentence.raw == p.sentence.raw && !next.has(done, doing) {
				i.Until = until(q, next, hit{})
			}
		}
		if i.Until == "" && (p.has(later)) || p.has(ask) && !polite {
			continue
		}
		if i.Until == "" && (h.sign == move && !(polite && (p.asked || p.sentence.asked) && strings.Contains(p.folded(), " by ")) || !polite && slipped(p, h)) {
			continue
		}
		if i.Until == "" && p.bareDelay(h) {
			continue
		}
		return i, true
	}
	return secretary.Intent{}, false
}

// bareDelay reports whether a delay without a day or a length is only spoken of: 「延期请找张总」, 「没人申请延期」, not 「申请延期」.
func (p piece) bareDelay(h hit) bool {
	word, before, after := string(p.text[h.start:h.end]), string(p.text[:h.start]), string(p.text[h.end:])
	if !bareWord.MatchString(word) || strings.ContainsAny(after, "0123456789一二两三四五六七八九十几半天周月") {
		return false
	}
	return noAsking.MatchString(before) || spokenOf.MatchString(after) || !askedOutright.MatchString(before) && size(p.residue(fillers)) > 2
}

var (
	bareWord      = pattern.Must(`^(?:延期|延后|推迟|展延|顺延|延长|宽限|展期|缓期|延缓|改期)$`)
	noAsking      = pattern.Must(`没人|无人|谁|不是|八成|多半|可能|最好|别|不要|要不要|是否要`)
	spokenOf      = pattern.Must(`^(?:这种|这样|的?请|的?事|找|要|的都|的人|由|归|次数|多少)`)
	askedOutright = pattern.Must(`(?:申请|请求|恳请|请|希望|想|需要?|要求|能否|可否|能不能|可不可以|可以|望|盼|特|拟|提出|办理|麻烦|烦请|同意|批准|予以|给予|必须|只能|只好|要)[^,]{0,8}$`)
)

// judged is the writer's word on a delay that somebody else asks for: 「项目组申请延到月底，我没意见」.
var judged = pattern.Must(`^\s*(?:对此|这个|这一点|我|我部|我方|我们|我这边|个人|本人|原则上|都|也|是)*(?:没意见|没有意见|无意见|无异议|没异议|不反对|同意的?|支持|没问题|不同意|反对)\s*$`)

// judges reports whether a sentence judges what others ask for.
func (s sentence) judges() bool {
	return slices.ContainsFunc(s.clauses, func(c clause) bool { return judged.In(c.look()) })
}

// wanted lists the items that more time is asked for: "another week for (2)".
func (c clause) wanted(refs []ref) (ids []string) {
	for _, r := range refs {
		if strings.HasSuffix(strings.TrimRight(string(c.text[:r.start]), " (#"), "for") || strings.HasPrefix(string(c.text[r.start:r.end]), "for") {
			ids = append(ids, r.items...)
		}
	}
	return ids
}

// slipped reports whether a word of delay only tells what happened: 「供应商推迟」. It asks for nothing unless it says how long.
func slipped(p piece, h hit) bool {
	word := string(p.text[h.start:h.end])
	for _, w := range []string{"one more", "another", "more ", "some more", "additional", "extra"} {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	switch tailHead(word, 1) {
	case "晚", "迟", "拖":
		return true
	}
	switch tailHead(word, 2) {
	case "推迟", "延后", "延迟", "推后", "后延", "顺延", "延长", "po", "de":
		return !strings.ContainsAny(string(p.text[h.end:]), "0123456789一二两三四五六七八九十几半天周月")
	}
	return false
}

// politelyAsked tells a request in the form of a question from a question: 「能否延到周五？」, not 「需要延期吗？」.
func politelyAsked(s sentence) bool {
	t := strings.ToLower(s.raw)
	for _, w := range []string{"为什么", "為什麼", "为何", "為何", "怎么", "怎麼", "如何", "告知", "告诉", "告訴", "why", "how", "who", "when", "谁", "誰", "多久", "需要", "什么", "什麼", "何时", "几时", "几号", "哪"} {
		if strings.Contains(t, w) {
			return false
		}
	}
	for _, w := range []string{"能", "可", "行吗", "行嗎", "行不行", "好吗", "好嗎", "得唔得", "好唔好", "中唔中", "成不成", "could", "can ", "may ", "possible", "any chance", "would"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// extends finds the word that asks for more time; words of moving count beside a request only.
func extends(p piece, polite bool) (found hit, ok bool) {
	for _, h := range p.hits {
		switch {
		case topic(p, h) || delayed(p, h):
		case h.sign == extend:
			return h, true
		case h.sign == move && polite && (p.has(beg) || p.asked) && !ok: // 「期限请顺延十天」 asks by its second word
			found, ok = h, true
		}
	}
	return found, ok
}

// topic reports whether a delay is only spoken about: 「延期的事再说」, 「关于延期」.
func topic(p piece, h hit) bool {
	before, after := string(p.text[:h.start]), string(p.text[h.end:])
	if word := string(p.text[h.start:h.end]); word == "extension" && !toDay.MatchString(after) && (!p.has(beg) || thanked.MatchString(before)) {
		return true
	}
	if granting.MatchString(before) {
		return true
	}
	return held.MatchString(after) || topical.MatchString(after) || about.MatchString(before) && strings.TrimSpace(after) == ""
}

var (
	topical = pattern.Must(`^(?:可以|行|没问题|不行|不可以|也行|也可以|是可以的)(?:$|[^吗么否嘛?])|^[^,]{0,20}\b(?:was|were|has been|had been|got|is|being) (?:refused|rejected|denied|declined|turned down|granted|approved|agreed|given)\b|^(?:到|至)?[^,]{0,12}申请(?:也|都)?(?:已|还|批|通过)|^(?:也|都|申请)?(?:已|已经)?(?:获批|批了|批准|获准|核准|同意)|^后|^(?:的)?(?:事|问题|情况|原因|风险|可能|与否|手续|流程|审批|报批|单|报告|方案|理由|时间(?:还|待)|申请(?:已|还|正|在|批|没|未|单|流程|审批))`)
	// granting stands before a delay that is allowed, given or over: 「同意延期」, "thanks for the extension", 「上次延期到今天」.
	granting = pattern.Must(`(?:^|[^请望恳盼求能否可意])(?:同意|批准|准许|准予|允许|答应|批了|给了)(?:你们?|您|他们?|其|了|的|给|予以|该|此|本次|这次|\p{Han}{0,3}的)*$|(?:上次|上回|之前|此前|曾经?|当时|去年|上个?月|第[一二三四]次)(?:已|已经|就|的|申请|被|又|都)*$|\b(?:approved|approving|granted|gave|given|giving|got|received|had|refused|denied|thanks for|thank you for|appreciate|after|with|despite|accept|agree to|agreed to)(?: \w+){0,2} (?:the |an |his |her |their |your |that |this )?$|\b(?:approve|accept|support|agree to|thanks for|thank you for) (?:the |an |his |her |their |your |that |this )$`)
	held     = pattern.Must(`举行|召开|举办|开会`)
	toDay    = pattern.Must(`^ ?(?:to|until|till|by|of)\b`)
	thanked  = pattern.Must(`\b(?:thanks|thank you|with|after|since|given)\b[^,]*$`)
	about    = pattern.Must(`(?:关于|至于|说到|有关|对于|谈到|涉及|regarding|about|as for)(?:the|an|a| )*$`)
)

// discusses reports whether a sentence is about a delay and asks for none.
func (s sentence) discusses() bool {
	for _, c := range s.clauses {
		if len(c.text) > longestClause {
			continue
		}
		for _, h := range c.hits {
			if h.sign == extend && topic(piece{clause: c}, h) {
				return true
			}
		}
	}
	return false
}

// delayed reports whether somebody else put something off: 「客户把时间推迟到28日」. A cause before our own request is no such thing.
func delayed(p piece, h hit) bool {
	before := strings.TrimSpace(string(p.text[:h.start]))
	if m := delayer.FindStringIndex(before); m != nil {
		return (theirWish.MatchString(before[m[1]:]) || !ownWish.MatchString(before[m[1]:])) && !reasoned(p)
	}
	if theirWishEnglish.MatchString(before) {
		return true
	}
	return delayerEnglish.MatchString(before) && strings.Contains(string(p.text[h.start:h.end]), "ed")
}

var (
	delayer          = pattern.Must(`供应商|供方|厂家|厂商|客户|甲方|业主|总包|分包|对方|海关|船公司|船期|货期|交期|会议|评审|开标|监理|银行|总部|供货|到货|发货`)
	ownWish          = pattern.Must(`申请|请|恳|盼|望|想|烦|能否|可否|能不能|可不可以|我|本|需|要延|只能|只好|不得不`)
	theirWish        = pattern.Must(`^(?:也|又|已|已经|那边|方面|方|想|再|都)*(?:申请|要求|提出|希望|想|说|请求|提)`)
	theirWishEnglish = pattern.Must(`\b(?:customer|supplier|vendor|client|contractor|they|he|she|partner|carrier|factory|tom|bob)(?: has| have| had| also)* (?:asked|asks|requested|wants|wanted|applied|proposed)\b`)
	delayerEnglish   = pattern.Must(`\b(?:customer|supplier|vendor|client|contractor|they|he|she|meeting|delivery|shipment|launch|partner|carrier|factory)(?: has| have| had| already| just| was| is)*$`)
)

// until is the last date behind the word that asks for more time; before it only 「要到12月20日」.
func until(q Question, p piece, h hit) (d secretary.Date) {
	raw := string(p.raw)
	at := len(string(p.raw[:h.start]))
	var before []when.Match
	for _, m := range q.dates(raw) {
		switch {
		case m.Date == "" || m.Shift || !m.Valid:
		case m.Start >= at:
			d = m.Date
		default:
			before = append(before, m)
		}
	}
	if d == "" && len(before) == 1 {
		b := raw[:before[0].Start]
		for _, w := range []string{"到", "至", "until", "to ", "to"} {
			if strings.HasSuffix(strings.TrimRight(b, " "), strings.TrimSpace(w)) {
				return before[0].Date
			}
		}
	}
	return d
}

// reason is the clause that gives a cause, else the whole segment.
func (s segment) reason() string {
	for _, p := range s.clauses {
		if reasoned(p) {
			return p.String()
		}
	}
	return comment(s.text())
}
