package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

// leaves are the kinds of leave.
const leaves = `(?:病|事|年|产|婚|丧|公|陪产|育儿|探亲)假|年休假?|休年?假|[调补轮]休`

// stateWords tell a state by the words of a label, a cell or a remark. The first that fits holds.
var stateWords = []struct {
	state string
	re    *pattern.Pattern
}{
	{delegated, pattern.Must(`(?i)代会|代理|代为|代替|代表|委托|受托|代出席|代參|由.{2,8}代|^代|代$|delegat|prox(?:y|ies)|represented|on behalf|substitut|stand(?:ing)? in|stood in|sent instead|\binstead\b|in (?:her|his|their) (?:place|stead)`)},
	{leftEarly, pattern.Must(`(?i)早退|提前离|提前退|提早离|早走|先走|先离|先撤|先退|先行离|中途离|离会|离席|离场|[0-9]\s*[分点时]?\s*(?:就|先)?(?:离|走|退)|left early|left at|leaving early|leave early|early departure|left the meeting|^left`)},
	{late, pattern.Must(`(?i)^迟$|迟到|晚到|晚来|迟来|到会晚|后到|才到|[0-9]\s*[分点时半]?\s*(?:才|入|进|加入|抵)?(?:到|入会|进会|入场|加入)(?:会|场|达)?$|^(?:from|since) [0-9]|joined late|late|arrived at|arrived|joined at`)},
	{onLeave, pattern.Must(`(?i)^假$|请假|` + leaves + `|公出|出差|外出|因公|因病|因事|有事|告假|on leave|leave|apolog|regret|excused|sick|vacation|holiday|business trip|travel`)},
	{absent, pattern.Must(`(?i)缺席|缺勤|未到|未出席|未参会|未参加|没来|没到|没参加|旷会|无故|^缺$|absent|absence|not (?:present|attending|in attendance)|unable to attend|no[ -]show|did not attend|missing`)},
	{present, pattern.Must(`(?i)出席|到会|参会|参加|与会|列席|实到|在场|准时|正常|已到|签到|主持|记录|present|attend|participant|in the room|yes|ok|chair|invite|observer|guest`)},
}

// noExcuse is no leave: 缺席（未请假）.
var noExcuse = pattern.Must(`(?i)[未没]请假|without (?:apologies|apology|leave|notice|excuse)|unexcused`)

func stateOf(f string) string {
	if noExcuse.MatchString(f) {
		return absent
	}
	for _, s := range stateWords {
		if s.re.MatchString(f) {
			return s.state
		}
	}
	return ""
}

// peopleLabel is a label of people: 出席, 缺席人员, 請假, Apologies. Labels that call people to the meeting (应到) say nothing.
var peopleLabel = pattern.Must(`(?i)^(?:会议)?(?:应到|应出席|应参会|实到|到会|出席|列席|参会|参加|与会|未参加|未出席|未参会|未到|没到|没来|没去|到|缺|代|迟|假|来了?|早走|先走|晚到|晚来|缺席|缺勤|(?:因[事公病私])?请假|病假|事假|公假|迟到|早退|代会|代理|代理出席|代出席|代为出席|委托|委托出席|代表|主持|主席|记录|记录人|纪录|召集)(?:会议|参会|出席|代会)?(?:人员|人|者|名单|同志|领导|嘉宾|情况|人数)?$|` +
	`^(?:(?:members |people |those )?(?:present|absent|attend(?:ees|ing|ed|ance)|participants)|in attendance|apologies(?: for absence)?(?: received)?(?: from)?|apology|regrets|on leave|leave|late(?: arrivals?)?|arrived late|joined late|left early|early departures?|delegates?|delegated|prox(?:y|ies)|represented|substitutes?|chair(?:person|man|ed by)?|minutes(?: taken)? by|minute taker|recorder|note ?taker|absent with apologies|absent without (?:apologies|notice|leave)|excused|not attending|not present|not in attendance|unable to attend|did not attend|invited|guests?|observers?)$`)

// andWhy asks for the reason beside the names: 缺席及原因.
var andWhy = pattern.Must(`\s*(?:[及和与、/]|以及)\s*其?(?:原因|事由|理由|缘由)$`)

var expectedLabel = pattern.Must(`^(?:会议)?应(?:到|出席|参会)|人数$`)

// labelState reads a label of people; ok is false for any other label. Combined labels (缺席/请假/代会) have no state of
// their own: each name says its own.
func labelState(label string) (state string, ok bool) {
	l := strings.TrimSpace(andWhy.ReplaceAllString(bracketed.ReplaceAllString(label, ""), ""))
	if zh, en := languages(l); zh != "" && en != "" {
		l = zh // Absent 缺席
	}
	if strings.ContainsFunc(l, han) {
		l = strings.ReplaceAll(l, " ", "")
	}
	parts := []string{l}
	if !peopleLabel.MatchString(l) { // 与会 is one word
		parts = labelSplit.Split(l, -1)
	}
	states := map[string]bool{}
	for _, p := range parts {
		if !peopleLabel.MatchString(p) {
			return "", false
		}
		state = stateOf(p)
		if state == "" || expectedLabel.MatchString(p) {
			state = present
		}
		states[state] = true
	}
	if expectedLabel.MatchString(l) {
		return "expected", true
	}
	if len(states) > 1 {
		return "", true
	}
	return state, true
}

var labelSplit = pattern.Must(`\s*(?:/|、|,|及|和|与|&|\band\b|\bor\b)\s*`)

var labelHere = pattern.Must(`(?:^|\s{2,}|[;。]\s*)((?:\p{Han}|[A-Za-z]|[/、& ]){1,24}?)\s*(?:\([^()]{0,20}\))?\s*:`)

// attendanceLine reads a line of labelled names, such as "出席：… 缺席：…"; ok is false for another line.
func (p *people) attendanceLine(x said) (ok bool) {
	if p.tickedLine(x) {
		return true
	}
	if !strings.Contains(x.f, ":") {
		return false
	}
	locs := labelHere.FindAllStringSubmatchIndex(x.f, -1)
	for i, loc := range locs {
		state, is := labelState(x.f[loc[2]:loc[3]])
		if !is {
			if i == 0 {
				return false
			}
			continue
		}
		end := len(x.f)
		if i+1 < len(locs) {
			end = locs[i+1][0]
		}
		ok = true
		p.names(x.sub(loc[1], end), state)
	}
	return ok
}

var (
	nameSplit = pattern.Must(`\s*(?:[、,;|\n。]|/|&|\band\b|\s{2,})\s*`)
	hanNames  = pattern.Must(`^\p{Han}{2,4}(?:\([^()]*\))?(?: \p{Han}{2,4}(?:\([^()]*\))?)+$`)
	oneBlank  = pattern.Must(` `)
	// spreadName is a name of two characters set with blanks between them: 王　磊.
	spreadName = pattern.Must(`(?:^|[、,;:])\p{Han} {1,2}\p{Han}(?:$|[、,;(])`)
	groupName  = pattern.Must(`(^|[;。])\s*[^:;。,、()0-9]{1,12}:`)
)

// names reads a list of people under a label: 蔡明哲（由謝佩珊代理出席）、許文龍.
func (p *people) names(x said, state string) {
	if state == "expected" {
		return
	}
	f := groupName.ReplaceAllStringFunc(x.f, func(s string) string { // 生产部：王磊
		end := strings.LastIndexAny(s, ";。")
		if end < 0 {
			return strings.Repeat(" ", len(s)-1) + ","
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		return s[:end+n] + strings.Repeat(" ", len(s)-end-n)
	})
	for _, part := range sentences(f) {
		if p.said(say(x.cut(part[0], part[1])), state) {
			continue
		}
		for _, s := range splitOutside(f[part[0]:part[1]]) {
			p.name(say(x.cut(part[0]+s[0], part[0]+s[1])), state)
		}
	}
}

// splitOutside divides a list at separators outside of brackets.
func splitOutside(f string) (out [][2]int) {
	inner := bracketed.FindAllStringIndex(f, -1)
	masked := []byte(f)
	for _, b := range inner {
		for i := b[0]; i < b[1]; i++ {
			if masked[i] < 0x80 {
				masked[i] = 'x'
			}
		}
	}
	m := string(masked)
	for _, b := range inner { // Chinese separators are three bytes: mask them too
		m = m[:b[0]] + strings.Repeat("x", b[1]-b[0]) + m[b[1]:]
	}
	m = spreadName.ReplaceAllStringFunc(m, func(s string) string { return strings.ReplaceAll(s, " ", "x") })
	sep := nameSplit
	if hanNames.MatchString(f) {
		sep = oneBlank
	}
	from := 0
	for _, loc := range sep.FindAllStringIndex(m, -1) {
		out = append(out, [2]int{from, loc[0]})
		from = loc[1]
	}
	return append(out, [2]int{from, len(f)})
}
