package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// A mail of its own that says who stands in while the writer is away:
//
//	我休假 10/1–10/8，由陈静代管 · 12月1日至8日出差，请王敏代管
//	I am away 1–8 Oct, Chen Jing stands in · on leave Dec 1 to Dec 8, stand-in: Chen Jing
//
// and that the writer is back. It takes an absence and a stand-in; without days it is asked back. A condition, a question or a denial
// is none, nor are the absence of somebody else and the errand of one day: 「王磊出差，由陈静代管」, 「请王敏代办出差手续」.
var (
	absence      = regexp.MustCompile(`休假|请假|年假|产假|病假|婚假|事假|调休|出差|外出|不在(?:公司|岗|单位|办公室)?|离岗|度假|学习|\baway\b|\bon (?:leave|holiday|vacation|business|a business trip)\b|\bout of (?:the )?office\b|\btravel(?:l)?ing\b|\babsent\b`)
	standsIn     = regexp.MustCompile(`(?:由|请|委托|交由|交给|拜托)\s?([\p{Han}a-z.@_-]{2,40}?)\s?(?:同志)?(?:临时|暂时|全权|来)?(?:代管|代理|代办|代为处理|代为管理|代班|接管|代我)|(?:代管人?|代理人)(?:是|为|[: ])\s?([\p{Han}a-z.@ _-]{2,40}?)(?:$|[,。;.!\n])`)
	standsInWest = regexp.MustCompile(`(?:^|[,;.]|\band\b)\s*(?:and )?([a-z][a-z.'’@_-]*(?: [a-z][a-z.'’-]*){0,2}|[\p{Han}]{2,4}) (?:stands in|will stand in|is standing in|will cover|covers for me|is covering|takes over|will take over|acts for me|deputi[sz]es)|(?:stand-?in|deputy)(?: is|:)? ([a-z][a-z.'’@_-]*(?: [a-z][a-z.'’-]*){0,2}|[\p{Han}]{2,4})`)
	cameBack     = regexp.MustCompile(`^\s*(?:会办)?(?:您好|你好)?[,!]?\s*(?:我|本人)?(?:已经|已|今天|提前|今天已经)*(?:回来了|回来上班了|返岗了?|销假了?)[,。.!\s]*(?:代管(?:到此)?结束|谢谢)?[。.!\s]*$|^\s*i(?:'m| am|’m) back(?: now| early| in the office)?[.!\s]*$`)
	standInDoubt = regexp.MustCompile(`\?|吗|么\s*$|如果|要是|假如|可能|也许|或许|能否|可否|是否|要不要|行不行|会不会|怎么|如何|的话|谁|\bif\b|\bmaybe\b|\bperhaps\b|\bmight\b|\bcould\b|\bshould\b|\bwhether\b|\bunless\b|\bwho\b`)
	standInNot   = regexp.MustCompile(`取消|作废|撤回|撤销|不(?:用|必|需|再|休|请|出差|外出|调休|学习|离岗)|无需|无须|没有?(?:休|请|出差|外出|安排)|还没|尚未|未定|待定|\bnot\b|n't\b|\bcancel|\bno (?:longer|need)\b|\bnever\b|\binstead of\b`)

	// awaySelf is what stands before the absence in its clause where it is the writer's own: a greeting, I, days, where to and why.
	awaySelf = regexp.MustCompile(`^(?:会办|各位(?:领导|同事|好)?|大家好|您好|你好|领导|请知悉|` + awayDays + `)*(?:(?:我|本人|因|由于)(?:这边)?)?(?:` + awayDays + `|现|将|要|会|需|准备|计划|打算|拟|已经?|正|于|从|自|在|全天|休|期间|请|一直|都|也|因[公病事私故婚]?|由于|(?:家中?|家里)?有事|身体不适|(?:去|赴|到|往|回|前往)[^他她您你请由]{1,10}?)*$` +
		`|^(?:(?:hi|hello|dear)(?: [a-z]+)?\b|please note(?: that)?|note(?: that)?|for your information|fyi|,| )*` + awayWest + `(?:i(?:'m| am|'ll| will| shall)?)?(?: be| go(?:ing)?| again| also| now|` + awayWest[3:] + `$`)
	bySelf = regexp.MustCompile(`我|本人|\bi\b`)
	// standsFor is what stands behind a stand-in: nothing, or what is looked after meanwhile. 「代理主持」 and "will cover the meeting" are errands.
	standsFor = regexp.MustCompile(`^(?:我|本人|的|了|一下|期间|这段时间|此间|一切|全部|所有|日常|相关|有关|各项|手头|上述|工作|事务|事项|事宜|事情|职务|职责|岗位|会议|待办|处理|办理|管理| )*(?:$|[,。;.!\n~(])` +
		`|^(?: (?:in|for me|for|my|all|work|duties|tasks|meetings|items|of|in the meantime|meanwhile|during|that|this|time|then|from|until|till|to|through|and|on|next|week|[0-9./:-]+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))*\s*(?:$|[,。;.!\n(])`)
)

// awayDays are the words for days before an absence.
const awayDays = `[0-9年月日号天周星期礼拜至到起止\-~./:(),、 一二三四五六七八九十两个上下中午晚前后本这整明今初底末]|国庆|春节|元旦|年末`

// awayWest are the English ones.
const awayWest = `(?:[ ,0-9./:-]|both|from|on|between|until|till|to|and|through|this|next|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|tomorrow|today|st\b|nd\b|rd\b|th\b)*`

// longestNote is how many characters somebody needs to say that they are away.
const longestNote = 300

func standIn(q Question, text string) (secretary.Intent, bool) {
	in := secretary.Intent{Kind: secretary.IntentStandIn}
	said := fold.Text(text)
	if strings.TrimSpace(text) == "" && !replied(q.Subject) {
		text, said = q.Subject, fold.Text(q.Subject)
	}
	switch {
	case len([]rune(said)) > longestNote:
		return in, false
	case cameBack.MatchString(said):
		in.Status = "back"
		return in, true
	case standInDoubt.MatchString(said) || standInNot.MatchString(said) || !awayMyself(said):
		return in, false
	}
	if in.Delegate = namedStandIn(text, said); in.Delegate == "" {
		return in, false
	}
	for _, d := range q.dates(text) {
		if d.Date == "" || !d.Valid {
			continue
		}
		if in.From == "" {
			in.From = d.Date
		}
		in.Until = max(in.Until, d.Date)
	}
	return in, true
}

// awayMyself reports whether a clause says that the writer is away.
func awayMyself(said string) bool {
	for _, c := range strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune(";。!\n", r) }) {
		if at := absence.FindStringIndex(c); at != nil {
			before := strings.TrimSpace(c[:at[0]])
			last := before[strings.LastIndexAny(before, ",:")+1:]
			return awaySelf.MatchString(before) || bySelf.MatchString(last) && awaySelf.MatchString(last)
		}
	}
	return false
}

// namedStandIn is the name as it was written.
func namedStandIn(text, said string) string {
	for _, form := range []*regexp.Regexp{standsIn, standsInWest} {
		at := form.FindStringSubmatchIndex(said)
		for g := 2; at != nil && g < len(at); g += 2 {
			if at[g] < 0 || g == 2 && !standsFor.MatchString(said[at[1]:]) {
				continue
			}
			r := []rune(text)
			return strings.TrimSpace(string(r[len([]rune(said[:at[g]])):len([]rune(said[:at[g+1]]))]))
		}
	}
	return ""
}
