package secretary

import (
	"strings"
	"time"
)

// move sets another time or place for a meeting that was or was not noticed yet.
func (t *turn) move(m *Meeting, start, end time.Time, place Text, reason string) {
	t.amend(m, reason, Order{Move: &MoveOrder{start, end, place}})
}

// amend carries orders about a meeting out as one change, so that everybody is told of all of it at once.
func (t *turn) amend(m *Meeting, reason string, orders ...Order) {
	old := *m
	for _, o := range orders {
		if o.Cancel != nil {
			t.cancel(m, o.Cancel.Why)
			return
		}
		if o.HandBack != nil {
			t.handBack(m)
			return
		}
	}
	for _, o := range orders {
		t.apply(m, o)
	}
	changes := moves(&old, m, Hans)
	for _, c := range changes {
		t.note("moved", "", strings.TrimSpace(c.Field+" "+c.Old), c.New)
	}
	anew := m.asksAnew(&old)
	if anew {
		t.pokeClashing(m)
	}
	if m.known() && len(changes) > 0 && (anew || m.Stage == Noticed && !t.tellLater(m, &old, reason)) {
		told := m.announced(old)
		m.Untold = nil
		t.tellChange(m, &told, reason, t.now)
	}
	if m.known() {
		t.tellGuests(m, reason, orders)
	}
}

// apply makes the change of one order, of which nobody knows yet.
func (t *turn) apply(m *Meeting, o Order) {
	switch {
	case o.Move != nil:
		m.setTime(o.Move.Start, o.Move.End)
		m.setPlace(o.Move.Place)
	case o.Topic != nil:
		m.setTopic(o.Topic)
	case o.Invite != nil:
		t.setGuest(m, o.Invite)
	case o.Absent != nil:
		t.setAbsent(m, o.Absent)
	}
}

func (m *Meeting) setTime(start, end time.Time) {
	if start.IsZero() || start.Equal(m.Start) && (end.IsZero() || end.Equal(m.End)) {
		return
	}
	if !end.After(start) {
		end = start.Add(m.End.Sub(m.Start))
	}
	m.Shift = m.shiftedBy(start)
	m.Start, m.End, m.TimeSet = start.UTC(), end.UTC(), true
}

func (m *Meeting) setPlace(place Text) {
	if !place.Empty() && place.In(Hans) != m.Place.In(Hans) {
		m.Place, m.PlaceSet = place, true
	}
}

// moves lists what differs between two states of a meeting, for a reader of the language.
func moves(old, m *Meeting, l Lang) []Change {
	var out []Change
	if !old.Start.Equal(m.Start) {
		out = append(out, Change{"start", old.Start.UTC().Format(time.RFC3339), m.Start.UTC().Format(time.RFC3339)})
	}
	if !old.End.Equal(m.End) && old.End.Sub(old.Start) != m.End.Sub(m.Start) {
		out = append(out, Change{"end", old.End.UTC().Format(time.RFC3339), m.End.UTC().Format(time.RFC3339)})
	}
	if old.Place.In(Hans) != m.Place.In(Hans) {
		out = append(out, Change{"place", old.Place.In(l), m.Place.In(l)})
	}
	return append(out, topicChanges(old, m, l)...)
}

// asksAnew reports whether a change makes people answer again: another time or place does, another agenda does not.
func (m *Meeting) asksAnew(old *Meeting) bool {
	return !old.Start.Equal(m.Start) || !old.End.Equal(m.End) || old.Place.In(Hans) != m.Place.In(Hans)
}

// tellChange tells everybody of a change that was last made at that time. Another time or place counts up SEQUENCE and asks
// everyone again (RFC 5546 §2.1.4, imip §2.3); after another agenda the answers stand. Who was invited since knows it.
func (t *turn) tellChange(m *Meeting, old *Meeting, reason string, made time.Time) {
	m.Revision++
	open := m.proposals()
	anew := m.asksAnew(old)
	if anew {
		m.Sequence++
		t.askAnew(m)
	}
	for _, s := range m.Seats {
		if s.Removed || t.isNew(old, s.Person) || !anew && !s.Invited.Before(made) {
			continue
		}
		l := t.meetingLetter(m, Update, s.Person, reason)
		l.Changes, l.Deadline = moves(old, m, t.lang(t.Directory.Person(s.Person))), m.Start
		if anew {
			l.Echoes = m.settled(open, s.Person)
		} else if s.answered() {
			l.Choices = nil
		}
		t.send(l, s.Person, m.revision())
	}
}

// isNew reports whether somebody had no seat in the old state of the meeting: they are invited, not told of a change.
func (t *turn) isNew(old *Meeting, id PersonID) bool { return old.seat(id) == nil }

// askAnew forgets the answers to the meeting as it was. A delegation stands, but whoever gave it learns of the change too.
func (t *turn) askAnew(m *Meeting) {
	for i := range m.Seats {
		if s := &m.Seats[i]; !s.Removed && s.Answer.PartStat != Delegated {
			s.Answer, s.Leave, s.Proposed, s.Invited = Answer{Sequence: m.Sequence}, "", "", t.now
		}
	}
}

// cancel calls the meeting off and tells everyone who was invited.
func (t *turn) cancel(m *Meeting, why string) {
	known := m.known()
	t.dropApplied(m, why)
	t.stage(m, Cancelled)
	m.CancelWhy, m.Untold = why, nil
	t.pokeClashing(m)
	t.pokeContinued(m)
	m.Clashes = nil
	if !known {
		return
	}
	m.Sequence++
	m.Revision++
	for _, s := range m.Seats {
		if s.Removed {
			continue
		}
		l := t.withdrawal(m, s.Person, "the meeting is cancelled")
		l.Quote = why
		t.send(l, s.Person, m.revision())
	}
}

// uninvite takes one person's invitation back: a CANCEL to that person alone (RFC 5546 §3.2.5). The seat is removed
// already, so that the view counts up the SEQUENCE.
func (t *turn) uninvite(m *Meeting, id PersonID, reason string) {
	m.Revision++
	l := Letter{Kind: Cancel, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, id)}
	l.Meeting.Method, l.Meeting.Uninvited = "CANCEL", true
	t.send(l, id, m.revision())
}
