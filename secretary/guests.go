package secretary

import (
	"cmp"
	"slices"
	"strconv"
)

// withTopics puts topics behind the regulation's own items, numbered on.
func withTopics(items, topics []AgendaItem) []AgendaItem {
	last := 0
	for _, i := range items {
		if n, err := strconv.Atoi(i.No); err == nil {
			last = max(last, n)
		}
	}
	out := slices.Clone(items)
	for n, i := range topics {
		i.No = strconv.Itoa(last + n + 1)
		out = append(out, i)
	}
	return out
}

// setTopic puts a topic on the agenda, or takes off the last one of that title that an order put there.
func (m *Meeting) setTopic(o *TopicOrder) {
	own := m.Agenda[:max(0, len(m.Agenda)-len(m.Topics))]
	topics := slices.Clone(m.Topics)
	if o.Off {
		for n := len(topics) - 1; n >= 0; n-- {
			if topics[n].Title.In(Hans) == o.Title {
				topics = slices.Delete(topics, n, n+1)
				break
			}
		}
	} else {
		item := AgendaItem{Title: T(o.Title, o.Title, o.Title), Minutes: o.Minutes, Purpose: o.Purpose, Internal: o.Internal}
		for _, id := range o.Presenters {
			item.Presenters = append(item.Presenters, Ref(id))
		}
		topics = append(topics, item)
	}
	m.Topics, m.Agenda = topics, withTopics(own, topics)
}

// topicChanges lists the topics that came and went between two states of a meeting.
func topicChanges(old, m *Meeting, l Lang) []Change {
	var out []Change
	for _, a := range old.Topics {
		if !m.hasTopic(a.Title) {
			out = append(out, Change{"agenda", a.Title.In(l), ""})
		}
	}
	for _, a := range m.Topics {
		if !old.hasTopic(a.Title) {
			out = append(out, Change{"agenda", "", a.Title.In(l)})
		}
	}
	return out
}

func (m *Meeting) hasTopic(title Text) bool {
	return slices.ContainsFunc(m.Agenda, func(a AgendaItem) bool { return a.Title.In(Hans) == title.In(Hans) })
}

// setGuest seats somebody besides the roster, or takes the seat back.
func (t *turn) setGuest(m *Meeting, o *InviteOrder) {
	if p := t.policy(m); !o.Off && !m.pending() && p != nil && t.wantsForm(m, p, o.Person) {
		t.putOnForm(m, o.Person) // invited once the department agrees (S1B-57)
	}
	if !o.Off {
		m.Guests = append(m.Guests, o.Person)
		m.Without = slices.DeleteFunc(slices.Clone(m.Without), func(id PersonID) bool { return id == o.Person })
		if m.unsigned(o.Person) {
			return
		}
		t.seat(m, o.Person, false)
		t.takeHeld(m, o.Person)
		return
	}
	if !slices.Contains(m.Guests, o.Person) {
		m.Without = append(slices.Clone(m.Without), o.Person)
	}
	m.Guests = slices.DeleteFunc(slices.Clone(m.Guests), func(id PersonID) bool { return id == o.Person })
	if s := m.seat(o.Person); s != nil {
		t.dropDelegate(m, s)
		m.seat(o.Person).Removed = true
	}
	if !m.known() { // nobody knows of the seat
		m.Seats = slices.DeleteFunc(m.Seats, func(s Seat) bool { return s.Removed })
	}
}

// tellGuests invites those whom the orders seated, who get what the others have, and uninvites those whose seat was taken.
func (t *turn) tellGuests(m *Meeting, reason string, orders []Order) {
	for _, o := range orders {
		switch {
		case o.Invite == nil, !o.Invite.Off && m.unsigned(o.Invite.Person):
		case o.Invite.Off:
			t.uninvite(m, o.Invite.Person, reason)
		default:
			t.invite(m, o.Invite.Person, reason)
			if s := m.seat(o.Invite.Person); s != nil && !m.PackedAt.IsZero() {
				t.packTo(m, *s, "0", "materials.send: who is invited later gets the pack too", everyFile)
			}
		}
	}
}

// setAbsent records that somebody does not come. Leave that who conducts the meeting puts down is known to them: nobody is
// asked or told.
func (t *turn) setAbsent(m *Meeting, o *AbsentOrder) {
	s := m.seat(o.Person)
	if s == nil {
		return
	}
	to := Answer{PartStat: Declined, Reason: o.Why, Sequence: m.Sequence, At: t.now, Arrived: t.now}
	if o.Was != nil {
		to = *o.Was
		to.Sequence = m.Sequence
		if to.PartStat == "" {
			to.At = t.now // who has not answered is reminded from the next time on
		}
	}
	t.note("attend", s.Person, string(s.Answer.PartStat), string(cmp.Or(to.PartStat, NeedsAction)))
	s.Answer, s.Leave, s.Proposed = to, "", ""
}

// keepAbsent keeps of the seats that a meeting had before it was filled anew who is known to be away.
func (m *Meeting) keepAbsent(before []Seat) {
	for _, old := range before {
		if s := m.seat(old.Person); s != nil && old.Answer.PartStat == Declined {
			s.Answer = old.Answer
		}
	}
}
