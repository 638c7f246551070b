package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// S1G-19: on the first workday of the month the compliance report goes out with its Excel file, from what the store holds; asked for
// by mail it comes at once.
func TestComplianceReportIsMailed(t *testing.T) {
	p := regulation()
	p.Minutes.Required, p.Minutes.Deadline = "yes", secretary.Moment{Span: secretary.Span{N: 24, Unit: secretary.Hours}}
	p.Materials = secretary.MaterialsRule{
		Required: []secretary.MaterialRule{{From: "head:production", Items: []secretary.Text{secretary.T("生产计划", "生產計劃", "Plan")}}},
		Cutoff:   secretary.Moment{Span: secretary.Span{N: 2, Unit: secretary.Workdays}}, Send: secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.Workdays}},
	}
	h := newHouse(t, sqlite(t), p)
	h.start()
	h.turn(11 * 24 * time.Hour) // 1 December; the minutes of 27 November are missing
	l := h.letter(chen, secretary.Compliance)
	if !strings.HasPrefix(l.Subject, "合规报告：2026年11月，未按规定") || !strings.Contains(l.Text, "会议纪要逾期") || !strings.Contains(l.Text, "会议资料未交") {
		t.Errorf("%s\n%s", l.Subject, l.Text)
	}
	if len(l.Files) != 1 || l.Files[0].Name != "2026年11月 合规报告.xlsx" {
		t.Errorf("%d files", len(l.Files))
	}
	h.send(draft{from: wang, subject: "查询 合规报告 11月"})
	if l := h.letter(wang, secretary.Compliance); !strings.Contains(l.Text, "会议资料未交") || strings.Contains(l.Text, "会议纪要逾期") {
		t.Errorf("wang reads\n%s", l.Text) // of the own people only
	}
}
