package meaning

import "testing"

func TestConsentWeighsWhatStandsBesideIt(t *testing.T) {
	for text, want := range map[string]bool{
		"我科完全同意该纪要":      false,
		"物资供应部无异议":       false,
		"对第23期局务会议纪要无异议": false,
		"史建:同意":          false,
		"我和陈经理都同意":       false,
		"同意延期":           true,
		"没问题才怪":          true,
		"确认会看":           true,
		"同意缓":            true,
	} {
		c := clause{raw: []rune(text), text: []rune(text)}
		c.hits = minutesLexicon.scan(c.text)
		if got := c.weighs(minuted, "王磊"); got != want {
			t.Errorf("%s: %v, besides %q", text, got, c.beside(minuted, "王磊"))
		}
	}
}

func TestFaultsLookedForInVain(t *testing.T) {
	for text, want := range map[string]bool{
		"未发现与会议情况不一致之处":           true,
		"一个错字都没找到":                true,
		"couldn't spot a mistake": true,
		"没看到附件":                   false,
		"没有写清楚,写错了":               false,
		"日期写错了,没发现吗":              false,
	} {
		c := clause{raw: []rune(text), text: []rune(text)}
		c.hits = minutesLexicon.scan(c.text)
		if got := c.foundNothing(); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
