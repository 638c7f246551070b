package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// noMinutes are the ways of saying that a meeting is to have no minutes, with the reason behind them (S1E-05).
var noMinutes = pattern.Must(`(?i)^(?:(?:您好|你好|各位)[，,。!！\s]*)?(?:申请|拟)?(?:本次|这次|此次|今天)?(?:的)?(?:会议|例会)?(?:申请)?(?:不(?:作|做|写|出|再?形成|需要|需|用(?:写|做|作)?)|无需|无须|免(?:作|做|写|除)?)(?:会议)?(?:纪要|记录)(?:了)?[，,。.;；:：\s]*(?:特殊)?(?:原因|理由|因为|由于|因)?(?:是|为)?[:：，,\s]*([^吗?？]*)$` +
	`|^(?:please )?(?:no minutes(?: (?:are )?(?:needed|required|necessary))?(?: this time| for this (?:one|meeting))?|(?:please )?waive the minutes(?: of this meeting)?)\b[\s,.:;-]*(?:the )?(?:reason(?: is)?|because|since|as)?[:\s]*([^?]*)$`)

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
	return &secretary.Intent{Kind: secretary.IntentWaive, Reason: strings.Trim(m[1]+m[2], " ，,。.;；:：")}
}
