package secretary

import (
	"strings"
	"testing"
	"time"
)

// TestSaying: what is shown of a report is what was said, not how the item was addressed.
func TestSaying(t *testing.T) {
	for _, c := range []struct{ items, text, no, want string }{
		{"1", "1 完成60%", "1", "完成60%"},
		{"1", "1完成60%", "1", "完成60%"},
		{"1", "1、模具已返厂，等待试模", "1", "模具已返厂，等待试模"},
		{"1", "第1项：受阻，缺料", "1", "受阻，缺料"},
		{"1", "1 台设备已到", "1", "1 台设备已到"},
		{"1", "1.5吨已到", "1", "1.5吨已到"},
		{"1", "12月到厂", "1", "12月到厂"},
		{"", "已完成", "", "已完成"},
		{"1", "完成60%，剩1 台", "1", "完成60%，剩1 台"},
		{"1", "1 完成：\n1. 模具到了\n2. 试模合格", "1", "完成：\n模具到了\n2. 试模合格"},
		{"1 2", "您好：\n1 完成\n2 60%，模具月底到厂\n返修一次\n谢谢", "2", "60%，模具月底到厂\n返修一次\n谢谢"},
		{"1 2", "1 完成，2 60%", "1", "完成"},
		{"1 2", "1 完成，2 60%", "2", "60%"},
		{"1 2", "1 完成 2 台，2 60%", "1", "完成 2 台"},
		{"PSC-20261127-3", "PSC-20261127-3 受阻", "PSC-20261127-3", "受阻"},
		{"1 2", "都完成了", "2", "都完成了"},
	} {
		r := &Reply{Text: c.text}
		for _, no := range strings.Fields(c.items) {
			r.Intents = append(r.Intents, Intent{Kind: IntentProgress, Item: no})
		}
		if got := r.saying(c.no); got != c.want {
			t.Errorf("%q of %s: %q, want %q", c.text, c.no, got, c.want)
		}
	}
}

// TestItemKeepsTheWholeReport: the history has every word; letters show what was said of the item.
// Clauses: S0-63.
func TestItemKeepsTheWholeReport(t *testing.T) {
	w := newWorld(t, testDesk("2026-11-20", coordination()), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	i := &Item{ID: "PSC-20261120-1", Owner: "wang.lei", Supervisor: "chen.jing", Due: "2026-12-20", Text: "询价", Status: NotStarted}
	r := &Reply{Writer: "wang.lei", Text: "1 受阻，缺料", Intents: []Intent{{Kind: IntentProgress, Item: "1"}}}
	i.report(r, "1", w.now)
	turn := newTurn(w.Desk, PersonCase("wang.lei"), w.now, "")
	turn.escalate([]*Item{i}, "chen.jing", "0", "blocked", nil)
	l := turn.out.Letters[0]
	if i.History[0].Text != r.Text || l.Items[0].Last != "受阻，缺料" || l.Quote != "受阻，缺料" {
		t.Errorf("history %q, shown %q, quoted %q", i.History[0].Text, l.Items[0].Last, l.Quote)
	}
}
