package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

var invitationLexicon = grammar("invitation")

// presence collects what the sentences of an answer to an invitation say.
type presence struct {
	accept, decline, tentative bool
	soft                       bool // a weak yes
	blocked                    bool
	delegate                   string
	delegated                  bool
	counter                    *secretary.Intent
	proposed                   bool
	hesitates                  bool // a question with but
	doubtful                   bool // a yes beside what nobody foresaw
	unread                     bool // somebody in the writer's place, or another time, that could not be read
	reasons                    []string
	day                        secretary.Date // the day that was proposed without a time
	before                     []clause       // what was read before
}

func readInvitation(q Question) Answer {
	p := &presence{}
	sentences := read(q.Lines, invitationLexicon)
	for _, s := range sentences {
		s.clauses = appositions(s.clauses)
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.anotherNamed(q.Name) {
				c.mute(yes, weak, no, maybe, free, hedge)
			}
			c.heard(q.Name, neutral, yes, weak, no, maybe, free)
			c.fail()
			if !c.has(others) {
				c.weigh(yes, no)
			}
		}
		s.carries()
		s.regret()
		s.remotely()
		p.sentence(s, q)
		p.before = append(p.before, s.clauses...)
	}
	return p.answer(q)
}

func (p *presence) sentence(s sentence, q Question) {
	before, declined := p.says(), p.decline
	if p.ticks(s) || p.whole(s, q) {
		q.note(before, p.says(), s.clauses...)
		return
	}
	for n, c := range s.clauses {
		asked := s.asked && (n == len(s.clauses)-1 || tagged(s) || s.wholly()) || c.has(ask) || asks(c)
		before := p.says()
		if m := form.FindStringSubmatch(c.folded()); m != nil && p.answers(m[1]) {
			q.note(before, p.says(), c)
			continue
		}
		if c.has(but) && c.has(yes) && !c.has(no, hedge, later, others) && !asked && mine(c, q.Name) && understood(c, q) {
			p.decline = p.decline && declined // 「人在外地，但会线上参加」
		}
		p.clause(c, s, asked, q)
		p.unread = p.unread || asked && p.delegateIn(c, s, q.Name) != ""
		q.note(before, append(p.says(), told("a question", asked)...), c)
	}
}

// whole takes a sentence in that says one thing with all its clauses, and reports whether it does.
func (p *presence) whole(s sentence, q Question) bool {
	if i, ok := p.proposal(s, q); ok && (i != nil || !p.sends(s, q)) {
		p.propose(i)
		return true
	}
	if i := instead(s, q); i != nil && (p.decline || p.told()) {
		p.propose(i)
		return true
	}
	if openly(s) {
		p.tentative = true
		return true
	}
	if s.has(cond) && !s.onlyLate() {
		p.blocked = p.blocked || s.has(yes, no, maybe, stand)
		return true
	}
	return false
}

// inMyPlace says that somebody comes for the writer.
var inMyPlace = pattern.Must(`(?:代替|代表|顶替|代|替|顶)我(?:\s|$|[^部司方处院局厂公单])`)

// late is coming late or leaving early.
var late = pattern.Must(`晚到|迟到|晚来|晚几分|晚一点|晚十|晚个|稍晚|早走|先走|提前走|提前离|\blate\b|leave early|drop off early`)

// sendMe asks for something besides: 「没问题的话纪要发我一份」.
var sendMe = pattern.Must(`(?:纪要|材料|资料|录像|录音|记录|链接|ppt|结论)[^,]{0,6}(?:发|抄|给|传|转|共享)`)

// onlyLate reports whether a condition in s is one of being late only: 「参加，路上堵的话可能晚到十分钟」.
func (s sentence) onlyLate() bool {
	for _, c := range s.clauses {
		if c.has(cond) && (c.has(yes, no, maybe, stand, move, free) || !late.In(c.look()) && !sendMe.In(c.look())) {
			return false
		}
	}
	return true
}

// says is what was understood so far.
func (p *presence) says() []string {
	return told("accepts", p.accept, "declines", p.decline, "tentative", p.tentative, "accepts where nothing else is said", p.soft, "takes the firmness out of it", p.blocked,
		"sends somebody", p.delegated, "proposes another time", p.proposed, "a yes beside what is not understood", p.doubtful, "somebody else or another time, unread", p.unread, "gives a reason", len(p.reasons) > 0)
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

// sends reports whether a clause of s names somebody who comes instead.
func (p *presence) sends(s sentence, q Question) bool {
	for _, c := range s.clauses {
		if p.delegateIn(c, s, q.Name) != "" {
			return true
		}
	}
	return false
}

// told reports whether anything of weight was said before.
func (p *presence) told() bool {
	for _, c := range p.before {
		if weighty(c.residue(politeness)) {
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

// wishing leaves out what asks nothing.
var wishing = strings.NewReplacer("wish i could", "", "wish we could", "")

// asks knows the requests that are questions by their form: 「能不能不去」.
func asks(c clause) bool {
	t := wishing.Replace(c.folded())
	for _, w := range []string{"能否", "可否", "能不能", "可不可以", "是否", "可以吗", "行吗", "好吗", "方便吗", "could ", "can we", "can i ", "may i", "is it possible"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// tag is a question that waits for a word on what was said before: 「让赵倩去，可以吗？」.
var tag = pattern.Must(`^[\s\pP]*(?:这样)?(?:可以|行|好|方便|成|合适|妥|ok|okay)(?:吗|么|不|否|嘛|不可以|不行|不好)?[\s\pP]*$|^[\s\pP]*(?:is that|would that be|is this) (?:ok|okay|fine|all right|alright|acceptable)[\s\pP]*`)

// tagged reports whether a question ends in a tag, so that all of it is asked.
func tagged(s sentence) bool {
	n := len(s.clauses) - 1
	return n > 0 && tag.MatchString(s.clauses[n].folded())
}

// clause takes one clause in.
func (p *presence) clause(c clause, s sentence, asked bool, q Question) {
	switch {
	case asked && c.has(later):
		p.blocked = p.blocked || !c.inquires()
	case asked:
		p.hesitates = p.hesitates || c.has(but)
	case c.has(later):
		p.blocked = true
	case p.takesDelegate(c, s, q):
	case forMe.In(c.look()), c.has(yes) && inMyPlace.In(c.look()):
		p.blocked = true // by whom?
	case p.chooses(c, q):
	case c.has(maybe) && (forSomeone.MatchString(c.String()) || c.maybeSomebody(q.Name)):
		p.blocked = true
	case c.has(maybe) && !c.has(no) || c.has(hedge) && c.has(maybe):
		p.tentative = true
	case c.has(hedge):
		p.blocked = p.blocked || c.has(yes, no, weak, stand, free) || unsureAlone.In(c.look())
	case c.has(no) && forAnother.In(c.look()), c.onlyBusy() && p.otherDay(c, q):
	case c.has(no) && ifOthers.In(c.look()), exceptDay.In(c.look()) && c.has(free, weak):
		p.blocked = true
	case c.has(no):
		p.decline = true
	case c.has(others):
	case c.has(yes) && !c.has(no) && mine(c, q.Name):
		if ok := understood(c, q); ok {
			p.accept = true
		} else {
			p.doubtful = true
		}
	case c.has(free, weak) && otherTime(c, q):
		p.proposed, p.unread = true, true
	case barely(c, q):
		p.soft = true
	case refused.In(c.look()):
		p.decline = true
	case c.has(stand):
		p.unread = true
	case c.has(move), otherTime(c, q):
		p.proposed = true
	case c.has(but):
	case onlySeen.In(c.look()):
		p.hesitates = true
	default:
		if t := c.String(); size(c.residue(politeness)) > 1 {
			p.reasons = append(p.reasons, t)
		}
	}
}

var (
	// unsureAlone takes the clause before it back: 「参加吧，应该能」.
	unsureAlone = pattern.Must(`^\s*(?:应该|可能|大概|估计|也许)(?:能|可以|行|会|没问题|吧|的|去|来)*\s*$`)
	// onlySeen says no more than that the mail was seen: "Yes, I got the invitation".
	onlySeen = pattern.Must(`^\s*(?:i|we)(?: have|'ve)? (?:got|saw|seen|received|read|noticed) (?:it|this|that|the|your)\b`)
)

// maybeSomebody knows "Maybe Kevin can go".
func (c clause) maybeSomebody(name string) bool {
	m := maybeWho.FindStringSubmatch(string(c.raw))
	return m != nil && person(m[1], name)
}

var maybeWho = pattern.Must(`(?i:\b(?:maybe|perhaps|possibly)) ([A-Z][a-z]+) (?:can|could|will|might|would|is|has)\b`)

// otherTime reports whether a clause names a day or time that is not the meeting's.
func otherTime(c clause, q Question) bool {
	said := q.dates(string(c.raw))
	if len(said) == 0 {
		return false
	}
	meeting, known := meetingTime(q)
	for _, m := range said {
		if x, ok := slotOf(m); ok && known && (x.date != "" && x.date != meeting.date || x.clock.Set && x.clock != meeting.clock) {
			return true
		}
	}
	return false
}

// refused is a no by itself: "so I can't", "it's a no from me", 「否」.
var refused = pattern.Must(`\b(?:kindly|please|pls) excuse\s*[.!]*$|^\s*(?:sorry )?(?:can't|cannot|can not)(?: lah| la| leh| one| sorry| this time)*\s*[.!~]*$|^\s*(?:sorry |afraid |i'm afraid |unfortunately |so |but |and |this |that |it |friday |which )*(?:won't|will not|wouldn't|isn't|is not|isn't going to|not going to|not|can't)(?: be)? (?:possible|feasible|doable|workable|happening|happen|manageable)(?: this time| then| for (?:me|us)| sorry| at all| i'm afraid)*\s*[.!]*$|(?:^|\b)(?:i|we|so) (?:just |really |simply )?(?:can't|cannot|can not|won't|couldn't)(?: (?:on|this|that|then|at) ?(?:[a-z]+day|day|time|week|that time|that day)?)?\s*[.!]*$|\b(?:a|a clear|a definite|a firm) no\b\s*(?:from (?:me|us|my side|our side)|for (?:me|us)|this time|i'm afraid|sorry|then)?\s*[.!]*$|^\s*(?:(?:so|then|hence|therefore|and|from (?:me|us|my side)) )*(?:no|nope|否|不|nay)(?: from (?:me|us)| for (?:me|us)| then| this time)?\s*[.!~]*$`)

// cans is the "can" of Singapore: "2 pm can", "can lah".
var cans = pattern.Must(`^\s*(?:i |that |also |ok |yes )*can(?: lah| la| can| one| also| make it| do)?\s*[.!~]*$`)

// barely reports whether a clause is a weak yes and nothing else.
func barely(c clause, q Question) bool {
	t := undated(c.folded(), q)
	if cans.MatchString(t) {
		return true
	}
	if !c.has(weak, free) || c.has(move) || onlyPossible.In(c.look()) {
		return false
	}
	d := clause{text: []rune(t)}
	d.hits = invitationLexicon.scan(d.text)
	return slight(c.residue(politeness)) || slight(d.residue(politeness))
}

// onlyPossible is no yes yet.
var onlyPossible = pattern.Must(`^\s*(?:it's |that's |it is |that is )?(?:possible|feasible|doable)\s*$`)

// slight reports whether what is left beside a weak yes is a particle or a slip, and no word.
func slight(rest string) bool {
	return size(rest) <= 1 && !longWord.MatchString(strings.ReplaceAll(rest, "then", ""))
}

var longWord = pattern.Must(`[a-z]{4}`)

// politeness may stand beside a weak yes.
var politeness = class("fillers", "politeness")

// mine reports whether it is the writer who comes: no other subject stands before the verb, and none is asked to.
func mine(c clause, name string) bool {
	for _, h := range c.hits {
		if h.sign != yes {
			continue
		}
		if inPlace(string(c.text[h.start:h.end]), string(c.text[h.end:])) {
			return false
		}
		if n := fold.Text(name); n != "" && strings.Contains(string(c.text[:h.start]), "请"+n) {
			return false // somebody else asks for him
		}
		if c.text[h.start] == '我' || strings.HasPrefix(string(c.text[h.start:h.end]), "本人") { // 「王总派我去」
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 也都会将能可以准时按一定")
		if everybody.MatchString(before) {
			return false
		}
		before = byNotice.ReplaceAllString(before, "")
		before = inStead.ReplaceAllString(before, "")
		for _, w := range []string{"请", "由", "让", "派", "派人", "派员", "叫", "他", "她", "他们", "谁", "哪些人", "你们", "您", "你", "请各位", "需要", "要求", "you", "he", "she", "they", "who", "not", "please", "老板", "领导", "经理", "总", "主任"} {
			if strings.HasSuffix(before, w) && !(name != "" && strings.HasSuffix(before, name)) {
				return false
			}
		}
	}
	return true
}

// everybody is asked, thanked or told to come, and does not answer.
var everybody = pattern.Must(`(?:各部门|各单位|各车间|各科室|全员|全体)[^我,]*(?:须|应|要|需|必须|请)$|(?:感谢|期待|欢迎|恭候)[^我,]*(?:参与|的|大家|各位)$`)

// inStead is the person whom the writer comes for or with: 「我代他出席」, 「替王总参加」.
var inStead = pattern.Must(`(?:代表|代替|代|替|陪同|陪|跟|带)(?:` + people.String() + `)$`)

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
	case (p.proposed || p.unread) && !p.decline && !p.accept && !p.tentative, p.unread && p.decline:
		return unclear(q)
	case p.tentative && !p.decline:
		attend("tentative")
	case p.accept && p.decline, p.tentative:
		return unclear(q)
	case p.decline:
		attend("declined")
	case (p.doubtful || p.hesitates) && !p.accept:
		return unclear(q)
	case p.accept || p.soft:
		attend("accepted")
	default:
		return unclear(q)
	}
	return Answer{Intents: list}
}

func (p *presence) reason(q Question, status string) string {
	if status == "accepted" {
		return ""
	}
	if len(p.reasons) > 0 {
		return comment(strings.Join(p.reasons, "；"))
	}
	return ""
}
