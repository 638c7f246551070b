package meaning

import (
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A part of a number of things is under way, whatever is counted: 「6批里到了4批」, 「共8个柜子，到了5个」, "three of the five valves".
// A share is not made of it: the things may differ in size.

// amount is a number of things.
type amount struct {
	value      int
	unit       string
	start, end int  // byte offsets
	of         bool // it is said to be the whole: 共8个, 8个里
}

var amountShape = pattern.Must(`(\d{1,6}|[一二三四五六七八九两]?百[零一二三四五六七八九十]{0,3}|[一二三四五六七八九十两]{1,3})(?:多)?(\p{Han})`)

// noUnit is what may follow a number and counts no things.
const noUnit = "月日号点时分秒天周年成折第度期楼的至到和倍次半是种星礼小一二三四五六七八九十两百"

// amounts lists the numbers of things in t.
func amounts(t string) (list []amount) {
	for _, m := range amountShape.FindAllStringSubmatchIndex(t, -1) {
		before, unit := t[:m[0]], t[m[4]:m[5]]
		if strings.Contains(noUnit, unit) || ordered.MatchString(before) || strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "-") || endsDigit(before) {
			continue
		}
		a := amount{value: count(t[m[2]:m[3]]), unit: unit, start: m[0], end: m[5]}
		a.of = wholeBefore.MatchString(tail(before, 4)) || inside.MatchString(t[m[5]:])
		list = append(list, a)
	}
	return list
}

func endsDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// ordered is what makes a number a place.
var ordered = pattern.Must(`(?:第|前|后|头|末)$`)

// wholeBefore stands before the whole number, inside behind it.
var (
	wholeBefore = pattern.Must(`(?:共|总共|一共|总计|合计|全部|应有|总数)(?:有|是|为|计)?$`)
	inside      = pattern.Must(`^[^,，。;；\d]{0,8}?(?:里面|里头|里|中|当中|之中|内)`)
)

// count is the value of a written number.
func count(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	hundreds, rest, ok := strings.Cut(s, "百")
	if !ok {
		n, _ := strconv.Atoi(numeral(s))
		return n
	}
	h, n := 1, 0
	if hundreds != "" {
		h, _ = strconv.Atoi(numeral(hundreds))
	}
	if rest != "" {
		n, _ = strconv.Atoi(numeral(rest))
	}
	return 100*h + n
}

var (
	ratio      = pattern.Must(`\b(` + englishNumber + `)\s(?:\w+\s){0,2}?(?:out of|of)\s(?:the\s|our\s|a total of\s)?(` + englishNumber + `)\b`)
	slashedOf  = pattern.Must(`(?:^|\s)(\d{1,4})\s?/\s?(\d{1,4})(?:\sof\s|\s(?:done|complete|completed|finished|installed|delivered|ready)\b)`)
	brought    = pattern.Must(`了|完|好|到|已|齐|过|妥|咗|有`)
	notBrought = pattern.Must(`没|未|不|冇|无|预计|计划|争取|将|要|准备|打算|差|剩|缺|余`)
)

const englishNumber = `\d{1,3}(?:,\d{3})+|\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`

var englishNumbers = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

func englishCount(s string) int {
	if n, ok := englishNumbers[s]; ok {
		return n
	}
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	return n
}

// some reports whether a clause says that a part of a number of things is done.
func (p piece) some() bool {
	t := p.folded()
	for _, shape := range []*pattern.Pattern{ratio, slashedOf} {
		for from := 0; from < len(t); {
			m := shape.FindStringSubmatchIndex(t[from:])
			if m == nil {
				break
			}
			a, b := englishCount(t[from+m[2]:from+m[3]]), englishCount(t[from+m[4]:from+m[5]])
			if 0 < a && a < b {
				return !p.deniedAt(len([]rune(t[:from+m[0]]))) && !strings.Contains(t, " will ") && !strings.Contains(t, " by ")
			}
			from += m[3]
		}
	}
	return p.countsPart()
}

// countsPart knows the Chinese ways: two amounts of the same unit in a sentence up to this clause, of which the smaller is done.
func (p piece) countsPart() bool {
	before := spaced(p.ahead())
	all, from := before+spaced(p.folded()), len(before)
	list := amounts(all)
	for i, part := range list {
		if part.end <= from {
			continue
		}
		for j, total := range list {
			if i != j && total.unit == part.unit && part.value < total.value && partOf(all, total, part) {
				return true
			}
		}
	}
	return false
}

// ahead is the clause before this one in its sentence, as far as it may hold the whole of an amount.
func (p piece) ahead() (t string) {
	for _, c := range p.sentence.clauses {
		if len(c.raw) > 0 && len(p.raw) > 0 && &c.raw[0] == &p.raw[0] {
			return t
		}
		if t = ""; len(c.text) <= longestClause {
			t = c.folded() + ","
		}
	}
	return ""
}

// partOf reports whether part is what is done of total.
func partOf(t string, total, part amount) bool {
	if total.start > part.start {
		return strings.Contains(t[part.end:total.start], "共") && brought.MatchString(tail(t[:part.start], 6)) && !notBrought.MatchString(tail(t[:part.start], 6))
	}
	between := t[total.end:part.start]
	if total.of && wrought.MatchString(tail(t[:total.start], 3)) && strings.HasSuffix(between, "的") {
		return true // 「做完六家里的四家」
	}
	return (total.of || len([]rune(between)) <= 8) && brought.MatchString(between+tailHead(t[part.end:], 4)) && !notBrought.MatchString(between)
}
