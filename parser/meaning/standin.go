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
// and that the writer is back. It takes an absence and a stand-in; without days it is asked back. A condition or a question is none.
var (
	absence      = regexp.MustCompile(`休假|请假|年假|产假|病假|婚假|事假|调休|出差|外出|不在(?:公司|岗|单位|办公室)?|离岗|度假|学习|\baway\b|\bon (?:leave|holiday|vacation|business|a business trip)\b|\bout of (?:the )?office\b|\btravel(?:l)?ing\b|\babsent\b`)
	standsIn     = regexp.MustCompile(`(?:由|请|委托|交由|交给|拜托)\s?([\p{Han}a-z.@_-]{2,40}?)\s?(?:同志)?(?:临时|暂时|全权|来)?(?:代管|代理|代办|代为处理|代为管理|代班|接管|代我)|(?:代管人?|代理人)(?:是|为|[: ])\s?([\p{Han}a-z.@ _-]{2,40}?)(?:$|[,。;.!\n])`)
	standsInWest = regexp.MustCompile(`(?:^|[,;.]|\band\b)\s*(?:and )?([a-z][a-z.'’@_-]*(?: [a-z][a-z.'’-]*){0,2}|[\p{Han}]{2,4}) (?:stands in|will stand in|is standing in|will cover|covers for me|is covering|takes over|will take over|acts for me|deputi[sz]es)|(?:stand-?in|deputy)(?: is|:)? ([a-z][a-z.'’@_-]*(?: [a-z][a-z.'’-]*){0,2}|[\p{Han}]{2,4})`)
	cameBack     = regexp.MustCompile(`^\s*(?:会办)?(?:您好|你好)?[,!]?\s*(?:我|本人)?(?:已经|已|今天|提前|今天已经)*(?:回来了|回来上班了|返岗了?|销假了?)[,。.!\s]*(?:代管(?:到此)?结束|谢谢)?[。.!\s]*$|^\s*i(?:'m| am|’m) back(?: now| early| in the office)?[.!\s]*$`)
	standInDoubt = regexp.MustCompile(`\?|吗|如果|要是|可能|也许|或许|能否|可否|是否|\bif\b|\bmaybe\b|\bperhaps\b|\bmight\b|\bcould\b`)
)

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
	case standInDoubt.MatchString(said) || !absence.MatchString(said):
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

// namedStandIn is the name as it was written.
func namedStandIn(text, said string) string {
	for _, form := range []*regexp.Regexp{standsIn, standsInWest} {
		at := form.FindStringSubmatchIndex(said)
		for g := 2; at != nil && g < len(at); g += 2 {
			if at[g] >= 0 {
				r := []rune(text)
				return strings.TrimSpace(string(r[len([]rune(said[:at[g]])):len([]rune(said[:at[g+1]]))]))
			}
		}
	}
	return ""
}
