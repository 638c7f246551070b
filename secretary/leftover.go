package secretary

import (
	"fmt"
	"slices"
	"time"
)

// What a meeting leaves open comes before the next one as a motion: topics that were not reached or not decided (S2-03),
// what was proposed too late, and what the minutes of another type put before this one (S1D-19, S1B-36). It is derived from
// the minutes of those meetings, and taken over once.

// OpenTopic is an agenda item of which minutes say that it is not done with.
type OpenTopic struct {
	No    string `json:"no"` // of the agenda
	State string `json:"state"`
}

// The states of an open topic.
const (
	NotReached = "not_reached"
	Undecided  = "undecided"
	RaisedUp   = "raised" // put before the meetings of agenda.feeds
)

// firstLetter is when the first letter about a meeting is due by the policy: the call for topics, or the notice.
func (p *Policy) firstLetter(c Calendar, start time.Time) time.Time {
	notice := p.Notice.Lead.Before(c, start)
	if !p.Agenda.Call {
		return notice
	}
	return p.Agenda.CallBefore.Before(c, notice)
}

// takeOverDuties bring what other meetings have left for this one.
func (t *turn) takeOverDuties(m *Meeting, p *Policy) []duty {
	var fresh []Motion
	for _, o := range append(t.leftFor(m), t.raisedFor(m, p)...) {
		switch on := m.onAgenda(o.Title); {
		case m.motion(o.ID) != nil, on && o.Kind != Raised: // what is on every agenda comes up by itself, marked (see left)
			continue
		case on:
			o.Title = fmt.Sprintf("%s（%s）", o.Title, o.FromTitle.In(t.lang(&Person{})))
		}
		fresh = append(fresh, o)
	}
	if len(fresh) == 0 {
		return nil
	}
	return []duty{{at: t.now, until: m.Start, key: "0motions", still: true, reason: "topics that other meetings have left open (S2-03, S1D-19)", do: func() {
		for _, o := range fresh {
			o.At = t.now
			m.Motions = append(m.Motions, o)
			t.note("topic-left", o.By, "", o.ID+" "+o.Title)
		}
	}}}
}

// leftFor lists what the meeting before has left open.
func (t *turn) leftFor(m *Meeting) []Motion {
	prev := t.Meetings[m.Previous]
	if prev == nil || prev.toCome() {
		return nil
	}
	var out []Motion
	for _, o := range prev.openMotions() {
		out = append(out, *o)
	}
	return append(out, t.openTopics(prev, LeftOver, NotReached, Undecided)...)
}

// openTopics lists the agenda items that the minutes of a meeting name in one of these states, once a complete draft is in.
func (t *turn) openTopics(m *Meeting, kind MotionKind, states ...string) []Motion {
	v := m.standing()
	if v == nil || v.State == Returned || v.State == Rejected {
		return nil
	}
	var out []Motion
	for _, left := range v.Draft.Open {
		i := slices.IndexFunc(m.Agenda, func(a AgendaItem) bool { return a.No == left.No })
		if i < 0 || !slices.Contains(states, left.State) {
			continue
		}
		a := m.Agenda[i]
		out = append(out, Motion{
			ID: fmt.Sprintf("%s/%s", m.ID, a.No), Kind: kind, Title: a.Title.In(t.lang(&Person{})), Minutes: a.Minutes, Purpose: a.Purpose, Internal: a.Internal,
			Presenters: t.whoAll(m, a.Presenters), From: m.ID, FromTitle: m.Title, FromDay: DateOf(t.begin(m)),
		})
	}
	return out
}

// raisedFor lists what the minutes of other types have put before the meetings of p since the one before m was held.
func (t *turn) raisedFor(m *Meeting, p *Policy) []Motion {
	if !t.fed(p.ID) || t.Whole == nil {
		return nil
	}
	since := m.Start.AddDate(0, 0, -60)
	if prev := t.Meetings[m.Previous]; prev != nil {
		since = prev.Start
	}
	var out []Motion
	for _, from := range t.around60() {
		q := t.Policies[from.Policy]
		if q == nil || !slices.Contains(q.Agenda.Feeds, p.ID) || from.standing() == nil || !from.standing().At.After(since) || since.After(t.now) {
			continue
		}
		out = append(out, t.openTopics(from, Raised, RaisedUp)...)
	}
	return out
}

// fed reports whether some type of meeting in force puts topics before those of the policy.
func (t *turn) fed(policy string) bool {
	for _, key := range t.Current {
		if q := t.Policies[key]; q != nil && slices.Contains(q.Agenda.Feeds, policy) {
			return true
		}
	}
	return false
}

// around60 are the office's meetings of the last sixty days, by start; they are looked up once for an event.
func (t *turn) around60() []*Meeting {
	if t.lately != nil {
		return *t.lately
	}
	all := []*Meeting{}
	if d := t.Whole(t.now.Truncate(day).AddDate(0, 0, -60), t.now.Truncate(day).AddDate(0, 0, 1)); d != nil {
		for _, id := range sortedKeys(d.Meetings) {
			all = append(all, d.Meetings[id])
		}
	}
	slices.SortFunc(all, byStart)
	t.lately = &all
	return all
}

// passOnOpen has the meetings look that take over what this one leaves open.
func (t *turn) passOnOpen(m *Meeting) {
	p := t.policy(m)
	if p == nil {
		return
	}
	for _, id := range append([]string{p.ID}, p.Agenda.Feeds...) {
		if next := t.upcoming(id, m.ID); next != nil {
			t.poke(MeetingCase(next.ID))
		}
	}
}

// opens names the topics that a version of the minutes leaves open, for print.
func (t *turn) opens(m *Meeting, v *Version) []OpenView {
	var out []OpenView
	for _, left := range v.Draft.Open {
		i := slices.IndexFunc(m.Agenda, func(a AgendaItem) bool { return a.No == left.No })
		if i >= 0 {
			out = append(out, OpenView{left.No, m.Agenda[i].Title, left.State})
		}
	}
	return out
}

// OpenView is a topic that minutes leave open, as they print it.
type OpenView struct {
	No    string `json:"no"`
	Title Text   `json:"title"`
	State string `json:"state"`
}

// reportTopics puts what the minutes raise before the superior of whoever led the meeting, where the policy names no meeting
// in force that it goes to (S1B-23).
func (t *turn) reportTopics(m *Meeting, p *Policy) {
	host := t.agendaKeeper(m)
	raised := t.openTopics(m, Raised, RaisedUp)
	to := t.Directory.superior(host)
	feeds := slices.ContainsFunc(p.Agenda.Feeds, func(id string) bool {
		next := t.Policies[t.Current[id]]
		return next != nil && !next.Disabled
	})
	if len(raised) == 0 || feeds || to == "" || to == host {
		return
	}
	by := t.party(host)
	l := Letter{Kind: Escalation, Ref: "topics", Reason: "minutes raise topics to the superior (S1B-23)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by}
	for n := range raised {
		l.Motions = append(l.Motions, t.motionView(&raised[n], ""))
	}
	t.wantedIn(&l, p.window(), m.Zone)
	t.send(l, to, "topics")
}

// left is what the minutes of the meeting before say of an agenda item of the same title, "" where nothing is open.
func (t *turn) left(m *Meeting, a AgendaItem) string {
	prev := t.Meetings[m.Previous]
	if prev == nil || prev.standing() == nil {
		return ""
	}
	for _, o := range t.opens(prev, prev.standing()) {
		if o.State != RaisedUp && o.Title.In(Hans) == a.Title.In(Hans) {
			return o.State
		}
	}
	return ""
}

// strangeTopics finds numbers of open topics that the agenda does not have.
func (m *Meeting) strangeTopics(d *Draft) []Problem {
	var out []Problem
	for _, left := range d.Open {
		if !slices.ContainsFunc(m.Agenda, func(a AgendaItem) bool { return a.No == left.No }) && !hasProblem(out, left.No, "no-topic") {
			out = append(out, Problem{left.No, "no-topic"})
		}
	}
	return out
}
