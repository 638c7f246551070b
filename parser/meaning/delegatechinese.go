package meaning

import (
	"regexp"
	"sort"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// oneOf is a pattern for the plain words of a class, the longest first.
func oneOf(file, name string) string {
	var list []string
	for w := range class(file, name).words {
		list = append(list, regexp.QuoteMeta(w))
	}
	sort.Slice(list, func(i, j int) bool {
		return len(list[i]) > len(list[j]) || len(list[i]) == len(list[j]) && list[i] < list[j]
	})
	return `(?:` + strings.Join(list, "|") + `)`
}

// How Chinese sends somebody: a word of sending, who, how, for whom, and a verb of coming. Verbs that say more than coming (去, 来, 听)
// count only at the clause's end: 「让赵倩去拿资料」 sends nobody to the meeting.
var (
	send   = `(?:` + oneOf("invitation", "send") + `)了?\s?`
	who    = `([^,。;:]{2,60}?)\s?(?:同志|先生|女士|老师|小姐)?\s?`
	manner = `(?:` + oneOf("invitation", "manner") + `)*`
	owns   = `(?:我们?|本|咱们?|俺)(?:部门|部|处|科|司|局|院|组|方|中心|厂|车间|单位|公司|人|这边)?`
	inFor  = `(?:作为(?:` + owns + `)的?代表|(?:代为|代替|代表|代理|顶替|接替|代|替|帮|顶)(?:` + owns + `)?)`
	surely = oneOf("invitation", "come")
	atEnd  = `(?:` + oneOf("invitation", "lightly") + `)(?:个|一下|下|一趟|一次|一回|会|会议|开会|本次会议|这个会|这次会|那个会|这会|就行|即可|就好|就可以|就是了|吧|了|哈|啦|的|好了|喇|啊|呀|现场|听|\s)*(?:\(.*\))?\s*[.!~]*$`
	comes  = `(?:` + surely + `|` + atEnd + `)`
	lead   = `^\s*(?:` + oneOf("invitation", "lead") + `|\d{1,2}[号日]|\d{1,2}月\d{1,2}[日号]|周[一二三四五六日]|星期[一二三四五六日]|\s)*`
	closes = `(?:上|去|来|参加|出席|参会)?(?:吧|了|哈|啦|即可|就行|就好|\s)*(?:\(.*\))?\s*[.!~]*$`

	delegateShapes = []*pattern.Pattern{
		pattern.Must(send + who + manner + `(?:` + inFor + `)?` + manner + comes),
		pattern.Must(lead + `(?:` + send + `)?` + who + `(?:会|将|可以|能|愿意|主动)?` + manner + `(?:代为|(?:代替|代表|代理|顶替|接替|代|替|帮|顶)(?:一下)?` + owns + `)` + manner + `(?:` + comes + `|\s*(?:\(.*\))?$|的\s*[.!~]*$)`),
		pattern.Must(lead + `(?:` + send + `)?` + who + `(?:会|将|来|去)?(?:代参加|代出席|代会|代参会|代理|代)(?:会议|了|吧|\s)*$`),
		pattern.Must(`(?:代会人|代理人|代表人|受托人|被委托人|委托人|参会人|参会人员|参加人员|参加人|出席人|出席人员|与会人|与会人员|代参会人|参会代表|代表|委托|委派|替会人|改派|改为|代我参会|代我参加|代我出席|替我参会|替我去|替我参加)(?:的|的人)?\s?(?:为|是|:)\s?([^,。;:]{2,24})`),
		pattern.Must(`(?:全权委托|特委托|委托|委派|代会人|代参会人|替会人|受托人)\s?([^,。;:]{2,24}?)(?:处理|负责|全权|$)`),
		pattern.Must(`^\s*([^,。;:]{0,14}?(?:部门|部|科|处|室|厂|中心|公司|组|院|所|车间|单位|司|方|局|办|课|team)(?:的|由|派|安排|会派|将派|会由)?[^,。;:]{2,14}?)(?:同志)?(?:会|将|来|去)?` + manner + comes),
		pattern.Must(`(?:参加|出席|参会|与会|到会|代会)(?:的|的人|人员)?(?:是|为)\s?([^,。;:]{2,12})`),
		pattern.Must(`(?:参会人?员?|参加人?员?|出席人?员?|与会人?员?|名额|人选|席位|座签|席签|座位|桌牌|名牌|位置|名单|邀请|[把将]?我)(?:上|里)?(?:的名字|的名额|的座签|的座位)?\s?(?:由[^,。;:]{2,6}?)?(?:换成|改成|改为|变更为|更换为|调整为|替换为|让给|换)\s?([^,。;:]{2,16}?)` + closes),
		pattern.Must(`^\s*(?:现|已|特|拟|将)?(?:改派|改由|换|换成|改为|改成|变更为|更换为|换为)\s?([^,。;:]{2,12}?)` + closes),
	}

	// somebody is a bare name with the verb: 「李辉去就行」,「到时候朱敏过来」.
	somebody = pattern.Must(lead + `(\p{Han}{2,8}?)(?:\s?\([^)]*\))?(?:会|将|可以|能)?` + manner + `(?:` + surely + closes + `|(?:去|来|过去|过来|顶|顶上)(?:听听|听一下|听会|听|开会|开)?` + closes + `)`)

	// deputy names whoever comes 代我 or 替我: no surname is wanted there, people are called 德倫 and 志明.
	deputy = pattern.Must(send + `(\p{Han}{2,3}?)\s?(?:(?:代替|代表|顶替|代|替)(?:我|本人)|代理|代为)(?:去|来|前往|前来|过去|过来)?` + comes)

	// forMe says that somebody else comes in the writer's place, whoever it is.
	forMe = pattern.Must(`(?:代替|代表|顶替|代|替|帮)(?:我|本人)` + manner + comes)

	// pronounAlone is a pronoun that comes, of somebody spoken to before: 「我跟小刘说了，她去」.
	pronounAlone = pattern.Must(`^\s*(?:她|他)(?:会|将|能|可以)?` + manner + comes)

	// pronounSent is the same of somebody named before: 「由她代我参加」.
	pronounSent = pattern.Must(`(?:由|让|请)?(?:她|他|其)(?:会|将|可以|能|来|去)?` + manner + `(?:代|替|帮|顶)|(?:由|让|派|叫)(?:她|他|其)` + manner + comes)
)

// chineseDelegate finds whom a clause sends in Chinese.
func chineseDelegate(c clause, self string) string {
	text := string(c.text)
	raw := func(m []int) string {
		at := runeIndex(text)
		return string(c.raw[at[m[2]]:at[m[3]]])
	}
	seen := pattern.Look(text)
	for n, shape := range delegateShapes {
		if shape.Vain(seen) {
			continue
		}
		m := shape.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		if person := cleanName(raw(m)); person != "" && !isSelf(person, self) && plausible(person, n) && !strings.Contains(person, "点") {
			return withAddress(person, string(c.raw))
		}
	}
	if c.has(no) {
		return ""
	}
	if m := deputy.FindStringSubmatchIndex(text); m != nil {
		if person := raw(m); !isSelf(person, self) && !strings.ContainsAny(fold.Text(person), notInNames) && !ordinaryWords[fold.Text(person)] {
			return person
		}
	}
	if m := somebody.FindStringSubmatchIndex(text); m != nil && !strings.ContainsAny(fold.Text(raw(m)), "我"+along) {
		if person := cleanName(raw(m)); plausible(person, 0) && fold.CJK([]rune(person)[0]) && !isSelf(person, self) {
			return person
		}
	}
	return ""
}
