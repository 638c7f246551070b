package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// finished reports whether a clause says that the work is done: a word of done without a quantity behind it, or a bare 完成
// without a day that is still to come.
func (p piece) finished(date secretary.Date, past bool) bool {
	for _, h := range p.hits {
		after := strings.TrimLeft(string(p.text[h.end:]), " :")
		switch {
		case h.sign == done && past && date == "" && strings.Contains(string(p.text[:h.start]), "已") && !quantity(after) && !strings.HasPrefix(after, "率"):
			return true
		case (h.sign == done || h.sign == step) && !quantity(after) && !deniedDone(p, h) && !strings.HasPrefix(after, "by ") && !strings.HasPrefix(after, "率"):
			return date == "" || p.certain()
		case h.sign == finish && (p.text[h.start] == '完') && !quantity(after):
			if past && date == "" && after == "的" {
				return true // 「10号完成的」
			}
			if nounal.MatchString(after) || thereafter.MatchString(after) {
				continue
			}
			before := strings.TrimSpace(string(p.text[:h.start]))
			if past && date == "" && strings.Contains(before, "已") {
				return true
			}
			if date == "" && !planned(before) && !p.deniedAt(h.start) && (onlyFiller([]rune(dropItems(p, before))) || past) {
				return true
			}
		}
	}
	return false
}

// endsDone reports whether a clause ends in a verb with 完 or 好, which says of a part that it is done: 「硬件装完，软件没装」.
func (p piece) endsDone() bool {
	at := workedOut.FindStringIndex(p.folded())
	return at != nil && !waits.In(p.look()) && !p.has(done, step, near, undone, finish, cond, hedge, later) && !planned(p.folded()[:at[0]]) && !p.deniedAt(len([]rune(p.folded()[:at[0]])))
}

var workedOut = pattern.Must(`(?:装|写|画|测|调|焊|铺|敷|挖|刷|拆|搬|编|译|审|签|盖|订|录|填|查|验|修|改|布|印|贴|切|磨|浇|砌)(?:完|好|齐|妥)\s*$`)

// names reports whether what is done is named, behind the word or before it, and is not what the letter names: 「完成初稿」, 「初稿完成」. It may
// be a part only.
func (p piece) names(q Question) bool {
	for _, h := range p.hits {
		if h.sign == done || h.sign == finish {
			after := clause{text: p.text[h.end:], raw: p.raw[h.end:]}
			if before := p.named(p.slice(0, h.start), q); size(before) >= 1 && (size(before) >= 2 || letter([]rune(before)[0])) && !q.mentions(before) {
				return true
			}
			return size(after.residue(fillers)) >= 2 && !strings.HasPrefix(strings.TrimLeft(after.folded(), " "), "(")
		}
	}
	return false
}

// deniedDone reports whether a word of done is planned or denied. One that says 已 or 了 is only denied by what stands right before it.
func deniedDone(p piece, h hit) bool {
	before, word := strings.TrimRight(string(p.text[:h.start]), " "), string(p.text[h.start:h.end])
	if letter(p.text[h.start]) && (future.MatchString(before) || partly.MatchString(before) || withPart.MatchString(string(p.text[h.end:]))) {
		return true
	}
	if !strings.Contains(word, "已") && thereafter.MatchString(string(p.text[h.end:])) {
		return true
	}
	if !strings.ContainsAny(word, "已了") || resolved.MatchString(before) {
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
	for _, w := range []string{"with the first", "with part", "with phase", "with most", "with some", "with half", "except", "for part", "but ", "apart from", "bar ", "save for", "save the", "minus ", "short of"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	if after == "" {
		return false
	}
	if strings.Contains(after, "的部分") {
		return true
	}
	r := []rune(after)[0]
	if digit(r) {
		return !startsDate(after)
	}
	return strings.ContainsRune("一二三四五六七八九十百两半大部过多", r) && !strings.HasPrefix(after, "多谢") && !strings.HasPrefix(after, "一下")
}

func startsDate(s string) bool {
	if m := slashes.FindStringSubmatch(s); m != nil && fraction("完成", m[0], "") {
		return false
	}
	return dated.MatchString(s) || strings.Contains(tailHead(s, 6), "月") || strings.Contains(tailHead(s, 6), "/") || strings.HasPrefix(s, "100%")
}

// dated begins with a day in English or in digits: "9 Dec", "2026-12-09".
var dated = pattern.Must(`^(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d|\d{1,2}[-.]\d{1,2}\b)`)

func tailHead(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// planned reports whether what stands before 完成 puts it into the future or denies it.
func planned(before string) bool {
	b := strings.TrimRight(before, " ")
	if resolved.MatchString(b) {
		return true
	}
	for _, w := range []string{"预计", "计划", "将", "能", "可", "可以", "会", "前", "之前", "后", "周", "月", "天", "内", "初", "旬", "年", "左右", "争取", "力争", "应", "要", "才", "才能", "确保", "保证", "准备", "打算", "拟", "尽快", "待", "等", "日", "号", "底", "不", "未", "没", "没有", "尚未", "无法", "日内", "周内", "月内", "全面", "逐步", "will be", "to be", "be", "get", "when", "once", "until", "after", "not", "n't", "never", "nothing", "none", "not been", "n't been", "almost", "nearly", "half", "to", "quarters", "%"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	for _, w := range []string{"请", "务必", "提供", "要求", "希望", "督促", "催", "预计", "争取", "力争", "才能", "确保", "保证", "尽快", "将于", "之前", "will", "expect", "未", "没", "计划于", "计划在", "计划下", "计划本", "计划周", "计划月", "计划今", "计划明", "plan to"} {
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

// resolved is what is resolved, hoped or pressed for, not done: 「一定完成」, 「有望完成」, 「马上搞定」.
var resolved = pattern.Must(`(?:一定|必须|必|肯定|力保|确保|保|有望|可望|望|信心|务必|准|抓紧|加紧|加快|马上|立刻|立即|即刻|努力|会|需|想|愿|欲|盼|催|促|督促|推动|帮忙|帮助|协助|组织|安排|要求|继续|陆续|逐项|分步|分批|分期|随时|限期|方能|方可|一旦|本可|本能|本来能|差点|险些|要想|为了|为)$|^一$|(?:再|还有|还要|还需|只要)[^,]*就$`)

// thereafter makes a condition of a done: 「完成就关」, 「做完马上报」.
var thereafter = pattern.Must(`^(?:了)?(?:以|之)?(?:后|就|再|马上|立刻|立即|即|才|的话|与否|个|没|不)`)

// nounal makes a noun of a bare 完成: 「完成量」, 「完成与否」.
var nounal = pattern.Must(`^(?:量|率|度|的|得|是|证明|单|证|书|表|情况|后|前|时|之|与否|不|标准|比例|日期|时间|计划|节点|目标|条件|进度|多少|还是)`)

// partly stands before an English done that is no whole: "the bulk of it is done", "no work done".
var partly = pattern.Must(`\b(?:bulk|most|majority|parts?|some|portion|much|half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?|phase|stage|step|not all|no|nothing|none|little|few|hardly any)(?: [\w']+){0,4}\s?$`)

// mostly reports whether an English clause says that a part is done.
func (p piece) mostly() bool {
	for _, h := range p.hits {
		if h.sign != done || !letter(p.text[h.start]) {
			continue
		}
		before := string(p.text[:h.start])
		if m := partly.FindString(before); m != "" && !strings.HasPrefix(m, "no") && !strings.HasPrefix(m, "hardly") && !future.MatchString(before) {
			return true
		}
	}
	return false
}

// withPart follows a done that is about a part: "done with the design".
var withPart = pattern.Must(`^\s?with (?:the |our |phase|stage|part|step|most|some|half|first)`)

// future puts an English word of done into the future or under a condition: "we'll have it done", "then we're done".
var future = pattern.Must(`(?:\b(?:will|would|should|could|can|may|might|must|shall|to|plan to|get|getting|expect|expecting|hope)|'ll|'d)(?: (?:have|has|get|be|been|being|it|this|that|them|everything|all|fully|the|rest|also|likely|hopefully|probably|finally|one|two|work))*$|\b(?:when|once|until|till|after|before|if|unless|then|as soon as|by the time)(?: [\w']+){0,4}$`)
