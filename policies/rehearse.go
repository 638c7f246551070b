package policies

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// rehearsed is the day from which a year is played through where the policy gives none; any year would do.
const rehearsed secretary.Date = "2026-01-01"

// rehearse plays the policy's clocks through a year of its meetings and warns of days on which they contradict one
// another: workdays and hours do not always come in the order in which they are meant (G-08, G-41).
func rehearse(p *secretary.Policy, cal secretary.Calendar) []Fault {
	s := p.Schedule
	if s.RRule == "" || s.AdHoc || !s.Start.Set {
		return nil
	}
	first := max(s.From, rehearsed).At(s.Start, cal.Zone(p.Timezone))
	starts, err := cal.Occurrences(s.RRule, first, first, first.AddDate(1, 0, 0))
	if err != nil {
		return nil // checkDays says so
	}
	r := &rehearsal{p: p, cal: cal, seen: map[string]bool{}}
	for _, start := range starts {
		if !festive(cal, secretary.DateOf(start)) {
			r.before(start)
			r.after(start.Add(p.Duration.Planned.Duration()))
		}
	}
	return r.found
}

// festive reports whether there is a public holiday on d or in the two weeks before it: workdays and days part there,
// whatever the policy says.
func festive(cal secretary.Calendar, d secretary.Date) bool {
	for n := range 15 {
		if !cal.Holiday(d.Add(-n)).Empty() {
			return true
		}
	}
	return false
}

type rehearsal struct {
	p     *secretary.Policy
	cal   secretary.Calendar
	found []Fault // the first of each key
	seen  map[string]bool
}

func (r *rehearsal) warn(wrong bool, key, message string, at ...time.Time) {
	if !wrong || r.seen[key] {
		return
	}
	r.seen[key] = true
	var when []any
	for _, t := range at {
		when = append(when, t.Format("2006-01-02 15:04"))
	}
	r.found = append(r.found, Fault{Key: key, Warning: true, Message: fmt.Sprintf(message, when...)})
}

// before checks the clocks that run down to the start.
func (r *rehearsal) before(start time.Time) {
	m := r.p.Materials
	notice, cutoff, send := r.p.Notice.Lead.Before(r.cal, start), m.Cutoff.Before(r.cal, start), m.Send.Before(r.cal, start)
	for _, c := range []struct {
		key string
		at  secretary.Moment
	}{{"notice.lead", r.p.Notice.Lead}, {"materials.cutoff", m.Cutoff}, {"materials.send", m.Send}, {"leave.cutoff", r.p.Leave.Cutoff}} {
		r.warn(c.at.At.Set && c.at.Before(r.cal, start).Equal(start), c.key, "is no time before the start, such as %s", start)
	}
	if len(m.Required) == 0 || r.p.Notice.Exempt {
		return
	}
	r.warn(cutoff.Before(notice), "materials.cutoff", "materials are due before the notice, such as on %s and %s: it then goes out a working day before they are", cutoff, notice)
	r.warn(send.Before(cutoff), "materials.send", "the pack would go out before the materials are due, such as on %s and %s", send, cutoff)
}

// after checks the clocks that run from the end.
func (r *rehearsal) after(end time.Time) {
	d := r.p.Minutes.Deadline
	r.warn(d.At.Set && d.After(r.cal, end).Equal(end), "minutes.deadline", "has passed when the meeting ends, such as on %s", end)
}
