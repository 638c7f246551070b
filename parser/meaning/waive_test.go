package meaning

import "testing"

// S1E-05: minutes are waived by a reply that says so, and why; a question, a condition, an excuse, a draft or a promise is none.
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
		"这次会议不需要纪要了，谢谢":                                        "",
		"不作紀要，原因：全員參加展會":                                       "全员参加展会",
		"您好！本次例会不作记录，理由是只通报一件事":                                "只通报一件事",
		"不作纪要\n原因：只是早训":                                        "只是早训",
		"No minutes, because we only met for five minutes.":    "we only met for five minutes",
		"No minutes needed.":                                   "",
		"No minutes yet, I will send them tomorrow.":           "-",
		"No minutes from my side so far":                       "-",
		"No minutes: I'll write them later":                    "-",
		"No minutes if Wang Lei agrees":                        "-",
		"No minutes because I was ill, I will send them":       "-",
		"不写纪要怎么办":                                              "-",
		"不写纪要会怎么样":                                             "-",
		"不写纪要可以么":                                              "-",
		"不作会议纪要行不行":                                            "-",
		"这次会议不用纪要的话请告诉我":                                       "-",
		"不作纪要，如果王总同意":                                          "-",
		"不出纪要是不可能的，明天给您":                                       "-",
		"不写会议纪要会被通报，我今晚补上":                                     "-",
		"不需要纪要，改天补":                                            "-",
		"不作纪要，因为没时间，稍后补":                                       "-",
		"不作纪要，因此请您说明":                                          "-",
		"不写纪要原因是什么":                                            "-",
		"不作纪要，原因：没什么要记的":                                       "没什么要记的",
		"无需纪要模板，我自己写":                                          "-",
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
