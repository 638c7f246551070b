package secretary

import (
	"slices"
	"time"
)

// step is one of several dated reminders. It is made up for until the next one is due, so that of several that passed
// while nobody was there only the last goes out.
type step struct{ at, until time.Time }

// steps orders the times of a kind of reminder about m that lie before the end. Those whose time is over are left out,
// and at night those whose time is over by the morning, since others come then.
func (t *turn) steps(m *Meeting, end time.Time, times []time.Time) []step {
	slices.SortFunc(times, time.Time.Compare)
	times = slices.CompactFunc(times, time.Time.Equal)
	var out []step
	for _, at := range times {
		if !at.Before(end) {
			break
		}
		if n := len(out); n > 0 {
			out[n-1].until = at
		}
		out = append(out, step{at, end})
	}
	awake := t.polite(t.now, time.Time{})
	return slices.DeleteFunc(out, func(s step) bool {
		return !s.until.After(t.now) || s.until.Before(m.Start) && !s.until.After(awake)
	})
}

// stamp is the instant as a part of letter keys.
func stamp(at time.Time) string { return at.UTC().Format("20060102T1504") }

// chaseDuties: people who have not answered are reminded until they do, or the meeting starts; and the convener is
// told who is silent (S0-04). Reminders that lie before somebody was invited, or before an absence was
// taken off them again, are not for them.
func (t *turn) chaseDuties(m *Meeting, p *Policy) []duty {
	if m.Adopted != nil {
		return nil // its organizer's calendar asks
	}
	times, tell := t.chaseTimes(m, p)
	silent := slices.DeleteFunc(m.silent(), func(id PersonID) bool { return !t.Directory.active(id) })
	var out []duty
	for _, s := range t.steps(m, m.Start, times) {
		out = append(out, t.remindDuties(m, s, silent)...)
		rev := "silent-" + stamp(s.at)
		others := slices.DeleteFunc(slices.Clone(silent), func(id PersonID) bool { return id == m.Convener })
		if slices.ContainsFunc(tell, s.at.Equal) && s.at.After(m.NoticedAt) && len(others) > 0 && m.Convener != "" && !t.sent(Reminder, m.Convener, rev) {
			out = append(out, duty{at: s.at, until: s.until, key: rev + "~silent", reason: "non-responders (S0-04)", do: func() { t.tellSilent(m, rev, others) }})
		}
	}
	return out
}

// chaseTimes are all the times at which the silent are reminded, and those before the start, at which the convener is
// told too. One after the notice is left out where one before the start follows within a day.
func (t *turn) chaseTimes(m *Meeting, p *Policy) (times, tell []time.Time) {
	start := t.begin(m)
	for _, s := range p.Notice.Reminders {
		tell = append(tell, t.polite(s.Before(t.Calendar, start), start))
	}
	times = slices.Clone(tell)
	for _, s := range p.Notice.Chase {
		at := t.polite(s.After(t.Calendar, m.NoticedAt.In(start.Location())), start)
		if !slices.ContainsFunc(tell, func(x time.Time) bool { return x.Sub(at) < day }) {
			times = append(times, at)
		}
	}
	return times, tell
}

func (t *turn) remindDuties(m *Meeting, s step, silent []PersonID) []duty {
	var out []duty
	for _, id := range silent {
		seat, rev := m.seat(id), stamp(s.at)
		if t.lost(seat) || !s.at.After(maxTime(seat.Invited, seat.Answer.At)) || t.sent(Reminder, id, rev) {
			continue
		}
		out = append(out, duty{at: s.at, until: s.until, key: rev + string(id), reason: "notice.reminders", do: func() { t.remind(m, id, rev) }})
	}
	return out
}

func (t *turn) remind(m *Meeting, id PersonID, rev string) {
	l := t.meetingLetter(m, Reminder, id, "notice.reminders: no answer yet")
	l.Meeting.Method, l.Documents, l.Items = "", nil, nil
	l.Deadline = m.Start
	t.send(l, id, rev)
}

func (t *turn) tellSilent(m *Meeting, rev string, silent []PersonID) {
	l := Letter{Kind: Reminder, Reason: "the convener sees who is silent (S0-04)", Ref: "silent", Zone: m.Zone, Meeting: t.meetingView(m, m.Convener)}
	for _, id := range silent {
		l.Silent = append(l.Silent, t.party(id))
	}
	t.send(l, m.Convener, rev)
}
