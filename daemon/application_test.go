package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// specialMeeting is held on application only, with the consent of the proposer's head, the general manager above.
func specialMeeting() *secretary.Policy {
	p := regulation()
	p.ID, p.Code, p.Title, p.Kind = "MT-STM", "STM", secretary.T("专题会议", "專題會議", "Special meeting"), "special"
	p.Schedule, p.Roster, p.Agenda.Items, p.Place = secretary.Schedule{AdHoc: true}, nil, nil, nil
	p.Notice.Lead = secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.CalendarDays}}
	p.Application = secretary.ApplicationRule{Required: true, Approvers: []secretary.Ref{"head:psm", "zhao.jun"}}
	p.Liaison.Required = true
	p.Convener, p.Host, p.Recorder = "approver", "approver", "proposer"
	return p
}

const application = `会议申请
会议类型：专题会议
主题：模具交付延误
目的：商定补救措施
时间：11月25日 14:00-15:30
地点：二号会议室
参会人员：王磊
议程：1. 现状（王磊，10分钟）
2. 补救措施
重要程度：一般
理由：涉及两个部门，邮件说不清`

// S3-61, S3-62, S1B-54, S1B-56, S1B-57: from a blank form to the invitation by real mail: what is missing is asked back, the
// approver changes the list, the other department's head answers the work liaison form, and nobody is invited before.
func TestApplicationByMail(t *testing.T) {
	h := newHouse(t, sqlite(t), specialMeeting())
	h.start()
	h.verdict(h.send(draft{from: sun, subject: "申请会议", text: "申请会议"}), secretary.ActedOn, "application-form")
	form := h.letter(sun, secretary.ApplicationForm)
	if !strings.Contains(form.Text, "参会人员：") {
		t.Errorf("no form:\n%s", form.Text)
	}
	for _, words := range []string{"谢谢", "暂时不用开会，以后再说"} {
		m := h.answer(sun, form, words+outlookQuotes(form))
		h.view(func(tx *store.Tx) error {
			r, err := h.daemon().read(tx, m, false)
			if err == nil && len(r.reply.Intents) > 0 {
				t.Errorf("%q above the quoted form is taken for an application: %+v", words, r.reply.Intents[0].Apply)
			}
			return err
		})
	}
	h.verdict(h.answer(sun, form, strings.Replace(application, "地点：二号会议室\n", "", 1)), secretary.AskedBack, "application-missing")
	missing := h.letter(sun, secretary.ApplicationForm)
	if !strings.Contains(missing.Text, "还缺地点") || !strings.Contains(missing.Text, "模具交付延误") {
		t.Errorf("what is missing is not said, or the rest is lost:\n%s", missing.Text)
	}
	h.verdict(h.answer(sun, missing, "地点：二号会议室"+outlookQuotes(missing)), secretary.ActedOn, "applied")
	h.turn(time.Minute)
	asked := h.letter(chen, secretary.Approval)
	for _, want := range []string{"模具交付延误", "商定补救措施", "11月25日（周三）14:00–15:30", "二号会议室", "王磊", "邮件说不清"} {
		if !strings.Contains(asked.Text, want) {
			t.Errorf("the approver does not see %q:\n%s", want, asked.Text)
		}
	}
	h.verdict(h.answer(chen, asked, "同意，加李娜"), secretary.ActedOn, "roster")
	h.turn(time.Minute)
	if n := len(h.letters(wang, secretary.Invitation)); n > 0 {
		t.Errorf("%d invited before their department has agreed", n)
	}
	if approved := h.letter(sun, secretary.ApplicationForm); !strings.Contains(approved.Text, "已获批准") || !strings.Contains(approved.Text, "设备") {
		t.Errorf("no checklist:\n%s", approved.Text)
	}
	h.verdict(h.answer(wang, h.letter(wang, secretary.Approval), "同意"), secretary.ActedOn, "liaison")
	h.verdict(h.answer(li, h.letter(li, secretary.Approval), "不同意，周三都在客户处"), secretary.ActedOn, "liaison")
	h.turn(time.Minute)
	if invited := h.letter(wang, secretary.Invitation); !strings.Contains(invited.Subject, "专题会议：模具交付延误") || len(invited.Calendars) == 0 {
		t.Errorf("%s", invited.Subject)
	}
	if n := len(h.letters(li, secretary.Invitation)); n > 0 {
		t.Error("invited although the department has refused")
	}
}

// outlookQuotes is a letter as Outlook hangs it below an answer: unmarked, under lines that say whose it was.
func outlookQuotes(l *message.Message) string {
	return "\n\n发件人: 会办 <" + huiban + ">\n发送时间: 2026年11月20日 9:00\n收件人: 孙丽\n主题: " + l.Subject + "\n\n" + l.Text
}

// S3-63, S3-62: an important matter goes up a level; a rejection is told to the proposer with its reason, and to nobody else.
func TestApplicationRejectedAbove(t *testing.T) {
	h := newHouse(t, sqlite(t), specialMeeting())
	h.start()
	h.verdict(h.send(draft{from: sun, subject: "会议申请", text: strings.Replace(application, "一般", "重要", 1)}), secretary.ActedOn, "applied")
	h.turn(time.Minute)
	h.verdict(h.answer(chen, h.letter(chen, secretary.Approval), "同意"), secretary.ActedOn, "application")
	h.verdict(h.answer(zhao, h.letter(zhao, secretary.Approval), "驳回：先发邮件讨论"), secretary.ActedOn, "application")
	h.turn(time.Minute)
	if l := h.letter(sun, secretary.ApplicationForm); !strings.Contains(l.Subject, "未获批准") || !strings.Contains(l.Text, "先发邮件讨论") {
		t.Errorf("%s\n%s", l.Subject, l.Text)
	}
	if n := len(h.letters(wang, "")); n > 0 {
		t.Errorf("%d letters to somebody who was to be invited", n)
	}
}

// S2-25, S2-28, G-17: where no approval is wanted one sentence calls the meeting, and the form that comes back filled in between
// its quoted lines is read.
func TestApplicationAtOnce(t *testing.T) {
	p := specialMeeting()
	p.Application, p.Liaison, p.Notice = secretary.ApplicationRule{}, secretary.LiaisonRule{}, secretary.NoticeRule{Exempt: true}
	p.Convener, p.Host = "proposer", "proposer"
	h := newHouse(t, sqlite(t), p)
	h.start()
	h.verdict(h.send(draft{from: li, subject: "急", text: "申请召开专题会议：订单突变，11月20日16:00，一号会议室，参会：王磊、kim@customer.test"}), secretary.ActedOn, "applied")
	h.turn(time.Minute)
	if l := h.letter(wang, secretary.Invitation); !strings.Contains(l.Subject, "订单突变") {
		t.Errorf("%s", l.Subject)
	}
	if l := h.letter(kim, secretary.Invitation); strings.Contains(l.Text, "订单") && !strings.Contains(l.Subject, "Special meeting") {
		t.Errorf("the guest's: %s", l.Subject)
	}
	h.verdict(h.send(draft{from: sun, subject: "申请会议", text: "申请会议"}), secretary.ActedOn, "application-form")
	form := h.letter(sun, secretary.ApplicationForm)
	quoted := strings.NewReplacer("主题：", "主题：退货", "时间：", "时间：11月23日 10:00", "地点：", "地点：三号会议室", "参会人员：", "参会人员：李娜").Replace("> " + strings.ReplaceAll(form.Text, "\n", "\n> "))
	h.verdict(h.answer(sun, form, "已填，见下\n\n"+quoted), secretary.ActedOn, "applied")
	h.turn(time.Minute)
	if l := h.letter(li, secretary.Invitation); !strings.Contains(l.Subject, "退货") {
		t.Errorf("%s", l.Subject)
	}
}

// A weak mail applies for nothing before its registered address has confirmed it.
func TestApplicationToBeProven(t *testing.T) {
	h := newHouse(t, sqlite(t), specialMeeting())
	h.start()
	h.verdict(h.send(draft{from: sun, subject: "会议申请", text: application, forged: true}), secretary.ToBeProven, "")
	h.turn(time.Minute)
	if n := len(h.letters(chen, secretary.Approval)); n > 0 {
		t.Fatal("an approver was asked for a mail that nothing proves")
	}
	h.verdict(h.answer(sun, h.letter(sun, secretary.Prove), "是我写的"), secretary.ActedOn, "proved")
	h.turn(time.Minute)
	h.letter(chen, secretary.Approval)
}
