package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// A consent counts only where the rest of its clause is understood as well: the writer as its subject, what is consented to,
// a manner, a courtesy. Anything else may turn it into something that nobody asked for:
//
//	同意延期 · 轮不到我确认 · 没问题才怪 · "agreed to disagree"      doubtful
//	我科完全同意该纪要所列各项 · "all five points agreed, many thanks"   consent

// spare is how many characters may be left over: a particle or a slip.
const spare = 1

// heavy are the characters that turn a consent even when they stand alone: 同意改, 同意缓.
const heavy = "改缓停拖等删撤换转查核补问延推再先不没未别才半"

// plainHan is a character of a name; what would turn the sentence is none.
const plainHan = `[^\P{Han}不没未别才就要让请等若如由听说问把被给]`

// The parts of a clause that only say who speaks and of what. Each is the first group.
var (
	// company is a person whom the writer has with him: 「我和陈经理都同意」.
	company = pattern.Must(`我\s?((?:和|与|跟|及)\s?(?:` + people.String() + `))`)

	// speaker is a department that begins a clause, which speaks through the writer: 「物资供应部无异议」,「史建：同意」.
	speaker = pattern.Must(`^\s*((?:from |for |on behalf of |this is )?[a-z&]{2,14}(?: [a-z&]{2,12}){0,3}\s?:|[a-z&]{2,6}(?:这边|部|组)|` + plainHan + `{2,8}?\s?:|` + plainHan + `{1,8}?(?:这边|那边|方面|公司|集团|中心|车间|项目|小组|团队|部门|专业|条线|片区|基地|区域|银行|大队|办公室|委员会|街道|社区|标段|[镇乡县市区村部处科室组厂院局办队仓站班店库所矿段行校馆委会团课股系侧端口方线])(?:这边|那边|方面)?)` +
		`(?:$|[^\p{Han}]|[对就都均也已无没未同确认完经全的我纪在可予照复审核看校查]|表示|意见)`)

	// side is whose verdict it is, with a word for people behind it: "confirmed from the planning side", "no changes from the lab".
	side = pattern.Must(`\b(from (?:(?:the|our|us in|us at|all in|all at|everyone in|everyone at|all of us in|all of us at) (?:[a-z&]+ ){0,2}?[a-z&]+)$|` +
		`(?:from|by|for|on behalf of|at|in) (?:(?:the|our|my) )?(?:[a-z&]+ ){1,3}?(?:side|end|team|dept|department|office|group|unit|lab|section|division|plant|workshop|desk|perspective|point of view|standpoint|viewpoint)\b)`)

	// gratitude is thanks up to the clause's end: "confirmed - thanks for the quick turnaround",「确认，感谢秘书处的细致工作」.
	gratitude = pattern.Must(`((?:\b(?:with |many |my )?(?:thanks|thank you|thx|cheers|ta|kudos|well done|good work|great work|good job|great job|nice work|nice job)(?: (?:all|everyone|team|so much|very much|again|a lot))? (?:for|to|on)|谢谢|感谢|多谢|唔该|辛苦)[^,]*)$`)

	// ourSubject is a group of people that speaks through the writer, or what he is: "Front Office is good with …", "as chair I'm …".
	ourSubject = pattern.Must(`^\s*((?:the |our )?(?:[a-z&]+ ){0,3}?(?:side|team|department|dept|office|group|unit|lab|section|division|management|committee|crew|ward|desk|plant|workshop)|as (?:the |a |an )?(?:[a-z]+ ){1,3}?)(?: ?,? ?(?:i|we|i'm|we're)\b| (?:is|are|has|have|had|confirms?|agrees?|accepts?|approves?|concurs?|endorses?|sees|see|finds?|found)\b)`)

	// review is how the writer came to the verdict: 「已与分包单位核对一致」, "we reviewed them with the whole team and have …".
	review = pattern.Must(`((?:与|跟|和|会同|经过?|已请|已由|已)(?:[^\P{Han}不没未别才就要让等若如问需须待还]|\d){0,12}?(?:核对|核实|审阅|审核|审议|研究|讨论|传阅|研读|学习|校对|通读|沟通|比对|复核)(?:一致|过|完毕|完|了|后)*|` +
		`\b(?:we|i)(?:'ve| have)? (?:carefully |now |both |all )?(?:reviewed|checked|read|perused|studied|examined|considered|gone over|looked over|gone through|been through|discussed|compared|verified|looked at|looked through|went through|walked through) [^,.]*? and )`)

	// onWhich is the same in English: "the minutes of the coordination meeting".
	onWhich = pattern.Must(`\b((?:the |these |this |our )?(?:minutes|mom|notes|record|summary|draft|write-up) (?:of|from|for|on) (?:the |our |this |last |today's |yesterday's )?(?:[a-z0-9&-]+ ){0,4}?(?:meeting|review|session|call|discussion|committee|board|workshop|conference)s?\b)`)

	// onWhat is the minutes as what is consented to, with what tells which: 「对第23期局务会议纪要」.
	onWhat = pattern.Must(`((?:^|对于?|就|关于|针对|此|该|本)(?:` + plainHan + `|[\d\sa-z"《》]){0,20}?(?:纪要|会议记录|会议纪录|议定事项|决议|各条|各项|条款|事项))`)
)

// opinionated is a person whose opinion something may be: 「王总的意见」, no 管科 in 「建管科」.
var opinionated = pattern.Must(`他|她|佢|你|您|谁|大家|领导|老板|客户|供应商|同事|对方|[老小][` + family + `]|[` + family + `](?:总|工|董|姐|哥|副|老师)|[` + family + `]\p{Han}{0,2}?(?:` + longTitles + `)`)

// ofOthers reports whether a side is that of a person: "by the director".
func ofOthers(side string) bool {
	return slices.ContainsFunc(strings.Fields(side), func(w string) bool { return otherPeople[w] })
}

// beside is what a clause says besides its words and those to skip.
func (c clause) beside(skip lexicon, name string) string {
	for _, shape := range []*pattern.Pattern{company, ourSubject, side, gratitude, review, speaker, onWhat, onWhich} {
		at := shape.FindStringSubmatchIndex(c.folded())
		if at == nil || (shape == side || shape == ourSubject) && ofOthers(c.folded()[at[2]:at[3]]) {
			continue
		}
		if shape == company || !opinionated.MatchString(noPeople.ReplaceAllString(c.folded()[at[2]:at[3]], "")) {
			index := runeIndex(c.folded())
			if from, to := index[at[2]], index[at[3]]; shape != speaker || !c.consentsIn(from, to) {
				c = c.blanked(from, to)
			}
		}
	}
	return strings.ReplaceAll(c.residue(skip), fold.Text(name), "")
}

// consentsIn reports whether a consent stands between two places.
func (c clause) consentsIn(from, to int) bool {
	return slices.ContainsFunc(c.hits, func(h hit) bool {
		return (h.sign == yes || h.sign == weak) && h.start >= from && h.start < to
	})
}

// weighs reports whether a clause says something of weight besides what its words and those to skip say.
func (c clause) weighs(skip lexicon, name string) bool {
	left := c.beside(skip, name)
	return len([]rune(left)) > spare || strings.ContainsAny(left, heavy)
}

// blanked is the clause with blanks from one place to another, save what was found there.
func (c clause) blanked(from, to int) clause {
	c.text = slices.Concat(c.text[:from], []rune(strings.Repeat(" ", to-from)), c.text[to:])
	return c
}

// longThing is how long a thing may be that a verdict is on alone: 「排期没问题」.
const longThing = 6

// verdicts are consents that state how something is; 同意 and 确认 say what is to be done.
var verdicts = pattern.Must(`问题|异议|意见|毛病|无误|正确|准|属实|ok|可以|没错|疑|对$|对的|一致|一样|吻合|相符`)

// narrow reports whether a clause is a verdict on some short thing, which says nothing of the rest.
func (c clause) narrow(skip lexicon, name string, letter []string) bool {
	left := []rune(c.beside(skip, name))
	if strings.ContainsAny(string(left), heavy) || !slices.ContainsFunc(c.hits, func(h hit) bool {
		return (h.sign == yes || h.sign == weak) && verdicts.MatchString(string(c.text[h.start:h.end]))
	}) {
		return false
	}
	return len(left) <= longThing && fold.CJK(left[0]) || len(unsaid(left, letter)) <= spare
}

// unsaid is what of text the letter does not say, by pairs of characters.
func unsaid(text []rune, letter []string) (left []rune) {
	said := fold.Text(strings.Join(letter, "\n"))
	known := make([]bool, len(text))
	for i := 0; i+1 < len(text); i++ {
		if strings.Contains(said, string(text[i:i+2])) {
			known[i], known[i+1] = true, true
		}
	}
	for i, r := range text {
		if !known[i] {
			left = append(left, r)
		}
	}
	return left
}

// toChange consents to a change, and is neither a confirmation nor an objection: 「同意把会议改到下周」.
var toChange = pattern.Must(`(?:同意|赞成|支持|认可|可以)(?:再|予以|先)?(?:(?:把|将|对)[^,]*)?(?:修改|改|调整|增加|补充|删|延|推迟|变更|更换)`)

// toOpinion agrees with somebody: 「同意采购部的意见」,「同意楼上」.
var toOpinion = pattern.Must(`(?:同意|赞成|赞同|认可|支持|附议)(?:[^,无没]*(?:意见|看法|建议|提议|观点|说法|做法|主张|想法)\s*$|楼上|他的|她的|你的)|\bas (?:he|she|they|you|mr|ms|[a-hj-v][a-z]+) (?:said|says|suggested|suggests|proposed|proposes)\b`)

// consentsToMore reports whether a consent is to a change or an opinion, and not to the minutes.
func (c clause) consentsToMore() bool {
	return toChange.In(c.look()) || toOpinion.In(c.look())
}
