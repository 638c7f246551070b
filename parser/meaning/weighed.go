package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A share is how far the work is only where its clause says so: it stands alone, beside a word of progress, or beside a thing that is
// work or that the letter names. A share of anything else is a fact about the world:
//
//	60% · 目前60%左右 · 布线八成 · fabrication at 30% · half of the racks are in        progress
//	客户满意度92% · 付款比例50% · I only have half the story                        none

// works are the words of work; a thing beside a share may be one.
var works = class("work", "work")

var (
	// advancing are words of progress that are no state by themselves.
	advancing = pattern.Must(`完|做|弄|搞|干|装|写|画|测|调|到货|到位|入库|进度|进展|推进|形象|整体|总体|全部|合计|累计|实际|项|工程|工作|任务|步|阶段|模块|部分|验收|上线|交付|还剩|剩|余|差|到了|到|至|过|份|台|套|件|个|批|家|` +
		`\b(?:through|in place|passed|there|way|done|works?|job|task|project|progress|stage|far|overall|phase|part|rest|remainder|remaining|left|to go|installed|tested|built|written|delivered|received|ready|coded|wired|fitted|mark|point|item|action|migrated|trained|checked|covered|counting|sitting)\b|` +
		`\b(?:is|are|was|were|has been|have been|been|now) (?:all |now |already )?(?:in|out|up|on|over|live|[a-z]+ed|[a-z]+en)\b`)

	// nowAt says outright how far it is: "we're at 70%".
	nowAt = pattern.Must(`\b(?:we|i|it|that|this)(?:'re|'m|'s| are| am| is| stands| sits)(?: only| now| still| currently| about| around)*(?: at| on)? +\W*$`)

	// standsAt is a thing with its share: "rollout at 40%".
	standsAt = pattern.Must(`^\W*(?:[a-z]+ ){1,3}(?:is |are |now |still )?(?:at|on) +\W*$`)

	// besides adds nothing to a share.
	besides = pattern.Must(`上下|样子|光景|这周|本周|这个月|口径|方面|的话|\b(?:correction|my last|at present|presently|currently|some|only|just|not|from|to|of|this|week|update|quick|status|roughly|like that)\b`)
)

// astray reports whether the shares of a clause are of something that is not understood.
func (p piece) astray(q Question) bool {
	list := p.shares()
	if len(list) == 0 || p.corrects(list) || p.has(done, step, near, undone, finish, stuck, idle, waiting, doing, actual, rest) || len(p.refs(nil)) > 0 {
		return false
	}
	around := p.around(list)
	if advancing.MatchString(around) || standsAt.MatchString(around) || nowAt.MatchString(around) || len(works.scan([]rune(around))) > 0 {
		return false
	}
	around = besides.ReplaceAllStringFunc(around, blanks)
	c := clause{text: []rune(around), raw: []rune(around)}
	c.hits = actionLexicon.scan(c.text)
	left := p.named(c, q)
	if q.mentions(left) || strings.Contains(q.Subject, left) {
		return false
	}
	return size(clause{text: []rune(left), hits: politeness.scan([]rune(left))}.residue(beside)) >= 2
}

// around is the part of a clause that its shares stand in, between colons and dashes, without them.
func (p piece) around(list []share) string {
	t := []rune(strings.ReplaceAll(p.folded(), " - ", " : "))
	from, to := 0, len(t)
	for i, r := range t {
		switch {
		case r == ':' && i < list[0].start:
			from = i + 1
		case r == ':' && i >= list[len(list)-1].end && i < to:
			to = i
		}
	}
	at := runeIndex(string(t))
	for _, m := range percentShapes.FindAllStringIndex(string(t), -1) {
		for i := at[m[0]]; i < at[m[1]]; i++ {
			t[i] = ' '
		}
	}
	return string(t[from:to])
}
