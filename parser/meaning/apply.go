package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// A mail that applies for a meeting (会议申请, S3-61) begins with that: as its subject, or as a sentence in its first lines.
// A question, a denial, a condition or a word about an application of another day applies for nothing.
//
//	申请会议 · 会议申请表 · 申请召开专题会议：… · 我部提请召开质量分析会 · apply for a meeting · I'd like to request a special meeting

const (
	applyBegins = `^(?:各位.{0,8}|会办|领导|[^,.。;:]{0,6}(?:您好|你好|好))?[,:。! ]*(?:我们?|我部|我司|本部门?|本人|[^,.。;:]{1,6}部|现|特此?|兹|因[^。;:]{1,40},|为[^。;:]{1,40},|根据[^。;:]{1,40},|拟|想|需要?|要|请|烦请|麻烦|谨|向您|在此| )*(?:申请|提请|提议)`
	applyWhen   = `(?:[^。;:,]|[0-9]:[0-9]){0,30}?` // when and where may stand between the word and the verb
	applyEnds   = `(?:[ 。!:,;.(]|$|讨论|研究|解决|以便|申请|谢谢)`
)

var (
	// applyOpens is the sentence that applies, from its beginning; the group is the meeting as it is named.
	applyOpens = pattern.Must(applyBegins + `(?:于|在)?(?:` + applyWhen + `)?(?:召开|开|召集|举行|举办|组织|安排)(?:一次|一场|一个|开个|个| )*(?:[^。;:,]{0,40}?的)?([^。;:,]{0,24}?会议?)` + applyEnds)
	// applyShort is the same without a verb: 申请一次专题会议.
	applyShort = pattern.Must(applyBegins + `(?:一次|一场|一个|个| )*([^。;:,0-9]{0,12}?会议?)` + applyEnds)
	// applyTitle is a line that says nothing else.
	applyTitle = pattern.Must(`^(?:请?(?:给我|发我|发给我|需要|我要)(?:一[份张个])?)?(?:关于(.{1,40}?)的)?(?:(?:专题|临时|紧急)?会议申请(?:表|单|书)?|申请(?:专题|临时|紧急)?会议|开会申请(?:表|单)?|meeting (?:application|request)(?: form)?|application for a(?:n ad-hoc|n| special)? ?meeting|(?:apply|applying) for a(?:n ad-hoc|n| special)? ?meeting|request(?:ing)? a meeting)(?:[ :。.!,-]+(.*))?$`)
	// applyEnglish is the sentence in English.
	applyEnglish = pattern.Must(`^(?:(?:hi|hello|dear)[^,.:]{0,20}[,.:! ]+)?(?:i|we|may i|please let me)?(?: would|'d)?(?: like| want| wish| need| hereby)* ?(?:to )?(?:apply for|request|apply to hold|apply to call) (?:a|an|the|one) ([a-z -]{0,40}?meeting|[a-z -]{0,40}?workshop)\b`)
	// applyGoesOn is what may follow the meeting in it: "request the meeting minutes" asks for none.
	applyGoesOn = pattern.Must(`^(?:$|\s*[-,.;:!(0-9]| (?:on|about|regarding|concerning|with|between|of|in|at|from|for|by|during|before|after|around|next|this|tomorrow|today|so|because|as|since|please|soon|and|where|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|to (?:discuss|decide|agree|review|settle|solve|clear|talk|plan|resolve|look|find|align|go))\b)`)
	// noApply are the words before or in such a sentence that make it none.
	noApply = pattern.Must(`吗|\?|如何|怎么|怎样|要不要|是否申请|能否|可否|可不可以|可以.{0,4}申请|需不需要|如果|要是|若|假如|不[需用想必再能]?要?(?:申请|提请|提议)|没有?.{0,4}申请|别申请|取消.{0,6}申请|撤回|撤销|已经?申请|申请[过了]|之前|上次|昨天|他|她|驳回|批准|同意|收到|按.{0,6}申请|以后|下次|谁|什么时候|想问|请问|` +
		`\bif\b|\bnot\b|n't|\bhow\b|\bshould\b|\bcould i\b|\bcan i\b|\bwhether\b|\bdo (?:i|we) need\b|\bwithdraw|\bcancel|\bhe\b|\bshe\b|\bthey\b|\byesterday\b|\blast\b|\balready\b`)
	// notMeeting are words that look like a meeting applied for and are another matter.
	notMeeting = pattern.Must(`会议室|会议记录|会议纪要|会议材料|机会|社会|会员|请假|延期|改期|推迟|取消|退出|缺席|不参加|参加|出席|列席|旁听|查询|协会|工会|委员会$|约会`)
)

// anyMeeting names no type.
var anyMeeting = pattern.Must(`(?i)^(?:会|会议|會議|一个会|meeting)$`)

// inRoom is where a meeting is to be held, within the sentence.
var inRoom = pattern.Must(`[在于][^,。;]{1,20}?会议室`)

// applying reads a fresh mail that applies for a meeting. It reports false where it does not.
func applying(q Question) (Answer, bool) {
	head, rest, ok := q.applyHead()
	if !ok {
		return Answer{}, false
	}
	a := &secretary.Applied{}
	f := formOf(q, rest)
	if takenBack(q, f, rest[0]) || head.subject && f.empty() && otherMatter.MatchString(fold.Text(f.loosely())) {
		return Answer{}, false
	}
	open := f.into(q, a)
	a.Type = strings.TrimSpace(head.kind)
	if f.has("type") {
		a.Type = f.said("type")
	}
	if a.Topic == "" {
		a.Topic = head.topic
	}
	f.free = append([]string{head.said}, f.free...)
	f.loose(q, a)
	a.Blank = a.Topic == "" && a.Start == "" && a.Time == "" && len(a.People)+len(a.Agenda) == 0 && a.Purpose == "" && a.Place == "" && a.Reason == ""
	return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentApply, Apply: a}}, Unclear: open}, true
}

// takenBack reports whether what stands beside the fields denies, doubts or puts off what is applied for: in the sentence that
// applies any such word does, elsewhere one that speaks of the meeting, for a reason may have an "if".
func takenBack(q Question, f *filled, tail string) bool {
	sentence := formOf(q, []string{before(before(tail, "。;；"), "\n")}).loosely()
	return applyDoubt.MatchString(fold.Text(sentence)) || applyUndone.MatchString(fold.Text(f.loosely()))
}

var (
	applyDoubt  = pattern.Must(`吗|\?|如果|要是|假如|若是|除非|的话|要不要|需不需要|有没有必要|是否(?:要|需要|有必要|该)|[您你](?:来)?(?:定|看|决定)|不同意|不赞成|反对|算了|取消|作罢|不开了|不用(?:开|了)|不必|不需要(?:开|了)|先不|暂不|暂时不|不想|不打算|开玩笑|可能|也许|等.{1,10}(?:同意|批准|确认)|\b(?:if|unless|whether|maybe|perhaps|disagree|cancel)\b|\b(?:i|we) (?:do not|don't|won't)\b`)
	applyUndone = pattern.Must(`(?:如果|要是|假如|若是?|等|除非|只要)[^,。;]{0,12}(?:同意|批准|允许|许可|点头)|我(?:们|部)?(?:不同意|不赞成|反对)|不开了|算了|不用开|先不(?:发|报|提|申请)|要不要开|取消申请|开玩笑|\b(?:if|unless|only if) [^,.]{0,20}(?:agrees?|approves?|needed|necessary)\b`)
	// otherMatter are the words of a mail whose subject alone names the form.
	otherMatter = pattern.Must(`吗|\?|怎么|如何|不用|取消|算了|制度|更新|修订|下发|发布|供参考|学习|\b(?:updated?|revised|fyi|polic(?:y|ies)|regulations?|cancel)\b`)
)

// opening of an application: the meeting as it is named, and what it is about where the sentence says so.
type applyHead struct {
	kind, topic, said string // said: the sentence up to the meeting
	subject           bool   // it is the mail's subject
}

// applyHead finds the sentence that applies, in the subject or the first lines, and what stands behind it.
func (q Question) applyHead() (head applyHead, rest []string, ok bool) {
	var lines []string
	for _, k := range q.Lines {
		if k.Above == "" {
			lines = append(lines, k.Text)
		}
	}
	const first = 4 // lines, within which an application has begun
	seen := 0
	for n, l := range lines {
		if fold.Squeeze(l) == "" {
			continue
		}
		if head, tail, found := applyLine(l); found {
			return head, append([]string{tail}, lines[n+1:]...), true
		}
		if seen++; seen == first || !leadsIn(l) {
			break
		}
	}
	if replied(q.Subject) {
		return applyHead{}, nil, false
	}
	head, tail, found := applyLine(q.Subject)
	head.subject = true
	return head, append([]string{tail}, lines...), found
}

// leadsIn reports whether a line may stand before the one that applies.
func leadsIn(l string) bool {
	return len([]rune(l)) <= 20 && !noApply.MatchString(fold.Text(l)) || greets.MatchString(fold.Text(l))
}

// applyLine reads one line as the sentence that applies; tail is what it says behind that.
func applyLine(l string) (head applyHead, tail string, ok bool) {
	l = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(l), "【[#*"))
	l = strings.NewReplacer("】", "", "]", "").Replace(l)
	folded := fold.Text(l)
	if m := applyTitle.FindStringSubmatchIndex(folded); m != nil && !noApply.MatchString(folded[:m[1]-len(tailOf(folded, m))]) {
		if m[2] >= 0 {
			head.topic = asWritten(l, folded, m[2], m[3])
		}
		if m[4] >= 0 {
			tail = asWritten(l, folded, m[4], m[5])
		}
		return head, tail, true
	}
	for _, form := range []*pattern.Pattern{applyOpens, applyShort, applyEnglish} {
		m := form.FindStringSubmatchIndex(folded)
		if m == nil {
			continue
		}
		sentence := folded[:m[3]] + before(folded[m[3]:], ":。;,\n")
		if noApply.MatchString(sentence) || notMeeting.MatchString(folded[m[2]:m[3]]) || notMeeting.MatchString(inRoom.ReplaceAllString(folded[:m[3]], "")) || strings.HasPrefix(folded[m[3]:], "室") || form == applyEnglish && !applyGoesOn.MatchString(folded[m[3]:]) {
			continue
		}
		if head.kind = asWritten(l, folded, m[2], m[3]); anyMeeting.MatchString(head.kind) {
			head.kind = ""
		}
		head.topic, tail = aboutOf(l, folded, m[0], m[3])
		head.said = saidBefore(asWritten(l, folded, m[0], m[2]))
		return head, tail, true
	}
	return head, "", false
}

// saidBefore parts when and where from the words around them: 「申请于12月18日14:00在二号会议室召开」.
func saidBefore(s string) string {
	return strings.NewReplacer("召开", "，", "召開", "，", "举行", "，", "舉行", "，", "申请", "，", "申請", "，", "在", "，", "于", "，", "於", "，").Replace(s)
}

func tailOf(folded string, m []int) string {
	if m[4] < 0 {
		return ""
	}
	return folded[m[4]:m[5]]
}

func before(s, stops string) string {
	if i := strings.IndexAny(s, stops); i >= 0 {
		return s[:i]
	}
	return s
}

var (
	// aboutBefore is 关于 … 的 within the sentence, aboutBehind what follows the meeting.
	aboutBefore = pattern.Must(`(?:关于|就|针对)(.{2,40}?)(?:的|召开|组织|申请|开|问题)`)
	aboutBehind = pattern.Must(`^\s*(?:,\s*)?(?:[:]|讨论|研究|解决|主题(?:是|为)|议题(?:是|为)|on |about |to discuss |regarding )\s*([^,。;\n]{2,60})`)
)

// aboutOf is what the sentence says that the meeting is about, and the rest of it.
func aboutOf(l, folded string, from, to int) (topic, tail string) {
	behind := folded[to:]
	if m := aboutBehind.FindStringSubmatchIndex(behind); m != nil && fieldAt(behind[m[2]:m[3]]) == "" {
		return strings.Trim(asWritten(l, folded, to+m[2], to+m[3]), " ."), asWritten(l, folded, to+m[1], len(folded))
	}
	tail = strings.TrimLeft(asWritten(l, folded, to, len(folded)), " :：,，。.!！")
	if m := aboutBefore.FindStringSubmatchIndex(folded[from:to]); m != nil {
		return strings.TrimSpace(asWritten(l, folded, from+m[2], from+m[3])), tail
	}
	return "", tail
}

// asWritten is the part of a line, as it was written, between two places of the folded one.
func asWritten(l, folded string, from, to int) string {
	r := []rune(l) // folded has as many
	return string(r[len([]rune(folded[:from])):len([]rune(folded[:to]))])
}

// readApplication reads an answer to the application form: fields filled in, or that nothing is wanted any more. Fields stand
// in the mail itself, or in the letter that was filled in where it stands.
func readApplication(q Question) Answer {
	text := strings.TrimRight(fold.Squeeze(q.text()), "。.!~")
	switch {
	case givesUp.MatchString(text):
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentReject}}}
	case solved.MatchString(text) && !unsolved.MatchString(text):
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentSolved}}}
	}
	var lines []string
	for _, k := range q.Lines {
		lines = append(lines, k.Text)
	}
	f := formOf(q, lines)
	if _, rest, ok := q.applyHead(); ok {
		f = formOf(q, rest)
	}
	back := formOf(q, unquoted(q.History))
	for _, sent := range q.Sent {
		back.without(formOf(q, strings.Split(sent, "\n")))
	}
	f.orElse(back)
	a := &secretary.Applied{}
	open := f.into(q, a)
	if f.empty() {
		return unclear(q)
	}
	if f.has("type") {
		a.Type = f.said("type")
	}
	return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentApply, Apply: a}}, Unclear: open}
}

var (
	givesUp  = pattern.Must(`^(?:算了|不申请了?|不用了|不需要了?|取消(?:申请|这次申请|会议申请)?|撤回(?:申请)?|撤销(?:申请)?|不开了|withdraw(?:it|theapplication|myapplication)?|nevermind|canceltheapplication|cancel(?:it)?|notneeded(?:anymore)?|nolongerneeded)(?:,?谢谢|,?thanks)?$`)
	solved   = pattern.Must(`^(?:(?:该|这个|此)?问题)?(?:现在?)?(?:已经?|都|已全部|彻底|完全|确认)*解决(?:了|完毕)?(?:,?(?:谢谢|可以关闭|关闭))?$|^(?:theproblem|it|this)?(?:is|hasbeen|'s)?(?:now)?(?:solved|resolved|fixed)(?:,?thanks)?$`)
	unsolved = pattern.Must(`未|没|不|尚|还|部分|基本|not|un|partly|almost|nearly`)
)

// unquoted takes the marks of quotation off lines.
func unquoted(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.TrimLeft(l, "> |│"))
	}
	return out
}

// ReadForm reads an application from the text of a form, as huiban meeting propose takes one.
func ReadForm(q Question, text string) *secretary.Applied {
	for l := range strings.SplitSeq(text, "\n") {
		q.Lines = append(q.Lines, quote.Kept{Text: l})
	}
	q.About = Application
	q.memory = newMemory()
	for _, in := range readApplication(q).Intents {
		if in.Kind == secretary.IntentApply {
			return in.Apply
		}
	}
	return nil
}
