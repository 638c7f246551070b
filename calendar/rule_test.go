package calendar

import (
	"strings"
	"testing"
	"time"
)

func company(t testing.TB, o Options) *Calendar {
	t.Helper()
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func at(t testing.TB, zone, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, iana(zone))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestOccurrences(t *testing.T) {
	c := company(t, Options{})
	check := func(rule, first, from, to, want string) {
		t.Helper()
		got, err := c.Occurrences(rule, at(t, "Asia/Shanghai", first+" 09:00"), at(t, "Asia/Shanghai", from+" 00:00"), at(t, "Asia/Shanghai", to+" 00:00"))
		if err != nil {
			t.Errorf("%s: %v", rule, err)
		}
		var days []string
		for _, g := range got {
			if g.Format("15:04 MST") != "09:00 CST" {
				t.Errorf("%s: %v", rule, g)
			}
			days = append(days, g.Format("0102"))
		}
		if s := strings.Join(days, " "); s != want {
			t.Errorf("%s: %s, want %s", rule, s, want)
		}
	}
	check("FREQ=WEEKLY;BYDAY=FR", "2026-11-06", "2026-11-01", "2026-12-01", "1106 1113 1120 1127")
	check("FREQ=WEEKLY;BYDAY=FR;", "2026-11-06", "2026-11-13", "2026-11-27", "1113 1120")
	check("rrule:freq=weekly;byday=fr", "2026-11-06", "2026-11-13", "2026-11-20", "1113")
	check("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-02", "2026-11-01", "2026-12-31", "1102 1116 1130 1214 1228")
	check("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "2027-01-29", "2027-01-01", "2027-05-01", "0129 0228 0329 0429")
	check("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "2028-01-29", "2028-02-01", "2028-03-01", "0229")
	check("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-01-30", "2027-01-01", "2027-04-01", "0130 0228 0330")
	check("FREQ=MONTHLY;BYMONTHDAY=29", "2027-01-29", "2027-01-01", "2027-04-01", "0129 0329")
	check("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31", "2027-01-01", "2027-04-01", "0131 0228 0331")
	check("FREQ=MONTHLY;BYMONTHDAY=15,-1", "2027-01-15", "2027-01-01", "2027-03-01", "0115 0131 0215 0228")
	check("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-01", "2027-01-31", "1127 1225 0129")
	check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-11-02", "2026-11-01", "2027-01-31", "1102 1201 0101")
	check("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "2026-01-10", "2026-01-01", "2027-01-01", "0110 0410 0710 1010")
	check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29", "2026-01-01", "2033-01-01", "0229 0229")
	check("FREQ=DAILY;UNTIL=20261103", "2026-11-01", "2026-11-01", "2026-12-01", "1101 1102 1103")
	check("FREQ=DAILY;UNTIL=20261103T010000Z", "2026-11-01", "2026-11-01", "2026-12-01", "1101 1102 1103")
	check("FREQ=DAILY;COUNT=2", "2026-11-01", "2026-11-02", "2026-12-01", "1102")
	check("FREQ=WEEKLY;BYDAY=FR", "2026-11-04", "2026-11-01", "2026-11-10", "1106") // first is no occurrence
	check("FREQ=WEEKLY;BYDAY=FR", "2026-11-06", "2026-11-27", "2026-11-01", "")
}

// TestOccurrencesKeepTheClock crosses both changes of summer time.
func TestOccurrencesKeepTheClock(t *testing.T) {
	c := company(t, Options{})
	first := at(t, "America/New_York", "2026-03-01 09:00")
	got, err := c.Occurrences("FREQ=WEEKLY;BYDAY=SU", first, first, first.AddDate(1, 0, 0))
	if err != nil || len(got) != 53 {
		t.Fatal(len(got), err)
	}
	offsets := map[string]bool{}
	for _, g := range got {
		if g.Format("Mon 15:04") != "Sun 09:00" || g.Location() != first.Location() {
			t.Error(g)
		}
		offsets[g.Format("-07")] = true
	}
	if len(offsets) != 2 {
		t.Error(offsets)
	}
}

func TestOccurrencesAreCapped(t *testing.T) {
	c := company(t, Options{})
	first := at(t, "Asia/Shanghai", "2026-01-01 09:00")
	if got, err := c.Occurrences("FREQ=DAILY", first, first, first.AddDate(100, 0, 0)); err == nil {
		t.Error(len(got))
	}
	if got, err := c.Occurrences("FREQ=SECONDLY", first, first, first.AddDate(1, 0, 0)); err == nil {
		t.Error(len(got))
	}
}

func TestCheckRule(t *testing.T) {
	for _, rule := range []string{"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR;", "RRULE:FREQ=MONTHLY;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
		"FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=WEEKLY;COUNT=4", "FREQ=WEEKLY;UNTIL=20251231"} {
		if err := CheckRule(rule); err != nil {
			t.Errorf("%s: %v", rule, err)
		}
	}
	for _, rule := range []string{"", ";", "weekly", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=FORTNIGHTLY", "BYDAY=MO", "FREQ=DAILY;BYHOUR=9",
		"FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=WEEKLY;INTERVAL=0",
		"FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=1;UNTIL=20261231", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
		"FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "FREQ=DAILY\nDTSTART:20260101", "FREQ=MONTHLY;BYWEEKNO=3", "FREQ=YEARLY;BYEASTER=0", "FREQ=WEEKLY;UNTIL=soon"} {
		if err := CheckRule(rule); err == nil {
			t.Errorf("%q is allowed", rule)
		}
	}
}
