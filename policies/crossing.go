package policies

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// Crossings compares the policies of an office with one another and warns, at the later of two, of meetings that their
// rules put at one time where the same people or the same room are wanted at both (G-31), unless one of the two says
// which gives way. The lists of faults are in the order of the policies.
func Crossings(all []*secretary.Policy, dir *secretary.Directory, cal secretary.Calendar) [][]Fault {
	out := make([][]Fault, len(all))
	var earlier []course
	for i, p := range all {
		c := courseOf(p, dir, cal)
		for _, o := range earlier {
			if f := c.crosses(o, dir); f != nil {
				out[i] = append(out[i], *f)
			}
		}
		if len(c.days) > 0 {
			earlier = append(earlier, c)
		}
	}
	return out
}

// course is where the meetings of a policy stand in a year, and who is wanted there.
type course struct {
	p      *secretary.Policy
	days   map[secretary.Date]time.Time // the start of the meeting on each day
	long   time.Duration
	people []secretary.PersonID
	room   string // "" where the meeting is not in a room
}

func courseOf(p *secretary.Policy, dir *secretary.Directory, cal secretary.Calendar) course {
	p = WithDefaults(p)
	c := course{p: p, days: map[secretary.Date]time.Time{}, long: p.Duration.Planned.Duration()}
	s := p.Schedule
	if p.Disabled || s.AdHoc || s.RRule == "" || !s.Start.Set || c.long == 0 {
		return c
	}
	first := max(s.From, rehearsed).At(s.Start, cal.Zone(p.Timezone))
	starts, err := cal.Occurrences(s.RRule, first, first, first.AddDate(1, 0, 0))
	if err != nil {
		return c
	}
	for _, at := range starts {
		if day := secretary.DateOf(at); s.Workdays == "all" || cal.Workday(day) || s.Workdays == "" && cal.Holiday(day).Empty() {
			c.days[day] = at
		}
	}
	for _, r := range p.Roster {
		if !r.Optional {
			c.people = append(c.people, dir.Resolve(r.Who)...)
		}
	}
	c.people = append(append(c.people, dir.Resolve(p.Host)...), dir.Resolve(p.Recorder)...)
	if p.Mode == "room" {
		c.room = strings.Join(strings.Fields(p.Place.In(secretary.Hans)), "")
	}
	return c
}

// crosses says how c stands in the way of an earlier course; nil where it does not, or where one gives way by its rule.
func (c course) crosses(o course, dir *secretary.Directory) *Fault {
	if c.p.Conflict.Rule != "ask" || o.p.Conflict.Rule != "ask" || c.p.ID == o.p.ID {
		return nil
	}
	why := c.both(o, dir)
	if why == "" {
		return nil
	}
	var on []secretary.Date
	for _, day := range slices.Sorted(maps.Keys(c.days)) {
		a, b := c.days[day], o.days[day]
		if !b.IsZero() && a.Before(b.Add(o.long)) && b.Before(a.Add(c.long)) {
			on = append(on, day)
		}
	}
	if len(on) == 0 {
		return nil
	}
	return &Fault{
		Key: "schedule.start", Warning: true, Hint: "move one of them, or say by conflict.rule which gives way: skip or move here, keep for both to stand",
		Message: fmt.Sprintf("on %d days of a year, such as %s, %s %s is held at the same time, and both want %s", len(on), on[0], o.p.ID, o.p.Title.In(secretary.Hans), why),
	}
}

// both says who or what is wanted at both.
func (c course) both(o course, dir *secretary.Directory) string {
	var who []secretary.PersonID
	for _, id := range c.people {
		if slices.Contains(o.people, id) && !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	const few = 3
	out := names(who[:min(len(who), few)], dir)
	if n := len(who) - few; n > 0 {
		out += fmt.Sprintf(" and %d more", n)
	}
	if len(who) > 0 {
		return out
	}
	if c.room != "" && c.room == o.room {
		return "the room " + cmp.Or(c.p.Place.In(secretary.English), c.room)
	}
	return ""
}
