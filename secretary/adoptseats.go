package secretary

import (
	"cmp"
	"slices"
)

// invitees seats whom the calendar invites, the organizer first. Whom the directory does not know comes from outside and gets
// the edition for those (S3-49).
func (t *turn) invitees(to *Adopted, a *Adoption, e *CalendarEvent) {
	to.Seats, to.Visitors = nil, nil
	add := func(c CalendarPerson) {
		who := t.Directory.ByAddress(c.Address)
		if who == nil || who.visitor() {
			to.Visitors = append(to.Visitors, Person{ID: visitorMark + PersonID(plainAddress(c.Address)), Name: cmp.Or(c.Name, c.Address), Email: c.Address, External: true})
			who = &to.Visitors[len(to.Visitors)-1]
		}
		if who.Inactive || slices.ContainsFunc(to.Seats, func(s Seat) bool { return s.Person == who.ID }) {
			return
		}
		to.Seats = append(to.Seats, Seat{Person: who.ID, Department: who.Department, Optional: c.Optional, External: t.external(who), Answer: Answer{PartStat: answerIn(c)}})
	}
	add(CalendarPerson{Address: a.Organizer.Address, Name: a.Organizer.Name, PartStat: Accepted})
	for _, c := range e.Attendees {
		if plainAddress(c.Address) != plainAddress(t.Office.Address) {
			add(c)
		}
	}
}

// answerIn is somebody's answer as the organizer's calendar knows it.
func answerIn(c CalendarPerson) PartStat {
	switch c.PartStat {
	case Accepted, Tentative, Declined:
		return c.PartStat
	case Delegated:
		return Declined
	}
	return ""
}

// fillAdopted sets what an adopted meeting has from its calendar and its policy, as fill does of others. Materials are owed
// by those who are invited.
func (t *turn) fillAdopted(m *Meeting, p *Policy) {
	t.name(m, p)
	m.Mode = p.Mode
	before := m.Seats
	m.Seats = slices.Clone(m.Adopted.Seats)
	m.keepAnswers(before)
	m.Convener, m.Recorder = m.Adopted.Convener, t.one(p.Recorder)
	m.Host = m.Convener
	for _, r := range []Ref{p.HostSubst, p.Host} {
		if id := t.one(r); m.seat(id) != nil {
			m.Host = id
		}
	}
	if m.Supervisor = t.one(p.Supervisor); m.Supervisor == "" {
		m.Supervisor = m.Convener
	}
	items := t.agenda(m, p)
	if len(p.Agenda.Items) == 0 {
		items = append(items, AgendaItem{No: "1", Title: m.Title})
	}
	m.Agenda = withTopics(t.inTurn(m, p, items), m.Topics)
	came := m.Materials
	m.Materials = nil
	t.oweSeated(m, p)
	m.keepHandedIn(came)
}

// oweSeated puts down what the regulation wants of those who are invited and do not owe anything yet.
func (t *turn) oweSeated(m *Meeting, p *Policy) {
	had := len(m.Materials)
	for _, rule := range p.Materials.Required {
		for _, id := range t.Directory.Resolve(rule.From) {
			if m.seat(id) != nil && !slices.ContainsFunc(m.Materials[:had], func(o Material) bool { return o.Owner == id }) {
				t.owe(m, id, rule)
			}
		}
	}
}

// keepAnswers keeps what people said to us themselves, where the calendar knows no answer of theirs, and who has been written to.
func (m *Meeting) keepAnswers(before []Seat) {
	for i := range m.Seats {
		s := &m.Seats[i]
		for _, old := range before {
			if old.Person != s.Person || old.Removed {
				continue
			}
			s.Invited, s.Undeliverable = old.Invited, old.Undeliverable
			if s.Answer.PartStat == "" {
				s.Answer = old.Answer
			}
		}
	}
}

// reseat follows who is invited after the agenda went out. Those who come new are written to by a duty, see newcomerDuties; who
// is not invited any more hears that from the organizer's calendar. Where the meeting moved, old answers count no more.
func (t *turn) reseat(m *Meeting, p *Policy, moved bool) {
	before := m.Seats
	m.Seats = slices.Clone(m.Adopted.Seats)
	if moved {
		before = slices.Clone(before)
		for i := range before {
			before[i].Answer = Answer{}
		}
	}
	m.keepAnswers(before)
	for _, old := range before {
		if m.seat(old.Person) == nil {
			old.Removed = true
			m.Seats = append(m.Seats, old)
		}
	}
	t.oweSeated(m, p)
}
