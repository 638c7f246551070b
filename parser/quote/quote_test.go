package quote

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/markup"
)

func read(t string) Reading { return Read(Plain(t), Options{Name: "王磊"}) }

// Every format of testdata/formats.txt carries the same answer 「同意」 above a history that asks for 「确认」.
func TestFormats(t *testing.T) {
	data, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "=== ")[1:]
	if len(cases) < 60 {
		t.Fatal("cases are missing:", len(cases))
	}
	for _, c := range cases {
		name, body, _ := strings.Cut(c, "\n")
		want := "同意"
		if rest, ok := strings.CutPrefix(body, "<empty>\n"); ok {
			body, want = rest, ""
		}
		if got := read(body).Text(); got != want {
			t.Errorf("%s: %q", name, got)
		}
		crlf := strings.ReplaceAll(body, "\n", "\r\n")
		if got := read(crlf).Text(); got != want {
			t.Errorf("%s with CRLF: %q", name, got)
		}
	}
}

// What people write must stay, however much it looks like something else.
func TestNothingIsLostOfPlainMails(t *testing.T) {
	for _, text := range []string{
		"发送时间: 请改为周五\n地点不变",
		"时间：12月3日 15:00\n主题：复盘\n地点：301",
		"第1部分\n---\n第2部分。同意。",
		"进度\n> 50 %\n继续",
		"On Friday I wrote the budget, it is fine.",
		"From my side: ok",
		"王总在群里写道：第3条不同意。\n我同意王总的意见。",
		"发自内心地感谢大家",
		"取得进展，完成60%",
		"史建：对T2评审纪要没有异议，确认。",
		"王磊 同意",
		"王磊\n确认无误",
		"本邮件内容确认",
		"1. 已完成\n2. 60%\n3. 未开始",
		"同意。\n\n1号楼 已封顶\n2号楼 未封顶",
		"参加人：王敏\n电话：13900001148会上联系我。",
		"# 第3条不同意",
		"| 1 | 已完成 |\n| 2 | 60% |",
		"| 同意",
		"|x| < 3",
		"联系人: 张三 <z@b.example>\n电话: 139\n请安排",
		"负责人: 张三 <z@b.example>\n地点: 301\n我同意",
		"--- 原文第3条应改为12月8日 ---\n其余同意",
		"使用新版邮件系统后再发送。",
		"---- 写道歉信 ----\n同意",
	} {
		if got := read(text).Text(); got != text {
			t.Errorf("%q\nbecame %q", text, got)
		}
	}
}

func TestAnswersBetweenQuotedLines(t *testing.T) {
	r := read("On 3 Dec 2026, x <a@b.example> wrote:\n> 1. one\n> 2. two\n\n同意\n\n> 3. three\n不同意\n> end")
	want := []Kept{{"", "2. two"}, {"同意", "2. two"}, {"", "2. two"}, {"不同意", "3. three"}}
	if len(r.Lines) != len(want) {
		t.Fatal(r.Lines)
	}
	for i, l := range r.Lines {
		if l != want[i] {
			t.Errorf("%d: %+v", i, l)
		}
	}
}

// A quoted item that a program broke is one line to the answer below it; the line after a list is none of its items.
func TestAnswerUnderABrokenLine(t *testing.T) {
	above := func(quoted string) string {
		r := read("x <a@b.example> wrote:\n> 1. one\n同意\n" + quoted + "不同意\n> 9. end")
		return r.Lines[len(r.Lines)-1].Above
	}
	for quoted, want := range map[string]string{
		"> 5. Tom Rourke hosts the next meeting on 18 February at the harbour\n> office in Berth 7.\n":  "5. Tom Rourke hosts the next meeting on 18 February at the harbour office in Berth 7.",
		"> 2. 交付日期由采购部与供应商商定后，由生产部和质量部在同一周内共同确认并\n> 回复\n":                                               "2. 交付日期由采购部与供应商商定后，由生产部和质量部在同一周内共同确认并 回复",
		"> 5. Tom Rourke hosts the next meeting on 18 February at the harbour.\n> Reply \"confirm\".\n": "Reply \"confirm\".",
		"> 3. 官网改版\n> 请回复“确认”\n":                                                                        "请回复“确认”",
		"> ACT-1 Tom Rourke hosts the next meeting on 18 February at the harbour\n> ACT-2 B\n":          "ACT-2 B",
		"> 4. 完成注塑机产能评估并提交评估报告，责任人王磊，12月5日前，同步抄送生产部和质量部\n> 请回复确认\n":                                     "请回复确认",
		"> 4. Tom Rourke hosts the next meeting on 18 February at the harbour\n> 5. B\n":                "5. B",
		"> 4. Tom Rourke hosts the next meeting on 18 February at the harbour\n>\n> Please reply\n":     "Please reply",
	} {
		if got := above(quoted); got != want {
			t.Errorf("%q", got)
		}
	}
}

// An answer that stands below the whole history belongs to none of its lines.
func TestBottomPostHasNothingAbove(t *testing.T) {
	r := read("x <a@b.example> wrote:\n> 1. one\n> 2. two\n\n60%")
	for _, l := range r.Lines {
		if l.Above != "" {
			t.Errorf("%+v", l)
		}
	}
}

func TestLetterComingBackIsQuotation(t *testing.T) {
	sent := "各位：\n1. 12月计划量调整为4.2万套\n2. A312支架交付日期定为12月6日\n请直接回复“确认”；如有不同意见，请写明条目编号。"
	r := Read(Plain("发件人: 会办\n主题: 纪要\n\n各位：\n1. 12月计划量调整为4.2万套\n没问题\n2. A312支架交付日期定为12月6日\n应为12月8日\n请直接回复“确认”；如有不同意\n见，请写明条目编号。"), Options{Sent: sent})
	if got := r.Text(); got != "没问题\n应为12月8日" {
		t.Errorf("%q", got)
	}
}

func TestHTMLContainersAndColours(t *testing.T) {
	page := `<div>同意</div><blockquote>请回复“确认”</blockquote>`
	if got := Read(markup.Lines(page), Options{}).Text(); got != "同意" {
		t.Errorf("container: %q", got)
	}
	for page, want := range map[string]string{
		`<div class="gmail_quote"><div class="gmail_attr">On Thu, x &lt;a@b.example&gt; wrote:</div><blockquote class="gmail_quote">Q1. clear?</blockquote><div>5</div><blockquote class="gmail_quote">Q2. 确认?</blockquote><div>4</div></div>`:   "5\n4",
		`<div>同意</div><div class="gmail_quote"><div class="gmail_attr">Det x: 確認</div><br><blockquote class="gmail_quote">请回复“确认”</blockquote></div>`:                                                                                            "同意",
		`<div>转给你</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: 张三</div><br><br>我同意。<blockquote>请回复“确认”</blockquote>确认</div>`:                                                            "转给你",
		`<div>看看</div><div class="gmail_quote">On Thu wrote:<br><blockquote>请回复“确认”</blockquote>确认</div>`:                                                                                                                                        "看看",
		`<div class="gmail_quote"><div class="gmail_attr">x wrote:</div><blockquote class="gmail_quote"><div>老李：<div class="gmail_quote"><div class="gmail_attr">y wrote:</div><blockquote>请确认</blockquote>确认</div></div></blockquote></div>不同意`: "不同意",
	} {
		if got := Read(markup.Lines(page), Options{}).Text(); got != want {
			t.Errorf("%q, want %q: %s", got, want, page)
		}
	}
	page = `<div>意见见下方红字</div><div id="divRplyFwdMsg">发件人: 会办</div><div>1. 计划量4.2万套 </div><div><font color="red">同意</font></div><div>2. 交付日期12月6日</div><div><span style="color:#FF0000">应为12月8日</span></div>`
	r := Read(markup.Lines(page), Options{})
	if got := r.Text(); got != "意见见下方红字\n同意\n应为12月8日" {
		t.Errorf("colours: %q", got)
	}
	if last := r.Lines[len(r.Lines)-1]; last.Above != "2. 交付日期12月6日" {
		t.Errorf("%+v", last)
	}
}

// Hostile mails may not take more than linear time.
func TestHostileMailsAreReadInTime(t *testing.T) {
	var sent strings.Builder
	for n := range 200 {
		fmt.Fprintf(&sent, "%d. 完成第%d号注塑机产能评估并提交报告\n", n, n)
	}
	for name, text := range map[string]string{
		"long line":     strings.Repeat("a ", 100000),
		"quoted lines":  strings.Repeat("> 第1项\n", 20000),
		"attributions":  strings.Repeat("On 3 Dec 2026 a@b.example\n", 20000),
		"dashes":        strings.Repeat("-", 200000),
		"header blocks": strings.Repeat("发件人: a\n收件人: b\n\n", 5000),
		"bars":          strings.Repeat("| 第1项\n", 50000),
		"fields":        strings.Repeat("a: <b@c.example>\nd: 10:00\n", 20000),
		"names":         strings.Repeat("王磊\n\n", 30000),
		"notices":       strings.Repeat("e-mail confidential ", 20000),
		"broken lines":  "> 1. a\nb\n" + strings.Repeat("> "+strings.Repeat("abcd ", 14)+"\n", 20000) + "c\n> d",
		"labels":        strings.Repeat("抄送: \n", 50000),
		"on at":         strings.Repeat(" on at", 50000),
		"our lines":     strings.Repeat("> 9. 完成第8号注塑机产能评估并提交报告\n> x\n> 4. 完成第40号注塑机产能评估并提交草案\n", 10000),
		"strange lines": "> 1. 完成第1号注塑机产能评估并提交报告\n" + strings.Repeat("> 4. 完成第x号注塑机产能评估并提交草案\n", 20000),
	} {
		done := make(chan bool)
		go func() {
			Read(Plain(text), Options{Name: "王磊", Sent: sent.String(), Minutes: true})
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(time.Minute):
			t.Fatal(name, "takes too long")
		}
	}
}
