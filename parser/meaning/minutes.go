package meaning

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// verdict collects what the sentences of an answer about minutes say.
type verdict struct {
	whole    bool // an unlimited yes
	rest     bool // "the others are fine"
	limited  bool // a yes to one's own part
	blocked  bool
	firm     bool            // an unlimited yes that is more than an "ok"
	doubted  bool            // a clause agrees in words that are not all understood
	fine     map[string]bool // items said to be right
	named    map[string]bool // items named with neither verdict
	able     map[string]bool // items said to be feasible
	objects  []objection
	heading  bool
	pending  []string // the items the last sentence named without a verdict
	own      []string // the items that the clause at hand names itself
	known    map[string]bool
	lastLine int
}

type objection struct{ item, text string }

// says is what was understood so far.
func (v *verdict) says() []string {
	list := told("confirms", v.whole, "confirms the rest", v.rest, "confirms a part", v.limited, "takes the firmness out of it", v.blocked || v.doubted, "says that objections follow", v.heading)
	for _, id := range slices.SortedFunc(maps.Keys(v.fine), byLength) {
		list = append(list, "confirms "+id)
	}
	for n, o := range v.objects {
		list = append(list, fmt.Sprintf("objection %d, to item %q", n+1, o.item))
	}
	return list
}

// byLength puts 10 behind 9.
func byLength(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) }

var minutesLexicon = grammar("minutes")

// subjects may stand beside a bare 确认 or 同意: the writer, his department, the thing confirmed, courtesies.
var subjects = class("fillers", "subjects")

// minuted may stand beside any consent to minutes.
var minuted = class("fillers", "minuted")

func readMinutes(q Question) Answer {
	known, order := q.items()
	v := &verdict{fine: map[string]bool{}, named: map[string]bool{}, able: map[string]bool{}, known: known, lastLine: -1}
	for _, s := range read(q.Lines, minutesLexicon) {
		s.contrast()
		s.rhetorical()
		s.described()
		s.opposed()
		s.conceded()
		for i := range s.clauses {
			c := &s.clauses[i]
			c.unword()
			c.plainly()
			c.credit()
			c.heard(q.Name, others, yes, weak)
			if !cleared(*c) {
				c.weigh(yes, weak, no, refuse)
			}
		}
		v.sentence(s, q, known)
	}
	return v.answer(q, order)
}

func (v *verdict) sentence(s sentence, q Question, known map[string]bool) {
	if s.line != v.lastLine {
		v.pending, v.lastLine = nil, s.line
	}
	above := itemAbove(s.above)
	before := v.says()
	if s.has(cond) || s.errands() {
		v.blocked = true
		q.note(before, v.says(), s.clauses...)
		return
	}
	clauses := s.clauses
	if s.asked {
		clauses = v.question(s, known)
		q.note(before, append(v.says(), "a question"), s.clauses[len(clauses):]...)
	}
	ids := v.pending
	if above != nil {
		ids = above
	}
	found := false
	var listing []string // the items named so far in 「第1条，第3条有误」
	for _, c := range clauses {
		before := v.says()
		if v.own = subjectsOf(c.refs(known)); v.own != nil {
			ids = append(listing, v.own...)
		}
		if listing = nil; c.onlyNames(known) {
			listing = ids
			continue
		}
		found = v.clause(c, s, ids, q, known) || found
		q.note(before, v.says(), c)
		if mended(c) || c.has(rest) {
			ids = above
		}
	}
	if v.pending = nil; !found {
		v.pending = ids
		for _, id := range ids {
			v.named[id] = true
		}
	}
}

// question keeps the clauses of a question that are answers by themselves: 「确认，什么时候发布？」.
// A question about the minutes themselves blocks the whole.
func (v *verdict) question(s sentence, known map[string]bool) []clause {
	n := 0
	if askedAtEnd.MatchString(s.clauses[len(s.clauses)-1].folded()) {
		v.blocked = true
	}
	for n < len(s.clauses)-1 && s.clauses[n].has(yes, weak) && !chatty.MatchString(s.clauses[n].folded()) && !s.clauses[n].has(ask, no, others) && size(s.clauses[n].residue(subjects)) == 0 {
		n++
	}
	for _, c := range s.clauses[n:] {
		v.pending = append(v.pending, mentioned(c.refs(known))...)
		if len(c.refs(known)) > 0 || c.has(yes, weak, no, change, refuse, later) {
			v.blocked = true
		}
	}
	return s.clauses[:n]
}

// clause takes one clause in and reports whether it says anything about the minutes.
func (v *verdict) clause(c clause, s sentence, ids []string, q Question, known map[string]bool) bool {
	switch {
	case mended(c):
		return true
	case c.has(except) && len(mentioned(c.refs(known))) > 0 && (!c.has(no) || c.explains(known)) && s.has(yes, weak):
		for _, id := range mentioned(c.refs(known)) {
			v.objects = append(v.objects, objection{id, s.raw})
		}
		v.rest = true
		return true
	case c.has(except) && len(c.refs(known)) == 0 && (c.has(yes, weak) || s.has(yes, weak) && strings.ContainsAny(c.folded(), "0123456789")) && !nothingElse.In(c.look()):
		v.blocked = true // an exception that is no item of the letter
		return false
	case c.elsewhere():
		return true
	case len(ids) > 0 && c.undertakes():
		for _, id := range ids {
			v.able[id] = true
		}
		return true
	case c.has(later), c.consentsToMore():
		v.blocked = true
		return false
	case c.has(hedge) && (c.has(yes, weak, no, change, refuse) || !c.weighs(minuted, q.Name)):
		v.blocked = true
		return false
	case c.has(heading) && (!c.has(yes) || len(v.own) > 0 && c.heads()):
		v.heading = true
		if !c.heads() && (c.colon || !c.has(no, change) && (len(v.own) == 0 || !amending.In(c.look()))) {
			return true
		}
		v.object(v.own, s)
		return true
	case c.has(refuse):
		v.heading = true
		if len(ids) == 0 {
			return true
		}
	}
	return v.judge(c, s, ids, q)
}

// heads reports whether a clause goes on behind a heading and names an item: 「只有一处：第4条归口部门是技术部」.
func (c clause) heads() bool {
	for _, h := range c.hits {
		if h.sign == heading {
			return headed.MatchString(string(c.text[h.end:]))
		}
	}
	return false
}

var headed = pattern.Must(`^[^:]{0,6}:\s*(?:第|item|point|#|no\.?)?\s?[\d一二三四五六七八九十]`)

// explains reports whether a clause goes on to say what is wrong with the item it excepts: "apart from 3: he never agreed".
func (c clause) explains(known map[string]bool) bool {
	refs := c.refs(known)
	for i, h := range c.hits {
		if h.sign == except && letter(c.text[h.start]) && slices.ContainsFunc(c.hits[i+1:], func(h hit) bool { return h.sign == no }) {
			return true // "except for the typo in item 2"
		}
	}
	after := strings.TrimLeft(string(c.text[refs[len(refs)-1].end-1:]), " 0123456789")
	return strings.HasPrefix(after, ":") || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "(")
}

// askedAtEnd asks back what was said before: "it's right, isn't it?"
var askedAtEnd = pattern.Must(`^\W*(?:(?:is|are|was|were|do|does|did|has|have)(?:n't)? (?:it|they|that|we|you|i)|right|correct|yes|no|对吧|对吗|是吧|是吗|好吗|行吗|对不对|是不是)\W*$`)

// bluntNo answers a quoted item: "No - the lot is R-181."
var bluntNo = pattern.Must(`^\s*(?:no|nope|不对?|否)\s*(?:$|-|:)`)

// nothingElse is an exception of nothing: 「除此之外没有意见」.
var nothingElse = pattern.Must(`除此|除上述|除以上|除外无|除开此|(?:other than|apart from|except for|besides) (?:that|this|the above)`)

func (v *verdict) judge(c clause, s sentence, ids []string, q Question) bool {
	switch {
	case cleared(c):
		return v.consent(c, s, ids, q)
	case c.attributed() && len(ids) == 0 && !c.has(yes):
		v.blocked = true
	case absent.In(c.look()) && !c.has(yes, others, ask):
		v.object(ids, s)
		return true
	case len(v.own) > 0 && objecting.In(c.look()) && !c.has(yes, weak):
		v.object(v.own, s)
		return true
	case (c.has(finish) || len(v.own) > 0 && c.progresses()) && len(ids) > 0 && !c.has(no, change, refuse, denial, others, ask, yes):
		for _, id := range ids {
			v.able[id] = true
		}
		return true
	case c.has(no, change, refuse), c.has(denial) && (len(ids) > 0 || strings.ContainsAny(s.raw, "0123456789")):
		v.object(ids, s)
		return true
	case len(ids) > 0 && bluntNo.In(c.look()) && !s.has(yes, weak):
		v.object(ids, s)
		return true
	case c.has(seen) && !c.has(yes):
		return true
	case c.has(yes, weak):
		return v.consent(c, s, ids, q)
	case v.heading && len(ids) > 0:
		v.object(ids, s)
		return true
	case c.has(but) && !c.has(others, follow, denial) && nextTime(c):
	case c.has(others, but, follow, denial), suspicious(c):
		v.blocked = true
	}
	return false
}

func (v *verdict) object(ids []string, s sentence) {
	if len(ids) == 0 {
		v.objects = append(v.objects, objection{"", s.raw})
	}
	for _, id := range ids {
		if len(v.known) > 0 && !v.known[id] {
			id = "" // 「建议增加第6条」: the letter has no such item
		}
		v.objects = append(v.objects, objection{id, s.raw})
	}
}

// subjectsOf lists the items a clause is about: those that open a statement, else all it names.
func subjectsOf(refs []ref) []string {
	if ids := opening(refs); ids != nil {
		return ids
	}
	return mentioned(refs)
}

// opening lists the items whose mention opens a statement.
func opening(refs []ref) (ids []string) {
	for _, r := range refs {
		if r.opens {
			ids = append(ids, r.items...)
		}
	}
	return ids
}

func mentioned(refs []ref) (ids []string) {
	for _, r := range refs {
		ids = append(ids, r.items...)
	}
	return ids
}

// itemAbove is the item that a quoted line is about, nil where it is about none.
func itemAbove(above string) []string {
	if above == "" {
		return nil
	}
	if _, order := listed(print([]string{above})); len(order) > 0 {
		return order
	}
	return nil
}

// answer decides. Objections stand for themselves; a confirmation needs that nothing speaks against it and that it covers all.
func (v *verdict) answer(q Question, order []string) Answer {
	if len(v.objects) > 0 {
		return Answer{Intents: v.objections()}
	}
	if v.blocked || v.doubted && !v.firm || v.heading || v.limited && !v.whole && !v.rest {
		return unclear(q)
	}
	if v.whole && len(v.named) == 0 || v.rest && (len(v.fine) > 0 || v.whole || v.limited || len(v.able) > 0) && len(v.named) == 0 || v.covers(order) {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentConfirm}}}
	}
	return unclear(q)
}

// objections makes one intent for each item; what names no item is left out where others do.
func (v *verdict) objections() (list []secretary.Intent) {
	itemised := false
	for _, o := range v.objects {
		itemised = itemised || o.item != ""
	}
	at := map[string]int{}
	for _, o := range v.objects {
		if o.item == "" && itemised {
			continue
		}
		if i, ok := at[o.item]; ok {
			if !strings.Contains(list[i].Comment, o.text) {
				list[i].Comment = comment(list[i].Comment + " " + o.text)
			}
			continue
		}
		at[o.item] = len(list)
		list = append(list, secretary.Intent{Kind: secretary.IntentObject, Item: o.item, Comment: comment(o.text)})
	}
	return list
}

// unclear says that something was written that could not be read.
func unclear(q Question) Answer {
	if t := q.text(); t != "" {
		return Answer{Unclear: []string{comment(t)}}
	}
	return Answer{}
}
