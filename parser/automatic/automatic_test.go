package automatic

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

func judge(fields, text string) Verdict {
	m := message.Read([]byte("From: 王磊 <w@b.example>\nContent-Type: text/plain; charset=utf-8\n" + fields + "\n\n" + text))
	return Judge(m, strings.TrimSpace(m.Text), false)
}

func TestWhoWroteIt(t *testing.T) {
	for _, c := range []struct {
		fields, text string
		want         secretary.Automatic
	}{
		{"Subject: 自动回复: 会议通知", "我会准时参加", secretary.Vacation},
		{"Subject: 自動回覆：開會通知", "休假中", secretary.Vacation},
		{"Subject: Automatic reply: Invitation", "I am out", secretary.Vacation},
		{"Subject: Out of Office: Invitation", "back Monday", secretary.Vacation},
		{"Subject: [自动回复] 会议通知", "x", secretary.Vacation},
		{"Subject: Re: x\nAuto-Submitted: auto-replied (vacation)", "确认", secretary.Vacation},
		{"Subject: Re: x\nX-Autoreply: yes", "确认", secretary.Vacation},
		{"Subject: Re: x\nPrecedence: auto_reply", "确认", secretary.Vacation},
		{"Subject: Re: x\nIn-Reply-To: <1@b>\nAuto-Submitted: auto-generated", "工单已创建", secretary.Vacation},
		{"Subject: 磁盘告警\nAuto-Submitted: auto-generated", "磁盘已满", secretary.Bulk},
		{"Subject: x", "这是来自QQ邮箱的假期自动回复邮件。您好，我最近正在休假中，无法亲自回复您的邮件。我将在假期结束后，尽快给您回复。", secretary.Vacation},
		{"Subject: Re: x", "您好，您的邮件我已收到，我会尽快回复您。祝您工作顺利！", secretary.Vacation},
		{"Subject: Re: x", "您好！我目前正在休假，12月20日返岗后回复您。如有紧急事宜请联系李明 13900001148。", secretary.Vacation},
		{"Subject: Re: x", "Thank you for your email. I am currently out of the office until 20 Dec with limited access. For urgent matters please contact Leo.", secretary.Vacation},
		{"Subject: Newsletter\nList-Unsubscribe: <x>", "Reply YES", secretary.Bulk},
		{"Subject: 促销\nPrecedence: bulk", "x", secretary.Bulk},
		{"Subject: 已读: 会议通知", "您的邮件已于 2026/12/7 9:10 被阅读。", secretary.Receipt},
		{"Subject: Read: Invitation", "Your message was read on Monday", secretary.Receipt},
		{"Subject: 已读回执：会议通知", "", secretary.Receipt},
		{"Subject: 回复：【会办】请确认：自动回复机器人上线评审会 纪要", "纪要没写错，确认。", ""},
		{"Subject: Re: 自动回复: x\nIn-Reply-To: <1@b>", "确认", ""},
		{"Subject: 自动回复机器人方案", "见附件", ""},
		{"Subject: Re: x\nAuto-Submitted: no", "确认", ""},
		{"Subject: Re: x", "我出差，紧急事宜请联系王敏；纪要确认无误。", ""},
		{"Subject: Re: x", "收到，尽快回复", ""},
		{"Subject: Re: x", "邮件收到了，我在外地出差，回来后处理。", ""},
		{"Subject: Re: x", "我下周休假，参加不了", ""},
		{"Subject: Re: x\nIn-Reply-To: <1@b>\nList-Id: <team.b.example>", "确认", ""},
		{"Subject: 答复: x\nX-Auto-Response-Suppress: All", "确认", ""},
		{"Subject: 请假", "我出差", ""},
	} {
		if got := judge(c.fields, c.text); got.Kind != c.want {
			t.Errorf("%s / %s: %q, want %q", c.fields, c.text, got.Kind, c.want)
		}
	}
}

func dsn(action, status, text string) Verdict {
	m := message.Read([]byte("From: postmaster@b.example\nSubject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text +
		"\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; b.example\n\nFinal-Recipient: rfc822; A@b.example\nAction: " + action + "\nStatus: " + status + "\n\n--x\nContent-Type: message/rfc822\n\nSubject: y\n\nreply confirm\n--x--\n"))
	return Judge(m, m.Text, false)
}

func TestDeliveryStatus(t *testing.T) {
	for _, c := range []struct {
		action, status string
		kind           secretary.Automatic
		permanent      bool
	}{
		{"failed", "5.1.1", secretary.Bounced, true},
		{"failed", "4.2.2", secretary.Bounced, true}, // mailbox full, given up
		{"delayed", "4.4.1", secretary.Bounced, false},
		{"delivered", "2.0.0", secretary.Receipt, false},
		{"relayed", "2.0.0", secretary.Receipt, false},
	} {
		v := dsn(c.action, c.status, "x")
		if v.Kind != c.kind || v.Bounce != nil && (v.Bounce.Recipient != "a@b.example" || v.Bounce.Permanent != c.permanent) || (v.Bounce == nil) != (c.kind == secretary.Receipt) {
			t.Errorf("%s: %+v %+v", c.action, v, v.Bounce)
		}
	}
}

func TestLooseBounces(t *testing.T) {
	for _, c := range []struct {
		fields, text, to string
		permanent        bool
	}{
		{"From: MAILER-DAEMON@b.example\nTo: huiban@b.example\nSubject: failure notice", "Sorry, it wasn't possible to deliver.\n<old@b.example>:\nUser unknown 550", "old@b.example", true},
		{"From: Postmaster@qq.com\nTo: huiban@b.example\nSubject: 系统退信", "您发送给 old@b.example 的邮件由于收件人不存在被退回。", "old@b.example", true},
		{"From: postmaster@163.com\nTo: huiban@b.example\nSubject: 系统退信/The email is returned", "收件人 old@b.example 邮箱不存在", "old@b.example", true},
		{"From: mailer-daemon@b.example\nTo: huiban@b.example\nSubject: Warning: could not send message for past 4 hours", "old@b.example... Deferred. Will retry", "old@b.example", false},
		{"From: Mail Delivery System <Mailer-Daemon@b.example>\nX-Failed-Recipients: old@b.example\nSubject: Mail delivery failed", "x", "old@b.example", true},
	} {
		m := message.Read([]byte(c.fields + "\nContent-Type: text/plain; charset=utf-8\n\n" + c.text))
		v := Judge(m, m.Text, false)
		if v.Kind != secretary.Bounced || v.Bounce == nil || v.Bounce.Recipient != c.to || v.Bounce.Permanent != c.permanent {
			t.Errorf("%s: %+v %+v", c.fields, v, v.Bounce)
		}
	}
}

// Google's calendar answers say Auto-Submitted and are a person's all the same.
func TestCalendarAnswerIsAPersons(t *testing.T) {
	m := message.Read([]byte("From: a@b\nAuto-Submitted: auto-generated\n\nx"))
	if v := Judge(m, "x", true); v.Kind != "" {
		t.Error(v)
	}
}

func TestReceiptAndRejection(t *testing.T) {
	mdn := func(subject, disposition string) Verdict {
		m := message.Read([]byte("From: a@b.example\nSubject: " + subject + "\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x\n\nx\n--x\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; a@b.example\nDisposition: " + disposition + "\n--x--\n"))
		return Judge(m, "x", false)
	}
	if v := mdn("Read: x", "manual-action/MDN-sent-manually; displayed"); v.Kind != secretary.Receipt {
		t.Error(v)
	}
	if v := mdn("Automatically rejected mail", "automatic-action/MDN-sent-automatically; deleted"); v.Kind != secretary.Bounced || !v.Bounce.Permanent {
		t.Error(v)
	}
}
