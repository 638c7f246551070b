package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// noMinutes are the ways of saying that a meeting is to have no minutes (S1E-05). The line ends there, or a stop and the reason
// stand behind it: 「不写纪要怎么办」, 「不出纪要是不可能的」 and "no minutes yet" are something else.
var noMinutes = pattern.Must(`^(?:(?:您好|你好|各位)[,!。\s]*)?(?:申请|拟)?(?:本次|这次|此次|今天)?(?:的)?(?:会议|例会)?(?:申请)?(?:不(?:作|做|写|出|再?形成|需要|需|用(?:写|做|作)?)|无需|无须|免(?:作|做|写|除)?)(?:会议)?(?:纪要|记录)(?:了)?` +
	`(?:[,。.;!\s]*(?:谢谢|多谢)?[。.!\s]*$|\s*:([^?]*)$|[,。.;\s]*(?:特殊)?(?:(?:原因|理由)(?:是|为)?|因为|由于|因)([^?]*)$)` +
	`|^(?:please )?(?:no minutes(?: (?:are )?(?:needed|required|necessary))?(?: this time| for this (?:one|meeting))?|(?:please )?waive the minutes(?: of this meeting)?)` +
	`(?:[,.;!\s]*(?:thanks|thank you)?[.!\s]*$|\s*[:-]([^?]*)$|[\s,.;-]*\b(?:the )?(?:reason(?: is)?|because|since|as)\b([^?]*)$)`)

// noReason are the words of a question, a condition or a promise: what holds them is no reason why there are none.
var noReason = pattern.Must(`^[此而]|吗|么[。!]?$|如果|要是|若[^干]|假如|的话|怎么|如何|能否|可否|是否|行不行|会不会|可不可以|要不要|不可能|还是(?:要|得|会|我)|补|改天|明天|后天|明早|今晚|稍后|晚点|回头|\b(?:if|yet|tomorrow|later|will|shall|unless|whether)\b|'ll\b`)

// mostWaived is how long an answer may be that asks for no minutes: minutes themselves are longer.
const mostWaived = 120

// Waive reads a short answer to the call for minutes that asks for none; nil where it says something else.
func Waive(text string) *secretary.Intent {
	s := strings.TrimSpace(strings.ReplaceAll(fold.Text(text), "\n", " "))
	if len([]rune(s)) > mostWaived {
		return nil
	}
	m := noMinutes.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	reason := strings.Join(m[1:], "")
	if noReason.MatchString(reason) {
		return nil
	}
	return &secretary.Intent{Kind: secretary.IntentWaive, Reason: strings.Trim(reason, " ,。.;:")}
}
