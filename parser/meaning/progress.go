package meaning

import (
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// state collects what a segment says about the work.
type state struct {
	done, doing, idle, stuck, waiting, undone, near bool
	doubt                                           bool
	percent                                         *int
	again                                           bool // under way again
	mixed                                           bool // two different percentages
	later                                           bool // an answer is promised
	eta                                             secretary.Date
	promised                                        bool           // the clause with the date speaks of finishing
	step                                            bool           // a part is done
	pending                                         bool           // something else is not yet
	hoped                                           secretary.Date // the day that a hedged clause names
	apart                                           bool           // the trouble is told in a sentence of its own, not as the reason for a later date
	partOnly                                        bool           // what is done has a name: 「完成初稿」
}

// intents reads a segment: a request for a later date, and how far the work is.
func (s segment) intents(q Question) (list []secretary.Intent) {
	e, has := s.extension(q)
	if has {
		list = append(list, e)
	}
	var st state
	for _, p := range s.clauses {
		if p.asked || asks(p.clause) || strings.Contains(p.folded(), "行不行") || p.sentence.has(cond) || p.has(extend, keep) && !(p.discussed && p.has(done)) || has && p.has(move) || p.discussed && len(p.shares()) == 0 && !p.has(done, step) || has && reasoned(p) {
			st.doubt = st.doubt || p.sentence.has(cond)
			q.note(nil, told("a question", p.asked || asks(p.clause), "a condition", p.sentence.has(cond), "asks for a later date", has && p.has(extend)), p.clause)
			continue
		}
		before := st.says()
		st.apart = st.apart || has && p.has(stuck) && !p.sentence.has(extend, move) && len(p.refs(nil)) > 0
		st.clause(p, q)
		q.note(before, st.says(), p.clause)
	}
	if has && e.Until == "" {
		st.eta = "" // a date beside a request for time without one: nobody can tell which it is
	}
	if i, ok := st.intent(has); ok {
		list = append(list, i)
	}
	return list
}

// says is what was understood so far.
func (st *state) says() []string {
	list := told("done", st.done, "under way", st.doing, "not begun", st.idle, "blocked", st.stuck, "waits", st.waiting, "not finished", st.undone, "almost finished", st.near,
		"takes the firmness out of it", st.doubt, "a part is done", st.step, "something is not yet done", st.pending, "two shares", st.mixed)
	if st.percent != nil {
		list = append(list, strconv.Itoa(*st.percent)+"%")
	}
	if st.eta != "" {
		list = append(list, "by "+string(st.eta))
	}
	return list
}

func reasoned(p piece) bool {
	t := strings.TrimLeft(p.folded(), " ")
	for _, w := range []string{"因", "由于", "原因", "because", "due to", "reason"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// clause takes one clause in.
func (st *state) clause(p piece, q Question) {
	shares := p.reached(p.shares(), q)
	if len(shares) > 0 && p.astray(q) || p.urged() && !p.has(done, step) {
		return
	}
	if p.some() || p.counted(q) {
		st.doing = true
		return
	}
	if p.has(again) && p.toCome(q) {
		return // 「12月20日复工」
	}
	if p.has(again) {
		st.stuck, st.waiting, st.again = false, false, true
	}
	if len(shares) > 0 && !theirSide.In(p.look()) && !p.foreign() && p.hopes(shares[len(shares)-1].end) {
		st.share(shares, p.corrects(shares))
		return
	}
	if p.foreign() || p.elsewhen() || p.exasperated() || p.said(q.Name) || theirSide.In(p.look()) {
		st.doubt = true
		return
	}
	if p.has(hedge) && !p.roughly(shares) && (len(shares) == 0 || p.has(done) || !strings.Contains(p.folded(), "差不多")) || p.has(others) && len(shares) == 0 || p.has(later) && len(shares) == 0 {
		st.later = st.later || p.has(later)
		if date, past := p.eta(q); !past && shouldBe.In(p.look()) {
			st.hoped = date
		}
		st.doubt = st.doubt || p.has(done, doing, idle, stuck, finish, undone, near) || p.has(hedge)
		return
	}
	st.share(shares, p.corrects(shares))
	st.doing = st.doing || p.has(doing) && !p.has(idle) || p.mostly() || endsUnderWay(p.folded()) || p.partial() || p.quantified()
	if p.has(idle) && thisOne.In(p.look()) {
		st.doing = false // 「人全在盘点，没动这个」
	}
	st.idle = st.idle || p.has(idle)
	st.stuck = st.stuck || p.has(stuck) && !p.has(again) && (!once.In(p.look()) || sinceThen.In(p.look()))
	st.waiting = st.waiting || p.has(waiting) && !p.has(later) || waits.In(p.look()) && !strings.Contains(p.folded(), "再")
	st.undone = st.undone || p.has(undone)
	st.near = st.near || p.has(near)
	if p.has(done) && mayClose.In(p.look()) {
		st.near, st.doing = false, st.doing && st.percent != nil
	}
	st.pending = st.pending || p.pending()
	date, past := p.eta(q)
	if p.endsDone() && date == "" {
		st.step = true
	} else if p.has(step) && !p.has(done) && date == "" && !p.whole(q) {
		st.step = true
	} else if p.has(rest) && p.has(done, step) {
		st.doing = true // 「其余弄好了」
	} else if p.finished(date, past) {
		st.done, st.partOnly = true, st.partOnly || p.names(q)
	}
	if date != "" && len(shares) == len(p.shares()) && !(st.later && tellsYou.In(p.look())) && (!p.has(undone) || !cannot(p.folded())) && !notBy.In(p.look()) && !(promisesWord.In(p.look()) && !p.has(done, step, near)) {
		st.eta = date
		st.promised = st.promised || p.has(finish, near, undone, doing) || delivers(p.folded()) || p.onlyDay(q)
	}
}

// shares lists the shares that a clause gives. They are looked for once as long as its text stays.
func (p piece) shares() []share {
	m := p.clause.named
	if m == nil {
		return sharesIn(p.folded())
	}
	if t := p.folded(); m.counted == nil || m.counted.of != t {
		m.counted = &tally{t, sharesIn(t)}
	}
	return m.counted.shares
}

func sharesIn(t string) []share {
	if listedShare.MatchString(t) {
		head, rest, _ := strings.Cut(t, ".")
		t = blanks(head+".") + rest
	}
	return shares(t)
}

var thisOne = pattern.Must(`这个|这项|这块|这条|此项|本项|该项|这事`)

// toCome reports whether a new beginning is still to come.
func (p piece) toCome(q Question) bool {
	date, _ := p.eta(q)
	for _, h := range p.hits {
		if h.sign == again && (planned(string(p.text[:h.start])) || undecided.MatchString(string(p.text[h.end:]))) {
			return true
		}
	}
	return date > secretary.DateOf(q.Now)
}

var undecided = pattern.Must(`^(?:的)?(?:时间|日期|待定|未定|后|之后|以后)`)

// waits knows the clause that begins with waiting, behind its item: 「(3)等船期」.
var waits = pattern.Must(`^[\s\d()#.、:第项条①-⑳]*(?:还|仍|在|正|只能|就)?等(?:[^等我一下会]|$)`)

// tellsYou is the promise to tell, which is no day of the work: 「我问一下，明早发你」.
var tellsYou = pattern.Must(`(?:发|给|报|告诉|回|回复)(?:给)?(?:你|您|大家|各位)`)

// notBy is a day that will not do: "it won't be done by Friday".
var notBy = pattern.Must(`\b(?:won't|will not|not going to|unable to|can't|cannot|not before|no chance|not a chance)\b`)

// before reports whether a day is a limit: 「下周四前核定」, "by Friday".
func (p piece) before(q Question) bool {
	raw := string(p.raw)
	for _, m := range q.dates(raw) {
		if m.Date != "" && (limit.MatchString(raw[m.End:]) || limitEnglish.MatchString(raw[:m.Start])) {
			return true
		}
	}
	return false
}

var (
	// promisesWord is a day on which something is told or sent for, and nothing finished: 「周五前给准信」, 「12月20日报给你」.
	promisesWord = pattern.Must(`准信|反馈|汇报|答复|回复|回音|准话|(?:报|发|告诉|通知|回)(?:给)?(?:你|您)|给(?:你|您|我)(?:个|一个)?(?:准|答|回|信|数|材料|资料)|\b(?:let you know|tell you|update you|my answer|know more)\b`)

	limit        = pattern.Must(`^\s?(?:[之以])?前`)
	limitEnglish = pattern.Must(`(?i)\bby (?:the )?$`)
)

// exasperated knows the "done" that ends a patience and no task: "I'm done chasing them".
var patience = pattern.Must(`\b(?:i'm|i am|im|we're|we are) (?:so |really )?done (?:\w+ing|with (?:(?:this|that|the|these|our|my) (?:vendor|supplier|guy|guys|company|contractor|people|person|nonsense|lot)s?|them|him|her|you|that|those|these people|people|everybody|everyone))\b`)

func (p piece) exasperated() bool { return patience.In(p.look()) }

// said reports whether it is somebody else who calls the work done: "Tom says it's done", 「老王说做完了」.
func (p piece) said(name string) bool {
	for _, h := range p.hits {
		if h.sign != done && h.sign != step {
			continue
		}
		before := string(p.text[:h.start])
		if theirDoing.MatchString(before) || wording.MatchString(before) {
			return true
		}
		if letter(p.text[h.start]) && reported(p.stretch(h.start)) || speaks.MatchString(before) && anotherInChinese(before, name) {
			return true
		}
	}
	return false
}

// theirDoing is somebody else right before a word of done: 「他们组已经完成了」.
var theirDoing = pattern.Must(`(?:他们|她们|人家|对方|隔壁|别的|佢哋|他|她|佢)(?:负责|组|部门|部分|部|那边|那里|那|班|车间|单位|公司|处|科|的|块|项|活|任务|工作)*(?:已经|已|都|也|早|早就|全部)*$|\b(?:he's|she's|they're|they've|he|she|they)(?: has| have| had| is| are| \w+ly| all| now| already)*\s?$`)

// theirSide opens a clause about somebody else's part: 「小李那边进度60%」.
var theirSide = pattern.Must(`^[\s:]*(?:他们?|她们?|[老小阿][` + family + `]|[` + family + `](?:工|总))(?:那边|那里|那头|那块|那部分|负责的)`)

// wording is a done that is only a word: 「前面说完成是指一期」.
var wording = pattern.Must(`(?:前面|之前|上次|早上|昨天|上午|刚才)(?:我|那封)?(?:说|报|写|回|填)(?:的|了|是)*"?$`)

// hopes reports whether the only doubt in a clause is about what comes after the share: "80% done and should be ready by Friday".
func (p piece) hopes(end int) bool {
	found := false
	for _, h := range p.hits {
		if h.sign != hedge {
			continue
		}
		if h.start < end {
			return false
		}
		found = true
	}
	return found
}

// roughly reports whether every doubt in a clause only says that its share is not exact, "probably 60%", or sets one right: 「写错了，应该是60%」.
func (p piece) roughly(list []share) bool {
	if len(list) == 0 {
		return false
	}
	for _, h := range p.hits {
		if h.sign != hedge {
			continue
		}
		if h.end > list[0].start {
			return false
		}
		word, between := string(p.text[h.start:h.end]), string(p.text[h.end:list[0].start])
		if !(guess.MatchString(word+between) || word == "应该" && strings.TrimSpace(between) == "是" && blunder.MatchString(p.sentence.raw)) {
			return false
		}
	}
	return true
}

var (
	guess   = pattern.Must(`^(?:maybe|perhaps|probably|i guess|i think|likely)(?:(?: it's| it is| we're| we are| i'm| is| are| at| about| around| some| roughly|了|个|约|大概|差不多| )*)$`)
	blunder = pattern.Must(`错|误|不对|不准|(?i)wrong|typo|mistake`)
	// mayClose asks to close what is over: 「已经收尾，可以关了」.
	mayClose = pattern.Must(`(?:可以?|请予?|能)(?:销项|销号|结案|关闭|闭环|关掉|关了)`)
)

// onlyDay reports whether a clause says little besides its day, and nothing of another kind: 「12月20日前」, "by Friday", not "let's talk on Friday".
func (p piece) onlyDay(q Question) bool {
	if meets.In(p.look()) {
		return false
	}
	n := size(p.residue(fillers))
	return n <= 4 || n <= 12 && p.before(q) && !out.In(p.look())
}

// meets is a day for something else than finishing.
var meets = pattern.Must(`\b(?:talk|meet|speak|chat|a call|call me|know|answer|ask|told|discuss|works for|see you|lunch|dinner|catch up)\b`)

// out is somebody who is out, which finishes nothing.
var out = pattern.Must(`在外|在家|不在|在路上|出差|休息`)

// delivers reports whether a clause speaks of handing over the work.
func delivers(t string) bool { return delivery.MatchString(t) }

var delivery = pattern.Must(`交(?:付|给|货|件|工|卷|差|出|$|[^流代通])|上线|到货|出货|入库|发布|安装|验收|齐套|结案|结束|办结|出|到位|给(?:到|\s*$)|好|投产|封顶|下发|签|补齐|落实|调试|整改|搞|做|齐|完|弄|干|见|最晚|最迟|不晚于|排在|定在|定于|安排在|约在|收|收官|收口|收尾|清零|闭环|销号|竣工|` +
	`deliver|ready|ship|release|launch|arriv|install|submit|send|close|go live|complet|wrap|sign|scheduled|planned for|until|latest|cutover|commission`)

// reached leaves out shares that are still to come: 「12月20日完成60%」.
func (p piece) reached(list []share, q Question) (now []share) {
	raw := string(p.raw)
	today := secretary.DateOf(q.Now)
	for _, s := range list {
		planned := false
		at := len(string(p.raw[:s.start]))
		for _, m := range q.dates(raw) {
			planned = planned || m.Date > today && m.End <= at
		}
		before := string(p.text[max(0, s.start-8):s.start])
		for _, w := range []string{"预计", "计划", "争取", "力争", "目标", "能到", "能达", "可达", "会到", "将达", "will be", "finish ", "reach ", "target", "expect"} {
			planned = planned || strings.Contains(before, w) && !strings.Contains(before, "占"+w)
		}
		if !planned {
			now = append(now, s)
		}
	}
	return now
}

func cannot(t string) bool {
	for _, w := range []string{"搞不定", "做不完", "交不了", "赶不出", "弄不完", "办不完", "交不出", "完成不了", "无法完成", "不能完成", "没法完成", "完不成", "来不及", "赶不上", "难以完成", "未能完成", "can't", "cannot"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// share takes the shares of a clause in. Those that set the earlier one right replace it; else two that differ are two parts' shares.
func (st *state) share(list []share, corrects bool) {
	st.mixed = st.mixed && !corrects
	for _, s := range list {
		v := s.value
		if st.percent != nil && *st.percent != v && !corrects {
			st.mixed = true
		}
		st.percent = &v
	}
}

// told reports whether anything but trouble was said.
func (st state) told() bool {
	return st.done || st.doing || st.idle || st.near || st.undone || st.percent != nil
}

// onlyLeft is what is still to do: "only the documentation is left".
var onlyLeft = pattern.Must(`\b(?:only|just) (?:[\w']+ ){1,5}(?:is |are |now )?(?:left|remaining|remains?|outstanding|to do|to go|missing)\b`)

// stillDoing is "still testing", not "still missing".
var stillDoing = pattern.Must(`\bstill (?:(\w+ing)|at it|under ?way|on it|on track|in (?:progress|work|testing|review|draft))\b`)

var noDoing = words("waiting pending missing sitting lacking outstanding hanging remaining hoping expecting nothing lying blocking standing idling")

// endsUnderWay knows 「接口调试中」 and "still testing".
func endsUnderWay(t string) bool {
	if onlyLeft.MatchString(t) {
		return true
	}
	if m := stillDoing.FindStringSubmatch(t); m != nil && !noDoing[m[1]] {
		return true
	}
	t = strings.TrimRight(t, " .~了")
	if !strings.HasSuffix(t, "中") || len(t) < 6 {
		return false
	}
	for _, w := range []string{"其中", "集中", "之中", "当中", "空中", "年中", "月中", "期中"} {
		if strings.HasSuffix(t, w) {
			return false
		}
	}
	return true
}

// intent decides. Doubt or two percentages that contradict each other make no intent.
func (st state) intent(extended bool) (secretary.Intent, bool) {
	i := secretary.Intent{Kind: secretary.IntentProgress, ETA: st.eta}
	if st.mixed {
		st.percent, st.doing = nil, true
	}
	st.doing = st.doing || st.again && !st.done
	partly := st.percent != nil && *st.percent < 100
	st.done = st.done && !(st.partOnly && st.eta != "" && st.promised)
	open := st.doing || st.undone || st.near || st.waiting || partly
	switch {
	case extended && (st.stuck || st.waiting) && !st.told() && !st.apart:
		return i, false // the trouble is the reason for the later date
	case extended && st.done && st.percent == nil && !open:
		return i, false // what is over needs no later date: somebody else's is done
	case st.stuck:
		i.Status = "blocked"
	case st.idle && !st.done && !st.doing && (st.percent == nil || *st.percent == 0):
		i.Status = "not_started"
	case st.percent != nil && *st.percent == 0:
		i.Status = "not_started"
	case st.percent != nil && *st.percent == 100 && !st.doubt && !st.undone:
		i.Status, i.ETA = "done", ""
	case st.done && st.pending && !open: // 「已完成，还没验收」: somebody must ask
		return i, false
	case (st.step || st.done) && (st.pending || st.idle || st.step && st.undone) && !st.doubt: // 「初稿写完了，还没校审」
		i.Status = "in_progress"
	case st.done && !open && !st.idle && !st.doubt:
		full := 100
		i.Status, i.ETA, st.percent = "done", "", &full
	case st.doing || partly || st.near || st.done && open || st.eta != "" && st.promised && !st.doubt && !extended:
		if st.doubt && !partly && !st.doing {
			return i, false
		}
		i.Status = "in_progress"
	case st.waiting && st.step && !st.doubt: // 「程序改完了，等验证」
		i.Status = "in_progress"
	case st.waiting:
		i.Status = "blocked"
	default:
		return i, false
	}
	if !st.promised && (st.stuck || i.Status == "not_started") {
		i.ETA = ""
	}
	if i.Percent = st.percent; i.Status == "in_progress" && i.ETA == "" && st.told() {
		i.ETA = st.hoped
	}
	return i, true
}

// shouldBe names a day that is hoped for: beside a share or a state it is the day, alone it is none.
var shouldBe = pattern.Must(`\bshould (?:all |then |also |now )?(?:be|have|get|finish|close|complete|land|arrive|go|reach|wrap)\b(?: [\w']+){0,4} (?:by|on|before)\b|\bshould be (?:finished|done|complete|completed|ready|closed|delivered|through|over)\b|应该?[^,的]{0,14}?(?:能|可以|可)(?:好|完|交|到|弄|做|办|搞|上|齐)|应该?(?:能|可以|可)?(?:全部)?(?:完成|做完|弄完|搞完|交付|上线)`)
