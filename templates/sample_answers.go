package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) approvals() []secretary.Letter {
	wang, li, chen := s.wang(), s.li(), s.chen()
	by := sampleTime(11, 26, 12, 0)
	yes := []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}}
	late := own(s.items()[0])
	done := own(s.items()[2])
	done[0].Status, done[0].Percent = secretary.Finished, 100
	return []secretary.Letter{
		{Key: "approval-leave", Kind: secretary.Approval, To: s.zhang(), By: &li, Ref: "leave:li.na", Meeting: s.meeting(), Deadline: by, Choices: yes,
			Quote: s.say("27日在宁波拜访客户，由王敏代会。", "27日在寧波拜訪客戶，由王敏代會。", "I visit a customer in Ningbo on the 27th; Wang Min comes instead.")},
		{Key: "approval-delegate", Kind: secretary.Approval, To: s.ouyang(), By: &li, Ref: "delegate:li.na:lin.fang", Meeting: s.meeting(), Deadline: by, Choices: yes,
			Echoes: []secretary.EchoLine{{What: "attend", Status: "delegated", Delegate: s.lin().Name}}, Quote: s.say("27日出差，请林芳代会。", "27日出差，請林芳代會。", "I am away on the 27th; Lin Fang will attend instead of me.")},
		{Key: "approval-extend", Kind: secretary.Approval, To: s.ouyang(), By: &wang, Ref: "extend:PSC-20261030-2", Items: late, Deadline: by, Choices: yes,
			Changes: []secretary.Change{{Field: "due", Old: "2026-11-24", New: "2026-12-04"}}, Quote: s.say("试模机台被插单占用，预计12月4日完成。", "試模機台被插單占用，預計12月4日完成。", "The machine is taken by a rush order; I expect to finish on 4 December.")},
		{Key: "approval-decisions", Kind: secretary.Approval, To: s.ouyang(), By: &wang, Ref: "decisions", Items: s.undecided(), Deadline: by,
			Choices: []secretary.Choice{{Verb: "approve", Item: "1"}, {Verb: "reject", Item: "1"}, {Verb: "approve", Item: "2"}, {Verb: "reject", Item: "2"}}},
		{Key: "approval-verify", Kind: secretary.Approval, To: s.ouyang(), By: &wang, Ref: "verify:PSC-20261127-3", Items: done, Deadline: by, Choices: yes,
			Quote: s.say("评估报告已发各部门，二号机产能恢复到每日60套。", "評估報告已寄各部門，二號機產能恢復到每日60套。", "The report is out to all departments; machine 2 is back at 60 sets a day.")},
		{Key: "approval-move", Kind: secretary.Approval, To: s.ouyang(), By: &wang, Ref: "move:wang.lei", Meeting: s.meeting(), Times: s.proposedTimes()[:2], Deadline: by, Choices: yes,
			Changes: []secretary.Change{{Field: "start", Old: "2026-11-27T01:00:00Z", New: "2026-11-30T06:00:00Z"}}, Quote: s.say("27日上午客户验厂，能否改到30日下午两点？", "27日上午客戶驗廠，能否改到30日下午兩點？", "A customer audits us on the 27th; could we meet on the 30th at two?")},
		s.approvalShift(),
		{Key: "approval-objection", Kind: secretary.Approval, To: s.zhang(), By: &chen, Ref: "objection:chen.jing", Meeting: s.meeting(), Minutes: s.record(), Objections: []secretary.ObjectionView{s.objection()}, Deadline: by, Choices: yes, Documents: []secretary.Document{secretary.MinutesDoc}},
		{Key: "approval-waiver", Kind: secretary.Approval, To: s.zhang(), By: &wang, Ref: "waiver:wang.lei", Meeting: s.meeting(), Deadline: by, Choices: yes,
			Quote: s.say("会议因消防演习中断，没有作出决定。", "會議因消防演習中斷，沒有作出決定。", "A fire drill broke up the meeting before anything was decided.")},
	}
}

// undecided are items that wait for a decision.
func (s sampler) undecided() []secretary.ItemView {
	items := own(s.items()[0], s.items()[1])
	items[0].Wants, items[0].Until = "extend", "2026-12-04"
	items[1].Wants, items[1].Status, items[1].Percent = "verify", secretary.Finished, 100
	items[1].Last = s.say("第二家供应商已入名录", "第二家供應商已入名錄", "the second supplier is on the list")
	return items
}

func (s sampler) answers() []secretary.Letter {
	wangMin, li := s.wangMin().Name, s.li()
	sixty := 60
	file := s.owed()[2].Received[0]
	return []secretary.Letter{
		{Key: "echo", Kind: secretary.Echo, Of: secretary.Invitation, To: s.li(), Meeting: s.meeting(), Echoes: []secretary.EchoLine{
			{What: "attend", Status: "delegated", Delegate: wangMin, Reason: s.say("客户拜访", "拜訪客戶", "visiting a customer")}}},
		{Key: "echo-several", Kind: secretary.Echo, Of: secretary.Action, Echoes: []secretary.EchoLine{
			{What: "progress", Status: "in_progress", Item: "1", Text: s.items()[0].Text, Percent: &sixty},
			{What: "extend", Status: "asked", Item: "2", Text: s.items()[2].Text, Date: "2026-12-12", Note: "needs-approval"},
			{What: "material", File: &file, Note: "replaces"}}},
		{Key: "echo-told", Kind: secretary.Echo, Ref: "told", To: s.ouyang(), By: &li, Meeting: s.meeting(), Echoes: []secretary.EchoLine{{What: "attend", Status: "delegated", Delegate: wangMin}},
			Quote: s.say("27日在宁波拜访客户，由王敏代会。", "27日在寧波拜訪客戶，由王敏代會。", "I visit a customer in Ningbo on the 27th; Wang Min comes instead.")},
		{Key: "echo-told-several", Kind: secretary.Echo, Ref: "told", To: s.ouyang(), Meeting: s.meeting(), Tidings: []secretary.TidingView{
			{By: li, Echoes: []secretary.EchoLine{{What: "attend", Status: "delegated", Delegate: wangMin}}, Quote: s.say("27日在宁波拜访客户，由王敏代会。", "27日在寧波拜訪客戶，由王敏代會。", "I visit a customer in Ningbo on the 27th; Wang Min comes instead.")},
			{By: s.chen(), Echoes: []secretary.EchoLine{{What: "attend", Status: "declined", Note: "late"}}},
			{By: s.zhang(), Echoes: []secretary.EchoLine{{What: "filed", Text: s.zhang().Email}}, Quote: s.say("周四我在上海，\n材料周五早上再补。", "週四我在上海，\n材料週五早上再補。", "I am in Shanghai on Thursday;\nthe figures come on Friday morning.")}}},
		{Key: "echo-bounced", Kind: secretary.Echo, Ref: "told", To: s.ouyang(), By: &li, Meeting: s.meeting(), Echoes: []secretary.EchoLine{{What: "bounced", Text: li.Email, Status: "invitation"}}},
		{Key: "echo-unclear", Kind: secretary.Echo, Of: secretary.Action, Items: own(s.items()[0], s.items()[2]), Choices: itemChoices(own(s.items()[0], s.items()[2])),
			Echoes: []secretary.EchoLine{{What: "progress", Status: "in_progress", Item: "1", Text: s.items()[0].Text, Percent: &sixty}}, Quote: s.say("另一项差不多了。", "另一項差不多了。", "The other one is almost there.")},
		{Key: "ask-back-delegate", Kind: secretary.AskBack, Of: secretary.Invitation, To: s.li(), Meeting: s.meeting(), Problems: []secretary.Problem{{Code: "needs-delegate"}}, Choices: []secretary.Choice{{Verb: "delegate"}, {Verb: "accept"}},
			StandIns: &secretary.StandInView{From: "department", Department: s.li().Department, People: []secretary.Party{s.wangMin()}},
			Echoes:   []secretary.EchoLine{{What: "attend", Status: "declined"}}, Quote: s.say("27日出差，请假。", "27日出差，請假。", "I am away on the 27th.")},
		{Key: "ask-back-delegate-elsewhere", Kind: secretary.AskBack, Of: secretary.Invitation, To: s.li(), Meeting: s.meeting(), Problems: []secretary.Problem{{Code: "delegate-elsewhere"}}, Choices: []secretary.Choice{{Verb: "delegate"}, {Verb: "decline"}},
			StandIns: &secretary.StandInView{From: "roster", People: []secretary.Party{s.chen(), s.zhou()}},
			Echoes:   []secretary.EchoLine{{What: "attend", Status: "delegated", Delegate: s.guest().Name}}, Quote: s.say("由 刘凯 代会", "由 劉凱 代會", "Liu Kai will attend instead of me")},
		{Key: "ask-back", Kind: secretary.AskBack, Of: secretary.Invitation, Meeting: s.meeting(), Subject: s.say("回复：会议通知：产销协调会", "回覆：會議通知：產銷協調會", "Re: Invitation: Production-Sales Meeting"), Choices: attendChoices(),
			Quote: s.say("那天可能要去宁波，再看看吧。", "那天可能要去寧波，再看看吧。", "I may have to go to Ningbo that day, let us see.")},
		{Key: "ask-back-result", Kind: secretary.AskBack, Of: secretary.Action, Ref: "result", Items: own(s.items()[2]), Problems: []secretary.Problem{{No: "1", Code: "result-report"}},
			Echoes: []secretary.EchoLine{{What: "progress", Status: "done", Item: "1", Text: s.items()[2].Text}}},
		{Key: "ask-back-too-large", Kind: secretary.AskBack, Of: secretary.MaterialsCall, To: s.li(), Meeting: s.meeting(), Problems: []secretary.Problem{{No: "48", Code: "too-large"}}},
		{Key: "prove", Kind: secretary.Prove, To: s.li(), Deadline: sampleTime(11, 26, 12, 0), Choices: []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}},
			Quote:  s.say("纪要我没有意见，同意。", "紀要我沒有意見，同意。", "The minutes are fine with me, agreed."),
			Echoes: []secretary.EchoLine{{What: "confirm"}}},
		{Key: "echo-query-refused", Kind: secretary.Echo, To: s.guest(), Echoes: []secretary.EchoLine{{What: "query", Status: "refused"}}},
		{Key: "help", Kind: secretary.Help},
		{Key: "help-outside", Kind: secretary.Help, To: s.guest()},
		{Key: "query-result", Kind: secretary.QueryResult, Query: &secretary.QueryView{Terms: s.say("产能 2026", "產能 2026", "capacity 2026"), More: 4, Hits: []secretary.QueryHit{
			{Number: "20261127-PSC-PSM-01", Title: s.meeting().Title, Day: "2026-11-27", Excerpt: s.record().Resolutions[0].Text, Shelf: s.say("档案室3柜2层", "檔案室3櫃2層", "archive room, cabinet 3"), Items: own(s.items()[2])},
			{Number: "20261030-PSC-PSM-02", Title: s.meeting().Title, Day: "2026-10-30", Hidden: true}}}},
		{Key: "query-result-none", Kind: secretary.QueryResult, Query: &secretary.QueryView{Terms: s.say("氢能", "氫能", "hydrogen")}},
	}
}

func (s sampler) rounds() []secretary.Letter {
	return []secretary.Letter{
		{Key: "duty-holidays", Kind: secretary.Duty, To: s.ouyang(), Ref: "holidays:2027", Deadline: sampleTime(12, 31, 18, 0)},
		{Key: "duty", Kind: secretary.Duty, To: s.he(), Ref: "archive:MT-S0-1", Deadline: sampleTime(12, 10, 18, 0),
			Quote: s.say("本半年共23份档案，缺1份纪要：20260918-PSC-PSM-01。", "本半年共23份檔案，缺1份紀要：20260918-PSC-PSM-01。", "23 documents this half-year; one set of minutes is missing: 20260918-PSC-PSM-01.")},
	}
}
