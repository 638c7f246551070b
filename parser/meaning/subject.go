package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// Whose statement is it? A verdict counts only where the writer is its subject, named (我, 我部, I, we) or left out. Somebody
// else's verdict and reported speech are news:
//
//	王总不参加 · 老王说他同意 · Wang can't come · Tom says it's fine     somebody else's
//	王总派我参加 · 我和老王都去 · 代王总出席 · I told Wang I'd come       the writer's
//	设备部无异议 · Quality agrees                                    the writer's: a department is spoken for

// heard turns the words of signs that have somebody else as their subject into as. A word in the writer's own name (费同意) says nothing.
func (c *clause) heard(name string, as sign, signs ...sign) {
	from, to := c.signed(name)
	for i, h := range c.hits {
		if from < to && h.start >= from && h.end <= to {
			c.hits[i].sign = neutral
			continue
		}
		for _, s := range signs {
			if h.sign == s && c.another(h, name) {
				c.hits[i].sign = as
			}
		}
	}
}

// anotherNamed reports whether a clause begins with somebody else's full name as its subject: 「王敏那天请假」, not 「王敏和我都去」.
func (c clause) anotherNamed(self string) bool {
	text := []rune(strings.TrimLeft(c.folded(), " 但而因"))
	if len(text) < 3 || !strings.ContainsRune(family, text[0]) || weekdayName.MatchString(string(text)) {
		return false
	}
	for n := 2; n <= 3 && n < len(text); n++ {
		name := string(text[:n])
		if plausible(name, 0) && !isSelf(name, self) && predicate.MatchString(string(text[n:])) {
			return true
		}
	}
	return false
}

// weekdayName is no name: 周五, 周末.
var weekdayName = pattern.Must(`^周(?:[一二三四五六日末会例内边]|\d)`)

// predicate may follow a name that is the subject.
var predicate = pattern.Must(`^(?:那天|当天|今天|明天|后天|昨天|上午|下午|晚上|这周|本周|下周|这次|周[一二三四五六日]|要|得|会|也|还|已|都|正|在|去|来|不|没|无法|请假|休假|出差|外出|生病|病了|有事|有会|临时|可能|应该|准备|打算|可以|能|参加|出席|说|因)`)

// mute makes the words of signs say nothing.
func (c *clause) mute(signs ...sign) {
	for i, h := range c.hits {
		if slices.Contains(signs, h.sign) {
			c.hits[i].sign = neutral
		}
	}
}

// signed is where the writer's name stands in the clause.
func (c clause) signed(name string) (from, to int) {
	n := []rune(fold.Text(name))
	for i := 0; len(n) > 1 && i+len(n) <= len(c.text); i++ {
		if equal(c.text[i:], n) {
			return i, i + len(n)
		}
	}
	return 0, 0
}

// another reports whether the subject of the word h is somebody else than the writer.
func (c clause) another(h hit, name string) bool {
	if states(string(c.text[h.start:h.end])) {
		return false
	}
	if w := c.text[h.start]; w == '我' {
		return reportedTo(string(c.text[:h.start]))
	}
	if letter(c.text[h.start]) {
		return c.anotherInEnglish(h, name)
	}
	return anotherInChinese(string(c.text[:h.start]), name)
}

// shortTitles follow a surname at once (王总), longTitles may follow a name (王小明主任).
const (
	shortTitles = `总|工|董|局|处|科|姐|哥|副|老师`
	longTitles  = `经理|主任|部长|书记|处长|科长|课长|局长|院长|所长|厂长|组长|班长|主管|总监|秘书|助理|协理|襄理|副总|副理|教授|博士`
)

// family is the surnames that are no everyday words.
var family = strings.Map(func(r rune) rune {
	if strings.ContainsRune("和于全计任安应明成时相能单有常平方万代从公后东经温易水金石申通利查别古向支解司文农国步都满充关包米车边路强费席那通", r) {
		return -1
	}
	return r
}, surnames)

// people are the words for somebody else: pronouns, 老王, 王总, a role.
var people = pattern.Must(`他们|她们|佢哋|他|她|佢|你们|您|你|谁|大家|[老小阿][` + family + `]|[` + family + `](?:` + shortTitles + `)|[` + family + `]\p{Han}{0,2}?(?:` + longTitles + `)|领导|老板|主席|客户|供应商|厂家|同事|对方|董事长|` + longTitles)

// ownPeople are the words for the writer.
var ownPeople = pattern.Must(`我|本人|本席|敝|咱|俺`)

// noPeople look like people and are none: 施工, 其他, 本周工作.
var noPeople = pattern.Must(`施工|讲话|发言|说法|电话|其他|其它|经理部|客户端|客户名|供应商名|领导班子|主任会|经理会|[工总局处科董副](?:作|程|结|体|计|量|数|部|期|厂|人|具|段|地|务|面|置|分|罚|学|技|目|事|本|食|标|业|时|艺|况|装|序)`)

const speech = `说|话|讲|表示|声称|称|认为|觉得|告诉|告知|回复|反馈|答应|提到|反映|通知`

var speaks = pattern.Must(`(?:` + speech + `)`)

// along are the words before a person who is no subject: 「和老王一起去」, 「代王总参加」.
const along = "跟和与同陪代替随给向对把帮带为"

// anotherInChinese looks at what stands before a verdict: the last person named there is its subject.
func anotherInChinese(before, name string) bool {
	before = noPeople.ReplaceAllStringFunc(before, blanks)
	if name != "" {
		before = strings.ReplaceAll(before, fold.Text(name), "我")
	}
	at, end := lastPerson(before)
	own := ownPeople.FindAllStringIndex(before, -1)
	if len(own) > 0 && (at < 0 || own[len(own)-1][0] > at) {
		return reportedTo(before[:own[len(own)-1][0]])
	}
	if at < 0 {
		return false
	}
	between := before[end:]
	if addressed.MatchString(between) {
		return false
	}
	if strings.HasPrefix(between, "的") || joined(before[:at], between) {
		return false
	}
	return len([]rune(between)) <= 8 || speaks.MatchString(between)
}

// addressed follows a person who is spoken to: 「陈秘书：」, 「王总您好」.
var addressed = pattern.Must(`^\s?(?::|您好|你好|好|早)`)

// joined reports whether the writer comes along with the person: 「我和老王都去」.
func joined(before, between string) bool {
	return strings.Contains(before, "我") && strings.HasSuffix(strings.TrimRight(before, " "), "和") || strings.HasPrefix(between, "和我") || strings.HasPrefix(between, "与我") || strings.HasPrefix(between, "跟我")
}

// lastPerson is the last person in t that may be a subject, -1 where there is none.
func lastPerson(t string) (at, end int) {
	at = -1
	for _, m := range people.FindAllStringIndex(t, -1) {
		last := []rune(strings.TrimRight(t[:m[0]], " "))
		if len(last) > 0 && strings.ContainsRune(along, last[len(last)-1]) {
			continue
		}
		at, end = m[0], m[1]
	}
	return at, end
}

// reportedTo reports whether t ends in somebody else's speech: 「王总说」 before 「我参加」.
func reportedTo(t string) bool {
	t = strings.TrimRight(t, " :,")
	m := speaks.FindAllStringIndex(t, -1)
	if len(m) == 0 || m[len(m)-1][1] != len(t) {
		return false
	}
	head := t[:m[len(m)-1][0]]
	return people.MatchString(head) && !ownPeople.MatchString(head)
}

func blanks(s string) string { return strings.Repeat(" ", len([]rune(s))) }
