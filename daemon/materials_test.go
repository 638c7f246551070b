package daemon

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// several is a house whose policy wants two files and a figure of production, one file of sales for the guests as well, and
// sends the pack two days ahead.
func several(t *testing.T) *house {
	p := regulation()
	text := func(s string) secretary.Text { return secretary.T(s, s, s) }
	p.Materials = secretary.MaterialsRule{
		Required: []secretary.MaterialRule{
			{From: "head:production", Items: []secretary.Text{text("生产计划"), text("产能情况")}},
			{From: "head:production", Items: []secretary.Text{text("在岗人数")}, InMail: true},
			{From: "head:sales", Items: []secretary.Text{text("公司介绍")}, Released: true},
		},
		Cutoff: secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.CalendarDays}}, Send: secretary.Moment{Span: secretary.Span{N: 2, Unit: secretary.CalendarDays}},
	}
	h := newHouse(t, sqlite(t), p)
	h.start()
	return h
}

const (
	xlsxPart = "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\nContent-Disposition: attachment; filename*=UTF-8''%s|"
	planName = "%E7%94%9F%E4%BA%A7%E8%AE%A1%E5%88%92.xlsx" // 生产计划.xlsx
	someName = "book1.xlsx"
)

func handed(name string, data []byte) string {
	return fmt.Sprintf(strings.Replace(xlsxPart, "%s", "%[1]s", 1), name) + string(data)
}

// S0-05, S2-42, S3-49, S1D-18: a locked workbook is asked for again, one that does not say what it is for is asked about, the
// figure is taken from the reply; the pack names what came, and the guest gets what is released and nothing else.
func TestMaterialsByMail(t *testing.T) {
	h := several(t)
	l := h.letter(wang, secretary.MaterialsCall)
	if names := fileNames(l); !strings.Contains(names, "资料表.docx") {
		t.Errorf("the call comes with %s", names)
	}
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached("计划见附件", handed(planName, locked(t)))}), secretary.AskedBack, "file-protected")
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached("没有密码的见附件", handed(planName, workbook(t, 2)))}), secretary.ActedOn, "material")
	h.verdict(h.answer(wang, l, "在岗人数：128人"), secretary.ActedOn, "said")
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached("请查收", handed(someName, workbook(t, 1)))}), secretary.ActedOn, "material")
	h.verdict(h.send(draft{from: li, head: inReply(h.letter(li, secretary.MaterialsCall)), body: attached("公司介绍见附件", handed("about.xlsx", workbook(t, 3)))}), secretary.ActedOn, "material")
	h.turn(5*24*time.Hour + 12*time.Hour)
	if got, want := fileNames(h.letter(li, secretary.Pack)), "PSC-20261127 产销协调会 数据汇总.xlsx, 生产部 生产计划.xlsx, 生产部 book1.xlsx, 销售部 about.xlsx"; got != want {
		t.Errorf("the pack holds %s, want %s", got, want)
	}
	if text := h.letter(li, secretary.Pack).Text; !strings.Contains(text, "128人") {
		t.Errorf("the pack does not say the figure: %s", text)
	}
	if got := fileNames(h.letter(kim, secretary.Handout)); got != "about.xlsx" {
		t.Errorf("the guest got %s", got)
	}
	if n := len(h.letters(kim, secretary.Pack)); n > 0 {
		t.Errorf("%d packs went outside", n)
	}
}

func fileNames(m *message.Message) string {
	var out []string
	for _, f := range m.Files {
		out = append(out, f.Name)
	}
	return strings.Join(out, ", ")
}
