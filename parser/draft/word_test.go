package draft

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"
)

var word = time.Date(2026, 11, 25, 16, 30, 0, 0, time.FixedZone("", 8*3600))

// docxFile is a Word file with the given XML in its body.
func docxFile(t testing.TB, xml string) File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + xml + `</w:body></w:document>`))
	z.Close()
	return File{Name: "会议纪要.docx", Type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Data: b.Bytes()}
}

// par is one paragraph for each line.
func par(lines ...string) string {
	out := ""
	for _, l := range lines {
		out += `<w:p><w:r><w:t xml:space="preserve">` + l + `</w:t></w:r></w:p>`
	}
	return out
}

// tbl is a table of rows like "甲|乙"; "/" divides paragraphs in a cell, "<2" spans two columns, "^" continues the cell above.
func tbl(rows ...string) string {
	out := `<w:tbl>`
	for _, r := range rows {
		out += `<w:tr>`
		for _, c := range strings.Split(r, "|") {
			pr := ""
			if strings.HasPrefix(c, "<") {
				pr, c = `<w:gridSpan w:val="`+c[1:2]+`"/>`, c[2:]
			}
			if c == "^" {
				pr, c = `<w:vMerge/>`, ""
			} else if strings.HasPrefix(c, "v") {
				pr, c = `<w:vMerge w:val="restart"/>`, c[1:]
			}
			out += `<w:tc><w:tcPr>` + pr + `</w:tcPr>` + par(strings.Split(c, "//")...) + `</w:tc>`
		}
		out += `</w:tr>`
	}
	return out + `</w:tbl>`
}

func checkWord(t *testing.T, what, text, xml, want string) {
	t.Helper()
	if got := print(Read(text, []File{docxFile(t, xml)}, word, "")); got != want {
		t.Errorf("%s: got\n%swant\n%s", what, got, want)
	}
}

const ourForm = "姓名|部门|出席情况|代会人/时间"

func TestOurOwnForm(t *testing.T) {
	head := par("产销协调会 会议纪要", "会议时间：2026年11月25日 14:00", "出席登记")
	empty := head + tbl(ourForm, "王磊|生产部||", "李娜|采购部||") + par("决议") + tbl("序号|决议内容", "1|", "2|") +
		par("行动项") + tbl("序号|行动项|责任人|完成时限|预期成果", "1||||", "2||||")
	checkWord(t, "sent back empty", "", empty, "no draft\n")
	filled := head + tbl(ourForm, "王磊|生产部|出席|", "李娜|采购部|代会|孙莉", "赵建国|设备部|迟到|14:20", "何俊|品质部|请假|", "陈思远|工艺部|缺席|", "吴斌|品质部|早退|15:30") +
		par("决议") + tbl("序号|决议内容", "1|A线转产", "2|") + par("行动项") +
		tbl("序号|行动项|责任人|完成时限|预期成果", "1|转产工艺验证|王磊|12月5日|验证报告", "2|设备搬迁|||", "3||||")
	checkWord(t, "filled in", "已填好", filled, `attendance 王磊 present
attendance 李娜 delegated 孙莉
attendance 赵建国 late  14:20
attendance 何俊 leave
attendance 陈思远 absent
attendance 吴斌 left_early  15:30
resolution 1: A线转产
action 1: 转产工艺验证 | 王磊 | 2026-12-05 | 验证报告
action 2: 设备搬迁 |  |  | 
problem 2: no-owner
problem 2: no-due
`)
}

func TestOurOwnFormInOtherLanguages(t *testing.T) {
	checkWord(t, "zh-Hant", "", par("出席登記")+tbl("姓名|部門|出席情況|代會人/時間", "蔡明哲|採購處|代會|謝佩珊", "許文龍|業務處|遲到|10:05")+par("決議")+tbl("序號|決議內容", "1|上修投產量")+
		par("行動項")+tbl("序號|行動項|責任人|完成時限|預期成果", "1|備料清單|黃淑芬|12/5|清單"), `attendance 蔡明哲 delegated 謝佩珊
attendance 許文龍 late  10:05
resolution 1: 上修投產量
action 1: 備料清單 | 黃淑芬 | 2026-12-05 | 清單
`)
	checkWord(t, "English", "", par("Attendance")+tbl("Name|Department|Attendance|Delegate / time", "Anna Schmidt|Ops|present|", "Bob Lee|IT|delegated|Carol Ng", "Dan Wu|IT|left early|11:00")+par("Resolutions")+tbl("No.|Resolution", "1|Launch moves to Q2")+
		par("Action items")+tbl("No.|Action|Owner|Due|Expected result", "1|Update the plan|Anna Schmidt|5 December|plan"), `attendance Anna Schmidt present
attendance Bob Lee delegated Carol Ng
attendance Dan Wu left_early  11:00
resolution 1: Launch moves to Q2
action 1: Update the plan | Anna Schmidt | 2026-12-05 | plan
`)
}

func TestMergedForm(t *testing.T) {
	checkWord(t, "one table is the whole form", "", tbl("会议名称|<3降废专题会", "时间|2026年11月25日|地点|会议室", "出席|<3刘德海、孔祥林", "请假|<3秦军（出差）",
		"决议|<3一、增加水分检测。//二、废品率与绩效挂钩。", "<4行动项", "序号|任务|负责人|截止日期", "1|检测仪到位|v张立新|12-10", "2|检测规程|^|12-15", "备注|<3下次会议12月9日"),
		`attendance 刘德海 present
attendance 孔祥林 present
attendance 秦军 leave
resolution 1: 增加水分检测
resolution 2: 废品率与绩效挂钩
action 1: 检测仪到位 | 张立新 | 2026-12-10 | 
action 2: 检测规程 | 张立新 | 2026-12-15 | 
`)
}

func TestTrackedChanges(t *testing.T) {
	ins := func(s string) string { return `<w:ins w:id="1"><w:r><w:t>` + s + `</w:t></w:r></w:ins>` }
	del := func(s string) string { return `<w:del w:id="2"><w:r><w:delText>` + s + `</w:delText></w:r></w:del>` }
	run := func(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
	checkWord(t, "inserted counts, deleted does not", "", par("会议纪要", "行动项")+`<w:p>`+run("1. 设备搬迁，责任人：")+del("李娜")+ins("王磊")+run("，时限：12月")+del("5")+ins("8")+run("日")+`</w:p>`+
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+del("2. 作废的事项，责任人：李娜，时限：12月9日")+`</w:p>`,
		"action 1: 设备搬迁 | 王磊 | 2026-12-08 | \n")
}

func TestTickedAttendance(t *testing.T) {
	checkWord(t, "boxes", "", par("出席登记")+tbl("姓名|状态", "王磊|☑出席 □缺席 □请假", "李娜|□出席 □缺席 ☑请假", "何俊|□出席 ☒缺席 □请假")+par("决议", "1. 同意转产"),
		"attendance 王磊 present\nattendance 李娜 leave\nattendance 何俊 absent\nresolution 1: 同意转产\n")
	checkWord(t, "signatures", "", par("签到表")+tbl("姓名|部门|签到|备注", "王磊|生产部|王磊|", "李娜|采购部||请假", "何俊|品质部|何俊|迟到9:20")+par("决议", "1. 同意转产"),
		"attendance 王磊 present\nattendance 李娜 leave\nattendance 何俊 late  09:20\nresolution 1: 同意转产\n")
}

func TestWordWinsOverText(t *testing.T) {
	xml := par("周会纪要", "行动项", "1. 设备搬迁，责任人：王磊，时限：12月8日")
	checkWord(t, "the file's date holds", "行动项：\n1. 设备搬迁，责任人：王磊，时限：12月5日", xml, "action 1: 设备搬迁 | 王磊 | 2026-12-08 | \n")
	checkWord(t, "a file without minutes leaves the text", "行动项：\n1. 设备搬迁，责任人：王磊，时限：12月5日", par("设备搬迁方案", "一、概况", "本方案共三章。"), "action 1: 设备搬迁 | 王磊 | 2026-12-05 | \n")
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, f := range []File{{Name: "纪要.doc", Type: "application/msword", Data: []byte("\xd0\xcf\x11\xe0")}, {Name: "纪要.docx", Data: []byte("PK\x03\x04broken")}, {Name: "纪要.pdf", Data: []byte("%PDF")}, {Name: "纪要.docx"}} {
		if d := Read("纪要见附件，请查收。", []File{f}, word, ""); d != nil {
			t.Errorf("%s: %s", f.Name, print(d))
		}
	}
}

func TestVerticalTables(t *testing.T) {
	checkWord(t, "one table an action", "", par("会议纪要", "行动项")+tbl("事项|设备搬迁", "责任人|王磊", "完成时限|12月8日", "预期成果|验收单")+tbl("事项|人员培训", "责任人|李娜", "完成时限|12月10日"),
		"action 1: 设备搬迁 | 王磊 | 2026-12-08 | 验收单\naction 2: 人员培训 | 李娜 | 2026-12-10 | \n")
}

func TestTheSentForm(t *testing.T) {
	sent := "出席：王磊、李娜\n缺席：\n决议\n1. 上次会议决议继续有效\n行动项\n1. 编制年报    责任人：王磊    时限：12月20日\n2.     责任人：    时限：\n"
	if d := Read(sent, nil, word, sent); d != nil {
		t.Errorf("the form sent back as it was: %s", print(d))
	}
	if d := Read(strings.Replace(sent, "缺席：", "缺席：李娜", 1), nil, word, sent); d == nil || len(d.Actions) != 1 {
		t.Errorf("the form with an absence filled in: %s", print(d))
	}
}

func FuzzRead(f *testing.F) {
	f.Add("行动项：\n序号 | 事项 | 责任人\n1 | 甲 | 王磊\n出席：王磊（代李娜）\n决议：1、甲；2、乙")
	f.Add("Actions\n1. Anna to do it by Friday (Bob, 12/5)\n序号\n事项\n责任人\n1\n甲\n")
	f.Fuzz(func(t *testing.T, s string) {
		if d := Read(s, nil, word, ""); d != nil {
			for _, a := range d.Actions {
				if a.Due != "" && !a.Due.Valid() || a.Text == "" || a.No == "" {
					t.Fatalf("%q: %+v", s, a)
				}
			}
		}
	})
}

func FuzzWord(f *testing.F) {
	f.Add(tbl("序号|事项|责任人|时限", "1|v甲|王磊|12/5", "<2乙|^|"))
	f.Fuzz(func(t *testing.T, s string) {
		Read("", []File{docxFile(t, s)}, word, "")
	})
}

func TestTheSentFormInTheText(t *testing.T) {
	sent := "【出席情况】\n张伟 | 总经办 | 出席\n林芳 | 财务部 | 请假\n【讨论要点】\n\n【决议】\n1.\n2.\n【行动项】\n序号 | 行动项 | 责任人 | 完成时限 | 预期成果\n1 |  |  |  |\n2 |  |  |  |\n"
	if d := Read(sent, nil, word, sent); d != nil {
		t.Errorf("sent back empty: %s", print(d))
	}
	if d := Read("林芳 | 财务部 | 请假\n【决议】\n1.\n【行动项】\n1 |  |  |  |\n", nil, word, sent); d != nil {
		t.Errorf("sent back empty, its headings lost: %s", print(d))
	}
	if d := Read(strings.Replace(sent, "1.\n", "1. 锁价\n", 1), nil, word, sent); d == nil || len(d.Resolutions) != 1 || len(d.Attendance) != 2 {
		t.Errorf("with a resolution: %s", print(d))
	}
}
