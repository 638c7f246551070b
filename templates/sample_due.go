package templates

import "github.com/huiban/huiban/secretary"

// dues are letters that bring due dates into their reader's calendar.
func (s sampler) dues() []secretary.Letter {
	items := own(s.items()[0], s.items()[2])
	entry := func(method string, sequence int, i secretary.ItemView) *secretary.DueView {
		at := sampleTime(11, 27, 16, 0)
		return &secretary.DueView{UID: string(i.ID) + "-0.due.huiban@yuanhua.example", Sequence: sequence, Method: method, Due: i.Due, Item: i, Created: at, Stamp: at}
	}
	last := own(s.items()[2])
	return []secretary.Letter{
		{Key: "action-due", Kind: secretary.Action, Items: items, Deadline: sampleTime(11, 27, 18, 0), Choices: itemChoices(items), Due: entry("REQUEST", 0, items[0])},
		{Key: "echo-due", Kind: secretary.Echo, Of: secretary.Action, Ref: "told", Items: last, Due: entry("REQUEST", 0, last[0]),
			Echoes: []secretary.EchoLine{{What: "due-entry", Status: "set", Text: last[0].Text, Date: last[0].Due}}},
		{Key: "echo-due-done", Kind: secretary.Echo, Of: secretary.Action, Items: last, Due: entry("CANCEL", 1, last[0]),
			Echoes: []secretary.EchoLine{{What: "progress", Status: "done", Item: "1", Text: last[0].Text}}},
	}
}
