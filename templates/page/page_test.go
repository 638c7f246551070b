package page

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

const every = `! 请在**周五**前回复
# 标题
一段话，
还是这段话。

另一段
- 一点
- 两点
= 时间 | 11月27日 \\ 原定26日
= 网络会议 | https://meet.example/a?b=c
|# 序号 | 议题
| 1 | 产能 \\ 王磊
% 5 | 逾期 | late | 上周2
+ 1 | 完成评估 | late | 逾期3天
: 责任人：王磊
@ 已完成 | mailto:a@b.example?body=1 | other
^ 怎样回复
@ 参加 | mailto:a@b.example | first
· 能参加，回复「参加」
> 他说
> 好的
~ 小字
$ 【决议】
$ 1. `

func parsed(t *testing.T, markup string) Page {
	t.Helper()
	blocks, err := Parse(markup)
	if err != nil {
		t.Fatal(err)
	}
	return Page{Lang: "zh-Hans", Title: "题", Office: "会办", Name: "会议通知", Foot: "会办", Blocks: blocks}
}

func TestParse(t *testing.T) {
	var got []string
	for _, b := range parsed(t, every).Blocks {
		got = append(got, string(b.Kind))
	}
	want := "lead heading paragraph paragraph list facts table figures card rule buttons hints quote note form"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, markup := range []string{": a line without a card", "= a fact without a value"} {
		if _, err := Parse(markup); err == nil {
			t.Errorf("%q is taken", markup)
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// The text and the HTML say the same: whatever stands in the text stands in the HTML, in the same order.
func TestTextAndHTMLAgree(t *testing.T) {
	p := parsed(t, every)
	page, err := HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(page, "<body")
	plain := squeeze(html.UnescapeString(tag.ReplaceAllString(body, " ")))
	for _, word := range strings.FieldsFunc(Text(p), func(r rune) bool { return strings.ContainsRune(" \n【】[]│·—–-：()", r) }) {
		if !strings.Contains(plain, word) {
			t.Errorf("the HTML lacks %q", word)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestText(t *testing.T) {
	want := `请在周五前回复

【标题】
一段话，
还是这段话。

另一段

- 一点
- 两点

时间：11月27日 – 原定26日
网络会议：https://meet.example/a?b=c

序号  议题
1  产能 – 王磊

逾期 5 (上周2)

[1] 完成评估 – 逾期3天
    责任人：王磊

———— 怎样回复 ————
· 能参加，回复「参加」

│ 他说
│ 好的

小字

【决议】
1.

会办
`
	if got := Text(parsed(t, every)); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestLinks(t *testing.T) {
	got := spans("见 https://a.example/x?y=1，或 **https://b.example**")
	if len(got) != 4 || got[1].Link != "https://a.example/x?y=1" || got[3].Link != "" || !got[3].Bold {
		t.Errorf("%+v", got)
	}
}

// Only addresses that can do no harm become links.
func TestTrusted(t *testing.T) {
	for in, want := range map[string]string{"mailto:a@b": "mailto:a@b", "https://a": "https://a", "javascript:alert(1)": "#", "data:text/html,x": "#", "": "#"} {
		if got := string(trusted(in)); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// FuzzInline: whatever a value holds, in any line of markup it stays one value of that line.
func FuzzInline(f *testing.F) {
	for _, s := range []string{"", "x", "# x", "a | b", "**b**", "~~s~~", `a \\ b`, "l\nm", "\uE000\uE001", "@ x | javascript:1 | first", "\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := Inline(s)
		blocks, err := Parse("= 标签 | " + v + " \\\\ 小字\n- " + v + "\n| a | " + v)
		if err != nil || len(blocks) != 3 {
			t.Fatalf("%q: %d blocks, %v", s, len(blocks), err)
		}
		if len(blocks[0].Rows[0]) != 2 || len(blocks[2].Rows[0]) != 2 || len(blocks[1].Lines) != 1 {
			t.Fatalf("%q: %+v", s, blocks)
		}
		for _, span := range blocks[1].Lines[0] {
			if span.Bold || span.Struck {
				t.Fatalf("%q: emphasis", s)
			}
		}
		if _, err := HTML(Page{Lang: "en", Blocks: blocks}); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
