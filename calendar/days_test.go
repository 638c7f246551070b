package calendar

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/huiban/huiban/secretary"
)

func TestWorkdaysOfChina(t *testing.T) {
	c := company(t, Options{})
	check := func(day string, work bool, holiday string) {
		t.Helper()
		d := secretary.Date(day)
		if got := c.Workday(d); got != work {
			t.Errorf("%s: workday %v", day, got)
		}
		if got := c.Holiday(d).In(secretary.Hans); got != holiday {
			t.Errorf("%s: holiday %q", day, got)
		}
	}
	check("2026-11-27", true, "")
	check("2026-11-28", false, "")
	check("2025-01-26", true, "")
	check("2025-01-27", true, "")
	check("2025-01-28", false, "春节")
	check("2025-02-04", false, "春节")
	check("2025-02-08", true, "")
	check("2025-10-08", false, "国庆节、中秋节")
	check("2025-10-11", true, "")
	check("2026-01-04", true, "")
	check("2026-02-14", true, "")
	check("2026-02-15", false, "春节")
	check("2026-02-24", true, "")
	check("2026-05-09", true, "")
	check("2026-09-27", false, "中秋节")
	check("2026-10-08", true, "")
	check("2027-10-01", true, "") // not known
	if c.Known(2024) || !c.Known(2025) || !c.Known(2026) || c.Known(2027) {
		t.Error("known years")
	}
	if got := c.Holiday("2026-10-01"); got.In(secretary.Hant) != "國慶節" || got.In(secretary.English) != "National Day" {
		t.Error(got)
	}
}

func TestS1E06WorkdaysAcrossTheHoliday(t *testing.T) {
	c := company(t, Options{})
	span := secretary.Span{N: 2, Unit: secretary.Workdays}
	check := func(from, want string) {
		t.Helper()
		if got := span.After(c, at(t, "Asia/Shanghai", from)).Format("2006-01-02 15:04"); got != want {
			t.Errorf("two workdays after %s: %s", from, got)
		}
	}
	check("2026-09-29 16:00", "2026-10-08 16:00")
	check("2026-10-09 16:00", "2026-10-12 16:00") // Saturday the 10th is worked
	for _, l := range []struct {
		n           int
		start, want string
	}{{3, "2026-10-09 14:00", "2026-09-29 14:00"}, {5, "2026-10-12 14:00", "2026-09-29 14:00"}, {1, "2026-02-28 14:00", "2026-02-27 14:00"}, {1, "2026-02-24 14:00", "2026-02-14 14:00"}} {
		lead := secretary.Span{N: l.n, Unit: secretary.Workdays}
		if got := lead.Before(c, at(t, "Asia/Shanghai", l.start)).Format("2006-01-02 15:04"); got != l.want {
			t.Errorf("%d workdays before %s: %s, want %s (S3-65)", l.n, l.start, got, l.want)
		}
	}
}

func TestOptions(t *testing.T) {
	c := company(t, Options{Zone: "America/New_York", Weekend: []time.Weekday{time.Friday}, Days: []Day{}})
	if c.Workday("2026-11-27") || !c.Workday("2026-11-28") || !c.Workday("2026-10-01") || c.Known(2026) {
		t.Error("weekend of Friday, no holidays")
	}
	for name, want := range map[string]string{"": "America/New_York", "Asia/Shanghai": "Asia/Shanghai", "Nowhere": "America/New_York", "Local": "America/New_York"} {
		if got := c.Zone(name).String(); got != want {
			t.Errorf("%q: %s", name, got)
		}
	}
	if _, err := New(Options{Zone: "Mars"}); err == nil {
		t.Error("a company on Mars")
	}
}

func TestReadHolidays(t *testing.T) {
	const file = "# 公司假日\r\n\r\n2026/10/1,国庆节|國慶節|National Day,off\r\n\"2026-5-9\", 调休 ,WORK\r\n2026年3月2日,\"厂庆, 二十年\",off\r\n"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"utf-8": file, "bom": "\xef\xbb\xbf" + file, "gbk": gbk, "header": "date,name,kind\n" + file} {
		days, err := ReadHolidays(strings.NewReader(text), "h.csv")
		if err != nil || len(days) != 3 {
			t.Errorf("%s: %v %v", name, days, err)
			continue
		}
		if d := days[0]; d.Date != "2026-03-02" || d.Work || d.Name.In(secretary.Hans) != "厂庆, 二十年" {
			t.Errorf("%s: %+v", name, d)
		}
		if d := days[1]; d.Date != "2026-05-09" || !d.Work || d.Name.In(secretary.English) != "调休" {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

func TestReadHolidaysTellsAllFaults(t *testing.T) {
	const file = "date,name,kind\n2026-02-30,x,off\n2026-01-01,元旦,holiday\n2026-01-02,,off\nnonsense\n2026-01-03,a,off\n2026/1/3,b,work\n"
	days, err := ReadHolidays(strings.NewReader(file), "etc/h.csv")
	if err == nil || days != nil {
		t.Fatal(days, err)
	}
	for _, want := range []string{"etc/h.csv:2: ", "etc/h.csv:3: ", "etc/h.csv:4: ", "etc/h.csv:5: ", "etc/h.csv:7: 2026-01-03 "} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s is missing in\n%v", want, err)
		}
	}
}

// holidayEvent is an event of an .ics holiday file.
func holidayEvent(start, end, title string) string {
	return "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + start + "\r\nDTEND;VALUE=DATE:" + end + "\r\nSUMMARY:" + title + "\r\nEND:VEVENT\r\n"
}

func TestReadHolidaysICS(t *testing.T) {
	check := func(events, want string) {
		t.Helper()
		days, err := ReadHolidays(strings.NewReader("BEGIN:VCALENDAR\r\n"+events+"END:VCALENDAR\r\n"), "h.ics")
		if err != nil {
			t.Error(err)
		}
		var got []string
		for _, d := range days {
			got = append(got, string(d.Date[5:])+map[bool]string{true: "+", false: "-"}[d.Work]+d.Name.In(secretary.Hans))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s, want %s", s, want)
		}
	}
	check(holidayEvent("20261001", "20261003", "国庆节"), "10-01-国庆节 10-02-国庆节")
	check(holidayEvent("20261001", "", "国庆节")+holidayEvent("20260930", "20261001", "厂庆"), "09-30-厂庆 10-01-国庆节")
	check(holidayEvent("20260216", "20260217", "春节（休）")+holidayEvent("20260214", "20260215", "春节（班）")+holidayEvent("20260214", "20260215", "情人节"),
		"02-14+春节 02-16-春节")
	check(holidayEvent("20260101", "20260104", "元旦假期")+holidayEvent("20260104", "20260105", "上班(补元旦假期)"), "01-01-元旦假期 01-02-元旦假期 01-03-元旦假期 01-04+上班(补元旦假期)")
	check(holidayEvent("20250127", "20250128", "小年夜")+holidayEvent("20250208", "20250209", "補行上班"), "01-27-小年夜 02-08+補行上班")
	check(holidayEvent("20260214", "20260215", "Working Day for Spring Festival")+holidayEvent("20260501", "20260502", "International Workers' Day"),
		"02-14+Working Day for Spring Festival 05-01-International Workers' Day")
	check(holidayEvent("20260910", "20260911", "教师节\r\nDESCRIPTION:Observance\\nTo hide"), "")
	_, err := ReadHolidays(strings.NewReader("BEGIN:VCALENDAR\n"+holidayEvent("20261001T090000", "", "a")+holidayEvent("20260101", "20261231", "b")+
		holidayEvent("20260101", "20260102", "c\r\nRRULE:FREQ=YEARLY")+"END:VCALENDAR\n"), "h.ics")
	for _, want := range []string{"h.ics:2: ", "h.ics:7: ", "h.ics:12: "} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is missing in\n%v", want, err)
		}
	}
	if _, err := ReadHolidays(strings.NewReader("hello"), "h.ics"); err == nil {
		t.Error("no calendar was read")
	}
}
