package draft

import "testing"

// TestBodyIsWhatIsLeft: the body is discussion and narrative, without what the minutes print elsewhere.
func TestBodyIsWhatIsLeft(t *testing.T) {
	for _, c := range []struct{ name, text, body string }{
		{"nothing is left", "周会纪要\n时间：2026年12月2日\n出席：王磊、李娜\n缺席：周敏\n决议：\n1. 锁价\n行动项：\n1. 询价 责任人：李娜 时限：12月9日\n\n以上，谢谢！\n王磊", ""},
		{"a spoken line", "周会纪要\n讨论：原料涨价。\n决议：锁价", "讨论：原料涨价。"},
		{"paragraphs", "周会纪要\n出席：王磊\n【讨论要点】\n原料涨了3%。\n王磊建议锁价。\n\n李娜说12月5日前再看。\n【决议】\n1、锁价", "原料涨了3%。\n王磊建议锁价。\n\n李娜说12月5日前再看。"},
		{"a heading with nothing below it", "周会纪要\n一、市场\n二、决议\n1. 锁价\n三、生产情况\n注塑机已修好。", "三、生产情况\n注塑机已修好。"},
		{"a report on the last meeting", "周会纪要\n一、上次会议行动项落实情况\n1. 产能评估，王磊，已完成\n二、决议\n1. 锁价", "一、上次会议行动项落实情况\n1. 产能评估，王磊，已完成"},
		{"a report as a table", "周会纪要\n序号 | 事项 | 责任人 | 完成时限 | 状态\n1 | 评估 | 王磊 | 11月20日 | 已完成\n决议：\n1. 锁价", "序号 | 事项 | 责任人 | 完成时限 | 状态\n1 | 评估 | 王磊 | 11月20日 | 已完成"},
		{"figures in a table", "周会纪要\n【讨论】\n产品 | 计划 | 实际\nA1 | 1200 | 1180\nB2 | 300 | 310\n【决议】\n1. 锁价", "产品 | 计划 | 实际\nA1 | 1200 | 1180\nB2 | 300 | 310"},
		{"statements are taken out of prose", "今天的周会纪要如下。出席：王磊、李娜。\n原料涨了3%。会议决定锁价。由李娜负责询价，12月9日前完成。铜价未定。", "原料涨了3%。铜价未定。"},
		{"the meeting's own data", "产销协调会（11月27日）\n主持人：张总\n会议编号：PSC-20261127\n归档编号：20261127-PSC-PSM-01\n出席：王磊、李娜\n【讨论要点】\n客户来访时间：10月8日\n【决议】\n锁价", "客户来访时间：10月8日"},
		{"a title of its own", "产销协调会会议纪要(修订)\n\n【决议】\n1、9月产量调整为1200套\n【行动项】\n1、完成产能评估 责任人:刘洋", ""},
		{"a point that was decided upon", "【市场】\n客户要求提前交货，会上同意锁价。\n【产能】\n【决议】\n锁价", "【市场】\n客户要求提前交货，会上同意锁价。"},
		{"a line that announces others", "会上提出以下问题：\n一是模具，二是人手。\n决议：锁价", "会上提出以下问题：\n一是模具，二是人手。"},
		{"the meeting's own data in English", "Production-Sales Meeting\nReference: PSC-20261127\nHost: Mr Zhang\nDiscussion\nCopper is up.\nDecisions\n1. Fix the price", "Copper is up."},
		{"handed in anew", "更正，完整稿如下：\n决议：\n1. 锁价\n行动项：\n1. 询价 责任人：李娜 时限：12月9日", ""},
		{"handed in anew, with a word of excuse", "不好意思刚才发错了，请以这一封为准。\n【决议】\n1、锁价\n", ""},
		{"what the meeting put right", "会议更正了10月的产量数据。\n【决议】\n1、锁价\n", "会议更正了10月的产量数据。"},
		{"the next meeting", "周会纪要\n决议：锁价\n下次会议：12月9日9:00", "下次会议：12月9日9:00"},
		{"English", "Minutes\nPresent: Anna Berg\n\nDiscussion\nAnna said copper is up.\n\nDecisions\n1. Fix the price\n\nActions\n1. Anna Berg to call by 9 December\n\nRegards,\nAnna", "Anna said copper is up."},
	} {
		d := Read(c.text, nil, word, "")
		if d == nil {
			t.Errorf("%s: no draft", c.name)
		} else if d.Body != c.body {
			t.Errorf("%s: %q, want %q\n%s", c.name, d.Body, c.body, print(d))
		}
	}
}

func TestBodyOfWordFile(t *testing.T) {
	d := Read("纪要见附件", []File{docxFile(t, par("周会纪要", "讨论：原料涨价。", "决议：锁价"))}, word, "")
	if d == nil || d.Body != "讨论：原料涨价。" {
		t.Errorf("%+v", d)
	}
}

func TestBodyHoldsNothingOfTheSentForm(t *testing.T) {
	sent := "请提交会议纪要。\n填完直接回复即可。\n【讨论要点】\n\n【决议】\n1、\n"
	d := Read("请提交会议纪要。\n填完直接回复即可。\n【讨论要点】\n原料涨价。\n【决议】\n1、锁价\n", nil, word, sent)
	if d == nil || d.Body != "原料涨价。" {
		t.Errorf("%+v", d)
	}
}
