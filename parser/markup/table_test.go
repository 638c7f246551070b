package markup

import (
	"strings"
	"testing"
	"time"
)

func lines(page string) string {
	var out []string
	for _, l := range Lines(page) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "\n")
}

func TestTables(t *testing.T) {
	for page, want := range map[string]string{
		"<table><tr><th><p>事项</p></th><th>责任人</th><th>时限</th></tr><tr><td><p>报价</p><p>终稿</p></td><td rowspan=2>王磊</td><td>12月5日</td></tr><tr><td>合同</td><td>12月6日</td></tr><tr><td colspan=3>备注：周报</td></tr></table>": "事项\t责任人\t时限\n报价 终稿\t王磊\t12月5日\n合同\t王磊\t12月6日\n备注：周报",
		"<table><tr><td rowspan=2>质量</td><td>抽检</td><td>a</td></tr><tr><td>审核</td><td></td></tr></table>":                                                                                                             "质量\t抽检\ta\n质量\t审核",
		"<table><tr><td><p>同意</p><p>王磊</p></td></tr><tr><td>页脚</td></tr></table>":                                                                                                                                     "同意\n王磊\n页脚",
		"<table><tr><td><p>左</p></td><td><p>右</p></td></tr><tr><td>1</td><td>2</td></tr></table>":                                                                                                                     "左\n右\n1\t2",
		"<table><tr><td>x</td><td><table><tr><td>同意</td></tr></table></td><td>y</td></tr><tr><td><p>z</p></td></tr></table>":                                                                                          "x\n同意\ny\nz",
	} {
		if got := lines(page); got != want {
			t.Errorf("%q\nwant %q", got, want)
		}
	}
}

// What is quoted in a table stays quoted, and marks of colour stay.
func TestTablesKeepWhatQuotationIsToldBy(t *testing.T) {
	quoted := Lines(`<table><tr><td>a</td><td>b</td><td><blockquote>请回复“确认”</blockquote></td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>`)
	inside := Lines(`<blockquote><table><tr><td>a</td><td>b</td><td>c</td></tr><tr style="color:red"><td>同意</td><td>x</td><td></td></tr></table></blockquote>`)
	for _, l := range quoted {
		if strings.Contains(l.Text, "确认") != (l.Depth > 0) {
			t.Errorf("%+v", l)
		}
	}
	if len(inside) != 2 || inside[0].Depth != 1 || inside[0].Colour || inside[1].Depth != 1 || !inside[1].Colour {
		t.Errorf("%+v", inside)
	}
}

func TestHostileTablesEnd(t *testing.T) {
	done := make(chan bool)
	go func() {
		Lines(strings.Repeat("<table><tr><td>", 20000))
		Lines("<table>" + strings.Repeat("<tr><td rowspan=50 colspan=50>x", 20000))
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("takes too long")
	}
}
