package templates

import "github.com/huiban/huiban/secretary"

var special = secretary.T("专题会议", "專題會議", "Special meeting")

// applications are the letters about meetings that somebody applies for.
func (s sampler) applications() []secretary.Letter {
	wang, li, chen := s.wang(), s.li(), s.chen()
	decide := []secretary.Choice{{Verb: "approve"}, {Verb: "reject"}, {Verb: "refer"}}
	fill := []secretary.Choice{{Verb: "apply"}}
	by := sampleTime(11, 24, 12, 0)
	blank := &secretary.AppliedView{By: wang, Types: []secretary.Choice{{Verb: "adopt", Item: "STM", Arg: special.In(s.lang)}, {Verb: "adopt", Item: "SPW", Arg: s.say("专项问题研讨会", "專項問題研討會", "Problem workshop")}}}
	part := s.application()
	part.Start, part.End, part.Reason, part.People = secretary.AppliedView{}.Start, secretary.AppliedView{}.End, "", nil
	one, other := s.wangMin(), s.wangMin()
	other.Email, other.Department = "wang.min2@yuanhua.example", secretary.Text{s.lang: quality.In(s.lang)}
	taken, approved, asked, again, liaison := s.application(), s.application(), s.application(), s.application(), s.application()
	taken.Steps = []secretary.StepView{{Who: li, State: "asked"}}
	taken.Notes = []string{"important", "outside"}
	approved.Steps = []secretary.StepView{{Who: li, State: "approved", Comment: s.say("尽快开", "儘快開", "soon, please")}, {Who: s.zhang(), State: "approved"}}
	approved.Liaisons, approved.NoticeAt = []secretary.LiaisonView{s.liaison("asked")}, sampleTime(11, 25, 9, 0)
	approved.Checklist = []string{"notice", "materials", "venue", "equipment", "guide", "decoration", "backup"}
	asked.Notes = []string{"near", "important", "own-level"}
	asked.Steps = []secretary.StepView{{Who: wang, State: "own"}}
	again.Steps = []secretary.StepView{{Who: li, State: "asked"}}
	liaison.Liaisons = []secretary.LiaisonView{s.liaison("asked")}
	called := *approved
	called.Steps, called.Liaisons, called.Checklist = nil, nil, []string{"notice", "materials", "venue", "equipment"}
	answered := s.application()
	answered.Liaisons = []secretary.LiaisonView{s.liaison("agreed")}
	next := &secretary.AppliedView{By: wang, Type: s.text("项目研讨会", "專案研討會", "Project workshop"), Code: "PJW", Topic: s.say("新款支架 · 样机评审", "新款支架 · 樣機評審", "New bracket · prototype review"), People: []secretary.Party{li, chen},
		Milestones: []secretary.Milestone{{Day: "2026-12-20", What: s.say("样机评审", "樣機評審", "prototype review")}}}
	problem := &secretary.AppliedView{By: wang, Type: special, Code: "SPW", Topic: s.problem(), Problem: s.problem(), Continues: "SPW-20261127", People: []secretary.Party{li, chen}}
	m := s.applied()
	guided := s.applied()
	guided.Method, guided.Problem, guided.Guide = "REQUEST", s.problem(), s.questions()
	letter := func(key, ref string, a *secretary.AppliedView, choices []secretary.Choice) secretary.Letter {
		return secretary.Letter{Key: "application-" + key, Kind: secretary.ApplicationForm, To: wang, Ref: ref, Applied: a, Choices: choices, Meeting: m}
	}
	form, missing := letter("form", "form:m1", blank, fill), letter("missing", "missing:m1", part, fill)
	form.Meeting, missing.Meeting = nil, nil
	missing.Problems = []secretary.Problem{{No: "when", Code: "missing"}, {No: "people", Code: "missing"}, {No: "reason", Code: "missing"}}
	missing.Orders = []secretary.OrderView{{State: "unread", Line: one.Name, Name: one.Name, Problem: "ambiguous-name", Candidates: []secretary.Party{one, other}}, {State: "unread", Line: s.say("11月3日 14:00", "11月3日 14:00", "Nov 3 2 pm"), Problem: "past"}}
	yes, no, told := letter("approved", "approved", approved, nil), letter("rejected", "rejected", again, nil), letter("liaison", "liaison", answered, nil)
	yes.By, no.By, told.By = &li, &li, &chen
	no.Quote = s.say("先发邮件讨论，周五例会再定。", "先寄郵件討論，週五例會再定。", "Discuss it by mail first; we decide on Friday.")
	return []secretary.Letter{form, missing,
		letter("taken", "taken", taken, []secretary.Choice{{Verb: "withdraw"}}), letter("called", "called", &called, nil), yes, no,
		letter("expired", "expired", again, nil), letter("silent", "silent", again, []secretary.Choice{{Verb: "withdraw"}}), told,
		letter("next", "next:2026-12-20", next, fill), letter("problem", "problem", problem, []secretary.Choice{{Verb: "solved"}, {Verb: "apply"}}),
		{Key: "approval-apply", Kind: secretary.Approval, To: li, By: &wang, Ref: "apply", Meeting: m, Applied: asked, Deadline: by, Choices: decide},
		{Key: "approval-apply-again", Kind: secretary.Approval, To: li, By: &wang, Ref: "apply", Meeting: m, Applied: again, Deadline: by, Choices: decide, Problems: []secretary.Problem{{Code: "roster-changed"}},
			Echoes: []secretary.EchoLine{{What: "roster", Status: "added", Text: s.wangMin().Name}, {What: "roster", Status: "removed", Text: s.lin().Name}}},
		{Key: "approval-liaison", Kind: secretary.Approval, To: chen, By: &wang, Ref: "liaison:QUA", Meeting: m, Applied: liaison, Deadline: m.Start, Choices: decide[:2]},
		{Key: "duty-guide", Kind: secretary.Duty, To: wang, Ref: "guide", Meeting: m, Deadline: by},
		{Key: "invitation-applied", Kind: secretary.Invitation, To: chen, Meeting: guided, Deadline: by, Choices: attendChoices()},
		{Key: "escalation-blocked-meeting", Kind: secretary.Escalation, To: s.ouyang(), By: &wang, Ref: "item:PSC-20261030-2", Items: s.stuck(), Applied: s.application(), Choices: fill},
	}
}

// stuck is an item that is blocked.
func (s sampler) stuck() []secretary.ItemView {
	items := own(s.items()[0])
	items[0].Status = secretary.Blocked
	return items
}

func (s sampler) problem() string {
	return s.say("二号模具交付一再推迟，三个订单受影响", "二號模具交付一再推遲，三個訂單受影響", "Tool 2 is late again and holds up three orders")
}

func (s sampler) questions() []string {
	return []string{s.say("哪些订单可以先用旧模具？", "哪些訂單可以先用舊模具？", "Which orders can run on the old tool?"), s.say("备选供应商多久能交付？", "備選供應商多久能交付？", "How soon could another supplier deliver?")}
}

func (s sampler) liaison(state string) secretary.LiaisonView {
	return secretary.LiaisonView{No: "STM-20261127-L1", Department: secretary.Text{s.lang: quality.In(s.lang)}, Head: s.chen(), People: []secretary.Party{s.chen()}, State: state}
}

// applied is the meeting that is applied for.
func (s sampler) applied() *secretary.MeetingView {
	m := s.quietly()
	m.ID, m.Title, m.Purpose = "STM-20261127", s.text("专题会议：模具交付", "專題會議：模具交付", "Special meeting: late tooling"), nil
	m.Seats, m.Start, m.End = m.Seats[:3], sampleTime(11, 27, 14, 0), sampleTime(11, 27, 15, 30)
	return m
}

func (s sampler) application() *secretary.AppliedView {
	return &secretary.AppliedView{
		ID: "m1", By: s.wang(), Type: secretary.Text{s.lang: special.In(s.lang)}, Code: "STM", Topic: s.say("模具交付", "模具交付", "Late tooling"), Purpose: s.say("商定补救措施和交付日期", "商定補救措施和交付日期", "agree on measures and a date of delivery"),
		Problem: s.problem(), Start: sampleTime(11, 27, 14, 0), End: sampleTime(11, 27, 15, 30), Place: s.say("二号会议室", "二號會議室", "Room 2"), People: []secretary.Party{s.wang(), s.li(), s.chen(), s.guest()},
		Agenda: []string{s.say("现状（王磊，10分钟）", "現狀（王磊，10分鐘）", "where we are (Wang Lei, 10 min)"), s.say("补救措施", "補救措施", "measures")}, Importance: "important", Urgent: true,
		Reason: s.say("涉及三个部门，邮件说不清；下次例会在两周以后", "涉及三個部門，郵件說不清；下次例會在兩週以後", "three departments are concerned, and the next regular meeting is two weeks away"),
	}
}
