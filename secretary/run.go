package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Run is a stretch of a series, a year or a quarter, that one calendar invitation calls (notice.series). Each of its
// meetings is a Meeting of its own, with the run's UID and the start that the rule gives as its RECURRENCE-ID.
type Run struct {
	Head   Meeting                `json:"head"`             // the invitation, as if it were one meeting: UID, SEQUENCE, seats with the answers to all of it; the times are those of the first date
	Rule   string                 `json:"rule"`             // RRULE, bounded by UNTIL
	Dates  []time.Time            `json:"dates"`            // all that Rule gives; UTC
	Joined map[PersonID]time.Time `json:"joined,omitempty"` // who was invited later: from when on
	Ended  bool                   `json:"ended,omitempty"`  // nothing more comes of it: it was called off, or cut short
}

// last is the last date of the run.
func (r *Run) last() time.Time { return r.Dates[len(r.Dates)-1] }

// Reach is how far back the meetings of a series matter: to the time given, or the first date of a run that reaches into
// it. A nil Series has no runs.
func (s *Series) Reach(since time.Time) time.Time {
	reach := since
	if s == nil {
		return reach
	}
	for _, r := range s.Runs {
		if !r.last().Before(since) && r.Dates[0].Before(reach) {
			reach = r.Dates[0]
		}
	}
	return reach
}

// known reports whether people have the meeting in their calendars: its notice went out, or a series' invitation did.
func (m *Meeting) known() bool { return m.Stage == Noticed || m.Stage == Planned && m.Run != "" }

// revision is the part of letter keys that tells one telling of the meeting from another.
func (m *Meeting) revision() string {
	switch {
	case m.Run == "":
		return fmt.Sprint("r", m.Revision)
	case m.Run == m.ID:
		return fmt.Sprintf("%s-r%d", m.ID, m.Revision)
	case m.Stage == Planned:
		return fmt.Sprint("ahead-r", m.Revision) // its notice is still to come
	}
	return fmt.Sprint("r", m.Revision)
}

// headed is the run that m is the invitation of, nil where m is a meeting.
func (t *turn) headed(m *Meeting) *Run {
	if m.Run == "" || m.Run != m.ID {
		return nil
	}
	for _, s := range t.Series {
		for _, r := range s.Runs {
			if r.Head.ID == m.ID {
				return r
			}
		}
	}
	return nil
}

// datesOf finds the meetings of a run by the dates they are planned for, in Unix seconds.
func (t *turn) datesOf(r *Run) map[int64]*Meeting {
	out := map[int64]*Meeting{}
	for _, m := range t.Meetings {
		if m.Run == r.Head.ID {
			out[m.Planned.Unix()] = m
		}
	}
	return out
}

// meetingsOf lists the meetings of a run, in order.
func (t *turn) meetingsOf(r *Run) []*Meeting {
	var out []*Meeting
	for _, m := range t.datesOf(r) {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b *Meeting) int { return a.Planned.Compare(b.Planned) })
	return out
}

// oneInvitation reports whether the meetings of p are called by one invitation for many.
func (p *Policy) oneInvitation() bool {
	return p.Notice.Series == "year" || p.Notice.Series == "quarter"
}

// period names the stretch that a start lies in, and tells when it ends.
func (p *Policy) period(start time.Time) (name string, end time.Time) {
	y, month, _ := start.Date()
	if p.Notice.Series == "quarter" {
		q := (int(month) - 1) / 3
		return fmt.Sprintf("%dQ%d", y, q+1), time.Date(y, time.Month(q*3+4), 1, 0, 0, 0, 0, start.Location())
	}
	return fmt.Sprint(y), time.Date(y+1, 1, 1, 0, 0, 0, 0, start.Location())
}

// callDuties calls the coming runs, each as its first meeting comes within sight. It tells which starts they call, so that
// those are not planned one by one.
func (t *turn) callDuties(p *Policy, key string, s *Series, starts []time.Time) (called map[int64]bool, out []duty) {
	if p == nil || !p.oneInvitation() || len(starts) == 0 || !t.mayCall(p, starts[0]) {
		return nil, nil
	}
	called = map[int64]bool{}
	for _, start := range starts {
		if called[start.Unix()] || !t.free(p, start) {
			continue
		}
		dates := t.stretch(p, s, start)
		if len(dates) < 2 {
			continue // one meeting is no series
		}
		for _, d := range dates {
			called[d.Unix()] = true
		}
		horizon := p.Notice.Lead.Before(t.Calendar, start).Add(-ahead)
		out = append(out, duty{at: horizon, key: "run-" + string(meetingID(p, start)), reason: "notice.series: one invitation for the " + p.Notice.Series, do: func() { t.call(p, key, s, dates) }})
	}
	return called, out
}

// mayCall reports whether an invitation can be written: with a host and participants. Until then meetings are planned one
// by one, and their own notices ask for what is lacking.
func (t *turn) mayCall(p *Policy, start time.Time) bool {
	m := Meeting{Policy: p.ID, Start: start, End: start.Add(time.Hour)}
	t.fill(&m, p)
	return len(m.Seats) > 0 && m.Host != ""
}

// free reports whether the meeting of a start may be called by a series' invitation: nobody knows of it.
func (t *turn) free(p *Policy, start time.Time) bool {
	m := t.Meetings[meetingID(p, start)]
	return m == nil || m.Run == "" && (m.Stage == Planned || m.Stage == Cancelled && m.CancelWhy == offPlan)
}

// stretch lists all that the rule gives from start to the end of its period or to the next run, from the first to the last
// date that an invitation can call.
func (t *turn) stretch(p *Policy, s *Series, start time.Time) []time.Time {
	_, end := p.period(start)
	dates := t.ruled(p, s, start, end)
	if n := slices.IndexFunc(dates, func(d time.Time) bool { m := t.Meetings[meetingID(p, d)]; return m != nil && m.Run != "" }); n >= 0 {
		dates = dates[:n]
	}
	for len(dates) > 0 && (!t.free(p, dates[len(dates)-1]) || p.Schedule.restsOn(t.Calendar, DateOf(dates[len(dates)-1]))) {
		dates = dates[:len(dates)-1]
	}
	return dates
}

// call sends the one invitation of a series for these dates.
func (t *turn) call(p *Policy, key string, s *Series, dates []time.Time) {
	run := t.newRun(p, key, s, dates)
	t.lay(p, key, run, dates)
	s.Runs = append(s.Runs, run)
	t.note("series-called", "", "", string(run.Head.ID))
	for _, seat := range run.Head.Seats {
		t.invite(&run.Head, seat.Person, "notice.series: one invitation for the "+p.Notice.Series)
	}
	for _, m := range t.meetingsOf(run) {
		if m.Stage == Planned {
			t.tellGuestsOf(run, m, func(id PersonID) Letter {
				return t.meetingLetter(m, Invitation, id, "invited by order to one date of the series")
			})
		}
	}
}

// newRun makes the invitation of a run.
func (t *turn) newRun(p *Policy, key string, s *Series, dates []time.Time) *Run {
	name, _ := p.period(dates[0])
	id := MeetingID(p.Code + "-" + name)
	for n := 2; slices.ContainsFunc(s.Runs, func(r *Run) bool { return r.Head.ID == id }); n++ {
		id = MeetingID(fmt.Sprintf("%s-%s-%d", p.Code, name, n))
	}
	run := &Run{Head: Meeting{ID: id, Run: id, Policy: key, Zone: t.Office.Zone, UID: uid(string(id), t.Office.Domain), Stage: Noticed, NoticedAt: t.now}}
	if p.Timezone != "" {
		run.Head.Zone = p.Timezone
	}
	t.fillHead(&run.Head, p)
	return run
}

// fillHead sets what the invitation has from the policy and the directory. Agenda and materials belong to each meeting.
func (t *turn) fillHead(h *Meeting, p *Policy) {
	t.fill(h, p)
	h.Agenda, h.Materials = nil, nil
}

// lay gives a run its dates and plans the meetings of them. One that was known before stands as it is, as does one that
// somebody moved or called off.
func (t *turn) lay(p *Policy, key string, run *Run, dates []time.Time) {
	h := &run.Head
	run.Dates = nil
	for _, d := range dates {
		run.Dates = append(run.Dates, d.UTC())
		if !p.Schedule.restsOn(t.Calendar, DateOf(d)) {
			t.layOne(p, key, h, d)
		}
	}
	run.Rule = bounded(p.Schedule.RRule, run.last())
	h.Planned, h.Start = run.Dates[0], run.Dates[0]
	h.End = h.Start.Add(p.Duration.Planned.Duration())
	t.spread(run, nil)
}

func (t *turn) layOne(p *Policy, key string, h *Meeting, start time.Time) {
	m := t.Meetings[meetingID(p, start)]
	switch {
	case m == nil || m.Run == "" && m.Stage == Cancelled && m.CancelWhy == offPlan || m.Stage == Planned && !m.TimeSet:
		t.plan(p, key, start)
		m = t.Meetings[meetingID(p, start)]
	case m.Run != h.ID && (m.Run != "" || m.Stage != Planned):
		return // it has an invitation of its own
	}
	if m.Planned = start.UTC(); m.Run == h.ID && m.Stage == Planned {
		m.Sequence = h.Sequence
		t.askAnew(m)
	}
	m.Run, m.UID, m.Sequence = h.ID, h.UID, h.Sequence
}

// bounded is the rule with an end: UNTIL in UTC, as RFC 5545 §3.3.10 demands beside a DTSTART with a zone.
func bounded(rule string, last time.Time) string {
	var parts []string
	for part := range strings.SplitSeq(strings.TrimRight(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(rule)), "RRULE:"), "; "), ";") {
		if !strings.HasPrefix(part, "UNTIL=") && !strings.HasPrefix(part, "COUNT=") {
			parts = append(parts, part)
		}
	}
	return strings.Join(append(parts, "UNTIL="+last.UTC().Format("20060102T150405Z")), ";")
}

// keepCalled keeps, of a meeting that a series' invitation called, what people have said to it, and who was taken off it
// or stands in for somebody.
func (t *turn) keepCalled(m *Meeting, before []Seat) {
	if m.Run == "" {
		return
	}
	for i := range m.Seats {
		s := &m.Seats[i]
		if n := slices.IndexFunc(before, func(b Seat) bool { return b.Person == s.Person && !b.Removed && b.For == "" }); n >= 0 {
			old := before[n]
			old.Department, old.Optional, old.External = s.Department, s.Optional, s.External
			*s = old
		}
	}
	for _, old := range before {
		switch p := m.seat(old.For); {
		case old.Removed:
			m.Seats = append(m.Seats, old)
		case old.For != "" && p != nil && p.Delegate == old.Person && m.seat(old.Person) == nil:
			t.seatDelegate(m, *p, old.Person)
			m.seat(old.Person).Answer, m.seat(old.Person).Invited = old.Answer, old.Invited
		}
	}
	t.deputize(m)
}

// deputize puts the policy's substitute in the chair where the host has said that they will not come.
func (t *turn) deputize(m *Meeting) {
	p := t.Policies[m.Policy]
	if s := m.seat(m.Host); s == nil || !s.away() || p == nil {
		return
	}
	if deputy := t.one(p.HostSubst); deputy != "" {
		m.Host = deputy
		t.seat(m, deputy, false)
	}
}
