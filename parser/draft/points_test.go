package draft

import "testing"

// TestPointsOfDiscussion: what was discussed may be handed in alone or beside mended lines, and no more is read into it.
func TestPointsOfDiscussion(t *testing.T) {
	sent := "纪要草稿有2处需要补充\n讨论要点写在【讨论要点】下\n"
	mended := "action 3:  |  | 2026-12-05 | \naction 4:  | 王敏 |  | \n"
	for _, c := range []struct{ text, draft, body string }{
		{"行动项3：12月5日\n行动项4：王敏\n\n【讨论要点】\n缺两名操作工，建议加班。\n\n客户要求提前交货。\n谢谢！", mended, "缺两名操作工，建议加班。\n\n客户要求提前交货。"},
		{"【討論要點】\n缺兩名操作工。\n\n行动项3：12月5日\n行动项4：王敏", mended, "缺兩名操作工。"},
		{"行动项3：12月5日\n行动项4：王敏\n讨论要点：由销售部跟进交期。", mended, "由销售部跟进交期。"},
		{"Discussion\nCopper is up.", "", "Copper is up."},
		{"【讨论要点】\n会议决定锁价，由李娜负责询价，12月9日前完成。", "", "会议决定锁价，由李娜负责询价，12月9日前完成。"},
		{"讨论要点写在【讨论要点】下\n【讨论要点】\n", "no draft\n", ""},
		{"讨论得很充分。", "no draft\n", ""},
	} {
		d := Read(c.text, nil, word, sent)
		if got := print(d); got != c.draft {
			t.Errorf("%q: got\n%swant\n%s", c.text, got, c.draft)
		} else if d != nil && d.Body != c.body {
			t.Errorf("%q: body %q, want %q", c.text, d.Body, c.body)
		}
	}
}

// TestDraftWrittenOutAgain: a recorder who writes the returned draft out again as it was means it; one who sends the Word
// form back as it came has forgotten something.
func TestDraftWrittenOutAgain(t *testing.T) {
	text := "【决议】\n1. 锁价\n【行动项】\n序号 | 行动项 | 责任人 | 完成时限\n2 | 询价 | 李娜 | 2026-12-09\n"
	sent := Sent{Letter: "纪要被退回", Form: "产销协调会会议纪要表\n" + text}
	if d := Answer(text, nil, word, sent); d == nil || len(d.Actions) != 1 {
		t.Errorf("as text: %+v", d)
	}
	xml := par("产销协调会会议纪要表", "决议", "1. 锁价", "行动项") + tbl("序号|行动项|责任人|完成时限", "2|询价|李娜|2026-12-09")
	if d := Answer("见附件", []File{docxFile(t, xml)}, word, sent); d != nil {
		t.Errorf("as the Word form: %+v", d)
	}
}
