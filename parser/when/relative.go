package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

const (
	weeks    = `上上个|上上|上个|上|本|这个|这|当|下下个|下下|下个|下`
	weekWord = `(?:周|星期|礼拜)`
)

// relativeRules read 下周三, 周五, 明天, 大后天, 3天后, 两周内.
var relativeRules = []rule{
	{pattern.Must(`(` + weeks + `)?` + weekWord + `(?:的?` + weekWord + `)?\s?([一二三四五六日天1-7])`), chineseWeekday},
	{pattern.Must(`(大后|大前|后|前|明|昨|今|本|听|寻|琴)(?:天|日)|(今|明|昨|听|寻|琴)(?:早|晚|晨)`), namedDay},
	{pattern.Must(`(` + num + `|半)\s*(个)?\s*(工作日|天|日|周|星期|礼拜|月)\s*(?:之|以)?(?:后|内)`), afterSpan},
}

var wdChinese = map[string]int{
	"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7,
	"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7,
}

// counted follows a numeral that counts and is no weekday: 一周三次, 本周一致同意, 本周二期.
var counted = pattern.Must(`^(?:次|个|种|项|份|家|位|名|轮|班|条|件|台|套|期|倍|届|分之|致|直|定|般|切|共|旦|些|部|线|批|款|万|千|百|十|季|级)`)

// hourAhead follows a weekday that an hour in words goes on: 周一十点.
var hourAhead = pattern.Must(`^十[一二]?[点时:]`)

func chineseWeekday(d day, m match) []token {
	if m.g(1) == "" && (numeral(m.prev()) || recurring(m.before())) || recurring(m.before()) || counted.MatchString(m.after()) && !hourAhead.MatchString(m.after()) {
		return nil
	}
	if s := m.g(2); s[0] < 0x80 && !closed(m.after()) {
		return nil
	}
	wd := wdChinese[m.g(2)]
	if m.g(1) == "" {
		return m.one(d.comingWeekday(wd))
	}
	return m.one(d.weekday(weekShift(m.g(1)), wd))
}

func weekShift(s string) int {
	s = strings.TrimSuffix(s, "个")
	return strings.Count(s, "下") - strings.Count(s, "上")
}

var namedDays = map[string]int{"大后": 3, "大前": -3, "后": 2, "前": -2, "明": 1, "昨": -1, "今": 0, "本": 0, "听": 1, "寻": -1, "琴": -1} // 聽日, 尋日, 琴日: Cantonese

func namedDay(d day, m match) []token {
	word := m.g(1)
	switch {
	case word == "本" && !strings.HasSuffix(m.g(0), "日"), word == "本" && numeral(m.prev()):
		return nil
	case word == "前" && m.prev() != 0 && strings.ContainsRune("提以之目天日月周年空当眼", m.prev()):
		return nil
	case word == "后" && m.prev() != 0 && strings.ContainsRune("以今之最然先日天此随其", m.prev()):
		return nil
	case word != "" && strings.Contains("听寻琴", word) && strings.HasSuffix(m.g(0), "天"): // 「听天由命」
		return nil
	case word == "前" && strings.HasSuffix(m.g(0), "日"), word == "后" && strings.HasSuffix(m.g(0), "日"):
		return nil
	}
	if word != "" {
		return m.one(d.plus(namedDays[word]))
	}
	t := d.plus(namedDays[m.g(2)])
	return []token{m.over(2, t)} // 明晚8点: 晚 belongs to the time
}

// afterSpan counts from the message's day: 3天后, 两周内. Counted from something else (签约后3天内), or in
// workdays, it is only a length.
func afterSpan(d day, m match) []token {
	unit, n := m.g(3), m.n(1)
	if m.prev() == '第' || unit == "月" && m.g(2) == "" || m.prev() == '.' {
		return nil
	}
	if unit == "工作日" || m.prev() != 0 && strings.ContainsRune("后起的", m.prev()) || numeral(m.prev()) {
		return m.one(token{shift: true})
	}
	switch {
	case m.g(1) == "半" && unit == "月":
		return m.one(d.plus(15))
	case n < 0:
		return nil
	case unit == "月":
		return m.one(d.months(n))
	case unit == "天" || unit == "日":
		return m.one(d.plus(n))
	}
	return m.one(d.plus(7 * n))
}
