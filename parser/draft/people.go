package draft

import (
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// The states of secretary.Attendance.
const (
	present   = "present"
	absent    = "absent"
	late      = "late"
	leftEarly = "left_early"
	onLeave   = "leave"
	delegated = "delegated"
)

// weight says which of two statements about one person holds: 孙莉 is listed under 出席 and again under 请假.
var weight = map[string]int{present: 1, absent: 2, onLeave: 3, late: 4, leftEarly: 5, delegated: 6}

// people collects who took part, in the order in which they are named.
type people struct {
	list  []secretary.Attendance
	known roster
	now   time.Time
}

var noName = pattern.Must(`(?i)^(?:无|暂无|没有|none|nil|n/?a|no one|nobody|全员|全部|全体|全员到齐|全部到齐|全勤|-|/|—|_+|\(.*\)|等|[没未](?:有)?(?:请假|说明|打招呼|通知).*|无故.*|共.*|.*[0-9]+人.*|某某.*|xx.*)?$`)

// add notes one person. Names that are none, such as 无 and 共5人, are passed over.
func (p *people) add(a secretary.Attendance) {
	a.Name, a.Delegate = p.clean(a.Name), p.clean(a.Delegate)
	if noName.MatchString(folded(a.Name)) || runes(a.Name) < 2 && a.State == present {
		return
	}
	if a.Delegate != "" && a.State != delegated {
		a.State = delegated
	}
	key := p.key(a.Name)
	i := slices.IndexFunc(p.list, func(b secretary.Attendance) bool { return p.key(b.Name) == key })
	if i < 0 {
		p.list = append(p.list, a)
		return
	}
	p.list[i] = merged(p.list[i], a)
}

func (p *people) key(name string) string { return p.known.full(strings.ToLower(squeezed(name))) }

var personPrefix = pattern.Must(`^(?:(?:\p{Han}|[A-Z&]){1,10}(?:部门|部|科|处|课|室|中心|小组|车间|分厂|公司|厂|办|局|院)|[A-Z]{2,5})\s*[:/\s-]*`)

// clean is a name without department, title of a full name, remark and decoration.
func (p *people) clean(name string) string {
	x := say(tidy(name))
	f := strings.TrimSpace(bracketed.ReplaceAllString(x.f, ""))
	if m := personPrefix.FindString(f); m != "" && len(m) < len(f) && !p.known[f] && !isPerson(f, nil) && isPerson(withoutTitle(f[len(m):], p.known), p.known) {
		f = f[len(m):]
	}
	f = strings.TrimSuffix(strings.TrimSuffix(withoutTitle(f, p.known), "同志"), "等")
	full := p.known.full(f)
	if full != f {
		return full
	}
	return x.original(f)
}

func (p *people) clock(s string) string {
	for _, m := range when.Find(s, p.now) {
		if m.Clock.Set {
			return m.Clock.String()
		}
	}
	return ""
}

// draft is the finished list, people with nothing against them included.
func (p *people) attendance() []secretary.Attendance { return p.list }

// special reports whether anybody was not simply present.
func (p *people) special() bool {
	return slices.ContainsFunc(p.list, func(a secretary.Attendance) bool { return a.State != present })
}

// merged is what two statements about one person say together: the weightier state, and every detail.
func merged(a, b secretary.Attendance) secretary.Attendance {
	if weight[b.State] > weight[a.State] {
		a.State = b.State
	}
	a.Delegate = firstOf(a.Delegate, b.Delegate)
	a.Time = firstOf(a.Time, b.Time)
	return a
}

// afterName is the colon right after the name a line begins with, not one in 14:20.
var afterName = pattern.Must(`^([^:0-9]{2,30}?)(?::|\s[-–—]+\s)\s*`)
var nameWords = pattern.Must(`[\s,—|]+`)

// rosterLine reads a line of names under a heading of attendance: "王磊 生产部 请假", "李娜、赵四"; false for another line.
func (p *people) rosterLine(x said) bool {
	if m, ok := marked(x.f); ok {
		x = x.sub(m.end, len(x.f))
	}
	parts := splitOutside(x.f)
	if len(parts) > 1 && allNames(x, parts, p.known) {
		p.names(x, present)
		return true
	}
	if m := afterName.FindStringSubmatchIndex(x.f); m != nil && isPerson(strings.TrimSpace(x.f[:m[3]]), p.known) {
		if s := stateOf(x.f[m[1]:]); s != "" {
			p.name(say(x.cut(0, m[3])+"("+x.cut(m[1], len(x.f))+")"), s)
			return true
		}
	}
	words := nameWords.Split(afterName.ReplaceAllString(x.f, "$1 "), 6)
	if len(words) > 1 && len(words) <= 6 && isPerson(words[0], p.known) {
		if s := stateOf(strings.Join(words[1:], " ")); s != "" {
			p.name(say(words[0]+"("+strings.Join(words[1:], " ")+")"), s)
			return true
		}
	}
	return false
}

func allNames(x said, parts [][2]int, known roster) bool {
	for _, s := range parts {
		f := bracketed.ReplaceAllString(x.f[s[0]:s[1]], "")
		if !isPerson(withoutTitle(strings.TrimSpace(f), known), known) {
			return false
		}
	}
	return true
}
