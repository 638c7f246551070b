package daemon

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// december is of a meeting whose topics are called for on 24 November, three days before its notice.
func december() *secretary.Policy {
	p := regulation()
	p.Schedule.From, p.Schedule.Until = "2026-12-04", "2026-12-04"
	p.Agenda.Call, p.Agenda.CallBefore = true, secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.CalendarDays}}
	p.Agenda.RunSheet = secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.Workdays}, At: secretary.Clock{Hour: 17, Set: true}}
	p.Preparation.Who, p.Minutes.Required = "chen.jing", "yes"
	return p
}

// S0-14, S0-93, S2-30: topics are called for by mail, proposed in a line, taken up by the host in words, and stand in the notice.
func TestTopicsAreCollectedByMail(t *testing.T) {
	h := newHouse(t, sqlite(t), december())
	h.start()
	h.turn(4 * 24 * time.Hour) // 24 November, 09:30
	if n := len(h.letters(chen, secretary.AgendaCall)) + len(h.letters(zhao, secretary.AgendaCall)) + len(h.letters(kim, secretary.AgendaCall)); n > 0 {
		t.Errorf("%d calls to who conducts the meeting, or is outside", n)
	}
	call := h.letter(wang, secretary.AgendaCall)
	h.verdict(h.answer(wang, call, "您好！\n议题：产能瓶颈，李娜，10分钟（决定）\n2. 模具备件 5分钟\n谢谢"), secretary.ActedOn, "topic")
	h.verdict(h.answer(wang, call, "还有几件事，回头再说"), secretary.AskedBack, "no-topic")
	h.verdict(h.answer(li, h.letter(li, secretary.AgendaCall), "无议题"), secretary.ActedOn, "no_topics")
	h.turn(36 * time.Hour)
	asked := h.letter(zhao, secretary.Approval)
	for _, want := range []string{"2个议题", "[1] 产能瓶颈", "决定 · 10分钟 · 报告人李娜", "[2] 模具备件", "王磊提出"} {
		if !strings.Contains(asked.Text, want) {
			t.Errorf("the host does not read %q:\n%s", want, asked.Text)
		}
	}
	if buttons := pressed(t, asked); len(buttons) != 4 || strings.TrimSpace(buttons[1]) != "1 不列入" {
		t.Fatalf("the buttons say %q", buttons)
	}
	h.verdict(h.answer(zhao, asked, "1 列入"), secretary.ActedOn, "motion")
	h.turn(2 * 24 * time.Hour) // the notice is out
	notice := h.letter(li, secretary.Invitation).Text
	if !strings.Contains(notice, "产能瓶颈") || !strings.Contains(notice, "已提出、未审定的议题") || !strings.Contains(notice, "- 模具备件") {
		t.Errorf("the notice says\n%s", notice)
	}
	if kims := h.letter(kim, secretary.Invitation).Text; strings.Contains(kims, "模具备件") {
		t.Errorf("outside they read\n%s", kims)
	}
	h.turn(time.Hour)
	h.verdict(h.answer(zhao, asked, pressed(t, asked)[2]), secretary.ActedOn, "motion")
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "参加\n议题：年底盘点 5分钟"), secretary.ActedOn, "attend")
	h.turn(time.Hour)
	if u := h.letter(li, secretary.Update).Text; !strings.Contains(u, "新增 模具备件") {
		t.Errorf("the update says\n%s", u)
	}
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting("PSC-20261204")
		if err == nil && (len(m.Topics) != 2 || len(m.Motions) != 3 || m.Motions[2].By != "li.na") {
			t.Errorf("on the agenda are %v, of %+v", m.Topics, m.Motions)
		}
		return err
	})
}

// S3-80, S3-86, S3-74: the host and the recorder get the run sheet, whoever prepares the room the list with what is printed;
// 完成 closes it, and the form of the run sheet, sent back filled in, is the draft.
func TestTheDayBefore(t *testing.T) {
	h := newHouse(t, sqlite(t), december())
	h.start()
	h.turn(13*24*time.Hour + 8*time.Hour) // 3 December, 17:30
	host, recorder := h.letter(zhao, secretary.RunSheet), h.letter(sun, secretary.RunSheet)
	if !strings.Contains(host.Text, "会前须知") || !strings.Contains(host.Text, "尚未答复") {
		t.Errorf("the host reads\n%s", host.Text)
	}
	if names := enclosures(recorder); !strings.Contains(names, "会议纪要表.docx") {
		t.Errorf("the recorder gets %s", names)
	}
	list := h.letter(chen, secretary.Duty)
	for _, want := range []string{"签到表.docx", "名牌.docx", "会议议程.docx", "资料清单.docx"} {
		if !strings.Contains(enclosures(list), want) {
			t.Errorf("with the list come %s, not %s", enclosures(list), want)
		}
	}
	h.verdict(h.answer(chen, list, "投影灯泡坏了，正在找备用的"), secretary.ActedOn, "filed")
	h.verdict(h.answer(chen, list, "1 完成 2 完成"), secretary.ActedOn, "prepared")
	h.verdict(h.answer(chen, list, "都办好了，完成"), secretary.ActedOn, "prepared")
	h.verdict(h.answer(zhao, host, "收到"), secretary.ActedOn, "noted")
	h.turn(20 * time.Hour) // the meeting is over
	h.verdict(h.answer(sun, recorder, "会议纪要\n一、决议\n1. 锁定12月计划。\n二、行动项\n2. 询价，责任人：王磊，12月11日前完成，成果：询价单"), secretary.ActedOn, "draft")
}

// enclosures names the files of a mail.
func enclosures(l *message.Message) string {
	var b bytes.Buffer
	for _, f := range l.Files {
		b.WriteString(f.Name + " ")
	}
	return b.String()
}
