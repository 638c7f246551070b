package templates

import "github.com/huiban/huiban/secretary"

// compliances are the reports of a month: of the company, and of one convener in a month without fault.
func (s sampler) compliances() []secretary.Letter {
	clean := s.compliance()
	clean.Whole, clean.Missed, clean.Types, clean.Departments = false, nil, clean.Types[:1], clean.Departments[:2]
	clean.Types[0].PapersLate, clean.Types[0].PapersMissing, clean.Types[0].MinutesOnTime, clean.Types[0].ClosedOnTime = 0, 0, clean.Types[0].Minutes, clean.Types[0].Items
	return []secretary.Letter{
		{Key: "compliance", Kind: secretary.Compliance, To: s.zhang(), Compliance: s.compliance(), Documents: []secretary.Document{secretary.ComplianceSheet}},
		{Key: "compliance-kept", Kind: secretary.Compliance, To: s.ouyang(), Compliance: clean, Documents: []secretary.Document{secretary.ComplianceSheet}},
	}
}

func (s sampler) compliance() *secretary.ComplianceView {
	psc, weekly := s.text("产销协调会", "產銷協調會", "Production-Sales Meeting"), s.text("每日小组例会", "每日小組例會", "Daily group meeting")
	line := func(what, clause, role string, who secretary.Party, late secretary.Lateness, open bool, detail string) secretary.MissedView {
		return secretary.MissedView{
			Meeting: "PSC-20261127", Policy: "MT-S0-1", Title: psc, Day: "2026-11-27", Clause: clause, What: what, Who: who, Role: role, At: sampleTime(11, 27, 10, 30), Late: late, Open: open, Detail: detail,
		}
	}
	return &secretary.ComplianceView{
		From: "2026-11-01", Until: "2026-11-30", Made: sampleTime(12, 1, 9, 0), Whole: true,
		Missed: []secretary.MissedView{
			line("minutes-late", "minutes.deadline", "recorder", s.he(), 5*60+20, false, ""),
			line("late-notice", "S0-12", "convener", s.ouyang(), 2*24*60, false, ""),
			line("materials-missing", "S2-43", "participant", s.zhou(), 0, true, ""),
			line("overdue", "S0-34", "owner", s.wang(), 6*24*60, true, s.say("3. 完成注塑机产能评估", "3. 完成射出機產能評估", "3. Assess the injection machines' capacity")),
			line("late", "S0-26", "participant", s.li(), 0, false, "09:12"),
		},
		Types: []secretary.FiguresView{
			{Code: "MT-S0-1", Name: psc, Meetings: 4, Wanted: 28, Present: 24, Late: 1, Delegated: 2, Leave: 1, Absent: 1, Papers: 20, PapersLate: 2, PapersMissing: 1, Minutes: 4, MinutesOnTime: 3, Resolutions: 11, Items: 9, Closed: 8, ClosedOnTime: 6,
				Efficiency: secretary.Efficiency{Timed: 4, Planned: 360, Lasted: 412, Topics: 24, NotReached: 3, Surveys: 4, Points: 168}},
			{Code: "MT-S1E-2", Name: weekly, Meetings: 19},
		},
		Departments: []secretary.FiguresView{
			{Code: "PSM", Name: s.text("产销管理部", "產銷管理部", "Planning"), Meetings: 4, Wanted: 8, Present: 8, Papers: 4, Items: 2, Closed: 2, ClosedOnTime: 2},
			{Code: "PRD", Name: s.text("生产部", "生產部", "Production"), Meetings: 4, Wanted: 8, Present: 6, Delegated: 2, Papers: 4, PapersLate: 2, Items: 5, Closed: 3, ClosedOnTime: 2},
			{Code: "SAL", Name: s.text("销售部", "業務部", "Sales"), Meetings: 23, Wanted: 12, Present: 10, Late: 1, Leave: 1, Absent: 1, Papers: 12, PapersMissing: 1, Items: 2, Closed: 2, ClosedOnTime: 2},
		},
		Load: []secretary.LoadView{{Who: s.li(), Meetings: 23, Minutes: 740}, {Who: s.ouyang(), Meetings: 4, Minutes: 360}},
	}
}
