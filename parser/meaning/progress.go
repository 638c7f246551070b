package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// state collects what a segment says about the work.
type state struct {
	done, doing, idle, stuck, waiting, undone, near bool
	doubt                                           bool
	percent                                         *int
	mixed                                           bool // two different percentages
	eta                                             secretary.Date
	promised                                        bool // the clause with the date speaks of finishing
}

// intents reads a segment: a request for a later date, and how far the work is.
func (s segment) intents(q Question) (list []secretary.Intent) {
	e, has := s.extension(q)
	if has {
		list = append(list, e)
	}
	var st state
	for _, p := range s.clauses {
		if p.asked || p.sentence.has(cond) || p.has(extend, keep) || has && reasoned(p) {
			st.doubt = st.doubt || p.sentence.has(cond)
			continue
		}
		st.clause(p, q)
	}
	if i, ok := st.intent(has); ok {
		list = append(list, i)
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
	shares := shares(p.folded())
	st.share(shares)
	if p.has(hedge) && (len(shares) == 0 || p.has(done)) || p.has(others) && len(shares) == 0 || p.has(later) && len(shares) == 0 {
		st.doubt = st.doubt || p.has(done, doing, idle, stuck, finish, undone, near) || p.has(hedge)
		return
	}
	st.doing = st.doing || p.has(doing) || endsUnderWay(p.folded())
	st.idle = st.idle || p.has(idle)
	st.stuck = st.stuck || p.has(stuck)
	st.waiting = st.waiting || p.has(waiting) || strings.HasPrefix(strings.TrimSpace(p.folded()), "等") && !strings.HasPrefix(strings.TrimSpace(p.folded()), "等等")
	st.undone = st.undone || p.has(undone)
	st.near = st.near || p.has(near)
	date, past := p.eta(q)
	if p.finished(date, past) {
		st.done = true
	}
	if date != "" && !p.has(undone) || date != "" && !cannot(p.folded()) && p.has(undone) {
		st.eta = date
		st.promised = st.promised || p.has(finish, near, undone, doing, done) || delivers(p.folded()) || size(p.residue(fillers)) <= 4
	}
}

// delivers reports whether a clause speaks of handing over the work.
func delivers(t string) bool {
	for _, w := range []string{"交", "上线", "到货", "出货", "入库", "提交", "发布", "安装", "验收", "齐套", "结案", "办结", "出", "到位", "给", "好", "投产", "封顶", "下发", "签", "结束", "补齐", "落实", "调试", "整改", "搞", "做", "deliver", "ready", "ship", "release", "launch", "arriv", "install", "submit", "send", "close", "go live"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

func cannot(t string) bool {
	for _, w := range []string{"完成不了", "无法完成", "不能完成", "没法完成", "完不成", "来不及", "赶不上", "难以完成", "未能完成", "can't", "cannot"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

func (st *state) share(list []share) {
	for _, s := range list {
		v := s.value
		if st.percent != nil && *st.percent != v {
			st.mixed = true
		}
		st.percent = &v
	}
}

// endsUnderWay knows 「接口调试中」.
func endsUnderWay(t string) bool {
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

// finished reports whether a clause says that the work is done: a word of done without a quantity behind it, or a bare 完成
// without a day that is still to come.
func (p piece) finished(date secretary.Date, past bool) bool {
	for _, h := range p.hits {
		after := strings.TrimLeft(string(p.text[h.end:]), " :")
		switch {
		case h.sign == done && !quantity(after) && !deniedDone(p, h) && !strings.HasPrefix(after, "by ") && !strings.HasPrefix(after, "率"):
			return date == "" || p.certain()
		case h.sign == finish && (p.text[h.start] == '完') && !quantity(after):
			before := strings.TrimSpace(string(p.text[:h.start]))
			if past && date == "" && strings.Contains(before, "已") {
				return true
			}
			if date == "" && !planned(before) && (onlyFiller([]rune(dropItems(p, before))) || past) {
				return true
			}
		}
	}
	return false
}

// deniedDone reports whether a word of done is planned or denied. One that says 已 or 了 is only denied by what stands right before it.
func deniedDone(p piece, h hit) bool {
	before, word := strings.TrimRight(string(p.text[:h.start]), " "), string(p.text[h.start:h.end])
	if !strings.ContainsAny(word, "已了") {
		return planned(before)
	}
	for _, w := range []string{"未", "没", "没有", "不", "预计", "争取", "能", "尽快"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// certain reports whether done stands beside a date and yet means done: 「已完成，12月5日发布」 is, 「12月5日完成」 is not.
func (p piece) certain() bool { return strings.Contains(p.folded(), "已") }

// quantity reports whether what follows 完成 says how much: 「已完成八成」,「完成了3000件」.
func quantity(after string) bool {
	after = strings.TrimLeft(after, "了 约大概差不多近其中")
	if after == "" {
		return false
	}
	r := []rune(after)[0]
	if digit(r) {
		return !startsDate(after)
	}
	return strings.ContainsRune("一二三四五六七八九十百两半大部过多", r) && !strings.HasPrefix(after, "多谢") && !strings.HasPrefix(after, "一下")
}

func startsDate(s string) bool {
	return strings.Contains(tailHead(s, 6), "月") || strings.Contains(tailHead(s, 6), "/") || strings.HasPrefix(s, "100%")
}

func tailHead(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// planned reports whether what stands before 完成 puts it into the future or denies it.
func planned(before string) bool {
	b := strings.TrimRight(before, " ")
	for _, w := range []string{"预计", "计划", "将", "能", "可", "可以", "会", "前", "之前", "争取", "力争", "应", "要", "才", "才能", "确保", "保证", "准备", "打算", "拟", "尽快", "待", "等", "日", "号", "底", "不", "未", "没", "没有", "尚未", "无法", "日内", "周内", "月内", "全面", "逐步", "will be", "to be", "be", "get", "when", "once", "until", "after", "not", "n't", "never", "nothing", "none", "not been", "n't been", "almost", "nearly", "half", "to", "quarters", "%"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	for _, w := range []string{"预计", "争取", "力争", "才能", "确保", "保证", "尽快", "将于", "之前", "will", "expect", "未", "没", "计划于", "计划在", "计划下", "计划本", "计划周", "计划月", "计划今", "计划明", "plan to"} {
		if strings.Contains(b, w) {
			return true
		}
	}
	return false
}

// dropItems takes the item and its title out of what stands before a bare 完成, so that 「1、合同签订 完成」 counts.
func dropItems(p piece, before string) string {
	if refs := p.refs(nil); len(refs) > 0 && refs[0].opens {
		return ""
	}
	if strings.HasSuffix(before, ":") || len([]rune(before)) <= 8 {
		return ""
	}
	return before
}

// eta is the day a clause promises, and whether it names a day that is over. A day that something starts, or was planned
// for, is none.
func (p piece) eta(q Question) (date secretary.Date, past bool) {
	today := secretary.DateOf(q.Now)
	for _, m := range q.dates(string(p.raw)) {
		if m.Date == "" || m.Shift || !m.Valid {
			continue
		}
		before, after := string(p.raw[:0])+string(p.raw)[:m.Start], string(p.raw)[m.End:]
		switch {
		case m.Date < today:
			past = true
		case starts(after), formerly(before, after):
		default:
			date = m.Date
		}
	}
	return date, past && date == ""
}

func starts(after string) bool {
	a := strings.TrimLeft(strings.ToLower(after), " 日号前起就")
	for _, w := range []string{"开始", "启动", "开工", "动工", "起", "進場", "进场", "開始", "啟動", "start", "begin", "kick", "开会", "召开", "以来", "至今"} {
		if strings.HasPrefix(a, w) {
			return true
		}
	}
	return false
}

func formerly(before, after string) bool {
	b := strings.TrimRight(strings.ToLower(before), " :：于為为是的")
	for _, w := range []string{"原定", "原計劃", "原计划", "原", "本应", "應", "应", "到期日", "截止日期", "due", "originally", "since", "自", "从", "從", "from"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	return false
}

// intent decides. Doubt or two percentages that contradict each other make no intent.
func (st state) intent(extended bool) (secretary.Intent, bool) {
	i := secretary.Intent{Kind: secretary.IntentProgress, ETA: st.eta}
	if st.mixed {
		st.percent, st.doing = nil, true
	}
	partly := st.percent != nil && *st.percent < 100
	open := st.doing || st.undone || st.near || st.waiting || partly
	switch {
	case st.stuck:
		i.Status = "blocked"
	case st.idle && !st.done && !st.doing && (st.percent == nil || *st.percent == 0):
		i.Status = "not_started"
	case st.percent != nil && *st.percent == 0:
		i.Status = "not_started"
	case st.percent != nil && *st.percent == 100 && !st.doubt && !st.undone:
		i.Status, i.ETA = "done", ""
	case st.done && !open && !st.idle && !st.doubt:
		full := 100
		i.Status, i.ETA, st.percent = "done", "", &full
	case st.doing || partly || st.near || st.done && open || st.eta != "" && st.promised && !st.doubt && !extended:
		if st.doubt && !partly && !st.doing {
			return i, false
		}
		i.Status = "in_progress"
	case st.waiting:
		i.Status = "blocked"
	default:
		return i, false
	}
	i.Percent = st.percent
	return i, true
}

// extension reads the request for a later due date. A polite question is a request; a shift alone gives no date.
func (s segment) extension(q Question) (secretary.Intent, bool) {
	for n, p := range s.clauses {
		if p.sentence.has(cond) || p.has(keep, hedge) {
			continue
		}
		polite := p.has(beg) || p.sentence.has(beg)
		if p.asked || p.sentence.asked {
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
		return i, true
	}
	return secretary.Intent{}, false
}

// politelyAsked tells a request in the form of a question from a question: 「能否延到周五？」, not 「需要延期吗？」.
func politelyAsked(s sentence) bool {
	t := strings.ToLower(s.raw)
	for _, w := range []string{"为什么", "為什麼", "为何", "為何", "怎么", "怎麼", "why", "how", "who", "when", "谁", "誰", "多久", "需要"} {
		if strings.Contains(t, w) {
			return false
		}
	}
	for _, w := range []string{"能", "可", "行吗", "行嗎", "行不行", "好吗", "好嗎", "could", "can ", "may ", "possible", "any chance", "would"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// extends finds the word that asks for more time; words of moving count beside a request only.
func extends(p piece, polite bool) (hit, bool) {
	for _, h := range p.hits {
		if h.sign == extend || h.sign == move && polite && p.has(beg) {
			return h, true
		}
	}
	return hit{}, false
}

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
