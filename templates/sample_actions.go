package templates

import "github.com/huiban/huiban/secretary"

func (s sampler) items() []secretary.ItemView {
	item := func(no string, id secretary.ItemID, text string, owner secretary.Party, due secretary.Date) secretary.ItemView {
		return secretary.ItemView{
			No: no, ID: id, Text: text, Owner: owner, Due: due, OriginalDue: due, Status: secretary.InProgress,
			Meeting: s.meeting().Title, MeetingDay: "2026-10-30", Number: "20261030-PSC-PSM-01",
		}
	}
	late := item("1", "PSC-20261030-2", s.say("二号机模具返修并试模", "二號機模具返修並試模", "Repair and try out the tooling of machine 2"), s.wang(), "2026-11-24")
	late.OriginalDue, late.Late, late.Percent, late.Carried = "2026-11-13", 3, 60, 2
	late.Last, late.LastAt = s.say("模具已返厂，等待试模", "模具已返廠，等待試模", "the tooling is back, the try-out is next"), sampleTime(11, 20, 16, 0)
	stuck := item("2", "PSC-20261030-4", s.say("导入第二家色粉供应商", "導入第二家色粉供應商", "Bring in a second supplier of pigment"), s.zhou(), "2026-12-10")
	stuck.Status, stuck.Result = secretary.Blocked, s.say("合格供应商名录更新", "合格供應商名錄更新", "an updated list of approved suppliers")
	stuck.Last, stuck.LastAt = s.say("受阻：样品两次检测不合格", "受阻：樣品兩次檢測不合格", "blocked: the sample failed twice"), sampleTime(11, 23, 11, 0)
	fresh := item("3", "PSC-20261127-3", s.record().Actions[0].Text, s.wang(), "2026-12-05")
	fresh.Status, fresh.Result, fresh.MeetingDay = secretary.NotStarted, s.record().Actions[0].Result, "2026-11-27"
	return []secretary.ItemView{late, stuck, fresh}
}

// own renumbers items from 1.
func own(items ...secretary.ItemView) []secretary.ItemView {
	for i := range items {
		items[i].No = string(rune('1' + i))
	}
	return items
}

func itemChoices(items []secretary.ItemView) []secretary.Choice {
	var out []secretary.Choice
	for _, i := range items {
		out = append(out, secretary.Choice{Verb: "done", Item: i.No}, secretary.Choice{Verb: "percent", Item: i.No}, secretary.Choice{Verb: "extend", Item: i.No})
	}
	return out
}

func (s sampler) actions() []secretary.Letter {
	all := s.items()
	mine, overdue, stuck := own(all[0], all[2]), own(all[0]), own(all[1])
	zhou, wang := s.zhou(), s.wang()
	held := s.meeting()
	held.Method = ""
	wanted := sampleTime(11, 28, 12, 0)
	return []secretary.Letter{
		{Key: "action", Kind: secretary.Action, Items: mine, Deadline: sampleTime(11, 30, 18, 0), Choices: itemChoices(mine)},
		{Key: "overdue", Kind: secretary.Overdue, Items: overdue, Cc: []secretary.Party{s.ouyang()}, Deadline: sampleTime(11, 27, 18, 0), Choices: itemChoices(overdue)},
		{Key: "escalation", Kind: secretary.Escalation, To: s.zhang(), By: &wang, Items: overdue, Deadline: wanted},
		{Key: "escalation-blocked", Kind: secretary.Escalation, To: s.ouyang(), Items: stuck, By: &zhou, Deadline: wanted, Quote: s.say("样品两次检测不合格，供应商暂停送样，需要采购与质量部一起商量替代方案。",
			"樣品兩次檢測不合格，供應商暫停送樣，需要採購與品質部一起商量替代方案。", "The sample failed twice and the supplier has stopped sending. Purchasing and Quality must look for another way together.")},
		{Key: "escalation-minutes", Kind: secretary.Escalation, Ref: "minutes", To: s.zhang(), By: &wang, Meeting: held, Deadline: wanted},
		{Key: "escalation-confirm", Kind: secretary.Escalation, Ref: "confirm", To: s.zhang(), By: &zhou, Silent: []secretary.Party{zhou, wang}, Meeting: held, Deadline: wanted},
		{Key: "escalation-objection", Kind: secretary.Escalation, Ref: "objection", To: s.zhang(), By: &wang, Meeting: held, Deadline: wanted},
		s.weekly(), s.green(),
	}
}

func (s sampler) weekly() secretary.Letter {
	all := s.items()
	all[0].Flag, all[2].Flag = "worse", "new"
	closed := all[1]
	closed.No, closed.Text, closed.Status, closed.Flag = "4", s.say("整理十月客诉清单", "整理十月客訴清單", "List the complaints of October"), secretary.Complete, "done"
	closed.Owner, closed.Last, closed.LastAt, closed.Due, closed.OriginalDue, closed.Result = s.chen(), s.say("清单已发各部门", "清單已寄各部門", "the list is out to all departments"), sampleTime(11, 26, 9, 0), "2026-11-26", "2026-11-26", ""
	numbered := own(all[0], all[2], all[1], closed)
	return secretary.Letter{Key: "weekly-summary", Kind: secretary.WeeklySummary, To: s.zhang(), Documents: []secretary.Document{secretary.LedgerSheet}, Summary: &secretary.SummaryView{
		Week: "2026-11-23", Since: "2026-11-16", Overdue: 1, Soon: 1, Open: 3, Closed: 1, Silent: 1,
		Before: &secretary.SummaryCounts{Overdue: 2, Soon: 3, Open: 4},
		Groups: []secretary.SummaryGroup{
			{Department: s.wang().Department, Items: numbered[:2]}, {Department: s.zhou().Department, Items: numbered[2:3]}, {Department: s.chen().Department, Items: numbered[3:]},
		},
	}}
}

func (s sampler) green() secretary.Letter {
	fresh := own(s.items()[2])
	return secretary.Letter{Key: "weekly-summary-green", Kind: secretary.WeeklySummary, To: s.zhang(), Summary: &secretary.SummaryView{
		Week: "2026-11-30", Since: "2026-11-23", Soon: 1, Open: 1, Closed: 3, Before: &secretary.SummaryCounts{Overdue: 1, Soon: 1, Open: 3},
		Groups: []secretary.SummaryGroup{{Department: s.wang().Department, Items: fresh}},
	}}
}
