package secretary

import (
	"slices"
	"time"
)

// Who comes by duty roster comes on the days on which they are on duty (当值, S1B-17): the people file says on which.

// Weekdays are the days of the week as files name them, by time.Weekday.
var Weekdays = []string{time.Sunday: "SU", time.Monday: "MO", time.Tuesday: "TU", time.Wednesday: "WE", time.Thursday: "TH", time.Friday: "FR", time.Saturday: "SA"}

// OnDuty reports whether the person is on duty that day. Of whom no days are known always is.
func (p *Person) OnDuty(d Date) bool {
	return len(p.Duty) == 0 || slices.Contains(p.Duty, string(d)) || slices.Contains(p.Duty, Weekdays[d.Weekday()])
}

// called lists whom a line of the roster invites to the meeting. A series' own invitation is to everybody, whatever the day.
func (t *turn) called(m *Meeting, rule *RosterRule) []PersonID {
	ids := t.Directory.Resolve(rule.Who)
	if !rule.OnDuty || m.Run != "" && m.Run == m.ID {
		return ids
	}
	day := DateOf(t.begin(m))
	return slices.DeleteFunc(ids, func(id PersonID) bool { return !t.Directory.Person(id).OnDuty(day) })
}
