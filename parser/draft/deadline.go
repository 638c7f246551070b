package draft

import (
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
)

var (
	dueMark    = pattern.Must(`^\s*(?:之前|以前|前|止|为限|截止|内|之内|以内|完成|提交|交付?|办结|到位|上线|出|给)`)
	dueMarkPre = pattern.Must(`(?i)(?:截止时间?|截止日期|截止到?|截至|最迟|最晚|不迟于|不晚于|不得晚于|不超过|不得超过|限期?|务必|\bno later than|\bdue(?: on| by)?|\bby|\bbefore|\buntil|\bdeadline)(?:于|在|为|:)?\s*(?:the\s+)?$`)
	notDue     = pattern.Must(`(?i)^\s*(?:(?:之前|以前|前)的|起|开始|的|会议|例会|版|至|到|-|以来|以后|之后|后|当天|发生|出现|数据|报表|(?:\p{Han}{0,4}(?:订单|批次|合同|发票|来料|到货|事故|投诉|检查|暗查|抽查|改版|通知|清单))的|\bmeeting\b)`)
	notDuePre  = pattern.Must(`(?i)(?:自|从|自从|至|到|推迟到?|改为|定为|定于|\bfrom|\bsince|\bto|\bfor|\bof|\bon)\s*$`)
	vagueIn    = pattern.Must(`(?i)每(?:天|日|周|月|季|个)|(?:下周|本周|这周|月|年|季度?|近期|短期)(?:之?内|以内|之?前)|[0-9一二三四五六七八九十]{1,3}月(?:份|底)?(?:[上中下]旬|前|内|之前)|节前|年前|(?:元旦|清明|五一|端午|中秋|十一|圣诞)前|春节前|国庆前|会后|\bnext week\b|\bthis week\b|\bnext month\b|长期|持续`)
)

// deadline picks the due date out of a sentence: the one marked as such (…前, by …), else, in a list of actions, the only one.
func (r reading) deadline(t *task, x said) (spans [][2]int) {
	var marked, open []when.Match
	for _, m := range r.dates(x.f) {
		switch {
		case dueMark.MatchString(x.f[m.End:]) && !notDue.MatchString(x.f[m.End:]) || dueMarkPre.MatchString(x.f[:m.Start]):
			marked = append(marked, m)
		case !notDue.MatchString(x.f[m.End:]) && !notDuePre.MatchString(x.f[:m.Start]):
			open = append(open, m)
		}
	}
	strong := len(marked) > 0
	if !strong {
		marked = open
	}
	if len(marked) == 0 {
		if when.Vague(x.f) || vagueIn.MatchString(x.f) {
			t.setDue(due{code: vagueDue})
		}
		return nil
	}
	t.setDue(r.judge(x.f, marked))
	t.strong = t.strong || strong
	if len(marked) == 1 {
		spans = append(spans, r.wholeSpan(x.f, widen(x.f, marked[0])))
	}
	return spans
}

// wholeSpan takes in the first day of a span of days whose last is the due date.
func (r reading) wholeSpan(f string, s [2]int) [2]int {
	for _, m := range r.dates(f) {
		if m.End < s[0] && spanOfDays.MatchString(f[m.End:s[0]]) {
			s[0] = m.Start
		}
	}
	return s
}

var (
	widenPre  = pattern.Must(`(?:(?:请|于|在|需|须|应|计划|预计|限|截止时间?|截止日期|截止到?|截至|最迟|最晚|不迟于|不晚于|不得晚于|不超过|(?i:\bno later than|\bdue(?: on| by)?|\bby|\bbefore|\buntil|\bdeadline|\bon))\s*:?\s*(?:the\s)?)+$`)
	widenPost = pattern.Must(`^\s*(?:之前|以前|前|止|为限|截止|之内|以内|内)?(?:(?:完成|办结|提交|交付|落实|到位)\s*[.。;]?$)?`)
)

// widen is the span of a due date with the words around it that only mark it.
func widen(f string, m when.Match) [2]int {
	from, to := m.Start, m.End
	if loc := widenPre.FindStringIndex(f[:from]); loc != nil {
		from = loc[0]
	}
	return [2]int{from, to + widenPost.FindStringIndex(f[to:])[1]}
}
