package meaning

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// orderVerb is one verb of the quick lines. Its form is matched against the folded line; the one group is what the verb is
// about, which read puts into the line. It reports false where the line is no order after all.
type orderVerb struct {
	name string
	form *pattern.Pattern
	read func(q Question, l *secretary.QuickLine, rest string) bool

	content bool // what follows is content, which may well ask or suppose something: 议题：是否增加夜班
}

// polite may stand before a verb.
const polite = `^(?:请|麻烦|烦请|劳驾|please |pls |kindly )? ?`

// gap parts a verb from what it is about.
const gap = `(?:[ :,]+|$)`

func order(name, verb string, read func(Question, *secretary.QuickLine, string) bool) orderVerb {
	return orderVerb{name: name, form: pattern.Must(polite + verb), read: read}
}

func content(v orderVerb) orderVerb {
	v.content = true
	return v
}

// orderVerbs are the verbs, in the order in which they are tried. testdata/orders.txt has the examples.
var orderVerbs = []orderVerb{
	// 换地点：二号会议室 · 改到二号会议室 · change room to Room 2 · move to room 2
	order("place", `(?:(?:换|改|变更|调整|更换|更改)(?:开会|会议)?(?:地点|会议室|会场)|(?:地点|会议室|会场)(?:改|换|变更|调整)(?:为|到|在|成|至))(?:为|到|在|成|至)?[ :,]*(.*)$`, readPlace),
	order("place", `(?:改到|改在|改至|换到|换在)[ :]*([^0-9周,]{0,12}[0-9]{0,4}(?:号?楼)?[0-9]{0,4}[^0-9周,]{0,8}(?:会议室|室|厅|馆|会场))$`, readPlace),
	order("place", `(?:change|switch) (?:the )?(?:meeting )?(?:place|room|venue|location)(?: to|:|$) ?(.*)$`, readPlace),
	order("place", `(?:new (?:place|room|venue|location):|(?:move|change|switch) (?:it |the meeting )?to (?:the )?(room\b.*|.*\broom))$`, readPlace),
	order("place", `new (?:place|room|venue|location)(?:: ?| to )(.*)$`, readPlace),
	// 改期 12月3日 14:00 · 改到下周四下午两点 · reschedule to Dec 3 2 pm
	order("move", `(?:(?:会议|开会)?(?:改期|改时间|换时间|改日期|时间改|时间调整|时间变更)|(?:会议)?(?:改|推迟|顺延|提前|调整|换))(?:到|至|为|在)([ :,]*.*)$`, readMove),
	order("move", `(?:会议|开会)?(?:改期|改时间|换时间|改日期)([ :,]*.*)$`, readMove),
	order("move", `(?:推迟|顺延|提前)([ :,]*.*)$`, readDelay),
	order("move", `(?:reschedule|postpone|move|shift|push back|bring forward|change (?:the )?(?:time|date))(?: it| this| (?:the |this )?meeting)?(?: (?:to|until|till|for)|:| to:)( .*)$`, readMove),
	order("move", `(?:reschedule|new (?:time|date))(?: it| this| (?:the |this )?meeting)?(:? .*|)$`, readMove),
	// 取消 · 取消会议：主机厂停产 · cancel the meeting: plant closed
	order("cancel", `(?:取消(?:(?:本次|此次|这次|该)?(?:会议|例会)|本次|这次|该会)?|(?:(?:本次|此次|这次|该)?会议)取消|(?:会议|会)不开了|停开)(?:[ :,.。;!(]+(.*)|因.*|)$`, readWhy),
	order("cancel", `(?:cancel|call off)(?: (?:the|this) meeting| meeting| it)?(?:[:,.。;!]+ ?(.*)| because .*| due to .*|)$`, readWhy),
	// 加议题：注塑机产能评估（王磊，15分钟） · add topic: moulding capacity (Wang Lei, 15 min)
	order("topic", `(?:(?:增加|新增|添加|追加|加)(?:一?个|一项)?议题|议题(?:增加|新增|追加))`+gap+`(.*)$`, readTopic),
	order("topic", `(?:add (?:a |an |one )?(?:new )?(?:topic|agenda item|item to the agenda)|new (?:topic|agenda item))`+gap+`(.*)$`, readTopic),
	// 议题：产能瓶颈 10分钟（决定） · topic: moulding capacity, Wang Lei, 10 min: from who conducts nothing a proposal
	content(order("topic", topicLabel+`(.*)$`, readTopic)),
	// 提问：客户问贷款利率怎么答复 · question: what may we say about the rate?
	content(order("question", `(?:提问|请教|想请教|question) ?[0-9]{0,2} ?:(.*)$`, readQuestion)),
	// 加人 何平 · 邀请：何平、王敏 · invite He Ping and Wang Min
	order("invite", `(?:加人|(?:增加|添加|追加|加)(?:参会|与会|出席|列席)?(?:人员|人)|(?:增加|加)参会|加邀|(?:增加)?邀请)`+gap+`(.*)$`, readNames),
	order("invite", `(?:add (?:a )?(?:person|people|participants?|attendees?)|(?:also )?invite)`+gap+`(.*)$`, readNames),
	// 缺席 李雷 · absent: Li Lei
	order("absent", `缺席(?:人员|人)?`+gap+`(.+)$`, readNames),
	order("absent", `absent`+gap+`(.+)$`, readNames),
	// 撤回 · undo
	order("withdraw", `(?:撤回|撤销|撤消|收回)(?:刚才的|上一?条|上述|以上)?(?:指令|命令)?[.。!]*()$`, readNothing),
	order("withdraw", `(?:undo|withdraw|take (?:it|that) back)(?: (?:it|that|this|(?:the |my )?last(?: order| one| line)?))?[.。!]*()$`, readNothing),
	// 状态 · status
	order("status", `(?:会议|查看|查)?状态[.。!?]*()$`, readNothing),
	order("status", `(?:meeting )?status[.。!?]*()$`, readNothing),
	// 查询 产能 2026 · search capacity 2026
	order("query", `(?:查询|检索|搜索)`+gap+`(.*)$`, readTerms),
	order("query", `(?:search(?: for)?|query)`+gap+`(.*)$`, readTerms),
	// 帮助 · help
	order("help", `(?:帮助|指令|命令|help|commands)[.。!?]*()$`, readNothing),
}

// Orders reads the quick lines of a mail in a meeting's thread: one intent for each line, as soon as one of them is an order.
// The lines beside it that are none, greetings aside, are among them with the problem no-order; rest is all those lines. A
// draft of minutes has lines that look like orders, so there every line must be one.
func Orders(q Question) (out []secretary.Intent, rest []quote.Kept) {
	found, other, meeting := false, false, ""
	for _, k := range q.orderLines() {
		if k.Above != "" {
			return nil, nil // it answers the line of a letter that it stands under
		}
		l, number := readOrder(q, strings.TrimSpace(k.Text))
		if number != "" {
			meeting = number
		}
		if l == nil || l.Verb == "" {
			rest = append(rest, k)
		}
		if l == nil {
			continue
		}
		l.Meeting = meeting
		found, other = found || l.Verb != "", other || l.Verb == ""
		out = append(out, secretary.Intent{Kind: secretary.IntentOrder, QuickLine: l})
	}
	if !found || other && q.About == DraftCall {
		return nil, nil
	}
	return out, rest
}

// Beside reads the lines beside quick lines. What they say counts only if it is what the mail as a whole says too: 我那天出差
// beside a move is its reason and no decline. It reports false where they may have a comment that goes on over the other
// lines, so that these are no orders.
func Beside(q Question, rest []quote.Kept, whole []secretary.Intent) (said []secretary.Intent, ok bool) {
	q.Lines, q.Subject = rest, ""
	if strings.TrimSpace(q.text()) == "" {
		return nil, true
	}
	for _, in := range Read(q).Intents {
		if slices.Contains(commented, in.Kind) {
			return nil, false
		}
		same := func(w secretary.Intent) bool { return w.Kind == in.Kind && w.Status == in.Status }
		if in.Beside = true; slices.Contains(oneLine, in.Kind) && slices.ContainsFunc(whole, same) {
			said = append(said, in)
		}
	}
	return said, true
}

var (
	// oneLine are the intents that a line says whole.
	oneLine = []secretary.IntentKind{secretary.IntentAttend, secretary.IntentConfirm, secretary.IntentNoMaterials}
	// commented are those whose comment may be several lines long.
	commented = []secretary.IntentKind{
		secretary.IntentApprove, secretary.IntentReject, secretary.IntentObject, secretary.IntentSuggest, secretary.IntentProgress, secretary.IntentExtend, secretary.IntentDraft,
	}
)

// readOrder reads one line, nil for one that says nothing, and finds the number of the meeting that it names.
func readOrder(q Question, line string) (l *secretary.QuickLine, number string) {
	whole := thanks.ReplaceAllString(bullet.ReplaceAllString(line, ""), "")
	said, number := cutNumber(whole)
	for _, v := range orderVerbs {
		words := said
		if v.name == "query" {
			words = whole // what is searched for may be a number
		}
		l = &secretary.QuickLine{Verb: v.name, Line: line}
		if rest, ok := v.match(words); ok && v.read(q, l, rest) {
			return l, number
		}
	}
	if said == "" || greetings.MatchString(fold.Text(said)) {
		return nil, number
	}
	return &secretary.QuickLine{Line: line, Problem: "no-order"}, number
}

// match is what stands behind the verb, as it was written, where the line has the verb's form.
func (v orderVerb) match(said string) (rest string, ok bool) {
	folded := fold.Text(said)
	at := v.form.FindStringSubmatchIndex(folded)
	if at == nil || !v.content && v.name != "status" && v.name != "help" && unsure.MatchString(folded) {
		return "", false
	}
	return lastGroup(said, folded, at), true
}

// lastGroup is the part of the line, as it was written, that the form's last group stands for; "" where it matched nothing.
func lastGroup(said, folded string, at []int) string {
	from, to := at[len(at)-2], at[len(at)-1]
	if from < 0 {
		return ""
	}
	r := []rune(said) // folded has as many
	return string(r[utf8.RuneCountInString(folded[:from]):utf8.RuneCountInString(folded[:to])])
}

// orderLines are the lines that may hold orders: the text's, or the subject of a fresh mail that has no other.
func (q Question) orderLines() []quote.Kept {
	if strings.TrimSpace(q.text()) == "" && q.About == None && !replied(q.Subject) {
		return []quote.Kept{{Text: q.Subject}}
	}
	return q.Lines
}

var (
	bullet = pattern.Must(`^\s*[-*·•●■‣]+\s*`)
	// thanks may end any line.
	thanks = pattern.Must(`(?i)[\s,，.。;；!！]*(?:谢谢|謝謝|多谢|多謝|感谢|感謝|辛苦了|拜托了|拜託了|thanks|thank you|please)[\s.。!！~～]*$`)
	// greetings are lines beside orders that say nothing: salutations, and what leads in to the orders.
	greetings = pattern.Must(`^(?:(?:会办|小办|秘书|各位.{0,6}|大家|领导|同事们?)?[,: ]*(?:你好|您好|好|早上好|上午好|中午好|下午好|晚上好)?|[^,.。;]{0,40}:|.{0,20}如下[:.。]?|hi|hello|hi there|dear .{1,30}|(?:best|kind) regards|regards|best|cheers|此致|敬礼|以上|辛苦.{0,4})[,.。:!~ ]*$`)
	// unsure are the words of a question, a condition or a proposal, which order nothing.
	unsure = pattern.Must(`\?|吗|行不行|好不好|可不可以|可否|能否|是否|可以么|怎么样|如何$|如果|要是|\bif\b|\bmaybe\b|\bperhaps\b|^改?(?:期|到).*(?:也行|都行|比较|更好|合适)`)
)

// MeetingNumber finds the number of a meeting in a text, "PSC-20261127".
var MeetingNumber = pattern.Must(`(?i)\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-20[0-9]{6}\b`)

// cutNumber takes a meeting's number, and what parts it from the rest, out of a line.
func cutNumber(line string) (rest, number string) {
	line = strings.TrimSpace(line)
	at := MeetingNumber.FindStringIndex(line)
	if at == nil {
		return line, ""
	}
	before := strings.TrimRight(line[:at[0]], " \t　([（【#:：,，")
	behind := strings.TrimLeft(line[at[1]:], " \t　)]）】:：,，")
	if slices.Contains([]string{"会议", "會議", "会议编号", "會議編號", "编号", "編號", "meeting", "Meeting", "关于", "關於", "Re", "re"}, strings.TrimSpace(before)) {
		before = ""
	}
	return strings.TrimSpace(before + " " + behind), strings.ToUpper(line[at[0]:at[1]])
}
