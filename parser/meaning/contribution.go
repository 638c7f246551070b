package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// A mail of its own that says at its head what it is: feedback of some class, or a contribution for everybody.
//
//	对会议制度的建议：… · 对产销协调会的意见：… · suggestion on the meeting regulation: …
//	访谈记录：… · interview notes: …      客户反馈：… · customer feedback: …
//	知识分享：… · knowledge: …            员工意见（保密）：… · confidential: …
//	纸质归档：20261127-PSC-PSM-01 档案室3柜2层 · paper filed: …
//
// The head stands at the beginning of the text, or is the subject. testdata/fresh.txt has more.
var contributions = []caption{
	{"knowledge", headForm(`(?:知识|经验|案例|心得)(?:分享|投稿)|分享(?:知识|经验|案例)`, `knowledge(?: sharing| contribution)?|sharing (?:a )?(?:case|experience|lesson)`)},
	{"paper", headForm(`纸[质本](?:文件|档案|资料|件)?(?:归档|入档|存档|登记|上架)`, `paper (?:on file|filed|file|shelved)`)},
	{"confidential", headForm(`(?:员工|职工|同事)的?(?:意见|情绪|思想动态)(?:反映|反馈)?|保密(?:意见|反映|反馈)`, `confidential(?: opinion| feedback| note)?|staff opinions?`)},
	{"interview", headForm(`(?:访谈|座谈|面谈)(?:记录|纪要|情况)`, `interview notes?|notes? of (?:the |an )?interview`)},
	{"customer", headForm(`客户(?:的)?(?:反馈|意见|需求|投诉)`, `customer(?:'s)? (?:feedback|comments?|needs?)`)},
	{"archive", headForm(`(?:关于|对)?(?:归档|档案)(?:工作|管理)?的?(?:改进)?(?:建议|意见|反馈)`, `(?:suggestions?|feedback) (?:on|about|for) (?:the )?(?:archive|filing)`)},
	{"regulation", headForm(`(?:关于|对|就)?[^:,。\n]{0,20}?(?:会议)?制度的?(?:改进)?(?:建议|意见|反馈)|(?:关于|对)[^:,。\n]{1,24}?(?:会|会议)的?(?:改进)?(?:建议|意见|反馈)`,
		`(?:suggestions?|feedback|comments?) (?:on|about|for) (?:the )?[^:,.\n]{0,60}?(?:regulation|meeting|rules?|coordination|policy)`)},
	{"management", headForm(`(?:管理|经营|工作)(?:方面)?的?建议|合理化建议|改进建议|建议`, `suggestions?|improvement suggestions?`)},
}

// caption is one way in which such a mail begins.
type caption struct {
	class string
	form  *regexp.Regexp
}

// intent is what the words behind the head mean; without words they mean nothing.
func (h caption) intent(words string) (secretary.Intent, bool) {
	in := secretary.Intent{Kind: secretary.IntentFeedback, Status: h.class, Comment: words}
	if h.class == "knowledge" {
		in = secretary.Intent{Kind: secretary.IntentKnowledge, Comment: words}
	}
	if h.class == "paper" {
		in = secretary.Intent{Kind: secretary.IntentPaper, Comment: words}
	}
	if r := []rune(words); len(r) > longestContribution {
		in.Comment = string(r[:longestContribution])
	}
	return in, size(words) >= 2
}

// longestContribution is how many characters of a contribution are kept beside the mail itself.
const longestContribution = 20000

// headForm is a head with what it is about in brackets, a colon, and the words.
func headForm(chinese, english string) *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:(?:会办|小会|秘书)?(?:您好|你好)[,!。: ]*|(?:hi|hello|dear [a-z]+)[,!. ]*)?(?:` + chinese + `|` + english + `)(?: ?[(\[][^)\]\n]{1,40}[)\]])?\s*(:|$)`)
}

// contribution reads a mail by its head.
func contribution(q Question, text string) (secretary.Intent, bool) {
	if h, words := headOf(text); h != nil && strings.TrimSpace(words) != "" {
		return h.intent(strings.TrimSpace(words))
	}
	if replied(q.Subject) {
		return secretary.Intent{}, false
	}
	if h, words := headOf(q.Subject); h != nil {
		return h.intent(strings.TrimSpace(strings.TrimSpace(words) + "\n" + text))
	}
	return secretary.Intent{}, false
}

// headOf finds the head that a text begins with, and the words behind it; nil where there is none.
func headOf(text string) (*caption, string) {
	const longest = 200 // characters that a head is looked for in
	r := []rune(text)
	opening := fold.Text(string(r[:min(len(r), longest)]))
	for i := range contributions {
		if at := contributions[i].form.FindStringIndex(opening); at != nil {
			return &contributions[i], string(r[len([]rune(opening[:at[1]])):])
		}
	}
	return nil, ""
}
