package when

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

// rule reads what its pattern finds. Patterns run over the normalised text with its names coded, see coded.
type rule struct {
	re   *pattern.Pattern
	read func(d day, m match) []token // none where it is no date after all
}

// match is what a pattern found, with the text around it.
type match struct {
	text string
	loc  []int
}

// g is the i-th group, "" where it took no part.
func (m match) g(i int) string {
	if m.loc[2*i] < 0 {
		return ""
	}
	return m.text[m.loc[2*i]:m.loc[2*i+1]]
}

func (m match) n(i int) int    { return number(m.g(i)) }
func (m match) before() string { return tail(m.text[:m.loc[0]]) }
func (m match) after() string  { return head(m.text[m.loc[1]:]) }

// prev is the character before the match, 0 at the start.
func (m match) prev() rune {
	b := m.before()
	r, n := utf8.DecodeLastRuneInString(b)
	switch {
	case n == 0:
		return 0
	case r == ':' && !endsDigit(b[:len(b)-1]) && (yearFirst.MatchString(m.g(0)) || dayNamed.MatchString(b)): // 日期:2026-11-30, but not 完成度:3/4
		return ' '
	}
	return r
}

// dayNamed is what announces a day before a colon: 「预计完成:12/22」.
var dayNamed = pattern.Must(`(?i)(?:日期|时间|期限|预计|预计完成|计划完成|节点|\beta|\bdate|\bdue):$`)

var yearFirst = pattern.Must(`^[0-9]{3,4}[./年-]`)

func endsDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// one is the token t over the whole match.
func (m match) one(t token) []token {
	t.start, t.end = m.loc[0], m.loc[1]
	return []token{t}
}

// over is the token t over group i.
func (m match) over(i int, t token) token {
	t.start, t.end = m.loc[2*i], m.loc[2*i+1]
	return t
}

var rules = slices.Concat(writtenRules, chineseRules, relativeRules, englishRules, clockRules, spokenRules, shiftRules)

// scan runs all rules.
func scan(text string, d day) []token {
	var out []token
	names := coded(text)
	seen := pattern.Look(names)
	for _, r := range rules {
		if r.re.Vain(seen) {
			continue
		}
		for _, loc := range r.re.FindAllStringSubmatchIndex(names, -1) {
			out = append(out, r.read(d, match{text, loc})...)
		}
	}
	return out
}

// pick keeps of overlapping tokens the one that begins first, and of those the longest.
func pick(all []token) []token {
	slices.SortStableFunc(all, func(a, b token) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []token
	for _, t := range all {
		if len(out) == 0 || t.start >= out[len(out)-1].end {
			out = append(out, t)
		}
	}
	return out
}

// closers may follow a number that is only meant as a date when nothing counted comes after it: 20号前, 12月18完成,
// but not 20号楼 or 12月18台.
var closers = pattern.Must(`^\s*(?:$|[\n,.;:、。|!?)(/\-"'」』”’》>]|前|之前|以前|后|以后|之后|起|止|到|至|上午|下午|中午|晚|早|凌晨|周|星期|` +
	`完成|交|提交|给|出|发|开|召|左右|把|能|可|再|参加|行|吧|吗|见|我|为|截|补|与|和|及|或|的|并|由|将|做|报|回|拿|同|原|当|就|会|都|也|更|是|切换|吊装|搞定|结束|结案|齐套|复测|复工|落地|关闭|清零|销号|下发|入库|联调|评审|具备|移交|竣工|收[口官尾工齐]|报[送审批]|送[检审样印电达]|到[货位齐岗]|上[线会架]|进[场驻]|定[稿标案]|签[字约订]|通[电水气车]|投[产用运]|试[车产机运]|验[收货]|封[顶样]|合[拢龙]|[弄搞办做干写测装改调拆搬跑签画修换交收发验考核算排补建审印译编拍查谈校贴铺焊录填送领接搭挂买备整理][完好齐毕妥掉]|[0-9]{1,2}[:点时]|by|before|at|or|and)`)

// units may follow a number with a point that is no date: 3.5 小时.
var units = pattern.Must(`^\s*(?:[%‰℃°a-zA-Z$¥€]|小时|个|天|元|万|亿|千|百|台|套|人|吨|米|件|分|倍|版|折|周|年|亩|平|公|毫|厘|克|升|立方|点|寸|级|米|成|章|节|条|款)`)

func closed(after string) bool { return closers.MatchString(after) && !gluedTo(after) }

// gluedTo reports whether a code or decimal goes on right after a number: 12.18.3, 12-18-A.
func gluedTo(after string) bool {
	return len(after) > 1 && strings.ContainsRune("./-:", rune(after[0])) && after[1] >= '0' && after[1] <= '9' && !clockAhead.MatchString(after[1:])
}

var clockAhead = pattern.Must(`^[0-9]{1,2}(?:[:点时月/.]|日|号)`)

// glued reports whether r continues a word or number: the match is then a piece of a code.
func glued(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("./-_#$¥€:", r)
}

// every says that the date recurs: 每周五, every Friday.
var every = pattern.Must(`(?i)(?:每|逢|隔|每个|双|单|第|every|each|per)\s*$`)

func recurring(before string) bool { return every.MatchString(before) }

// look is how far the text around a match is looked at. Without a bound a pattern would pay for all that follows,
// at each match anew.
const look = 64

func head(s string) string { return s[:min(len(s), look)] }
func tail(s string) string { return s[max(0, len(s)-look):] }
