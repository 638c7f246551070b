package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// takesDelegate reads a clause as naming somebody who comes instead.
func (p *presence) takesDelegate(c clause, s sentence, q Question) bool {
	if c.has(maybe, others) || c.has(hedge) && !c.has(yes) {
		return false
	}
	if needless.In(c.look()) || twoNamed(string(c.raw)) {
		p.blocked = true
		return true
	}
	name := p.delegateIn(c, s, q.Name)
	if name == "" {
		return false
	}
	if c.has(hedge) || wished.In(c.look()) || p.delegated && p.delegate != name {
		p.blocked = true
		return true
	}
	p.delegated, p.delegate = true, name
	return true
}

var email = pattern.Must(`[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}`)

// wished makes of sending somebody an idea that waits for a word: 「我想让赵倩去」.
var wished = pattern.Must(`(?:希望|考虑|建议|是否|能否|可否|要不|不如|可能|看能不能)(?:请|由|让|派|叫|喊|换|安排|委托)`)

// needless says that nobody is to come instead: 「不用请人代我」.
var needless = pattern.Must(`(?:不用|不必|无需|毋须|毋需|无须|别|不要|不需要|不再|没有|没)再?(?:请|由|让|派|叫|换|麻烦|委托|安排)[^,。;:]{1,6}?(?:代|替)`)

// delegateIn finds whom a clause names to come instead, "" where it names nobody.
func (p *presence) delegateIn(c clause, s sentence, self string) string {
	raw, text := string(c.raw), string(c.text)
	if n := englishDelegate(raw, s.has(no) || p.decline, self); n != "" && !(together(strings.ToLower(raw)) && !inStead.MatchString(text)) {
		return n
	}
	if together(text) && !strings.ContainsAny(text, "代替") {
		return ""
	}
	if n := chineseDelegate(c, self); n != "" {
		return n
	}
	if pronounSent.MatchString(text) || pronounAlone.MatchString(text) && p.spokenBefore(c, s) || pronounGoes.MatchString(raw) && (forSomeone.MatchString(raw) || s.has(no) || p.decline) {
		if n := p.lastNamed(c, s, self); n != "" {
			return n
		}
	}
	if c.has(stand) && !c.has(no) {
		return strings.ToLower(email.FindString(raw))
	}
	return ""
}

// spokenBefore reports whether the clause right before says that somebody was spoken to, or the writer does not come.
func (p *presence) spokenBefore(c clause, s sentence) bool {
	for n, o := range s.clauses {
		if &o.raw[0] == &c.raw[0] {
			return p.decline || n > 0 && spokenTo.MatchString(string(s.clauses[n-1].text))
		}
	}
	return false
}

// lastNamed is the person that 「由她代我去」 and "he will attend" speak of: the one named right before.
func (p *presence) lastNamed(c clause, s sentence, self string) string {
	before := p.before
	for _, o := range s.clauses {
		if &o.raw[0] == &c.raw[0] {
			break
		}
		before = append(before, o)
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-2; i-- {
		if n := personIn(before[i], self); n != "" {
			return n
		}
	}
	return ""
}

// spokenTo is who was agreed with: 「已跟朱敏说好」,「邀请请转给朱敏」.
var spokenTo = pattern.Must(`(?:跟|和|与|找|联系了?|通知了?|转给|转发给|抄送给?|同事|交代给?|交给|拜托|请|叫|让|给)\s?(\p{Han}{2,3}?)(?:同志|先生|女士|老师)?\s?(?:说|讲|谈|打|沟通|商量|联系|交代|确认|那天|当天|有空|能去|吧|了|\(|$)`)

// familiar is somebody by a familiar name: 小顾, 老秦.
var familiar = pattern.Must(`[老小阿][` + family + `]`)

// twoNamed reports whether two people are named who come.
func twoNamed(raw string) bool {
	m := several.in(raw).FindStringSubmatch(raw)
	return m != nil && trimName(m[1]) != "" && trimName(m[2]) != ""
}

var nameInText = pattern.Must(nameEnglish)

// personIn is the one person that a clause mentions.
func personIn(c clause, self string) string {
	text := string(c.text)
	if m := spokenTo.FindStringSubmatchIndex(text); m != nil {
		at := runeIndex(text)
		if n := string(c.raw[at[m[2]]:at[m[3]]]); plausible(n, 0) && !isSelf(n, self) {
			return n
		}
	}
	if m := familiar.FindStringIndex(text); m != nil {
		at := runeIndex(text)
		return string(c.raw[at[m[0]]:at[m[1]]])
	}
	found := ""
	for _, m := range nameInText.FindAllString(string(c.raw), -1) {
		n := trimName(m)
		if n == "" || isSelf(n, self) || !strings.Contains(n, "@") && fold.CJK([]rune(n)[0]) {
			continue
		}
		if found != "" && !strings.Contains(n, "@") {
			return ""
		}
		if found == "" {
			found = n
		}
	}
	return found
}
