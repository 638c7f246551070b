package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

var actionLexicon = grammar("action")

// segment is what is said about one item, or about the whole.
type segment struct {
	ids     []string
	clauses []piece
	rest    bool
}

// piece is a clause in its segment.
type piece struct {
	clause
	sentence  sentence
	discussed bool // its sentence is about a delay and asks for none
	asked     bool
}

// longestClause is how many characters a person writes without a comma, and more.
const longestClause = 400

func readAction(q Question) Answer {
	known, order := q.items()
	var a Answer
	segments := segmented(q, known)
	itemised := false
	for _, s := range segments {
		itemised = itemised || len(s.ids) > 0
	}
	for _, s := range segments {
		list := s.intents(q)
		if len(list) == 0 {
			continue
		}
		ids := s.target(itemised, order)
		if ids == nil {
			a.Unclear = append(a.Unclear, s.text())
			continue
		}
		for _, id := range ids {
			for _, i := range list {
				i.Item = id
				a.Intents = merge(a.Intents, i)
			}
		}
	}
	if len(a.Intents) == 0 {
		return unclear(q)
	}
	return a
}

// target is the items that a segment speaks of: its own; where it names none, the letter's only one ("" stands for that), and all of
// them where it says so. Nil means that nobody can tell.
func (s segment) target(itemised bool, order []string) []string {
	switch {
	case len(s.ids) > 0:
		return s.ids
	case itemised || s.rest:
		return nil
	case len(order) < 2:
		return []string{""}
	case s.has(all) || everything(s.text()):
		return order
	}
	return nil
}

func everything(t string) bool {
	k := fold.Text(t)
	for _, w := range []string{"全部", "全都", "均", "都", "所有", "各项", "每项", "all ", "everything"} {
		if strings.Contains(k, w) {
			return true
		}
	}
	return false
}

func (s segment) has(signs ...sign) bool {
	for _, c := range s.clauses {
		if c.has(signs...) {
			return true
		}
	}
	return false
}

func (s segment) text() string {
	var b strings.Builder
	for i, c := range s.clauses {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.String())
	}
	return b.String()
}

// merge adds i unless the same kind for the same item is there; a later progress of an item replaces the earlier.
func merge(list []secretary.Intent, i secretary.Intent) []secretary.Intent {
	for n, old := range list {
		if old.Kind == i.Kind && old.Item == i.Item {
			list[n] = i
			return list
		}
	}
	return append(list, i)
}

// segmented cuts the text at every item that opens a statement.
func segmented(q Question, known map[string]bool) (list []segment) {
	line := -2
	for _, s := range read(q.Lines, actionLexicon) {
		if excludes(s.raw) {
			if s = partlyDone(s, known); len(s.clauses) == 0 {
				continue // 「除第4项外都完成了」: better ask than count
			}
		}
		if s.line != line {
			if above := itemAbove(s.above); above != nil {
				list = append(list, segment{ids: above})
			} else if s.line > line+1 || len(list) > 0 && s.above != q.Lines[line].Above {
				list = append(list, segment{})
			}
			line = s.line
		}
		var listing []string // the items named so far in "ACT-17, ACT-18: done"
		discussed := s.discusses()
		for n, c := range s.clauses {
			if len(c.text) > longestClause {
				continue
			}
			c.turn()
			for _, p := range c.divide(known) {
				refs := p.refs(known)
				ids := opening(refs)
				if ids == nil && p.has(extend, move) {
					ids = p.wanted(refs)
				}
				if refs == nil && len(known) > 1 {
					if id := itemTitled(q.letter(), p.folded()); id != "" {
						ids = []string{id}
					}
				}
				if ids = append(listing, ids...); p.onlyNames(known) {
					listing = ids
					continue
				}
				listing = nil
				if len(ids) > 0 && !(len(list) > 0 && len(list[len(list)-1].clauses) == 0 && same(list[len(list)-1].ids, ids)) {
					list = append(list, segment{ids: ids})
				}
				last := &list[len(list)-1]
				if p.has(rest) && len(ids) == 0 && !remainder(*last, p, s) && len(known) != 1 && (len(known) > 0 || itemised(list)) {
					list = append(list, segment{rest: true})
					last = &list[len(list)-1]
				}
				last.clauses = append(last.clauses, piece{p, s, discussed, s.asked && (n == len(s.clauses)-1 || p.has(ask) || s.tagged() || s.wholly())})
			}
		}
	}
	return fronted(list)
}

// remainder reports whether 其余 is what is left of the item just told of, and no other items: 「第1项七成，其余待治具到位」.
func remainder(s segment, p clause, in sentence) bool {
	if len(s.ids) != 1 || len(s.clauses) == 0 || otherItems.In(p.look()) || p.has(done, step, all) || len(shares(p.folded())) > 0 {
		return false
	}
	last := s.clauses[len(s.clauses)-1]
	if n := len(last.shares()); last.sentence.raw != in.raw || n == 0 || last.shares()[n-1].value == 100 {
		return false
	}
	return p.has(waiting, finish, stuck) || waitsFor.In(p.look())
}

var (
	otherItems = pattern.Must(`(?:其余|其他|其它|剩下|余下|另外)的?(?:各|几|两|三|四|五|\d)?(?:项|条|个任务|任务|事项|都|均|全)|\b(?:others|items|everything else)\b`)
	waitsFor   = pattern.Must(`待|等|前|\b(?:waits?|waiting|by)\b`)
)

// fronted moves a day that stands before the only item told of to that item: 「本周五前可结案，第3项现在只差签回」.
func fronted(list []segment) []segment {
	if len(list) != 2 || len(list[0].ids)+len(list[0].clauses) != 1 || list[0].rest || list[1].rest || len(list[1].ids) != 1 || len(list[1].clauses) == 0 {
		return list
	}
	head := list[0].clauses[0]
	if head.sentence.raw != list[1].clauses[0].sentence.raw || head.has(extend, move, hedge, others, stuck, waiting) || !byDay.In(head.look()) {
		return list
	}
	list[1].clauses = append(slices.Clone(list[1].clauses), head)
	return list[1:]
}

// byDay is a limit with what is finished by it.
var byDay = pattern.Must(`前(?:可以?|能够?|会|将|预计|争取|一定|全部|都|内)*(?:结案|完成|关闭|办结|收尾|交付|上线|搞定|弄完|做完|办完)|\b(?:done|finished|closed|complete|completed) by\b`)

// tagged reports whether a sentence only ends in a question: "It's done, right?".
func (s sentence) tagged() bool {
	return questionTag.MatchString(s.clauses[len(s.clauses)-1].folded())
}

var questionTag = pattern.Must(`^\s*(?:right|yes|no|correct|ok|okay|isn't it|aren't they|is it|对吧|是吧|对不对|是不是|对吗|是吗|没错吧|对么|行吗|可以吗)\s*$`)

// itemised reports whether any segment has items of its own.
func itemised(list []segment) bool {
	return slices.ContainsFunc(list, func(s segment) bool { return len(s.ids) > 0 })
}

// partlyDone reads 「除培训外均已完成」 as under way, where no item is named; else it gives back nothing.
func partlyDone(s sentence, known map[string]bool) sentence {
	finished := s.has(done) && !s.has(undone, idle)
	for _, c := range s.clauses {
		if len(c.refs(known)) > 0 {
			return sentence{}
		}
	}
	if !finished {
		return sentence{}
	}
	last := &s.clauses[len(s.clauses)-1]
	last.hits = []hit{{sign: near}}
	return s
}

// onlyNames reports whether a clause names items and says nothing about them, with no colon that opens their report.
func (c clause) onlyNames(known map[string]bool) bool {
	refs := c.refs(known)
	if len(refs) == 0 || c.colon || marker.MatchString(string(c.text)) {
		return false
	}
	left := c.text[:0:0]
	from := 0
	for _, r := range refs {
		left = append(left, c.text[from:r.start]...)
		from = r.end
	}
	left = append(left, c.text[from:]...)
	return strings.Trim(string(left), " 和与及、/&") == ""
}

// excludes reports whether a sentence speaks of all but some.
func excludes(raw string) bool {
	k := strings.ToLower(raw)
	return strings.Contains(k, "除") && strings.Contains(k, "外") || strings.Contains(k, "除了") || strings.Contains(k, "except") || strings.Contains(k, "everything but") || strings.Contains(k, "aside from") || strings.Contains(k, "other than") || strings.Contains(k, "apart from") || strings.Contains(k, "all but")
}

func same(a, b []string) bool { return strings.Join(a, ",") == strings.Join(b, ",") }

// divide cuts a clause before every further item that opens a statement: 「①完成 ②85%」. Items joined by 和 or a comma stay together.
func (c clause) divide(known map[string]bool) []clause {
	refs := c.refs(known)
	var parts []clause
	start := 0
	if len(refs) > 0 && c.begins(refs[0]) {
		parts, start = append(parts, c.slice(0, refs[0].start)), refs[0].start
	}
	for i := 1; i < len(refs); i++ {
		between := strings.Trim(string(c.text[refs[i-1].end:refs[i].start]), " 和与及、/&,-以")
		if between == "" || between == "and" || !refs[i].opens {
			continue
		}
		parts = append(parts, c.about(start, refs[i].start, refs, known))
		start = refs[i].start
	}
	return append(parts, c.about(start, len(c.text), refs, known))
}

// about is a slice of c that begins with one of refs, which may be told as one only beside those before it.
func (c clause) about(from, to int, refs []ref, known map[string]bool) clause {
	p := c.slice(from, to)
	for _, r := range refs {
		if r.start == from && from > 0 && len(p.refs(known)) == 0 {
			p.named.refs = []ref{{start: 0, end: r.end - r.start, items: r.items, opens: true}}
		}
	}
	return p
}

// begins reports whether a list mark stands behind a statement about another item: 「完成 ③没开始」.
func (c clause) begins(r ref) bool {
	before := c.slice(0, r.start)
	mark := string(c.text[r.start:r.end])
	return before.has(done, step, doing, idle, stuck, finish) && (strings.Contains(circled, mark) || strings.HasPrefix(mark, "(")) && r.end < len(c.text)
}

func (c clause) slice(from, to int) clause {
	p := clause{raw: c.raw[from:to], text: c.text[from:to], first: c.first && from == 0, colon: c.colon && to == len(c.text), named: &mentions{}}
	for _, h := range c.hits {
		if h.start >= from && h.end <= to {
			p.hits = append(p.hits, hit{h.sign, h.start - from, h.end - from, h.rule})
		}
	}
	return p
}
