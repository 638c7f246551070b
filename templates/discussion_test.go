package templates

import (
	"slices"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func TestDiscussionRepeatsNothing(t *testing.T) {
	l := &secretary.Letter{
		Lang:    secretary.Hans,
		Meeting: &secretary.MeetingView{Title: secretary.T("产销协调会", "產銷協調會", "Coordination meeting")},
		Minutes: &secretary.MinutesView{
			Resolutions: []secretary.DraftLine{{No: "1", Text: "9月产量调整为1200套"}},
			Actions:     []secretary.DraftAction{{No: "2", Text: "完成注塑机产能评估", Owner: "刘洋"}},
		},
	}
	cases := []struct {
		body string
		want []string
	}{
		{"产销协调会会议纪要(修订)\n\n【决议】\n1、9月产量调整为1200套\n【行动项】\n1、完成注塑机产能评估 责任人:刘洋", nil},
		{"【出席情况】\n出席：刘洋、陈静\n【讨论要点】\n注塑线缺两名操作工。\n【决议】\n1. 9月产量调整为 1200 套", []string{"注塑线缺两名操作工。"}},
		{"【市场】\n客户要求提前交货。\n【产能】\n【决议】\n9月产量调整为1200套", []string{"【市场】", "客户要求提前交货。"}},
		{"会上提出以下问题：\n一是模具，二是人手。", []string{"会上提出以下问题：", "一是模具，二是人手。"}},
		{"客户来访时间：10月8日", []string{"客户来访时间：10月8日"}},
	}
	for _, c := range cases {
		l.Minutes.Body = c.body
		v, err := newView(l, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Discussion(); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.body, got, c.want)
		}
	}
}
