package parser

import (
	"strings"
	"testing"
)

// below puts an answer under a line of a page, as programs do that do not split the quotation.
func below(page, line, answer string) string {
	at := strings.LastIndex(page, line)
	end := at + strings.Index(page[at:], "</div>") + len("</div>")
	return page[:end] + "<div>" + answer + "</div>" + page[end:]
}

// split is the same as Gmail and Apple Mail do it: the quotation ends above the answer and begins anew below it.
func split(page, line, answer string) string {
	at := strings.LastIndex(page, line)
	return page[:at+len(line)] + "</div>" + strings.Repeat("</td></tr></table>", 3) + "</blockquote><div>" + answer + "</div><blockquote><div>" + page[at+len(line):]
}

// An answer typed into our own letter belongs to the item that it stands below, also below the item's second line.
func TestAnswerBelongsToItsItem(t *testing.T) {
	for lang, c := range map[string]struct {
		answer string
		lines  map[string]string
	}{
		"zh-Hans": {"不同意，应为12月8日", map[string]string{"出口机型优先排产，内销机型顺延一周。": "2", "完成注塑机产能评估": "3", "责任人：王敏 · 时限：12月2日（周三） · 预期成果：交期确认函": "4"}},
		"zh-Hant": {"不同意，應為12月8日", map[string]string{"外銷機型優先排產，內銷機型順延一週。": "2", "完成射出機產能評估": "3", "責任人：王敏 · 時限：12月2日（週三） · 預期成果：交期確認函": "4"}},
		"en":      {"disagree, should be 8 December", map[string]string{"Export models are produced first; domestic models follow a week later.": "2", "Assess the capacity of the moulding machines": "3", "Owner: Wang Min · Due: Wed 2 Dec 2026 · Expected result: letter of confirmation": "4"}},
	} {
		text, page := sentMinutes(t, lang, "minutes-confirm")
		o := Options{About: Minutes, Sent: text, SentHTML: page}
		for line, item := range c.lines {
			want := `[{"kind":"object","item":"` + item + `","comment":"` + c.answer + `"}]`
			check := func(how, mail string) {
				t.Helper()
				if r := Parse([]byte(mail), o); intents(r) != want || r.Text != c.answer {
					t.Errorf("%s, %s, below %q: %q\n got %s\nwant %s", lang, how, line, r.Text, intents(r), want)
				}
			}
			for how, shape := range shapes {
				mark := ""
				if strings.Contains(how, "marks") || how == "wrapped" {
					mark = ">"
				}
				quoted := strings.Replace(shape("", text), line, line+"\x01", 1)
				quoted = strings.Replace(quoted, "\x01", "\n"+c.answer, 1)
				if mark != "" && how == "wrapped" {
					continue // the line itself is broken there
				}
				check(how, plainMail(quoted))
			}
			check("Gmail", pageMail(pages["Gmail"]("", split(page, line, c.answer))))
			check("iPhone", pageMail(pages["iPhone"]("", split(page, line, c.answer))))
			check("Gmail, in the table", pageMail(pages["Gmail"]("", below(page, line, c.answer))))
			check("iPhone, in the table", pageMail(pages["iPhone"]("", below(page, line, c.answer))))
			check("Outlook", pageMail(pages["Outlook"]("", below(page, line, c.answer))))
			check("QQ", pageMail(pages["QQ"]("", below(page, line, c.answer))))
		}
	}
}
