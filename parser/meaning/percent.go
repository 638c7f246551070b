package meaning

import (
	"math"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// percentShapes are the ways of saying a share: 60%, 百分之六十, 六成五, 三分之二, 25/40家, 一半, three quarters.
var percentShapes = pattern.Must(
	`(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per\s?cent\b|pct\b)` +
		`|百分之\s?(\d{1,3}|[〇零一二三四五六七八九十百两]{1,5})` +
		`|([一二三四五六七八九十两\d])\s?成\s?(半|[一二三四五六七八九])?` +
		`|([二三四五六七八九十\d]{1,2})分之([一二三四五六七八九两\d]{1,2})` +
		`|(一半|半数)` +
		`|(\d{1,4}\s?/\s?\d{1,4})\s?(?:家|台|套|件|个|人|项|条|间|户|批|辆|吨|站|店|层|张|篇|units?\b|stores?\b|sites?\b|pcs\b)` +
		`|\b((?:a|one|two|three|four|five|six|seven|eight|nine)[ -](?:fourths?|fifths?|sixths?|eighths?|tenths?)|three[ -]quarters?|two[ -]thirds?|(?:a|one)[ -]quarter|(?:a|one)[ -]third|halfway|half[ -]way|half)\b` +
		`|\b(ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](one|two|three|four|five|six|seven|eight|nine))? ?(?:%|percent|per ?cent|pct)`)

var fractions = map[string]int{"three quarters": 75, "three quarter": 75, "two thirds": 67, "two third": 67, "a quarter": 25, "one quarter": 25, "a third": 33, "one third": 33, "halfway": 50, "half way": 50, "half": 50}

var tens = map[string]int{"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// share is a percentage found in a clause: rune offsets and the value.
type share struct{ start, end, value int }

// shares lists the percentages of work done that text names. Other rates (良率98%), plans and former values are left out.
func shares(text string) (list []share) {
	found := percentShapes.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return nil
	}
	at := runeIndex(text)
	for _, m := range found {
		v, ok := shareValue(text, m)
		if !ok {
			continue
		}
		before, after := text[:m[0]], text[m[1]:]
		switch {
		case otherRate(before, after), vagueShare(before, after):
			continue
		case left(before, after):
			v = 100 - v
		}
		list = append(list, share{at[m[0]], at[m[1]], v})
	}
	return current(text, list)
}

func shareValue(text string, m []int) (int, bool) {
	g := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	switch {
	case g(1) != "":
		f, err := strconv.ParseFloat(g(1), 64)
		return int(math.Floor(f)), err == nil && f <= 100
	case g(2) != "":
		return number100(g(2))
	case g(3) != "":
		if strings.HasPrefix(text[m[1]:], "本") || strings.HasPrefix(text[m[1]:], "立") || strings.HasPrefix(text[m[1]:], "员") || strings.HasPrefix(text[m[1]:], "品") || strings.HasPrefix(text[m[1]:], "套") {
			return 0, false
		}
		n, _ := number100(g(3))
		return n*10 + tenth(g(4)), n <= 10
	case g(5) != "":
		d, _ := number100(g(5))
		n, _ := number100(g(6))
		return int(math.Round(100 * float64(n) / float64(max(d, 1)))), n < d
	case g(7) != "":
		return 50, true
	}
	switch {
	case g(10) != "":
		return tens[g(10)] + englishNumbers[g(11)], true
	case g(8) != "":
		a, b, _ := strings.Cut(strings.ReplaceAll(g(8), " ", ""), "/")
		n, _ := strconv.Atoi(a)
		d, _ := strconv.Atoi(b)
		return 100 * n / max(d, 1), 0 < d && n <= d
	}
	if n, d, ok := fractionWords(g(9)); ok {
		return int(math.Round(100 * float64(n) / float64(d))), n < d
	}
	v, ok := fractions[strings.ReplaceAll(g(9), "-", " ")]
	return v, ok
}

// fractionWords reads "four fifths".
func fractionWords(s string) (n, d int, ok bool) {
	head, tail, _ := strings.Cut(strings.ReplaceAll(s, "-", " "), " ")
	d, ok = map[string]int{"fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}[strings.TrimSuffix(tail, "s")]
	return max(englishNumbers[head], 1), d, ok
}

func tenth(s string) int {
	if s == "半" {
		return 5
	}
	n, _ := number100(s)
	return n
}

func number100(s string) (int, bool) {
	if s == "百" || s == "一百" {
		return 100, true
	}
	n, err := strconv.Atoi(numeral(s))
	return n, err == nil && n <= 100
}

// otherRate knows percentages that are no progress, by the words right before or after them.
func otherRate(before, after string) bool {
	b := tail(before, 12)
	if m := rateOf.FindStringSubmatch(b); m != nil && !strings.HasSuffix(m[1], "完成率") && strings.TrimSpace(before) != "占" {
		return true
	}
	if demanded.MatchString(before) {
		return true
	}
	return changed.MatchString(b) || notDone.MatchString(strings.TrimLeft(after, " "))
}

var (
	// rateOf is what a rate is of, before its value: 「良率到了98%」, 「预算用了80%」.
	rateOf = pattern.Must(`(\p{Han}{0,2}率|出勤|温度|气温|电压|内存|涨价|降价|优惠|税|占比|占|预算|折扣|毛利|浓度|湿度|首付|付款|货款|回款|定金|订金|预付款?|资金|费用|经费|成本|产能|产量|销量|库存周转|周转|库存|达标|到岗|缺勤|损耗|利润|营收|收入|份额|股份|电量|负荷|把握|信心|付|yield|rate|rate of|budget|humidity|temperature|cpu|memory|disk|battery|occupancy|attendance|uptime|accuracy|discount|margin|load|confidence)(?: was| is| at| of| has reached| reached|[已也都只才仅了到达用花付为是:约大有上升降涨跌回了出去掉支批拨报提,了 ]|从\d{1,3}%|仅有|only|just)*$`)
	// demanded is what a share should be: 「考核要求达到95%」, "the target is 90%".
	demanded = pattern.Must(`(?:要求|考核|指标|规定|标准|目标)[^,已现实]{0,8}$|\b(?:target|goal|kpi|quota|requirement|benchmark|objective)s? (?:is|was|are|were|of|says|said|remains|stays)(?: \w+){0,2} $`)
	// changed is by how much something rose or fell.
	changed = pattern.Must(`(?:慢了|快了|落后|滞后|超前|提前|多了|少了|提高|提升|提升了|增长|增加|下降|降低|降了|涨了|上涨|节约|节省|超出|超过|超|多出|increase of|increased by|reduced by|up by|down by|\bup|\bdown)[了约为:  ]*$`)
	notDone = pattern.Must(`^(?:的?人(?:手|力)?(?:都|在|去|请|没|已|还|同|休|离|被|不|$)|(?:确定|肯定|支持|同意|赞成|相信|理解|配合|放心|认同|拥护|负责|有信心|不(?:可能|行|会|能|了))|(?:of )?(?:the |our |my )?(?:team|staff|people|crew|workforce|department|us|them)\b|behind|support|agree|committed|with you|in favou?r|的?时间|的(?:员工|同事|职工|客户|用户|供应商|股份)|(?:要|会|是|得|不会|新|熟)(?:$|[^了到达])|of the time|on this project|on that project|的?(?:预付|首付|尾款|货款|付款|款项|定金|押金|保证金)|的?预算|的?把握|的?概率|的?可能|的?信心|off\b|discount|以上同意|day|an hour|年|天|小时|个月|的人(?:员)?(?:同意|认为|反对|支持|选择|出席|参会|到会|满意|说|觉得)|of the budget|sure|certain|confiden|chance|likely|slower|faster|behind|ahead|more|less|higher|lower|over|under|late|above|below|extra|的?提前|的?延误)`)
)

// rangeEnd is what stands before the upper end of a range: 60-70%.
var rangeEnd = pattern.Must(`(?:\d{2}|%\s?)[-~至到]\s?$`)

// vagueShare knows 过半, 一半以上, 七八成, "more than half".
func vagueShare(before, after string) bool {
	b, a := tail(before, 12), strings.TrimLeft(after, " ")
	b = strings.TrimSuffix(b, "差不多")
	if rangeEnd.MatchString(b) {
		return true
	}
	for _, w := range []string{"未达到", "没达到", "没到", "未到", "达不到", "过", "超", "超过", "不到", "不足", "大", "小", "多", "more than ", "over ", "less than ", "under ", "almost ", "nearly ", "at least ", "快", "近", "将近", "七", "八", "六", "五", "四", "三", "两", "first ", "second ", "not even ", "not quite ", "barely ", "just past the ", "past the ", "just past ", "a little over ", "just over ", "just under ", "slightly more than ", "过了", "超过了"} {
		if strings.HasSuffix(b, w) && !(w == "五" && strings.HasSuffix(b, "第五")) {
			return true
		}
	}
	for _, w := range []string{"以上", "不到", "都不到", "还不到", "都没到", "都没有", "多", "左右或", "-", "~", "到", "至", "以下", "以内"} {
		if strings.HasPrefix(a, w) && (w != "到" && w != "至" && w != "-" && w != "~" || len(a) > len(w) && strings.ContainsAny(a[len(w):len(w)+1], "0123456789")) {
			return true
		}
	}
	return false
}

// left knows what is still to do: 还剩20%, "20% to go".
func left(before, after string) bool {
	b, a := strings.TrimRight(tail(before, 12), " 约大有的那最后"), strings.TrimLeft(after, " ")
	for _, w := range []string{"剩", "剩余", "剩下", "余下", "还差", "差", "尚余", "其余", "还", "尚", "remaining"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	for _, w := range []string{"left", "remaining", "remains", "to go", "outstanding", "没完成", "未完成", "没做", "还没"} {
		if strings.HasPrefix(a, w) {
			return true
		}
	}
	return false
}

func tail(s string, runes int) string {
	r := []rune(s)
	if len(r) > runes {
		r = r[len(r)-runes:]
	}
	return string(r)
}

// partial reports whether a clause says that a part is done, in words that give no number: 「弄了七成多」.
func (p piece) partial() bool {
	t := p.folded()
	for _, m := range percentShapes.FindAllStringSubmatchIndex(t, -1) {
		before, after := t[:m[0]], t[m[1]:]
		if _, ok := shareValue(t, m); ok && vagueShare(before, after) && !otherRate(before, after) && !planned(before) && wrought.MatchString(before+after) && !p.deniedAt(len([]rune(before))) {
			return true
		}
	}
	return false
}

var wrought = pattern.Must(`完|past|mark|了|已|完成|做|弄|搞|干|done|complete|finished`)

// current leaves out what is denied, planned or past where another value is there: 「不是60%，是80%」,「从50%提高到70%」.
func current(text string, list []share) []share {
	r := []rune(text)
	var now []share
	from := 0
	for n, s := range list {
		end := len(r)
		if n+1 < len(list) {
			end = list[n+1].start
		}
		after := string(r[s.end:end])
		stale := mistaken.MatchString(after) || n+1 < len(list) && outdone.MatchString(after) || lastTime.MatchString(after)
		before := string(r[from:s.start])
		stale = stale || former.MatchString(before) || n == 0 && lastTimeBefore.MatchString(before) || staleBefore.MatchString(tail(before, 14)) && !strings.Contains(tail(before, 6), "占")
		from = s.end
		if !stale {
			now = append(now, s)
		}
	}
	return now
}

var (
	// former is a time that is over, before its value.
	former         = pattern.Must(`earlier (?:mail|email|message|figure)|上次|上周|上上周|之前|此前|昨天|原来|上个?月|月初|年初`)
	lastTimeBefore = pattern.Must(`\b(?:last week|last time|previously)|(?:上回|上次|上一次|前次|上周|先前)(?:报|回|回复|填|填报|反馈|汇报|说|写|上报)*(?:的|是|了)?\s?$`)
	lastTime       = pattern.Must(`^\s?(?:last week|last time|previously|last month)`)
	// staleBefore stands right before a value that is none: not 60%, a plan, where it rose from.
	staleBefore = pattern.Must(`(?:离|距|距离|不是|不|并非|而非|非|从|由原?|原|计划|应完成|目标|原定|原来|上报|计划完成|原计划|\b(?:not|from|planned|target|was|ignore|ignore the|disregard|disregard the|forget the|instead of|rather than|than))[ 的约为是:了]*(?:进度)?[ 的约为是:了]*$`)
	// outdone stands between a value and the one that holds: 30%→55%, "100% in the tool but really we're at 70%".
	outdone = pattern.Must(`^\s?(?:→|->|=>|➡|>|➔|⇒)\s?$|(?:升|提高|提升|提|涨|增加|推进|爬|变|改|更新|调整|修正|变更)(?:至|到|为|成)了?\s?$|(?:其实|实际|真实|应为|应是|应该是|but (?:really|actually|in fact|in reality|now))[^%]{0,16}$`)
)

// corrects reports whether the shares of a clause set right what was said before: 「现在才到70%」, "it's 75%". A clause that
// names a part of the work does not: 「测试现在20%」.
func (p piece) corrects(list []share) bool {
	return len(list) > 0 && rights.MatchString(string(p.text[:list[0].start]))
}

var rights = pattern.Must(`(?:应为|应是|应该是|应当是|应改为|更正为|实际|其实|真实|should be|should read|is really|is actually|is in fact|(?:overall|in total|all in all)(?: we're| we are| it's| it is| i'm| that's)?|总体|整体|合计|总进度|整体进度|总的|综合)[是有才约为at算: ]*$|^\s*(?:-\s*)?(?:(?:但是?|不过|而|可|而是|核下来|算下来|合起来|综合|总的|统计下来|刨掉|扣掉|剔除|其实|实际上?|真实的?|整包|全包|全部|整个|整项|通盘|加起来|合起来|算下来|算|一起|包|的|平均|折算|这个?月|本月|冲|补|真正的?|应为|应是|应该是|应当是|应改为|改为|更正为|更正|准确(?:地)?说|正确的是|现在|目前|当前|眼下|今天|本周|这周|到现在|截至目前|是|现|进度|完成度?|情况|数据|数字|才|只|只有|仅|为|到|做到|达到|达|有|约|大约|大概|差不多|已|已经|:|了| )+|(?:but |and )?(?:it's|it is|it should (?:be|read|have been)|should be|should read|make (?:it|that)|actual is|actual|now|currently|today|actually|really|in fact|in reality|the (?:real|right|correct|actual) (?:figure|number|value) is|we're|we are|at|about|around|only|just|i meant|i mean|correct is| )+)$`)

// mistaken takes back the value right before it: 「90%是口误」, "90% was a typo".
var mistaken = pattern.Must(`^\s?(?:是|为|属|系)?\s?(?:我)?(?:口误|笔误|手误|手滑|误点|误填|误选|误传|误操作|点错|不对|不准|不实|有误|虚的|虚报|报高|报低|报早|偏高|系统默认|默认|旧|老数|作废|不算|算多|算少|报多|报少|偏低|高了|低了|多了|少了|说错|写错|打错|报错|填错|搞错|弄错|记错|算错|错的|错误|误报|上周的|上次的|昨天的|之前的|以前的|上个月的)|^\s?(?:is|was)\s(?:a |an |my )?(?:typo|mistake|slip|error|wrong|misprint|incorrect)`)
