package markup

import (
	"strings"
	"testing"
)

func text(page string) string {
	var out []string
	for _, l := range Lines(page) {
		out = append(out, strings.Repeat(">", l.Depth)+l.Text)
	}
	return strings.Join(out, "\n")
}

func TestLines(t *testing.T) {
	for page, want := range map[string]string{
		"<p>9<span>:</span><b>00</b> 开会</p>":                                  "9:00 开会",
		"<table><tr><td>接口联调</td><td>李四</td></tr><tr><td>a</td></tr></table>": "接口联调\t李四\na",
		"<div>a<br>b</div>c": "a\nb\nc",
		"<style>第3项已完成</style><script>x</script><!-- y -->确认":                  "确认",
		"<div style='display: none'>同意</div>确认":                                "确认",
		"确认<blockquote>请<blockquote>旧</blockquote></blockquote>":               "确认\n>请\n>>旧",
		"&#21516;&#24847;&nbsp;a":                                              "同意 a",
		"确认<div class='gmail_quote'>请回复</div>":                                 "确认\n>请回复",
		"确认<div id='divRplyFwdMsg'>发件人</div><div>请回复</div>":                    "确认\n>发件人\n>请回复",
		"<blockquote style='margin: 0 0 0 40px; border: none'>同意</blockquote>": "同意",
		"<pre>a\nb</pre>": "a\nb",
		"<p>12月<s>5日</s><del> 6日 </del>8日</p><p>\n<strike>同意</strike> </p><p><span style='text-decoration:line-through'>a</span> b</p>":                 "12月 8日\n同意\nb",
		"<div style='font-size:0'>x<p style='font-size:16px'>确认</p> y <a style='FONT-SIZE: 0px;color:red'>z</a><b style='font-size:0.9em'>异议</b></div>": "确认\n异议",
		"<p>未关闭": "未关闭",
	} {
		if got := text(page); got != want {
			t.Errorf("%s\n got %q\nwant %q", page, got, want)
		}
	}
}

func TestColoursAndSignatures(t *testing.T) {
	l := Lines(`<div>x <font color=red>y</font></div><div><span style="color:#FF0000">z</span></div><div style="color:#333">g</div><div id="Signature">王磊</div>`)
	if len(l) != 4 || l[0].Colour || !l[1].Colour || l[2].Colour || !l[3].Signature {
		t.Errorf("%+v", l)
	}
}

func TestHostilePagesEnd(t *testing.T) {
	Lines(strings.Repeat("<div>", 100000) + "x")
	Lines(strings.Repeat("<table><tr><td>", 20000))
	Lines(strings.Repeat("<p>x", 300000))
}

func FuzzLines(f *testing.F) {
	f.Add("<div>确认<blockquote>x</blockquote></div>")
	f.Fuzz(func(t *testing.T, page string) {
		for _, l := range Lines(page) {
			if strings.Contains(l.Text, "\n") {
				t.Errorf("a line with a line end: %q", l.Text)
			}
		}
	})
}

func TestStruckLines(t *testing.T) {
	l := Lines("<p><s>同意</s></p><p>不<s>同意</s></p><p> </p><s>a<br>b</s>")
	if len(l) != 4 || !l[0].Struck || l[1].Struck || !l[2].Struck || l[3].Text != "b" || !l[3].Struck {
		t.Errorf("%+v", l)
	}
}
