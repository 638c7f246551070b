package templates

import (
	"fmt"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

var weekdays = [7]string{"日", "一", "二", "三", "四", "五", "六"}

// day says a calendar day: 11月27日（周五）, 11月27日（週五）, Fri 27 Nov 2026. The year is left out where the meeting's
// own year tells it, save in English and in documents.
func (v *view) day(t time.Time) string {
	if v.Lang == secretary.English {
		return t.Format("Mon 2 Jan 2006")
	}
	s := t.Format("1月2日")
	if v.formal || t.Year() != v.year {
		s = t.Format("2006年1月2日")
	}
	week := "周"
	if v.Lang == secretary.Hant {
		week = "週"
	}
	return s + "（" + week + weekdays[t.Weekday()] + "）"
}

// Day says a date; "" for none.
func (v *view) Day(d secretary.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return v.day(t)
}

// Time says an instant in the letter's zone; "" for none.
func (v *view) Time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(v.zone)
	if v.Lang == secretary.English {
		return v.day(t) + ", " + t.Format("15:04")
	}
	return v.day(t) + t.Format("15:04")
}

// Clock says the time of day; "" for none.
func (v *view) Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(v.zone).Format("15:04")
}

// Slot says from when to when. The zone is named in English, and wherever the reader's differs from the meeting's.
func (v *view) Slot(from, to time.Time) string {
	s := v.Time(from)
	a, b := from.In(v.zone), to.In(v.zone)
	switch {
	case to.IsZero():
	case a.YearDay() == b.YearDay() && a.Year() == b.Year():
		s += "–" + b.Format("15:04")
	default:
		s += " – " + v.Time(to)
	}
	return s + v.zoneNote()
}

// When says when the meeting is, or the meetings of a series.
func (v *view) When() string {
	if v.Span() != "" {
		return v.SeriesWhen()
	}
	return v.Slot(v.Meeting.Start, v.Meeting.End)
}

// MeetingDay says the day the meeting is on.
func (v *view) MeetingDay() string { return v.day(v.Meeting.Start.In(v.zone)) }

// Start says when the meeting begins, or the span of a series, for a subject.
func (v *view) Start() string {
	if s := v.Span(); s != "" {
		return s
	}
	return v.Time(v.Meeting.Start)
}

// Before says by when an answer is wanted: 在…前; 在会前 where that is the meeting's own beginning, which the letter names
// anyway; 尽快 where there is no deadline.
func (v *view) Before() markup {
	switch {
	case v.Deadline.IsZero():
		return markup(v.W("soon"))
	case v.Meeting != nil && v.Deadline.Equal(v.Meeting.Start):
		return markup("**" + v.W("before.start") + "**")
	}
	return markup(fmt.Sprintf(v.W("before"), "**"+v.Time(v.Deadline)+"**"))
}

// Value says a changed value: an instant or a date in words, anything else as it is.
func (v *view) Value(s string) string {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return v.Time(t)
	}
	if d := v.Day(secretary.Date(s)); d != "" {
		return d
	}
	if s == "" {
		return v.W("none")
	}
	return s
}

// BeforePlain is Before for a subject.
func (v *view) BeforePlain() string { return strings.ReplaceAll(string(v.Before()), "**", "") }

// PlainDay is a date without its weekday, for a place that has brackets of its own.
func (v *view) PlainDay(d secretary.Date) string {
	s := v.Day(d)
	if i := strings.Index(s, "（"); i > 0 {
		return s[:i]
	}
	return s
}
