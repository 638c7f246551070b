package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) upkeep() []secretary.Letter {
	ouyang, li := s.ouyang(), s.li()
	by := sampleTime(12, 10, 18, 0)
	return []secretary.Letter{
		{Key: "survey", Kind: secretary.Survey, Meeting: s.meeting(), Deadline: sampleTime(12, 2, 18, 0), Survey: &secretary.SurveyView{Anonymous: true, Questions: s.asked()}},
		s.result(), s.fewAnswers(),
		{Key: "duty-feedback", Kind: secretary.Duty, Ref: "feedback", To: s.ouyang(), Deadline: by, Feedback: s.feedback(s.feedbackRows())},
		{Key: "duty-forwarded", Kind: secretary.Duty, Ref: "forwarded", By: &ouyang, Deadline: by, Feedback: &secretary.FeedbackView{Rows: s.feedbackRows()[:1]}},
		s.chores(),
		{Key: "duty-chores-late", Kind: secretary.Duty, Ref: "chores-late", To: s.zhang(), By: &ouyang, Chores: s.chores().Chores[:1]},
		{Key: "duty-opinion", Kind: secretary.Duty, Ref: "opinion", To: s.zhang(), By: &li, Quote: s.say("夜班补贴的算法，大家看不懂，希望公司解释一次。", "夜班津貼的算法，大家看不懂，希望公司解釋一次。", "Nobody understands how the night allowance is counted; the company should explain it once.")},
		s.standingIn(),
		{Key: "duty-role", Kind: secretary.Duty, Ref: "role", Post: &secretary.RoleView{Roles: []string{"convener"}, Title: s.meeting().Title, Meetings: s.roleLines(nil)}, Items: own(s.items()[0])},
		{Key: "minutes-review-standin", Kind: secretary.MinutesReview, To: s.li(), For: &ouyang, Meeting: s.meeting(), Minutes: s.record(), Deadline: by, Choices: []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}}},
		{Key: "echo-score", Kind: secretary.Echo, Of: secretary.Survey, Meeting: s.meeting(), Echoes: []secretary.EchoLine{{What: "score", Item: "1", Text: s.asked()[0].In(s.lang), Status: "5"}, {What: "suggest", Reason: s.say("资料提前两天发", "資料提前兩天寄", "send the materials two days earlier")}}},
		{Key: "echo-graded", Kind: secretary.Echo, To: s.ouyang(), Echoes: []secretary.EchoLine{
			{What: "feedback", Status: "accepted", Item: "1", Text: s.feedbackRows()[0].Text, Delegate: s.wang().Name, Date: "2026-12-20"},
			{What: "feedback", Status: "forwarded", Item: "2", Text: s.feedbackRows()[1].Text, Delegate: s.zhou().Name}}},
		{Key: "echo-chores", Kind: secretary.Echo, Of: secretary.Duty, Ref: "chores", To: s.ouyang(), Echoes: []secretary.EchoLine{
			{What: "chore", Status: "done", Item: "1", Text: "review:MT-S0-1", Note: "filed"}, {What: "chore", Status: "postponed", Item: "2", Text: "lessons:MT-S0-1", Date: "2026-12-20"}}},
		{Key: "echo-stand-in", Kind: secretary.Echo, To: s.ouyang(), Echoes: []secretary.EchoLine{{What: "stand_in", Delegate: s.chen().Name, Date: "2026-12-01", Until: "2026-12-08"}}},
		{Key: "echo-knowledge", Kind: secretary.Echo, Ref: "knowledge:20261127-KNW-PSM-01", Echoes: []secretary.EchoLine{{What: "knowledge", Text: "20261127-KNW-PSM-01", Note: "with-files"}}},
		{Key: "echo-paper", Kind: secretary.Echo, Echoes: []secretary.EchoLine{
			{What: "paper", Status: "shelved", Text: "20261127-PSC-PSM-01", Reason: s.say("档案室3柜2层", "檔案室3櫃2層", "archive room, cabinet 3")},
			{What: "paper", Status: "numbered", Text: "20261127-PSC-PSM-02 " + s.say("签到表原件", "簽到表原件", "signed sheet"), Reason: s.say("档案室3柜2层", "檔案室3櫃2層", "archive room, cabinet 3")}}},
		{Key: "ask-back-paper", Kind: secretary.AskBack, Problems: []secretary.Problem{{No: "20261127-PSC-PSM-09", Code: "no-document"}, {No: s.say("周会", "週會", "weekly"), Code: "no-meeting"}, {No: "20261127-PSC-PSM-01", Code: "no-place"}, {Code: "paper-how"}}},
		{Key: "ask-back-which-meeting", Kind: secretary.AskBack, Ref: "which-meeting:regulation", Problems: []secretary.Problem{{Code: "which-meeting"}}, Quote: s.say("对会议制度的建议：会前两天发资料。", "對會議制度的建議：會前兩天寄資料。", "Suggestion on the meeting regulation: send the materials two days before."),
			Choices: []secretary.Choice{{Verb: "feedback", Arg: s.meeting().Title.In(s.lang)}}},
	}
}

func (s sampler) asked() []secretary.Text {
	var out []secretary.Text
	for _, k := range []string{"ask.1", "ask.2", "ask.3", "ask.4"} {
		out = append(out, secretary.Text{s.lang: word(s.lang, k)})
	}
	return out
}

func (s sampler) result() secretary.Letter {
	v := &secretary.SurveyView{Anonymous: true, Asked: 9, Answered: 7, Since: "2026-10-30", Rates: secretary.Rates{Meetings: 1, Closed: 6, OnTime: 5, Overdue: 1}}
	for i, n := range []int{46, 41, 44, 38} {
		v.Scores = append(v.Scores, secretary.ScoreView{Question: s.asked()[i], Tenths: n, Before: []int{43, 41, 0, 40}[i]})
	}
	v.Measures = []secretary.MeasureView{{Text: s.say("资料提前两个工作日发出", "資料提前兩個工作日寄出", "Materials go out two working days earlier"), Owner: s.wang(), Due: "2026-12-20"}}
	return secretary.Letter{Key: "survey-result", Kind: secretary.SurveyResult, Meeting: s.meeting(), Survey: v}
}

func (s sampler) fewAnswers() secretary.Letter {
	return secretary.Letter{Key: "survey-result-few", Kind: secretary.SurveyResult, To: s.ouyang(), Meeting: s.meeting(), Survey: &secretary.SurveyView{Anonymous: true, Asked: 9, Answered: 2, Few: 3}}
}

func (s sampler) feedbackRows() []secretary.FeedbackRow {
	return []secretary.FeedbackRow{
		{No: "1", Class: "meeting", Text: s.say("资料请提前两天发", "資料請提前兩天寄", "Please send the materials two days earlier"), Title: s.meeting().Title, Day: "2026-12-02"},
		{No: "2", Class: "regulation", Text: s.say("请把产能数据的口径统一", "請把產能資料的口徑統一", "Capacity should be counted in one way"), Title: s.meeting().Title, Day: "2026-12-03", By: s.li().Name},
		{No: "3", Class: "measure", Text: s.say("会前一天核对产能数据", "會前一天核對產能資料", "Check the capacity figures the day before"), Title: s.meeting().Title, Day: "2026-12-03", By: s.ouyang().Name},
	}
}

func (s sampler) feedback(rows []secretary.FeedbackRow) *secretary.FeedbackView {
	levels := []secretary.Text{s.text("高", "高", "high"), s.text("中", "中", "medium"), s.text("低", "低", "low")}
	return &secretary.FeedbackView{Rows: rows, Severity: levels, Urgency: levels}
}

func (s sampler) chores() secretary.Letter {
	title := s.meeting().Title
	l := secretary.Letter{Key: "duty-chores", Kind: secretary.Duty, Ref: "chores", To: s.ouyang(), Deadline: sampleTime(12, 10, 18, 0), Chores: []secretary.ChoreView{
		{No: "1", Kind: "review", Title: title, Due: "2026-11-26", Facts: []secretary.ChoreFact{{What: "surveys", List: []string{"2026-10-30 4.2", "2026-11-27 4.3"}}, {What: "minutes-late", List: []string{"1/8"}}}},
		{No: "2", Kind: "archive", Title: title, Due: "2026-11-26", Facts: []secretary.ChoreFact{{What: "documents", List: []string{"23"}}, {What: "gaps", List: []string{"20260918-PSC-PSM-01"}}, {What: "missing", List: []string{"PSC-20260918"}}}},
		{No: "3", Kind: "lessons", Title: title, Due: "2026-11-26", Items: own(s.items()[0])},
	}}
	l.Compliance, l.Documents = s.compliance(), []secretary.Document{secretary.ComplianceSheet}
	for _, c := range l.Chores {
		l.Choices = append(l.Choices, secretary.Choice{Verb: "done", Item: c.No}, secretary.Choice{Verb: "extend", Item: c.No}, secretary.Choice{Verb: "not_needed", Item: c.No})
	}
	return l
}

func (s sampler) standingIn() secretary.Letter {
	ouyang := s.ouyang()
	return secretary.Letter{Key: "duty-standin", Kind: secretary.Duty, Ref: "standin", To: s.chen(), By: &ouyang, Items: own(s.items()[0]),
		Post: &secretary.RoleView{For: ouyang, From: "2026-12-01", Until: "2026-12-08", Meetings: s.roleLines([]string{"convener", "recorder"})}}
}

func (s sampler) roleLines(roles []string) []secretary.RoleLine {
	return []secretary.RoleLine{{Title: s.meeting().Title, Start: sampleTime(12, 4, 9, 0), Zone: "Asia/Shanghai", Roles: roles}}
}
