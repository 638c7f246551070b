package when

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// hour is a time of day as written, with the part of the day it was said for.
type hour struct {
	h, m   int
	part   string // 上午, 下午, am, pm …; "" where not said
	padded bool   // 03:00, which is no afternoon
	set    bool
}

const (
	parts  = `上午|下午|晚上|傍晚|中午|正午|早上|早晨|清晨|凌晨|夜里|午后|晚|早|晨|[AaPp]\.?[Mm]\.?`
	minute = `半|整|钟|[一三]刻|[0-5]?[0-9]\s*分?|[〇零一二三四五六七八九十]{1,3}\s*分?`
	to     = `\s*(?:-+|至|到|to|until|till)\s*`
	half   = `(?i:([ap])\.?m\.?)`
)

var clockRules = []rule{
	{pattern.Must(`(?:(` + parts + `)\s*)?([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:\s?` + half + `(?:\b|$))?`), digitalClock},
	{pattern.Must(`(?:(` + parts + `)\s*)?(` + hourNum + `)\s*[点时]\s*(` + minute + `)?`), chineseClock},
	{pattern.Must(`(?:(` + parts + `)\s*)?(` + hourNum + `)` + to + `(` + hourNum + `)\s*[点时]`), chineseHours},
	{pattern.Must(`\b([0-9]{1,2})\.([0-5][0-9])\s?` + half + `(?:\b|$)`), dottedClock},
	{pattern.Must(`\b([0-9]{1,2})\s?` + half + `(?:\b|$)`), englishClock},
	{pattern.Must(`\b([0-9]{1,2})` + to + `([0-9]{1,2})\s?` + half + `(?:\b|$)`), englishHours},
	{pattern.Must(`(?:(?:` + weekday + `|\b[Tt]omorrow)\.?|[0-9](?:st|nd|rd|th)?|` + month + `),?\s+at\s+([0-9]{1,2})(?:\s?o'?clock)?(?:$|[\s,.?!;)])`), hourAtDay},
	{pattern.Must(`(?i)\b(?:12\s+)?noon\b`), func(_ day, m match) []token {
		return m.one(token{clock: hour{h: 12, set: true, padded: true}})
	}},
}

func digitalClock(_ day, m match) []token {
	if m.g(1) == "" && glued(m.prev()) && m.prev() != '-' && m.prev() != 'T' || strings.HasPrefix(m.after(), ":") || startsDigit(m.after()) {
		return nil
	}
	part := m.g(1)
	if m.g(4) != "" {
		part = strings.ToLower(m.g(4)) + "m"
	}
	return m.at(hour{h: m.n(2), m: m.n(3), part: part, padded: strings.HasPrefix(m.g(2), "0")})
}

// hourAtDay reads the bare hour behind a day: Monday the 21st at 10.
func hourAtDay(_ day, m match) []token {
	if m.n(1) > 23 || strings.HasPrefix(m.after(), "%") {
		return nil
	}
	return []token{m.over(1, token{clock: hour{h: m.n(1), set: true}})}
}

// spoken may follow a bare 三点 or 3点 that is a time and not a count: 3点前, 3点开会, but not 3点意见.
var spoken = pattern.Must(`^\s*(?:前|之前|以前|后|之后|以后|左右|到|至|-|开|召|准时|起|见|吧|吗|行|可以|再|整|钟|好[吗不么]|怎|如何|成不|能不|方便|倒|比较|都行|也行)`)
var ending = pattern.Must(`^\s*(?:$|[\n,.;、。!?)|])`)

// spanning ends in the first end of a span: 三点到.
var spanning = pattern.Must(`(?:[点时半刻钟分]|:[0-5][0-9])` + to + `$`)

func chineseClock(_ day, m match) []token {
	sure := m.g(1) != "" || m.g(3) != "" || spanning.MatchString(m.before()) || spoken.MatchString(m.after()) || m.g(2)[0] < 0x80 && ending.MatchString(m.after())
	code := numeral(m.prev()) || glued(m.prev()) && m.prev() != '-' || m.prev() == '第'
	if !dateBefore(m) && (!sure || code && m.g(1) == "") {
		return nil
	}
	return m.at(hour{h: m.n(2), m: minutes(m.g(3)), part: m.g(1)})
}

// dateBefore reports whether a day stands right before the hour: 周三3点, 12月5日 3点.
func dateBefore(m match) bool {
	b := strings.TrimRight(m.before(), " ")
	return strings.HasSuffix(b, "日") || strings.HasSuffix(b, "号") || strings.HasSuffix(b, "天") || weekdayEnd.MatchString(b)
}

var weekdayEnd = pattern.Must(weekWord + `[一二三四五六日天]$|\(.{1,9}\)$`)

func minutes(s string) int {
	s = strings.TrimSpace(strings.TrimSuffix(s, "分"))
	switch s {
	case "", "整", "钟":
		return 0
	case "半":
		return 30
	case "一刻":
		return 15
	case "三刻":
		return 45
	}
	return number(s)
}

func chineseHours(_ day, m match) []token {
	if m.g(1) == "" && (numeral(m.prev()) || glued(m.prev())) {
		return nil
	}
	return m.span(hour{h: m.n(2), part: m.g(1)}, hour{h: m.n(3)})
}

func englishClock(_ day, m match) []token {
	if glued(m.prev()) && m.prev() != '-' {
		return nil
	}
	return m.at(hour{h: m.n(1), part: strings.ToLower(m.g(2)) + "m"})
}

// dottedClock reads 3.30pm; without am or pm it may be a date.
func dottedClock(_ day, m match) []token {
	if glued(m.prev()) {
		return nil
	}
	return m.at(hour{h: m.n(1), m: m.n(2), part: strings.ToLower(m.g(3)) + "m"})
}

func englishHours(_ day, m match) []token {
	if glued(m.prev()) {
		return nil
	}
	return m.span(hour{h: m.n(1)}, hour{h: m.n(2), part: strings.ToLower(m.g(3)) + "m"})
}

// at is the token of h, none where no day has that time.
func (m match) at(h hour) []token {
	h.set = true
	if h.part == "" && h.h > 23 || h.h > 23 || h.h < 0 || h.m < 0 || h.m > 59 {
		return nil
	}
	return m.one(token{clock: h})
}

func (m match) span(from, to hour) []token {
	from.set, to.set = true, true
	if from.h < 0 || from.h > 23 || to.h < 0 || to.h > 23 {
		return nil
	}
	from, to = spanOf(from, to)
	return m.one(token{clock: from, until: to})
}

// spanOf gives each end of a span the part of the day that was said for the other: 下午2点到4点, 2-4pm.
func spanOf(from, to hour) (hour, hour) {
	if from.part == "" && (to.part == "pm" || to.part == "am") {
		if same := (hour{h: from.h, m: from.m, part: to.part, set: true}); same.minutes() < to.minutes() {
			from = same
		} else {
			from.padded = true
		}
	}
	if to.part == "" && from.part != "" {
		if same := (hour{h: to.h, m: to.m, part: from.part, set: true}); same.minutes() > from.minutes() {
			to = same
		}
	}
	if later := to.minutes() + 12*60; to.minutes() <= from.minutes() && to.part == "" && later < 24*60 && later > from.minutes() {
		to = hour{h: later / 60, m: to.m, set: true, padded: true}
	}
	return from, to
}

// of is the hour on a 24-hour clock. Nobody meets at 3 in the night: a bare 3点 or 3:00 is the afternoon.
func (h hour) of() int {
	switch h.part {
	case "下午", "晚上", "傍晚", "晚", "午后", "夜里", "pm":
		if h.h < 12 {
			return h.h + 12
		}
	case "中午", "正午":
		if h.h < 10 {
			return h.h + 12
		}
	case "凌晨", "am":
		return h.h % 12
	case "":
		if h.h >= 1 && h.h <= 6 && !h.padded {
			return h.h + 12
		}
	}
	return h.h
}

func (h hour) minutes() int { return h.of()*60 + h.m }

func (h hour) clock() secretary.Clock {
	if !h.set {
		return secretary.Clock{}
	}
	return secretary.Clock{Hour: h.of(), Minute: h.m, Set: true}
}
