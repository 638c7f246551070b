package meaning

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// tuesday is the day of all cases.
var tuesday = time.Date(2026, 12, 15, 10, 30, 0, 0, time.FixedZone("", 8*3600))

// letters are the quoted letters that the cases answer, by the section's name.
var letters = map[string]string{
	"minutes":    "各位：\n11月产销协调会（11月20日）纪要如下\n1. 12月主机厂计划量调整为4.2万套。\n2. A312支架交付日期定为12月6日，责任人：王磊。\n3. 冲压线备件由采购部于11月30日前到货。\n4. 8D报告统一由质量部归口。\n5. 下次产销协调会定于12月18日14:00。\n如无异议，请直接回复“确认”",
	"action":     "请反馈“MES报工看板上线”的进展。\n可以写百分比、是否完成、预计完成日期或者遇到的困难。",
	"actions":    "以下行动项由您负责，请回复进展：\n1. 12月周计划分解并下发　　到期日：2026-12-02\n2. A312支架首批5000件入库　到期日：2026-12-06\n3. 冲压线备件到货　　　　　到期日：2026-11-30\n4. 8D报告归口流程发布　　　到期日：2026-12-11\n回复示例：“第1项 60%，预计12月1日完成；第2项已完成；第3项申请延期到12月5日”。",
	"codes":      "please report progress on your open actions\nACT-17  Guarding rework                     due 11 Dec 2026\nACT-18  Punch list to customer              due 4 Dec 2026\nACT-21  Spare parts quotation               due 15 Dec 2026",
	"invitation": "会议：12月产销协调会\n时间：2026年12月18日（周五）14:00-16:00\n地点：综合楼301会议室\n请回复“参加”“不参加”或“待定”；如委派他人参加，请写明姓名。",
	"approval":   "申请人：赵建国　　事项：召开A312批量不良专题会\n时间：12月20日 9:00-11:00　　参会：12人\n请回复“同意”或“不同意”（可附意见）。",
	"review":     "现将会议纪要送审稿报请审核。审核通过请回复“同意印发”，不通过请回复“退回”并注明修改意见。",
	"survey":     "请打分（1-5）：\n1、组织安排\n2、资料准备\n3、问题闭环\n另外，您有什么建议？",
	"none":       "",
	"topic-call": "请回复您希望列入产销协调会的议题，例如「议题：注塑线产能评估，王磊，10分钟」",
	"agenda":     "以下2个议题请您定夺：\n1. 产能瓶颈 10分钟\n2. 模具备件 5分钟",
	"grading":    "请给下列反馈定级并决定是否采纳\n[1] 资料请提前两天发\n[2] 会议室太小\n[3] 数据口径不一\n严重程度：高、中、低\n紧迫性：高、中、低",
	"upkeep":     "例行事项到期\n[1] 产销协调会：会议制度回顾\n[2] 产销协调会：档案审查\n[3] 产销协调会：经验总结",
	"materials":  "请提交上会材料，没有请回复“无资料”。",
}

var abouts = map[string]About{"actions": Action, "codes": Action, "review": Approval}

// TestCases runs testdata/*.txt: "[letter]" opens a section, "text => reading" is a case, "\n" in the text a line end.
// A reading is the intents in brief, parted by "; ", "-" for none. " or " gives a second reading that will do.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { runCases(t, name) })
	}
}

func runCases(t *testing.T, name string) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	letter := ""
	for s := bufio.NewScanner(f); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "["):
			letter = strings.Trim(line, "[]")
		default:
			text, want, ok := strings.Cut(line, " => ")
			if !ok {
				t.Errorf("no reading: %s", line)
				continue
			}
			if got := brief(ask1(letter, text)); !strings.Contains(" or "+want+" or ", " or "+got+" or ") {
				t.Errorf("[%s] %s\n    got  %s\n    want %s", letter, text, got, want)
			}
		}
	}
}

func ask1(letter, text string) []secretary.Intent {
	about, ok := abouts[letter]
	if !ok {
		about = About(letter)
	}
	var lines []quote.Kept
	for _, l := range strings.Split(strings.ReplaceAll(text, `\n`, "\n"), "\n") {
		above := ""
		if a, rest, ok := strings.Cut(l, ">>"); ok {
			above, l = a, rest
		}
		lines = append(lines, quote.Kept{Text: strings.TrimSpace(l), Above: above})
	}
	var history []string
	if letters[letter] != "" {
		history = strings.Split(letters[letter], "\n")
	}
	return Read(Question{About: about, Lines: lines, History: history, Now: tuesday, Name: "王磊"}).Intents
}

// brief writes intents in one line: "progress 2 in_progress 60% 2026-12-20".
func brief(list []secretary.Intent) string {
	var out []string
	for _, i := range list {
		w := []string{string(i.Kind)}
		for _, s := range []string{i.Item, i.Status, i.Delegate} {
			if s != "" {
				w = append(w, s)
			}
		}
		if i.Percent != nil {
			w = append(w, fmt.Sprintf("%d%%", *i.Percent))
		}
		for _, s := range []string{string(i.ETA), string(i.Until), short(i.Start), short(i.End)} {
			if s != "" {
				w = append(w, s)
			}
		}
		if l := i.QuickLine; l != nil && i.Kind == secretary.IntentTopic {
			w = append(w, l.What)
			if l.Minutes > 0 {
				w = append(w, fmt.Sprint(l.Minutes))
			}
			w = append(append(w, strings.Fields(l.Purpose)...), l.Who...)
		}
		if i.Severity+i.Urgency > 0 {
			w = append(w, fmt.Sprintf("s%du%d", i.Severity, i.Urgency))
		}
		if i.From != "" {
			w = append(w, "from "+string(i.From))
		}
		if i.Status == "waived" && i.Reason != "" {
			w = append(w, "reason")
		}
		if i.Kind == secretary.IntentGrade && i.Comment != "" {
			w = append(w, "("+i.Comment+")")
		}
		if i.Question != "" {
			w = append(w, fmt.Sprintf("%s=%d", i.Question, i.Value))
		}
		out = append(out, strings.Join(w, " "))
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, "; ")
}

func short(s string) string {
	return strings.TrimSuffix(s, ":00+08:00")
}
