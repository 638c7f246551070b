package draft

import "github.com/huiban/huiban/parser/pattern"

// closing is how writers end; it is no item of the list above.
var closing = pattern.Must(`(?i)^(?:未尽|其余|各位[,:]|请(?:大家|各位|各部门|各单位|相关|查收|审阅|知悉|确认|遵照|按|审核|批示|领导|有关)|以上|如有|若有|谢谢|多谢|此致|敬请|特此|请于|附件|望|烦请|祝|顺祝|填写完毕|本邮件|记录[:人]|整理[:人]|please\b|thanks|thank you|best|kind regards|regards|if you|let me know|let us know|any (?:questions|corrections)|sincerely|cheers)`)

// listLine reads a line of a list: a new item, more of the last one, or the end of the list.
func (r *reader) listLine(x said) {
	if before, items := x.pieces(); len(items) > 1 {
		if tidy(before) != "" && r.item != nil {
			r.entry(say(before))
		}
		for _, s := range items {
			r.entry(say(s))
		}
		return
	}
	r.entry(x)
}

func (r *reader) entry(x said) {
	m, ok := marked(x.f)
	switch {
	case ok && m.style == "•" && r.list != "" && r.list != "•" && r.item != nil:
		r.point(x.cut(m.end, len(x.f)))
	case ok && r.list != "" && m.style == r.style && r.style != r.list:
		r.unknown(x, m)
	case ok && r.list == "inline" && r.resumes(x):
		r.open(head{section: anywhere})
		r.content(x)
	case ok && r.deeper(m):
		r.point(x.cut(m.end, len(x.f)))
	case ok:
		r.begin(m, x.cut(m.end, len(x.f)))
	case r.item != nil && (startsLabel(x) || r.item.empty() && isLabelLine(x)):
		r.item.more(x.s)
	case closing.MatchString(x.f) && (r.blank || r.count > 0):
		r.open(head{section: anywhere})
	case r.list != "" && r.list != "none":
		r.after(x)
	case r.list == "none" && r.blank && r.count > 0 && !r.spaced && r.count > 1:
		r.open(head{section: anywhere})
		r.content(x)
	default:
		r.spaced = r.spaced || r.blank && r.count == 1
		r.begin(mark{style: "none"}, x.s)
	}
}

// several divides the decisions that stand on their heading's line: 决定：采用方案B；首批铺货两地. Where a part gives somebody
// something to do, the line is one.
func (r *reader) several(x said) []string {
	_, items := x.pieces()
	if r.section != resolving || len(items) > 1 {
		return []string{x.s}
	}
	var out []string
	for _, s := range between(x.f, semicolon) {
		part := x.cut(s[0], s[1])
		if t := r.task(part); t.isAction() || runes(part) < 4 {
			return []string{x.s}
		}
		out = append(out, part)
	}
	return out
}

var semicolon = pattern.Must(`\s*;\s*`)

// point reads a point within the open item. Where the item has its owner and due date already, the point only tells more of
// the work, whatever days it names.
func (r *reader) point(line string) {
	t := r.task(joinLines(r.item.lines))
	if t.owner == nil || t.owner.code != "" || t.due == nil || t.due.date == "" || startsLabel(say(line)) {
		r.item.more(line)
	} else if len(r.item.details) < maxParts {
		r.item.details = append(r.item.details, tidy(line))
	}
}

// startsLabel reports whether a line begins with a label that belongs to the item above: 责任人：王磊.
func startsLabel(x said) bool {
	fs := x.fields()
	return len(fs) > 0 && fs[0].from <= 1 && fs[0].role != whatRole
}

func (it *item) more(line string) {
	if len(it.lines) < maxParts {
		it.lines = append(it.lines, line)
	}
}

func isLabelLine(x said) bool {
	fs := x.fields()
	return len(fs) > 0 && fs[0].from <= 1
}

// empty reports whether an item is only a number so far: 行动项1.
func (it *item) empty() bool { return len(it.lines) == 1 && tidy(it.lines[0]) == "" }

// deeper reports whether a number is of a finer style than the list's: a point within the open item.
func (r *reader) deeper(m mark) bool {
	if r.item == nil || r.list == "" || m.style == r.list || r.list == "none" || r.list == "inline" || m.style == "word" || m.style == "code" {
		return false
	}
	return rank(m.style) > rank(r.list)
}

func rank(style string) int {
	switch style {
	case "一、", "第":
		return 1
	case "(一)":
		return 2
	case "1.", "1:", "1 ", "#", "word":
		return 3
	case "(1)", "(a)", "1.1":
		return 4
	case "①", "a.":
		return 5
	}
	return 6
}

func (r *reader) begin(m mark, s string) {
	r.flush()
	r.item = &item{mark: m, lines: []string{s}}
	if r.list == "" || r.list == "none" || r.list == "inline" {
		r.list = m.style
	}
	r.count++
}

// after reads a line without number in a numbered list: the rest of a wrapped item, or prose after the list.
func (r *reader) after(x said) {
	if r.item == nil || r.blank || !r.wrapped() || ended.MatchString(r.item.lines[len(r.item.lines)-1]) {
		r.open(head{section: anywhere})
		r.content(x)
		return
	}
	r.item.more(x.s)
}

// wrapped reports whether the item's last line is so long, or the new one so indented, that the new one may go on with it.
func (r *reader) wrapped() bool {
	width := 0
	for _, c := range r.item.lines[len(r.item.lines)-1] {
		width += cellWidth(c)
	}
	return width >= 40 || r.indented
}

var ended = pattern.Must(`[。；;!！]\s*$|[a-z]\.\s*$`)
