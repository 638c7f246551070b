package meaning

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/quote"
)

// TestDayOff: only a line that says nothing but one of the four ways decides.
func TestDayOff(t *testing.T) {
	for want, answers := range map[string]string{
		"earlier": "提前|同意提前|提前召开|那就提前到节前吧。|会议提前|earlier|Earlier please|Move it to the earlier day.|bring it forward|提前開|您好：\n提前\n谢谢！",
		"later":   "顺延|順延|顺延吧|同意顺延|顺延到节后|节后再开|推迟吧|延后召开|later|Later, thanks|postpone|put it off|after the holiday",
		"skip":    "停开|停開|本次停开|这次不开了|取消|本周例会取消|leave it out|skip it|no meeting this time|cancel",
		"keep":    "照常|照常召开|当天照常开|当日照常|按原时间召开|不变|keep the day|as planned|hold it all the same",
		"": "|同意|收到|提前还是顺延？|不提前|不要顺延|如果客户能来就照常|顺延到10月12日|提前一天通知大家|不取消|先不取消|提前\n顺延|等李总定|顺延吧，但要通知客户|照常不了|" +
			"maybe later|I'll tell you later|not earlier|earlier or later?|cancel my leave|同意，但请提前告知|earlier if Wang can come",
	} {
		for answer := range strings.SplitSeq(answers, "|") {
			q := Question{About: DayOff}
			for l := range strings.SplitSeq(answer, "\n") {
				q.Lines = append(q.Lines, quote.Kept{Text: l})
			}
			a, got := Read(q), ""
			if len(a.Intents) == 1 {
				got = a.Intents[0].Status
			}
			if got != want || len(a.Intents) > 1 {
				t.Errorf("%q means %q, not %q", answer, got, want)
			}
		}
	}
}
