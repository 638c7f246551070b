package templates

import "github.com/huiban/huiban/secretary"

// adopted are the letters about a meeting that its convener made in a calendar of their own.
func (s sampler) adopted() []secretary.Letter {
	handBack := []secretary.Choice{{Verb: "withdraw"}}
	moved := []secretary.Change{{Field: "start", Old: "2026-11-27T01:00:00Z", New: "2026-11-30T06:00:00Z"}}
	later := s.adoptedMeeting("")
	later.Start, later.End = sampleTime(11, 30, 14, 0), sampleTime(11, 30, 15, 30)
	series := s.adoptedMeeting("REPLY")
	series.Adopted.Series, series.Adopted.Visitors = true, []string{s.guest().Name}
	title := s.say("产销碰头", "產銷碰頭", "Quick sync")
	types := []secretary.Choice{{Verb: "adopt", Item: "PSC", Arg: s.T(s.meeting().Title)}, {Verb: "adopt", Item: "MPR", Arg: s.say("月度生产例会", "月度生產例會", "Monthly production review")}}
	return []secretary.Letter{
		{Key: "echo-adopted", Kind: secretary.Echo, Ref: "adopted", To: s.ouyang(), Meeting: series, Choices: handBack, Echoes: append([]secretary.EchoLine{{What: "adopted", Text: s.T(s.meeting().Title)}}, s.steps()...)},
		{Key: "echo-adopted-changed", Kind: secretary.Echo, Ref: "adopted", To: s.ouyang(), Meeting: later, Choices: handBack, Changes: moved, Echoes: append([]secretary.EchoLine{{What: "adopted-changed"}}, s.steps()[1:]...)},
		{Key: "echo-adopted-called-off", Kind: secretary.Echo, Ref: "adopted", To: s.ouyang(), Meeting: s.adoptedMeeting(""), Echoes: []secretary.EchoLine{{What: "adopted-called-off"}}},
		{Key: "echo-in-calendar", Kind: secretary.Echo, Of: secretary.Invitation, To: s.li(), Meeting: s.adoptedMeeting(""), Echoes: []secretary.EchoLine{{What: "attend", Status: "declined", Note: "in-calendar"}}},
		{Key: "invitation-adopted", Kind: secretary.Invitation, Ref: "adopted", Meeting: s.adoptedMeeting(""), Documents: []secretary.Document{secretary.AgendaDoc}},
		{Key: "update-adopted", Kind: secretary.Update, Of: secretary.MaterialsCall, Ref: "adopted", Meeting: later, Changes: moved, Deadline: sampleTime(11, 26, 14, 0), Owed: s.owed()[:1], Choices: []secretary.Choice{{Verb: "no_materials"}}},
		{Key: "cancel-adopted", Kind: secretary.Cancel, Ref: "adopted", Meeting: s.adoptedMeeting("")},
		{Key: "cancel-handed-back", Kind: secretary.Cancel, Ref: "handed-back", Meeting: s.adoptedMeeting("")},
		{Key: "ask-back-adopt", Kind: secretary.AskBack, Ref: "adopt:m1", To: s.ouyang(), Subject: title, Problems: []secretary.Problem{{No: title, Code: "adopt-several"}}, Choices: types},
		{Key: "ask-back-adopt-refused", Kind: secretary.AskBack, Ref: "adopt-refused", To: s.li(), Subject: title, Problems: []secretary.Problem{{No: title, Code: "adopt-no-right"}}},
		{Key: "order-adopted", Kind: secretary.OrderCheck, To: s.ouyang(), Ref: "unread", Meeting: s.adoptedMeeting(""), Orders: []secretary.OrderView{{Verb: "move", State: "unread", Line: s.say("改期 11月30日 14:00", "改期 11月30日 14:00", "reschedule to Nov 30 2 pm"), Problem: "adopted"}}},
		{Key: "order-hand-back", Kind: secretary.OrderCheck, To: s.ouyang(), Ref: "asked:m5", Meeting: s.adoptedMeeting(""), Orders: []secretary.OrderView{{Verb: "hand-back", State: "asked"}}, Reach: []secretary.Party{s.wang()},
			Choices: []secretary.Choice{{Verb: "confirm"}, {Verb: "withdraw"}}},
		{Key: "order-handed-back", Kind: secretary.OrderCheck, To: s.ouyang(), Ref: "done:m5", Meeting: s.adoptedMeeting(""), Orders: []secretary.OrderView{{Verb: "hand-back", State: "done"}}},
	}
}

// T is a text in the samples' language.
func (s sampler) T(t secretary.Text) string { return t.In(s.lang) }

// steps are what comes next for an adopted meeting.
func (s sampler) steps() []secretary.EchoLine {
	return []secretary.EchoLine{
		{What: "adopted-step", Status: "agenda", Time: sampleTime(11, 20, 9, 0)},
		{What: "adopted-step", Status: "materials", Time: sampleTime(11, 25, 9, 0)},
		{What: "adopted-step", Status: "minutes", Text: s.he().Name},
	}
}

// adoptedMeeting is the meeting as the convener's own calendar organizes it.
func (s sampler) adoptedMeeting(method string) *secretary.MeetingView {
	m := s.meeting()
	m.Method, m.Confidential = method, false
	m.Adopted = &secretary.AdoptedView{
		UID: "7kukuqrfedlm2f9t@google.com", Sequence: 1, Organizer: secretary.CalendarPerson{Address: s.ouyang().Email, Name: s.ouyang().Name},
		Invited: "huiban@yuanhua.example", Start: m.Start, End: m.End,
	}
	return m
}
