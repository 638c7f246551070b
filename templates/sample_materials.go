package templates

import "github.com/huiban/huiban/secretary"

// handed are the letters about materials of several lines, in words, and for people outside.
func (s sampler) handed() []secretary.Letter {
	by := sampleTime(11, 25, 17, 0)
	none := []secretary.Choice{{Verb: "no_materials"}}
	part := s.promotion()
	part.Received = []secretary.Received{{File: s.file(s.say("市场调研.pdf", "市場調研.pdf", "market research.pdf"), 8), Version: 1, Lines: []int{2}}}
	part.Lacks = part.Titles[:1]
	unclear := part
	unclear.Received = append(part.Received[:1:1], secretary.Received{File: s.file("IMG_2031.jpg", 0), Version: 1, Which: true})
	return []secretary.Letter{
		{Key: "materials-call-form", Kind: secretary.MaterialsCall, Meeting: s.meeting(), Owed: []secretary.OwedView{s.promotion()}, Deadline: by, Choices: none, Documents: []secretary.Document{secretary.MaterialsForm}},
		{Key: "materials-call-words", Kind: secretary.MaterialsCall, Meeting: s.meeting(), Owed: []secretary.OwedView{s.figures(s.wang())}, Deadline: by, Choices: none},
		{Key: "materials-reminder-part", Kind: secretary.MaterialsReminder, Meeting: s.meeting(), Owed: []secretary.OwedView{part}, Deadline: by, Choices: none},
		{Key: "echo-material-part", Kind: secretary.Echo, Of: secretary.MaterialsCall, Meeting: s.meeting(), Owed: []secretary.OwedView{part}, Echoes: []secretary.EchoLine{{What: "material", File: &part.Received[0]}}},
		{Key: "echo-said", Kind: secretary.Echo, Of: secretary.MaterialsCall, Meeting: s.meeting(), Echoes: []secretary.EchoLine{
			{What: "said", Text: s.say("成交套数", "成交套數", "Units sold"), Reason: "3"}, {What: "said", Text: s.say("来访组数", "來訪組數", "Visitors"), Reason: "12"}}},
		{Key: "ask-back-file-which", Kind: secretary.AskBack, Of: secretary.MaterialsCall, Meeting: s.meeting(), Owed: []secretary.OwedView{unclear},
			Problems: []secretary.Problem{{No: "IMG_2031.jpg", Code: "file-which"}}, Choices: []secretary.Choice{{Verb: "covers", Item: "*"}}, Echoes: []secretary.EchoLine{{What: "material", File: &unclear.Received[1], Note: "which"}}},
		{Key: "ask-back-file-fault", Kind: secretary.AskBack, Of: secretary.MaterialsCall, Meeting: s.meeting(), Owed: []secretary.OwedView{part}, Choices: []secretary.Choice{{Verb: "as_is"}},
			Problems: []secretary.Problem{{No: s.say("推广方案.docx", "推廣方案.docx", "plan.docx"), Code: "file-protected"}, {No: s.say("市场调研.pdf", "市場調研.pdf", "market research.pdf"), Code: "file-same-as-last"}}},
		s.packOfFigures(), s.packToPrint(),
		{Key: "handout", Kind: secretary.Handout, To: s.guest(), Meeting: s.meeting(), Files: []secretary.File{s.file(s.say("公司介绍.pdf", "公司介紹.pdf", "about us.pdf"), 12)}},
	}
}

// promotion is what a planner owes, with headings (S3-34).
func (s sampler) promotion() secretary.OwedView {
	return secretary.OwedView{Party: s.wang(), Titles: []secretary.Text{s.text("推广方案", "推廣方案", "Promotion plan"), s.text("市场调研", "市場調研", "Market research")},
		Headings: [][]secretary.Text{{s.text("主题", "主題", "theme"), s.text("受众", "受眾", "audience"), s.text("形式", "形式", "form"), s.text("时间和地点", "時間和地點", "time and place"),
			s.text("渠道", "管道", "channels"), s.text("预期效果", "預期效果", "expected effect")}, nil},
		Lacks: []secretary.Text{s.text("推广方案", "推廣方案", "Promotion plan"), s.text("市场调研", "市場調研", "Market research")}}
}

// figures are two lines for which words are enough (S1D-15).
func (s sampler) figures(who secretary.Party) secretary.OwedView {
	titles := []secretary.Text{s.text("成交套数", "成交套數", "Units sold"), s.text("来访组数", "來訪組數", "Visitors")}
	return secretary.OwedView{Party: who, Titles: titles, InMail: []int{1, 2}, Lacks: titles}
}

func (s sampler) packOfFigures() secretary.Letter {
	first, second := s.figures(s.wang()), s.figures(s.chen())
	first.Lacks, second.Lacks = nil, nil
	first.Said = []secretary.SaidView{{Title: first.Titles[0], Text: "3"}, {Title: first.Titles[1], Text: "12"}}
	second.Said = []secretary.SaidView{{Title: first.Titles[0], Text: s.say("2套，另有1套待签", "2套，另有1套待簽", "2, and one to be signed")}, {Title: first.Titles[1], Text: "7"}}
	return secretary.Letter{Key: "pack-figures", Kind: secretary.Pack, Meeting: s.meeting(), Owed: []secretary.OwedView{first, second}, Documents: []secretary.Document{secretary.FiguresSheet}}
}

func (s sampler) packToPrint() secretary.Letter {
	big := s.file(s.say("03 生产部 产线录像.mp4", "03 生產部 產線錄影.mp4", "03 Production line film.mp4"), 0)
	big.Size = 19 << 20
	return secretary.Letter{Key: "pack-print", Kind: secretary.Pack, To: s.ouyang(), Meeting: s.meeting(), Owed: s.owed(), Copies: 9, Part: 1, Parts: 2, Left: []secretary.File{big},
		Files: []secretary.File{s.file(s.say("02 生产部 生产计划.xlsx", "02 生產部 生產計劃.xlsx", "02 Production plan.xlsx"), 3)}}
}
