package templates

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// series are the letters about a series that one invitation calls.
func (s sampler) series() []secretary.Letter {
	called := secretary.Letter{Key: "invitation-series", Kind: secretary.Invitation, Meeting: s.quarter(), Deadline: sampleTime(12, 29, 18, 0), Choices: attendChoices()}
	moved := secretary.Letter{Key: "update-series", Kind: secretary.Update, Meeting: s.quarter(), Deadline: sampleTime(12, 29, 18, 0), Choices: attendChoices(), Changes: []secretary.Change{
		{Field: "start", Old: "2027-01-01T00:30:00Z", New: "2027-01-01T01:00:00Z"},
	}}
	ended := secretary.Letter{Key: "update-series-ends", Kind: secretary.Update, Meeting: s.quarter()}
	ended.Meeting.Series.Ends, ended.Meeting.Series.Dates = true, ended.Meeting.Series.Dates[:5]
	ended.Meeting.Series.Out = nil
	ended.Meeting.Stamp = sampleTime(12, 31, 20, 0).AddDate(0, 0, 18)
	off := secretary.Letter{Key: "cancel-series", Kind: secretary.Cancel, Meeting: s.quarter()}
	part := secretary.Letter{Key: "cancel-series-uninvited", Kind: secretary.Cancel, Meeting: s.quarter()}
	part.Meeting.Uninvited = true
	one := secretary.Letter{Key: "invitation-occurrence", Kind: secretary.Invitation, To: s.chen(), Meeting: s.meeting(), Deadline: sampleTime(11, 24, 18, 0), Choices: attendChoices(), Documents: []secretary.Document{secretary.AgendaDoc}}
	one.Meeting.Recurrence = one.Meeting.Planned
	heard := secretary.Letter{Key: "echo-series", Kind: secretary.Echo, Of: secretary.Invitation, Meeting: s.quarter(), Echoes: []secretary.EchoLine{{What: "attend", Status: "accepted"}}}
	which := secretary.Letter{Key: "ask-back-which-dates", Kind: secretary.AskBack, Of: secretary.Invitation, Meeting: s.quarter(), Problems: []secretary.Problem{{Code: "which-dates"}}, Choices: attendChoices(),
		Quote: s.say("下周请假，其他都参加。", "下週請假，其他都參加。", "I cannot come next week, otherwise yes.")}
	renamed := secretary.Letter{Key: "cancel-renamed", Kind: secretary.Cancel, Ref: "renamed", To: s.chen(), Meeting: s.meeting()}
	renamed.Meeting.Recurrence = renamed.Meeting.Planned
	return []secretary.Letter{called, moved, ended, off, part, renamed, one, heard, which}
}

// quarter is a series of Fridays: the first is moved for New Year's Day, one falls out in the Spring Festival, and one
// was moved by the convener.
func (s sampler) quarter() *secretary.MeetingView {
	m := s.meeting()
	m.ID, m.Number, m.Agenda, m.UID = "PSC-2027Q1", "", nil, "psc-2027q1@yuanhua.example"
	m.Start = time.Date(2027, 1, 1, 1, 0, 0, 0, time.UTC)
	m.End, m.Planned, m.Stamp = m.Start.Add(90*time.Minute), m.Start, sampleTime(12, 17, 9, 0)
	m.Series = &secretary.SeriesView{Rule: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270326T010000Z"}
	for n := range 13 {
		at := m.Start.AddDate(0, 0, 7*n)
		d := secretary.DateView{Planned: at, Start: at, End: at.Add(90 * time.Minute)}
		switch n {
		case 0:
			d.Start, d.Shift, d.ShiftDay, d.Apart = at.AddDate(0, 0, -1), "earlier", s.text("元旦", "元旦", "New Year's Day"), true
		case 6:
			m.Series.Out = append(m.Series.Out, secretary.OutView{Planned: at, Day: s.text("春节", "春節", "Spring Festival"), Why: "holiday"})
			continue
		case 9:
			d.Start, d.Apart = at.Add(77*time.Hour), true
		}
		d.End = d.Start.Add(90 * time.Minute)
		m.Series.Dates = append(m.Series.Dates, d)
	}
	return m
}
