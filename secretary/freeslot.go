package secretary

import (
	"cmp"
	"slices"
	"time"
)

// Where free times are looked for: within the working day, on the half hour, and not at once.
var (
	opens  = Clock{8, 0, true}
	closes = Clock{18, 0, true}
)

const (
	halfHour = 30 * time.Minute
	atLeast  = hour // before a meeting that is moved there
	atMost   = 3    // are offered
)

// freeSlots are up to three times in the week of the meeting at which the people that it counts on and its room are free,
// in working hours: the nearest first, none overlapping another. They are in the meeting's own zone.
func (t *turn) freeSlots(m *Meeting, p *Policy) []time.Time {
	at, length := t.begin(m), m.End.Sub(m.Start)
	monday := DateOf(at).Add(-(int(at.Weekday()) + 6) % 7)
	var free []time.Time
	busy := t.busy(m, monday.At(Clock{}, at.Location()), monday.Add(7).At(Clock{}, at.Location()))
	for n := range 7 {
		day := monday.Add(n)
		for s := day.At(opens, at.Location()); t.mayMeet(p, day) && !s.Add(length).After(day.At(closes, at.Location())); s = s.Add(halfHour) {
			if !s.Before(t.now.Add(atLeast)) && p.Hours.Met(Clock{s.Hour(), s.Minute(), true}, length) == "" && !overlaps(busy, s, s.Add(length)) {
				free = append(free, s)
			}
		}
	}
	slices.SortStableFunc(free, func(a, b time.Time) int { return cmp.Compare(a.Sub(at).Abs(), b.Sub(at).Abs()) })
	return apart(free, length)
}

// busy lists the meetings between that want the same people or the same room.
func (t *turn) busy(m *Meeting, from, until time.Time) []*Meeting {
	return slices.DeleteFunc(t.around(m, from, until), func(o *Meeting) bool {
		people, room := t.shared(m, o)
		return len(people) == 0 && !room
	})
}

func overlaps(busy []*Meeting, from, until time.Time) bool {
	return slices.ContainsFunc(busy, func(o *Meeting) bool { return o.Start.Before(until) && o.End.After(from) })
}

// apart takes the first few that do not overlap one taken before.
func apart(starts []time.Time, length time.Duration) []time.Time {
	var out []time.Time
	for _, s := range starts {
		near := func(o time.Time) bool { return s.Sub(o).Abs() < length }
		if len(out) < atMost && !slices.ContainsFunc(out, near) {
			out = append(out, s)
		}
	}
	return out
}
