package draft

import "testing"

func TestMendedLines(t *testing.T) {
	for text, want := range map[string]string{
		"行动项3：12月5日":          "action 3:  |  | 2026-12-05 | \n",
		"3 责任人:王磊":            "action 3:  | 王磊 |  | \n",
		"action 3: due Dec 5": "action 3:  |  | 2026-12-05 | \n",
		"您好：\n第2项责任人改为李娜，时限改为12月9日\n谢谢": "action 2:  | 李娜 | 2026-12-09 | \n",
		"A-0042: 王磊，12月5日": "action A-0042:  | 王磊 | 2026-12-05 | \n",
		"行动项3：尽快":          "action 3:  |  |  | \nproblem 3: vague-due\n",
		"行动项4：王磊、李娜":       "action 4:  |  |  | \nproblem 4: several-owners\n",
		"3. 时限：2月30日":      "action 3:  |  |  | \nproblem 3: bad-due\n",
		"行动项2：责任人改为李娜\n3. 完成产能评估 责任人:王磊 时限:12月5日 成果:报告": "action 2:  | 李娜 |  | \naction 3: 完成产能评估 | 王磊 | 2026-12-05 | 报告\n",
		"第2项时限改为12月9日\n行动项4：编制预案，责任人：王磊，时限：12月5日":       "action 2:  |  | 2026-12-09 | \naction 4: 编制预案 | 王磊 | 2026-12-05 | \n",
		"1. 12月5日": "no draft\n", // of what?
		"行动项3：12月5日\n另外请补充讨论内容":            "no draft\n",
		"行动项3：12月5日可以吗？":                   "no draft\n",
		"第3条不对":                            "no draft\n",
		"行动项3：李娜说12月5日做不完":                 "no draft\n",
		"3. 责任人：":                          "no draft\n",
		"action 3: can we say 5 December?": "no draft\n",
	} {
		if got := print(Read(text, nil, word, "")); got != want {
			t.Errorf("%q: got\n%swant\n%s", text, got, want)
		}
	}
}

func TestBareMendedLinesAnswerTheLetter(t *testing.T) {
	sent := "纪要草稿有2处需要补充\n3. 产能评估：没有时限\n4. 询价：没有责任人\n"
	if got := print(Read("3. 12月5日\n4. 李娜", nil, word, sent)); got != "action 3:  |  | 2026-12-05 | \naction 4:  | 李娜 |  | \n" {
		t.Error(got)
	}
}
