package secretary

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// in is a moment without a time of day.
func in(n int, u Unit) Moment { return Moment{Span: Span{n, u}} }

func moment(t *testing.T, s string) Moment {
	t.Helper()
	var m Moment
	if err := m.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestMoments counts from a Friday, 27 November 2026, and from the days around New Year's.
func TestMoments(t *testing.T) {
	check := func(text, from, after, before string) {
		t.Helper()
		m := moment(t, text)
		at, err := time.ParseInLocation("2006-01-02 15:04", from, cst)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.After(testCalendar{}, at).Format("2006-01-02 15:04"); got != after {
			t.Errorf("%s after %s is %s, not %s", text, from, got, after)
		}
		if got := m.Before(testCalendar{}, at).Format("2006-01-02 15:04"); got != before {
			t.Errorf("%s before %s is %s, not %s", text, from, got, before)
		}
	}
	check("2 workdays", "2026-11-27 10:30", "2026-12-01 10:30", "2026-11-25 10:30")       // S1E-06
	check("24 hours", "2026-11-27 10:30", "2026-11-28 10:30", "2026-11-26 10:30")         // S1G-13
	check("same day 18:00", "2026-11-27 10:30", "2026-11-27 18:00", "2026-11-27 10:30")   // S1B-30
	check("same day", "2026-11-27 10:30", "2026-11-27 23:59", "2026-11-27 10:30")         // G-54
	check("same day 08:00", "2026-11-27 10:30", "2026-11-27 10:30", "2026-11-27 08:00")   // never before what it follows
	check("1 workdays 10:00", "2026-11-27 17:30", "2026-11-30 10:00", "2026-11-26 10:00") // next working morning
	check("1 workdays 09:00", "2026-12-31 17:30", "2027-01-04 09:00", "2026-12-30 09:00") // New Year's Day
	check("1 days 09:00", "2026-11-30 14:00", "2026-12-01 09:00", "2026-11-29 09:00")     // S1D-18: before Tuesday 09:00
	check("1 weeks 09:00", "2026-11-27 14:00", "2026-12-04 09:00", "2026-11-20 09:00")
	check("1 months 17:00", "2027-01-31 09:00", "2027-02-28 17:00", "2026-12-31 17:00")
}

// TestMomentsAreWrittenAsTheyAreRead: by text and inside JSON, which the store keeps policies in.
func TestMomentsAreWrittenAsTheyAreRead(t *testing.T) {
	for in, want := range map[string]string{"same day": "same day 23:59", "same  day 18:00": "same day 18:00", "0 days 18:00": "same day 18:00", "1 workday 10:00": "1 workdays 10:00", "7 days": "7 days", "": ""} {
		m := moment(t, in)
		var back Moment
		js, err := json.Marshal(m)
		if err != nil || json.Unmarshal(js, &back) != nil || back != m || m.String() != want || m.IsSet() != (in != "") {
			t.Errorf("%q is written as %q, %s, and read as %v", in, m, js, back)
		}
	}
}

func TestMomentsThatAreNone(t *testing.T) {
	for in, why := range map[string]string{
		"7": "same day 18:00 or 1 workdays 10:00", "next day": "no length of time", "18:00": "no length of time", "2 days 25:00": "no time of day",
		"2 days noon": "no time of day", "3 hours 18:00": "stands behind days", "same": "no length of time", "same day 18:00 sharp": "no length of time",
	} {
		if err := new(Moment).UnmarshalText([]byte(in)); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v", in, err)
		}
	}
}
