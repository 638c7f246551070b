package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Clash is one conflict of a meeting: another meeting at the same time that wants the same people or the same room, or
// hours to keep free. Only meetings that huiban holds count. It never stands in the meeting's way (S1E-21, G-31).
type Clash struct {
	With   MeetingID  `json:"with,omitempty"`   // the other meeting; "" where Hours says what is in the way
	Start  time.Time  `json:"start"`            // of the meeting itself, as it was when it clashed; UTC
	End    time.Time  `json:"end"`              //
	From   time.Time  `json:"from,omitzero"`    // of the other meeting; UTC
	Until  time.Time  `json:"until,omitzero"`   //
	People []PersonID `json:"people,omitempty"` // who is wanted at both, in the order of the seats
	Room   bool       `json:"room,omitempty"`   // both are in one room
	Hours  string     `json:"hours,omitempty"`  // of hours.avoid, or RestDay
}

// RestDay is the Hours of a clash with a day on which the company rests.
const RestDay = "rest"

// longest bounds the length of a meeting: who looks for meetings at some time looks for those that began so long before. A day
// would have every event of a large office read the meetings of two.
const longest = 12 * hour

// Clashes lists the conflicts of a meeting as it stands, by the other's start, that with hours to keep free last; none of
// one that is over. It changes nothing on the desk.
func Clashes(d *Desk, id MeetingID, now time.Time) []Clash {
	t := newTurn(d, MeetingCase(id), now, "")
	m := t.meeting()
	if m == nil || !m.toCome() || !m.Start.After(t.now) {
		return nil
	}
	return t.clashes(m)
}

// toCome reports whether the meeting is in the plan or noticed.
func (m *Meeting) toCome() bool { return m.Stage == Planned || m.Stage == Noticed }

func (t *turn) clashes(m *Meeting) []Clash {
	var out []Clash
	for _, o := range t.around(m, m.Start, m.End) {
		if people, room := t.shared(m, o); room || len(people) > 0 {
			out = append(out, Clash{With: o.ID, Start: m.Start, End: m.End, From: o.Start, Until: o.End, People: people, Room: room})
		}
	}
	if h := t.keptFree(m); h != "" {
		out = append(out, Clash{Start: m.Start, End: m.End, Hours: h})
	}
	return out
}

// around lists the other meetings to come that overlap the time between, by start. The desk's own are true before those
// that lie elsewhere.
func (t *turn) around(m *Meeting, from, until time.Time) []*Meeting {
	var out []*Meeting
	add := func(o *Meeting) {
		if o.overlaps(from, until) && o.ID != m.ID {
			out = append(out, o)
		}
	}
	for _, o := range t.Meetings {
		add(o)
	}
	if t.Elsewhere != nil {
		for _, o := range t.Elsewhere(from.Add(-longest), until) {
			if t.Meetings[o.ID] == nil {
				add(o)
			}
		}
	}
	slices.SortFunc(out, byStart)
	return out
}

// overlaps reports whether the meeting is to come and takes up some of the time between.
func (m *Meeting) overlaps(from, until time.Time) bool {
	return m.Start.Before(until) && m.End.After(from) && m.toCome()
}

// byStart orders meetings by their start.
func byStart(a, b *Meeting) int { return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID)) }

// shared is who is wanted at both meetings, and whether both are in one room.
func (t *turn) shared(m, o *Meeting) (people []PersonID, room bool) {
	for _, s := range m.Seats {
		if other := o.seat(s.Person); s.wanted() && other != nil && other.wanted() && !slices.Contains(people, s.Person) {
			people = append(people, s.Person)
		}
	}
	name := t.room(m)
	return people, name != "" && name == t.room(o)
}

// wanted reports whether the meeting counts on the holder of the seat: not on who has declined, nor on whom somebody
// stands in for; on who may but need not come (列席) once they said that they will.
func (s *Seat) wanted() bool {
	switch {
	case s.Removed, s.Delegate != "", s.Answer.PartStat == Declined, s.Answer.PartStat == Delegated:
		return false
	case s.Optional:
		return s.Answer.PartStat == Accepted
	}
	return true
}

// room is the name of the room by which two meetings in one are told; "" where the meeting is not in a room.
func (t *turn) room(m *Meeting) string {
	if m.Mode != "" && m.Mode != "room" {
		return ""
	}
	name := strings.Join(strings.Fields(m.Place.In(Hans)), "")
	if t.Fold != nil {
		return t.Fold(name)
	}
	return name
}

// keptFree is what of hours.avoid the meeting runs into, or RestDay where somebody has moved it to one; "" where it does
// neither. What a rule puts on a day off is the business of holiday.shift, and so is what somebody keeps there.
func (t *turn) keptFree(m *Meeting) string {
	p, at := t.policy(m), t.begin(m)
	day := DateOf(at)
	switch h := p.Hours.Met(Clock{at.Hour(), at.Minute(), true}, m.End.Sub(m.Start)); {
	case h != "":
		return h
	case m.TimeSet && m.Shift != "keep" && !t.mayMeet(p, day):
		return RestDay
	}
	return ""
}

// mayMeet reports whether meetings of the policy may be held on that day.
func (t *turn) mayMeet(p *Policy, day Date) bool {
	return t.Calendar.Workday(day) || p.Schedule.Workdays == "all" || p.Schedule.wants(day) && t.Calendar.Holiday(day).Empty()
}

// same reports whether both are the same two meetings at the same times, or the same hours.
func (c *Clash) same(o *Clash) bool {
	return c.With == o.With && c.Hours == o.Hours && c.Start.Equal(o.Start) && c.End.Equal(o.End) && c.From.Equal(o.From) && c.Until.Equal(o.Until)
}

// known reports whether c says nothing that is not in the others. Fewer people than before are nothing new.
func (c *Clash) known(others []Clash) bool {
	return slices.ContainsFunc(others, func(o Clash) bool {
		missing := slices.ContainsFunc(c.People, func(id PersonID) bool { return !slices.Contains(o.People, id) })
		return c.same(&o) && (o.Room || !c.Room) && !missing
	})
}

// standing are the clashes to remember: those of now, with everybody in them whom a clash of old had at the same times.
func standing(old, now []Clash) []Clash {
	out := slices.Clone(now)
	for i := range out {
		c := &out[i]
		for _, o := range old {
			if !c.same(&o) {
				continue
			}
			c.Room, c.People = c.Room || o.Room, slices.Clone(o.People)
			for _, id := range now[i].People {
				if !slices.Contains(c.People, id) {
					c.People = append(c.People, id)
				}
			}
		}
	}
	return out
}
