package secretary

import (
	"fmt"
	"testing"
)

// S0-58: a report is kept by its parts where its writer keeps them apart.
func TestReportParts(t *testing.T) {
	for text, want := range map[string]string{
		"执行情况：按期完成\n问题：检修占用\n三天\n解决办法：加班\n改进措施：检修排到月末": "map[measures:检修排到月末 problems:检修占用\n三天 progress:按期完成 solutions:加班]",
		"Progress: 60%\nProblems: none": "map[problems:none progress:60%]",
		"1 完成":                          "map[]",
		"做到六成，问题不大":                     "map[]",
	} {
		if got := fmt.Sprint(reportParts(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
