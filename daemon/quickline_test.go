package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// held is the meeting as it is kept.
func (h *house) held() (m *secretary.Meeting) {
	h.t.Helper()
	h.view(func(tx *store.Tx) (err error) { m, err = tx.Meeting(meeting); return err })
	return m
}

// mailed counts the letters in everybody's mailbox but one.
func (h *house) mailed(but string) (n int) {
	for _, a := range []string{chen, zhao, wang, li, sun, kim} {
		if a != but {
			n += len(h.letters(a, ""))
		}
	}
	return n
}

// The recorder writes what is to change, sees what would come of it, and confirms: before that nobody else hears of it, and
// then everybody does, once.
func TestQuickLinesAreDoneOnceConfirmed(t *testing.T) {
	h := aHouse(t)
	h.start()
	before := h.mailed(sun)
	m := h.answer(sun, h.letter(sun, secretary.Invitation), "改期 11月26日 14:00\n换地点：二号会议室\n加议题：注塑机产能评估（王磊，15分钟）\n谢谢")
	h.verdict(m, secretary.ActedOn, "order-asked")
	asked := h.letter(sun, secretary.OrderCheck)
	for _, want := range []string{"11月27日（周五）09:00 → 11月26日（周四）14:00", "一号会议室 → 二号会议室", "新增 注塑机产能评估（王磊、15分钟）", "确认后发信给6人", "Kim（外部）"} {
		if !strings.Contains(asked.Text, want) {
			t.Errorf("the letter does not say %q:\n%s", want, asked.Text)
		}
	}
	if now := h.mailed(sun); now != before {
		t.Errorf("%d letters went to others before the confirmation", now-before)
	}
	h.verdict(h.answer(sun, asked, "确认"), secretary.ActedOn, "ordered")
	if now := h.mailed(sun); now != before+5 || len(h.letters(wang, secretary.Update)) != 1 {
		t.Errorf("%d letters went to others, want one each", now-before)
	}
	if got := h.held(); !got.Start.Equal(time.Date(2026, 11, 26, 6, 0, 0, 0, time.UTC)) || got.Place.In(secretary.Hans) != "二号会议室" || len(got.Agenda) != 2 {
		t.Errorf("the meeting is at %s in %v with %d topics", got.Start, got.Place, len(got.Agenda))
	}
	h.verdict(h.answer(sun, h.letter(sun, secretary.OrderCheck), "撤回"), secretary.ActedOn, "order-asked")
	h.verdict(h.answer(sun, h.letter(sun, secretary.OrderCheck), "confirm"), secretary.ActedOn, "ordered")
	if got := h.held(); !got.Start.Equal(time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC)) || len(got.Agenda) != 1 {
		t.Errorf("taken back, the meeting is at %s with %d topics", got.Start, len(got.Agenda))
	}
}

// The same words are an order of the host's, and a proposal of a participant's.
func TestRoleTellsAnOrderFromAProposal(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "改到11月26日14:00"), secretary.ActedOn, "counter")
	h.verdict(h.answer(zhao, h.letter(zhao, secretary.Invitation), "改到11月26日14:00"), secretary.ActedOn, "order-asked")
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "加人 孙丽"), secretary.AskedBack, "not-conducting")
	h.verdict(h.answer(kim, h.letter(kim, secretary.Invitation), "cancel the meeting"), secretary.AskedBack, "unclear")
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "帮助"), secretary.ActedOn, "help")
}

// A fresh mail orders about the meeting whose number it names.
func TestFreshMailNamesTheMeeting(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: chen, subject: "psc-20261127", text: "reschedule to Nov 26 2 pm\nstatus"}), secretary.ActedOn, "order-asked")
	if text := h.letter(chen, secretary.OrderCheck).Text; !strings.Contains(text, "11月26日（周四）14:00") || !strings.Contains(text, "未答复") {
		t.Errorf("the letter says\n%s", text)
	}
	h.verdict(h.send(draft{from: chen, subject: "PSC-20261127 状态", text: ""}), secretary.ActedOn, "order")
	h.verdict(h.send(draft{from: chen, subject: "PSC-20290105", text: "取消"}), secretary.AskedBack, "fresh")
	h.verdict(h.send(draft{from: chen, subject: "纪要", text: "查询 PSC-20261127 纪要"}), secretary.ActedOn, "query")
	h.verdict(h.send(draft{from: li, subject: "PSC-20261127", text: "取消"}), secretary.AskedBack, "not-conducting")
}

// A line in somebody's name that nothing proves is shown to the registered address first, and even then only asked about.
func TestUnprovenQuickLine(t *testing.T) {
	h := aHouse(t)
	h.start()
	before := h.mailed(chen)
	h.verdict(h.send(draft{from: chen, forged: true, subject: "PSC-20261127", text: "取消：停电"}), secretary.ToBeProven, "")
	prove := h.letter(chen, secretary.Prove)
	if !strings.Contains(prove.Text, "指令「取消：停电」") {
		t.Errorf("the letter does not show the order:\n%s", prove.Text)
	}
	h.verdict(h.answer(chen, prove, "确认"), secretary.ActedOn, "proved")
	if h.held().Stage != secretary.Noticed || h.mailed(chen) != before {
		t.Error("an order was carried out that nobody confirmed")
	}
	h.verdict(h.answer(chen, h.letter(chen, secretary.OrderCheck), "确认"), secretary.ActedOn, "ordered")
	if h.held().Stage != secretary.Cancelled || len(h.letters(kim, secretary.Cancel)) != 1 {
		t.Error("the meeting is not cancelled")
	}
}

// Several lines are answered together, a query by a letter of its own; names are found in either script.
func TestQuickLinesThatReachNobody(t *testing.T) {
	h := aHouse(t)
	h.start()
	before := h.mailed(sun)
	m := h.answer(sun, h.letter(sun, secretary.Invitation), "缺席 王磊（出差）\n缺席 趙軍\n查询 产能\n状态")
	h.verdict(m, secretary.ActedOn, "order")
	h.says("wang.lei", secretary.Declined)
	if text := h.letter(sun, secretary.OrderCheck).Text; !strings.Contains(text, "王磊 缺席，原因：出差") || !strings.Contains(text, "主持人请假须由本人答复") {
		t.Errorf("the letter says\n%s", text)
	}
	if len(h.letters(sun, secretary.QueryResult)) != 1 || h.mailed(sun) != before {
		t.Error("the query is not answered, or others heard of it")
	}
}

// What the letter itself says about quick lines orders nothing when it comes back below an answer.
func TestQuotedQuickLinesOrderNothing(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.answer(sun, h.letter(sun, secretary.Invitation), "改期 下周\n状态\n加人 无名")
	l := h.letter(sun, secretary.OrderCheck)
	for _, text := range []string{"谢谢\n\n" + l.Text, "谢谢\n\n> " + strings.ReplaceAll(l.Text, "\n", "\n> "), "谢谢\n\n-----原始邮件-----\n发件人: 会办\n\n" + l.Text} {
		m := h.answer(sun, l, text)
		if strings.Contains(m.Understood, `"order"`) {
			t.Errorf("read as %s", m.Understood)
		}
	}
}
