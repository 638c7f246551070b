package secretary

import (
	"slices"
	"strings"
	"time"
)

// place puts the occurrence of p that the rule gives for start on its day, moved off a day on which the company rests as
// holiday.shift says (S3-08, G-35). One that is left out is cancelled.
func (t *turn) place(p *Policy, m *Meeting, start time.Time) {
	m.Shift, m.ShiftDay, m.Earlier, m.Later = "", nil, time.Time{}, time.Time{}
	day := DateOf(start)
	if t.rests(p, day) {
		day = t.shift(p, m, start)
	}
	begin := day.At(p.Schedule.Start, start.Location())
	m.Start, m.End = begin.UTC(), begin.Add(p.Duration.Planned.Duration()).UTC()
}

// rests reports whether an occurrence on d falls on a day on which the company rests. Who writes Saturday into the rule means
// it, public holidays aside (S1C-07).
func (t *turn) rests(p *Policy, d Date) bool {
	return !t.Calendar.Workday(d) && p.Schedule.Workdays != "all" && !(p.Schedule.wants(d) && t.Calendar.Holiday(d).Empty())
}

// shift says on m what becomes of it, and returns the day on which it is held for now.
func (t *turn) shift(p *Policy, m *Meeting, start time.Time) Date {
	day := DateOf(start)
	m.ShiftDay, m.Shift = t.Calendar.Holiday(day), p.Holiday.Shift
	switch m.Shift {
	case "earlier", "later":
		to := t.elsewhere(p, start, map[string]int{"earlier": -1, "later": 1}[m.Shift])
		if to != "" {
			return to
		}
		m.leaveOut()
	case "skip":
		m.leaveOut()
	case "keep":
	default:
		m.Shift = "ask"
		m.Earlier, m.Later = t.elsewhere(p, start, -1).orNever(p, start), t.elsewhere(p, start, 1).orNever(p, start)
	}
	return day
}

// leaveOut cancels a meeting that nobody was told of.
func (m *Meeting) leaveOut() { m.Shift, m.Stage, m.CancelWhy = "skip", Cancelled, "holiday" }

// orNever is p's hour on d; zero for no day.
func (d Date) orNever(p *Policy, start time.Time) time.Time {
	if d == "" {
		return time.Time{}
	}
	return d.At(p.Schedule.Start, start.Location()).UTC()
}

// elsewhere is the workday next to an occurrence on a day off, before it or after it; "" where the series meets on that day
// anyhow, by its rule or because an earlier occurrence has moved there: a week off moves one meeting, not three.
func (t *turn) elsewhere(p *Policy, start time.Time, n int) Date {
	day := DateOf(start)
	to := AddWorkdays(t.Calendar, day, n)
	for _, o := range t.near(p, start, to) {
		if o == to || o < day && t.rests(p, o) && AddWorkdays(t.Calendar, o, n) == to {
			return ""
		}
	}
	return to
}

// longestRest is more than any run of days off.
const longestRest = 31

// near lists the days that the rule gives around an occurrence and the day to which it would move.
func (t *turn) near(p *Policy, start time.Time, to Date) []Date {
	s := t.Series[p.ID]
	if s == nil {
		return nil
	}
	from, until := min(DateOf(start), to).Add(-longestRest), max(DateOf(start), to).Add(1)
	starts, _ := t.Calendar.Occurrences(p.Schedule.RRule, p.first(s).At(p.Schedule.Start, start.Location()), from.At(Clock{}, start.Location()), until.At(Clock{}, start.Location()))
	var out []Date
	for _, o := range starts {
		if d := DateOf(o); p.Schedule.Until == "" || d <= p.Schedule.Until {
			out = append(out, d)
		}
	}
	return out
}

// wants reports whether the rule names d's day of the week.
func (s *Schedule) wants(d Date) bool {
	name := strings.ToUpper(d.Weekday().String()[:2])
	for part := range strings.SplitSeq(strings.ToUpper(s.RRule), ";") {
		if days, found := strings.CutPrefix(part, "BYDAY="); found {
			return slices.ContainsFunc(strings.Split(days, ","), func(day string) bool { return strings.HasSuffix(day, name) })
		}
	}
	return false
}

// misplaced reports whether m, of which nobody was told yet, would be put elsewhere by what is known of the days now.
func (t *turn) misplaced(p *Policy, m *Meeting, start time.Time) bool {
	as := &Meeting{}
	t.place(p, as, start)
	return !as.Start.Equal(m.Start) || as.Shift != m.Shift || !as.Earlier.Equal(m.Earlier) || !as.Later.Equal(m.Later)
}
