package secretary

import (
	"fmt"
	"slices"
	"time"
)

// notice sends the invitations and, with them, asks for materials (S0-12, S0-13).
func (t *turn) notice(m *Meeting, p *Policy, due time.Time) {
	m.Policy = t.Current[p.ID]
	t.fill(m, p)
	m.NoticedAt = t.now
	t.stage(m, Noticed)
	if t.now.Sub(due) > time.Hour && !p.Notice.Exempt {
		t.find(m, "S0-12", "late-notice", m.Convener, fmt.Sprintf("due %s", due.UTC().Format(time.RFC3339)))
	}
	if m.Recorder == "" {
		t.find(m, "S0-10", "no-recorder", m.Convener, "")
	}
	for _, s := range m.Seats {
		t.invite(m, s.Person, leadReason(p))
	}
	for i := range m.Materials {
		t.callMaterials(m, p, &m.Materials[i], MaterialsCall, "0", "materials.required (S0-13)")
	}
}

// invite sends one participant the invitation.
func (t *turn) invite(m *Meeting, to PersonID, reason string) {
	l := t.meetingLetter(m, Invitation, to, reason)
	l.Deadline = m.Start
	t.send(l, to, fmt.Sprint("r", m.Revision))
}

// meetingLetter is a letter with the iTIP REQUEST, the agenda and the answers an invitation allows.
func (t *turn) meetingLetter(m *Meeting, k LetterKind, to PersonID, reason string) Letter {
	v := t.meetingView(m, to)
	v.Method = "REQUEST"
	l := Letter{Kind: k, Reason: reason, Zone: m.Zone, Meeting: v, Choices: t.answers(m), Documents: []Document{AgendaDoc}}
	if p := t.Directory.Person(to); p != nil && !t.external(p) {
		l.Items = t.report(m)
		l.Owed = t.owed(m, to)
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

// chaseDuties: people who have not answered are reminded until they do, or the meeting starts; and the convener is
// told who is silent (S0-04).
func (t *turn) chaseDuties(m *Meeting, p *Policy) []duty {
	start := t.begin(m)
	var times, tell []time.Time
	for _, s := range p.Notice.Chase {
		times = append(times, s.After(t.Calendar, m.NoticedAt.In(start.Location())))
	}
	for _, s := range p.Notice.Reminders {
		tell = append(tell, s.Before(t.Calendar, start))
	}
	times = append(times, tell...)
	slices.SortFunc(times, time.Time.Compare)
	var out []duty
	for n, at := range times {
		if !at.After(m.NoticedAt) || !at.Before(m.Start) {
			continue
		}
		until := m.Start
		if n+1 < len(times) {
			until = times[n+1]
		}
		rev := fmt.Sprintf("s%d-%s", m.Sequence, at.UTC().Format("20060102T1504"))
		for _, id := range m.silent() {
			if s := m.seat(id); s.Undeliverable != "" || t.sent(Reminder, id, rev) {
				continue
			}
			out = append(out, duty{at: at, until: until, key: rev + string(id), reason: "notice.reminders", do: func() { t.remind(m, id, rev) }})
		}
		if m.Convener != "" && len(m.silent()) > 0 && slices.Contains(tell, at) && !t.sent(Reminder, m.Convener, "silent-"+rev) {
			out = append(out, duty{at: at, until: until, key: rev + "~silent", reason: "non-responders (S0-04)", do: func() { t.tellSilent(m, rev) }})
		}
	}
	return out
}

func (t *turn) remind(m *Meeting, id PersonID, rev string) {
	l := t.meetingLetter(m, Reminder, id, "notice.reminders: no answer yet")
	l.Meeting.Method, l.Documents, l.Items = "", nil, nil
	l.Deadline = m.Start
	t.send(l, id, rev)
}

func (t *turn) tellSilent(m *Meeting, rev string) {
	l := Letter{Kind: Reminder, Reason: "the convener sees who is silent (S0-04)", Ref: "silent", Zone: m.Zone, Meeting: t.meetingView(m, m.Convener)}
	for _, id := range m.silent() {
		l.Silent = append(l.Silent, t.party(id))
	}
	t.send(l, m.Convener, "silent-"+rev)
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
