package parser

import "testing"

// One score for all questions, where Outlook's quotation parts the numbers from the questions: the letter as it was sent tells
// which there are.
func TestScoresForAllQuestionsOfAQuotedLetter(t *testing.T) {
	raw := "From: wu@corp.test\r\nTo: huiban@corp.test\r\nSubject: x\r\nMessage-ID: <1@x>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n都是4分\r\n\r\n\r\n" +
		"发件人: 会办 <huiban@corp.test>\r\n发送时间: 2026年9月28日 10:30\r\n收件人: 吴强 <wu@corp.test>\r\n主题: 会议评估\r\n\r\n请打分\r\n1\r\n会议是否及时\r\n2\r\n议程是否合理\r\n"
	sent := "请打分\n\n[1] 会议是否及时\n\n[2] 议程是否合理\n"
	if r := Parse([]byte(raw), Options{About: Survey, Sent: sent}); len(r.Intents) != 2 || r.Intents[1].Question != "2" || r.Intents[1].Value != 4 {
		t.Errorf("%+v, unclear %q", r.Intents, r.Unclear)
	}
}
