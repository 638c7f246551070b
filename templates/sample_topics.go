package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) motions() []secretary.MotionView {
	return []secretary.MotionView{
		{Title: s.say("注塑线产能瓶颈", "射出線產能瓶頸", "Bottleneck of the moulding line"), By: s.wang(), Minutes: 10, Purpose: "decide"},
		{Title: s.say("模具备件", "模具備件", "Spare parts for moulds"), By: s.wang(), Minutes: 5, Presenters: []secretary.Party{s.zhou()}},
		{Title: s.say("出口机型排产", "外銷機型排產", "Production of export models"), Kind: secretary.LeftOver, Minutes: 15, Purpose: "discuss", Presenters: []secretary.Party{s.li()},
			From: s.text("产销协调会", "產銷協調會", "Production-Sales Meeting"), FromDay: "2026-11-20"},
		{Title: s.say("外协件涨价", "外包件漲價", "Prices of bought-in parts"), Kind: secretary.Raised, From: s.text("供应链周例会", "供應鏈週例會", "Supply Chain Weekly"), FromDay: "2026-11-23", Presenters: []secretary.Party{s.zhou()}},
	}
}

// topics are the letters about what goes on the agenda.
func (s sampler) topics() []secretary.Letter {
	wang, zhang := s.wang(), s.zhang()
	m := s.quietly()
	asked := secretary.Letter{Key: "approval-topics", Kind: secretary.Approval, Ref: "topics", To: zhang, By: &wang, Meeting: m, Motions: s.motions(), Deadline: sampleTime(11, 20, 9, 0),
		Overrun: &secretary.OverrunView{Minutes: 120, Planned: 90}}
	for n := range asked.Motions {
		no := string(rune('1' + n))
		asked.Motions[n].No = no
		asked.Choices = append(asked.Choices, secretary.Choice{Verb: "take", Item: no}, secretary.Choice{Verb: "drop", Item: no})
	}
	late := s.meeting()
	late.Agenda[3].Left = secretary.Undecided
	late.Motions = s.motions()[:2]
	late.Questions = []secretary.QuestionView{
		{Text: s.say("客户问贷款利率怎么答复？", "客戶問貸款利率怎麼答覆？", "What may we say about the rate?"), By: s.wangMin()},
		{Text: s.say("出口机型何时可以打样？", "外銷機型何時可以打樣？", "When can export models be sampled?"), By: s.chen(), Done: true},
	}
	lines := []secretary.EchoLine{
		{What: "motion", Status: "taken", Text: asked.Motions[0].Title},
		{What: "motion", Status: "dropped", Text: asked.Motions[1].Title, Reason: s.say("备件另开小会", "備件另開小會", "a meeting of their own for spare parts")},
	}
	return []secretary.Letter{
		asked,
		{Key: "echo-topics", Kind: secretary.Echo, Of: secretary.AgendaCall, Meeting: s.quietly(), Echoes: []secretary.EchoLine{
			{What: "topic", Text: asked.Motions[0].Title}, {What: "topic", Text: asked.Motions[1].Title, Note: "unknown-presenter"}}},
		{Key: "echo-question", Kind: secretary.Echo, Of: secretary.Invitation, To: s.wangMin(), Meeting: s.quietly(), Echoes: []secretary.EchoLine{{What: "question", Text: late.Questions[0].Text, Delegate: zhang.Name}}},
		{Key: "echo-answered", Kind: secretary.Echo, Ref: "told", To: s.wangMin(), By: &zhang, Echoes: []secretary.EchoLine{{What: "answered", Text: late.Questions[0].Text}},
			Quote: s.say("按最新LPR减20点答复。", "按最新利率減20點答覆。", "Twenty points below the latest LPR.")},
		{Key: "echo-topics-decided", Kind: secretary.Echo, Of: secretary.AgendaCall, Ref: "told", By: &zhang, Meeting: s.quietly(), Echoes: lines},
		{Key: "invitation-topics-open", Kind: secretary.Invitation, Meeting: late, Deadline: sampleTime(11, 24, 18, 0), Choices: attendChoices()},
		{Key: "escalation-topics", Kind: secretary.Escalation, Ref: "topics", To: zhang, By: &wang, Meeting: s.quietly(), Motions: s.motions()[2:], Deadline: sampleTime(12, 1, 18, 0)},
		s.prepare(), s.equipment(),
		{Key: "duty-overrun", Kind: secretary.Duty, Ref: "overrun", To: s.ouyang(), Meeting: s.quietly(), Overrun: &secretary.OverrunView{Minutes: 105, Planned: 90}},
	}
}

func (s sampler) prepare() secretary.Letter {
	return secretary.Letter{Key: "duty-prepare", Kind: secretary.Duty, Ref: "prepare", To: s.ouyang(), Meeting: s.quietly(), Deadline: sampleTime(11, 27, 9, 0), Owed: s.owed(),
		Choices: []secretary.Choice{{Verb: "done"}}, Documents: []secretary.Document{secretary.SignDoc, secretary.PlatesDoc, secretary.AgendaDoc, secretary.ListDoc},
		Checks: []secretary.CheckView{{No: "1", Word: "room-small", N: 6, More: 7}, {No: "2", Word: "room", N: 7}, {No: "3", Word: "plates", N: 7}, {No: "4", Word: "papers", N: 9},
			{No: "5", Word: "decoration"}, {No: "6", Word: "guests"}}}
}

func (s sampler) equipment() secretary.Letter {
	return secretary.Letter{Key: "duty-prepare-equipment", Kind: secretary.Duty, Ref: "prepare", To: s.zhou(), Meeting: s.quietly(), Deadline: sampleTime(11, 27, 9, 0), Choices: []secretary.Choice{{Verb: "done"}},
		Checks: []secretary.CheckView{{No: "1", Word: "equipment", Text: s.text("投影、音响、视频会议", "投影、音響、視訊會議", "projector, sound, video conference")}, {No: "2", Word: "spare"}}}
}
