package meaning

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// percentShapes are the ways of saying a share: 60%, 百分之六十, 六成五, 三分之二, 25/40家, 一半, three quarters.
var percentShapes = regexp.MustCompile(
	`(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per\s?cent\b|pct\b)` +
		`|百分之\s?(\d{1,3}|[〇零一二三四五六七八九十百两]{1,5})` +
		`|([一二三四五六七八九十两\d])\s?成\s?(半|[一二三四五六七八九])?` +
		`|([二三四五六七八九十\d]{1,2})分之([一二三四五六七八九两\d]{1,2})` +
		`|(一半|半数)` +
		`|(\d{1,4}\s?/\s?\d{1,4})\s?(?:家|台|套|件|个|人|项|条|间|户|批|辆|吨|站|店|层|张|篇|units?\b|stores?\b|sites?\b|pcs\b)` +
		`|\b(three[ -]quarters?|two[ -]thirds?|(?:a|one)[ -]quarter|(?:a|one)[ -]third|halfway|half[ -]way|half)\b`)

var fractions = map[string]int{"three quarters": 75, "three quarter": 75, "two thirds": 67, "two third": 67, "a quarter": 25, "one quarter": 25, "a third": 33, "one third": 33, "halfway": 50, "half way": 50, "half": 50}

// share is a percentage found in a clause: rune offsets and the value.
type share struct{ start, end, value int }

// shares lists the percentages of work done that text names. Other rates (良率98%), plans and former values are left out.
func shares(text string) (list []share) {
	at := runeIndex(text)
	for _, m := range percentShapes.FindAllStringSubmatchIndex(text, -1) {
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
	if g(8) != "" {
		a, b, _ := strings.Cut(strings.ReplaceAll(g(8), " ", ""), "/")
		n, _ := strconv.Atoi(a)
		d, _ := strconv.Atoi(b)
		return 100 * n / max(d, 1), 0 < d && n <= d
	}
	v, ok := fractions[strings.ReplaceAll(g(9), "-", " ")]
	return v, ok
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
	b := onlySo.ReplaceAllString(tail(before, 8), "")
	if strings.HasSuffix(strings.TrimRight(b, "为是到约:达 "), "率") && !strings.HasSuffix(strings.TrimRight(b, "为是到约:达 "), "完成率") {
		return true
	}
	for _, w := range []string{"良率", "合格率", "不良率", "成功率", "覆盖率", "利用率", "稼动率", "直通率", "达标率", "通过率", "参与率", "出勤率", "满意率", "占比", "占", "预算", "税率", "折扣", "毛利", "提高", "提升了", "增长", "增加", "下降", "降低", "降了", "涨了", "上涨", "节约", "节省", "超出", "超过", "超", "浓度", "湿度", "首付", "付了", "预付", "定金", "yield", "rate of", "pass rate", "budget", "discount", "increase of", "increased by", "reduced by", "up by", "down by", "margin", "load"} {
		if strings.HasSuffix(b, w) || strings.HasSuffix(strings.TrimRight(b, "为是到约:达 "), w) && !strings.HasSuffix(b, "到") {
			return true
		}
	}
	a := strings.TrimLeft(after, " ")
	for _, w := range []string{"的预算", "off", "discount", "以上同意", "day", "an hour", "年", "天", "小时", "个月", "的人", "of the budget"} {
		if strings.HasPrefix(a, w) {
			return true
		}
	}
	return false
}

// onlySo belittles the number behind it: 「良率只有65%」.
var onlySo = regexp.MustCompile(`\s?(?:只有|仅有|仅为|仅|才|只|only|just)\s?$`)

// rangeEnd is what stands before the upper end of a range: 60-70%.
var rangeEnd = regexp.MustCompile(`(?:\d{2}|%\s?)[-~至到]\s?$`)

// vagueShare knows 过半, 一半以上, 七八成, "more than half".
func vagueShare(before, after string) bool {
	b, a := tail(before, 12), strings.TrimLeft(after, " ")
	if rangeEnd.MatchString(b) {
		return true
	}
	for _, w := range []string{"未达到", "没达到", "没到", "未到", "达不到", "过", "超", "超过", "不到", "不足", "大", "多", "more than ", "over ", "less than ", "under ", "almost ", "nearly ", "at least ", "快", "近", "将近", "七", "八", "六", "五", "四", "三", "两", "first ", "second "} {
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
	b, a := strings.TrimRight(tail(before, 9), " 约大有"), strings.TrimLeft(after, " ")
	for _, w := range []string{"剩", "剩余", "剩下", "余下", "还差", "差", "尚余", "remaining"} {
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
		if mistaken.MatchString(string(r[s.end:end])) {
			continue
		}
		b := strings.TrimRight(string(r[max(0, s.start-10):s.start]), " 的约为是:了")
		stale := strings.HasSuffix(strings.TrimRight(string(r[max(0, s.start-10):s.start]), " "), "不是")
		for _, w := range []string{"上次", "上周", "之前", "此前", "原来", "last week", "last time", "previously"} {
			stale = stale || strings.Contains(string(r[from:s.start]), w)
		}
		for _, w := range []string{"不", "并非", "而非", "not", "从", "由", "from", "计划", "应完成", "目标", "原定", "原来", "上次", "上周", "之前", "此前", "上报", "planned", "target", "was", "previously", "last week", "计划完成", "原计划"} {
			stale = stale || strings.HasSuffix(b, w)
		}
		from = s.end
		if !stale {
			now = append(now, s)
		}
	}
	if len(now) == 0 {
		return nil
	}
	return now
}

// mistaken takes back the value right before it: 「90%是口误」, "90% was a typo".
var mistaken = regexp.MustCompile(`^\s?(?:是|为|属|系)?\s?(?:我)?(?:口误|笔误|说错|写错|打错|报错|填错|搞错|弄错|记错|算错|错的|错误|误报|上周的|上次的|昨天的|之前的|以前的|上个月的)|^\s?(?:is|was)\s(?:a |an |my )?(?:typo|mistake|slip|error|wrong|misprint|incorrect)`)
