package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

var (
	decided = pattern.Must(`^(?:经.{0,12}(?:讨论|研究|商议|协商|审议|表决|评审)[,]?)?(?:(?:本次)?(?:会议|会上|大会|大家|与会人员|双方|各方|全体)(?:最终|最后|一致|共同|研究)*(?:决定|议定|决议|同意|通过|商定|敲定|达成一致|达成共识|明确|确定|拍板)|(?:最终|最后|一致|共同|研究)*(?:决定|议定|商定|拍板|一致同意|一致通过))(?:如下|了)?\s*[:,]?\s*(.+)$|` +
		`^(?i:it was (?:decided|agreed|resolved) (?:that|to)|(?:resolved|agreed|decided)(?: that|,? unanimously,? (?:that|to))|we (?:decided|agreed) (?:that|to)?|the (?:meeting|committee|board|team) (?:decided|agreed|resolved|approved) (?:that|to)?|decision:|resolved:|agreed:)\s*(.+)$`)
	announced = pattern.Must(`(?i)(?:会议|会上|会|大家|我们|主要|本次)[^,。:]{0,8}(?:决定|议定|定了|明确|商定|敲定|形成决议|达成一致|结论)[^,。:]{0,8}$|(?:decided|agreed|decisions)[^,.:]{0,20}$`)
)

// free reads prose outside of any section: who took part, sentences that decide, and sentences that give one person
// something to do by a day.
func (r *reader) free(x said) {
	if before, items := x.pieces(); len(items) > 1 {
		r.free(say(before))
		for _, s := range items {
			m, _ := marked(folded(s))
			r.heard(s, r.clause(say(s).sub(m.end, len(say(s).f)), m.no, false))
		}
		return
	}
	if r.introduces(x) {
		return
	}
	if i := strings.IndexByte(x.f, ':'); i > 0 && announced.MatchString(x.f[:i]) && !strings.ContainsAny(x.f[:i], "。;") {
		n := len(r.left)
		r.free(x.sub(0, i))
		if i < 60 {
			r.left = r.left[:n]
		}
		for _, s := range sentences(x.f[i+1:]) {
			r.heard(x.cut(i+1+s[0], i+1+s[1]), r.people.tell(x.sub(i+1+s[0], i+1+s[1])) || r.clause(x.sub(i+1+s[0], i+1+s[1]), "", true))
		}
		return
	}
	if m, ok := marked(x.f); ok && m.style != "•" && m.style != "1 " && !r.people.tell(x) {
		r.heard(x.s, r.clause(x.sub(m.end, len(x.f)), m.no, false))
		return
	}
	ss := sentences(x.f)
	for i, s := range ss {
		end := len(x.f)
		if i+1 < len(ss) {
			end = ss[i+1][0]
		}
		r.heard(x.cut(s[0], end), r.people.tell(x.sub(s[0], s[1])) || r.clause(x.sub(s[0], s[1]), "", false))
	}
}

// heard notes whether a piece of prose was taken as a statement; what was not is narrative.
func (r *reader) heard(s string, taken bool) {
	if r.took = r.took || taken; !taken {
		r.left = append(r.left, s)
	}
}

var (
	decideAhead = pattern.Must(`(?i)决议|决定|议定|定了|明确|确定|结论|共识|要求|decided|agreed|decisions?`)
	todoAhead   = pattern.Must(`(?i)任务|行动|待办|分工|安排|跟进|完成以下|落实|action|to-?dos?|next steps?|tasks?`)
)

// introduces opens a section for a sentence that announces a list: "会议形成以下决议：", "会上定了几件事：".
func (r *reader) introduces(x said) bool {
	if !strings.HasSuffix(x.f, ":") || runes(x.f) > 40 || isTitle(x.f) {
		return false
	}
	switch f := x.f; {
	case reportHead.MatchString(strings.ToLower(f)):
		r.open(head{section: reporting})
	case decideAhead.MatchString(f):
		r.open(head{section: mixed})
	case todoAhead.MatchString(f):
		r.open(head{section: acting})
	default:
		return false
	}
	return true
}

// clause reads one sentence of prose. An action needs both an owner and a due date, or a word of charge (由…负责); what
// the meeting decided is a resolution, as is every sentence of a list of decisions.
func (r *reader) clause(x said, no string, decision bool) (taken bool) {
	for _, s := range r.perPerson(x) {
		y := say(s)
		body := y
		if m := decided.FindStringSubmatchIndex(y.f); m != nil {
			body = y.sub(max(m[2], m[4]), len(y.f))
		}
		t := r.task(body.s)
		t.no = no
		switch {
		case t.status != "" || onlyTold(y.f) || titleWords.MatchString(y.f):
		case t.strong && t.owner != nil && t.owner.code == "" && t.due != nil && t.due.code != noDue, t.strong && inCharge.MatchString(y.f) && t.owner != nil && t.owner.code != noOwner:
			t.kind, taken = acting, true
			r.put(t)
		case decision || body.s != y.s:
			t.kind, taken = resolving, true
			r.put(t)
		}
	}
	return taken
}

var inCharge = pattern.Must(`(?:由|请|责成|安排|委托|指定)\s*.{2,12}?(?:负责|牵头|跟进|落实|承办|完成|提交)`)

var opinion = pattern.Must(`(?i)表示|认为|反馈|提到|指出|汇报|介绍|通报|建议|希望|担心|(?:^|[^学传小])说(?:[^明服]|$)|询问|问(?:到|道|及)|提出(?:疑问|异议|[^,。;]{0,12}(?:不足|困难|问题|紧张))|\b(?:said|reported|noted|mentioned|suggested|asked|thinks|felt|walked us)\b`)

// onlyTold reports whether a sentence only tells what somebody said.
func onlyTold(f string) bool {
	loc := opinion.FindStringIndex(f)
	return loc != nil && loc[0] < 60
}

// perPerson divides a sentence at the commas and semicolons after which the next person's task begins.
func (r *reader) perPerson(x said) []string {
	cuts := []int{0}
	for _, loc := range perPersonEnd.FindAllStringIndex(x.f, -1) {
		rest := x.f[loc[1]:]
		n := leading(rest, r.known)
		if n == 0 {
			continue
		}
		if startsTask(r, rest, n) && startsTask(r, x.f[cuts[len(cuts)-1]:loc[0]], leading(x.f[cuts[len(cuts)-1]:], r.known)) {
			cuts = append(cuts, loc[1])
		}
	}
	var out []string
	for i, c := range cuts {
		end := len(x.f)
		if i+1 < len(cuts) {
			end = cuts[i+1]
		}
		out = append(out, strings.TrimRight(x.cut(c, end), " ,，;；"))
	}
	return out
}

var perPersonEnd = pattern.Must(`\s*[,;]\s*`)

// startsTask reports whether a clause begins with a name and says a day of its own.
func startsTask(r *reader, f string, name int) bool {
	if name == 0 || name > len(f) {
		return false
	}
	if loc := perPersonEnd.FindStringIndex(f[name:]); loc != nil {
		f = f[:name+loc[0]]
	}
	return len(r.dates(f[name:])) > 0
}
