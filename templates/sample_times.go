package templates

import "github.com/huiban/huiban/secretary"

// times are the letters about other times for a meeting, and about who answered without being invited.
func (s sampler) times() []secretary.Letter {
	li, ouyang := s.li(), s.ouyang()
	both, wangMin := s.proposedTimes(), s.wangMin()
	refusal := s.meeting()
	refusal.Method, refusal.Uninvited = "CANCEL", true
	refused := []secretary.EchoLine{{What: "proposal", Status: "refused", Time: both[2].Start}}
	return []secretary.Letter{
		{Key: "approval-moves", Kind: secretary.Approval, To: s.ouyang(), By: &li, Ref: "moves", Meeting: s.meeting(), Deadline: sampleTime(11, 26, 12, 0), Times: both,
			Choices: []secretary.Choice{{Verb: "approve", Item: "1"}, {Verb: "reject", Item: "1"}, {Verb: "approve", Item: "2"}, {Verb: "reject", Item: "2"}}},
		{Key: "ask-back-moves", Kind: secretary.AskBack, Of: secretary.Approval, To: s.ouyang(), Ref: "moves", Meeting: s.meeting(), Times: both, Problems: []secretary.Problem{{Code: "which-time"}},
			Choices: []secretary.Choice{{Verb: "approve", Item: "1"}, {Verb: "reject", Item: "1"}, {Verb: "approve", Item: "2"}, {Verb: "reject", Item: "2"}}, Quote: s.say("同意。", "同意。", "Agreed.")},
		{Key: "update-proposal-declined", Kind: secretary.Update, To: s.li(), By: &ouyang, Ref: "proposal-declined", Meeting: s.meeting(), Deadline: sampleTime(11, 27, 9, 0), Choices: attendChoices(),
			Echoes: refused, Quote: s.say("当天有管理评审。", "當天有管理審查。", "The management review is that day.")},
		{Key: "update-other-time", Kind: secretary.Update, To: s.li(), Meeting: s.meeting(), Deadline: sampleTime(11, 27, 9, 0), Choices: attendChoices(), Echoes: refused,
			Changes: []secretary.Change{{Field: "start", Old: "2026-11-26T01:00:00Z", New: "2026-11-27T01:00:00Z"}}},
		{Key: "approval-crash", Kind: secretary.Approval, To: s.ouyang(), By: &wangMin, Ref: "crash:wang.min", Meeting: s.meeting(), Deadline: sampleTime(11, 26, 12, 0), Choices: []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}},
			Echoes: []secretary.EchoLine{{What: "attend", Status: "accepted"}}, Quote: s.say("李总监转来通知，我也参加。", "李總監轉來通知，我也參加。", "Li Na sent me the notice, I shall come as well.")},
		{Key: "cancel-crash", Kind: secretary.Cancel, To: wangMin, By: &ouyang, Ref: "crash", Meeting: refusal, Quote: s.say("会议室坐不下。", "會議室坐不下。", "The room is too small.")},
		{Key: "echo-stranger", Kind: secretary.Echo, Ref: "told", To: s.ouyang(), Meeting: s.meeting(), Echoes: []secretary.EchoLine{{What: "stranger", Status: "accepted", Text: "liu.kai@kehu.example"}}},
	}
}

// proposedTimes are the present time of the sample meeting, and two others.
func (s sampler) proposedTimes() []secretary.TimeView {
	review := s.text("管理评审", "管理審查", "Management review")
	return []secretary.TimeView{
		{Start: sampleTime(11, 27, 9, 0), End: sampleTime(11, 27, 10, 30), Can: []secretary.Party{s.zhang(), s.chen()}, Perhaps: []secretary.Party{s.wang(), s.li()},
			Cannot: []secretary.Party{s.lin()}, Unknown: []secretary.Party{s.zhou(), s.he()}},
		{No: "1", By: []secretary.Party{s.wang()}, Start: sampleTime(11, 30, 14, 0), End: sampleTime(11, 30, 15, 30), Can: []secretary.Party{s.wang()},
			Said:    []string{s.say("27日上午客户验厂，能否改到30日下午两点？", "27日上午客戶驗廠，能否改到30日下午兩點？", "A customer audits us on the 27th; could we meet on the 30th at two?")},
			Unknown: []secretary.Party{s.zhang(), s.chen(), s.li(), s.lin(), s.zhou(), s.he()}},
		{No: "2", By: []secretary.Party{s.li()}, Start: sampleTime(11, 26, 15, 0), End: sampleTime(11, 26, 16, 30), Can: []secretary.Party{s.li()},
			Elsewhere: []secretary.EngagedParty{{Party: s.zhang(), Meeting: review, Start: sampleTime(11, 26, 14, 0), End: sampleTime(11, 26, 16, 0)}, {Party: s.chen(), Meeting: review, Start: sampleTime(11, 26, 14, 0), End: sampleTime(11, 26, 16, 0)}},
			Unknown:   []secretary.Party{s.wang(), s.lin(), s.zhou(), s.he()}},
	}
}
