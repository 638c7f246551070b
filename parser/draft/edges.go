package draft

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

var mention = pattern.Must(`@\s?(\p{Han}{2,4}|[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*)?)(?:\s|[,;:、)]|$)`)

// mentions takes @王磊, wherever it stands.
func (r reading) mentions(t *task, x said) said {
	var names []string
	var spans [][2]int
	for _, loc := range mention.FindAllStringSubmatchIndex(x.f, -1) {
		names = append(names, x.cut(loc[2], loc[3]))
		spans = append(spans, [2]int{loc[0], loc[3]})
	}
	if t.owner != nil || len(names) == 0 {
		return x
	}
	o := ownerOf(strings.Join(names, "、"), r.known)
	t.owner, t.strong = &o, true
	return say(x.without(spans))
}

var firstBrackets = pattern.Must(`^(?:【([^【】]{2,20})】|\[([^\[\]]{2,20})\])\s*[:,]?\s*`)

// bracketedName takes 【何敏仪】输出包装终稿.
func (r reading) bracketedName(t *task, x said) said {
	loc := firstBrackets.FindStringSubmatchIndex(x.f)
	if t.owner != nil || loc == nil || loc[1] == len(x.f) {
		return x
	}
	from, to := max(loc[2], loc[4]), max(loc[3], loc[5])
	if !r.pureOwner(x.f[from:to]) {
		return x
	}
	o := ownerOf(x.cut(from, to), r.known)
	t.owner, t.strong = &o, true
	return x.sub(loc[1], len(x.f))
}

var lastBrackets = pattern.Must(`\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】)\s*[.。;]?$`)

// brackets takes (王磊，12月5日) at the end of a line. All that is in them must be understood.
func (r reading) brackets(t *task, x said) said {
	for range 3 {
		loc := lastBrackets.FindStringSubmatchIndex(x.f)
		if loc == nil || loc[0] == 0 {
			return x
		}
		var in said
		for g := 1; g <= 3; g++ {
			if loc[2*g] >= 0 {
				in = x.sub(loc[2*g], loc[2*g+1])
			}
		}
		if !r.pieces(t, in) {
			return x
		}
		x = x.sub(0, loc[0])
	}
	return x
}

// pieces takes a run of names, a date and a result, all of it or nothing.
func (r reading) pieces(t *task, x said) bool {
	segs := segments(x.f)
	if len(segs) == 0 || len(segs) > 5 {
		return false
	}
	got := task{}
	var names []string
	for i, s := range segs {
		p := x.sub(s[0], s[1])
		if d, ok := r.pureDue(p.f); ok {
			got.setDue(d)
		} else if r.pureOwner(p.f) {
			names = append(names, p.s)
		} else if res := resultOf(p); res != "" {
			got.result = res
		} else if o, d, ok := r.both(p); ok {
			names = append(names, o)
			got.setDue(d)
		} else if len(names) > 0 && got.due != nil && got.due.date != "" && got.result == "" && i == len(segs)-1 && runes(p.f) <= 12 {
			got.result = p.s // （李慧，1月5日，汇总表）
		} else {
			return false
		}
	}
	got.ownedBy(names, r.known)
	return t.take(got)
}

// take fills the open fields of t; false where g holds neither owner nor due date.
func (t *task) take(g task) bool {
	if g.owner == nil && g.due == nil {
		return false
	}
	if g.owner != nil {
		t.setOwner(*g.owner)
	}
	if g.due != nil {
		t.setDue(*g.due)
	}
	t.result = firstOf(t.result, g.result)
	t.strong = true
	return true
}

// both reads 王磊 12月5日 and 王磊12月5日前.
func (r reading) both(x said) (string, due, bool) {
	ms := r.dates(x.f)
	if len(ms) != 1 || ms[0].Start == 0 {
		return "", due{}, false
	}
	d, ok := r.pureDue(x.f[ms[0].Start:])
	name := strings.TrimSpace(x.f[:ms[0].Start])
	if !ok || !r.pureOwner(name) {
		return "", due{}, false
	}
	return x.cut(0, ms[0].Start), d, true
}

var resultRe = pattern.Must(`^(?:并|并且|同时|and\s)?\s*(?:提交|输出|交付|形成|出具|产出|提供|递交|报送|上交|交|出)(?:一份|1份|书面)?\s*(\S.*)$`)

// andHandsIn ends a sentence with the thing to be handed in: 完成并提交整改验收单.
var andHandsIn = pattern.Must(`[^,]并(?:提交|输出|形成|出具|编制|上交)([^,;。给至到报]{2,10}?)[。;.]?$`)

// resultOf is the thing to be handed in, of a closing piece such as 交盘点表 or 输出评估报告.
func resultOf(x said) string {
	m := resultRe.FindStringSubmatchIndex(x.f)
	if m == nil || runes(x.f[m[2]:]) > 16 || strings.ContainsAny(x.f[m[2]:], ",;。给至到") {
		return ""
	}
	return tidy(x.cut(m[2], m[3]))
}

// afterColon takes what follows the last colon of 客户通知（李娜）：11月27日 or 工艺验证：王磊，12月5日.
func (r reading) afterColon(t *task, x said) said {
	i := strings.LastIndexByte(x.f, ':')
	if i <= 0 || isPerson(withoutTitle(strings.TrimSpace(x.f[:i]), r.known), r.known) || isDept(x.f[:i]) {
		return x
	}
	if !r.pieces(t, say(strings.TrimRight(x.cut(i+1, len(x.f)), ".。;； "))) {
		return x
	}
	return x.sub(0, i)
}

// edges takes names, dates and results that stand apart at the end of a line, and a name apart at its start.
func (r reading) edges(t *task, x said) said {
	segs := segments(x.f)
	var names []string
	end := len(segs)
	got := task{}
	if r.fourth(x, segs) {
		end--
		got.result = x.cut(segs[end][0], segs[end][1])
	}
	for end > 1 {
		p := x.sub(segs[end-1][0], segs[end-1][1])
		if d, ok := r.pureDue(p.f); ok && got.due == nil {
			got.setDue(d)
		} else if r.pureOwner(p.f) && !openList(x.f, segs[end-1][0], names, r.known, p.f) {
			names = append([]string{p.s}, names...)
		} else if o, d, ok := r.both(p); ok {
			names = append([]string{o}, names...)
			got.setDue(d)
		} else if res := resultOf(p); res != "" && got.result == "" {
			got.result = res
		} else {
			break
		}
		end--
	}
	got.ownedBy(names, r.known)
	if !t.take(got) && got.result == "" {
		return r.leadingName(t, x)
	}
	t.result = firstOf(t.result, got.result)
	return r.leadingName(t, x.sub(0, segs[end-1][1]))
}

// ownedBy takes names that stand apart as the owner. Where all of them only help, 李娜配合, the owner is said elsewhere.
func (t *task) ownedBy(names []string, known roster) {
	if slices.ContainsFunc(names, func(n string) bool { return !helps.MatchString(folded(n)) }) {
		o := ownerOf(strings.Join(names, "、"), known)
		t.owner = &o
	}
}

// fourth reports whether a line is text, owner, due date and one more short piece: the expected result.
func (r reading) fourth(x said, segs [][2]int) bool {
	n := len(segs)
	if n < 4 || runes(x.f[segs[n-1][0]:segs[n-1][1]]) > 12 || r.pureOwner(x.f[segs[n-1][0]:segs[n-1][1]]) {
		return false
	}
	_, due := r.pureDue(x.f[segs[n-2][0]:segs[n-2][1]])
	_, last := r.pureDue(x.f[segs[n-1][0]:segs[n-1][1]])
	return due && !last && (r.pureOwner(x.f[segs[n-3][0]:segs[n-3][1]]) || r.pureOwner(x.f[segs[0][0]:segs[0][1]]))
}

// openList reports whether the name p closes an enumeration in the sentence itself: 拜访张三、李四.
func openList(f string, at int, names []string, known roster, p string) bool {
	before := strings.TrimRight(f[:at], " ")
	return len(names) == 0 && strings.HasSuffix(before, "、") && !known[strings.TrimSpace(p)] && !strings.Contains(p, "负责")
}

var nameApart = pattern.Must(`^\s*@?(.{2,40}?)\s*(?::|\s-\s|-{2,}|—+|\||\s{2,}|,)\s*`)

// leadingName takes 王磊：完成… and "Helen Zhou - get three quotes".
func (r reading) leadingName(t *task, x said) said {
	m := nameApart.FindStringSubmatchIndex(x.f)
	if m != nil && t.owner == nil && m[1] < len(x.f) && emptyCell.MatchString(x.f[m[2]:m[3]]) {
		t.setOwner(owner{code: noOwner}) // TBC - book the room
		return x.sub(m[1], len(x.f))
	}
	if t.owner != nil || m == nil || m[1] >= len(x.f) || inside(x.f, m[3]) || !r.pureOwner(x.f[m[2]:m[3]]) && !isDept(x.f[m[2]:m[3]]) && !(asciiOnly(x.f[m[2]:m[3]]) && isPerson(x.f[m[2]:m[3]], r.known) && x.f[m[3]] == ':') {
		return x
	}
	o := ownerOf(x.cut(m[2], m[3]), r.known)
	t.setOwner(o)
	t.strong = t.strong || o.code == "" && x.f[m[3]] != ','
	return x.sub(m[1], len(x.f))
}
