package secretary

import (
	"fmt"
	"time"
)

// move sets another time or place for a meeting that was or was not noticed yet. A new time counts up SEQUENCE and
// asks everyone again; so does another place (RFC 5546 §2.1.4, imip §2.3).
func (t *turn) move(m *Meeting, start, end time.Time, place Text, reason string) {
	var changes []Change
	if !start.IsZero() && !start.Equal(m.Start) {
		if end.IsZero() {
			end = start.Add(m.End.Sub(m.Start))
		}
		changes = append(changes, Change{"start", m.Start.UTC().Format(time.RFC3339), start.UTC().Format(time.RFC3339)})
		m.Start, m.End = start.UTC(), end.UTC()
	}
	if !place.Empty() && place.In(Hans) != m.Place.In(Hans) {
		changes = append(changes, Change{"place", m.Place.In(Hans), place.In(Hans)})
		m.Place, m.PlaceSet = place, true
	}
	if len(changes) == 0 {
		return
	}
	t.note("moved", "", changes[0].Old, changes[0].New)
	if m.Stage != Noticed {
		return
	}
	m.Sequence++
	m.Revision++
	for i := range m.Seats {
		if s := &m.Seats[i]; s.Answer.PartStat != Delegated {
			s.Answer = Answer{Sequence: m.Sequence}
		}
	}
	for _, s := range m.Seats {
		if s.Removed || s.Answer.PartStat == Delegated {
			continue
		}
		l := t.meetingLetter(m, Update, s.Person, reason)
		l.Changes, l.Deadline = changes, m.Start
		t.send(l, s.Person, fmt.Sprint("r", m.Revision))
	}
}

// cancel calls the meeting off and tells everyone who was invited.
func (t *turn) cancel(m *Meeting, why string) {
	before := m.Stage
	t.stage(m, Cancelled)
	m.CancelWhy = why
	if before != Noticed {
		return
	}
	m.Sequence++
	m.Revision++
	for _, s := range m.Seats {
		if s.Removed {
			continue
		}
		l := Letter{Kind: Cancel, Reason: "the meeting is cancelled", Zone: m.Zone, Meeting: t.meetingView(m, s.Person), Quote: why}
		l.Meeting.Method = "CANCEL"
		t.send(l, s.Person, fmt.Sprint("r", m.Revision))
	}
}

// uninvite takes one person's invitation back: a CANCEL to that person alone (RFC 5546 §3.2.5).
func (t *turn) uninvite(m *Meeting, id PersonID, reason string) {
	m.Revision++
	l := Letter{Kind: Cancel, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, id)}
	l.Meeting.Method, l.Meeting.Uninvited = "CANCEL", true
	l.Meeting.Sequence = m.Sequence + 1
	t.send(l, id, fmt.Sprint("r", m.Revision))
}
