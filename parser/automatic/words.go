package automatic

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// receiptSubjects begin the subject of a receipt that comes without a report, folded.
var receiptSubjects = []string{"已读:", "未读:", "已阅读:", "未阅读:", "已读回执", "阅读回执", "读取回条", "读取回执", "读取:", "回执:", "回执 (", "已显示:", "read:", "not read:", "read receipt", "return receipt", "gelesen:", "lu:", "disposition notification", "已送达:", "delivered:", "送达回执"}

// receiptWords are what such a mail says, folded and without blanks.
var receiptWords = []string{"已于", "已被阅读", "已经被阅读", "已阅读", "被阅读", "已读取", "已显示", "阅读回执", "回条", "回执", "readon", "wasread", "hasbeenread", "yourmessage", "displayed", "您的邮件", "已送达", "hasbeendelivered", "未阅读", "已被删除"}

func looseReceipt(m *message.Message, text string) (Verdict, bool) {
	s := strings.TrimSpace(fold.Text(m.Subject))
	for _, w := range receiptSubjects {
		if !strings.HasPrefix(s, w) {
			continue
		}
		k := fold.Squeeze(text)
		if k == "" {
			return is(secretary.Receipt)
		}
		for _, t := range receiptWords {
			if strings.Contains(k, t) {
				return is(secretary.Receipt)
			}
		}
	}
	return Verdict{}, false
}

// certain phrases are said by machines only, folded and without blanks.
var certain = pattern.OneOf("这是一封自动回复", "这是自动回复", "本邮件为自动回复", "此邮件为自动回复", "此为自动回复", "此为系统自动", "本邮件由系统自动", "此邮件由系统自动", "系统自动回复", "的自动回复邮件", "的假期自动回复", "自动回复,请勿", "请勿直接回复", "请勿回复本邮件", "本信件为系统自动", "此信件为系统自动", "此信为系统自动",
	"thisisanautomat", "thisisanauto-", "thisemailwasautomaticallygenerated", "thismessagewasautomatically", "donotreplytothis", "pleasedonotreply")

// likely phrases are said by machines, and by people who speak of their work.
var likely = pattern.OneOf("系统自动发送", "系统自动发出", "automaticallygenerated", "automatedresponse", "automatedreply", "automatedmessage")

// work are words of people who speak of it, beside those that are said of meetings.
var work = pattern.OneOf("done", "finish", "complete", "progress", "item", "第", "已做", "在做", "还在")

// The parts of an out-of-office note, folded and without blanks. Two different ones make a machine's text, unless it speaks of a meeting.
var (
	received = pattern.OneOf("您的邮件已", "您的邮件我已", "您的来信已", "您的来信我已", "来信已收", "来信收到", "您发给我的信件", "您发来的邮件", "邮件已收悉", "已收到您的邮件", "已收到您的来信", "我已收到您", "您的邮件已经", "您的信件已", "yourmessagehasbeenreceived", "youremailhasbeenreceived", "wehavereceivedyour", "thankyouforyouremail", "thankyouforyourmessage", "thanksforyouremail", "已收到你的邮件", "感谢您的来信", "感谢来信", "感谢您的来函")
	absent   = pattern.OneOf("休假", "年假", "产假", "病假", "婚假", "外出", "出差", "不在办公室", "不在公司", "外地", "度假", "假期", "放假", "outofoffice", "outoftheoffice", "onleave", "onvacation", "annualleave", "onholiday", "awayfrom", "maternityleave", "limitedaccess", "onbusinesstrip", "travelling", "traveling")
	later    = pattern.OneOf("尽快回复", "尽快给您回复", "尽快答复", "尽快与您联系", "回来后", "返回后", "返岗后", "上班后", "假期结束后", "结束后回复", "将于", "回复您", "给您答复", "无法及时", "不能及时", "无法亲自", "不便回复", "willreply", "willrespond", "getbacktoyou", "uponmyreturn", "onmyreturn", "willbeback", "backintheoffice", "backon", "until", "assoonaspossible", "returnto")
	instead  = pattern.OneOf("紧急", "急事", "如有急", "请联系", "请致电", "请拨打", "请与", "联系电话", "如有需要", "urgent", "pleasecontact", "emergency", "immediateassistance", "incaseof")
	wishes   = pattern.OneOf("祝您", "祝工作", "祝生意", "祝商祺", "感谢您的理解", "谢谢理解", "不便之处", "敬请谅解", "apologize")
)

// said are words of answers: a text that holds one is a person's, whatever else it says.
var said = pattern.OneOf("确认", "同意", "异议", "纪要", "参加", "出席", "参会", "与会", "会议", "完成", "延期", "进度", "代我", "代为", "替我", "批准", "无误", "来不了", "去不了", "到不了", "过不来", "赶不上", "到场", "到会", "没开始", "未开始", "进行中", "做完", "办完", "makeit", "dialin", "confirm", "minutes", "meeting", "attend", "approve", "decline", "onmybehalf", "accept", "agree", "invitation", "%")

// formula knows answering machines by their text alone, where no field and no subject gives them away.
func formula(m *message.Message, text string) (Verdict, bool) {
	k := fold.Squeeze(text)
	if k == "" || utf8.RuneCountInString(k) > 600 {
		return Verdict{}, false
	}
	t := pattern.Look(k)
	if certain.In(t) || likely.In(t) && !said.In(t) && !work.In(t) {
		return is(secretary.Vacation)
	}
	if said.In(t) {
		return Verdict{}, false
	}
	n := 0
	for _, part := range []pattern.Words{received, absent, later, instead, wishes} {
		if part.In(t) {
			n++
		}
	}
	if n >= 3 || n == 2 && (received.In(t) || absent.In(t) && instead.In(t)) && formal(k) {
		return is(secretary.Vacation)
	}
	return Verdict{}, false
}

// formal tells a text for anybody from a note to somebody: it greets nobody by name and says 您.
func formal(k string) bool {
	return strings.Contains(k, "您") || strings.Contains(k, "iamcurrently") || strings.Contains(k, "i'mcurrently") || strings.Contains(k, "thankyouforyour")
}
