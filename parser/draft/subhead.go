package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// subheading reports whether a list's line only groups what follows: a short numbered line, or a short one with a
// colon, right before a line numbered in a finer style from 1 on.
func (r *reader) subheading(bs []block) bool {
	if !r.listing() {
		return false
	}
	x := say(bs[0].line)
	m, ok := marked(x.f)
	body := strings.TrimSpace(x.f[m.end:])
	if s, known := named(body); ok && m.style == r.style || known && s != talking {
		return false
	}
	if titlesTable(body, bs[1:]) {
		r.open(head{section: acting, style: m.style})
		return true
	}
	if runes(body) > 16 || body == "" || strings.ContainsAny(body, ",。;") || !ok && !strings.HasSuffix(body, ":") || len(x.fields()) > 0 {
		return false
	}
	for _, b := range bs[1:min(len(bs), 5)] {
		if strings.TrimSpace(b.line) == "" && b.rows == nil {
			continue
		}
		n, numbered := marked(folded(b.line))
		if b.rows != nil {
			_, ok := header(b.rows[0])
			return ok && strings.HasSuffix(body, ":")
		}
		return numbered && n.no == "1" && n.style != m.style && rank(n.style) > rank(m.style)
	}
	return false
}

var tableTitle = pattern.Must(`任务|工作|行动|整改|事项|分工|跟进|落实|(?i:actions?|tasks?|follow-?ups?)`)

// titlesTable reports whether a short line right above a table of actions is its title: 任务分解.
func titlesTable(body string, below []block) bool {
	if runes(body) > 12 || strings.ContainsAny(body, ",。;:") || !tableTitle.MatchString(body) {
		return false
	}
	for _, b := range below[:min(len(below), 3)] {
		if b.rows != nil {
			c, ok := header(b.rows[0])
			return ok && !c.attend
		}
		if strings.TrimSpace(b.line) != "" {
			return false
		}
	}
	return false
}
