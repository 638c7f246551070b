package draft

import (
	"strings"
	"time"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

var (
	// setTo are the words that give a label a new value: 责任人改为王磊, owner is now Bob Ray.
	setTo = pattern.Must(`(?i)^(?:的|,|:|\s)*(` + ownerWords + `|` + dueWords + `|` + resultWords + `)\s*(?:改为|改成|更改为|变更为|调整为|应为|为|是|is now|is|to|:)\s*`)
	// changed stands between the number and a bare value: 第3项改为12月5日.
	changed = pattern.Must(`(?i)^(?:的|改为|改成|应为|:|,|\s)+`)
	bareSet = pattern.Must(`(?i)^(?:owner|responsible|责任人|负责人)\s+`)
)

// mendedLines reads an answer to a returned draft that gives only what was asked for: 行动项3：12月5日, 3 责任人:王磊. Each
// line is an item's number with an owner or a due date and nothing else; the action's text stays empty. Lines that give
// an action in full may stand among them, and points of discussion may come with them, below a heading of their own. Nil
// for any other text: one line more, and it is not certain what the writer means.
func mendedLines(text string, now time.Time, sent string) *secretary.Draft {
	r := reading{calendarAt(now), roster{}}
	d, said := &secretary.Draft{}, points{}
	var full []string
	for _, l := range strings.Split(text, "\n") {
		x := say(l)
		if said.take(x) || x.f == "" || greeting.MatchString(x.f) && runes(x.f) < 20 || closing.MatchString(x.f) {
			continue
		}
		if t := r.mended(x, sent); t != nil && len(d.Actions) < maxItems {
			mendWith(d, t)
		} else if m, ok := marked(x.f); ok && m.no != "" {
			full = append(full, l)
		} else {
			return nil
		}
	}
	if len(full) > 0 && (len(d.Actions) == 0 || !inFull(d, full, now)) {
		return nil
	}
	if d.Body = said.text(sent); len(d.Actions) == 0 && d.Body == "" {
		return nil
	}
	return d
}

// inFull adds lines that each give one numbered action in full; false where they say anything else besides.
func inFull(d *secretary.Draft, lines []string, now time.Time) bool {
	m := read(textBlocks(strings.Join(lines, "\n")), now)
	if len(m.actions) != len(lines) || len(m.decisions)+len(m.people.list)+len(m.body.lines) > 0 {
		return false
	}
	for _, t := range m.actions {
		if t.no == "" {
			return false
		}
		mendWith(d, t)
	}
	return true
}

// mendWith adds a line to the draft, with the problems of what it gives and, unless it is in full, of nothing else.
func mendWith(d *secretary.Draft, t *task) {
	a, codes := t.action()
	d.Actions = append(d.Actions, a)
	t.counts(d, a.No)
	for _, c := range codes {
		if t.text != "" || c != noOwner && c != noDue {
			d.Problems = append(d.Problems, secretary.Problem{No: a.No, Code: c})
		}
	}
}

// mended reads one line; nil where it is more or less than an item's number with an owner or a due date.
func (r reading) mended(x said, sent string) *task {
	m, ok := marked(x.f)
	if !ok || m.no == "" {
		return nil
	}
	t := &task{no: m.no}
	rest := x.sub(m.end, len(x.f))
	if loc := setTo.FindStringSubmatchIndex(rest.f); loc != nil {
		rest = say(rest.cut(loc[2], loc[3]) + "：" + rest.cut(loc[1], len(rest.f)))
	} else if loc := bareSet.FindStringIndex(rest.f); loc != nil {
		rest = say("责任人：" + rest.cut(loc[1], len(rest.f)))
	}
	fs := rest.fields()
	switch {
	case len(fs) > 0 && tidy(rest.cut(0, fs[0].from)) == "" && !hasRole(fs, whatRole):
		r.labelled(t, rest, fs)
	case len(fs) == 0 && (m.style == "word" || m.style == "第" || m.style == "code" || asked(sent, m.no)):
		rest = rest.sub(len(changed.FindString(rest.f)), len(rest.f))
		if !r.pieces(t, say(strings.TrimRight(rest.s, "。.;； "))) {
			return nil
		}
	}
	if !t.mends() {
		return nil
	}
	return t
}

// mends reports whether a line gives an owner or a due date and says nothing besides.
func (t *task) mends() bool {
	return t.text == "" && t.status == "" && (t.owner != nil && t.owner.code != noOwner || t.due != nil && t.due.code != noDue)
}

func hasRole(fs []field, r role) bool {
	for _, f := range fs {
		if f.role == r {
			return true
		}
	}
	return false
}

// asked reports whether the letter that is answered has a line of this number.
func asked(sent, no string) bool {
	for _, l := range strings.Split(sent, "\n") {
		if m, ok := marked(folded(l)); ok && m.no == no {
			return true
		}
	}
	return false
}
