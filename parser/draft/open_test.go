package draft

import (
	"fmt"
	"testing"
	"time"
)

// S2-03, S2-37, S1D-19: the lines of the form that name open topics are read by their numbers; other words stay discussion.
func TestOpenTopics(t *testing.T) {
	for text, want := range map[string]string{
		"未讨论的议题：2、5":            "[{2 not_reached} {5 not_reached}]",
		"未讨论的议题（写序号）： 3":        "[{3 not_reached}]",
		"未議的議題：第2項、第3項":         "[{2 not_reached} {3 not_reached}]",
		"未作决定的议题：4":             "[{4 undecided}]",
		"未决议题：议题4和议题6":          "[{4 undecided} {6 undecided}]",
		"提交上级会议的议题：3":           "[{3 raised}]",
		"需提交经理会讨论的议题：3\n未定：3":   "[{3 raised} {3 undecided}]",
		"Not reached: 2, 5":     "[{2 not_reached} {5 not_reached}]",
		"Undecided: item 4":     "[{4 undecided}]",
		"Raised: 3":             "[{3 raised}]",
		"未讨论的议题：无\n未作决定的议题：":    "[]",
		"未决事项：供应商选择，下次再议":       "[]",
		"未讨论：12月5日的排产":          "[]",
		"Undecided: the vendor": "[]",
	} {
		_, open := takeOpen(text)
		if got := fmt.Sprint(open); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// They are no discussion, whether in the text or in a Word file, and a mail of them alone mends what is there.
func TestOpenTopicsBesideMinutes(t *testing.T) {
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	const text = "会议纪要\n【讨论要点】\n订单增长一成。\n未讨论的议题：5\n未作决定的议题：3\n【决议】\n1. 锁价。\n【行动项】\n2. 询价，责任人：王磊，12月5日前完成"
	d := Read(text, nil, now, "")
	if d == nil || len(d.Open) != 2 || d.Body != "订单增长一成。" || len(d.Resolutions) != 1 || len(d.Actions) != 1 {
		t.Fatalf("read as %+v", d)
	}
	if d := Read("未讨论的议题：5", nil, now, ""); d == nil || len(d.Open) != 1 || len(d.Resolutions)+len(d.Actions) > 0 {
		t.Errorf("alone they are %+v", d)
	}
	if d := Read("未讨论的议题：", nil, now, ""); d != nil {
		t.Errorf("an empty line is %+v", d)
	}
}
