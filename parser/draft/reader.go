package draft

import (
	"strings"
	"time"

	"github.com/huiban/huiban/parser/pattern"
)

// reader goes through the blocks of a draft once, section by section.
type reader struct {
	reading
	people   *people
	section  section
	style    string  // the number style of the open section's heading
	list     string  // the number style of its items, "" before the first
	spaced   bool    // its items are divided by blank lines
	count    int     // its items so far
	blank    bool    // the last line was blank
	indented bool    // the line begins with blanks
	unsorted bool    // no heading tells decisions from actions: numbered lists mix them
	strange  bool    // the open section's heading is in words we do not know
	rest     []block // what follows the line being read
	waiting  section // announced above the attendance, its list still to come
	acted    bool    // a section of actions held some
	apart    bool    // decisions and actions have sections of their own
	prose    int     // characters of text that are neither
	item     *item   // being read
	body     body
	last     *task    // the table's last row
	raw      string   // the line being read, in full
	left     []string // of the prose being read, what is no statement
	took     bool     // the prose being read held statements
	out      minutes
}

// read reads the blocks of a draft: once for the people in it, once for the rest.
func read(blocks []block, now time.Time) *minutes {
	c := calendarAt(now)
	first := newReader(c, roster{})
	first.blocks(blocks)
	known := roster{}
	for _, a := range first.people.list {
		known.add(a.Name)
		known.add(a.Delegate)
	}
	first.owners(known)
	sorted := first.out.sorted
	if d := first.out.meeting; d != "" && d < c.meeting {
		c.meeting = d
	}
	second := newReader(c, known)
	second.unsorted = !sorted && (first.out.titled || len(first.people.list) > 0 || first.out.called)
	second.apart = first.acted
	second.blocks(blocks)
	second.out.people, second.out.prose, second.out.body = second.people, second.prose, second.body
	return &second.out
}

// owners adds those who are plainly named as owners anywhere, so that they are known in prose as well.
func (r *reader) owners(known roster) {
	for _, t := range r.out.actions {
		if t.owner != nil && t.strong {
			known.add(t.owner.name)
		}
	}
}

func newReader(c calendar, known roster) *reader {
	return &reader{reading: reading{c, known}, people: &people{known: known, now: c.now}}
}

func (r *reader) blocks(bs []block) {
	for i := range bs {
		r.rest = bs[i+1:]
		if bs[i].rows == nil && r.subheading(bs[i:]) {
			r.flush()
			continue
		}
		r.block(bs[i])
	}
	r.flush()
}

// honorific is the dot of Mr. and Dr., which ends no sentence.
var honorific = pattern.Must(`\b(Mr|Mrs|Ms|Dr|Prof)\. ?`)

func (r *reader) block(b block) {
	if b.rows != nil {
		r.flush()
		r.figures(b.rows, func() { r.table(b.rows) })
		return
	}
	b.line = honorific.ReplaceAllString(undecorated(b.line), "$1 ")
	x := say(b.line)
	if x.f == "" || rule.MatchString(x.f) {
		r.blank, r.body.gap = true, true
		return
	}
	r.indented = strings.HasPrefix(b.line, "  ") || strings.HasPrefix(b.line, "\t") || strings.HasPrefix(b.line, "\u3000")
	r.raw = strings.TrimSpace(b.line)
	r.line(x, b)
	r.blank = false
}

var (
	bold     = pattern.Must(`\*\*([^*]+)\*\*`)
	ornament = pattern.Must(`^\s*[▍▌▎▏█§❖◈✦✧※¶➤➢❏✿]+\s*([^,。;:，；：]{2,20}?)\s*[:：]?\s*$`)
)

// undecorated is a line without the marks of Markdown, and with an ornament before a heading written as brackets around it.
func undecorated(l string) string {
	return ornament.ReplaceAllString(bold.ReplaceAllString(l, "$1"), "【$1】")
}

// attendance reads a line of labelled names, which may be numbered as the meeting's other data are (三、出席：…) or stand
// behind them (时间：… 出席：…).
func (r *reader) attendance(x said) bool {
	if m, ok := marked(x.f); ok && m.word == "" && m.style != "•" {
		x = x.sub(m.end, len(x.f))
	}
	if r.people.attendanceLine(x) {
		return true
	}
	if loc := labelHere.FindAllStringIndex(x.f, 2); len(loc) == 2 && (metaLine.MatchString(x.f) || meetingDay.MatchString(x.f)) {
		r.people.attendanceLine(x.sub(loc[1][0], len(x.f)))
	}
	return false
}

// example lines explain the form and are nobody's words.
var example = pattern.Must(`(?i)^\s*[(*]?(?:(?:例如|一行一项|一行一条|一事一人|填写说明|填表说明|示例|样例|范例|for example|one action|write the date)|(?:例|说明|注|提示|e\.g\.|example|note)\s*[:])`)
var someBody = pattern.Must(`(?:例如|如)\s*[:：]|王某|张某|某某|[x×]{2,3}\s*(?:责任人|代)`)

func isExample(s string) bool {
	f := folded(s)
	return example.MatchString(f) || someBody.MatchString(f) && strings.Contains(f, "某")
}

var calledMeeting = pattern.Must(`(?i)例会|周会|晨会|月会|专题会|开会|会上|\bmeeting\b`)

// line sorts one line: example, heading, people, meeting's data, label of the open item, item, or prose.
func (r *reader) line(x said, b block) {
	r.out.called = r.out.called || calledMeeting.MatchString(x.f)
	if isExample(x.f) {
		return
	}
	r.titleDay(x)
	m, numbered := marked(x.f)
	if isTitle(x.f) && !(numbered && r.listing() && m.style == r.list) && runes(x.f) < 60 && !strings.Contains(x.f, "。") && !strings.Contains(x.f, ":") {
		r.flush()
		r.out.titled = true
		return
	}
	if r.numberedWord(x) || r.cardNumber(x) {
		return
	}
	inList := r.item != nil && len(x.fields()) > 0
	if h, ok := heading(x, b.heading); ok && !r.itemsOwn(x, h) {
		r.open(h)
		r.strange = !h.known
		r.body.heading(x, h)
		if h.rest != "" {
			was := r.body.mute
			r.body.mute = was || h.section == talking || h.section == reporting
			r.raw = h.rest
			for _, s := range r.several(say(h.rest)) {
				r.content(say(s))
			}
			r.body.mute = was
			if r.list == "none" {
				r.list = "inline" // 决议：同意转产: what stands below is another matter
			}
		}
		return
	}
	if !inList && r.attendance(x) {
		r.flush()
		r.out.listed = true
		if r.listing() && r.count == 0 {
			r.waiting = r.section
		}
		r.section = anywhere
		if strings.HasSuffix(x.f, ":") {
			r.section = attending
		}
		return
	}
	if !inList && r.meta(x) {
		return
	}
	r.content(x)
}

var dayLabel = pattern.Must(`(?i)(?:日期|时间|date)\s*:`)

// titleDay notes the meeting's day where the title line says it: 生产例会纪要（11月30日）.
func (r *reader) titleDay(x said) {
	if r.out.meeting != "" || !isTitle(x.f) || runes(x.f) > 60 || strings.Contains(x.f, ":") && !dayLabel.MatchString(x.f) {
		return
	}
	if ms := r.dates(x.f); len(ms) == 1 && ms[0].Valid {
		r.out.meeting = ms[0].Date
	}
}

// numberedWord begins an item that says itself what it is, in any section: 行动项1, Decision 2:.
func (r *reader) numberedWord(x said) bool {
	m, ok := marked(x.f)
	if !ok || m.word == "" || strings.HasPrefix(m.word, "事项") || r.section == reporting {
		return false
	}
	if s, ok := named(x.f[m.end:]); ok && s != talking {
		return false
	}
	kind := acting
	if decideHead.MatchString(m.word) {
		kind = resolving
	}
	if r.section != kind {
		r.open(head{section: kind})
	}
	r.begin(m, x.cut(m.end, len(x.f)))
	return true
}

var cardNo = pattern.Must(`^(?:任务|事项|工作|行动项?)(?:编号|序号|号)\s*:\s*([A-Za-z]{0,4}-?[0-9]{1,6})$`)

// cardNumber begins an item whose number stands on a line of its own above its fields: 任务编号：T1.
func (r *reader) cardNumber(x said) bool {
	m := cardNo.FindStringSubmatch(x.f)
	if m == nil || !r.listing() && (r.section != anywhere || !strings.HasPrefix(x.f, "任务") && !strings.HasPrefix(x.f, "行动")) {
		return false
	}
	if !r.listing() {
		r.open(head{section: acting})
	}
	r.begin(mark{no: m[1], style: "word"}, "")
	return true
}

// itemsOwn reports whether what looks like a heading is an item of the open list: its number goes on in the list's
// style, which is not that of the headings.
func (r *reader) itemsOwn(x said, h head) bool {
	if !r.listing() {
		return false
	}
	m, ok := marked(x.f)
	if ok && r.list != "" && m.style == r.list && m.style != r.style {
		return true
	}
	label := roleOf(strings.TrimRight(x.f, ": "))
	return !ok && r.item != nil && label != noRole && label != whatRole || ok && h.section == talking && r.list == "" && m.style == "1." && r.style != "" && m.style != r.style
}

func (r *reader) listing() bool {
	return r.section == acting || r.section == resolving || r.section == mixed
}

func (r *reader) open(h head) {
	r.flush()
	r.out.sorted = r.out.sorted || h.section == acting || h.section == resolving || h.section == mixed
	r.waiting, r.strange = anywhere, false
	r.section, r.style, r.list, r.count, r.spaced = h.section, h.style, "", 0, false
}

var (
	meetingDay = pattern.Must(`(?i)^(?:会议|开会|召开)?(?:时间|日期|date|when|time|date and time|meeting date)\s*:`)
	metaLine   = pattern.Must(`(?i)^(?:会议)?(?:名称|主题|地点|地址|议题|文号|(?:会议|纪要|归档|档案)?编号|主持人?|主席|记录人?|纪录|整理人?|抄送|抄报|发送|主送|分发|审核人?|审批|签发人?|批准|附件|密级|下次会议(?:时间)?|会议室|venue|location|place|chair(?:ed by|person)?|minutes (?:taken )?by|recorder|subject|meeting|cc|distribution|next meeting|prepared by|reference|archive no\.?|hosts?)\s*:`)
)

// meta passes over the meeting's own data and notes its day.
func (r *reader) meta(x said) bool {
	if meetingDay.MatchString(x.f) && !(r.listing() && r.item != nil) {
		if ms := r.dates(x.f); len(ms) > 0 && r.out.meeting == "" && ms[0].Date != "" {
			r.out.meeting = ms[0].Date
		}
		r.flush()
		return true
	}
	if metaLine.MatchString(x.f) && !(r.listing() && r.item != nil && !r.blank) {
		r.flush()
		if nextMeeting.MatchString(x.f) {
			r.body.keep(r.raw)
		}
		return true
	}
	return false
}

// content reads a line that is no heading by the section it stands in.
func (r *reader) content(x said) {
	switch r.section {
	case resolving, acting, mixed:
		r.listLine(x)
	case attending:
		if !r.people.rosterLine(x) && !r.people.tell(x) {
			r.body.keep(r.raw)
		}
	case reporting:
		r.prose += runes(x.f)
		r.body.keep(r.raw)
	case talking:
		if r.strange && r.assigns(x) {
			r.open(head{section: acting, style: r.style})
			r.listLine(x)
			return
		}
		r.prose += runes(x.f)
		r.body.keep(r.raw)
		r.people.tell(x)
	default:
		r.unsectioned(x)
	}
}
