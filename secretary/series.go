package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// ahead is how long before its first letter a meeting enters the plan.
const ahead = 7 * 24 * time.Hour

// Callable reports whether the policy gives what is needed to call meetings by rule.
func (p *Policy) Callable() bool {
	return !p.Disabled && len(p.Lacks) == 0 && !p.Schedule.AdHoc && p.Schedule.RRule != "" && p.Schedule.Start.Set && p.Duration.Planned.IsSet()
}

// OpenSeries lays the series of the policy in force on the desk where it has none yet: it counts from the day that the
// policy names, else from today in the policy's own zone. It reports whether it did. A disabled policy has none.
func (d *Desk) OpenSeries(policy string, now time.Time) bool {
	p := d.Policies[d.Current[policy]]
	if p == nil || p.Disabled || d.Series[policy] != nil {
		return false
	}
	first := p.Schedule.From
	if first == "" {
		first = DateOf(now.In(d.zone(p)))
	}
	d.Series[policy] = &Series{Policy: policy, First: first}
	return true
}

// zone is where the times of p are said in.
func (d *Desk) zone(p *Policy) *time.Location {
	if p.Timezone != "" {
		return d.Calendar.Zone(p.Timezone)
	}
	return d.Calendar.Zone(d.Office.Zone)
}

// offPlan is why a meeting was given up that the changed rule does not give any more.
const offPlan = "schedule"

// seriesDuties plans the meetings of a series as they come within sight, and takes those back that nobody was told of
// yet and that the policy no longer wants.
func (t *turn) seriesDuties(policy string) []duty {
	key := t.Current[policy]
	p, s := t.Policies[key], t.Series[policy]
	if amending := t.amendmentDuties(s); len(amending) > 0 && p == nil {
		return amending
	} else if len(amending) > 0 {
		return append(amending, t.calling(policy, key, p, s)...)
	}
	return t.calling(policy, key, p, s)
}

// calling derives what is owed on the meetings of a series.
func (t *turn) calling(policy, key string, p *Policy, s *Series) []duty {
	starts := t.occurrences(p, s)
	if runs := t.runDuties(p, s); len(runs) > 0 {
		return runs // what people have in their calendars is put right before anything is added to it
	}
	out := t.offPlanDuties(policy, p, starts)
	called, calls := t.callDuties(p, key, s, starts)
	out = append(out, calls...)
	for _, start := range starts {
		m := t.Meetings[meetingID(p, start)]
		if called[start.Unix()] {
			continue
		}
		if m != nil && (m.Stage != Cancelled || m.CancelWhy != offPlan) {
			continue
		}
		horizon := p.firstLetter(t.Calendar, start).Add(-ahead)
		out = append(out, duty{at: horizon, key: string(meetingID(p, start)), still: true, reason: "schedule.rrule", do: func() { t.plan(p, key, start) }})
	}
	return append(out, t.adoptionDuties(p, s)...)
}

// occurrences lists the starts that the rule gives from now on, about a year ahead; none where no meeting is called.
func (t *turn) occurrences(p *Policy, s *Series) []time.Time {
	return slices.DeleteFunc(t.ruled(p, s, t.now, t.now.AddDate(1, 1, 0)), func(start time.Time) bool {
		return !start.After(t.now) || p.Schedule.restsOn(t.Calendar, DateOf(start))
	})
}

// ruled lists the starts in [from, to) that the rule gives, rest days of a daily series among them.
func (t *turn) ruled(p *Policy, s *Series, from, to time.Time) []time.Time {
	if p == nil || s == nil || !p.Callable() {
		return nil
	}
	starts, err := t.Calendar.Occurrences(p.Schedule.RRule, p.first(s).At(p.Schedule.Start, t.zone(p)), from, to)
	if err != nil {
		return nil // the loader has refused such a rule
	}
	return slices.DeleteFunc(starts, func(start time.Time) bool {
		return p.Schedule.Until != "" && DateOf(start) > p.Schedule.Until
	})
}

// first is the day that the rule of the series counts from.
func (p *Policy) first(s *Series) Date { return max(s.First, p.Schedule.From) }

// restsOn reports whether a daily series leaves the day out (G-36). Any other moves as holiday.shift says.
func (s *Schedule) restsOn(c Calendar, d Date) bool {
	return s.Workdays == "company" && strings.Contains(strings.ToUpper(s.RRule), "FREQ=DAILY") && !c.Workday(d)
}

// offPlanDuties takes back planned meetings that the rule does not give any more, and sets the time anew of those whose
// time of day has changed, or whose day has become a day off.
func (t *turn) offPlanDuties(policy string, p *Policy, starts []time.Time) []duty {
	var out []duty
	for id, m := range t.Meetings {
		q := t.Policies[m.Policy]
		if m.Stage != Planned || m.Run != "" || q == nil || q.ID != policy || m.TimeSet || !m.Planned.After(t.now) {
			continue
		}
		i := slices.IndexFunc(starts, func(s time.Time) bool { return meetingID(p, s) == id })
		switch {
		case i < 0:
			out = append(out, duty{at: t.now, key: string(id), still: true, reason: "the rule has changed", do: func() { t.cancel(m, offPlan) }})
		case !starts[i].Equal(m.Planned) || m.End.Sub(m.Start) != p.Duration.Planned.Duration():
			out = append(out, duty{at: t.now, key: string(id), still: true, reason: "the rule has changed", do: func() { t.plan(p, t.Current[policy], starts[i]) }})
		case t.misplaced(p, m, starts[i]):
			out = append(out, duty{at: t.now, key: string(id), still: true, reason: "the holidays are known better", do: func() { t.replace(p, m, starts[i]) }})
		}
	}
	return out
}

// meetingID names the occurrence of p that is planned for start.
func meetingID(p *Policy, start time.Time) MeetingID {
	return MeetingID(fmt.Sprintf("%s-%s", p.Code, start.Format("20060102")))
}

// plan makes the meeting of one occurrence. A skipped one is made too, cancelled, so that it is known why it is missing.
func (t *turn) plan(p *Policy, key string, start time.Time) {
	m := &Meeting{
		ID: meetingID(p, start), Policy: key, Title: p.Title, Planned: start.UTC(), Zone: t.Office.Zone,
		Stage: Planned, Previous: t.before(p, start),
	}
	if p.Timezone != "" {
		m.Zone = p.Timezone
	}
	m.UID = uid(string(m.ID), t.Office.Domain)
	if old := t.Meetings[m.ID]; old != nil { // what was said of the day stays said
		m.Sent, m.Read, m.Revision = old.Sent, old.Read, old.Revision
		m.Guests, m.Without, m.Motions, m.Topics, m.Guide = old.Guests, old.Without, old.Motions, old.Topics, old.Guide
		m.Materials, m.Lessons = old.Materials, old.Lessons
	}
	t.place(p, m, start)
	t.Meetings[m.ID] = m
	t.fill(m, p)
	t.note("planned", "", "", string(m.ID))
	t.poke(MeetingCase(m.ID))
}

// replace puts a planned meeting on another day, with all that was ordered for it.
func (t *turn) replace(p *Policy, m *Meeting, start time.Time) {
	old := m.Start
	t.place(p, m, start)
	t.note("moved", "", "start "+old.Format(time.RFC3339), m.Start.Format(time.RFC3339))
	t.poke(MeetingCase(m.ID))
}

// before is the meeting of the series that comes before start, "" for the first.
func (t *turn) before(p *Policy, start time.Time) MeetingID {
	var last *Meeting
	for _, m := range t.Meetings {
		if q := t.Policies[m.Policy]; q == nil || q.ID != p.ID || m.Stage == Cancelled || !m.Planned.Before(start) {
			continue
		}
		if last == nil || m.Planned.After(last.Planned) || m.Planned.Equal(last.Planned) && m.ID < last.ID {
			last = m
		}
	}
	if last == nil {
		return ""
	}
	return last.ID
}

// fill sets what a meeting has from its policy and the directory: roles, seats, agenda, materials. It is done when
// the meeting is planned and again when the notice goes out, so that the notice is true to that day.
func (t *turn) fill(m *Meeting, p *Policy) {
	if m.Adopted != nil {
		t.fillAdopted(m, p)
		return
	}
	m.Title, m.Mode, m.URL = p.Title, p.Mode, p.URL
	if !m.PlaceSet {
		m.Place = p.Place
	}
	m.Convener, m.Host, m.Recorder = t.one(p.Convener), t.one(p.Host), t.one(p.Recorder)
	m.Organizers = t.organizers(m, p)
	if m.Host == "" {
		m.Host = t.one(p.HostSubst)
	}
	if m.Supervisor = t.one(p.Supervisor); m.Supervisor == "" {
		m.Supervisor = m.Convener
	}
	t.fillApplied(m, p)
	before := m.Seats
	m.Seats = nil
	t.seat(m, m.Host, false)
	for i := range p.Roster {
		rule := &p.Roster[i]
		for _, id := range t.called(m, rule) {
			t.seat(m, id, rule.Optional)
		}
	}
	t.seat(m, m.Recorder, false)
	t.seat(m, m.Convener, false)
	for _, id := range m.Guests {
		if !m.unsigned(id) {
			t.seat(m, id, false)
		}
	}
	t.seat(m, m.proposer(), false)
	m.keepAbsent(before)
	t.keepCalled(m, before)
	m.Agenda = withTopics(t.inTurn(m, p, t.agenda(m, p)), m.Topics)
	came := m.Materials
	m.Materials = nil
	for _, rule := range p.Materials.Required {
		for _, id := range t.Directory.Resolve(rule.From) {
			t.owe(m, id, rule)
		}
	}
	m.keepHandedIn(came)
}

// materialOf is what somebody hands in themselves; where nothing was wanted of them, there is room for it from now on.
func (m *Meeting) materialOf(owner PersonID, department string) *Material {
	i := slices.IndexFunc(m.Materials, func(o Material) bool { return o.Owner == owner })
	if i < 0 {
		i = len(m.Materials)
		m.Materials = append(m.Materials, Material{Owner: owner, Department: department, Optional: true})
	}
	return &m.Materials[i]
}

// keepHandedIn keeps what had come in before it was put down anew who owes what.
func (m *Meeting) keepHandedIn(before []Material) {
	for _, old := range before {
		if !old.answeredAtAll() {
			continue
		}
		owed := m.materialOf(old.Owner, old.Department)
		owed.Received, owed.Said, owed.None = old.Received, old.Said, old.None
	}
}

// one is the single person that a role names, "" where it names nobody. Of several it is the first: config test
// has said so.
func (t *turn) one(r Ref) PersonID {
	if ids := t.Directory.Resolve(r); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

func (t *turn) seat(m *Meeting, id PersonID, optional bool) {
	p := t.Directory.Person(id)
	if p == nil || m.seat(id) != nil || slices.Contains(m.Without, id) {
		return
	}
	m.Seats = append(m.Seats, Seat{Person: id, Department: p.Department, Optional: optional, External: t.external(p)})
}

func (t *turn) owe(m *Meeting, id PersonID, rule MaterialRule) {
	owed := m.materialOf(id, t.Directory.Person(id).Department)
	owed.Optional = owed.Optional && rule.Optional
	for _, title := range rule.Items {
		owed.Titles = append(owed.Titles, title)
		owed.Marks = append(owed.Marks, Mark{Optional: rule.Optional, Released: rule.Released, InMail: rule.InMail, Headings: rule.Headings})
	}
}

// agenda is the standard agenda, opened by the execution report where there is a meeting before (S1A-34, G-20).
func (t *turn) agenda(m *Meeting, p *Policy) []AgendaItem {
	var out []AgendaItem
	if p.Agenda.ExecutionReport != "off" && p.Agenda.ExecutionReport != "annex" && m.Previous != "" {
		out = append(out, AgendaItem{No: "0", Title: ExecutionReport, Presenters: []Ref{"host"}, Purpose: "inform", Internal: true})
	}
	out = append(out, p.Agenda.Items...)
	if p.Agenda.Feedback {
		out = append(out, t.feedbackItems(len(p.Agenda.Items))...)
	}
	return out
}

// ExecutionReport names agenda item 0.
var ExecutionReport = T("上次决议执行情况", "上次決議執行情況", "Execution of the last resolutions")

// uid is the RFC 5545 UID of the meeting for its life: opaque, ASCII, never used again.
func uid(id, domain string) string { return id + ".huiban@" + domain }
