package templates

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// coming are the dates of the series that lie ahead of the letter.
func (v *view) coming() []secretary.DateView {
	if v.Meeting == nil || v.Meeting.Series == nil {
		return nil
	}
	var out []secretary.DateView
	for _, d := range v.Meeting.Series.Dates {
		if d.Start.After(v.Meeting.Stamp) {
			out = append(out, d)
		}
	}
	return out
}

// Span says from when to when the dates of a series reach and how many they are; "" for a single meeting.
func (v *view) Span() string {
	dates := v.coming()
	if len(dates) == 0 {
		return ""
	}
	from, to := dates[0].Start.In(v.zone), dates[len(dates)-1].Start.In(v.zone)
	return v.W("series.span", v.plain(from, v.Chinese() || from.Year() != to.Year()), v.plain(to, !v.Chinese() || from.Year() != to.Year()), len(dates))
}

// plain is a day without its weekday.
func (v *view) plain(t time.Time, year bool) string {
	switch {
	case !v.Chinese() && year:
		return t.Format("2 Jan 2006")
	case !v.Chinese():
		return t.Format("2 Jan")
	case year:
		return t.Format("2006年1月2日")
	}
	return t.Format("1月2日")
}

// SeriesWhen says when the meetings of a series are: the span, and their time of day.
func (v *view) SeriesWhen() string {
	clock := v.Clock(v.Meeting.Start) + "–" + v.Clock(v.Meeting.End)
	return v.W("series.each", v.Span(), clock) + v.zoneNote()
}

// Until is the last date of a series, also where it is over.
func (v *view) Until() string {
	dates := v.Meeting.Series.Dates
	if len(dates) == 0 {
		return ""
	}
	return v.day(dates[len(dates)-1].Start.In(v.zone))
}

// DateMonths lists the dates of a series by month. Those that were moved are told one by one, by Elsewhere.
func (v *view) DateMonths() []line {
	var dates []time.Time
	for _, d := range v.coming() {
		if !moved(d) {
			dates = append(dates, d.Start.In(v.zone))
		}
	}
	out := v.gather(len(dates), func(i int) line { return line{v.month(secretary.DateOf(dates[i])), strconv.Itoa(dates[i].Day())} })
	for i := range out {
		out[i].Text = v.W("series.days", out[i].Text)
	}
	return out
}

// moved reports whether a date is not the one that the rule gives, or may not be.
func moved(d secretary.DateView) bool { return !d.Start.Equal(d.Planned) || d.Shift == "ask" }

// Elsewhere lists the dates of a series that were moved, with why.
func (v *view) Elsewhere() []line {
	var out []line
	for _, d := range v.coming() {
		if moved(d) {
			out = append(out, line{v.Time(d.Start), v.whyShifted(d)})
		}
	}
	return out
}

func (v *view) whyShifted(d secretary.DateView) string {
	planned, name := v.day(d.Planned.In(v.zone)), v.dayOff(d.ShiftDay)
	switch d.Shift {
	case "earlier", "later":
		return v.W("series."+d.Shift, planned, name)
	case "ask", "conflict":
		return v.W("shift."+d.Shift, planned, name)
	}
	return v.W("series.was", planned)
}

// Off lists the dates that a series would have, and that fall out for a reason.
func (v *view) Off() []line {
	if v.Meeting.Series == nil {
		return nil
	}
	var out []line
	for _, o := range v.Meeting.Series.Out {
		why := v.T(o.Day)
		if why == "" && o.Why != "" {
			why = strings.TrimSuffix(v.Term("cancel", o.Why), "。")
		}
		if why != "" && o.Planned.After(v.Meeting.Stamp) {
			out = append(out, line{v.day(o.Planned.In(v.zone)), why})
		}
	}
	return out
}

// Answered reports whether the letter is about one date of a series to which the reader has said something already.
func (v *view) Answered() bool {
	s := v.Seat()
	return !v.Meeting.Recurrence.IsZero() && s != nil && s.PartStat != "" && s.PartStat != secretary.NeedsAction
}

// MyAnswer words what the reader has said.
func (v *view) MyAnswer() string { return v.Term("part", v.Seat().PartStat) }

// zoneNote names the zone where a reader might take another one for granted.
func (v *view) zoneNote() string {
	switch {
	case v.Lang == secretary.English:
		return " (" + v.zone.String() + ")"
	case v.Meeting != nil && v.Meeting.Zone != "" && v.Meeting.Zone != v.zone.String():
		return fmt.Sprintf("（%s）", v.zone)
	}
	return ""
}

// Ends reports whether the letter says that nothing more comes of a series.
func (v *view) Ends() bool { return v.Meeting.Series != nil && v.Meeting.Series.Ends }
