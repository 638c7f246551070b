package secretary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Why an adopted meeting was given up: by its organizer's calendar, since we are not invited any more, or since the convener
// wanted the work back.
const (
	calledOff  = "organizer"
	uninvited  = "uninvited"
	handedBack = "handed-back"
)

// follow brings the meetings of an adoption that are to come in line with its calendar. It returns the first of them and what
// changed about it; why says why those that are not held any more are not.
func (t *turn) follow(a *Adoption, p *Policy, why string) (first *Meeting, changes []Change) {
	starts := t.occurrencesOf(a, t.now.AddDate(0, 0, -30), t.now.AddDate(2, 0, 0))
	meetings := t.adoptedMeetings(a)
	found := t.pair(a, meetings, starts)
	for _, m := range meetings {
		old := *m
		occurrence, held := found[m.ID]
		e := a.of(occurrence)
		switch {
		case a.State != "" || !held || e == nil || e.Cancelled:
			t.giveUp(m, why)
		default:
			m.Adopted.Occurrence = occurrence
			t.takeFrom(m, p, a, e)
		}
		if moved := t.whatMoved(&old, m); first == nil || len(moved) > 0 && len(changes) == 0 {
			first, changes = m, moved
		}
	}
	return first, changes
}

// adoptedMeetings lists the meetings of the adoption that are still to be held, by start.
func (t *turn) adoptedMeetings(a *Adoption) []*Meeting {
	var out []*Meeting
	for _, id := range sortedKeys(t.Meetings) {
		m := t.Meetings[id]
		if m.Adopted != nil && m.Adopted.UID == a.UID && (m.Stage == Planned || m.Stage == Noticed) && m.End.After(t.now) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y *Meeting) int { return x.Start.Compare(y.Start) })
	return out
}

// pair finds for each meeting the occurrence that it is: that of the same start, else of the same day, as when a series moves
// to another hour. A single meeting is the only one, wherever it moves.
func (t *turn) pair(a *Adoption, meetings []*Meeting, starts []time.Time) map[MeetingID]time.Time {
	out := map[MeetingID]time.Time{}
	taken := map[time.Time]bool{}
	match := func(same func(m *Meeting, at time.Time) bool) {
		for _, m := range meetings {
			for _, at := range starts {
				if _, ok := out[m.ID]; !ok && !taken[at] && same(m, at) {
					out[m.ID], taken[at] = at, true
				}
			}
		}
	}
	match(func(m *Meeting, at time.Time) bool { return m.Adopted.Occurrence.Equal(at) })
	match(func(m *Meeting, at time.Time) bool {
		zone := t.Calendar.Zone(m.Zone)
		return DateOf(m.Adopted.Occurrence.In(zone)) == DateOf(at.In(zone))
	})
	if !a.series() {
		match(func(*Meeting, time.Time) bool { return true })
	}
	return out
}

// openNext makes the next meeting of the adoption, where it is not there yet; the others come within sight one by one.
func (t *turn) openNext(a *Adoption, p *Policy) *Meeting {
	at, ok := t.nextOccurrence(a, p)
	if !ok || a.State != "" {
		return nil
	}
	for _, m := range t.adoptedMeetings(a) {
		if m.Adopted.Occurrence.Equal(at) {
			return m
		}
	}
	return t.open(a, p, at)
}

// open makes the meeting of one occurrence; nil where one that huiban called itself is in its place.
func (t *turn) open(a *Adoption, p *Policy, occurrence time.Time) *Meeting {
	id := t.numberFor(a, p, occurrence)
	if id == "" {
		return nil
	}
	was := t.Meetings[id]
	delete(t.Meetings, id) // it is not before itself
	m := &Meeting{ID: id, Policy: t.Current[p.ID], Planned: occurrence.UTC(), Zone: t.zoneOf(a, p), Stage: Planned, Previous: t.before(p, occurrence), UID: uid(string(id), t.Office.Domain)}
	m.TimeSet, m.PlaceSet = true, true // the organizer's calendar sets them
	if was != nil {
		m.Revision, m.Sent, m.Read = was.Revision+1, was.Sent, was.Read
	}
	m.Adopted = &Adopted{UID: a.UID, Organizer: a.Organizer, Convener: a.Convener, Occurrence: occurrence.UTC()}
	t.Meetings[id] = m
	t.takeFrom(m, p, a, a.of(occurrence))
	t.note("adopted-meeting", a.Convener, "", string(id))
	t.poke(MeetingCase(id))
	return m
}

// zoneOf is where the meeting's time is said in: the organizer's zone, where the calendar names one.
func (t *turn) zoneOf(a *Adoption, p *Policy) string {
	zone := ""
	if a.Master != nil && a.Master.Zone != "UTC" {
		zone = a.Master.Zone
	}
	return cmp.Or(zone, p.Timezone, t.Office.Zone)
}

// numberFor is the number of the occurrence's meeting: that of the day, as for any meeting of the policy. One that the rule of
// the policy planned for the day and nobody was told of gives its place; "" where people were told. Of several meetings on a
// day the others have a letter.
func (t *turn) numberFor(a *Adoption, p *Policy, occurrence time.Time) MeetingID {
	day := occurrence.In(t.Calendar.Zone(t.zoneOf(a, p))).Format("20060102")
	for n := range 26 {
		id := MeetingID(fmt.Sprintf("%s-%s", p.Code, day))
		if n > 0 {
			id = MeetingID(fmt.Sprintf("%s-%c-%s", p.Code, 'A'+n, day))
		}
		switch m := t.Meetings[id]; {
		case m == nil, m.Stage == Planned && m.Adopted == nil, m.Stage == Cancelled && m.NoticedAt.IsZero():
			return id
		case m.Adopted == nil && m.Stage != Cancelled:
			return ""
		case m.Adopted != nil && m.Adopted.UID == a.UID && m.Stage == Cancelled:
			return id // it is held after all
		}
	}
	return ""
}

// takeFrom sets what the calendar says about one meeting. Nobody has been told of it by this.
func (t *turn) takeFrom(m *Meeting, p *Policy, a *Adoption, e *CalendarEvent) {
	moved := !m.Start.Equal(e.Start)
	adopted := *m.Adopted
	m.Adopted = &adopted
	m.Start, m.End = e.Start.UTC(), endOf(e, p).UTC()
	m.Adopted.Organizer, m.Adopted.Title, m.Adopted.Place, m.Adopted.URL = a.Organizer, e.Summary, e.Place, e.URL
	t.invitees(m.Adopted, a, e)
	t.know(m.Adopted.Visitors)
	if m.Stage == Planned {
		t.fill(m, p)
	} else {
		t.name(m, p)
		t.reseat(m, p, moved)
	}
	t.poke(MeetingCase(m.ID))
}

// name sets the title and place, those of the regulation where the calendar gives none.
func (t *turn) name(m *Meeting, p *Policy) {
	a := m.Adopted
	m.Title, m.Place, m.URL = p.Title, p.Place, a.URL
	if a.Title != "" {
		m.Title = T(a.Title, a.Title, a.Title)
	}
	if a.Place != "" || a.URL != "" {
		m.Place = T(a.Place, a.Place, a.Place)
	}
}

// giveUp ends the work for a meeting. Those who were asked for something are told by a duty, see givenUpDuties.
func (t *turn) giveUp(m *Meeting, why string) {
	t.note("stage", "", string(m.Stage), string(Cancelled))
	m.Stage, m.CancelWhy = Cancelled, why
	t.poke(MeetingCase(m.ID))
}

// whatMoved lists for the convener what a change in the calendar came to.
func (t *turn) whatMoved(old, m *Meeting) []Change {
	lang := t.langOf(m.Convener)
	out := moves(old, m, lang)
	if old.Title.In(lang) != m.Title.In(lang) {
		out = append(out, Change{"title", old.Title.In(lang), m.Title.In(lang)})
	}
	if was, is := t.namesOf(old), t.namesOf(m); was != is {
		out = append(out, Change{"participants", was, is})
	}
	return out
}

func (t *turn) namesOf(m *Meeting) string {
	var out []string
	for _, s := range m.Seats {
		if name := t.nameIn(m, s.Person); !s.Removed && name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

func (t *turn) nameIn(m *Meeting, id PersonID) string {
	if p := t.Directory.Person(id); p != nil {
		return p.Name
	}
	for _, v := range m.Adopted.Visitors {
		if v.ID == id {
			return v.Name
		}
	}
	return ""
}

func (t *turn) langOf(id PersonID) Lang {
	if p := t.Directory.Person(id); p != nil {
		return t.lang(p)
	}
	return t.Office.Lang
}
