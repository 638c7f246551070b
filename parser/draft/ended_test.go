package draft

import (
	"strings"
	"testing"
	"time"
)

// S0-91: the line of the form that says when the meeting was over.
func TestEndedAt(t *testing.T) {
	for line, want := range map[string]string{
		"散会时间：10:45": "10:45", "散會時間： 9：05": "09:05", "会议结束时间：10点半": "10:30", "实际散会：11时": "11:00", "散会于：10:45。": "10:45",
		"Ended at: 4:45 pm": "16:45", "Adjourned: 10.30": "10:30", "散会时间：": "", "Ended at:": "",
		"散会": "no", "散会后：王磊报价": "no", "结束时间：12月5日": "no", "散会时间：25:00": "no", "完成时间：10:45": "no", "散会时间：10:45，下次再议": "no",
	} {
		at, ok := endedAt(line)
		if !ok {
			at = "no"
		}
		if at != want {
			t.Errorf("%q is %q, want %q", line, at, want)
		}
	}
}

// It is no discussion, whether in the text or in what was sent, and alone it mends what is there.
func TestEndedBesideMinutes(t *testing.T) {
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	const form = "【讨论要点】\n\n未讨论的议题：\n散会时间：\n【决议】\n1.\n【行动项】\n"
	text := "【讨论要点】\n订单增长一成。\n未讨论的议题：5\n散会时间：10:45\n【决议】\n1. 锁价。\n【行动项】\n2. 询价，责任人：王磊，12月5日前完成"
	d := Read(text, nil, now, form)
	if d == nil || d.Ended != "10:45" || d.Body != "订单增长一成。" || len(d.Resolutions) != 1 || len(d.Actions) != 1 {
		t.Fatalf("read as %+v", d)
	}
	if d := Read(strings.Replace(text, "10:45", "", 1), nil, now, form); d == nil || d.Ended != "" || d.Body != "订单增长一成。" {
		t.Errorf("left empty it is %+v", d)
	}
	if d := Read("散会时间：10:45", nil, now, form); d == nil || d.Ended != "10:45" || d.Body != "" {
		t.Errorf("alone it is %+v", d)
	}
	if d := Read(form, nil, now, form); d != nil {
		t.Errorf("the empty form is %+v", d)
	}
}
