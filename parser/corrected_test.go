package parser

import (
	"html"
	"os"
	"strings"
	"testing"
)

// sentMinutes is the letter that asks for a confirmation, as it is sent.
func sentMinutes(t testing.TB, lang, name string) (text, page string) {
	t.Helper()
	b, err := os.ReadFile("../templates/testdata/" + lang + "/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ = strings.Cut(string(b), "\n\n")
	b, err = os.ReadFile("../templates/testdata/" + lang + "/" + name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	return text, string(b)
}

func plainMail(text string) string {
	return "From: 王磊 <w@b.example>\nDate: Mon, 30 Nov 2026 10:00:00 +0800\nContent-Type: text/plain; charset=utf-8\n\n" + text
}

func pageMail(page string) string {
	return "From: 王磊 <w@b.example>\nDate: Mon, 30 Nov 2026 10:00:00 +0800\nContent-Type: text/html; charset=utf-8\n\n" + page
}

// shapes are the ways in which programs quote: what the writer puts on top and the letter below it.
var shapes = map[string]func(top, letter string) string{
	"marks": func(top, letter string) string {
		return top + "\n\n会办 <hb@b.example> 于2026年11月28日周六 下午8:29写道：\n\n> " + strings.ReplaceAll(letter, "\n", "\n> ")
	},
	"marks without a blank": func(top, letter string) string {
		return top + "\nAt 2026-11-28 17:32:26, \"会办\" <hb@b.example> wrote:\n>" + strings.ReplaceAll(letter, "\n", "\n>")
	},
	"QQ": func(top, letter string) string {
		return top + "\n\n\n------------------ 原始邮件 ------------------\n发件人: \"会办\" <hb@b.example>;\n发送时间: 2026年11月28日(星期六) 晚上8:43\n收件人: \"王磊\"<w@b.example>;\n主题: 纪要确认\n\n" + letter
	},
	"Outlook": func(top, letter string) string {
		return top + "\n\n发件人: 会办 <hb@b.example>\n发送时间: 2026年11月28日 12:49\n收件人: 王磊 <w@b.example>\n主题: 纪要确认\n\n" + letter
	},
	"phone": func(top, letter string) string {
		return top + "\n\n发自我的iPhone\n\n在 2026年11月28日，09:09，会办 <hb@b.example> 写道：\n\n" + letter
	},
	"wrapped": func(top, letter string) string {
		return top + "\n\nOn Sat, Nov 28, 2026 at 10:00 AM Huiban <hb@b.example>\nwrote:\n\n> " + strings.ReplaceAll(wrap(letter), "\n", "\n> ")
	},
	"nothing above": func(top, letter string) string { return top + "\n\n" + letter },
}

// wrap breaks lines as a program that sends 72 columns does: at a blank, or between Chinese characters.
func wrap(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		width, blank, from := 0, -1, 0
		for i, r := range l {
			if width++; r > 0x7f {
				width, blank = width+1, i
			}
			if r == ' ' {
				blank = i
			}
			if width > 72 && blank > from {
				out, from, width = append(out, l[from:blank]), blank, (i-blank)/2
			}
		}
		out = append(out, l[from:])
	}
	return strings.Join(out, "\n")
}

// correction is a change to a line of the letter, and what it means.
type change struct{ lang, old, new, want string }

var changes = []change{
	{"zh-Hans", "时限：12月5日（周六）", "时限：12月8日（周二）", `[{"kind":"object","item":"3","comment":"原：责任人：王磊 · 时限：12月5日（周六） · 预期成果：评估报告 → 改：责任人：王磊 · 时限：12月8日（周二） · 预期成果：评估报告"}]`},
	{"zh-Hans", "1200套。", "1150套。", `[{"kind":"object","item":"1","comment":"原：十二月产量由1000套调整为1200套。 → 改：十二月产量由1000套调整为1150套。"}]`},
	{"zh-Hans", "内销机型顺延一周。", "内销机型不顺延。", `[{"kind":"object","item":"2","comment":"原：出口机型优先排产，内销机型顺延一周。 → 改：出口机型优先排产，内销机型不顺延。"}]`},
	{"zh-Hans", "出口机型优先排产", "出口机型中的A型优先排产", `[{"kind":"object","item":"2","comment":"原：出口机型优先排产，内销机型顺延一周。 → 改：出口机型中的A型优先排产，内销机型顺延一周。"}]`},
	{"zh-Hans", "顺延一周。", "顺延一周。（应为两周）", `[{"kind":"object","item":"2","comment":"原：出口机型优先排产，内销机型顺延一周。 → 改：出口机型优先排产，内销机型顺延一周。（应为两周）"}]`},
	{"zh-Hans", "预期成果：评估报告", "预期成果：评估报告，并抄送质量部", `[{"kind":"object","item":"3","comment":"原：责任人：王磊 · 时限：12月5日（周六） · 预期成果：评估报告 → 改：责任人：王磊 · 时限：12月5日（周六） · 预期成果：评估报告，并抄送质量部"}]`},
	{"zh-Hans", "总部三楼第二会议室", "总部二楼第二会议室", `[{"kind":"object","comment":"原：地点：总部三楼第二会议室 → 改：地点：总部二楼第二会议室"}]`},
	{"zh-Hans", "产能缺口约200套，", "产能缺口约", `[{"kind":"object","comment":"原：注塑二号机检修占用三天，产能缺口约200套，生产部建议周末加班补足。 → 改：注塑二号机检修占用三天，产能缺口约生产部建议周末加班补足。"}]`},
	{"zh-Hant", "時限：12月5日（週六）", "時限：12月8日（週二）", `[{"kind":"object","item":"3","comment":"原：責任人：王磊 · 時限：12月5日（週六） · 預期成果：評估報告 → 改：責任人：王磊 · 時限：12月8日（週二） · 預期成果：評估報告"}]`},
	{"zh-Hant", "責任人：王敏", "責任人：陳靜", `[{"kind":"object","item":"4","comment":"原：責任人：王敏 · 時限：12月2日（週三） · 預期成果：交期確認函 → 改：責任人：陳靜 · 時限：12月2日（週三） · 預期成果：交期確認函"}]`},
	{"en", "Due: Sat 5 Dec 2026", "Due: Tue 8 Dec 2026", `[{"kind":"object","item":"3","comment":"was: Owner: Wang Lei · Due: Sat 5 Dec 2026 · Expected result: assessment report → now: Owner: Wang Lei · Due: Tue 8 Dec 2026 · Expected result: assessment report"}]`},
	{"en", "1000 to 1200 sets.", "1000 to 1150 sets.", `[{"kind":"object","item":"1","comment":"was: December's output goes from 1000 to 1200 sets. → now: December's output goes from 1000 to 1150 sets."}]`},
	{"en", "follow a week later.", "follow a week later (should be two weeks)", `[{"kind":"object","item":"2","comment":"was: Export models are produced first; domestic models follow a week later. → now: Export models are produced first; domestic models follow a week later (should be two weeks)"}]`},
}

// Words changed in a line of our own letter are an objection to it, however the letter is quoted.
func TestChangedLinesAreObjections(t *testing.T) {
	for _, c := range changes {
		text, page := sentMinutes(t, c.lang, "minutes-confirm")
		if strings.Count(text, c.old) != 1 {
			t.Fatalf("%q is not once in the letter", c.old)
		}
		o := Options{About: Minutes, Sent: text, SentHTML: page, Zone: shanghai(t)}
		for name, shape := range shapes {
			for _, top := range []string{"", "确认", "请看，我直接改在原文里了"} {
				r := Parse([]byte(plainMail(shape(top, strings.Replace(text, c.old, c.new, 1)))), o)
				if got := intents(r); got != c.want || len(r.Unclear) > 0 {
					t.Errorf("%s, %s, %q: %q\n got %s %q\nwant %s", c.lang, name, top, r.Text, got, r.Unclear, c.want)
				}
			}
		}
		for name, shape := range pages {
			r := Parse([]byte(pageMail(shape("", replaceIn(page, c.old, c.new)))), o)
			if got := intents(r); got != c.want {
				t.Errorf("%s, %s: %q\n got %s\nwant %s", c.lang, name, r.Text, got, c.want)
			}
		}
	}
}

// replaceIn changes a page's words, after its head.
func replaceIn(page, old, new string) string {
	head, body, _ := strings.Cut(page, "</head>")
	return head + "</head>" + strings.Replace(body, html.EscapeString(old), html.EscapeString(new), 1)
}

// pages are the ways in which programs quote a page.
var pages = map[string]func(top, letter string) string{
	"Gmail": func(top, letter string) string {
		return `<div dir="ltr">` + top + `</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">会办 &lt;hb@b.example&gt; 于2026年11月28日周六 下午8:29写道：<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid">` + letter + `</blockquote></div>`
	},
	"Outlook": func(top, letter string) string {
		return `<div class="WordSection1"><p class="MsoNormal">` + top + `</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>发件人:</b> 会办 &lt;hb@b.example&gt;<br><b>发送时间:</b> 2026年11月28日 12:49<br><b>收件人:</b> 王磊<br><b>主题:</b> 纪要确认</p></div></div>` + letter + `</div>`
	},
	"QQ": func(top, letter string) string {
		return `<div>` + top + `</div><div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"会办" &lt;hb@b.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年11月28日(星期六) 晚上8:43</div><div><b>收件人:</b>&nbsp;"王磊"&lt;w@b.example&gt;;</div><div><b>主题:</b>&nbsp;纪要确认</div></div><div><br></div>` + letter
	},
	"iPhone": func(top, letter string) string {
		return `<html><body dir="auto">` + top + `<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">发自我的 iPhone</div><div dir="ltr"><br><blockquote type="cite">在 2026年11月28日，09:09，会办 &lt;hb@b.example&gt; 写道：<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">` + letter + `</div></blockquote></body></html>`
	},
}

// What is put behind a line may be an answer to it; what is unlike our line is the writer's own; what a colleague changed is the
// colleague's; and only in minutes is a changed line a correction.
func TestWhatIsNoCorrection(t *testing.T) {
	text, page := sentMinutes(t, "zh-Hans", "minutes-confirm")
	marks, outlook := shapes["marks"], shapes["Outlook"]
	with := func(old, new string) string { return strings.Replace(text, old, new, 1) }
	nested := "看老李的意见\n\n老李 <l@b.example> 于2026年11月29日周日 上午8:00写道：\n\n> " + strings.ReplaceAll(marks("有一处改动", with("1200套。", "1150套。")), "\n", "\n> ")
	deeper := "看看\n\n> 有一处改动\n>\n>> " + strings.ReplaceAll(with("1200套。", "1150套。"), "\n", "\n>> ")
	for name, c := range map[string]struct{ mail, want string }{
		"a colleague's change, no line above":  {deeper, `null`},
		"a consent behind a line":              {marks("", with("顺延一周。", "顺延一周。同意")), `null`},
		"a consent behind all four":            {marks("", with("1200套。", "1200套。（同意）")), `null`},
		"a consent joined to a line":           {marks("", with("预期成果：评估报告", "预期成果：评估报告，没问题")), `null`},
		"a line was seen":                      {marks("", with("预期成果：评估报告", "预期成果：评估报告，已阅")), `null`},
		"a question behind a line":             {marks("", with("顺延一周。", "顺延一周。是哪一周？")), `null`},
		"an objection behind a line":           {marks("", with("完成注塑机产能评估", "完成注塑机产能评估 不同意")), `[{"kind":"object","item":"3","comment":"原：完成注塑机产能评估 → 改：完成注塑机产能评估 不同意"}]`},
		"an objection behind a line, unmarked": {outlook("", with("完成注塑机产能评估", "完成注塑机产能评估 ——应改为成本评估")), `[{"kind":"object","item":"3","comment":"原：完成注塑机产能评估 → 改：完成注塑机产能评估 ——应改为成本评估"}]`},
		"an own line, too different":           {marks("", with("出口机型优先排产，内销机型顺延一周。", "另行安排。")), `null`},
		"an own line without a mark":           {marks("", with("[2] 出口机型优先排产，内销机型顺延一周。", "[2] 出口机型优先排产，内销机型顺延一周。\n[2] 出口机型优先排产，内销机型顺延两周。")), `null`},
		"the greeting":                         {marks("确认", with("请在12月1日（周二）18:00前确认", "请在12月3日（周四）18:00前确认")), `[{"kind":"confirm"}]`},
		"how to reply":                         {marks("确认", with("例如「异议：第2条：…」", "例如「异议：第3条：…」")), `[{"kind":"confirm"}]`},
		"a colleague's change, handed on":      {nested, `null`},
		"another number":                       {marks("", with("[2] 出口机型优先排产，内销机型顺延一周。", "[5] 出口机型优先排产，内销机型顺延两周。")), `null`},
		"two lines of one item": {marks("", strings.Replace(with("完成注塑机产能评估", "完成注塑机和冲压机产能评估"), "时限：12月5日（周六）", "时限：12月9日（周三）", 1)),
			`[{"kind":"object","item":"3","comment":"原：完成注塑机产能评估 → 改：完成注塑机和冲压机产能评估"},{"kind":"object","item":"3","comment":"原：责任人：王磊 · 时限：12月5日（周六） · 预期成果：评估报告 → 改：责任人：王磊 · 时限：12月9日（周三） · 预期成果：评估报告"}]`},
		"with an objection in words": {marks("第2条不同意，应先排内销", with("1200套。", "1150套。")), `[{"kind":"object","item":"2","comment":"第2条不同意，应先排内销"},{"kind":"object","item":"1","comment":"原：十二月产量由1000套调整为1200套。 → 改：十二月产量由1000套调整为1150套。"}]`},
	} {
		r := Parse([]byte(plainMail(c.mail)), Options{About: Minutes, Sent: text, SentHTML: page})
		if got := intents(r); got != c.want {
			t.Errorf("%s: %q %q\n got %s\nwant %s", name, r.Text, r.Unclear, got, c.want)
		}
	}
	action := Parse([]byte(plainMail(marks("", with("1200套。", "1150套。")))), Options{About: Action, Sent: text, SentHTML: page})
	if len(action.Intents) > 0 {
		t.Error("a letter that is no minutes:", intents(action))
	}
}

// A long paragraph is not repeated whole.
func TestLongWordingsAreShortened(t *testing.T) {
	long := strings.Repeat("会议认为本周工作总体平稳", 20)
	old, now := shortened(long+"，完成12月5日"+long, long+"，完成12月8日"+long)
	if want := "…" + string([]rune(long)[len([]rune(long))-34:]) + "，完成12月5日" + string([]rune(long)[:39]) + "…"; old != want || now != strings.Replace(want, "5日", "8日", 1) {
		t.Errorf("%s\n%s", old, now)
	}
}

// Words struck out are gone; a line struck out is an objection to it, and an answer struck out is none.
func TestStruckOut(t *testing.T) {
	text, page := sentMinutes(t, "zh-Hans", "minutes-confirm")
	o := Options{About: Minutes, Sent: text, SentHTML: page}
	strike := func(old, new string) string { return strings.Replace(page, old, "<s>"+old+"</s>"+new, 1) }
	for name, shape := range pages {
		for _, c := range []struct{ top, page, want string }{
			{"确认", strike("1200套", "<span style='color:red'>1150套</span>"), `[{"kind":"object","item":"1","comment":"原：十二月产量由1000套调整为1200套。 → 改：十二月产量由1000套调整为1150套。"}]`},
			{"确认", strike("出口机型优先排产，内销机型顺延一周。", ""), `[{"kind":"object","item":"2","comment":"原：出口机型优先排产，内销机型顺延一周。 → 删去"}]`},
			{"<s>确认</s>", page, `null`},
			{"<p><del>不同意</del></p><p>确认</p>", page, `[{"kind":"confirm"}]`},
		} {
			if got := intents(Parse([]byte(pageMail(shape(c.top, c.page))), o)); got != c.want {
				t.Errorf("%s, %s\n got %s\nwant %s", name, c.top, got, c.want)
			}
		}
	}
}
