package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// A yes to an invitation counts only where everything of weight in its clause is understood: what stands before it is the writer, a time, a
// place, a manner or a courtesy, and what follows is this meeting.
//
//	我届时准时参加 · 周五下午的产销协调会我参加 · I'll be there with the figures      understood
//	我要参加集团的年会 · 建议由生产部出席 · I will attend a trade fair that day       not

// beside are the words that may stand beside coming and add nothing to it.
var beside = class("invitation", "beside")

// goesOn follows a yes and says something more, which does not touch it: 「参加并汇报进度」, "I'll be there with the figures".
var goesOn = regexp.MustCompile(`^(?:了|的|吧|哈|啦|一下|会|会议|本次会议|这个会|\s)*(?:并|且|同时|顺便|顺带|并且|带上|带着|和|以及|另|请|麻烦|烦请|谢|感谢|汇报|旁听|做|作|向|为|把|-|\()`)

// otherThing follows attend or join where it is not this meeting that is attended: "attend a trade fair", "join another call".
var otherThing = regexp.MustCompile(`^\s*(?:in |to |on |at )?(?:a|an|another|other|some|my|his|her|their|its|two|several|different)\s+(?:(?:\w+\s)?)`)

// thisThing is a manner although it begins like another thing: "attend a bit late", "join in my capacity as chair".
var thisThing = regexp.MustCompile(`^\s*(?:in |to |on |at )?(?:a bit|a little|a few|some minutes|my capacity|my office|my car|my desk|my phone|my laptop|my way|my side|my end|my home|my role)\b`)

// understood reports whether everything beside the yes of a clause is.
func understood(c clause, q Question) bool {
	if c.orphan {
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
var ownSubject = regexp.MustCompile(`(?:我们|我|本人|咱们|咱|俺|敝人|本席)(?:部门|部|处|科|司|方|局|院|组|公司|单位|中心|厂|这边|们)?`)

// caused is somebody else who is to come: 「请质量部参加」,「由生产部出席」.
var caused = regexp.MustCompile(`(?:请|由|让|派|叫|通知|要求|建议|安排|希望|需要|应由)`)

// unnamed is somebody or other: 「我们这边有人参加」.
var unnamed = regexp.MustCompile(`有人|别人|他人|某人|旁人|谁`)

// byNotice is how one comes: 「按通知要求参会」.
var byNotice = regexp.MustCompile(`(?:按照?|依照?|根据|遵照|如)(?:会议)?(?:通知|要求|安排)+`)

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
var companions = regexp.MustCompile(`(?:和|跟|与|同|陪同|陪|带上|带着|带|代表|代替|代|替)[\p{Han}]{1,14}?(?:一起|一同|一块儿?|共同|去|来|$)|(?:携带?|带齐|备齐|备好|准备好)\p{Han}{1,8}?(?:来|去|$)`)

// ownDepartment is a department that answers for itself.
var ownDepartment = regexp.MustCompile(`^\s*\p{Han}{1,8}(?:部门|部|科|处|室|厂|中心|公司|组|院|所|车间|单位|局|办)(?:的)?`)

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
var withSelf = regexp.MustCompile(`\b(?:i|me|myself|(?:the )?undersigned|we)\s?(?:and|&|plus|along with|together with|with) (?:[a-z.\-]+ ){1,4}(?:will |shall |are |can |both |be |positively |definitely )*$|\b(?:and|&) (?:i|me|myself|(?:the )?undersigned) (?:will |shall |are |can |both |be |positively |definitely )*$`)

// clearAfter looks at what follows the yes up to the next word of the grammar: this meeting, or nothing of weight.
func clearAfter(c clause, from, end int, q Question) bool {
	after := string(c.text[from:end])
	if from > 0 && letter(c.text[from-1]) {
		return (!otherThing.MatchString(after) || thisThing.MatchString(after)) && !otherEvent(after, q)
	}
	if called.MatchString(string(c.text[from:])) {
		return false
	}
	if elsewhere.MatchString(after) {
		return leftOf(after, q) == ""
	}
	return goesOn.MatchString(after) || !weighty(leftOf(after, q))
}

// called makes of coming a name for something: 「参加会议的通知」.
var called = regexp.MustCompile(`^.{0,24}的(?:通知|邀请|函|名单|要求|安排|消息|邮件|事|人|话)`)

// events are other gatherings in English.
var events = regexp.MustCompile(`\b(?:event|fair|wedding|training|course|exhibition|seminar|funeral|class|ceremony|party|trip|expo|congress|summit|webinar|show|match|concert|lecture|exam)\b`)

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
var elsewhere = regexp.MustCompile(`年会|展会|发布会|招标会|展览|典礼|婚礼|培训|考试|考核|比赛|活动|论坛|答辩|追悼|家长会|另一|另外|别的|其他`)

// tag is a question that waits for a word on what was said before: 「让赵倩去，可以吗？」.
var tag = regexp.MustCompile(`^[\s\pP]*(?:这样)?(?:可以|行|好|方便|成|合适|妥|ok|okay)(?:吗|么|不|否|嘛|不可以|不行|不好)?[\s\pP]*$|^[\s\pP]*(?:is that|would that be|is this) (?:ok|okay|fine|all right|alright|acceptable)[\s\pP]*`)

// tagged reports whether a question ends in a tag, so that all of it is asked.
func tagged(s sentence) bool {
	n := len(s.clauses) - 1
	return n > 0 && tag.MatchString(s.clauses[n].folded())
}

// boxes are choices to tick: 「参加（√）不参加（ ）」,「□参加 ☑不参加」.
var boxes = regexp.MustCompile(`(不参加|不出席|参加|出席|请假|待定)\s?[\[(]\s*([√✓✔☑v]?)\s*[\])]|([□☐○√✓✔☑☒■●])\s?(不参加|不出席|参加|出席|请假|待定)`)

// ticks reads boxes, and reports whether there are any. One must be ticked, no more.
func (p *presence) ticks(s sentence) bool {
	all := boxes.FindAllStringSubmatch(fold.Text(s.raw), -1)
	if len(all) < 2 {
		return false
	}
	ticked := ""
	for _, m := range all {
		if on := m[2] != "" || m[3] != "" && !strings.Contains("□☐○", m[3]); on && ticked == "" {
			ticked = m[1] + m[4]
		} else if on {
			ticked = "?"
		}
	}
	p.answers(ticked)
	p.blocked = p.blocked || ticked == "" || ticked == "?"
	return true
}

// answers takes the name of a choice in.
func (p *presence) answers(choice string) bool {
	switch choice {
	case "参加", "出席", "接受", "accept", "attend", "yes", "是", "能":
		p.accept = true
	case "待定", "暂定", "tentative", "maybe":
		p.tentative = true
	case "不参加", "不出席", "请假", "谢绝", "拒绝", "decline", "no", "否", "不能":
		p.decline = true
	default:
		return false
	}
	return true
}

// form is a line of a reply slip: 「是否参会：是」.
var form = regexp.MustCompile(`(?:是否|能否|可否)(?:能)?(?:准时|按时)?(?:参加|参会|出席|到会|与会)(?:会议)?\s?[:：]?\s?(参加|出席|不参加|不出席|是|否|能|不能|待定)\s*[.!]*$`)

// choice is a choice of the letter by its number: 「选1」, "option 2".
var choice = regexp.MustCompile(`^\s*(?:我)?(?:选择|选|回复|回|答|答复|option|choice|no\.?|number|第|#)?\s?([1-9])(?:号|项|个|吧|\s|\.|。|!)*$`)

// surelyGoes is a yes of one word.
var surelyGoes = regexp.MustCompile(`^\s*(?:我|必|肯定|一定|都|去)?(?:去|来|到)(?:的|啊|呀|哈|滴|嘞)?\s*[.!~]*$`)

// choices are the numbers that a letter gives its choices: 「1 参加　2 不参加　3 待定」.
var choices = regexp.MustCompile(`(?:^|[^0-9.:/-])([1-9])\s?[ .、:)=-]?\s?["“]?(不参加|参加|不出席|出席|接受|谢绝|拒绝|请假|待定|暂定|accept|decline|tentative|attend|yes|no|maybe)`)

// chooses reads an answer by the number of a choice in the letter.
func (p *presence) chooses(c clause, q Question) bool {
	if went := surelyGoes.FindString(c.folded()); went != "" {
		p.accept = true
		return true
	}
	m := choice.FindStringSubmatch(c.folded())
	if m == nil {
		return false
	}
	found := ""
	for _, h := range q.History {
		for _, o := range choices.FindAllStringSubmatch(fold.Text(h), -1) {
			if o[1] == m[1] {
				if found != "" && found != o[2] {
					return false
				}
				found = o[2]
			}
		}
	}
	return p.answers(found)
}

// apposed follows a person's name between commas: "Jan Novak, our QA lead, will attend"; goesAlone begins the clause that has the name before it as
// its subject: ", who will attend".
var (
	apposed   = regexp.MustCompile(`^\s*(?:who|my|our|the|a|from|of|deputy|head|senior|assistant|acting|[SJ]r\.?|Asst\.?|Dy\.?|Addl\.?|Chief|General|Vice|[A-Z]{2,5}|(?:[A-Z][a-z&]+ ){0,2}(?:Manager|Director|Engineer|Lead|Head|Officer|Supervisor|Superintendent|Executive|Secretary))\b`)
	goesAlone = regexp.MustCompile(`^\s*(?:will|is going|shall|can|has|is|to)\b`)
	namedLast = regexp.MustCompile(`(?:(` + nameEnglish + `)|\b(?:deputy|colleague|assistant|substitute|representative|alternate|nominee|proxy|delegate|stand-in|boss|manager))(?:\s?\([^)]*\)|\s?<[^>]*>)?\s*$`)
)

// nameEnds reports whether a clause ends in a person.
func nameEnds(raw string) bool {
	if hailed.MatchString(raw) {
		return false
	}
	m := namedLast.FindStringSubmatch(raw)
	return m != nil && (m[1] == "" || trimName(m[1]) != "")
}

// insteadOnly opens what goes on with the name: "Instead of me, Kevin Zhang".
var insteadOnly = englishShape(`^\s*(?i:FIRMLY)\s*$`)

// hailed begins with a greeting: the name is spoken to.
var hailed = regexp.MustCompile(`(?i)^\s*(?:hi|hello|hey|dear|thanks|thank you|many thanks|ok|okay|yes|noted|received|morning|good \w+|sure|sorry)\b`)

// appositions joins the clauses again that a name and what is said of it were parted into.
func appositions(list []clause) (out []clause) {
	named := false
	for i := 0; i < len(list); i++ {
		c := list[i]
		if i+1 < len(list) && insteadOnly.MatchString(string(c.raw)) {
			c = c.joined(list[i+1])
			i++
		}
		for i+1 < len(list) && nameEnds(string(c.raw)) {
			next := string(list[i+1].raw)
			alone := strings.HasPrefix(strings.TrimSpace(next), "who ")
			if !alone && !(i+2 < len(list) && (apposed.MatchString(next) || nameEnds(next)) && goesAlone.MatchString(string(list[i+2].raw))) {
				break
			}
			c = c.joined(list[i+1])
			i++
			if !alone {
				c = c.joined(list[i+1])
				i++
			}
		}
		c.orphan = i > 0 && goesAlone.MatchString(string(c.raw)) && named
		named = named || nameEnds(string(c.raw))
		out = append(out, c)
	}
	return out
}

// joined is c with the next clause behind its comma.
func (c clause) joined(o clause) clause {
	at := len(c.text) + 1
	c.raw = append(append(c.raw[:len(c.raw):len(c.raw)], ','), o.raw...)
	c.text = append(append(c.text[:len(c.text):len(c.text)], ','), o.text...)
	c.hits = c.hits[:len(c.hits):len(c.hits)]
	for _, h := range o.hits {
		c.hits = append(c.hits, hit{h.sign, h.start + at, h.end + at, h.rule})
	}
	c.colon = o.colon
	return c
}
