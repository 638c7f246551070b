package templates

import (
	"time"

	"github.com/huiban/huiban/secretary"
)

// nationalDay is the sample meeting on 1 October, a Thursday.
func (s sampler) nationalDay() *secretary.MeetingView {
	m := s.meeting()
	m.Planned = sampleTime(10, 1, 9, 0)
	m.Start, m.End = m.Planned, m.Planned.Add(m.End.Sub(m.Start))
	m.Shift, m.ShiftDay = "ask", s.text("国庆节", "國慶節", "National Day")
	return m
}

// approvalShift asks what becomes of a meeting on a day off.
func (s sampler) approvalShift() secretary.Letter {
	ouyang := s.ouyang()
	before, after := sampleTime(9, 30, 9, 0).Format(time.RFC3339), sampleTime(10, 8, 9, 0).Format(time.RFC3339)
	return secretary.Letter{
		Key: "approval-shift", Kind: secretary.Approval, To: ouyang, By: &ouyang, Ref: "shift:2026-10-01", Meeting: s.nationalDay(), Deadline: sampleTime(9, 23, 9, 0),
		Changes: []secretary.Change{{Field: "start", Old: sampleTime(10, 1, 9, 0).Format(time.RFC3339), New: after}},
		Choices: []secretary.Choice{{Verb: "earlier", Arg: before}, {Verb: "later", Arg: after}, {Verb: "skip"}, {Verb: "keep"}},
	}
}
