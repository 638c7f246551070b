package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// whole reports whether the part that a step names is the whole task: nothing is named, or what is named stands in the letter.
// 「写完了」 and, of 「SOP修订」, 「SOP修订完了」 are done; 「初稿写完了」 is a part.
func (p piece) whole(q Question) bool {
	for _, h := range p.hits {
		if h.sign != step {
			continue
		}
		what := p.named(p.slice(0, h.start), q)
		if size(what) < 1 {
			what = p.named(p.slice(h.end, len(p.text)), q) // 「写完了初稿」
		}
		if size(what) < 1 {
			return true
		}
		if q.mentions(what) {
			return true
		}
	}
	return false
}

// mentions reports whether the letter names a thing.
func (q Question) mentions(what string) bool {
	for _, line := range q.History {
		t := []rune(fold.Text(line))
		if strings.Contains(clause{text: t, raw: t}.residue(fillers), what) {
			return true
		}
	}
	return false
}

// named is the thing that a stretch of the clause names, besides days and small words.
func (p piece) named(c clause, q Question) string {
	raw, text := string(c.raw), slices.Clone(c.text)
	for _, m := range q.dates(raw) {
		blankOut(text, raw, m.Start, m.End)
	}
	c.text = text
	if refs := c.refs(nil); len(refs) > 0 && refs[0].opens {
		c = c.slice(refs[0].end, len(c.text))
		c.text = slices.Clone(c.text)
	}
	if list := amounts(string(c.text)); len(list) > 0 {
		blankOut(c.text, string(c.text), list[0].start, list[0].end)
	}
	return strings.Trim(daytime.ReplaceAllString(c.residue(fillers), ""), "的了啦咗过已经都全就早并且而也在于给把将被去")
}

// blankOut wipes the runes of text that stand between two bytes of s, which has as many runes.
func blankOut(text []rune, s string, from, to int) {
	at := len([]rune(s[:from]))
	for i := range []rune(s[from:to]) {
		text[at+i] = ' '
	}
}

// daytime is times that are no dates, and those who are given the work.
var daytime = pattern.Must(`上周[一二三四五六日天]?|上个?月|上星期[一二三四五六日天]?|[昨前今][天日晚早]|早上|上午|下午|中午|晚上|刚刚|刚才|刚|日前|周[一二三四五六日天]|现在|目前|现|客户|总部|公司|主管部门|财务部?|领导|业主|甲方|各部门|有关部门|各\p{Han}{1,3}|全厂|全员|last(?:week|month)|yesterday|thismorning|today`)

// pending reports whether a clause says that something is not yet done, in words that the tables do not hold: 「还没校审」.
func (p piece) pending() bool {
	if p.has(idle, undone, done, stuck, waiting) {
		return false
	}
	t := p.folded()
	for _, w := range []string{"还没", "尚未", "还未", "仍未"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// quantified reports whether a step says how much: 「已入库4500件」.
func (p piece) quantified() bool {
	for _, h := range p.hits {
		if h.sign == step && quantity(string(p.text[h.end:])) {
			return true
		}
	}
	return false
}
