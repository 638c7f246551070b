package secretary

import (
	"slices"
	"sort"
	"strconv"
	"time"
)

const (
	hour = time.Hour
	day  = 24 * time.Hour
)

// party shows a person as letters do. The zero Party is nobody.
func (d *Desk) party(id PersonID) Party {
	p := d.Directory.Person(id)
	if p == nil {
		return Party{}
	}
	out := Party{ID: id, Name: p.Name, Email: p.Email, Title: p.Title, External: d.external(p)}
	if dep := d.Directory.Departments[p.Department]; dep != nil {
		out.Department = dep.Name
	}
	return out
}

// meetingView is the meeting as one recipient may see it: someone outside sees neither internal agenda items nor
// what colleagues answered.
func (t *turn) meetingView(m *Meeting, to PersonID) *MeetingView {
	p := t.policy(m)
	v := &MeetingView{
		ID: m.ID, Title: m.Title, Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, URL: m.URL, UID: m.UID, Sequence: m.Sequence + m.removed(to),
		Created: m.NoticedAt, Stamp: t.now.UTC(), Shift: m.Shift, ShiftDay: m.ShiftDay, Planned: m.Planned,
		Convener: t.party(m.Convener), Host: t.party(m.Host), Recorder: t.party(m.Recorder), Number: m.Number,
	}
	if v.Created.IsZero() {
		v.Created = t.now
	}
	if p != nil {
		v.Purpose, v.Requirements, v.Labels = p.Purpose, p.Require, p.Labels
		v.fromApplication(m, t.outsider(to))
		v.Confidential = p.confidential()
	}
	v.Seats = t.seatViews(m, to)
	v.Agenda = t.agendaView(m, t.outsider(to))
	if !t.outsider(to) {
		v.Questions = t.questions(m)
	}
	if m.Stage == Noticed && !t.outsider(to) {
		for _, o := range m.openMotions() {
			v.Motions = append(v.Motions, t.motionView(o, ""))
		}
	}
	v.Adopted = m.adoptedView()
	if !t.outsider(to) && p != nil && (m.Stage == Planned || m.Stage == Noticed) {
		v.Improved = t.improved(m)
	}
	if run := t.headed(m); run != nil {
		v.forReader(t.seriesView(run, to))
	} else if m.Run != "" {
		v.Recurrence = m.Planned
	}
	return v
}

// outsider reports whether the reader is outside the company.
func (t *turn) outsider(to PersonID) bool {
	reader := t.Directory.Person(to)
	return reader != nil && t.external(reader)
}

// seatViews shows the participants as one reader may see them.
func (t *turn) seatViews(m *Meeting, to PersonID) []SeatView {
	out, parts := t.outsider(to), t.parts(m)
	var all []SeatView
	for _, s := range m.Seats {
		if !s.Removed {
			v := t.seatView(m, s, out && s.Person != to)
			v.Part = parts[s.Person]
			if s.Person != to && !m.conducts(to) {
				v.Reason = "" // why somebody cannot come is for those who conduct the meeting
			}
			all = append(all, v)
		}
	}
	return all
}

// parts is what people take part as, by the first rule of the roster that names them and says so; nil where none does (S3-05).
func (t *turn) parts(m *Meeting) map[PersonID]Text {
	p := t.policy(m)
	var out map[PersonID]Text
	for i := range p.roster() {
		rule := &p.Roster[i]
		if rule.Part.Empty() {
			continue
		}
		for _, id := range t.Directory.Resolve(rule.Who) {
			if out == nil {
				out = map[PersonID]Text{}
			}
			if out[id] == nil {
				out[id] = rule.Part
			}
		}
	}
	return out
}

func (p *Policy) roster() []RosterRule {
	if p == nil {
		return nil
	}
	return p.Roster
}

func (t *turn) seatView(m *Meeting, s Seat, veiled bool) SeatView {
	v := SeatView{Party: t.party(s.Person), Role: "REQ-PARTICIPANT", PartStat: s.Answer.PartStat}
	switch {
	case s.Person == m.Host:
		v.Role = "CHAIR"
	case s.Optional:
		v.Role = "OPT-PARTICIPANT"
	}
	if v.PartStat == "" || veiled {
		v.PartStat = NeedsAction
	}
	if veiled {
		return v
	}
	v.Reason = s.Answer.Reason
	if s.Delegate != "" {
		d := t.party(s.Delegate)
		v.Delegate = &d
	}
	if s.For != "" {
		f := t.party(s.For)
		v.For = &f
	}
	return v
}

// agendaView gives each item its clock time: planned minutes one after another, what is left of the meeting shared
// by the items without any.
func (t *turn) agendaView(m *Meeting, outside bool) []AgendaView {
	share := m.share()
	var out []AgendaView
	at := m.Start
	for _, a := range m.Agenda {
		v := AgendaView{No: a.No, Title: a.Title, Note: a.Note, Minutes: a.Minutes, Start: at, Purpose: a.Purpose, Left: t.left(m, a)}
		if v.Minutes == 0 {
			v.Minutes = share
		}
		at = at.Add(time.Duration(v.Minutes) * time.Minute)
		if outside && a.Internal {
			continue
		}
		for _, r := range a.Presenters {
			for _, id := range t.Who(m, r) {
				v.Presenters = append(v.Presenters, t.party(m.speaks(id)))
				if owed := m.owes(id); owed != nil && !outside {
					v.Materials = append(v.Materials, owed.Titles...)
				}
			}
		}
		out = append(out, v)
	}
	return out
}

// speaks is who presents what the agenda has somebody present: the delegate, where one comes instead.
func (m *Meeting) speaks(id PersonID) PersonID {
	if s := m.seat(id); s != nil && s.Delegate != "" {
		return s.Delegate
	}
	return id
}

// share is how many minutes are left for each agenda item that has none planned, in steps of five.
func (m *Meeting) share() int {
	left, free := int(m.End.Sub(m.Start)/time.Minute), 0
	for _, a := range m.Agenda {
		if left -= a.Minutes; a.Minutes == 0 {
			free++
		}
	}
	if free == 0 {
		return 0
	}
	return max(left/free/5*5, 5)
}

// owed shows who owes what; of one person where to is given.
func (t *turn) owed(m *Meeting, to PersonID) []OwedView {
	var out []OwedView
	for i := range m.Materials {
		o := &m.Materials[i]
		if to == "" || o.Owner == to {
			out = append(out, t.owedView(o))
		}
	}
	return out
}

func (t *turn) owedView(o *Material) OwedView {
	v := OwedView{Party: t.party(o.Owner), Titles: o.Titles, Optional: o.Optional, Received: o.latest(), None: o.None, Lacks: o.lacking(), InMail: o.inMail()}
	for _, s := range o.words() {
		v.Said = append(v.Said, SaidView{Title: o.titleOf(s.Line), Text: s.Text})
	}
	for n := range o.Marks {
		v.Headings = append(v.Headings, o.Marks[n].Headings)
		if o.Marks[n].Optional {
			v.Free = append(v.Free, n+1)
		}
	}
	return v
}

// report is the execution report: every item of the series that is open, and those closed since the meeting before
// (G-21), overdue first.
func (t *turn) report(m *Meeting) []ItemView {
	p := t.policy(m)
	if p == nil || p.Agenda.ExecutionReport == "off" || m.Previous == "" {
		return nil
	}
	since := m.Start.AddDate(0, 0, -60)
	if prev := t.Meetings[m.Previous]; prev != nil {
		since = prev.Start
	}
	var items []*Item
	for _, id := range sortedKeys(t.Items) {
		i := t.Items[id]
		if i.Series == p.ID && i.Meeting != m.ID && i.Asker == "" && (i.Open() || i.DoneAt.After(since)) {
			items = append(items, i)
		}
	}
	views := t.itemViews(items)
	for n := range views {
		views[n].Carried = t.carried(m, t.Items[views[n].ID])
	}
	return views
}

// carried counts the agendas of the series that an item has come into, m's included, as far as the desk reaches back.
func (t *turn) carried(m *Meeting, i *Item) int {
	n := 0
	for ; m != nil && m.ID != i.Meeting; m = t.previous(m) {
		if m.Stage != Cancelled && DateOf(t.begin(m)) > i.MeetingDay {
			n++
		}
	}
	return n
}

// previous is the meeting before m, nil where none is on the desk. One that an adopted meeting took the place of may have been
// planned for an earlier hour than what comes before that, so the chain ends where it does not lead back in time.
func (t *turn) previous(m *Meeting) *Meeting {
	if before := t.Meetings[m.Previous]; before != nil && before.Planned.Before(m.Planned) {
		return before
	}
	return nil
}

// itemViews shows items numbered from 1: the overdue first, then by due date, the closed last.
func (t *turn) itemViews(items []*Item) []ItemView {
	rank := func(i *Item) int {
		switch {
		case !i.Open():
			return 2
		case t.lateBy(i) > 0:
			return 0
		}
		return 1
	}
	items = slices.Clone(items)
	sort.SliceStable(items, func(a, b int) bool {
		x, y := items[a], items[b]
		if rank(x) != rank(y) {
			return rank(x) < rank(y)
		}
		return x.Due < y.Due || x.Due == y.Due && x.ID < y.ID
	})
	out := make([]ItemView, 0, len(items))
	for n, i := range items {
		v := t.itemView(i)
		v.No = strconv.Itoa(n + 1)
		out = append(out, v)
	}
	return out
}

func (t *turn) itemView(i *Item) ItemView {
	v := ItemView{
		ID: i.ID, Text: i.Text, Owner: t.party(i.Owner), Due: i.Due, OriginalDue: i.OriginalDue, Result: i.Result, Status: i.Status, Percent: i.Percent,
		ETA: i.ETA, Late: t.lateBy(i), Meeting: i.MeetingName, MeetingDay: i.MeetingDay, Number: i.Number,
	}
	if i.Asker != "" {
		by := t.party(i.Asker)
		v.Asker = &by
	}
	if last := i.lastReport(); last != nil {
		v.Last, v.LastAt = i.lastWords(), last.At
	}
	return v
}

// lateBy counts the days since an open item's due date; 0 where it is not overdue.
func (t *turn) lateBy(i *Item) int {
	if !i.Open() || i.Status == Finished || i.Due == "" {
		return 0
	}
	return max(0, t.today(i.Zone).Since(i.Due))
}

// today is the day it is now in the zone.
func (t *turn) today(zone string) Date { return DateOf(t.now.In(t.Calendar.Zone(zone))) }
