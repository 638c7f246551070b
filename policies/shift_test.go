package policies

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// bare is a meeting of nothing but its days.
func bare(t *testing.T, schedule, shift string) *secretary.Policy {
	return load(t, "convener: boss\nhost: boss\nrecorder: boss\nplace: R\nroster: [{who: boss}]\nagenda: {items: [{no: '1', title: X}]}\nschedule: {"+schedule+"}\nholiday: {shift: "+shift+"}\n")
}

// TestMonthlyRulesAmongHolidays: the monthly rules of the regulations on the calendar of 2026, worked out by hand. In that
// year 4 January, 14 and 28 February, 9 May, 20 September and 10 October are make-up workdays.
func TestMonthlyRulesAmongHolidays(t *testing.T) {
	for _, c := range []struct{ why, place, schedule, shift, want string }{
		{"half-monthly (S1A-03)", "china", "rrule: 'FREQ=MONTHLY;BYMONTHDAY=1,16'", "later",
			"01-04 01-16 02-02 02-24 03-02 03-16 04-01 04-16 05-06 05-18 06-01 06-16 07-01 07-16 08-03 08-17 09-01 09-16 10-08 10-16 11-02 11-16 12-01 12-16"},
		{"the 29th, in February the 28th (S1E-20)", "china", "rrule: 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1'", "earlier",
			"01-29 02-28 03-27 04-29 05-29 06-29 07-29 08-28 09-29 10-29 11-27 12-29"},
		{"the 30th, in February the last day (S1D-20)", "china", "rrule: 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'", "later",
			"01-30 02-28 03-30 04-30 06-01 06-30 07-30 08-31 09-30 10-30 11-30 12-30"},
		{"the last working day", "china", "rrule: FREQ=MONTHLY;BYMONTHDAY=-1", "earlier",
			"01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31"},
		{"the first working day", "china", "rrule: FREQ=MONTHLY;BYMONTHDAY=1", "later",
			"01-04 02-02 03-02 04-01 05-06 06-01 07-01 08-03 09-01 10-08 11-02 12-01"},
		{"the first working day in Hong Kong", "hongkong", "rrule: FREQ=MONTHLY;BYMONTHDAY=1", "later",
			"01-02 02-02 03-02 04-01 05-04 06-01 07-02 08-03 09-01 10-02 11-02 12-01"},
		{"the last working day of February and September in Taiwan", "taiwan", "rrule: 'FREQ=YEARLY;BYMONTH=2,9;BYMONTHDAY=-1'", "earlier", "02-26 09-30"},
		{"the first Monday", "china", "rrule: FREQ=MONTHLY;BYDAY=1MO", "later",
			"01-05 02-02 03-02 04-07 05-06 06-01 07-06 08-03 09-07 10-08 11-02 12-07"},
		{"the last Friday", "china", "rrule: FREQ=MONTHLY;BYDAY=-1FR", "earlier",
			"01-30 02-27 03-27 04-24 05-29 06-26 07-31 08-28 09-24 10-30 11-27 12-25"},
		{"quarterly (S3-47)", "china", "rrule: FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1, from: 2026-01-01", "later", "01-04 04-01 07-01 10-08"},
		{"quarterly, left out on a holiday", "china", "rrule: FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1, from: 2026-01-01", "skip", "04-01 07-01"},
		{"nobody answers: put off", "china", "rrule: FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1, from: 2026-01-01", "ask", "01-04 04-01 07-01 10-08"},
	} {
		p := bare(t, c.schedule, c.shift)
		if got := strings.Join(held(p, staffed(p), placed(t, c.place)), " "); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.why, got, c.want)
		}
	}
}

// TestWeeklyRulesAmongHolidays: a week of holidays moves one meeting, and none to a day on which the series meets anyhow. What
// is given is how many meetings there are in 2026, and those on days that the rule does not give.
func TestWeeklyRulesAmongHolidays(t *testing.T) {
	for _, c := range []struct{ why, schedule, shift, want string }{
		{"of 16 and 23 February one is held", "rrule: FREQ=WEEKLY;BYDAY=MO", "later", "51: 02-24 04-07 05-06 10-08"},
		{"the same before, on a Saturday", "rrule: FREQ=WEEKLY;BYDAY=MO", "earlier", "51: 02-14 04-03 04-30 09-30"},
		{"left out", "rrule: FREQ=WEEKLY;BYDAY=MO", "skip", "47:"},
		{"held all the same", "rrule: FREQ=WEEKLY;BYDAY=MO", "keep", "52:"},
		{"nobody answers: put off, or left out", "rrule: FREQ=WEEKLY;BYDAY=MO", "ask", "51: 02-24 04-07 05-06 10-08"},
		{"Saturdays are meant (S1C-07)", "rrule: 'FREQ=WEEKLY;BYDAY=TU,TH,SA'", "later", "148: 01-04 05-06 06-22 09-28"},
		{"every second week from 9 February", "rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO, from: 2026-02-09", "later", "24: 02-24 04-07 05-06 10-08"},
		{"every working day", "rrule: FREQ=DAILY", "later", "248: 01-04 02-14 02-28 05-09 09-20 10-10"},
	} {
		p := bare(t, c.schedule, c.shift)
		days := held(p, staffed(p), placed(t, "china"))
		var moved []string
		for _, d := range days {
			if !given(t, p, d) {
				moved = append(moved, d)
			}
		}
		if got := strings.TrimSpace(fmt.Sprint(len(days), ": ", strings.Join(moved, " "))); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

// given reports whether the rule gives the day of 2026; a daily one is said to give the days from Monday to Friday.
func given(t *testing.T, p *secretary.Policy, day string) bool {
	t.Helper()
	rule := p.Schedule.RRule
	if rule == "FREQ=DAILY" {
		rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
	}
	cal := placed(t, "china")
	zone := cal.Zone("")
	first := max(p.Schedule.From, "2026-01-01").At(secretary.Clock{Hour: 9}, zone)
	starts, err := cal.Occurrences(rule, first, first, secretary.Date("2027-01-01").At(secretary.Clock{}, zone))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range starts {
		if s.Format("01-02") == day {
			return true
		}
	}
	return false
}

func placed(t *testing.T, place string) *calendar.Calendar {
	t.Helper()
	days, ok := calendar.PublishedDays(place)
	if !ok || !slices.Contains(calendar.Published(), place) {
		t.Fatal(place)
	}
	cal, err := calendar.New(calendar.Options{Days: days})
	if err != nil {
		t.Fatal(err)
	}
	return cal
}
