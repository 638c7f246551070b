package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// body collects what the minutes say besides attendance, decisions and actions: discussion and narrative, in the
// writer's own lines and order.
type body struct {
	lines []string
	heads []string // headings that wait for a line below them
	gap   bool     // a blank line came before
	mute  bool     // the line or table being read is kept as a whole, or not at all
}

// head notes a heading of discussion. It stays only where something stands below it.
func (b *body) head(s string) {
	if b.mute {
		return
	}
	if b.gap {
		b.heads, b.gap = append(b.heads, ""), false
	}
	b.heads = append(b.heads, s)
}

// keep takes a line as it was written.
func (b *body) keep(s string) {
	if s = strings.TrimSpace(s); s == "" || b.mute || ownData(folded(s)) {
		return
	}
	b.lines = append(b.lines, b.heads...)
	if b.gap {
		b.lines = append(b.lines, "")
	}
	b.lines, b.heads, b.gap = append(b.lines, s), nil, false
}

// ownData reports whether a numbered or marked line only gives the meeting's own data or its attendance.
func ownData(f string) bool {
	m, _ := marked(f)
	f = strings.NewReplacer("*", "", "#", "").Replace(f[m.end:])
	label, _, ok := strings.Cut(strings.TrimSpace(f), ":")
	_, people := labelState(label)
	return ok && people || (metaLine.MatchString(f) || meetingDay.MatchString(f)) && !nextMeeting.MatchString(f)
}

// text is the body without the lines of the form that we sent, save the discussion that was filled into it; "" where
// nothing is left.
func (b *body) text(form string) string {
	ours, kept := map[string]bool{}, discussed(form)
	for _, l := range strings.Split(form, "\n") {
		ours[squeezed(l)] = !kept[squeezed(l)]
	}
	var out []string
	for _, l := range b.lines {
		if l == "" && (len(out) == 0 || out[len(out)-1] == "") || l != "" && ours[squeezed(l)] {
			continue
		}
		out = append(out, l)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// spoken is a line of discussion that is no heading: 讨论：原料涨价.
var spoken = pattern.Must(`(?i)(?:讨论|报告|发言|汇报|discussion)[^:]{0,6}:\s*\S`)

// plainHead is a heading of discussion that says no more than that.
var plainHead = pattern.Must(`(?i)^(?:会议)?(?:讨论|讨论要点|讨论情况|讨论内容|内容|纪要正文|正文|纪要|discussion|notes|discussion points)$`)

// heading keeps the heading of a section of discussion, and drops those that wait where another section begins.
func (b *body) heading(x said, h head) {
	if h.section != talking && h.section != reporting {
		b.heads = nil
		return
	}
	if h.rest != "" || spoken.MatchString(x.f) {
		b.keep(x.s)
	} else if m, _ := marked(x.f); !plainHead.MatchString(strings.Trim(headWords(x.f[m.end:]), "、.,()")) {
		b.head(x.s)
	}
}

var (
	nextMeeting = pattern.Must(`(?i)^(?:下次会议|next meeting)`)
	greeting    = pattern.Must(`(?i)^(?:各位|大家好|您好|你好|hi\b|hello\b|dear\b|all\s*,|team\s*,|[^,。:]{0,12}(?:您好|你好|大家好)|[^,。:]{1,8}[,:]$)`)
	meetingName = pattern.Must(`(?i)^[^,。;:!?、]{2,28}(?:会|会议|meeting)(?:\([^()]*\))?$`)
	handsIn     = pattern.Must(`(?i)^(?:[^。;]{0,24}(?:如下|见下|在下面|as follows|below)[^。;,]{0,6}[:。.!]?|(?:更正|抱歉|不好意思|对不起|sorry|correction|apologi[sz]es)\b?.{0,30}|.{0,24}(?:(?:发|写|填|弄)错了?|以[^,。;]{1,10}为准|(?:重新?|补)发)[^。;]{0,12}[。.!]?)$`)
	handedOver  = pattern.Must(`(?i)如下|附件|查收|审阅|过目|发给|发你|请看|为准|below|attached|here are|please find`)
)

// narrative keeps what is left of a line outside of any section when its statements are taken out.
func (r *reader) narrative(x said) {
	r.left, r.took = nil, false
	r.free(x)
	switch {
	case r.section != anywhere: // it announced a list
		if r.section == reporting {
			r.body.head(x.s)
		}
	case r.took:
		r.body.keep(strings.Join(r.left, ""))
	case r.courtesy(x.f):
	case numberedTopic(x.f):
		r.body.head(x.s)
	default:
		r.body.keep(r.raw)
	}
}

// courtesy is what belongs to the mail and not to the minutes: a greeting, a closing, the writer's name, the day, and
// above everything the meeting's name.
func (r *reader) courtesy(f string) bool {
	if len(r.body.lines) == 0 && (meetingName.MatchString(f) || r.begins() && handsIn.MatchString(f)) {
		return true
	}
	if _, due := r.pureDue(f); due || greeting.MatchString(f) && runes(f) < 80 || closing.MatchString(f) && runes(f) < 60 {
		return true
	}
	return isPerson(f, r.known) || isDept(f) || titleWords.MatchString(f) && runes(f) < 80 && handedOver.MatchString(f)
}

// begins reports whether nothing of the minutes was read yet.
func (r *reader) begins() bool {
	return r.statements() == 0 && !r.out.titled && !r.out.listed
}

// numberedTopic is a short numbered line without a sentence: 一、关于机房改造.
func numberedTopic(f string) bool {
	m, ok := marked(f)
	return ok && m.style != "•" && runes(f) < 24 && !strings.ContainsAny(f[m.end:], "。,;:!?") && strings.ContainsFunc(f, han)
}

// row keeps a table's row.
func (b *body) row(cells []string) {
	var out []string
	for _, c := range cells {
		out = append(out, oneLine(c))
	}
	b.keep(strings.TrimRight(strings.Join(out, " | "), " |"))
}

// figures reads a table that is neither a form nor a list of ours; where it says nothing of either, it is kept as it is.
func (r *reader) figures(rows [][]string, read func()) {
	if !isFigures(rows) {
		read()
		return
	}
	before, was := r.statements(), r.body.mute
	r.body.mute = true
	read()
	r.body.mute = was
	if r.statements() == before {
		for _, row := range rows {
			r.body.row(row)
		}
	}
}

func (r *reader) statements() int {
	return len(r.out.actions) + len(r.out.decisions) + len(r.people.list)
}

// isFigures reports whether a table has three columns or more and neither a header of ours nor a form's label.
func isFigures(rows [][]string) bool {
	for _, row := range rows {
		if _, ok := header(row); ok || len(row) < 3 {
			return false
		}
		for _, cell := range row {
			f := strings.ReplaceAll(strings.TrimRight(folded(cell), ": "), " ", "")
			_, people := labelState(f)
			if _, ok := named(f); ok || people || metaLabel.MatchString(f) || runes(f) > 60 {
				return false
			}
		}
	}
	return true
}
