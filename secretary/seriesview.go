package secretary

import (
	"slices"
	"time"
)

// SeriesView is a series of meetings under one invitation, as one recipient may see it: everybody has exactly the
// occurrences that they have a seat in (imip §4).
type SeriesView struct {
	Rule  string     `json:"rule"`          // RRULE with the UNTIL that bounds it
	Dates []DateView `json:"dates"`         // the recipient's occurrences in the order of the rule, also those that are over
	Out   []OutView  `json:"out,omitempty"` // what the rule gives from the first to the last of Dates and is none of them
	Ends  bool       `json:"ends,omitempty"`
}

// DateView is one occurrence.
type DateView struct {
	Planned  time.Time  `json:"planned"` // the start that the rule gives: the RECURRENCE-ID; UTC
	Start    time.Time  `json:"start"`
	End      time.Time  `json:"end"`
	Place    Text       `json:"place"`
	Shift    string     `json:"shift,omitempty"` // see Meeting.Shift
	ShiftDay Text       `json:"shift_day,omitempty"`
	Sequence int        `json:"sequence,omitempty"`
	Seats    []SeatView `json:"seats,omitempty"` // who takes part in it, where it is told as an exception
	Apart    bool       `json:"apart,omitempty"` // it differs from the series: another time, place, length, roster or answer
}

// OutView is a date that falls out.
type OutView struct {
	Planned time.Time `json:"planned"`
	Day     Text      `json:"day,omitempty"` // the holiday's name
	Why     string    `json:"why,omitempty"` // the reason given, or a stable word: holiday
}

// seriesView shows a run to one person: from the first date to the last one that the person has a seat in.
func (t *turn) seriesView(run *Run, to PersonID) *SeriesView {
	v := &SeriesView{Rule: run.Rule, Ends: run.Ended}
	dates := t.datesOf(run)
	var out []OutView
	for _, at := range run.Dates {
		switch m := dates[at.Unix()]; {
		case at.Before(run.Joined[to]):
		case m == nil || m.Stage == Cancelled || m.seat(to) == nil:
			out = append(out, outView(at, m))
		default:
			if len(v.Dates) > 0 {
				v.Out = append(v.Out, out...)
			}
			v.Dates, out = append(v.Dates, t.dateView(run, m, to)), nil
		}
	}
	if n := len(v.Dates); n > 0 {
		v.Rule = bounded(run.Rule, v.Dates[n-1].Planned)
	}
	return v
}

func outView(at time.Time, m *Meeting) OutView {
	v := OutView{Planned: at}
	if m != nil && m.Stage == Cancelled {
		v.Day, v.Why = m.ShiftDay, m.CancelWhy
	}
	return v
}

func (t *turn) dateView(run *Run, m *Meeting, to PersonID) DateView {
	h := &run.Head
	v := DateView{Planned: m.Planned, Start: m.Start, End: m.End, Place: m.Place, Shift: m.Shift, ShiftDay: m.ShiftDay, Sequence: m.Sequence + m.removed(to)}
	v.Apart = !m.Start.Equal(m.Planned) || m.End.Sub(m.Start) != h.End.Sub(h.Start) || m.Place.In(Hans) != h.Place.In(Hans) || !sameSeats(h, m, to)
	if v.Apart {
		v.Seats = t.seatViews(m, to)
	}
	return v
}

// sameSeats reports whether the same people take part in the occurrence as in the series, and the reader has answered both
// alike.
func sameSeats(h, m *Meeting, to PersonID) bool {
	if a, b := h.seat(to), m.seat(to); a == nil || b == nil || a.Answer.PartStat != b.Answer.PartStat {
		return false
	}
	return h.Host == m.Host && slices.Equal(h.people(), m.people())
}

// people lists who has a seat, in order of ids.
func (m *Meeting) people() []PersonID {
	var out []PersonID
	for _, s := range m.Seats {
		if !s.Removed {
			out = append(out, s.Person)
		}
	}
	slices.Sort(out)
	return out
}

// forReader lays what the reader has of the series over the view of its head: the first date and its times.
func (v *MeetingView) forReader(s *SeriesView) {
	v.Series = s
	if len(s.Dates) == 0 {
		return
	}
	length := v.End.Sub(v.Start)
	v.Planned = s.Dates[0].Planned
	v.Start, v.End = v.Planned, v.Planned.Add(length)
}
