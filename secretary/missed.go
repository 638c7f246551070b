package secretary

import (
	"slices"
	"strings"
	"time"
)

// recorded are the findings that were made as they happened. Of papers and minutes the record itself tells more, see derived.
func (r *reporter) recorded(m *Meeting) []MissedView {
	var out []MissedView
	for _, f := range m.Findings {
		if f.What == "materials-missing" || f.What == "minutes-late" {
			continue
		}
		v := r.missedView(m, f.Clause, f.What, f.Who, f.At)
		v.Detail = f.Detail
		if p := r.policy(m); f.What == "late-notice" && p != nil {
			due := p.Notice.Lead.Before(r.Calendar, r.begin(m))
			v.At, v.Late, v.Detail = due.UTC(), lateness(due, m.NoticedAt), ""
		}
		out = append(out, v)
	}
	return out
}

func (r *reporter) missedView(m *Meeting, clause, what string, who PersonID, at time.Time) MissedView {
	v := MissedView{Meeting: m.ID, Title: m.Title, Day: DateOf(r.begin(m)), Clause: clause, What: what, Who: r.party(who), Role: m.roleOf(who), At: at.UTC()}
	if p := r.policy(m); p != nil {
		v.Policy = p.ID
	}
	return v
}

// roleOf is what somebody was in the meeting.
func (m *Meeting) roleOf(id PersonID) string {
	switch id {
	case "":
		return ""
	case m.Recorder:
		return "recorder"
	case m.Convener:
		return "convener"
	case m.Host:
		return "host"
	case m.Supervisor:
		return "supervisor"
	}
	return "participant"
}

// reached is when the minutes came to the step that stops their clock (G-07), as far as it is on record; zero where they have not.
func (r *reporter) reached(m *Meeting) time.Time {
	switch p := r.policy(m); {
	case p == nil || p.Minutes.DeadlineEvent == "publish" || p.Minutes.DeadlineEvent == "up":
		return m.PublishAt
	case p.Minutes.DeadlineEvent == "review" || p.Minutes.DeadlineEvent == "confirm_sent":
		if len(m.Confirms) > 0 && (m.PublishAt.IsZero() || m.Confirms[0].Asked.Before(m.PublishAt)) {
			return m.Confirms[0].Asked
		}
		return m.PublishAt
	}
	for _, v := range m.Minutes {
		if v.State != Returned {
			return v.At
		}
	}
	return time.Time{}
}

// derived are what the meeting's own record shows: late or missing at the meeting, leave too late, papers, minutes
// and confirmations after their time or not at all.
func (r *reporter) derived(m *Meeting) []MissedView {
	p := r.policy(m)
	if p == nil || m.Stage == Planned || m.Stage == Cancelled {
		return nil
	}
	return slices.Concat(r.away(m, p), r.papers(m, p), r.lateMinutes(m, p), r.lateConfirms(m, p))
}

// attendanceClauses are the clauses on being there, by the regulation that a policy's id names.
var attendanceClauses = []struct{ seed, clause string }{{"MT-S1D-", "S1D-07"}, {"MT-S1E-", "S1E-03"}, {"MT-S2-", "S2-46"}, {"MT-S3-", "S3-102"}, {"", "S0-26"}}

// away lists who was late, left early or stayed away, as the minutes say, and whose leave came too late.
func (r *reporter) away(m *Meeting, p *Policy) []MissedView {
	n := slices.IndexFunc(attendanceClauses, func(c struct{ seed, clause string }) bool { return strings.HasPrefix(p.ID, c.seed) })
	clause := attendanceClauses[n].clause
	var out []MissedView
	for _, a := range r.presence(m) {
		if a.State == "late" || a.State == "left_early" || a.State == "absent" {
			v := r.missedView(m, clause, strings.ReplaceAll(a.State, "_", "-"), a.ID, m.Start)
			v.Detail = a.Time
			out = append(out, v)
		}
	}
	for _, s := range m.Seats {
		if s.Answer.Late && s.away() {
			v := r.missedView(m, "leave.cutoff", "leave-late", s.Person, s.Answer.At)
			v.Late = lateness(p.Leave.Cutoff.Before(r.Calendar, r.begin(m)), s.Answer.At)
			out = append(out, v)
		}
	}
	return out
}

// presence is who of those required was there, as the newest minutes that were accepted say; nil where there are none, since
// then nobody knows.
func (r *reporter) presence(m *Meeting) []AttendanceView {
	for _, v := range slices.Backward(m.Minutes) {
		if v.State != Returned && v.State != Rejected {
			return slices.DeleteFunc(r.attendance(m, &v.Draft), func(a AttendanceView) bool { s := m.seat(a.ID); return s == nil || s.Optional })
		}
	}
	return nil
}

// papers are those that came after the cut-off, or never.
func (r *reporter) papers(m *Meeting, p *Policy) []MissedView {
	cutoff := p.Materials.Cutoff.Before(r.Calendar, r.begin(m))
	var out []MissedView
	for i := range m.Materials {
		switch owed := &m.Materials[i]; {
		case owed.missing() && cutoff.Before(r.now):
			v := r.missedView(m, "S2-43", "materials-missing", owed.Owner, cutoff)
			v.Open = true
			out = append(out, v)
		case owed.late(cutoff):
			v := r.missedView(m, "materials.cutoff", "materials-late", owed.Owner, owed.Received[0].At)
			v.Late, v.Detail = lateness(cutoff, owed.Received[0].At), owed.Received[0].Name
			out = append(out, v)
		}
	}
	return out
}

// lateMinutes are minutes that came to the step that stops their clock after the deadline, or have not yet (G-07).
func (r *reporter) lateMinutes(m *Meeting, p *Policy) []MissedView {
	if p.Minutes.Required == "no" || !p.Minutes.Deadline.IsSet() || !m.End.Before(r.now) {
		return nil
	}
	due, done := p.Minutes.Deadline.After(r.Calendar, r.over(m)), r.reached(m)
	open := done.IsZero()
	if open {
		done = r.now
	}
	late := lateness(due, done)
	if late == 0 {
		return nil
	}
	v := r.missedView(m, "minutes.deadline", "minutes-late", m.Recorder, due)
	v.Late, v.Open = late, open
	return []MissedView{v}
}

func (m *Material) late(cutoff time.Time) bool {
	return !m.Optional && len(m.Received) > 0 && m.Received[0].At.After(cutoff)
}

// lateConfirms are those who confirmed after the window, or have not.
func (r *reporter) lateConfirms(m *Meeting, p *Policy) []MissedView {
	var out []MissedView
	for _, c := range m.Confirms {
		due, done := p.window().After(r.Calendar, c.Asked.In(r.Calendar.Zone(m.Zone))), c.At
		open := c.State == "" && m.Stage == Confirming
		if open {
			done = r.now
		}
		if late := lateness(due, done); late > 0 {
			v := r.missedView(m, "minutes.confirm_window", "confirm-late", c.Person, due)
			v.Late, v.Open = late, open
			out = append(out, v)
		}
	}
	return out
}

// lateItems are the action items that were overdue in the days of the report.
func (r *reporter) lateItems() []MissedView {
	var out []MissedView
	for _, id := range sortedKeys(r.Items) {
		i := r.Items[id]
		due, done := r.itemClock(i)
		late := lateness(due, done)
		if late == 0 || i.Status == Dropped || !due.Before(r.until) || done.Before(r.from) || !r.ofItem(i) {
			continue
		}
		m := &Meeting{ID: i.Meeting, Title: i.MeetingName, Policy: i.Policy, Start: i.MeetingDay.At(Clock{}, r.Calendar.Zone(i.Zone)), Zone: i.Zone}
		v := r.missedView(m, "S0-34", "overdue", i.Owner, due)
		v.Role, v.Late, v.Open, v.Detail = "owner", late, i.Open() && i.Status != Finished, i.No+". "+i.Text
		out = append(out, v)
	}
	return out
}

// itemClock is the end of an item's due date, and when it was done: the end of the report, at most now, where it is not.
func (r *reporter) itemClock(i *Item) (due, done time.Time) {
	if i.Due == "" {
		return due, done
	}
	due = i.Due.Add(1).At(Clock{}, r.Calendar.Zone(i.Zone))
	switch {
	case !i.DoneAt.IsZero():
		return due, i.DoneAt
	case i.Status == Finished:
		return due, i.History[len(i.History)-1].At
	}
	return due, minTime(r.now, r.until)
}

// ofItem reports whether an item is the reader's to see.
func (r *reporter) ofItem(i *Item) bool {
	if p := r.policyOf(i); r.reader != "" && p.confidential() && i.Owner != r.reader && i.Supervisor != r.reader {
		return false
	}
	return r.all || i.Supervisor == r.reader || i.Owner == r.reader || slices.Contains(r.below, i.Owner)
}
