package secretary

import (
	"fmt"
	"time"
)

// move sets another time or place for a meeting that was or was not noticed yet. A new time counts up SEQUENCE and
// asks everyone again; so does another place (RFC 5546 §2.1.4, imip §2.3).
func (t *turn) move(m *Meeting, start, end time.Time, place Text, reason string) {
	old := *m
	if !start.IsZero() && !start.Equal(m.Start) {
		if !end.After(start) {
			end = start.Add(m.End.Sub(m.Start))
		}
		m.Start, m.End, m.TimeSet = start.UTC(), end.UTC(), true
		m.Shift = ""
	}
	if !place.Empty() && place.In(Hans) != m.Place.In(Hans) {
		m.Place, m.PlaceSet = place, true
	}
	changes := moves(&old, m, Hans)
	if len(changes) == 0 {
		return
	}
	for _, c := range changes {
		t.note("moved", "", c.Field+" "+c.Old, c.New)
	}
	if m.Stage == Noticed {
		m.Sequence++
		m.Revision++
		t.askAnew(m, &old, reason)
	}
}

// moves lists what differs between two states of a meeting, for a reader of the language.
func moves(old, m *Meeting, l Lang) []Change {
	var out []Change
	if !old.Start.Equal(m.Start) {
		out = append(out, Change{"start", old.Start.UTC().Format(time.RFC3339), m.Start.UTC().Format(time.RFC3339)})
	}
	if old.Place.In(Hans) != m.Place.In(Hans) {
		out = append(out, Change{"place", old.Place.In(l), m.Place.In(l)})
	}
	return out
}

// askAnew tells everybody of the change and asks again who had answered. A delegation stands, but whoever gave it
// learns of the change too.
func (t *turn) askAnew(m *Meeting, old *Meeting, reason string) {
	for i := range m.Seats {
		if s := &m.Seats[i]; !s.Removed && s.Answer.PartStat != Delegated {
			s.Answer, s.Leave, s.Proposed, s.Invited = Answer{Sequence: m.Sequence}, "", "", t.now
		}
	}
	for _, s := range m.Seats {
		if s.Removed {
			continue
		}
		l := t.meetingLetter(m, Update, s.Person, reason)
		l.Changes, l.Deadline = moves(old, m, t.lang(t.Directory.Person(s.Person))), m.Start
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

// uninvite takes one person's invitation back: a CANCEL to that person alone (RFC 5546 §3.2.5). The seat is removed
// already, so that the view counts up the SEQUENCE.
func (t *turn) uninvite(m *Meeting, id PersonID, reason string) {
	m.Revision++
	l := Letter{Kind: Cancel, Reason: reason, Zone: m.Zone, Meeting: t.meetingView(m, id)}
	l.Meeting.Method, l.Meeting.Uninvited = "CANCEL", true
	t.send(l, id, fmt.Sprint("r", m.Revision))
}
