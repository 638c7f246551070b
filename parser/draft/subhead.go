package draft

import "strings"

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
