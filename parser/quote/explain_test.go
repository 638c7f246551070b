package quote

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/markup"
)

func told(r Reading) string {
	var out []string
	for _, l := range r.Explain() {
		if l.Class != Blank {
			out = append(out, string(l.Class)+"|"+l.Rule+"|"+l.Below+"|"+l.Text)
		}
	}
	return strings.Join(out, "\n")
}

// Every line of a mail is listed once, with its class and the rule that put it there.
func TestEveryLineIsTold(t *testing.T) {
	for _, c := range []struct{ name, text, sent, want string }{
		{"answers inside a marked quotation", "【外部邮件】此邮件来自外部，请谨慎点击链接。\n\n各位好\n\n会办 <a@b.example> 于2021年1月20日周三 下午8:29写道：\n> 1. 产能评估\n完成\n> 2. 官网改版\n60%\n> 3. 包装\n\n---\n此致\n王磊\n电话：0553-5512 8833\n发自我的 iPhone\n本邮件及其附件含有保密信息", "",
			"banner|gateway's warning on top||【外部邮件】此邮件来自外部，请谨慎点击链接。\nwritten|||各位好\nattribution|who wrote, when||会办 <a@b.example> 于2021年1月20日周三 下午8:29写道：\n" +
				"quotation|quote mark or container||1. 产能评估\nanswer||1. 产能评估|完成\nquotation|quote mark or container||2. 官网改版\nanswer||2. 官网改版|60%\nquotation|quote mark or container||3. 包装\n" +
				"signature|delimiter||---\nsignature|delimiter||此致\nsignature|delimiter||王磊\nsignature|delimiter||电话：0553-5512 8833\nfooter|the mail program's line||发自我的 iPhone\ndisclaimer|legal notice||本邮件及其附件含有保密信息"},
		{"closing and name", "同意\n此致\n王磊\n======", "", "written|||同意\nsignature|closing above it||此致\nsignature|the writer's name||王磊\nsignature|the writer's name||======"},
		{"a separator, fields", "同意#/******保密******/#\n\n-----原始邮件-----\n发件人: 会办\n主题: x\n请确认", "",
			"written|a disclaimer behind it is cut off||同意\nseparator|words between dashes||-----原始邮件-----\nheader block|fields, one the sender||发件人: 会办\nheader block|fields, one the sender||主题: x\nquotation|below what introduces it||请确认"},
		{"fields alone", "==\n同意\n发件人: 会办\n主题: x\n\n请确认", "",
			"decoration|nothing but dashes||==\nwritten|||同意\nheader block|fields, one the sender||发件人: 会办\nheader block|fields, one the sender||主题: x\nquotation|below what introduces it||请确认"},
		{"fields in one line", "同意\n----邮件----发件人：\"会办\" <a@b.example>收件人：王磊发送时间：2026-04-09 13:23:25主题：x", "", "written|||同意\nheader block|fields in one line||----邮件----发件人：\"会办\" <a@b.example>收件人：王磊发送时间：2026-04-09 13:23:25主题：x"},
		{"fields in a language that we do not know", "ok\nFeladó: x <a@b.example>\nElküldve: 2026. 11. 18. 10:00\nTárgy: x", "", "written|||ok\nheader block|fields by their shape||Feladó: x <a@b.example>\nheader block|fields by their shape||Elküldve: 2026. 11. 18. 10:00\nheader block|fields by their shape||Tárgy: x"},
		{"our own letter", "1. 十二月产量调整为1200套\n同意\n2. 出口机型优先排产", "1. 十二月产量调整为1200套\n2. 出口机型优先排产", "our letter|a line of the letter sent||1. 十二月产量调整为1200套\nanswer||1. 十二月产量调整为1200套|同意\nour letter|a line of the letter sent||2. 出口机型优先排产"},
		{"our own letter, corrected", "> 1. 十二月产量调整为1150套\n> 2. 出口机型优先排产（同意）\n> 3. 完成注塑机产能评估", "各位好\n1. 十二月产量调整为1200套\n2. 出口机型优先排产\n3. 完成注塑机产能评估", "quotation|quote mark or container||1. 十二月产量调整为1150套\nquotation|quote mark or container||2. 出口机型优先排产（同意）\nquotation|quote mark or container||3. 完成注塑机产能评估"},
		{"our own letter, corrected below a line of it", "> 1. 十二月产量调整为1200套\n> 2. 出口机型优先排产（同意）\n> 3. 完成注塑机和冲压机产能评估", "1. 十二月产量调整为1200套\n2. 出口机型优先排产\n3. 完成注塑机产能评估", "quotation|quote mark or container||1. 十二月产量调整为1200套\nanswer|put behind our line|2. 出口机型优先排产|（同意）\ncorrected|our line with other words||3. 完成注塑机和冲压机产能评估"},
		{"telephones", "同意\n\n李某\n电话：0553-5512 8801", "", "written|||同意\nsignature|telephones, addresses||李某\nsignature|telephones, addresses||电话：0553-5512 8801"},
	} {
		if got := told(Read(Plain(c.text), Options{Name: "王磊", Sent: c.sent, Minutes: true})); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestHTMLLinesAreTold(t *testing.T) {
	page := `<div>见红字</div><div><s>不同意</s></div><div id="Signature">王磊</div><div id="divRplyFwdMsg">发件人: 会办</div><div>1. 计划量</div><div style="color:red">同意</div><div>2. 交付</div>`
	want := "written|||见红字\nstruck out|the writer's own words||不同意\nsignature|signature container||王磊\nquotation|quote mark or container||发件人: 会办\nquotation|quote mark or container||1. 计划量\nanswer|in a colour, as the writer says|1. 计划量|同意\nquotation|quote mark or container||2. 交付"
	if got := told(Read(markup.Lines(page), Options{})); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A line stands for a line: whatever the mail, none is lost and none is told twice.
func FuzzExplain(f *testing.F) {
	f.Add("同意\n> 1\n\n完成\n> 2\n-- \n王磊", "1\n2")
	f.Add("> 各位同事，大家好\n> 1. 十二月产量调整为1150套\n> 2. 优先排产（同意）", "各位同事，大家好\n1. 十二月产量调整为1200套\n2. 优先排产")
	f.Fuzz(func(t *testing.T, text, sent string) {
		lines := Plain(text)
		n := len(lines)
		r := Read(lines, Options{Name: "王磊", Sent: sent, Minutes: true})
		kept := 0
		for _, l := range r.Explain() {
			s := strings.TrimSpace(l.Text)
			if n--; s == "" || l.Class != Written && l.Class != Answer {
				continue
			}
			if kept++; !strings.Contains(r.Text(), s) {
				t.Errorf("%q is not in the text", s)
			}
		}
		if n != 0 || kept == 0 != (r.Text() == "") {
			t.Errorf("%d lines too few, %d kept of %q", n, kept, r.Text())
		}
	})
}
