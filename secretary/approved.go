package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// tellInitiator tells what has become of an application; with an approval goes what there is to prepare (S3-64).
func (t *turn) tellInitiator(m *Meeting, p *Policy) {
	a := m.Application
	ref, reason := "taken", "every application is echoed"
	switch {
	case a.State == Granted && p.Application.Required:
		ref, reason = "approved", "the application is approved; the meeting is prepared (S3-64)"
	case a.State == Granted:
		ref, reason = "called", "application.required: false, the meeting is called at once (G-17)"
	case a.State != Applying:
		ref, reason = string(a.State), "the proposer learns what has become of the application"
	}
	a.Told = string(a.State)
	l := t.applicationLetter(m, p, ref, reason)
	if ref == "taken" || ref == "called" {
		l.InReply, l.Subject = a.Mail, a.Subject
	}
	t.send(l, a.By, ref)
}

// applicationLetter is one to the proposer about the meeting.
func (t *turn) applicationLetter(m *Meeting, p *Policy, ref, reason string) Letter {
	a := m.Application
	l := Letter{Kind: ApplicationForm, Ref: ref, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, a.By), Applied: t.proposalView(m, p)}
	l.Meeting.Method = ""
	if s := a.last(); s != nil {
		by := t.party(s.Person)
		l.By, l.Quote = &by, s.Comment
	}
	if a.State == Applying {
		l.Choices = []Choice{{Verb: "withdraw"}}
	}
	if a.State == Granted {
		v := l.Applied
		v.NoticeAt = maxTime(t.calledAt(m, p.Notice.Lead.Before(t.Calendar, t.begin(m))), t.now).UTC()
		v.Checklist = t.preparation(m, p)
	}
	return l
}

// last is the step that was decided last, nil where none was.
func (a *Application) last() *ApplicationStep {
	for n := range slices.Backward(a.Steps) {
		if slices.Contains([]string{"approved", "rejected", "referred"}, a.Steps[n].State) {
			return &a.Steps[n]
		}
	}
	return nil
}

// preparation is what the proposer prepares once the meeting is approved, besides what the secretary does (S3-64, S3-75, S3-92).
func (t *turn) preparation(m *Meeting, p *Policy) []string {
	out := []string{"notice", "materials", "venue", "equipment"}
	if p.Mode == "online" {
		out = []string{"notice", "materials", "link"}
	}
	if m.guided(p) && m.Guide == nil {
		out = append(out, "guide")
	}
	if m.Application.important(p) {
		out = append(out, "decoration", "backup")
	}
	return out
}

// decideApplication takes an approver's answer: approved, rejected, or up to the next level; the roster may be changed beside
// it (S1B-56, S3-63).
func (t *turn) decideApplication(m *Meeting, r *Reply) {
	a, p := m.Application, t.policyAhead(m)
	if !m.pending() || m.Stage != Planned {
		t.decided(m, r)
		return
	}
	s := a.step(r.Writer)
	if s == nil {
		t.filed(m, r)
		return
	}
	if v := r.About.Applied; v != nil && !v.same(t.proposalView(m, p)) {
		t.askApproverAgain(m, p, s, r, nil, nil, "application-changed")
		return
	}
	lines, faults := t.editRoster(m, p, r)
	in, ok := r.decision()
	refer := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentRefer })
	switch {
	case len(faults) > 0, refer && ok && in.Kind == IntentReject, !ok && !refer:
		t.askApproverAgain(m, p, s, r, lines, faults, "unclear")
	case refer:
		t.referUp(m, p, s, r, lines, in)
	case in.Kind == IntentReject:
		t.closeStep(m, s, r, "rejected", in.Comment)
		t.closeOthers(m)
		a.State, a.Decided = Refused, t.now
		t.close(m, r, append(lines, EchoLine{What: "application", Status: "rejected", Reason: in.Comment}))
		t.cancel(m, "rejected")
	default:
		up := a.important(p) && a.acted("approved", "referred") == 0 // an important one goes up by a level (S3-63)
		t.closeStep(m, s, r, "approved", in.Comment)
		t.close(m, r, append(lines, EchoLine{What: "application", Status: "approved", Reason: in.Comment}))
		if up {
			t.goUp(m, p, s.Level)
			return
		}
		t.closeOthers(m)
		t.grantApplication(m, p)
	}
}

// same reports whether an approver who was shown v has seen when, where and with whom the meeting is to be held.
func (v *AppliedView) same(now *AppliedView) bool {
	people := slices.EqualFunc(v.People, now.People, func(a, b Party) bool { return a.ID == b.ID })
	return v.Start.Equal(now.Start) && v.Place == now.Place && people
}

// policyAhead is the policy that a meeting will be noticed under.
func (t *turn) policyAhead(m *Meeting) *Policy {
	p := t.policy(m)
	if now := t.Policies[t.Current[p.ID]]; now != nil && m.Stage == Planned {
		return now
	}
	return p
}

func (t *turn) closeStep(m *Meeting, s *ApplicationStep, r *Reply, state, comment string) {
	s.State, s.At, s.Comment = state, t.now, comment
	t.note("application", r.Writer, string(Applying), state)
}

// closeOthers: whoever else was asked needs to decide no more.
func (t *turn) closeOthers(m *Meeting) {
	for n := range m.Application.Steps {
		if o := &m.Application.Steps[n]; o.waits() {
			o.State = "overtaken"
		}
	}
}

// waits reports whether somebody was asked and may still decide.
func (s *ApplicationStep) waits() bool { return s.State == "asked" || s.State == "silent" }

// goUp has the level above decide. Where somebody there was asked already, since the one below was silent at first, they are
// waited for, and asked anew where they have been silent as well.
func (t *turn) goUp(m *Meeting, p *Policy, from int) {
	for n := range m.Application.Steps {
		s := &m.Application.Steps[n]
		switch {
		case !s.waits():
		case s.Level <= from:
			s.State = "overtaken"
		case s.State == "asked":
			return
		default:
			s.State, s.Last, s.Asked, s.Until = "asked", false, t.now, t.window(m, p, t.now)
			return
		}
	}
	t.askLevel(m, p)
}

// referUp hands the decision to the next level. Where there is none, that is said and the decision asked for again.
func (t *turn) referUp(m *Meeting, p *Policy, s *ApplicationStep, r *Reply, lines []EchoLine, in Intent) {
	a := m.Application
	next := slices.IndexFunc(p.Application.Approvers, func(ref Ref) bool {
		level := slices.Index(p.Application.Approvers, ref)
		who := t.levelOf(a, ref)
		return level > s.Level && who != "" && who != a.By && who != s.Person
	})
	if next < 0 {
		t.settle(r, AskedBack, "no-higher-level")
		l := t.approvalLetter(m, p, s, "asked back: there is no higher level")
		l.Problems, l.Echoes, l.Choices = []Problem{{Code: "no-higher-level"}}, lines, []Choice{{Verb: "approve"}, {Verb: "reject"}}
		t.answer(l, r)
		return
	}
	t.closeStep(m, s, r, "referred", cmp.Or(in.Comment, refersWhy(r)))
	t.close(m, r, append(lines, EchoLine{What: "application", Status: "referred", Text: t.party(t.levelOf(a, p.Application.Approvers[next])).Name}))
	t.goUp(m, p, s.Level)
}

// refersWhy is what an approver wrote beside handing the decision up.
func refersWhy(r *Reply) string {
	for _, i := range r.Intents {
		if i.Kind == IntentRefer {
			return i.Comment
		}
	}
	return ""
}

// askApproverAgain shows the application as it stands now, with what could not be read.
func (t *turn) askApproverAgain(m *Meeting, p *Policy, s *ApplicationStep, r *Reply, lines []EchoLine, faults []OrderView, why string) {
	if len(lines) > 0 && len(faults) == 0 {
		why = "roster-changed"
	}
	t.settle(r, AskedBack, why)
	l := t.approvalLetter(m, p, s, "asked back: "+why)
	l.Problems, l.Orders, l.Echoes = []Problem{{Code: why}}, faults, lines
	t.answer(l, r)
}

// grantApplication has the meeting called: in the name of whom the policy says, once the forms for people of other
// departments are out.
func (t *turn) grantApplication(m *Meeting, p *Policy) {
	a := m.Application
	a.State, a.Decided = Granted, t.now
	t.note("application", a.By, string(Applying), string(Granted))
	t.pokeContinued(m)
	t.fill(m, p)
	t.openLiaisons(m, p)
	t.fill(m, p)
}

// editRoster changes the list of those to be invited as the approver says (S1B-56). Either all of it can be done, or nothing is.
func (t *turn) editRoster(m *Meeting, p *Policy, r *Reply) (lines []EchoLine, faults []OrderView) {
	a := m.Application
	draft := *a
	var changes [][2][]PersonID // whom to add, whom to take off
	for _, in := range r.Intents {
		if in.Kind != IntentRoster || in.Roster == nil {
			continue
		}
		add, bad := t.peopleNamed(&draft, in.Roster.Add)
		remove, worse := t.peopleNamed(&draft, in.Roster.Remove)
		faults = slices.Concat(faults, bad, worse, t.needed(m, remove))
		if in.Roster.Only {
			remove = slices.DeleteFunc(slices.Clone(m.Guests), func(id PersonID) bool { return slices.Contains(add, id) || m.conducts(id) })
		}
		changes = append(changes, [2][]PersonID{add, remove})
	}
	if len(faults) > 0 {
		return nil, faults
	}
	for _, c := range changes {
		lines = append(lines, t.changeRoster(m, r.Writer, c[0], c[1])...)
	}
	if len(lines) > 0 {
		m.Visitors = draft.Visitors
		t.fill(m, p)
	}
	return lines, faults
}

// needed finds those who cannot be taken off the list: the meeting is not held without them.
func (t *turn) needed(m *Meeting, remove []PersonID) (faults []OrderView) {
	for _, id := range remove {
		if m.conducts(id) {
			faults = append(faults, OrderView{State: "unread", Line: t.party(id).Name, Name: t.party(id).Name, Problem: "conducts"})
		}
	}
	return faults
}

func (t *turn) peopleNamed(a *Application, list []string) (ids []PersonID, faults []OrderView) {
	for _, name := range list {
		found, unread := t.invitee(a, name)
		if unread != nil {
			faults = append(faults, *unread)
			continue
		}
		ids = append(ids, found...)
	}
	return ids, faults
}

func (t *turn) changeRoster(m *Meeting, by PersonID, add, remove []PersonID) []EchoLine {
	var in, out []string
	for _, id := range add {
		if m.seat(id) == nil || slices.Contains(m.Without, id) {
			t.setGuest(m, &InviteOrder{Person: id})
			in = append(in, t.party(id).Name)
		}
	}
	for _, id := range remove {
		if m.seat(id) != nil {
			t.setGuest(m, &InviteOrder{Person: id, Off: true})
			out = append(out, t.party(id).Name)
		}
	}
	var lines []EchoLine
	for _, l := range []EchoLine{{What: "roster", Status: "added", Text: strings.Join(in, "、")}, {What: "roster", Status: "removed", Text: strings.Join(out, "、")}} {
		if l.Text != "" {
			t.note("roster-"+l.Status, by, "", l.Text)
			lines = append(lines, l)
		}
	}
	return lines
}

// calledAt is when a meeting that was applied for is called: at once, or where something is still waited for by the last time
// that the policy admits.
func (t *turn) calledAt(m *Meeting, last time.Time) time.Time {
	if m.Application.Topic == "" {
		return last // a rule calls it
	}
	if p := t.policyAhead(m); m.guided(p) && m.Guide == nil || m.unansweredLiaison() {
		return maxTime(last, m.Application.Decided)
	}
	return m.Application.Decided
}

// withdrawApplication gives up a meeting that was applied for and that nobody has been invited to yet.
func (t *turn) withdrawApplication(m *Meeting, r *Reply) {
	a := m.Application
	withdraws := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentReject })
	switch {
	case r.Writer != a.By || !withdraws:
		t.filed(m, r)
	case m.Stage != Planned || !m.pending():
		t.decided(m, r)
	default:
		t.close(m, r, []EchoLine{{What: "application", Status: string(Withdrawn)}})
		t.cancel(m, "withdrawn")
	}
}

// dropApplied gives up the application of a meeting that is called off before anybody has decided. Who was asked to decide is told,
// and the proposer, where somebody else has called it off.
func (t *turn) dropApplied(m *Meeting, why string) {
	if !m.pending() {
		return
	}
	dropped := *m.Application // what is only tried, to see whom it would reach, leaves the application as it is
	a := &dropped
	m.Application = a
	a.State, a.Told, a.Decided = Withdrawn, string(Withdrawn), t.now
	t.note("application", a.By, string(Applying), string(Withdrawn))
	tell := []PersonID{a.By}
	if why == "withdrawn" || a.Topic == "" || m.calledOffBy(a.By) {
		tell = nil
	}
	for _, s := range a.Steps {
		if s.State == "asked" || s.State == "silent" {
			tell = append(tell, s.Person)
		}
	}
	for _, id := range tell {
		by := t.party(a.By)
		t.send(Letter{Kind: Echo, Of: Approval, Ref: "told", Reason: "the application is withdrawn", Zone: m.Zone, By: &by, Meeting: t.meetingView(m, id),
			Echoes: []EchoLine{{What: "application", Status: string(Withdrawn)}}}, id, "withdrawn")
	}
}

// calledOffBy reports whether the person has ordered that the meeting is not held.
func (m *Meeting) calledOffBy(id PersonID) bool {
	return slices.ContainsFunc(m.Ordered, func(o Ordered) bool {
		return o.By == id && slices.ContainsFunc(o.Orders, func(x Order) bool { return x.Cancel != nil })
	})
}
