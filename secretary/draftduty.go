package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// draftDuties: the minutes are asked for at the meeting's end, and again by the policy's reminders until they are
// complete. After the deadline, or once the reminders are used up, it lies with the convener, who is told each week, and
// with the supervisor (S1G-13, F5).
func (t *turn) draftDuties(m *Meeting, p *Policy) []duty {
	who := t.scribe(m)
	c := t.calls(m, who)
	if c.last.IsZero() {
		return []duty{{at: m.End, key: "0", reason: "minutes-call at the end", do: func() {
			t.callMinutes(m, p, who, "0", "the meeting has ended: the minutes are called for (S0-23)", m.version())
		}}}
	}
	if o := t.newObjection(m, who, c.last); o != nil {
		return []duty{t.objectionDuty(m, p, who, o)}
	}
	var out []duty
	at, reason := t.draftReminder(m, p, c)
	if !at.IsZero() {
		out = append(out, duty{at: at, key: "1", reason: "minutes.reminders", do: func() { t.remindScribe(m, p, who, at, reason) }})
	}
	if m.Stage == Held && p.Minutes.Deadline.IsSet() {
		return append(out, t.lateDuty(m, p, who, t.lateFrom(m, p)))
	}
	if at.IsZero() {
		return append(out, t.lateDuty(m, p, who, p.window().After(t.Calendar, c.last.In(t.Calendar.Zone(m.Zone)))))
	}
	return out
}

// gather is how long an objection waits for others: departments look at the minutes at one time, and the recorder gets
// one mail for all of them.
const gather = hour

// newObjection is the first objection that stands and came since the recorder was last asked, and that no letter went out
// for at that very moment; nil where there is none.
func (t *turn) newObjection(m *Meeting, who PersonID, asked time.Time) *Objection {
	for i := range m.Objections {
		if o := &m.Objections[i]; o.open() && !o.At.Before(asked) && !t.sent(MinutesCall, who, "objection-"+o.MessageID) {
			return o
		}
	}
	return nil
}

// objectionDuty puts every objection that stands before the recorder, a while after the first of them came, or as soon as
// nobody is left who might object.
func (t *turn) objectionDuty(m *Meeting, p *Policy, who PersonID, first *Objection) duty {
	at, rev := first.At.Add(gather), "objection-"+first.MessageID
	if !slices.ContainsFunc(m.Confirms, func(c Confirm) bool { return c.Version == first.Version && c.State == "" }) {
		at = first.At
	}
	return duty{at: at, key: "objection", reason: "objections go to the recorder (S0-24)", do: func() {
		t.callMinutes(m, p, who, rev, "an objection goes to the recorder (S0-24, S2-56)", m.version())
	}}
}

// calls is how the minutes were asked for so far: when last, and how many reminders since they were first asked for, or
// last came back.
type calls struct {
	last      time.Time
	reminders int
	back      bool // they came back
}

// repeated begins the revision of a reminder.
const repeated = "again-"

func (t *turn) calls(m *Meeting, who PersonID) calls {
	var c calls
	var fresh time.Time
	prefix := t.letterKey(MinutesCall, who, "")
	for key, at := range *t.book().sent {
		if rev, ok := strings.CutPrefix(key, prefix); ok && !strings.HasPrefix(rev, repeated) {
			fresh, c.back = maxTime(fresh, at), c.back || rev != "0"
		}
	}
	if v := m.version(); v != nil && !fresh.IsZero() {
		fresh, c.back = maxTime(fresh, v.At), true
	}
	c.last = fresh
	for key, at := range *t.book().sent {
		if strings.HasPrefix(key, prefix+repeated) && at.After(fresh) {
			c.reminders, c.last = c.reminders+1, maxTime(c.last, at)
		}
	}
	return c
}

// draftReminder is the next of the policy's reminders after the end, or one more window after a draft came back, as many
// times as there are reminders. Zero where they are used up.
func (t *turn) draftReminder(m *Meeting, p *Policy, c calls) (time.Time, string) {
	if c.back {
		if c.reminders >= len(p.Minutes.Reminders) {
			return time.Time{}, ""
		}
		next := p.window().After(t.Calendar, c.last.In(t.Calendar.Zone(m.Zone)))
		return next, "the minutes are still not complete"
	}
	var next time.Time
	reason := ""
	for _, s := range p.Minutes.Reminders {
		if at := s.After(t.Calendar, t.over(m)); at.After(c.last) && (next.IsZero() || at.Before(next)) {
			next, reason = at, fmt.Sprintf("minutes.reminders: %s after the end, no complete draft", s)
		}
	}
	return next, reason
}

func (t *turn) remindScribe(m *Meeting, p *Policy, who PersonID, at time.Time, reason string) {
	l := t.minutesCall(m, p, who, reason, m.version())
	l.Ref = "again"
	t.send(l, who, repeated+stamp(at))
}

// lateFrom is when the convener learns that there is no complete draft: at the deadline, or a window after what was
// returned.
func (t *turn) lateFrom(m *Meeting, p *Policy) time.Time {
	at := p.Minutes.Deadline.After(t.Calendar, t.over(m))
	if v := m.version(); v != nil {
		at = maxTime(at, p.window().After(t.Calendar, v.At.In(t.Calendar.Zone(m.Zone))))
	}
	return at
}

// lateDuty tells the convener that the minutes are wanting, and then weekly, so that what is open stays in sight; the
// supervisor is told once, the second time.
func (t *turn) lateDuty(m *Meeting, p *Policy, who PersonID, from time.Time) duty {
	ref, question := "minutes", "late"
	if m.Stage == Objected {
		ref, question = "objection", fmt.Sprint("objection-v", m.version().No)
	}
	to := t.chair(m)
	n, at, rev := t.round(Escalation, to, question, from, func(int) Span { return Span{1, Weeks} }, m.Zone)
	return duty{at: at, key: "2", reason: "minutes.deadline", do: func() {
		t.minutesLate(m, p, to, who, ref, rev)
		if up := t.aboveScribe(m, to, who); n == 1 && up != "" {
			t.minutesLate(m, p, up, who, ref, rev)
		}
	}}
}

// aboveScribe is who supervises besides the convener, "" where that is nobody else.
func (t *turn) aboveScribe(m *Meeting, convener, who PersonID) PersonID {
	for _, id := range []PersonID{m.Supervisor, t.Directory.superior(m.Supervisor), t.Directory.superior(who)} {
		if id != convener && id != who && t.Directory.active(id) {
			return id
		}
	}
	return ""
}

func (t *turn) minutesLate(m *Meeting, p *Policy, to, who PersonID, ref, rev string) {
	reason := "minutes.reminders are used up, and an objection still lies with the recorder"
	if ref == "minutes" {
		reason = "minutes.deadline has passed without a complete draft"
		t.find(m, "minutes.deadline", "minutes-late", who, "")
	}
	by := t.party(who)
	l := Letter{Kind: Escalation, Ref: ref, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by}
	t.wantedIn(&l, p.window(), m.Zone)
	t.send(l, to, rev)
}

// clockDuties notes minutes that are late at a later step, where the policy's clock stops there (G-07).
func (t *turn) clockDuties(m *Meeting, p *Policy) []duty {
	stops := []string{"publish", "up"}
	if m.Stage == Reviewing {
		stops = append(stops, "review", "confirm_sent")
	}
	if !p.Minutes.Deadline.IsSet() || !slices.Contains(stops, p.Minutes.DeadlineEvent) || m.found("minutes-late") || m.corrected() {
		return nil
	}
	at := p.Minutes.Deadline.After(t.Calendar, t.over(m))
	return []duty{{at: at, key: "late", still: true, reason: "minutes.deadline_event: " + p.Minutes.DeadlineEvent, do: func() {
		t.find(m, "minutes.deadline", "minutes-late", "", string(m.Stage))
	}}}
}

// found reports whether the meeting has a finding of this kind.
func (m *Meeting) found(what string) bool {
	return slices.ContainsFunc(m.Findings, func(f Finding) bool { return f.What == what })
}
