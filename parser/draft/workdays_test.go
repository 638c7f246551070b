package draft

import (
	"testing"
	"time"
)

// TestWorkdaysAfterTheMeeting: what only the office's calendar can count is told as a length, and stays vague in itself.
func TestWorkdaysAfterTheMeeting(t *testing.T) {
	check := func(text, want string) {
		t.Helper()
		d := Read("行动项：\n1. 归档，王磊，"+text+"\n2. 备料，李娜，12月5日\n", nil, time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC), "")
		if d == nil || len(d.Actions) != 2 {
			t.Fatalf("%s: %+v", text, d)
		}
		got := d.Within["1"].String()
		vague := len(d.Problems) == 1 && d.Problems[0].Code == vagueDue
		if got != want || want != "" && (!vague || d.Actions[0].Due != "" || len(d.Within) != 1) {
			t.Errorf("%s: %q %+v", text, got, d)
		}
	}
	check("会后3个工作日内", "3 workdays")
	check("会后三个工作日之内完成", "3 workdays")
	check("会议结束后十二个工作日内", "12 workdays")
	check("散会后两个工作日内提交", "2 workdays")
	check("within 5 working days of the meeting", "5 workdays")
	check("会后零个工作日内", "")
	check("3个工作日内", "") // from when?
	check("到货后3个工作日内", "")
	check("会后3天内", "")
}
