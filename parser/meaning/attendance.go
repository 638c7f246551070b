package meaning

import (
	"strings"
	"time"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// A yes to an invitation counts only where everything of weight in its clause is understood: what stands before it is the writer, a time, a
// place, a manner or a courtesy, and what follows is this meeting.
//
//	我届时准时参加 · 周五下午的产销协调会我参加 · I'll be there with the figures      understood
//	我要参加集团的年会 · 建议由生产部出席 · I will attend a trade fair that day       not

// beside are the words that may stand beside coming and add nothing to it.
var beside = class("invitation", "beside")

// goesOn follows a yes and says something more, which does not touch it: 「参加并汇报进度」, "I'll be there with the figures".
var goesOn = pattern.Must(`^(?:了|的|吧|哈|啦|一下|会|会议|本次会议|这个会|\s)*(?:并|且|同时|顺便|顺带|并且|带上|带着|和|以及|另|请|麻烦|烦请|谢|感谢|汇报|旁听|做|作|向|为|把|-|\()`)

// otherThing follows attend or join where it is not this meeting that is attended: "attend a trade fair", "join another call".
var otherThing = pattern.Must(`^\s*(?:in |to |on |at )?(?:a|an|another|other|some|my|his|her|their|its|two|several|different)\s+(?:(?:\w+\s)?)|^\s*the (?:company|firm|club|gym|union|army|queue|board)\b`)

// thisThing is a manner although it begins like another thing: "attend a bit late", "join in my capacity as chair".
var thisThing = pattern.Must(`^\s*(?:in |to |on |at )?(?:a bit|a little|a few|some minutes|my capacity|my office|my car|my desk|my phone|my laptop|my way|my side|my end|my home|my role)\b`)

// understood reports whether everything beside the yes of a clause is.
func understood(c clause, q Question) bool {
	if c.orphan || onAnotherDay(c, q) {
		return false
	}
	for n, h := range c.hits {
		if h.sign != yes {
			continue
		}
		end := len(c.text)
		if n+1 < len(c.hits) && c.hits[n+1].start >= h.end {
			end = c.hits[n+1].start
		}
		if !clearBefore(c, h, q) || !clearAfter(c, h.end, end, q) {
			return false
		}
	}
	return true
}

// onAnotherDay reports whether a clause names days and none of them is the meeting's: 「我参加20号的会」.
func onAnotherDay(c clause, q Question) bool {
	said := q.dates(string(c.raw))
	if len(said) == 0 {
		return false
	}
	meeting, known := meetingTime(q)
	other := false
	for _, m := range said {
		switch {
		case !known || m.Date == "" || m.Date == secretary.DateOf(q.Now):
		case m.Date == meeting.date || sameWeekday(string(c.raw)[m.Start:m.End], m.Date, meeting.date):
			return false
		default:
			other = true
		}
	}
	return other
}

// sameWeekday reports whether a day named by its weekday alone is the meeting's: "Friday" is Friday next week where the meeting is.
func sameWeekday(word string, a, b secretary.Date) bool {
	weekday := func(d secretary.Date) time.Weekday { return d.At(secretary.Clock{}, time.UTC).Weekday() }
	return !strings.ContainsAny(word, "0123456789下") && b != "" && weekday(a) == weekday(b)
}

// clearBefore looks at what stands between the writer, or where he is not named the clause's beginning, and the yes.
func clearBefore(c clause, h hit, q Question) bool {
	if letter(c.text[h.start]) {
		return clearBeforeEnglish(c, h, q)
	}
	before := string(c.text[:h.start])
	before = before[strings.LastIndexByte(before, ':')+1:]
	if n := fold.Text(q.Name); len([]rune(n)) > 1 {
		before = strings.ReplaceAll(before, n, "我")
	}
	if ownSubject.MatchString(string(c.text[h.start:min(h.start+2, len(c.text))])) {
		return true
	}
	if unnamed.MatchString(before) {
		return false
	}
	if own := ownSubject.FindAllStringIndex(before, -1); len(own) > 0 {
		before = before[own[len(own)-1][1]:]
	} else if caused.MatchString(byNotice.ReplaceAllString(before, "")) {
		return false
	}
	return !weighty(leftOf(before, q))
}

// ownSubject is the writer as the subject, not the object of 替 or 帮.
var ownSubject = pattern.Must(`(?:我们|我|本人|咱们|咱|俺|敝人|本席)(?:部门|部|处|科|司|方|局|院|组|公司|单位|中心|厂|这边|们)?`)

// caused is somebody else who is to come: 「请质量部参加」,「由生产部出席」.
var caused = pattern.Must(`(?:请|由|让|派|叫|通知|要求|建议|安排|希望|需要|应由)`)

// unnamed is somebody or other: 「我们这边有人参加」.
var unnamed = pattern.Must(`有人|别人|他人|某人|旁人|谁`)

// byNotice is how one comes: 「按通知要求参会」.
var byNotice = pattern.Must(`(?:按照?|依照?|根据|遵照|如)(?:会议)?(?:通知|要求|安排)+`)

// leftOf is what a stretch of a clause says besides filling words, dates and the letter's own words.
func leftOf(t string, q Question) string {
	t = undated(t, q)
	t = companions.ReplaceAllString(ownDepartment.ReplaceAllString(t, " "), " ")
	rest := clause{text: []rune(t)}.residue(beside)
	if weighty(rest) && len(q.History) > 0 {
		for _, h := range append([]string{q.Subject}, q.History...) {
			if strings.Contains(fold.Squeeze(h), rest) {
				return ""
			}
		}
	}
	return rest
}

// weighty reports whether what is left of a clause says something: two Chinese characters, or a word of three letters.
func weighty(rest string) bool {
	latin := 0
	for _, r := range rest {
		if letter(r) {
			latin++
		}
	}
	return latin > 2 || size(rest) > 1
}

// undated is t with blanks for its dates and times.
func undated(t string, q Question) string {
	var b strings.Builder
	from := 0
	for _, m := range q.dates(t) {
		b.WriteString(t[from:m.Start] + " ")
		from = m.End
	}
	return b.String() + t[from:]
}

// companions come along with the writer: 「和小李一起」,「带黄捷」.
var companions = pattern.Must(`(?:和|跟|与|同|陪同|陪|带上|带着|带|代表|代替|代|替)[\p{Han}]{1,14}?(?:一起|一同|一块儿?|共同|去|来|$)|(?:携带?|带齐|备齐|备好|准备好)\p{Han}{1,8}?(?:来|去|$)`)

// ownDepartment is a department that answers for itself.
var ownDepartment = pattern.Must(`^\s*\p{Han}{1,8}(?:部门|部|科|处|室|厂|中心|公司|组|院|所|车间|单位|局|办)(?:的)?`)

// clearBeforeEnglish wants of the words between the writer and the verb that they are helpers, adverbs or times.
func clearBeforeEnglish(c clause, h hit, q Question) bool {
	for _, w := range strings.Fields(string(c.text[h.start:h.end])) {
		if selves[w] && w != "my" && w != "our" && w != "me" && w != "us" {
			return true
		}
	}
	if withSelf.MatchString(string(c.text[:h.start])) {
		return true
	}
	if someoneLast(string(c.raw[:h.start]), q.Name) {
		return false
	}
	list := c.stretch(h.start)
	for i := len(list) - 1; i >= 0; i-- {
		if w := strings.ToLower(list[i]); selves[w] && w != "my" && w != "our" {
			list = list[i+1:]
			break
		}
	}
	return !weighty(leftOf(strings.ToLower(strings.Join(list, " ")), q))
}

// someoneLast reports whether the last subject named before a verb is a person: "but Kevin is free and".
func someoneLast(before, name string) bool {
	list := strings.FieldsFunc(before, partsWords)
	for i := len(list) - 1; i >= 0; i-- {
		w := strings.Map(apostrophe, list[i])
		if k := strings.ToLower(w); selves[k] && k != "my" && k != "our" {
			return false
		}
		if i+1 < len(list) && isVerbOf(list[i+1]) && person(strings.TrimRight(w, ",."), name) {
			return true
		}
	}
	return false
}

// isVerbOf reports whether a word right behind a name makes it a subject.
func isVerbOf(w string) bool {
	switch strings.ToLower(w) {
	case "is", "will", "can", "has", "was", "would", "should", "could", "may", "might", "said", "says", "agreed", "wants":
		return true
	}
	return false
}

// withSelf is the writer with somebody else: "Myself and Deepa will", "Deepa and I will".
var withSelf = pattern.Must(`\b(?:i|me|myself|(?:the )?undersigned|we)\s?(?:and|&|plus|along with|together with|with) (?:[a-z.\-]+ ){1,4}(?:will |shall |are |can |both |be |positively |definitely )*$|\b(?:everyone|everybody|all|nobody|no one|none|people|colleagues)(?: of us)? (?:here|at (?:our|my|this) end|(?:on|in|at|from) (?:my|our|the) (?:[a-z]+ )?(?:side|team|department|group|unit|section|office|lab|plant|site)) (?:also |fully |is |are |has |have |will |all )*$|\b(?:and|&) (?:i|me|myself|(?:the )?undersigned) (?:will |shall |are |can |both |be |positively |definitely )*$`)

// clearAfter looks at what follows the yes up to the next word of the grammar: this meeting, or nothing of weight.
func clearAfter(c clause, from, end int, q Question) bool {
	after := string(c.text[from:end])
	if from > 0 && letter(c.text[from-1]) {
		if otherMotion.MatchString(string(c.text[:from]) + "|" + after) {
			return false
		}
		if m := accepted.FindStringSubmatch(string(c.text[:from]) + "|" + after); m != nil && !invited[m[1]] {
			return false
		}
		return (!otherThing.MatchString(after) || thisThing.MatchString(after)) && !otherEvent(after, q)
	}
	if called.MatchString(string(c.text[from:])) || from > 0 && strings.ContainsRune("去来到", c.text[from-1]) && errandBehind.MatchString(after) {
		return false
	}
	if elsewhere.MatchString(after) {
		return leftOf(after, q) == ""
	}
	return goesOn.MatchString(after) || !weighty(leftOf(after, q))
}

// accepted is what else may be accepted, invited what is accepted by coming: "I accept that it is late", "I accept the invitation".
var (
	accepted = pattern.Must(`accept(?:ed|ing)?\| (?:the|your|this|that|these|those|his|her|our|their|any|my) (?:(?:new|revised|updated|proposed|above|same|rescheduled) )*([a-z]+)`)
	invited  = words("invitation invite invites meeting call request proposal proposed session event appointment calendar time slot date same one kind teams zoom review workshop above and with for on at meetings")
)

// otherMotion is a verb of coming with a particle that makes another of it: "going through the agenda", "present your slides".
var otherMotion = pattern.Must(`\bgoing\| (?:through|forward|over|ahead|into|off|back|on about)\b|\bcoming\| (?:back|up|out)\b|\bat present\||\bpresent\| (?:your|the|a|my|our)\b|\bbe there\| or be square`)

// errandBehind follows 我去 or 我来 and makes an errand of it: 「我去把会议室订了」, 「我到楼下了」.
var errandBehind = pattern.Must(`^(?:把|订|拿|取|买|借|催|搬|寄|楼下了|门口了|公司了|单位了|车站了|机场了|家了)`)

// called makes of coming a name for something: 「参加会议的通知」.
var called = pattern.Must(`^.{0,24}的(?:同事|同志|部门|单位|请|通知|邀请|函|名单|要求|安排|消息|邮件|事|人|话)`)

// events are other gatherings in English.
var events = pattern.Must(`\b(?:event|fair|wedding|training|course|exhibition|seminar|funeral|class|ceremony|party|trip|expo|congress|summit|webinar|show|match|concert|lecture|exam)\b`)

// otherEvent reports whether what follows names another gathering that the letter does not.
func otherEvent(after string, q Question) bool {
	w := events.FindString(after)
	if w == "" {
		return false
	}
	for _, h := range append([]string{q.Subject}, q.History...) {
		if strings.Contains(strings.ToLower(h), w) {
			return false
		}
	}
	return true
}

// elsewhere is another gathering than a meeting of this kind, unless the letter names it.
var elsewhere = pattern.Must(`年会|展会|发布会|招标会|展览|典礼|婚礼|培训|考试|考核|比赛|活动|论坛|答辩|追悼|家长会|另一|另外|别的|其他`)
