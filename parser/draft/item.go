package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// item is a list item with the lines that belong to it.
type item struct {
	mark    mark
	lines   []string
	details []string // points below a line that says everything itself
}

// flush finishes the open item.
func (r *reader) flush() {
	it := r.item
	r.item = nil
	if it == nil {
		return
	}
	text := joinLines(it.lines)
	if strings.TrimSpace(text) == "" || isExample(text) {
		return
	}
	if r.remarks(folded(text)) {
		r.body.keep(strings.TrimSpace(it.mark.no + " " + text))
		return
	}
	for _, s := range r.split(it, text) {
		t := r.task(s)
		t.no = it.mark.no
		t.kind = it.kind(r.section)
		if t.status != "" && (r.section == acting || t.isAction()) {
			r.body.keep(strings.TrimSpace(it.mark.no + " " + s))
			continue
		}
		if len(it.details) > 0 {
			t.text = strings.Join(append([]string{tidy(t.text)}, it.details...), "；")
		}
		if tidy(t.text) != "" && !emptyCell.MatchString(folded(t.text)) && !r.onlyFields(it, t.text) {
			r.put(t)
		}
	}
}

var (
	question = pattern.Must(`(?:[?？]|吗[。.]?)$`)
	// agendaTitle names a topic, of which the lines below tell: 关于机房改造.
	agendaTitle = pattern.Must(`^关于[^,。;:]{2,16}$`)
	// nextTime only says when the next meeting is.
	nextTime = pattern.Must(`(?i)^(?:下一?[次回](?:会议?|例会|周会|碰头会?|开会)(?:时间|定于|定在|定为|为|在|:)*\s*[0-9一二三四五六七八九十下本周星明后]|next meeting\s*(?:is|will be|:|on|at)?\s)`)
	utters   = pattern.Must(`^\s*(?:说|表示|认为|觉得|担心|希望|提议|(?:汇报|介绍|通报|反馈|报告|说明|提出|讲解|分享)了)`)
)

// remarks reports whether an item is no statement of the minutes: a question, or what somebody said about it.
func (r *reader) remarks(f string) bool {
	n := leading(f, r.known)
	return nextTime.MatchString(f) || agendaTitle.MatchString(strings.TrimRight(f, "。. ")) || question.MatchString(strings.TrimSpace(f)) || n > 0 && utters.MatchString(f[n:])
}

// onlyFields reports whether what is left of an item is no work at all but a date or a person: 行动项3：12月5日.
func (r *reader) onlyFields(it *item, text string) bool {
	f := folded(text)
	_, due := r.pureDue(f)
	return due || it.mark.word != "" && isPerson(f, r.known)
}

// kind is what the word before the number says (决议1, 行动项2), else what the section is.
func (it *item) kind(s section) section {
	switch w := it.mark.word; {
	case w == "":
	case decideHead.MatchString(w):
		return resolving
	case !strings.HasPrefix(w, "事项"):
		return acting
	}
	if s == acting {
		return acting
	}
	return anywhere
}

// joinLines puts an item's lines together: labels and Latin words after a blank, Chinese without one.
func joinLines(lines []string) string {
	out := ""
	for _, l := range lines {
		l = strings.TrimSpace(l)
		switch {
		case out == "" || l == "":
			out += l
		case startsLabel(say(l)):
			out += "；" + l
		case han(lastRune(out)) && han(first(l)) || strings.ContainsRune("，、；。", lastRune(out)):
			out += l
		default:
			out += " " + l
		}
	}
	return out
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s {
		last = r
	}
	return last
}

// split divides an unnumbered line in which several people are given something each.
func (r *reader) split(it *item, text string) []string {
	x := say(text)
	if it.mark.style != "none" || len(x.fields()) > 0 {
		return []string{text}
	}
	return r.perPerson(x)
}

// allots reports whether a line among decisions, where actions have a section of their own, names nobody who answers for
// it, only a department or a day: 安全库存提高到15天，由供应链管理部负责; 数据专员月底前到位.
func (r *reader) allots(t *task) bool {
	return r.apart && r.section == resolving && (t.owner == nil || t.owner.name == "")
}

// put files a task under decisions or actions.
func (r *reader) put(t *task) {
	if t.text = firstOf(tidy(t.text), t.raw); squeezed(t.text) == "" {
		return
	}
	if t.kind == acting || t.kind != resolving && t.isAction() && !r.allots(t) {
		r.acted = r.acted || r.section == acting
		r.out.act(t)
		return
	}
	if t.text = firstOf(t.raw, t.text); !emptyCell.MatchString(folded(t.text)) {
		r.out.decide(t)
	}
}
