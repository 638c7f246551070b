package calendar

import (
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
)

func TestWindowsZones(t *testing.T) {
	if len(windowsZones) < 135 {
		t.Errorf("%d names", len(windowsZones))
	}
	for name, id := range windowsZones {
		if loc, err := time.LoadLocation(id); err != nil || loc == nil {
			t.Errorf("%s: %v", name, err)
		}
		if name != strings.ToLower(name) {
			t.Errorf("%s is not lower case", name)
		}
	}
	for shown, name := range displayed {
		if windowsZones[name] == "" {
			t.Errorf("%s: no zone %s", shown, name)
		}
	}
}

// TestZoneNames reads the names seen in real mail (imip §3.5); offsets in July, in hours.
func TestZoneNames(t *testing.T) {
	july := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	check := func(name string, hours float64) {
		t.Helper()
		loc := Location(name)
		if loc == nil {
			t.Errorf("%s: unknown", name)
			return
		}
		if _, off := july.In(loc).Zone(); float64(off)/3600 != hours {
			t.Errorf("%s: %v", name, float64(off)/3600)
		}
	}
	check("Asia/Shanghai", 8)
	check("PRC", 8)
	check("China Standard Time", 8)
	check("china standard time", 8)
	check("GMT Standard Time 1", 1)
	check("W. Europe Standard Time", 2)
	check("India Standard Time", 5.5)
	check("Nepal Standard Time", 5.75)
	check("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 2)
	check("Sarajevo, Skopje, Warsaw, Zagreb", 2)
	check("(UTC+08:00) 北京，重庆，香港特别行政区，乌鲁木齐", 8)
	check("(GMT+08.00) Beijing", 8)
	check("(UTC-05:00) Eastern Time (US & Canada)", -4)
	check("Pacific", -7)
	check("Romance", 2)
	check("China", 8)
	check("GMT -0500 (Standard) / GMT -0400 (Daylight)", -5)
	check("BRT", -3)
	check("CST8", 8)
	check("TZ08", 8)
	check("+8", 8)
	check("+0800", 8)
	check("-03:30", -3.5)
	check("UTC+8", 8)
	check("GMT+08:00", 8)
	check("Etc/GMT-8", 8)
	check("UTC", 0)
	check("(UTC) Monrovia, Reykjavik", 0)
	check("(UTC) Dublin, Edinburgh, Lisbon, London", 1)
	check("tzone://Microsoft/Utc", 0)
	check("/freeassociation.sourceforge.net/Asia/Shanghai", 8)
	check("/softwarestudio.org/Olson_20011030_5/America/New_York", -4)
	for _, name := range []string{"", "Unknown", "Local", "Xmail Custome Time", "../../etc/passwd", "UTC+99", strings.Repeat("x/", 200)} {
		if loc := Location(name); loc != nil {
			t.Errorf("%q is %v", name, loc)
		}
	}
}

func TestParseTime(t *testing.T) {
	check := func(s, want string, inUTC bool) {
		t.Helper()
		got, isUTC, ok := parseTime(s)
		if !ok || got.Format("2006-01-02 15:04:05") != want || isUTC != inUTC {
			t.Errorf("%s: %v %v %v", s, got, isUTC, ok)
		}
	}
	check("20260301T010203Z", "2026-03-01 01:02:03", true)
	check(" 20260301t010203z ", "2026-03-01 01:02:03", true)
	check("20260301T010203", "2026-03-01 01:02:03", false)
	check("20260301T0102", "2026-03-01 01:02:00", false)
	check("20260301", "2026-03-01 00:00:00", false)
	check("2026-03-01T01:02:03Z", "2026-03-01 01:02:03", true)
	check("2026-03-01T09:02:03+08:00", "2026-03-01 01:02:03", true)
	check("2026-03-01T09:02:03", "2026-03-01 09:02:03", false)
	for _, s := range []string{"", "now", "20261301T000000Z", "T", "2026030"} {
		if got, _, ok := parseTime(s); ok {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestO27Timezone writes zones and reads them back: every hour of three years is the same instant.
func TestO27Timezone(t *testing.T) {
	from := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"Asia/Shanghai", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe",
		"America/Sao_Paulo", "Africa/Casablanca", "Europe/Dublin", "UTC"} {
		c, err := Timezone(name, from, from.AddDate(3, 0, 0))
		if err != nil {
			t.Fatal(err)
		}
		if !hasStandard(c) || len(encode(c)) > 3000 {
			t.Errorf("%s", encode(c))
		}
		compareInstants(t, name, define(c), from)
	}
	if _, err := Timezone("Mars/Olympus", from, from); err == nil {
		t.Error("a zone of Mars was written")
	}
}

// compareInstants leaves out the two hours about a change, which the clock shows twice or not at all.
func compareInstants(t *testing.T, name string, d definition, from time.Time) {
	t.Helper()
	loc := iana(name)
	for at := from; at.Before(from.AddDate(3, 0, 0)); at = at.Add(time.Hour) {
		local := at.In(loc)
		start, end := local.ZoneBounds()
		if !start.IsZero() && at.Sub(start) < 2*time.Hour || !end.IsZero() && end.Sub(at) < 2*time.Hour {
			continue
		}
		_, off := local.Zone()
		if got := d.instant(at.Add(time.Duration(off) * time.Second)); !got.Equal(at) {
			t.Fatalf("%s: %v is read as %v", name, local, got)
		}
	}
}

// TestOutlookZone follows the yearly rules that Outlook writes, which begin in 1601.
func TestOutlookZone(t *testing.T) {
	const zone = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\n" +
		"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11;\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n" +
		"RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\nEND:VCALENDAR\n"
	root, err := readTree([]byte(zone))
	if err != nil {
		t.Fatal(err)
	}
	d := define(components(root, ical.CompTimezone)[0])
	compareInstants(t, "America/New_York", d, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
}

// TestZoneByDates follows onsets listed as dates, and a rule that gives the week as days of the month.
func TestZoneByDates(t *testing.T) {
	const zone = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20201025T030000\nRDATE:20211031T030000,20221030T030000\n" +
		"TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20210328T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n" +
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=25,26,27,28,29,30,31;UNTIL=20220401T000000Z\nEND:DAYLIGHT\n" +
		"BEGIN:STANDARD\nTZOFFSETTO:nonsense\nEND:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR\n"
	root, err := readTree([]byte(zone))
	if err != nil {
		t.Fatal(err)
	}
	z := zonesOf(root, nil)
	check := func(wall, want string) {
		t.Helper()
		if got := z.instant(wall, "X").Format("20060102T1504"); got != want {
			t.Errorf("%s is %s, want %s", wall, got, want)
		}
	}
	check("20190701T120000", "20190701T1000") // before all: what the first onset replaced
	check("20201201T120000", "20201201T1100")
	check("20210701T120000", "20210701T1000")
	check("20211201T120000", "20211201T1100")
	check("20220701T120000", "20220701T1000")
	check("20221201T120000", "20221201T1100")
	check("20230701T120000", "20230701T1100") // the rule has ended
}
