package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) meeting() *secretary.MeetingView {
	return &secretary.MeetingView{
		ID: "PSC-20261127", Title: s.text("产销协调会", "產銷協調會", "Production-Sales Meeting"),
		Purpose: s.text("对齐十二月的销售预测与生产排程，当场解决影响交付的问题。", "對齊十二月的銷售預測與生產排程，當場解決影響交付的問題。",
			"To bring December's forecast and the production plan together, and to settle what endangers delivery."),
		Start: sampleTime(11, 27, 9, 0), End: sampleTime(11, 27, 10, 30), Zone: "Asia/Shanghai",
		Planned: sampleTime(11, 27, 9, 0), Created: sampleTime(11, 20, 8, 0), Stamp: sampleTime(11, 20, 8, 0),
		Place: s.text("总部三楼第二会议室", "總部三樓第二會議室", "Head office, 3rd floor, room 2"), URL: "https://meet.yuanhua.example/psc",
		UID: "psc-20261127@yuanhua.example", Method: "REQUEST", Confidential: true,
		Convener: s.ouyang(), Host: s.zhang(), Recorder: s.he(), Seats: s.seats(), Agenda: s.agenda(),
		Requirements: []secretary.Text{
			s.text("准时到会；不能到会的，请提前说明并请人代会。", "準時到會；不能到會的，請提前說明並請人代會。", "Please be on time. If you cannot come, say so beforehand and send somebody."),
			s.text("手机静音，围绕议程发言。", "手機靜音，圍繞議程發言。", "Phones silent, and to the point."),
		},
	}
}

func (s sampler) seats() []secretary.SeatView {
	seat := func(p secretary.Party, role string, stat secretary.PartStat) secretary.SeatView {
		return secretary.SeatView{Party: p, Role: role, PartStat: stat}
	}
	li, wangMin := s.li(), s.wangMin()
	gone := seat(li, "REQ-PARTICIPANT", secretary.Delegated)
	gone.Delegate, gone.Reason = &wangMin, s.say("客户拜访", "拜訪客戶", "visiting a customer")
	instead := seat(wangMin, "REQ-PARTICIPANT", secretary.Accepted)
	instead.For = &li
	return []secretary.SeatView{
		seat(s.zhang(), "CHAIR", secretary.Accepted), seat(s.wang(), "REQ-PARTICIPANT", secretary.NeedsAction), gone, instead,
		seat(s.chen(), "REQ-PARTICIPANT", secretary.Accepted), seat(s.zhou(), "REQ-PARTICIPANT", secretary.Tentative),
		seat(s.lin(), "OPT-PARTICIPANT", secretary.NeedsAction), seat(s.he(), "REQ-PARTICIPANT", secretary.Accepted),
	}
}

func (s sampler) agenda() []secretary.AgendaView {
	minute := 0
	item := func(no string, n int, title secretary.Text, aim string, who secretary.Party, owed ...secretary.Text) secretary.AgendaView {
		a := secretary.AgendaView{No: no, Title: title, Presenters: []secretary.Party{who}, Minutes: n, Purpose: aim, Materials: owed}
		a.Start = sampleTime(11, 27, 9, minute)
		minute += n
		return a
	}
	return []secretary.AgendaView{
		item("0", 10, s.text("上次决议执行情况", "上次決議執行情況", "What became of the last resolutions"), "inform", s.he()),
		item("1", 15, s.text("市场动态与十二月销售预测", "市場動態與十二月銷售預測", "Market and December forecast"), "inform", s.li(),
			s.text("销售预测", "銷售預測", "sales forecast"), s.text("市场分析", "市場分析", "market analysis")),
		item("2", 25, s.text("注塑线产能与排程", "射出線產能與排程", "Capacity and plan of the moulding line"), "decide", s.wang(),
			s.text("生产计划", "生產計劃", "production plan"), s.text("产能报表", "產能報表", "capacity report")),
		item("3", 15, s.text("客诉与过程改善", "客訴與製程改善", "Complaints and process improvement"), "discuss", s.chen(), s.text("质量月报", "品質月報", "quality report")),
		item("4", 15, s.text("原料采购与库存", "原料採購與庫存", "Purchasing and stock"), "discuss", s.zhou(), s.text("库存报表", "庫存報表", "stock report")),
		item("5", 10, s.text("总结与后续行动", "總結與後續行動", "Summary and next steps"), "decide", s.zhang()),
	}
}

func attendChoices() []secretary.Choice {
	return []secretary.Choice{{Verb: "accept"}, {Verb: "decline"}, {Verb: "delegate"}, {Verb: "tentative"}}
}

func (s sampler) before() []secretary.Letter {
	by := sampleTime(11, 24, 18, 0)
	invited := secretary.Letter{Key: "invitation", Kind: secretary.Invitation, Meeting: s.meeting(), Deadline: by, Choices: attendChoices(), Documents: []secretary.Document{secretary.AgendaDoc, secretary.LastMinutesDoc}, Previous: s.previous()}
	standIn := secretary.Letter{Key: "invitation-delegate", Kind: secretary.Invitation, To: s.wangMin(), Meeting: s.meeting(), Deadline: by, Choices: attendChoices()}
	moved := secretary.Letter{Key: "update", Kind: secretary.Update, Meeting: s.meeting(), Deadline: by, Choices: attendChoices(), Changes: []secretary.Change{
		{Field: "start", Old: "2026-11-27T01:00:00Z", New: "2026-11-30T06:00:00Z"},
		{Field: "place", Old: s.say("总部三楼第二会议室", "總部三樓第二會議室", "Head office, room 2"), New: s.say("一厂培训室", "一廠教育訓練室", "Plant 1, training room")},
	}}
	moved.Meeting.Start, moved.Meeting.End, moved.Meeting.Sequence = sampleTime(11, 30, 14, 0), sampleTime(11, 30, 15, 30), 1
	moved.Meeting.Place = s.text("一厂培训室", "一廠教育訓練室", "Plant 1, training room")
	for i := range moved.Meeting.Agenda {
		a := &moved.Meeting.Agenda[i]
		a.Start = a.Start.Add(moved.Meeting.Start.Sub(sampleTime(11, 27, 9, 0)))
	}
	quiet := secretary.Letter{Key: "update-quiet", Kind: secretary.Update, Meeting: s.meeting(), Changes: []secretary.Change{
		{Field: "place", Old: s.say("总部三楼第二会议室", "總部三樓第二會議室", "Head office, room 2"), New: s.say("总部三楼第一会议室", "總部三樓第一會議室", "Head office, room 1")},
	}}
	quiet.Meeting.Place = s.text("总部三楼第一会议室", "總部三樓第一會議室", "Head office, room 1")
	shifted := secretary.Letter{Key: "invitation-holiday", Kind: secretary.Invitation, Meeting: s.meeting(), Deadline: by, Choices: attendChoices()}
	shifted.Meeting.Planned, shifted.Meeting.Shift = sampleTime(11, 26, 9, 0), "later"
	shifted.Meeting.ShiftDay = s.text("厂庆", "廠慶", "the company's anniversary")
	cancelled := secretary.Letter{Key: "cancel", Kind: secretary.Cancel, Meeting: s.meeting(), Quote: s.say("与客户验厂冲突，议题并入下次例会。", "與客戶驗廠衝突，議題併入下次例會。", "It clashes with a customer's audit; the topics move to the next meeting.")}
	zhang := s.zhang()
	cancelled.By = &zhang
	uninvited := secretary.Letter{Key: "cancel-uninvited", Kind: secretary.Cancel, Meeting: s.meeting()}
	uninvited.Meeting.Uninvited = true
	out := []secretary.Letter{
		{Key: "agenda-call", Kind: secretary.AgendaCall, Meeting: s.meeting(), Deadline: sampleTime(11, 18, 18, 0), Choices: []secretary.Choice{{Verb: "topic"}, {Verb: "no_topics"}},
			Lessons: s.say("换模四步法让二号机停机时间减半；备件到货慢，已改为两家供应商。", "換模四步法讓二號機停機時間減半；備件到貨慢，已改為兩家供應商。", "The four-step change of moulds halves the standstill of machine 2; parts came late, so there are two suppliers now.")},
		invited, standIn, shifted, moved, quiet, cancelled, uninvited,
		{Key: "reminder", Kind: secretary.Reminder, Meeting: s.meeting(), Deadline: sampleTime(11, 26, 17, 0), Choices: attendChoices(), Owed: s.owed()},
		{Key: "reminder-answered", Kind: secretary.Reminder, To: s.chen(), Meeting: s.meeting(), Owed: s.owed()},
		{Key: "reminder-silent", Kind: secretary.Reminder, To: s.ouyang(), Meeting: s.meeting(), Silent: []secretary.Party{s.wang(), s.lin()}},
		{Key: "run-sheet", Kind: secretary.RunSheet, To: s.zhang(), Meeting: s.meeting(), Owed: s.owed(), Items: s.items()[:2], Documents: []secretary.Document{secretary.AgendaDoc},
			Files: []secretary.File{s.file(s.say("质量月报.xlsx", "品質月報.xlsx", "quality report.xlsx"), 3)}},
		{Key: "run-sheet-recorder", Kind: secretary.RunSheet, To: s.he(), Meeting: s.meeting(), Owed: s.owed(), Documents: []secretary.Document{secretary.FormDoc}},
	}
	return append(out, s.changed()...)
}

// changed are the rarer letters about a meeting that is not as it was.
func (s sampler) changed() []secretary.Letter {
	wangMin, ouyang := s.wangMin(), s.ouyang()
	off := secretary.Letter{Key: "cancel-holiday", Kind: secretary.Cancel, Meeting: s.meeting(), Quote: "holiday"}
	lacks := s.meeting()
	lacks.Place = nil
	return []secretary.Letter{
		off,
		{Key: "update-earlier-version", Kind: secretary.Update, Ref: "earlier-version", Meeting: s.meeting(), Choices: attendChoices()},
		{Key: "update-delegate-declined", Kind: secretary.Update, Ref: "delegate-declined", To: s.li(), By: &wangMin, Meeting: s.meeting(), Choices: attendChoices(), Deadline: sampleTime(11, 27, 9, 0),
			Quote: s.say("当天要去宁波出差。", "當天要去寧波出差。", "I am away in Ningbo that day.")},
		{Key: "update-delegate-refused", Kind: secretary.Update, Ref: "delegate-refused", To: s.li(), By: &ouyang, Meeting: s.meeting(), Choices: attendChoices(), Deadline: sampleTime(11, 27, 9, 0),
			StandIns: &secretary.StandInView{From: "roster", People: []secretary.Party{s.chen()}}, Quote: s.say("请派本部门的同事。", "請派本部門的同事。", "Please send somebody of your own department.")},
		{Key: "duty-lacks", Kind: secretary.Duty, Ref: "lacks", To: s.ouyang(), Meeting: lacks, Problems: []secretary.Problem{{No: "place", Code: "missing"}, {No: "topics", Code: "missing"}}},
	}
}

func (s sampler) owed() []secretary.OwedView {
	file := secretary.Received{File: s.file(s.say("质量月报.xlsx", "品質月報.xlsx", "quality report.xlsx"), 3), Version: 2, At: sampleTime(11, 25, 10, 5), By: "chen.jing"}
	return []secretary.OwedView{
		{Party: s.wang(), Titles: []secretary.Text{s.text("生产计划", "生產計劃", "production plan"), s.text("产能报表", "產能報表", "capacity report")}},
		{Party: s.wangMin(), Titles: []secretary.Text{s.text("销售预测", "銷售預測", "sales forecast")}, None: true},
		{Party: s.chen(), Titles: []secretary.Text{s.text("质量月报", "品質月報", "quality report")}, Received: []secretary.Received{file}},
		{Party: s.zhou(), Titles: []secretary.Text{s.text("库存报表", "庫存報表", "stock report")}},
	}
}

func (s sampler) file(name string, pages int) secretary.File {
	return secretary.File{Name: name, Hash: "9f2c4e6b8a1d3f5072941638ab5cde7f", Size: 48213, Pages: pages, Type: "application/octet-stream"}
}

func (s sampler) materials() []secretary.Letter {
	by := sampleTime(11, 25, 17, 0)
	none := []secretary.Choice{{Verb: "no_materials"}}
	return []secretary.Letter{
		{Key: "materials-call", Kind: secretary.MaterialsCall, Meeting: s.meeting(), Owed: s.owed()[:1], Deadline: by, Choices: none},
		{Key: "materials-reminder", Kind: secretary.MaterialsReminder, Meeting: s.meeting(), Owed: s.owed()[:1], Deadline: by, Choices: none},
		{Key: "materials-reminder-register", Kind: secretary.MaterialsReminder, To: s.ouyang(), Meeting: s.meeting(), Owed: s.owed(), Deadline: by},
		{Key: "pack-supplement", Kind: secretary.Pack, Ref: "supplement", Meeting: s.meeting(), Files: []secretary.File{s.file(s.say("产能报表.xlsx", "產能報表.xlsx", "capacity report.xlsx"), 2)}},
		{Key: "pack", Kind: secretary.Pack, Meeting: s.meeting(), Owed: s.owed(), Items: s.items(), Documents: []secretary.Document{secretary.AgendaDoc},
			Files: []secretary.File{s.file(s.say("质量月报.xlsx", "品質月報.xlsx", "quality report.xlsx"), 3), s.file(s.say("销售预测.docx", "銷售預測.docx", "sales forecast.docx"), 6)}},
	}
}
