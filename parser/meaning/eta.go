package meaning

import (
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// eta is the day a clause promises, and whether it names a day that is over. A day that something starts, or was planned
// for, is none.
func (p piece) eta(q Question) (date secretary.Date, past bool) {
	today, raw := secretary.DateOf(q.Now), string(p.raw)
	for _, m := range q.dates(raw) {
		if m.Date == "" || m.Shift || !m.Valid {
			continue
		}
		before, after := raw[:m.Start], raw[m.End:]
		switch {
		case m.Date == today && (upTo.MatchString(before) || came.MatchString(after) || !p.todays(before+"|"+after)):
		case away.In(p.look()) && !ending.In(p.look()), theirDay.In(p.look()):
		case bareDay.MatchString(raw[m.Start:m.End]) && doneOn.MatchString(after):
			past = true
		case startsBefore.MatchString(before), strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s"): // "in Friday's mail"
		case m.Date < today, happened(before), justNow.MatchString(after):
			past = true
		case p.farOff(m, today, after):
		case fraction(before, raw[m.Start:m.End], after), countable.MatchString(after):
		case starts(after), formerly(before, after):
		default:
			date = m.Date
		}
	}
	return date, past && date == ""
}

// todays reports whether a clause says of today that something will be finished, and not how far it is by now: 「今天补到62%」.
func (p piece) todays(around string) bool {
	around = strings.ToLower(around)
	return toCome1.MatchString(around) || len(p.shares()) == 0 && ending.MatchString(around) && !strings.ContainsAny(around, "了刚")
}

var (
	toCome1 = pattern.Must(`能|会|可以|将|要|\|\s?(?:之|以)?前|争取|预计|力争|下班|\b(?:will|by|should|tonight|eod)\b|'ll\b`)
	ending  = pattern.Must(`完|交|搞定|收尾|上线|到位|弄好|做好|办好|finish|deliver|ready|clos|complet|done|\bby\b|\blive\b|submit|issue|send`)
	// justNow is behind a day that is over: 「需求周一刚定稿」.
	justNow = pattern.Must(`^(?:上午|下午|早上|中午|晚上)?(?:刚刚?|才刚|已经?)[^能可要会将]`)
	// away is what keeps the writer from his work, or another event, on a day.
	away = pattern.Must(`休假|年假|请假|出差|放假|调休|开会|不在|来访|来检查|审厂|验厂|\b(?:on leave|annual leave|vacation|holidays?|out of (?:the )?office|travell?ing|away|back (?:in|on|at|by)|audit|inspection|visit(?:s|ing)?)\b`)
	// theirDay is a day that others want: 「老板要求12月20日完成」, "the plan was to have it by Friday".
	theirDay = pattern.Must(`(?:老板|领导|客户|甲方|业主|上面|上级|总部|你们?|您|公司|会上|会议)[^,]{0,4}(?:要求|规定|限定?|催|希望|想要|定的)|(?:目标|考核|指标)[^,]*(?:%|成)|(?:你们|您|对方)[^,]{0,12}(?:给|发|交)(?:给)?我|\b(?:customer|client|boss|they|he|she|management|headquarters) (?:wants?|needs?|expects?|asked|demands?)\b|\b(?:valid|closed|open|shut) (?:until|till|to)\b|\b(?:is|looks|seems|sounds) (?:too |very |rather )?(?:unrealistic|impossible|tight|early|soon|ambitious)\b|\b(?:plan was|were supposed|was supposed|was meant|had hoped|had planned)\b|\b(?:target|goal|kpi|objective)s? (?:is|was|are|were)[^,]*%`)
)

// came is what happened today: 「今天恢复了」.
var came = pattern.Must(`^(?:上午|下午|早上|中午)?(?:已|刚|才|又|就|也)*[^能可要会将前内争]{1,4}了$`)

// bareDay and doneOn are a day of this month that is over: 「10号完成的」.
var (
	bareDay = pattern.Must(`^\d{1,2}(?:号|號|日)$`)
	doneOn  = pattern.Must(`^(?:就|已|已经|都)?(?:完成|做完|办完|弄完|交付|验收|投用|上线|交)[^,，]{0,3}(?:的|了)$`)
)

// startsBefore makes a day one of beginning: "kick-off is on 4 January".
var startsBefore = pattern.Must(`(?i)\b(?:kick-?off|start|starts|starting|begins?|beginning)(?: date)?(?: is| will be)?(?: planned| scheduled| set)?(?: for| on| in)? $`)

// upTo counts up to a day: 「到今天」.
var upTo = pattern.Must(`(?i)(?:到|至|直到|截至|截止|as of|as at|up to|until|till)\s?$`)

var slashes = pattern.Must(`^\d{1,2}/\d{1,2}`)
var slashed = pattern.Must(`^(\d{1,2})/(\d{1,2})$`)

// fraction knows 「完成3/5」, which may be a share or a day.
func fraction(before, text, after string) bool {
	m := slashed.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	share := quantified.MatchString(before) || quantifies.MatchString(after) || strings.TrimSpace(before+after) == ""
	return a < b && b <= 12 && share && !dueBy.MatchString(before) && !strings.HasPrefix(strings.TrimSpace(after), "前")
}

var (
	quantified = pattern.Must(`(?:完成|了|度|进度|比例)[约为是:： ]*$|(?i)\b(?:about|roughly|around|approximately) $`)
	dueBy      = pattern.Must(`(?i)(?:预计|預計|计划|計劃|争取|爭取|将于|拟于|定于|于|在|eta|by|due)[约: ]*$`)
	quantifies = pattern.Must(`^\s?(?:的|完成|做完|弄完|搞完|装完|做好|弄好|done|complete)`)
)

// farOff reports whether "7/12" would be a day more than five months ahead: then it counts things.
func (p piece) farOff(m when.Match, today secretary.Date, after string) bool {
	text := string(p.raw)[m.Start:m.End]
	return slashed.MatchString(text) && m.Date > today.Add(150) && !strings.HasPrefix(strings.TrimSpace(after), "前")
}

// counted reports whether a clause has such a number.
func (p piece) counted(q Question) bool {
	raw := string(p.raw)
	for _, m := range q.dates(raw) {
		if m.Date != "" && m.Valid && strings.TrimSpace(raw[:m.Start]+raw[m.End:]) != "" && (p.farOff(m, secretary.DateOf(q.Now), raw[m.End:]) || fraction(raw[:m.Start], raw[m.Start:m.End], raw[m.End:])) {
			return true
		}
	}
	return false
}

// countable is the unit behind 「12/30」 in 「已装12/30台」.
var countable = pattern.Must(`^\s?(?:家|台|套|件|个|個|人|项|項|条|條|间|間|户|批|辆|吨|站|店|层|张|篇)`)

// happened reports whether a verb of the past stands right before "on Monday": "signed on Monday" is over, "to be signed on Monday" is not.
func happened(before string) bool {
	b := strings.ToLower(before)
	if m := longSince.FindStringSubmatch(b); m != nil && !planning.MatchString(m[1]) && !ahead.MatchString(b) {
		return true
	}
	m := pastVerb.FindStringSubmatch(b)
	return m != nil && !planning.MatchString(m[1]) && !yetTo.MatchString(b)
}

var (
	pastVerb = pattern.Must(`\b([a-z]+ed|sent|met|held|paid|ran|went|got|took|made|came|left|done|done it)(?: it| them| this| that| everything| all| all of it| the work| the job)?(?: back| off| out| over| up| in)? (?:on|last|this past) (?:the )?$`)
	// longSince is a verb of the past some words before its day: "only got the login on Monday". ahead stands where it is none.
	longSince = pattern.Must(`\b([a-z]{2,}ed|sent|met|held|paid|ran|went|got|took|made|came|gave|saw|left|lost|found|began|kicked) (?:[\w'-]+ ){1,4}(?:on|last|this past) (?:the )?$`)
	ahead     = pattern.Must(`\b(?:be|being|will|get|gets|when|once|if|until|needs?|should|shall|can|going|is|are|to be|by)\b|'ll\b`)

	planning = pattern.Must(`^(?:expected|planned|scheduled|delayed|postponed|moved|promised|targeted|needed|required|fixed|proposed|booked|estimated|projected|anticipated|rescheduled|extended|pushed|need)$`)
	yetTo    = pattern.Must(`\b(?:be|being|will|to|get|gets|is|are|by|when|once|if|until)\b`)
)

func starts(after string) bool {
	a := strings.TrimLeft(strings.ToLower(after), " 日号前起就早晚上下午")
	for _, w := range []string{"开始", "启动", "开工", "动工", "起", "進場", "进场", "開始", "啟動", "start", "begin", "kick", "开会", "召开", "开标", "招标", "进驻", "上会", "评审", "面试", "以来", "至今"} {
		if strings.HasPrefix(a, w) {
			return true
		}
	}
	return false
}

func formerly(before, after string) bool {
	b := strings.TrimRight(strings.ToLower(before), " :：于為为是的")
	for _, w := range []string{"原定", "原計劃", "原计划", "原", "本应", "應", "应", "到期日", "截止日期", "have until", "has until", "had until", "have till", "got until", "due", "originally", "since", "as of", "as at", "截至", "截止", "截止到", "截至到", "自", "从", "從", "from", "start", "start on", "starts on", "starting", "starting on", "begin", "begin on", "begins on", "kick off on"} {
		if strings.HasSuffix(b, w) {
			return true
		}
	}
	return false
}
