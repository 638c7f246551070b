package meaning

import (
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// The application form is lines of a name and what is filled in, "时间：12月3日 14:00". Several may stand in one line, a list
// goes on over the lines below its name.

// fields are the names of the form's fields as people write them, folded, the longest first.
var fields = []struct{ name, words string }{
	{"type", `会议类型|会议种类|会议类别|类型|meeting type|type of meeting|type`},
	{"topic", `会议主题|会议议题|会议名称|主题|议题|题目|topic|subject|title`},
	{"purpose", `会议目的|开会目的|目的|purpose|objective|aim`},
	{"problem", `待解决的?问题|要解决的问题|问题描述|问题说明|具体问题|problem statement|problem`},
	{"length", `会议时长|时长|预计时长|duration|length`},
	{"time", `会议时间|开会时间|召开时间|时间|日期|date and time|date/time|date|time|when`},
	{"place", `会议地点|开会地点|召开地点|会议室|地点|place|venue|location|room|where`},
	{"people", `参会人员|参加人员|与会人员|出席人员|参会人|与会人|参加人|出席人|参会|与会|参加|出席|人员|participants|attendees|people|who|invitees`},
	{"agenda", `会议议程|议程安排|议程|agenda`},
	{"questions", `会前思考的?问题|会前思考|思考问题|引导问题|questions to think about|guiding questions|questions`},
	{"importance", `重要或紧急程度|重要/紧急程度|重要程度|重要性|紧急程度|紧急性|importance or urgency|importance|urgency|priority`},
	{"reason", `为何不能用邮件或例会解决|申请理由|申请原因|召开理由|理由|原因|必要性|reason|why`},
	{"milestones", `项目里程碑|里程碑|项目阶段|专案阶段|milestones|stages`},
	{"continues", `延续会议|接续会议|延续|接续|continues|follows`},
}

// fieldName is a field's name at the beginning of a clause, with what parts it from what is filled in. The groups are the fields'.
var fieldName = func() *pattern.Pattern {
	var words []string
	for _, f := range fields {
		words = append(words, "("+f.words+")")
	}
	return pattern.Must(`(?:^|[,;。.!\s])[-*·•●#]*\s*(?:[0-9]{1,2}[.、)]\s*|[(][0-9一二三四五六七八九十]{1,2}[)]\s*|[一二三四五六七八九十]{1,2}、\s*)?(?:` + strings.Join(words, "|") + `)\s*(?:[(][^()]{0,30}[)]\s*)?(?::+|=|\s\|\s|(?:是|为|定在|定于|设在|安排在)(?:[:\s])?)\s*`)
}()

// bareField is a field's name and nothing else.
var bareField = func() *pattern.Pattern {
	var words []string
	for _, f := range fields {
		words = append(words, f.words)
	}
	return pattern.Must(`^(?:` + strings.Join(words, "|") + `)$`)
}()

// fieldAt is the field that a folded text begins with, "" where it is none.
func fieldAt(folded string) string {
	m := fieldName.FindStringSubmatchIndex(strings.TrimSpace(folded))
	if m == nil || m[0] != 0 {
		return ""
	}
	return fieldOf(m)
}

func fieldOf(m []int) string {
	for n, f := range fields {
		if m[2+2*n] >= 0 {
			return f.name
		}
	}
	return ""
}

// filled is a form as it was filled in: the lines of each field, and those of none.
type filled struct {
	fields map[string][]string
	free   []string
}

// lists are the fields that go on over several lines.
var lists = []string{"agenda", "questions", "milestones", "people"}

// formOf reads lines as a form.
func formOf(q Question, lines []string) *filled {
	f := &filled{fields: map[string][]string{}}
	open := ""
	for _, l := range celled(lines) {
		l = strings.ReplaceAll(strings.TrimRight(l, " \t\r"), "\t", ": ")
		folded := fold.Text(l)
		found := fieldName.FindAllStringSubmatchIndex(folded, -1)
		first := len(folded)
		if len(found) > 0 {
			first = found[0][0]
		}
		if len(found) == 0 && (greets.MatchString(folded) || !f.listGoesOn(open, folded)) {
			open = ""
		}
		if !greets.MatchString(folded) {
			f.add(open, strings.TrimSpace(asWritten(l, folded, 0, first)))
		}
		if strings.TrimSpace(l) == "" && !slices.Contains(lists, open) {
			open = ""
		}
		for n, m := range found {
			end := len(folded)
			if n+1 < len(found) {
				end = found[n+1][0]
			}
			open = fieldOf(m)
			f.add(open, strings.TrimRight(strings.TrimSpace(asWritten(l, folded, m[1], end)), ",，;； "))
		}
		if !slices.Contains(lists, open) {
			open = ""
		}
	}
	return f
}

// listGoesOn reports whether a line belongs to the list that is open: names do where none has been named, the line before ends in
// the middle, or the line has a mark of its own.
func (f *filled) listGoesOn(open, folded string) bool {
	if open != "people" || !f.has(open) {
		return true
	}
	last := f.fields[open][len(f.fields[open])-1]
	return listNumbers.MatchString(folded) || strings.HasSuffix(last, "、") || strings.HasSuffix(last, ",")
}

// celled puts a field's name that stands in a line of its own, as the cells of a table do, before the line that follows.
func celled(lines []string) []string {
	bare := 0
	for _, l := range lines {
		if bareField.MatchString(fold.Text(strings.TrimSpace(l))) {
			bare++
		}
	}
	if bare < 3 {
		return lines
	}
	var out []string
	name := ""
	for _, l := range lines {
		switch said := strings.TrimSpace(l); {
		case bareField.MatchString(fold.Text(said)):
			name = said
		case name != "" && said != "" && fieldAt(fold.Text(said)) == "":
			out, name = append(out, strings.TrimRight(name, ":： ")+"："+said), ""
		default:
			out = append(out, l)
		}
	}
	return out
}

// add puts a line to a field, to the free ones where it belongs to none. What is in brackets alone is a hint of the form.
func (f *filled) add(field, line string) {
	if line == "" || hinted.MatchString(line) {
		return
	}
	if field == "" {
		f.free = append(f.free, line)
		return
	}
	f.fields[field] = append(f.fields[field], line)
}

// hinted is what a form says about a field, or a place to write in.
var hinted = pattern.Must(`^(?:[（(][^（()）]*[)）]|_+|\.{3,}|…+|-+)$`)

func (f *filled) has(name string) bool { return len(f.fields[name]) > 0 }
func (f *filled) said(name string) string {
	return strings.TrimSpace(strings.Join(f.fields[name], " "))
}
func (f *filled) empty() bool { return len(f.fields) == 0 }

// orElse takes from another form what this one does not fill in.
func (f *filled) orElse(o *filled) {
	for name, lines := range o.fields {
		if !f.has(name) {
			f.fields[name] = lines
		}
	}
}

// without takes out what another form, which came before this one, says as well: whole, or up to where a line was broken.
func (f *filled) without(sent *filled) {
	for name := range sent.fields {
		said, before := fold.Squeeze(f.said(name)), fold.Squeeze(sent.said(name))
		if said == before || len([]rune(said)) > brokenAt && strings.HasPrefix(before, said) {
			delete(f.fields, name)
		}
	}
}

// brokenAt is the least length, in characters, at which programs break a line.
const brokenAt = 20

// loosely is what stands in no field, and in those fields that take no sentence.
func (f *filled) loosely() string {
	lines := slices.Clone(f.free)
	for _, name := range plainFields {
		lines = append(lines, f.fields[name]...)
	}
	return strings.Join(lines, "\n")
}

// plainFields are the fields in which nobody asks anything: a topic may be a question, a place is none.
var plainFields = []string{"type", "length", "time", "place", "people", "importance", "continues"}

// fieldAsked are the words of a question, or that nothing is known yet.
var fieldAsked = pattern.Must(`\?|吗|么$|^不[是在]|是不是|是否|能否|可否|能不能|可不可以|行不行|谁|哪|还没|没有|尚未|(?:请|由)?[您你](?:们)?(?:来)?(?:定|看|决定|安排)|\b(?:can|could|would) you\b|\bnot (?:yet|sure)\b`)

// unanswered takes out of those fields what only asks, and returns it.
func (f *filled) unanswered() (open []string) {
	for _, name := range plainFields {
		if said := f.said(name); fieldAsked.MatchString(fold.Text(said)) {
			open = append(open, comment(said))
			delete(f.fields, name)
		}
	}
	return open
}

// into puts what was filled in into an application, and returns what was asked instead.
func (f *filled) into(q Question, a *secretary.Applied) (open []string) {
	open = f.unanswered()
	a.Topic, a.Purpose, a.Problem, a.Place, a.Reason = f.said("topic"), f.said("purpose"), f.said("problem"), f.said("place"), f.said("reason")
	a.Agenda, a.Questions = items(f.fields["agenda"]), items(f.fields["questions"])
	for _, l := range f.fields["people"] {
		a.People = append(a.People, peopleIn(l)...)
	}
	a.Minutes = lasting(f.said("length"))
	if f.has("time") {
		a.Time = f.said("time")
		f.times(q, a)
	}
	a.Importance, a.Urgent = weight(f.said("importance"))
	for _, l := range f.fields["milestones"] {
		a.Milestones = append(a.Milestones, milestones(q, l)...)
	}
	if n := MeetingNumber.FindString(f.said("continues")); n != "" {
		a.Continues = strings.ToUpper(n)
	}
	return open
}

// times reads one time, with its end or length.
func (f *filled) times(q Question, a *secretary.Applied) {
	said := bareEnd.ReplaceAllString(a.Time, "$1$2$3$1$4")
	var l secretary.QuickLine
	found := q.dates(said)
	if len(found) == 0 || takeTime(&l, slices.DeleteFunc(slices.Clone(found), func(m when.Match) bool { return m.Shift }), said) != "" || l.Date == "" || !l.From.Set {
		return
	}
	zone := q.Now.Location()
	a.Start = l.Date.At(l.From, zone).Format(time.RFC3339)
	if l.To.Set {
		a.End = l.Date.At(l.To, zone).Format(time.RFC3339)
		return
	}
	for _, m := range lengthIn.FindAllString(fold.Text(said), 3) {
		a.Minutes = max(a.Minutes, lasting(m))
	}
}

var lengthIn = pattern.Must(`[0-9]{1,3}[ -]*(?:个?小时|hours?\b|h\b|分钟|min(?:ute)?s?\b)|[一二三四五六两半]个?小时`)

// listNumbers begin the lines of a list.
var listNumbers = pattern.Must(`^\s*(?:[-*·•●]|[0-9]{1,2}\s*[.、．)）]|[（(][0-9一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)\s*`)

// items parts a list: a line each, or parted by semicolons or numbers in one line.
func items(lines []string) []string {
	var out []string
	for _, l := range lines {
		for _, s := range strings.FieldsFunc(inlineNumber.ReplaceAllString(l, "$1\n"), func(c rune) bool { return strings.ContainsRune(";；\n", c) }) {
			if s = strings.TrimSpace(strings.Trim(listNumbers.ReplaceAllString(s, ""), " 。.")); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// inlineNumber is a number within a line of a list: "1.现状 2.措施".
var inlineNumber = pattern.Must(`(\S)[\s,，;；]+(?:[0-9]{1,2}[.、．)）]|[（(][0-9]{1,2}[)）])`)

// peopleIn parts a list of names. A department's name stays with the name behind it.
func peopleIn(l string) []string {
	var out []string
	l = strings.TrimRight(strings.TrimSpace(l), "。.")
	for _, n := range between.Split(strings.NewReplacer("和", "、", "与", "、", "與", "、", "以及", "、", "及", "、").Replace(l), -1) {
		n = strings.TrimSpace(listNumbers.ReplaceAllString(strings.Trim(n, " 　"), ""))
		if n == "" || n == "等" {
			continue
		}
		words := strings.Fields(strings.ReplaceAll(n, "　", " "))
		if len(words) < 2 || !fold.CJK([]rune(n)[0]) || strings.Contains(n, "@") || unit.MatchString(words[0]) {
			out = append(out, strings.TrimSuffix(n, "等"))
			continue
		}
		out = append(out, words...)
	}
	return out
}

// unit ends the name of a department.
var unit = pattern.Must(`(?:部|部门|处|科|室|组|中心|厂|车间|公司|办|課|廠|組)$`)

// weight reads how important and how urgent something is. A form in which nothing was chosen says nothing.
func weight(said string) (importance string, urgent bool) {
	s := fold.Text(said)
	plain := plainly.MatchString(s)
	s = plainly.ReplaceAllString(s, "")
	high := importantly.MatchString(s)
	urgent = urgently.MatchString(s)
	switch {
	case plain && (high || urgent):
		return "", false
	case high:
		return "important", urgent
	case plain:
		return "normal", false
	}
	return "", urgent
}

var (
	plainly     = pattern.Must(`一般|普通|常规|不(?:太|很|算)?(?:重要|紧急|急)|\bnormal\b|\broutine\b|\blow\b|\bnot (?:very )?(?:important|urgent)\b|\bmedium\b`)
	importantly = pattern.Must(`重要|重大|关键|\bimportant\b|\bhigh\b|\bcritical\b`)
	urgently    = pattern.Must(`紧急|急|马上|立即|\burgent\b|\bemergency\b|\basap\b`)
)

// milestones reads "12月20日 样机评审；1月15日 量产".
func milestones(q Question, l string) []secretary.AppliedDay {
	var out []secretary.AppliedDay
	for _, s := range items([]string{l}) {
		found := slices.DeleteFunc(slices.Clone(q.dates(s)), func(m when.Match) bool { return m.Shift || !m.Valid || m.Date == "" })
		if len(found) != 1 {
			continue
		}
		what := strings.Trim(s[:found[0].Start]+s[found[0].End:], " :：,，()（）-—")
		out = append(out, secretary.AppliedDay{Day: found[0].Date, What: what})
	}
	return out
}

// loose reads what stands in the free sentences of an application: the one time, and a place that is told by its last word.
func (f *filled) loose(q Question, a *secretary.Applied) {
	text := f.withoutRoom(a)
	if a.Time == "" {
		var list []slot
		found := q.dates(text)
		for _, m := range found {
			if x, ok := slotOf(m); ok {
				list = append(list, x)
			}
		}
		if list = merged(list, text); len(list) == 1 && list[0].date != "" && list[0].clock.Set {
			a.Time = strings.TrimSpace(text[found[0].Start:found[len(found)-1].End])
			f.times(q, a)
		}
		if a.Start == "" {
			a.Time = ""
		}
	}
}

// withoutRoom takes the place out of the free sentences: 二号会议室 names no day.
func (f *filled) withoutRoom(a *secretary.Applied) string {
	var rest []string
	for _, c := range strings.FieldsFunc(strings.Join(f.free, "，"), func(r rune) bool { return strings.ContainsRune(",，。;；\n", r) }) {
		m := looseRoom.FindStringSubmatch(strings.TrimSpace(c))
		if m == nil {
			rest = append(rest, c)
		} else if a.Place == "" {
			a.Place = m[1]
		}
	}
	return strings.Join(rest, "，")
}

// looseRoom is a place in a clause of its own.
var looseRoom = pattern.Must(`(?i)^(?:在|地点|于|in |at )?\s*((?:the )?[^0-9:：]{0,16}[0-9]{0,4}[^0-9:：]{0,8}(?:会议室|會議室|会议厅|会场|培训室|meeting room|conference room|room [0-9a-z]+))\s*(?:召开|开会|举行|开)?$`)
