package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// task is one line of a list as far as it could be read: a decision or an action.
type task struct {
	no     string
	text   string
	raw    string // the whole line without its number, for a decision
	owner  *owner // nil where nothing was said
	due    *due   // nil where nothing was said
	result string
	status string
	kind   section // resolving or acting where the line says which it is
	strong bool    // the owner or the due date is said so plainly that the line is an action in any list
}

// isAction tells a task from a decision in a list of both.
func (t *task) isAction() bool {
	return t.strong && (t.owner != nil && t.owner.code != noOwner || t.due != nil && t.due.code != noDue)
}

func (t *task) setOwner(o owner) {
	if t.owner == nil || t.owner.code == noOwner {
		t.owner = &o
	}
}

func (t *task) setDue(d due) {
	if t.due == nil || t.due.code == noDue {
		t.due = &d
	}
}

// action is t as the contract's action, with its problems.
func (t *task) action() (secretary.DraftAction, []string) {
	a := secretary.DraftAction{No: t.no, Text: t.text, Result: t.result}
	var codes []string
	o, d := owner{code: noOwner}, due{code: noDue}
	if t.owner != nil {
		o = *t.owner
	}
	if t.due != nil {
		d = *t.due
	}
	a.Owner, a.Due = o.name, d.date
	for _, c := range []string{o.code, d.code} {
		if c != "" {
			codes = append(codes, c)
		}
	}
	return a, codes
}

// reading is what the fields of a line are judged by.
type reading struct {
	calendar
	known roster
}

// task reads the text of one item, its number already cut off: labelled values first, then what stands in brackets
// or after separators at the end, then the sentence itself.
func (r reading) task(s string) *task {
	x := say(s)
	t := &task{raw: tidy(x.s)}
	head := x
	if fs := x.fields(); len(fs) > 0 {
		head = x.sub(0, fs[0].from)
		t.text = tidy(head.s)
		r.labelled(t, x, fs)
		if t.text != "" && strings.TrimSpace(tidy(head.s)) == "" {
			head = say(t.text)
		}
	}
	r.plain(t, head)
	t.status = statusAtEnd(x.f)
	return t
}

// labelled takes the values of labels.
func (r reading) labelled(t *task, x said, fs []field) {
	for _, f := range fs {
		v := x.text(f)
		switch f.role {
		case whatRole:
			if v != "" && t.text == "" {
				t.text = v
			}
		case ownerRole:
			if deptLabel.MatchString(x.f[f.from:f.value]) && namesPerson(x, fs) {
				continue
			}
			r.ownerValue(t, v, x.f[f.from:f.value])
		case dueRole:
			r.dueValue(t, v)
		case resultRole:
			if t.result == "" && !emptyCell.MatchString(folded(v)) {
				t.result = v
			}
		case statusRole:
			t.status = folded(v)
		}
	}
}

var (
	deptLabel   = pattern.Must(`部门|单位`)
	personLabel = pattern.Must(`[^/]人`)
)

// namesPerson reports whether a person's label stands beside a department's: 责任部门：财务部 责任人：马玉芳.
func namesPerson(x said, fs []field) bool {
	for _, f := range fs {
		if label := x.f[f.from:f.value]; f.role == ownerRole && personLabel.MatchString(label) && !deptLabel.MatchString(label) && !emptyCell.MatchString(folded(x.text(f))) {
			return true
		}
	}
	return false
}

// ownerValue takes 责任人：王磊，12月5日前完成 apart: names first, then what follows them.
func (r reading) ownerValue(t *task, v, label string) {
	if folded(label) != "" && helpMark.MatchString(label) {
		return
	}
	names, rest := r.nameRun(say(v))
	if names == "" {
		names = v
	}
	o := ownerOf(names, r.known)
	t.setOwner(o)
	t.strong = t.strong || o.code != noOwner
	if rest != "" {
		r.tail(t, say(rest))
	}
}

// nameRun is the names at the start of v and what follows.
func (r reading) nameRun(x said) (names, rest string) {
	end := 0
	for _, s := range segments(x.f) {
		p := strings.TrimSpace(x.f[s[0]:s[1]])
		if p == "" || !r.party(p) {
			break
		}
		end = s[1]
	}
	if end == 0 {
		return "", ""
	}
	return tidy(x.cut(0, end)), tidy(x.cut(end, len(x.f)))
}

// party reports whether p names people or departments and says nothing else.
func (r reading) party(p string) bool {
	if len(r.dates(p)) > 0 {
		return false
	}
	for _, q := range ownerParts(p, r.known) {
		if _, ok := q.person(r.known); !ok && !isDept(q.f) {
			return false
		}
	}
	return true
}

func (r reading) dueValue(t *task, v string) {
	segs := segments(folded(v))
	x := say(v)
	d := r.dueOf(v)
	if len(segs) > 1 {
		if one := r.dueOf(x.cut(segs[0][0], segs[0][1])); d.code == vagueDue && one.date != "" && len(r.dates(x.cut(segs[0][1], len(x.f)))) == 0 {
			d = one
		}
		r.tail(t, x.sub(segs[0][1], len(x.f)))
	}
	t.setDue(d)
	t.strong = t.strong || d.code != noDue
}

// tail takes the separate pieces after a labelled value.
func (r reading) tail(t *task, x said) {
	for _, s := range segments(x.f) {
		p := x.sub(s[0], s[1])
		if d, ok := r.pureDue(p.f); ok {
			t.setDue(d)
		} else if res := resultOf(p); res != "" && t.result == "" {
			t.result = res
		}
	}
}

var dividers = pattern.Must(`\s*(?:[,;。|]|[】\])]\s*[【\[(]|、|/|-{2,}|\s-\s|—+|-|\s{2,})\s*`)

// segments divides folded text at its separators into [from, to) pairs.
func segments(f string) (out [][2]int) {
	from := 0
	for _, loc := range dividers.FindAllStringIndex(f, -1) {
		if slashInDate(f, loc) || dashInWord(f, from, loc) || inside(f, loc[0]) {
			continue
		}
		if loc[0] > from {
			out = append(out, [2]int{from, loc[0]})
		}
		from = loc[1]
	}
	if from < len(f) {
		out = append(out, [2]int{from, len(f)})
	}
	return out
}

// inside reports whether f[at:] stands in brackets.
func inside(f string, at int) bool {
	open := strings.Count(f[:at], "(") - strings.Count(f[:at], ")")
	return open > 0 && strings.Contains(f[at:], ")")
}

// slashInDate keeps 12/5 whole.
func slashInDate(f string, loc []int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(f) && f[i] >= '0' && f[i] <= '9' }
	return digit(loc[0]-1) && digit(loc[1]) && strings.Contains(f[loc[0]:loc[1]], "/")
}

var slashDay = pattern.Must(`^[0-9]{1,2}/[0-9]{1,2}$`)

// dashInWord keeps HY-208, 12-16 and 5日-8日 whole: a single dash divides only behind a Chinese word and before another, or
// before a number where the word is no day.
func dashInWord(f string, from int, loc []int) bool {
	if s := f[loc[0]:loc[1]]; strings.TrimSpace(s) != "-" || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(f[:loc[0]])
	after := first(f[loc[1]:])
	if han(after) && slashDay.MatchString(f[min(from, loc[0]):loc[0]]) {
		return false // 王磊-12/18-测试记录
	}
	return !han(before) || !han(after) && (after < '0' || after > '9' || strings.ContainsRune("日号月周", before))
}

var statusEnd = pattern.Must(`(?:[,;:。(\s—-]|^|[)\]】])\s*(?:\(|【|\[)?\s*(已完成|已办结|已关闭|已落实|已解决|已上线|已提交|已结案|已完结|进行中|按计划推进|正常推进|办理中|推进中|[已经]?完成\s*[0-9]{1,3}\s*%|进度\s*[0-9]{1,3}\s*%|[0-9]{1,3}\s*%(?:\s*完成)?|延期)\s*(?:[)】\]]|[.。;!√✓])*$|` +
	`(?i:(?:[,;:(\[]|\s[-–—]+)\s*(closed|done|completed?|in progress|ongoing|on track)\s*[)\].!]*$)`)

// statusAtEnd is the status that a line ends with, which makes it a report: "…：已完成".
func statusAtEnd(f string) string {
	if m := statusEnd.FindStringSubmatch(f); m != nil {
		return firstOf(m[1], m[2])
	}
	return ""
}
