package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) record() *secretary.MinutesView {
	here := func(p secretary.Party, state, delegate, at string) secretary.AttendanceView {
		return secretary.AttendanceView{Party: p, State: state, Delegate: delegate, Time: at}
	}
	return &secretary.MinutesView{
		Version: 1, Topics: s.agenda()[1:],
		Attendance: []secretary.AttendanceView{
			here(s.zhang(), "present", "", ""), here(s.wang(), "present", "", ""), here(s.li(), "delegated", s.wangMin().Name, ""),
			here(s.chen(), "present", "", ""), here(s.zhou(), "late", "", "09:20"), here(s.lin(), "leave", "", ""), here(s.he(), "present", "", ""),
		},
		Body: s.say("销售部预计十二月订单增长一成，集中在出口机型。\n注塑二号机检修占用三天，产能缺口约200套，生产部建议周末加班补足。",
			"業務部預計十二月訂單成長一成，集中在外銷機型。\n射出二號機檢修占用三天，產能缺口約200套，生產部建議週末加班補足。",
			"Sales expects ten per cent more orders in December, mostly export models.\nThe overhaul of moulding machine 2 takes three days and leaves about 200 sets short; Production proposes weekend shifts."),
		Resolutions: []secretary.DraftLine{
			{No: "1", Text: s.say("十二月产量由1000套调整为1200套。", "十二月產量由1000套調整為1200套。", "December's output goes from 1000 to 1200 sets.")},
			{No: "2", Text: s.say("出口机型优先排产，内销机型顺延一周。", "外銷機型優先排產，內銷機型順延一週。", "Export models are produced first; domestic models follow a week later.")},
		},
		Actions: []secretary.DraftAction{
			{No: "3", Text: s.say("完成注塑机产能评估", "完成射出機產能評估", "Assess the capacity of the moulding machines"), Owner: s.wang().Name, Due: "2026-12-05", Result: s.say("评估报告", "評估報告", "assessment report")},
			{No: "4", Text: s.say("与客户确认出口机型的交期", "與客戶確認外銷機型的交期", "Agree the delivery dates of export models with the customer"), Owner: s.wangMin().Name, Due: "2026-12-02", Result: s.say("交期确认函", "交期確認函", "letter of confirmation")},
		},
		Open:      []secretary.OpenView{{No: "4", Title: s.agenda()[4].Title, State: secretary.NotReached}, {No: "3", Title: s.agenda()[3].Title, State: secretary.RaisedUp}},
		OnSilence: "publish_unconfirmed",
	}
}

func (s sampler) minutes() []secretary.Letter {
	recorder := func(key string) secretary.Letter {
		m := s.meeting()
		m.Method = ""
		return secretary.Letter{Key: key, Kind: secretary.MinutesCall, To: s.he(), Meeting: m, Deadline: sampleTime(11, 28, 10, 30), Documents: []secretary.Document{secretary.FormDoc}}
	}
	call := recorder("minutes-call")
	call.Minutes = &secretary.MinutesView{Version: 1, Attendance: s.record().Attendance, Topics: s.agenda()}
	return append([]secretary.Letter{call, s.returned(recorder("minutes-call-problems")), s.disputed(recorder("minutes-call-objection")), s.rejected(recorder("minutes-call-rejected"))}, s.circulated()...)
}

func (s sampler) returned(l secretary.Letter) secretary.Letter {
	l.Minutes = s.record()
	l.Minutes.Actions[1].Owner = ""
	l.Problems = []secretary.Problem{{No: "3", Code: "vague-due"}, {No: "4", Code: "no-owner"}, {No: "attendance", Code: "missing"}}
	return l
}

func (s sampler) objection() secretary.ObjectionView {
	return secretary.ObjectionView{By: s.chen(), Item: "1", Comment: s.say("产量应为1150套，需留出返工产能。", "產量應為1150套，需留出重工產能。", "The output should be 1150 sets, to leave room for rework.")}
}

func (s sampler) disputed(l secretary.Letter) secretary.Letter {
	l.Minutes, l.Objections = s.record(), []secretary.ObjectionView{s.objection()}
	return l
}

func (s sampler) rejected(l secretary.Letter) secretary.Letter {
	zhang := s.zhang()
	l.Minutes, l.By = s.record(), &zhang
	l.Quote = s.say("第2条请写明顺延的机型；第4项的成果改为书面确认。", "第2條請寫明順延的機型；第4項的成果改為書面確認。", "Item 2: name the models. Item 4: a written confirmation, please.")
	return l
}

// previous is the minutes of the meeting before.
func (s sampler) previous() *secretary.LastView {
	m, final := s.meeting(), s.record()
	m.ID, m.Method, m.Number = "PSC-20261030", "", "20261030-PSC-PSM-01"
	m.Start, m.End = sampleTime(10, 30, 9, 0), sampleTime(10, 30, 10, 30)
	final.Number = m.Number
	return &secretary.LastView{Meeting: m, Minutes: final}
}

func (s sampler) circulated() []secretary.Letter {
	m := s.meeting()
	m.Method = ""
	again := s.record()
	again.Version = 2
	again.Diff = []secretary.Change{{Field: "resolution 1", Old: s.say("十二月产量调整为1150套。", "十二月產量調整為1150套。", "December's output becomes 1150 sets."), New: s.record().Resolutions[0].Text}}
	final := s.record()
	final.Version, final.Number = 2, "20261127-PSC-PSM-01"
	final.Confirmed = []secretary.Party{s.wang(), s.wangMin(), s.chen()}
	final.Unconfirmed, final.Dissent = []secretary.Text{s.zhou().Department}, []secretary.ObjectionView{s.objection()}
	published := s.meeting()
	published.Method, published.Number = "", final.Number
	yes := []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}}
	corrected, now := *final, *published
	corrected.Version, corrected.Corrects, corrected.Number, corrected.Diff, now.Number = 3, final.Number, final.Number+"-v2", again.Diff, final.Number+"-v2"
	boss, publisher := s.zhang(), s.ouyang()
	return []secretary.Letter{
		{Key: "minutes-review", Kind: secretary.MinutesReview, To: s.zhang(), Meeting: m, Minutes: s.record(), Deadline: sampleTime(11, 30, 12, 0), Choices: yes, Documents: []secretary.Document{secretary.MinutesDoc}},
		{Key: "minutes-confirm", Kind: secretary.MinutesConfirm, Meeting: m, Minutes: s.record(), Deadline: sampleTime(12, 1, 18, 0), Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "object"}}},
		{Key: "minutes-confirm-again", Kind: secretary.MinutesConfirm, Meeting: m, Minutes: again, Deadline: sampleTime(12, 2, 18, 0), Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "object", Item: "1"}, {Verb: "object"}}},
		{Key: "minutes-confirm-reminder", Kind: secretary.MinutesConfirm, Ref: "again", Meeting: m, Minutes: s.record(), Deadline: sampleTime(12, 3, 18, 0), Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "object"}}},
		{Key: "minutes-publish", Kind: secretary.MinutesPublish, By: &publisher, Meeting: published, Minutes: final, Items: s.items()[2:], Documents: []secretary.Document{secretary.MinutesDoc}},
		{Key: "minutes-call-correct", Kind: secretary.MinutesCall, Ref: "correct", To: s.he(), Meeting: published, Minutes: final, Deadline: sampleTime(12, 3, 18, 0), Documents: []secretary.Document{secretary.FormDoc}},
		{Key: "minutes-publish-copy", Kind: secretary.MinutesPublish, Ref: "copy", To: s.lin(), By: &publisher, Meeting: published, Minutes: final, Documents: []secretary.Document{secretary.MinutesDoc},
			Files: []secretary.File{s.file(s.say("质量月报.xlsx", "品質月報.xlsx", "quality report.xlsx"), 3)}},
		{Key: "minutes-publish-corrected", Kind: secretary.MinutesPublish, Ref: "corrected", By: &publisher, Meeting: &now, Minutes: &corrected, Items: s.items()[2:], Documents: []secretary.Document{secretary.MinutesDoc}},
		{Key: "report-up", Kind: secretary.ReportUp, To: s.zhang(), Ref: "comment", Meeting: published, Minutes: final, Deadline: sampleTime(12, 3, 18, 0), Choices: yes[:1]},
		{Key: "minutes-publish-file", Kind: secretary.MinutesPublish, Ref: "file", To: s.lin(), By: &publisher, Meeting: published, Minutes: final, Documents: []secretary.Document{secretary.MinutesDoc}},
		{Key: "report-up-unconfirmed", Kind: secretary.ReportUp, Ref: "unconfirmed", To: s.zhang(), Meeting: m, Minutes: s.record()},
		{Key: "report-up-final", Kind: secretary.ReportUp, Ref: "final", To: s.zhang(), Meeting: published, Minutes: final},
		{Key: "action-plan", Kind: secretary.ActionPlan, Ref: "plan:PRD", Meeting: published, Minutes: s.record(), Items: own(s.items()[2]), Deadline: sampleTime(12, 3, 18, 0), Choices: []secretary.Choice{{Verb: "no_plan"}}},
		{Key: "action-plan-problems", Kind: secretary.ActionPlan, Ref: "plan:PRD", Meeting: published, Minutes: &secretary.MinutesView{Actions: s.record().Actions}, Problems: []secretary.Problem{{No: s.record().Actions[0].No, Code: "no-result"}}},
		{Key: "action-plan-directive", Kind: secretary.ActionPlan, Ref: "directive", To: s.ouyang(), By: &boss, Meeting: published,
			Quote: s.say("请生产部月底前把注塑线的备件补齐，下周报我。", "請生產部月底前把射出線的備件補齊，下週報我。", "Production is to complete the spare parts of the moulding line by the end of the month; report to me next week.")},
		{Key: "report-up-read", Kind: secretary.ReportUp, To: s.zhang(), Meeting: published, Minutes: final},
	}
}
