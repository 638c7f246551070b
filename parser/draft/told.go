package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

const (
	someone = `\p{Han}{2,4}?|[A-Z][A-Za-z'’.-]*(?: [A-Z][A-Za-z'’.-]*){0,2}`
	post    = `(?:\p{Han}{1,8}?(?:部|科|处|中心|室|组|车间|公司|厂|办|站|院))?(?:` + titlesLong + `)?(?:\p{Han}{2,4}(?:上|部|那边)的)?`
	reason  = `(?:\s*(?:今天|今日|本次|因公|因病|因事|因[^,。;]{0,8}?|有事|临时有事|正在|在外|目前)?\s*)`
	moment  = `(?:于|在|约|到|至|上午|下午|中午|晚上|早上|[0-9〇一二三四五六七八九十]{1,3}|[:点时分半刻个小多左右 ]){0,9}?`
	away    = `(?:请了?假|请?(?:` + leaves + `)|出差|公出|外出|缺席|未能?(?:出席|参加|参会|到会)|不能(?:出席|参加|参会)|无法(?:出席|参加|参会)|没来|未到)`
	meet    = `(?:会议|本次会议|本会)?`
	comes   = `(?:听的?|来的?|开的|出席|参会|参加会议?|参加|与会|到会|开会|会)`
)

// statements are the ways in which a sentence tells how a person took part. Groups who, by and at are names and times.
var statements = []struct {
	state   string
	english bool
	re      *pattern.Pattern
}{
	{delegated, false, pattern.Must(`^(?P<who>` + someone + `)` + reason + `(?:` + away + `)?\s*[,;:]?\s*(?:已?(?:由|委托|请|派|安排|指派))\s*(?:\p{Han}{1,8}(?:部|科|处|中心|室|组))?(?P<by>` + someone + `)\s*(?:同志)?(?:代替|代为|代理|代表|代|替)?(?:其|他|她)?` + comes + `?$`)},
	{delegated, false, pattern.Must(`^(?P<who>` + someone + `)` + reason + `(?:` + away + `){1,2}\s*[,;]\s*(?P<by>` + someone + `)\s*(?:代替|代为|代理|代表|代|替)(?:其|他|她)?` + comes + `?$`)},
	{delegated, false, pattern.Must(`^(?:由)?(?P<by>` + someone + `)\s*(?:代替|代为|代理|代表|代|替)\s*(?P<who>` + someone + `)\s*` + comes + `?$`)},
	{delegated, true, pattern.Must(`(?i)^(?P<by>[A-Z][\w'’. -]+?)\s+(?:attended|joined|came|participated|sat in|stood in|stands in|deputi[sz]ed|covered)?\s*(?:for|on behalf of|in place of|instead of|representing)\s+(?P<who>[A-Z][\w'’. -]+?)$`)},
	{delegated, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+(?:was|is|were)?\s*(?:represented by|replaced by|delegated to|sent)\s+(?P<by>[A-Z][\w'’. -]+?)(?:\s+instead)?$`)},
	{leftEarly, false, pattern.Must(`^(?P<who>` + someone + `)` + reason + `(?P<at>` + moment + `)\s*(?:提前|先行|提早|中途|先|就)*(?:早退|早走|先走|离会|离席|离场|离开了?(?:会场|会议)?|走了?|退场|退席|撤了?)(?:去\p{Han}{1,8})?(?P<at2>\s*[(,]?[^,;()]{0,16}\)?)?$`)},
	{late, false, pattern.Must(`^` + post + `(?P<who>` + someone + `)` + reason + `(?P<at>` + moment + `)\s*(?:迟到|晚到|才到(?:会|场)?|到会|到场|入会|进入会场|后到)(?P<at2>\s*[^;,()]{0,6}[(,]?[^;()]{0,14}\)?)?$`)},
	{late, false, pattern.Must(`^` + post + `(?P<who>` + someone + `)\s*(?:于|约|在)?\s*(?P<at>(?:上午|下午|中午|晚上|早上)?\s*[0-9]{1,2}\s*[:点时][0-9点时分半刻 ]*)(?:左右)?\s*才?(?:到|来)了?$`)},
	{leftEarly, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+(?:had to leave|left|dropped off|leaves)\s*(?:the (?:meeting|call|room))?\s*(?:early)?(?P<at>[\s(,]*(?:at|around|from)?\s*[0-9][\w:. ]*\)?)?$`)},
	{leftEarly, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+left early\b(?P<at>.{0,14})$`)},
	{late, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+(?:was|joined|arrived|came|came in|dialled in)?\s*(?:late|at)\b(?P<at>.{0,20})$`)},
	{onLeave, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+(?:is|was|were)?\s*(?:on (?:annual |sick )?leave|sent (?:his |her |their )?apologies|sends apologies|excused|on (?:a )?business trip|travell?ing)$`)},
	{absent, true, pattern.Must(`(?i)^(?P<who>[A-Z][\w'’. -]+?)\s+(?:is|was|were)?\s*(?:absent|not present|missing|did not attend|could not attend|didn't attend)(?: without .*)?$`)},
	{absent, false, pattern.Must(`^(?:就|只有?|仅)?(?P<who>(?:` + someone + `)(?:[、和及](?:\p{Han}{2,4}?))*)(?:\s*(?:无故|未请假)|` + reason + `)\s*(?:缺席|缺勤|旷会|没来|未到(?:会|场)?|未出席|未参加|未参会)` + meet + `(?:\((?P<why>[^()]{1,8})\))?$`)},
	{present, false, pattern.Must(`^(?:[^,。;]{0,6}:)?(?P<who>(?:` + someone + `)(?:[、和及](?:\p{Han}{2,4}?))+)\s*(?:等)?(?:同志)?(?:[0-9一二三四五六七八九十]{0,3}人)?(?:出席|参加|参会|与会|到会|列席)(?:了?(?:本次)?会议)?$`)},
	{onLeave, false, pattern.Must(`^` + post + `(?P<who>(?:` + someone + `)(?:[、和及](?:\p{Han}{2,4}?))*)\s*(?:二人|两人|均|都)?(?:(?:没来|没到|未到|未参会|缺席)\s*[,:]\s*[^,。;]{0,6}?)?` + reason + `(?:请了?假|请?(?:` + leaves + `)|出差|公出)(?:未(?:出席|参加|参会|到)` + meet + `)?(?:,.{0,10})?$`)},
}

// said reads a clause that tells how somebody took part; state is what the label above it says, "" without one.
func (p *people) said(x said, state string) bool {
	x = say(strings.TrimRight(x.s, " .。;；!！"))
	if m := standIn.FindStringSubmatchIndex(x.f); m != nil { // "Joyce Ng, represented by Ben Foster"
		x = say(x.cut(0, m[0]) + " " + x.cut(m[2], len(x.f)))
	}
	chinese, english := strings.ContainsFunc(x.f, han), x.f != "" && latin(rune(x.f[0]))
	for _, s := range statements {
		if s.english && !english || !s.english && !chinese {
			continue
		}
		loc := s.re.FindStringSubmatchIndex(x.f)
		if loc == nil {
			continue
		}
		who := spanOf(s.re, x, loc, "who")
		by := spanOf(s.re, x, loc, "by")
		if p.shortened(who, x.f) || !p.persons(who) || by != "" && !p.persons(by) {
			continue
		}
		at := p.clock(group(s.re, x.f, loc, "at") + " " + group(s.re, x.f, loc, "at2"))
		if s.state == late && at == "" && !lateWord.MatchString(x.f) {
			continue // 王磊到会 says nothing
		}
		state := s.state
		if why := group(s.re, x.f, loc, "why"); state == absent && stateOf(why) == onLeave {
			state = onLeave
		}
		for _, w := range manySplit.Split(who, -1) {
			p.add(secretary.Attendance{Name: w, State: state, Delegate: by, Time: at})
		}
		return true
	}
	return false
}

var standIn = pattern.Must(`(?i)\s*,\s*((?:represented|replaced|deputised|covered) by|delegated to)\s`)

// shortened reports whether who is only the beginning of a known name that stands there: 赵建 of 赵建国.
func (p *people) shortened(who, f string) bool {
	w := folded(who)
	for n := range p.known {
		if n != w && strings.HasPrefix(n, w) && strings.Contains(f, n) {
			return true
		}
	}
	return false
}

var (
	lateWord  = pattern.Must(`(?i)迟|晚|后到|late`)
	manySplit = pattern.Must(`[、和及]`)
)

func spanOf(re *pattern.Pattern, x said, loc []int, name string) string {
	i := re.SubexpIndex(name)
	if i < 0 || loc[2*i] < 0 {
		return ""
	}
	return strings.TrimSpace(x.cut(loc[2*i], loc[2*i+1]))
}

// persons reports whether every one of the names in s is a person's, surely: on the roster, or by its surname.
func (p *people) persons(s string) bool {
	for _, n := range manySplit.Split(folded(s), -1) {
		n = strings.TrimSpace(n)
		if !isPerson(withoutTitle(n, p.known), p.known) && (p.known.full(n) == n || !asciiOnly(n)) {
			return false
		}
	}
	return true
}

// tell reads the clauses of a sentence of prose for how people took part; true where any of them told.
func (p *people) tell(x said) (told bool) {
	for _, s := range sentences(x.f) {
		c := x.sub(s[0], s[1])
		if parts := clauses(c.f); !p.severalTold(c, parts) && p.said(c, "") {
			told = true
			continue
		}
		for _, q := range clauses(c.f) {
			told = p.said(c.sub(q[0], q[1]), "") || told
		}
	}
	return told
}

// severalTold reports whether two clauses begin with a name each: 孔维 13:15 才到，苗苗 14:30 先走.
func (p *people) severalTold(c said, parts [][2]int) bool {
	n := 0
	for _, q := range parts {
		if f := c.f[q[0]:q[1]]; leading(f, p.known) > 0 && timed.MatchString(f) {
			n++
		}
	}
	return n > 1
}

var timed = pattern.Must(`[0-9]{1,2}\s*[:点时]`)

var (
	sentenceEnd = pattern.Must(`[。;!！?？]\s*|[^A-Z]\.(?:\s+|$)|[A-Z]{2,}\.(?:\s+|$)`)
	clauseEnd   = pattern.Must(`\s*,\s*`)
)

func sentences(f string) [][2]int { return between(f, sentenceEnd) }
func clauses(f string) [][2]int   { return between(f, clauseEnd) }

// between are the parts of f that lie between the matches of end.
func between(f string, end *pattern.Pattern) (out [][2]int) {
	from := 0
	for _, loc := range end.FindAllStringIndex(f, -1) {
		to := loc[0] + keep(f[loc[0]:loc[1]])
		if to > from {
			out = append(out, [2]int{from, to})
		}
		from = loc[1]
	}
	if from < len(f) {
		out = append(out, [2]int{from, len(f)})
	}
	return out
}

// keep is how much of a match before the full stop belongs to the sentence: an initial (J.) ends none.
func keep(end string) int { return max(strings.IndexByte(end, '.'), 0) }
