package templates

import "github.com/huiban/huiban/secretary"

// orders are the letters about quick lines.
func (s sampler) orders() []secretary.Letter {
	asked := secretary.Letter{Key: "order-asked", Kind: secretary.OrderCheck, To: s.he(), Ref: "asked:m1", Meeting: s.quietly(), Orders: s.changing("asked"), Reach: s.reached(),
		Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "withdraw"}}}
	asked.Orders = append(asked.Orders, s.away(), s.stray())
	again := asked
	again.Key, again.Ref, again.Orders = "order-again", "again:m1", s.changing("asked")[:1]
	done := secretary.Letter{Key: "order-done", Kind: secretary.OrderCheck, To: s.he(), Ref: "done:m1", Meeting: s.quietly(), Orders: s.changing("done"), Reach: s.reached(),
		Choices: []secretary.Choice{{Verb: "withdraw"}}}
	done.Meeting.Start, done.Meeting.End = sampleTime(11, 30, 14, 0), sampleTime(11, 30, 15, 30)
	planned := secretary.Letter{Key: "order-planned", Kind: secretary.OrderCheck, To: s.he(), Ref: "asked:m2", Meeting: s.quietly(), Orders: s.changing("asked")[1:3],
		Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "withdraw"}}}
	cancel := secretary.Letter{Key: "order-cancel", Kind: secretary.OrderCheck, To: s.ouyang(), Ref: "asked:m3", Meeting: s.quietly(), Reach: s.reached(),
		Orders: []secretary.OrderView{{Verb: "cancel", State: "asked", Why: s.say("主机厂停产", "主機廠停產", "the customer's plant is closed")}}, Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "withdraw"}}}
	later := done
	later.Key, later.Ref, later.Meeting, later.Orders, later.Deadline = "order-later", "done:m5", s.quietly(), s.changing("done")[2:3], sampleTime(11, 20, 10, 30)
	return []secretary.Letter{asked, again, done, later, planned, cancel,
		{Key: "order-undo", Kind: secretary.OrderCheck, To: s.he(), Ref: "asked:m4", Meeting: s.quietly(), Reach: s.reached(), Orders: s.undoing(), Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "withdraw"}}},
		{Key: "order-withdrawn", Kind: secretary.OrderCheck, To: s.he(), Ref: "done", Meeting: s.quietly(), Orders: []secretary.OrderView{
			{State: "withdrawn", Line: s.say("改期 11月30日 14:00", "改期 11月30日 14:00", "reschedule to Nov 30 2 pm")}}},
		{Key: "order-unread", Kind: secretary.OrderCheck, To: s.he(), Ref: "unread", Meeting: s.quietly(), Orders: s.unreadable()},
		{Key: "order-status", Kind: secretary.OrderCheck, To: s.he(), Ref: "done", Meeting: s.quietly(), Owed: s.owed(), Orders: []secretary.OrderView{{Verb: "status", State: "done", Stage: secretary.Noticed}}},
		{Key: "ask-back-not-conducting", Kind: secretary.AskBack, Of: secretary.Invitation, To: s.li(), Meeting: s.meeting(), Problems: []secretary.Problem{{Code: "not-conducting"}}, Choices: attendChoices(), Quote: s.say("取消", "取消", "cancel")},
	}
}

// quietly is the meeting in a letter that carries no calendar.
func (s sampler) quietly() *secretary.MeetingView {
	m := s.meeting()
	m.Method = ""
	return m
}

func (s sampler) reached() []secretary.Party {
	return []secretary.Party{s.zhang(), s.wang(), s.li(), s.wangMin(), s.chen(), s.zhou(), s.lin(), s.he(), s.guest()}
}

func (s sampler) changing(state string) []secretary.OrderView {
	return []secretary.OrderView{
		{Verb: "move", State: state, Changes: []secretary.Change{{Field: "start", Old: "2026-11-27T01:00:00Z", New: "2026-11-30T06:00:00Z"}}},
		{Verb: "place", State: state, Changes: []secretary.Change{{Field: "place", Old: s.say("总部三楼第二会议室", "總部三樓第二會議室", "Head office, room 2"), New: s.say("一厂培训室", "一廠教育訓練室", "Plant 1, training room")}}},
		{Verb: "topic", State: state, Changes: []secretary.Change{{Field: "agenda", New: s.topic()}}, People: []secretary.Party{s.wang()}, Minutes: 15},
		{Verb: "invite", State: state, People: []secretary.Party{s.guest()}},
	}
}

func (s sampler) topic() string {
	return s.say("注塑机产能评估", "射出機產能評估", "Capacity of the moulding machines")
}

func (s sampler) away() secretary.OrderView {
	return secretary.OrderView{Verb: "absent", State: "done", People: []secretary.Party{s.lin()}, Why: s.say("出差", "出差", "on a trip")}
}

func (s sampler) stray() secretary.OrderView {
	return secretary.OrderView{State: "unread", Line: s.say("设备那天检修", "設備那天檢修", "the machines are serviced that day"), Problem: "no-order"}
}

func (s sampler) undoing() []secretary.OrderView {
	return []secretary.OrderView{
		{Verb: "uninvite", State: "asked", People: []secretary.Party{s.guest()}},
		{Verb: "topic", State: "asked", Changes: []secretary.Change{{Field: "agenda", Old: s.topic()}}},
		{Verb: "move", State: "asked", Changes: []secretary.Change{{Field: "start", Old: "2026-11-30T06:00:00Z", New: "2026-11-27T01:00:00Z"}}},
		{Verb: "present", State: "done", People: []secretary.Party{s.lin()}},
	}
}

func (s sampler) unreadable() []secretary.OrderView {
	one, other := s.wangMin(), s.wangMin()
	other.Email, other.Department = "wang.min2@yuanhua.example", secretary.Text{s.lang: quality.In(s.lang)}
	return []secretary.OrderView{
		{Verb: "move", State: "unread", Line: s.say("改期 下周", "改期 下週", "reschedule to next week"), Problem: "no-date"},
		{Verb: "invite", State: "unread", Line: s.say("加人 王敏", "加人 王敏", "invite Wang Min"), Name: one.Name, Problem: "ambiguous-name", Candidates: []secretary.Party{one, other}},
		{Verb: "absent", State: "unread", Line: s.say("缺席 王力", "缺席 王力", "absent Wang Li"), Name: s.say("王力", "王力", "Wang Li"), Problem: "unknown-name"},
	}
}
