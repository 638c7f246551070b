package parser

import (
	"encoding/json"
	"testing"
)

// What is typed between the form's quoted lines stands under the form's headings and labels; nothing else of the form counts.
func TestDraftTypedBetweenTheFormsLines(t *testing.T) {
	const form = "在 2026/12/11 13:10, 会办 写道:\n> 出席：\n裴永、贾斌\n> 缺席：\n无\n> 请假：\n谷雨\n> 代会：（某某代某某）\n>\n> 一、决议\n1. 油墨由配方调配\n> 1.\n>\n" +
		"> 二、行动项\n1. 事项：配方录入    责任人：贾斌    时限：12月18日\n> 1. 事项：            责任人：        时限：        成果：\n> 2. 事项：写报告  责任人：裴永  时限：12月20日\n无\n> 系统收到后会请主持人审核。\n"
	r := Parse([]byte("From: w@b.example\nDate: Fri, 11 Dec 2026 15:47:58 +0800\nContent-Type: text/plain; charset=utf-8\n\n"+form), Options{About: Draft})
	if len(r.Intents) != 1 || r.Intents[0].Draft == nil {
		t.Fatal(intents(r))
	}
	d := r.Intents[0].Draft
	if len(d.Resolutions) != 1 || d.Resolutions[0].Text != "油墨由配方调配" || len(d.Actions) != 1 || d.Actions[0].Owner != "贾斌" || d.Actions[0].Text != "配方录入" {
		b, _ := json.Marshal(d)
		t.Errorf("%s", b)
	}
	for _, a := range d.Attendance {
		if a.Name == "谷雨" && a.State != "leave" || a.Name == "无" {
			t.Errorf("%+v", a)
		}
	}
}
