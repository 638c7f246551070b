package secretary

import (
	"fmt"
	"slices"
	"time"
)

// approvalDuties are what a meeting waits for that needs approval before its notice (application.required): each level in
// turn, a reminder, the next level where nobody answers. Nil where nothing is waited for (S3-62, S1B-54).
func (t *turn) approvalDuties(m *Meeting, p *Policy) []duty {
	a := m.Application
	if a == nil && p.Application.Required && m.Adopted == nil {
		return []duty{{at: t.now, key: "0apply", still: true, reason: "application.required: the convener's own application", do: func() { t.applyForRule(m, p) }}}
	}
	if a == nil || a.State != Applying {
		return t.toldDuties(m, p) // before anybody is invited
	}
	out := []duty{{at: m.Start, key: "expired", reason: "the meeting would begin, and nobody has approved it", do: func() { t.expire(m) }}}
	out = append(out, t.toldDuties(m, p)...)
	s := a.open()
	if s == nil {
		if late := t.lastSilent(a); late != nil {
			return append(out, t.silentDuties(m, p, late)...)
		}
		return append(out, duty{at: t.now, key: "1level", still: true, reason: "application.approvers: the next level", do: func() { t.askLevel(m, p) }})
	}
	return append(out, t.levelDuties(m, p, s)...)
}

// levelDuties ask one approver, remind of it half way, and go on to the next level when the time is over.
func (t *turn) levelDuties(m *Meeting, p *Policy, s *ApplicationStep) []duty {
	rev := m.levelRevision(s)
	if !t.sent(Approval, s.Person, rev) {
		return []duty{{at: t.now, until: m.Start, key: "2ask", reason: "application.approvers", do: func() { t.askApproval(m, p, s, rev) }}}
	}
	out := []duty{{at: s.Until, key: "4over", still: true, reason: "application.approvers: nobody has answered", do: func() { t.nextLevel(m, s) }}}
	if half := t.halfway(m, s.Asked, s.Until); half.After(s.Asked) && !t.sent(Approval, s.Person, rev+"-again") {
		out = append(out, duty{at: half, until: m.Start, key: "3remind", reason: "the application is not decided yet", do: func() { t.askApproval(m, p, s, rev+"-again") }})
	}
	return out
}

// halfway is a time to remind of what is wanted until then: half the time is over, and it is no day off.
func (t *turn) halfway(m *Meeting, asked, until time.Time) time.Time {
	half := asked.Add(until.Sub(asked) / 2).In(t.Calendar.Zone(m.Zone))
	if d := DateOf(half); !t.Calendar.Workday(d) {
		return evening(AddWorkdays(t.Calendar, d, -1), half.Location()).Add(-2 * hour)
	}
	return half
}

// levelRevision tells what an approver was shown of a meeting from what it has become since.
func (m *Meeting) levelRevision(s *ApplicationStep) string {
	return fmt.Sprintf("apply-%d-%s-%s-%s", s.Level, stamp(s.Asked), stamp(m.Start), m.Place.In(Hans))
}

// silentDuties: when the last level is silent too the proposer is told, and the last one is asked again each window.
func (t *turn) silentDuties(m *Meeting, p *Policy, s *ApplicationStep) []duty {
	a := m.Application
	_, at, rev := t.round(Approval, s.Person, "apply-late-"+stamp(s.Asked), t.window(m, p, s.Until), func(int) Span { return p.window() }, m.Zone)
	out := []duty{{at: at, until: m.Start, key: "5again", reason: "the application is still not decided", do: func() { t.askApproval(m, p, s, rev) }}}
	if !t.sent(ApplicationForm, a.By, "silent") {
		out = append(out, duty{at: t.now, until: m.Start, key: "5silent", reason: "the proposer learns that nobody has decided", do: func() {
			t.send(t.applicationLetter(m, p, "silent", "nobody has decided on the application in time"), a.By, "silent")
		}})
	}
	return out
}

// lastSilent is the step of the last level, where it and all before were silent; nil where another can still be asked.
func (t *turn) lastSilent(a *Application) *ApplicationStep {
	for n := range slices.Backward(a.Steps) {
		if s := &a.Steps[n]; s.Last {
			return s
		}
	}
	return nil
}

// applyForRule lays a meeting that a rule calls before the approvers, in the name of its convener.
func (t *turn) applyForRule(m *Meeting, p *Policy) {
	t.fill(m, p)
	m.Application = &Application{By: m.Convener, At: t.now, Policy: p.ID, State: Applying, Told: string(Applying)}
	t.note("applied", m.Convener, "", string(m.ID))
}

// window is until when an approver has time: as long as a review may take, but no longer than to the notice, or where that is
// near or past half of the time that is left.
func (t *turn) window(m *Meeting, p *Policy, asked time.Time) time.Time {
	zone := t.Calendar.Zone(m.Zone)
	until := p.window().After(t.Calendar, asked.In(zone))
	latest := maxTime(p.Notice.Lead.Before(t.Calendar, t.begin(m)), asked.Add(m.Start.Sub(asked)/2))
	if latest.Before(until) {
		until = latest
	}
	return until.UTC()
}

// askLevel goes to the next level that can decide: not the proposer, and somebody who is still here. Above the last of the
// policy is the proposer's own superior, where nobody below could be asked. Where there is nobody at all, that is recorded
// as such and the meeting is called (G-18).
func (t *turn) askLevel(m *Meeting, p *Policy) {
	a := m.Application
	for level := a.nextLevel(); level < len(p.Application.Approvers); level++ {
		who := t.levelOf(a, p.Application.Approvers[level])
		switch {
		case who == "":
			a.Steps = append(a.Steps, ApplicationStep{Level: level, State: "vacant", At: t.now})
		case who == a.By:
			a.Steps = append(a.Steps, ApplicationStep{Level: level, Person: who, State: "own", At: t.now})
		case slices.ContainsFunc(a.Steps, func(s ApplicationStep) bool { return s.Person == who }):
			a.Steps = append(a.Steps, ApplicationStep{Level: level, Person: who, State: "same", At: t.now})
		default:
			t.openStep(m, p, level, who)
			return
		}
	}
	if up := t.Directory.superior(a.By); a.acted("approved", "referred", "silent") == 0 && up != "" {
		t.openStep(m, p, len(p.Application.Approvers), up)
		return
	}
	t.noHigher(m, p)
}

// noHigher settles an application that has come past its last level.
func (t *turn) noHigher(m *Meeting, p *Policy) {
	a := m.Application
	switch n := len(a.Steps) - 1; {
	case a.acted("approved") > 0:
		t.note("no-higher-level", a.By, "", string(m.ID))
		t.grantApplication(m, p)
	case a.acted("silent", "referred") > 0:
		for a.Steps[n].State != "silent" && a.Steps[n].State != "referred" {
			n--
		}
		a.Steps[n].State, a.Steps[n].Last = "silent", true
	default:
		t.note("nobody-decides", a.By, "", string(m.ID))
		t.find(m, "G-18", "nobody-decides", a.By, "")
		t.grantApplication(m, p)
	}
}

func (t *turn) openStep(m *Meeting, p *Policy, level int, who PersonID) {
	m.Application.Steps = append(m.Application.Steps, ApplicationStep{Level: level, Person: who, State: "asked", Asked: t.now, Until: t.window(m, p, t.now)})
	t.note("application-asked", who, "", fmt.Sprint("level ", level+1))
}

// nextLevel is the level behind those that were come to.
func (a *Application) nextLevel() int {
	next := 0
	for _, s := range a.Steps {
		next = max(next, s.Level+1)
	}
	return next
}

// levelOf is whom a level names. Of several the nearest above the proposer is meant, else the first who is not the proposer.
func (t *turn) levelOf(a *Application, r Ref) PersonID {
	ids := t.Directory.Resolve(r)
	for _, up := range t.Directory.above(a.By) {
		if slices.Contains(ids, up) {
			return up
		}
	}
	if n := slices.IndexFunc(ids, func(id PersonID) bool { return id != a.By }); n >= 0 {
		return ids[n]
	}
	if len(ids) > 0 {
		return a.By
	}
	return ""
}

// nextLevel goes on to the next level, since nobody answered. Whoever was asked may still decide.
func (t *turn) nextLevel(m *Meeting, s *ApplicationStep) {
	s.State = "silent"
	t.note("application-silent", s.Person, "", string(m.ID))
	t.find(m, "S3-62", "approval-late", s.Person, "")
}

func (t *turn) askApproval(m *Meeting, p *Policy, s *ApplicationStep, rev string) {
	l := t.approvalLetter(m, p, s, "application.approvers: a meeting is approved before anybody is invited (S3-62, S1B-54)")
	if t.lastSent(Approval, s.Person).After(s.Asked.Add(-time.Second)) {
		l.Reason, l.Applied.Notes = "application.approvers: the application is not decided yet", append([]string{"waiting"}, l.Applied.Notes...)
	}
	t.send(l, s.Person, rev)
}

// approvalLetter puts an application before one approver.
func (t *turn) approvalLetter(m *Meeting, p *Policy, s *ApplicationStep, reason string) Letter {
	by := t.party(m.Application.By)
	l := Letter{Kind: Approval, Ref: "apply", Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, s.Person), By: &by, Applied: t.proposalView(m, p)}
	l.Meeting.Method, l.Files = "", m.Application.Files
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}, {Verb: "refer"}}
	if l.Deadline = s.Until; s.Until.Before(t.now.Add(time.Minute)) {
		l.Deadline = m.Start
	}
	return l
}

// expire gives up a meeting that nobody has approved by its start.
func (t *turn) expire(m *Meeting) {
	a := m.Application
	a.State, a.Decided = Expired, t.now
	t.note("application", a.By, string(Applying), string(Expired))
	t.cancel(m, "not-approved")
}

// toldDuties tell the proposer what has become of the application: that it was taken, and how it was decided (S3-64).
func (t *turn) toldDuties(m *Meeting, p *Policy) []duty {
	a := m.Application
	if a == nil || a.Told == string(a.State) || a.State == Granted && m.Application.Topic == "" {
		return nil
	}
	if a.State == Granted && !t.now.Before(m.Start) {
		return nil // it is too late to call it
	}
	until := time.Time{}
	if m.Stage == Planned {
		until = m.Start
	}
	return []duty{{at: t.now, until: until, key: "2told", reason: "the proposer learns what has become of the application", do: func() { t.tellInitiator(m, p) }}}
}
