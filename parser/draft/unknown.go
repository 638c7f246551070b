package draft

import (
	"cmp"
	"strings"
)

// unsectioned reads a line outside of any section: a numbered list where decisions and actions have no headings, else prose.
func (r *reader) unsectioned(x said) {
	m, ok := marked(x.f)
	topic, listed := r.heads(x)
	switch {
	case topic:
		r.strange = !listed
	case ok && r.strange && r.assigns(x):
		r.open(head{section: acting})
		r.listLine(x)
		return
	case ok && !r.strange && (r.unsorted || r.waiting != anywhere) && m.style != "•" && m.no == "1":
		r.open(head{section: cmp.Or(r.waiting, mixed)})
		r.listLine(x)
		return
	}
	r.narrative(x)
}

// heads reports whether a line is a heading by its place, whatever its words: 一、报告事项, short and without a sentence,
// with anything but the next of its numbers or its own labels below it. Listed tells whether a list of finer numbers follows.
func (r *reader) heads(x said) (ok, listed bool) {
	if !r.titleLike(x) {
		return false, false
	}
	m, _ := marked(x.f)
	for _, b := range r.rest {
		if b.rows != nil {
			return false, false
		}
		if next := say(b.line); next.f != "" {
			n, numbered := marked(next.f)
			listed = numbered && rank(n.style) > rank(m.style)
			return listed || !numbered && !startsLabel(next), listed
		}
	}
	return false, false
}

// titleLike reports whether a line is numbered as headings are, short, and no sentence.
func (r *reader) titleLike(x said) bool {
	m, ok := marked(x.f)
	top := m.style == "一、" || m.style == "壹、" || m.style == "1." && r.list == "inline"
	body := x.f[m.end:]
	return ok && top && runes(body) <= 12 && !strings.ContainsAny(body, ",。;:?") && len(r.dates(body)) == 0
}

// resumes reports whether a numbered line below 决议：… or Action: … on a line of its own is the next topic.
func (r *reader) resumes(x said) bool {
	topic, listed := r.heads(x)
	return topic && !listed
}

// unknown opens a section whose heading is in words we do not know.
func (r *reader) unknown(x said, m mark) {
	r.open(head{section: talking, style: m.style})
	r.body.head(x.s)
	r.strange = true
}

// assigns reports whether a numbered line names owner and due date, both by their labels: below a heading of any words, that
// is an action.
func (r *reader) assigns(x said) bool {
	fs := x.fields()
	if m, ok := marked(x.f); !ok || m.style == "•" || !hasRole(fs, ownerRole) || !hasRole(fs, dueRole) || hasRole(fs, statusRole) {
		return false
	}
	return statusAtEnd(x.f) == ""
}
