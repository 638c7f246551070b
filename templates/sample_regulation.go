package templates

import "github.com/huiban/huiban/secretary"

// regulated is the regulation of the invented company's meeting, with every step that a policy can have.
func (s sampler) regulated() *secretary.Policy {
	days := func(n int) secretary.Moment {
		return secretary.Moment{Span: secretary.Span{N: n, Unit: secretary.CalendarDays}}
	}
	workdays := func(n int) secretary.Moment {
		return secretary.Moment{Span: secretary.Span{N: n, Unit: secretary.Workdays}}
	}
	hours := func(n int) secretary.Moment {
		return secretary.Moment{Span: secretary.Span{N: n, Unit: secretary.Hours}}
	}
	months := func(n int) secretary.Span { return secretary.Span{N: n, Unit: secretary.Months} }
	grades := []secretary.Text{s.text("高", "高", "high"), s.text("中", "中", "medium"), s.text("低", "低", "low")}
	return &secretary.Policy{
		ID: "MT-S0-1", Code: "PSC", Title: s.text("产销协调会", "產銷協調會", "Production-sales coordination meeting"), Kind: "coordination",
		Clauses: []string{"S0-01..S0-64"}, Timezone: "Asia/Shanghai",
		Purpose:  s.text("协调产销计划，及时解决问题", "協調產銷計劃，及時解決問題", "to align production and sales and to solve problems early"),
		Schedule: secretary.Schedule{RRule: "FREQ=WEEKLY;BYDAY=FR", Start: secretary.Clock{Hour: 9, Set: true}, From: "2026-12-01", Until: "2027-12-31"},
		Duration: secretary.DurationRule{Planned: secretary.Span{N: 90, Unit: secretary.Minutes}, Max: secretary.Span{N: 2, Unit: secretary.Hours}},
		Holiday:  secretary.HolidayRule{Shift: "later"}, Conflict: secretary.ConflictRule{Rule: "ask"}, Hours: secretary.HoursRule{Avoid: []string{"12:00-13:00"}},
		Place: s.text("二楼会议室", "二樓會議室", "Room 2"), Mode: "room", URL: "https://meet.yuanhua.example/psc",
		Convener: "head:psm", Organizers: []secretary.Ref{"rep:sales"}, Host: "zhang.wei", HostSubst: "head:production", Recorder: "he.yu", Supervisor: "head:psm",
		Roster:   []secretary.RosterRule{{Who: "rep:production"}, {Who: "rep:sales", Part: s.text("业务窗口", "業務窗口", "for customers")}, {Who: "all:finance", Optional: true, OnDuty: true}},
		External: []string{"kehu.example"}, Concerned: []string{"production", "sales"},
		Application: secretary.ApplicationRule{Required: true, Approvers: []secretary.Ref{"head:sales", "zhang.wei"}}, Liaison: secretary.LiaisonRule{Required: true},
		Importance: "important", Complexity: "complex",
		Notice: secretary.NoticeRule{Lead: days(7), Fields: []string{"time", "place", "participants", "topics"}, Reminders: []secretary.Moment{days(1), hours(1)},
			Chase: []secretary.Moment{days(3)}, Series: "year", Exempt: true},
		Require: []secretary.Text{s.text("准时到会", "準時到會", "Be on time.")},
		Agenda: secretary.AgendaRule{Call: true, CallBefore: days(3), Slot: secretary.Span{N: 5, Unit: secretary.Minutes}, ExecutionReport: "first", LastMinutes: true, Feedback: true, RunSheet: hours(4), Questions: true, Feeds: []string{"MT-S1D-1"}, Items: []secretary.AgendaItem{
			{No: "1", Title: s.text("生产计划", "生產計劃", "Production plan"), Note: s.text("产能、物料", "產能、物料", "Capacity, material"), Presenters: []secretary.Ref{"rep:production"}, Minutes: 20, Purpose: "discuss", Internal: true},
			{No: "2", Title: s.text("决定", "決定", "Decisions"), Presenters: []secretary.Ref{"attendees"}, Purpose: "decide"},
		}},
		Materials: secretary.MaterialsRule{Required: []secretary.MaterialRule{{From: "rep:production", Items: []secretary.Text{s.text("生产计划", "生產計劃", "Production plan")}, Headings: []secretary.Text{s.text("产能", "產能", "capacity"), s.text("物料", "物料", "material")}, InMail: true, Released: true, Optional: true}},
			Cutoff: workdays(2), Send: secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.Workdays}, At: secretary.Clock{Hour: 10, Set: true}}, Reminders: []secretary.Moment{workdays(1)}, Paper: true},
		Preparation: secretary.PreparationRule{Who: "rep:production", Equipment: "he.yu"},
		Leave:       secretary.LeaveRule{To: "host", Approval: "superior", Inform: []secretary.Ref{"recorder"}, Delegate: "required", DelegateFrom: "department", Cutoff: days(1)},
		Attendance:  secretary.AttendanceRule{Categories: []string{"present", "late", "absent"}},
		Minutes: secretary.MinutesRule{Required: "waivable", DecidedBy: "host", Waiver: "host", Deadline: hours(24), DeadlineEvent: "draft", Reminders: []secretary.Moment{hours(20)}, Fields: []string{"time", "place", "resolutions"},
			ReviewBy: "host", Confirmers: "heads", ByDelegate: true, ConfirmWindow: secretary.Span{N: 2, Unit: secretary.Workdays}, OnSilence: "escalate", Arbiter: "host", Publisher: "convener", Distribution: []secretary.Ref{"head:finance"}},
		Up:         secretary.UpRule{To: "zhang.wei", Mode: "comment", Deadline: workdays(1), BeforeConfirm: true},
		Actions:    secretary.ActionsRule{Fields: []string{"owner", "due"}, ActiveOn: "publication", ExtendBy: "head:psm", Verify: true, Plans: true, Calendar: true},
		Progress:   secretary.ProgressRule{Cycle: secretary.Span{N: 1, Unit: secretary.Weeks}, Before: []secretary.Span{{N: 3, Unit: secretary.CalendarDays}}, Promise: []secretary.Span{{N: 7, Unit: secretary.CalendarDays}}, Fields: []string{"progress", "problems"}},
		Overdue:    secretary.OverdueRule{Cycle: secretary.Span{N: 1, Unit: secretary.CalendarDays}, Times: 3},
		Escalation: secretary.EscalationRule{Steps: []secretary.EscalationStep{{After: secretary.Span{N: 3, Unit: secretary.CalendarDays}, To: "supervisor"}, {After: secretary.Span{N: 7, Unit: secretary.CalendarDays}, To: "superior", Tone: s.say("请督促", "請督促", "please see to it")}}},
		Summary:    secretary.SummaryRule{Schedule: "MO 08:00", To: []secretary.Ref{"supervisor"}},
		Survey: secretary.SurveyRule{Cycle: "every 4", Delay: workdays(1), Window: workdays(3), Questions: []secretary.Text{s.text("会议是否及时", "會議是否及時", "Was the meeting timely?")},
			Anonymous: true, MinAnswers: 3, PublishTo: []secretary.Ref{"head:*"}},
		Feedback: secretary.FeedbackRule{Severity: grades, Urgency: grades},
		Archive: secretary.ArchiveRule{NumberFormat: "{date}-{type}-{dept}-{seq}", NumberDepartment: "convener", Keepers: []secretary.Ref{"recorder"}, Retention: months(60), Confidentiality: "confidential",
			Readers: []secretary.Ref{"head:quality"}, ReviewCycle: months(6), Backup: secretary.Span{N: 1, Unit: secretary.CalendarDays}},
		Review: secretary.CycleRule{Cycle: months(12), Who: "head:psm"}, Lessons: secretary.CycleRule{Cycle: months(3), Who: "host"}, Training: secretary.CycleRule{Cycle: months(12), Who: "head:psm"},
		Approval: secretary.PolicyApproval{Approver: "zhang.wei"},
		Labels:   map[string]secretary.Text{"recorder": s.text("会议秘书", "會議秘書", "Meeting secretary")},
	}
}

// regulation is that regulation as the office shows it.
func (s sampler) regulation() secretary.Regulation {
	party := func(p secretary.Party) secretary.Named { return secretary.Named{People: []secretary.Party{p}} }
	dept := func(name secretary.Text, p secretary.Party) secretary.Named {
		return secretary.Named{Departments: []secretary.Text{{s.lang: name.In(s.lang)}}, People: []secretary.Party{p}}
	}
	return secretary.Regulation{
		ID: "MT-S0-1", Version: "MT-S0-1@2", From: sampleTime(11, 20, 14, 0), Policy: s.regulated(), Approver: s.zhang(),
		People: map[secretary.Ref]secretary.Named{
			"zhang.wei": party(s.zhang()), "he.yu": party(s.he()), "head:psm": dept(psm, s.ouyang()), "head:production": dept(prod, s.wang()), "rep:production": dept(prod, s.wang()),
			"rep:sales": dept(sales, s.wangMin()), "head:sales": dept(sales, s.li()), "head:finance": dept(finance, s.lin()), "all:finance": dept(finance, s.lin()), "head:quality": dept(quality, s.chen()),
		},
	}
}

// rules are the letters about regulations: a change to approve, for comment, in force, and what a newcomer has to know.
func (s sampler) rules() []secretary.Letter {
	changed := s.regulation()
	is := *changed.Policy
	is.Notice.Lead = secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.Workdays}}
	is.Minutes.OnSilence, is.Notice.Chase = "consent", nil
	is.Recorder = "head:quality"
	changed.Was, changed.Policy, changed.Version = changed.Policy, &is, ""
	changed.Approver, changed.From = secretary.Party{}, sampleTime(11, 20, 14, 0)
	said := changed
	said.Comments = []secretary.Comment{{By: s.li(), Text: s.say("三天太短，销售来不及准备数据", "三天太短，業務來不及準備資料", "three days are too short for our figures")}}
	whole := s.regulation()
	weekly := *whole.Policy
	weekly.ID, weekly.Code, weekly.Title = "MT-S1E-1", "WWM", s.text("每周工作例会", "每週工作例會", "Weekly work meeting")
	whole.ID, whole.Version, whole.Policy = weekly.ID, "MT-S1E-1@1", &weekly
	first := s.regulation()
	by := s.ouyang()
	why := s.say("会后确认太慢。", "會後確認太慢。", "Confirmation takes too long.")
	doc := []secretary.Document{secretary.RegulationDoc}
	ask := []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}}
	until := sampleTime(11, 25, 14, 0)
	return []secretary.Letter{
		{Key: "approval-policy", Kind: secretary.Approval, Ref: "policy:1", To: s.zhang(), By: &by, Quote: why, Deadline: until, Choices: ask, Documents: doc, Regulations: []secretary.Regulation{said}},
		{Key: "approval-policy-first", Kind: secretary.Approval, Ref: "policy:1", To: s.zhang(), By: &by, Deadline: until, Choices: ask, Documents: doc, Regulations: []secretary.Regulation{first}},
		{Key: "duty-draft", Kind: secretary.Duty, Ref: "draft:1", To: s.li(), By: &by, Quote: why, Deadline: until, Documents: doc, Regulations: []secretary.Regulation{changed}},
		{Key: "duty-rules", Kind: secretary.Duty, Ref: "rules", To: s.wang(), Regulations: []secretary.Regulation{changed, whole}},
		{Key: "duty-rules-newcomer", Kind: secretary.Duty, Ref: "rules", To: s.wang(), Regulations: []secretary.Regulation{whole}},
		{Key: "escalation-policy", Kind: secretary.Escalation, Ref: "policy:1", To: s.ouyang(), By: func() *secretary.Party { p := s.zhang(); return &p }(), Deadline: until, Documents: doc, Regulations: []secretary.Regulation{changed}},
		{Key: "echo-policy", Kind: secretary.Echo, Of: secretary.Approval, Ref: "policy:1", To: s.zhang(), Echoes: []secretary.EchoLine{{What: "policy", Status: "granted", Text: s.say("产销协调会", "產銷協調會", "Production-sales coordination meeting")}}},
	}
}
