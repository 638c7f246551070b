package secretary

import (
	"fmt"
	"time"
)

// notice sends the invitations and, with them, asks for materials (S0-12, S0-13).
func (t *turn) notice(m *Meeting, p *Policy, due time.Time) {
	m.Policy = t.Current[p.ID]
	t.fill(m, p)
	m.NoticedAt = t.now
	t.told(m)
	t.stage(m, Noticed)
	if t.now.Sub(due) > time.Hour && !p.Notice.Exempt {
		t.find(m, "S0-12", "late-notice", m.Convener, fmt.Sprintf("due %s", due.UTC().Format(time.RFC3339)))
	}
	if m.guided(p) && m.Guide == nil && m.Adopted == nil {
		t.find(m, "S1B-06", "no-guide", m.guideFrom(), "")
	}
	if m.Recorder == "" {
		t.find(m, "S0-10", "no-recorder", m.Convener, "")
	}
	t.checkOrganizers(m, p)
	if longest := p.Duration.Max; longest.IsSet() && m.End.Sub(m.Start) > longest.Duration() {
		t.find(m, "S1E-04", "too-long", m.Convener, longest.String())
	}
	_, reason := t.noticeTime(m, p)
	for _, s := range m.Seats {
		if m.Run == "" || !s.Removed && !s.away() { // who will not come has said so to the series' invitation
			t.invite(m, s.Person, reason)
		}
	}
	for i := range m.Materials {
		if owed := &m.Materials[i]; owed.missing() || !owed.answeredAtAll() {
			t.callMaterials(m, p, owed, MaterialsCall, m.callNo(), "materials.required (S0-13)")
		}
	}
}

// invite sends one participant the invitation.
func (t *turn) invite(m *Meeting, to PersonID, reason string) {
	if m.Adopted != nil {
		t.announce(m, to, reason)
		return
	}
	l := t.meetingLetter(m, Invitation, to, reason)
	l.Deadline = t.replyBy(m)
	t.withLessons(&l, m, t.policy(m), to)
	if s := m.seat(to); s != nil {
		s.Invited = t.now
	}
	if who := t.Directory.Person(to); who.Email == "" {
		t.find(m, "S0-52", "no-address", to, "")
	}
	t.send(l, to, m.revision())
}

// replyBy is until when an answer is wanted: the evening before the reminder that the convener's list of the silent comes
// with, or the start where there is no time for that.
func (t *turn) replyBy(m *Meeting) time.Time {
	eve := evening(AddWorkdays(t.Calendar, DateOf(t.begin(m)), -2), t.begin(m).Location())
	if eve.Sub(t.now) < day {
		return m.Start
	}
	return eve.UTC()
}

// wantedIn sets until when an answer to l is wanted: a span from now, and where it is counted in days, by that day's evening.
func (t *turn) wantedIn(l *Letter, s Span, zone string) {
	at := s.After(t.Calendar, t.now.In(t.Calendar.Zone(zone)))
	if s.Unit != Minutes && s.Unit != Hours {
		at = evening(DateOf(at), at.Location())
	}
	l.Deadline = at.UTC()
}

// evening is the end of the working day, when answers that are wanted on a day are.
func evening(d Date, zone *time.Location) time.Time { return d.At(Clock{Hour: 18, Set: true}, zone) }

// meetingLetter is a letter with the iTIP REQUEST, the agenda and the answers an invitation allows.
func (t *turn) meetingLetter(m *Meeting, k LetterKind, to PersonID, reason string) Letter {
	v := t.meetingView(m, to)
	l := Letter{Kind: k, Reason: reason, Zone: m.Zone, Meeting: v, Documents: []Document{AgendaDoc}}
	if m.Adopted == nil {
		v.Method, l.Choices = "REQUEST", t.answers(m)
	}
	if v.Series != nil || m.Run != "" && m.Stage == Planned {
		l.Documents = nil    // each meeting's agenda comes with its own notice
		if k != Invitation { // the reader's seats may be on their way
			l.withoutDates()
		}
		return l
	}
	t.withGuide(&l, m, to)
	if p := t.Directory.Person(to); p != nil && !t.external(p) {
		l.Items = t.report(m)
		l.Owed = t.owed(m, to)
		if k == Invitation {
			t.withLast(&l, m, to)
		}
	}
	return l
}

// answers are the buttons of an invitation; a delegate only where the policy allows one.
func (t *turn) answers(m *Meeting) []Choice {
	out := []Choice{{Verb: "accept"}, {Verb: "decline"}, {Verb: "tentative"}}
	if p := t.policy(m); p == nil || p.Leave.Delegate != "none" {
		out = append(out, Choice{Verb: "delegate"})
	}
	return out
}

// find writes a line of the compliance report, once.
func (t *turn) find(m *Meeting, clause, what string, who PersonID, detail string) {
	for _, f := range m.Findings {
		if f.Clause == clause && f.What == what && f.Who == who {
			return
		}
	}
	m.Findings = append(m.Findings, Finding{Clause: clause, What: what, Who: who, At: t.now, Detail: detail})
	t.note("finding", who, "", clause+" "+what)
}
