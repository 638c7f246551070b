package calendar

import (
	"errors"
	"fmt"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// recurs reports whether the object is of a series: all of it, or one of its occurrences. Only then times stay on the
// clock of a zone (O-26).
func recurs(m *secretary.MeetingView) bool { return m.Series != nil || !m.Recurrence.IsZero() }

// completeSeries reports what the object of a series cannot do without: dates, and a zone that its rule is in.
func completeSeries(m *secretary.MeetingView) error {
	switch {
	case !recurs(m):
		return nil
	case iana(m.Zone) == nil:
		return fmt.Errorf("the series' zone %q is no IANA name", m.Zone)
	case m.Series != nil && m.Method != "CANCEL" && (len(m.Series.Dates) == 0 || m.Series.Rule == ""):
		return errors.New("a series without dates")
	}
	return nil
}

// timezone writes the VTIMEZONE that the times of a series are in (O-27); none for UTC.
func timezone(m *secretary.MeetingView) ([]*ical.Component, error) {
	if !recurs(m) || iana(m.Zone) == time.UTC {
		return nil, nil
	}
	from, to := lasts(m)
	z, err := Timezone(m.Zone, from, to)
	return []*ical.Component{z}, err
}

// lasts reaches from the first to behind the last instant that the object names.
func lasts(m *secretary.MeetingView) (from, to time.Time) {
	times := []time.Time{m.Start, m.End}
	if !m.Recurrence.IsZero() {
		times = append(times, m.Recurrence)
	}
	if m.Series != nil {
		for _, d := range m.Series.Dates {
			times = append(times, d.Planned, d.Start, d.End)
		}
	}
	from, to = times[0], times[0]
	for _, t := range times {
		if t.Before(from) {
			from = t
		}
		if t.After(to) {
			to = t
		}
	}
	return from, to.Add(24 * time.Hour)
}

// setLocal writes an instant: in UTC of a single meeting, on the clock of its zone in a series.
func setLocal(c *ical.Component, name string, m *secretary.MeetingView, t time.Time) {
	zone := iana(m.Zone)
	if !recurs(m) || zone == time.UTC {
		setTime(c, name, t)
		return
	}
	set(c, name, t.In(zone).Format("20060102T150405")).Params.Set(ical.ParamTimezoneID, m.Zone)
}

// recurrence says which occurrence the event is, or what all of them are: the rule and what falls out of it, in the zone
// of DTSTART. A CANCEL takes everything back and needs no rule.
func recurrence(e *ical.Component, m *secretary.MeetingView) {
	if !m.Recurrence.IsZero() {
		setLocal(e, ical.PropRecurrenceID, m, m.Recurrence)
	}
	if m.Series == nil || m.Method == "CANCEL" {
		return
	}
	set(e, ical.PropRecurrenceRule, oneLine(m.Series.Rule))
	for _, o := range m.Series.Out {
		setLocal(e, ical.PropExceptionDates, m, o.Planned)
	}
}

// exceptions writes an event for each occurrence that differs from the series, complete in itself.
func exceptions(l *secretary.Letter, office secretary.Office, method string) []*ical.Component {
	if l.Meeting.Series == nil || method != "REQUEST" {
		return nil
	}
	var out []*ical.Component
	for _, d := range l.Meeting.Series.Dates {
		if d.Apart {
			out = append(out, event(exception(l, d), office, method))
		}
	}
	return out
}

// exception is the letter about one occurrence of the series.
func exception(l *secretary.Letter, d secretary.DateView) *secretary.Letter {
	one, m := *l, *l.Meeting
	m.Series, m.Recurrence = nil, d.Planned
	m.Start, m.End, m.Place, m.Seats = d.Start, d.End, d.Place, d.Seats
	m.Sequence = max(m.Sequence, d.Sequence)
	one.Meeting = &m
	return &one
}
