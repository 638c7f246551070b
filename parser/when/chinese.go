package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

const (
	months = `下下个|下下|下个|下|本|这个|这|当|次|上个|上`
	years  = `今年|本年|当年|明年|来年|次年|去年|后年`
)

// chineseRules read dates with 年, 月, 日 and 号, and the ends of months, quarters and years.
var chineseRules = []rule{
	{pattern.Must(`(民国|公元|西元)?\s*(` + yearNum + `)\s*年\s*(` + num + `)\s*月\s*(` + num + `)\s*([日号])?`), yearMonthDay},
	{pattern.Must(`(` + years + `)?的?\s*(` + num + `|元)\s*月\s*(` + num + `)\s*([日号])?`), monthDay},
	{pattern.Must(`((` + num + `)\s*月\s*(` + num + `)\s*[日号]?)\s*(?:-+|至|到)\s*((` + num + `)\s*[日号])`), monthDays},
	{pattern.Must(`(` + months + `)月份?的?\s*(` + num + `)\s*([日号])?`), namedMonth},
	{pattern.Must(`(` + num + `)\s*[日号]`), bareDay},
	{pattern.Must(`(?:(` + years + `|[0-9]{4}年)?\s*(` + num + `)\s*月份?|(` + months + `)?月)\s*的?(?:底|末|尾|最后一天|最後一天)`), monthEnd},
	{pattern.Must(`(?:(今|本|明|去)|([0-9]{4}))?年(?:底|末)`), yearEnd},
	{pattern.Must(`(?:(本|下|这)个?|第?([一二三四1-4]))?季度?(?:底|末)`), quarterEnd},
}

func yearMonthDay(d day, m match) []token {
	if glued(m.prev()) || m.g(5) == "" && !closed(m.after()) {
		return nil
	}
	return m.one(d.on(era(m.n(2), m.g(1) == "民国"), m.n(3), m.n(4)))
}

func monthDay(d day, m match) []token {
	if numeral(m.prev()) || glued(m.prev()) && m.prev() != '-' && m.prev() != '.' && m.prev() != ':' || recurring(m.before()) {
		return nil
	}
	if m.g(4) == "" && !closed(m.after()) {
		return nil
	}
	y := 0
	if m.g(1) != "" {
		y = d.year() + yearShift(m.g(1))
	}
	return m.one(d.on(y, m.n(2), m.n(3)))
}

func yearShift(s string) int {
	switch s {
	case "明年", "来年", "次年", "明":
		return 1
	case "后年":
		return 2
	case "去年", "去":
		return -1
	}
	return 0
}

// monthDays reads 12月5日至8日 and 12月5-8日 as two days; carry gives the second its month.
func monthDays(d day, m match) []token {
	if numeral(m.prev()) {
		return nil
	}
	return []token{m.over(1, d.on(0, m.n(2), m.n(3))), m.over(4, d.dom(m.n(5)))}
}

func namedMonth(d day, m match) []token {
	if m.g(3) == "" && !closed(m.after()) {
		return nil
	}
	y, mo := shifted(d.year(), d.month(), monthShift(m.g(1)))
	return m.one(d.on(y, mo, m.n(2)))
}

func monthShift(s string) int {
	switch strings.TrimSuffix(s, "个") {
	case "下下":
		return 2
	case "下", "次":
		return 1
	case "上":
		return -1
	}
	return 0
}

func bareDay(d day, m match) []token {
	if glued(m.prev()) && m.prev() != '-' || strings.ContainsRune("第月年周期拜", m.prev()) || numeral(m.prev()) || !closed(m.after()) {
		return nil
	}
	if recurring(strings.TrimSuffix(m.before(), "月")) || strings.HasSuffix(m.g(0), "日") && strings.HasPrefix(m.after(), "后") {
		return nil
	}
	return m.one(d.dom(m.n(1)))
}

func monthEnd(d day, m match) []token {
	if recurring(m.before()) || numeral(m.prev()) || m.prev() == '个' {
		return nil
	}
	if m.g(2) == "" {
		y, mo := shifted(d.year(), d.month(), monthShift(m.g(3)))
		return m.one(d.end(y, mo))
	}
	switch y := m.g(1); {
	case y == "":
		return m.one(d.end(0, m.n(2)))
	case y[0] == '2' || y[0] == '1':
		return m.one(d.end(number(y[:4]), m.n(2)))
	default:
		return m.one(d.end(d.year()+yearShift(y), m.n(2)))
	}
}

func yearEnd(d day, m match) []token {
	if recurring(m.before()) || m.g(1) == "" && m.g(2) == "" && numeral(m.prev()) {
		return nil
	}
	if m.g(2) != "" {
		return m.one(d.end(m.n(2), 12))
	}
	return m.one(d.end(d.year()+yearShift(m.g(1)), 12))
}

func quarterEnd(d day, m match) []token {
	if recurring(m.before()) {
		return nil
	}
	if m.g(2) != "" {
		return m.one(d.end(0, 3*m.n(2)))
	}
	y, mo := shifted(d.year(), (d.month()+2)/3*3, 3*monthShift(m.g(1)))
	return m.one(d.end(y, mo))
}

func numeral(r rune) bool {
	return r >= '0' && r <= '9' || r != 0 && strings.ContainsRune("〇零一二三四五六七八九十廿两百几数半多", r)
}
