package meaning

import "testing"

// S1E-05: minutes are waived by a reply that says so, and why; a question, a draft or a promise is none.
func TestWaive(t *testing.T) {
	for text, want := range map[string]string{
		"不作纪要，原因：只是早训，没有决议":      "只是早训,没有决议",
		"本次不作纪要：全员参加展会，会议十分钟结束。": "全员参加展会,会议十分钟结束",
		"无需纪要，因设备故障会议中断":         "设备故障会议中断",
		"不做会议纪要": "",
		"No minutes this time, because we only watched a film": "we only watched a film",
		"Please waive the minutes: fire drill":                 "fire drill",
		"不作纪要可以吗？":                                             "-",
		"会议决定：今后不作纪要":                                          "-",
		"决议\n1. 不作纪要":                                          "-",
		"纪要明天交":                                                "-",
	} {
		got := "-"
		if in := Waive(text); in != nil {
			got = in.Reason
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
