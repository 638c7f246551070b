package secretary

import (
	"fmt"
	"testing"
	"time"
)

// S0-05, S0-06, S0-07: a file is taken for the line that its name tells, for all of them where it says nothing but whose it is,
// and for none where it tells nothing.
func TestFilesAreTakenForTheirLines(t *testing.T) {
	turn := newTurn(testDesk("2026-11-27", coordination()), "meeting:PSC-20261127", time.Date(2026, 11, 20, 9, 0, 0, 0, cst), "")
	m := &Meeting{ID: "PSC-20261127", Title: T("产销协调会", "產銷協調會", "Production-sales coordination")}
	check := func(dept, name, want string, titles ...Text) {
		t.Helper()
		lines, whole := turn.linesOf(m, &Material{Department: dept, Titles: titles}, name)
		got := fmt.Sprint(lines)
		if whole {
			got = "all"
		}
		if got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	production := []Text{T("生产计划", "生產計劃", "Production plan"), T("产能情况", "產能情況", "Capacity"), T("物料供应和需求", "", "Material supply and needs")}
	check("PRD", "生产计划.xlsx", "[1]", production...)
	check("PRD", "12月生产计划v2.xlsx", "[1]", production...)
	check("PRD", "產能情況.xlsx", "[2]", production...)
	check("PRD", "产能报表.xlsx", "[2]", production...)
	check("PRD", "Capacity December.xlsx", "[2]", production...)
	check("PRD", "生产计划和产能.xlsx", "[1 2]", production...)
	check("PRD", "物料供应.pdf", "[3]", production...)
	check("PRD", "生产部资料.pptx", "all", production...)
	check("PRD", "生产部产销协调会汇报材料.pptx", "all", production...)
	check("PRD", "PSC-20261127 产销协调会 资料表.docx", "all", production...)
	check("PRD", "新建文档.docx", "[]", production...)
	check("PRD", "IMG_2031.jpg", "[]", production...)
	quality := []Text{T("产品质量情况", "", "Product quality"), T("工艺改进", "", "Process improvement")}
	check("QUA", "质量月报.xlsx", "[1]", quality...)
	check("QUA", "改进项目清单.xlsx", "[]", quality...)
	check("SAL", "whatever.xlsx", "all", T("销售数据", "", ""))
	sales := []Text{T("销售计划和销售数据", "", "Sales plan and sales data"), T("市场分析（趋势、竞争对手）", "", "Market analysis (trends, competitors)")}
	check("SAL", "销售数据11月.xlsx", "[1]", sales...)
	check("SAL", "市场分析.docx", "[2]", sales...)
	check("SAL", "Sales plan.xlsx", "[1]", sales...)
}

// S0-05: what the mail says of its files counts where their names do not tell; what is promised for later does not.
func TestWordsTellTheLines(t *testing.T) {
	m := &Material{Titles: []Text{T("生产计划", "", "Production plan"), T("产能情况", "", "Capacity")}}
	for words, want := range map[string]string{
		"附上生产计划，请查收。":     "[1]",
		"附上生产计划，产能情况稍后补。": "[1]",
		"生产计划和产能情况见附件。":   "[1 2]",
		"请查收。":      "[]",
		"产能情况还没有做好": "[]",
		"Attached is the production plan, capacity follows": "[1]",
	} {
		if got := fmt.Sprint(m.linesSaid(words)); got != want {
			t.Errorf("%s tells %s, want %s", words, got, want)
		}
	}
}
