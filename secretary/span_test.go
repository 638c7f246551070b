package secretary

import (
	"testing"
	"time"
)

func TestSpansCountAsTheRegulationsDo(t *testing.T) {
	check := func(span, from, after, before string) {
		t.Helper()
		var s Span
		if err := s.UnmarshalText([]byte(span)); err != nil {
			t.Fatal(err)
		}
		at, err := time.ParseInLocation("2006-01-02 15:04", from, cst)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.After(testCalendar{}, at).Format("2006-01-02 15:04"); got != after {
			t.Errorf("%s after %s is %s, not %s", span, from, got, after)
		}
		if got := s.Before(testCalendar{}, at).Format("2006-01-02 15:04"); got != before {
			t.Errorf("%s before %s is %s, not %s", span, from, got, before)
		}
		if s.String() != span {
			t.Errorf("%q is written as %q", span, s)
		}
	}
	check("2 workdays", "2026-11-27 10:30", "2026-12-01 10:30", "2026-11-25 10:30")
	check("1 workdays", "2026-12-26 09:00", "2026-12-27 09:00", "2026-12-25 09:00") // a make-up Sunday
	check("1 workdays", "2026-12-31 09:00", "2027-01-04 09:00", "2026-12-30 09:00") // New Year's Day
	check("0 workdays", "2026-11-28 10:30", "2026-11-28 10:30", "2026-11-28 10:30")
	check("7 days", "2026-11-27 09:00", "2026-12-04 09:00", "2026-11-20 09:00")
	check("2 weeks", "2026-11-27 09:00", "2026-12-11 09:00", "2026-11-13 09:00")
	check("1 months", "2027-01-31 09:00", "2027-02-28 09:00", "2026-12-31 09:00")
	check("1 months", "2028-03-31 09:00", "2028-04-30 09:00", "2028-02-29 09:00")
	check("90 minutes", "2026-11-27 09:00", "2026-11-27 10:30", "2026-11-27 07:30")
	check("24 hours", "2026-11-27 09:00", "2026-11-28 09:00", "2026-11-26 09:00")
}

func TestSpansThatAreNone(t *testing.T) {
	for _, s := range []string{"7", "days 7", "-1 days", "1 fortnights", "one day", "10001 days", "2001 workdays", "99999999999999999999 hours"} {
		if err := new(Span).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read as a span", s)
		}
	}
	var s Span
	if err := s.UnmarshalText(nil); err != nil || s.IsSet() {
		t.Errorf("an empty span is %v, %v", s, err)
	}
}

// A day that is 23 hours long is still one day: the notice goes out at the same time of day.
func TestADayIsADayWhenClocksChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones on this machine")
	}
	at := time.Date(2027, 3, 29, 9, 0, 0, 0, berlin) // the day after
	if got := (Span{1, CalendarDays}).Before(testCalendar{}, at); got.Hour() != 9 || at.Sub(got) != 24*time.Hour {
		t.Errorf("a day before %s is %s", at, got)
	}
	if got := (Span{2, CalendarDays}).Before(testCalendar{}, at); got.Hour() != 9 || at.Sub(got) != 47*time.Hour {
		t.Errorf("two days before %s is %s", at, got)
	}
	if got := (Span{24, Hours}).Before(testCalendar{}, at.AddDate(0, 0, -1)); got.Hour() != 8 {
		t.Errorf("24 hours before %s is %s", at.AddDate(0, 0, -1), got)
	}
}

func TestClockKnowsMidnightFromNothing(t *testing.T) {
	var midnight, none Clock
	if err := midnight.UnmarshalText([]byte("00:00")); err != nil || !midnight.Set || midnight.String() != "00:00" {
		t.Errorf("midnight is %+v, %v", midnight, err)
	}
	if err := none.UnmarshalText(nil); err != nil || none.Set || none.String() != "" {
		t.Errorf("nothing is %+v, %v", none, err)
	}
	for _, s := range []string{"24:00", "9", "09:60", "nine"} {
		if err := new(Clock).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read as a time of day", s)
		}
	}
}
