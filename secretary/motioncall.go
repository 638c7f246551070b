package secretary

import (
	"fmt"
	"slices"
	"time"
)

// Topics are collected before the notice and put before the host in one letter (S0-14, S2-30, S1D-05). What the host has not
// decided on by the notice stands in it as proposed; what comes after the notice goes to the host the same way.

// motionDuties: the call for topics, what the minutes of other meetings bring, and the host's word on all of it.
func (t *turn) motionDuties(m *Meeting, p *Policy) []duty {
	if p == nil || !m.Start.After(t.now) {
		return nil
	}
	return slices.Concat(t.agendaCallDuties(m, p), t.takeOverDuties(m, p), t.hostDuties(m, p), t.overrunDuties(m, p))
}

// noticeAt is when the notice is due.
func (t *turn) noticeAt(m *Meeting, p *Policy) time.Time {
	lead, _ := t.noticeTime(m, p)
	return t.polite(lead, lead)
}

// callAt is when topics are called for.
func (t *turn) callAt(m *Meeting, p *Policy) time.Time {
	return p.Agenda.CallBefore.Before(t.Calendar, t.noticeAt(m, p))
}

// topicsBy is until when topics are wanted: the evening two workdays before the notice, so that the host has a day for
// them, or half way to the notice where that leaves no time to propose any.
func (t *turn) topicsBy(m *Meeting, p *Policy) time.Time {
	call, notice := t.callAt(m, p), t.noticeAt(m, p)
	eve := evening(AddWorkdays(t.Calendar, DateOf(notice), -2), notice.Location())
	if eve.Sub(call) < 12*hour {
		return call.Add(notice.Sub(call) / 2).Truncate(time.Minute)
	}
	return eve
}

// proposers are who is asked for topics: those who have to come, less who decides on the agenda or puts topics there
// by a line of their own.
func (t *turn) proposers(m *Meeting) []PersonID {
	var out []PersonID
	for _, s := range m.Seats {
		if !s.Removed && !s.Optional && !s.External && !s.away() && !m.conducts(s.Person) && t.Directory.active(s.Person) {
			out = append(out, s.Person)
		}
	}
	return out
}

// agendaCallDuties ask for topics as long as there is time to answer.
func (t *turn) agendaCallDuties(m *Meeting, p *Policy) []duty {
	if !p.Agenda.Call || m.Stage != Planned || m.Adopted != nil || m.Shift == "ask" || t.agendaKeeper(m) == "" {
		return nil
	}
	at, by := t.callAt(m, p), t.topicsBy(m, p)
	if !t.polite(maxTime(at, t.now), time.Time{}).Before(by) {
		return nil // nobody is asked by night for what is wanted in the morning
	}
	var out []duty
	for _, id := range t.proposers(m) {
		if !t.sent(AgendaCall, id, "0") {
			out = append(out, duty{at: at, until: by, key: "topics-" + string(id), reason: "agenda.call_before (S0-14)", do: func() { t.callTopics(m, p, id, by) }})
		}
	}
	return out
}

func (t *turn) callTopics(m *Meeting, p *Policy, to PersonID, by time.Time) {
	l := Letter{Kind: AgendaCall, Reason: fmt.Sprintf("agenda.call: topics are collected %s before the notice (S0-14)", p.Agenda.CallBefore), Zone: m.Zone,
		Meeting: t.meetingView(m, to), Deadline: by.UTC(), Choices: []Choice{{Verb: "topic"}, {Verb: "no_topics"}}}
	t.withLessons(&l, m, p, to)
	t.send(l, to, "0")
}

// hostDuties put what is proposed before the host: once topics are all in, again when more come, and once more where
// half of the time has gone by without a word.
func (t *turn) hostDuties(m *Meeting, p *Policy) []duty {
	to, open := t.agendaKeeper(m), m.openMotions()
	if to == "" || len(open) == 0 {
		return nil
	}
	n, asked := t.topicsAsked(to)
	fresh := slices.IndexFunc(open, func(o *Motion) bool { return asked.IsZero() || o.At.After(asked) })
	reminded := t.sent(Approval, to, topicsAgain)
	by := m.Start
	if m.Stage == Planned {
		by = t.noticeAt(m, p)
	}
	half := asked.Add(by.Sub(asked) / 2)
	ask := func(at, until time.Time, rev, reason string) []duty {
		return []duty{{at: at, until: until, key: "topics", reason: reason, do: func() { t.askHost(m, to, rev, by) }}}
	}
	switch {
	case fresh < 0 && (reminded || half.Sub(asked) < hour):
		return nil
	case fresh < 0:
		return ask(half, by, topicsAgain, "the topics proposed are not decided on yet")
	case m.Stage == Planned && n > 0 && !reminded: // what comes late waits for the reminder
		return ask(t.beforeNotice(open[fresh].At, half, by), m.Start, topicsAgain, "more topics have come, and those before are not decided on yet")
	case m.Stage == Planned:
		return ask(t.beforeNotice(open[fresh].At.Add(gather), t.topicsBy(m, p), by), m.Start, fmt.Sprint("topics-", n), hostDecides)
	}
	return ask(open[fresh].At.Add(gather), m.Start, fmt.Sprint("topics-", n), hostDecides)
}

const (
	topicsAgain = "topics-again" // the revision of the one reminder
	hostDecides = "agenda.call: the host takes up each topic or drops it (S0-14)"
)

// beforeNotice is when the host is asked: when all topics are in, an hour after a late one, and an hour before the notice
// at the latest.
func (t *turn) beforeNotice(gathered, all, notice time.Time) time.Time {
	at := maxTime(gathered, all)
	if last := notice.Add(-hour); at.After(last) {
		return last
	}
	return at
}

// topicsAsked is how often the host was asked for new topics, and when last.
func (t *turn) topicsAsked(to PersonID) (n int, last time.Time) {
	last, _ = t.sentAt(Approval, to, topicsAgain)
	for {
		at, ok := t.sentAt(Approval, to, fmt.Sprint("topics-", n))
		if !ok {
			return n, last
		}
		n, last = n+1, maxTime(last, at)
	}
}

// askHost puts every topic that is open before the host, numbered.
func (t *turn) askHost(m *Meeting, to PersonID, rev string, by time.Time) {
	l := Letter{Kind: Approval, Ref: "topics", Reason: hostDecides, Zone: m.Zone, Meeting: t.meetingView(m, to), Deadline: by.UTC()}
	if !by.After(t.now) {
		l.Deadline = m.Start
	}
	for n, o := range m.openMotions() {
		v := t.motionView(o, fmt.Sprint(n+1))
		l.Motions = append(l.Motions, v)
		l.Choices = append(l.Choices, Choice{Verb: "take", Item: v.No}, Choice{Verb: "drop", Item: v.No})
	}
	l.Meeting.Motions = nil // they are what is asked
	first := l.Motions[0].By
	if first.ID == "" {
		first = t.party(m.Convener)
	}
	l.By, l.Overrun = &first, t.overrunWith(m)
	t.send(l, to, rev)
}
