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
	for i, start := range starts {
		if festive(cal, secretary.DateOf(start)) {
			continue
		}
		r.before(start)
		next := time.Time{}
		if i+1 < len(starts) {
			next = starts[i+1]
		}
		r.after(start.Add(p.Duration.Planned.Duration()), next)
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

func (r *rehearsal) warn(wrong bool, key, message, hint string, at ...time.Time) {
	if !wrong || r.seen[key] {
		return
	}
	r.seen[key] = true
	var when []any
	for _, t := range at {
		when = append(when, t.Format("2006-01-02 15:04"))
	}
	r.found = append(r.found, Fault{Key: key, Warning: true, Message: fmt.Sprintf(message, when...), Hint: hint})
}

// before checks the clocks that run down to the start.
func (r *rehearsal) before(start time.Time) {
	m := r.p.Materials
	notice, cutoff, send := r.p.Notice.Lead.Before(r.cal, start), m.Cutoff.Before(r.cal, start), m.Send.Before(r.cal, start)
	for _, c := range []struct {
		key string
		at  secretary.Moment
	}{{"notice.lead", r.p.Notice.Lead}, {"materials.cutoff", m.Cutoff}, {"materials.send", m.Send}, {"leave.cutoff", r.p.Leave.Cutoff}} {
		r.warn(c.at.At.Set && c.at.Before(r.cal, start).Equal(start), c.key, "is no time before the start, such as %s", "write an earlier time of day, or the day before", start)
	}
	if len(m.Required) == 0 || r.p.Notice.Exempt {
		return
	}
	r.warn(cutoff.Before(notice), "materials.cutoff", "materials are due before the notice, such as on %s and %s: it then goes out a working day before they are", "lengthen notice.lead, or shorten the cut-off", cutoff, notice)
	r.warn(send.Before(cutoff), "materials.send", "the pack would go out before the materials are due, such as on %s and %s", "send it later, or have them in earlier", send, cutoff)
}

// after checks the clocks that run from the end. Next is the start of the next meeting, zero where there is none; minutes that
// outlast a daily meeting are no contradiction.
func (r *rehearsal) after(end, next time.Time) {
	if r.p.Minutes.Required == "no" {
		return
	}
	d := r.p.Minutes.Deadline
	due := d.After(r.cal, end)
	r.warn(d.At.Set && due.Equal(end), "minutes.deadline", "has passed when the meeting ends, such as on %s", "write a later time of day, or the next working day", end)
	r.warn(!next.IsZero() && next.Sub(end) > day && due.After(next) && !festive(r.cal, secretary.DateOf(due)), "minutes.deadline", "the minutes would be due when the next meeting has begun, such as on %s and %s", "shorten the deadline", due, next)
}
