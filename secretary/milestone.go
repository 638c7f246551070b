package secretary

// milestoneAhead is how long before a meeting of a milestone would have to be called its lead is asked to apply for it.
var milestoneAhead = Span{5, Workdays}

// milestoneDuties prompt who leads a project to apply for the meeting of its next milestone or stage, where none has been
// applied for yet (S3-19, S3-32).
func (t *turn) milestoneDuties(m *Meeting, p *Policy) []duty {
	a := m.Application
	if a == nil || m.Stage == Cancelled || a.State != Granted || !t.Directory.active(a.By) {
		return nil
	}
	var out []duty
	for n := range a.Milestones {
		s := &a.Milestones[n]
		morningOf := s.Day.At(morning, t.Calendar.Zone(m.Zone))
		if !s.Offered.IsZero() || s.Day == DateOf(t.begin(m)) {
			continue
		}
		at := milestoneAhead.Before(t.Calendar, p.Notice.Lead.Before(t.Calendar, morningOf))
		if before := DateOf(at); !t.Calendar.Workday(before) {
			at = AddWorkdays(t.Calendar, before, -1).At(morning, at.Location())
		}
		out = append(out, duty{at: at, until: s.Day.Add(1).At(Clock{}, at.Location()), key: "milestone-" + string(s.Day), reason: "a milestone of the project comes near (S3-19, S3-32)", do: func() { t.offerMilestone(m, p, s) }})
	}
	return out
}

func (t *turn) offerMilestone(m *Meeting, p *Policy, s *Milestone) {
	a := m.Application
	if s.Offered = t.now; t.metAbout(a, s) {
		return
	}
	l := Letter{Kind: ApplicationForm, Ref: "next:" + string(s.Day), Reason: "a milestone of the project comes near: its lead may apply for the meeting (S3-19, S3-32)", Zone: m.Zone, Meeting: t.meetingView(m, a.By), Choices: []Choice{{Verb: "apply"}}}
	l.Meeting.Method = ""
	v := t.proposalView(m, p)
	l.Applied = &AppliedView{By: v.By, Type: v.Type, Code: v.Code, Topic: a.Topic + " · " + s.What, Purpose: v.Purpose, Place: v.Place, People: v.People, Milestones: []Milestone{*s}}
	t.send(l, a.By, "next-"+string(s.Day)+s.What)
}

// metAbout reports whether the lead has a meeting within the days before the milestone.
func (t *turn) metAbout(a *Application, s *Milestone) bool {
	if t.Elsewhere == nil {
		return false
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	for _, o := range t.Elsewhere(s.Day.Add(-5).At(Clock{}, zone), s.Day.Add(1).At(Clock{}, zone)) {
		if o.Application != nil && o.Application.By == a.By && o.Application.ID != a.ID {
			return true
		}
	}
	return false
}
