package templates

import (
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func viewIn(t *testing.T, lang secretary.Lang, zone string) *view {
	t.Helper()
	l := secretary.Letter{Kind: secretary.Help, Lang: lang, Zone: zone, Meeting: &secretary.MeetingView{Zone: "Asia/Shanghai", Start: sampleTime(11, 27, 9, 0), End: sampleTime(11, 27, 10, 30)}}
	v, err := newView(&l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSlots(t *testing.T) {
	start, end := sampleTime(11, 27, 9, 0), sampleTime(11, 27, 10, 30)
	for _, c := range []struct {
		lang     secretary.Lang
		zone     string
		from, to time.Time
		want     string
	}{
		{secretary.Hans, "Asia/Shanghai", start, end, "11月27日（周五）09:00–10:30"},
		{secretary.Hant, "Asia/Shanghai", start, end, "11月27日（週五）09:00–10:30"},
		{secretary.English, "Asia/Shanghai", start, end, "Fri 27 Nov 2026, 09:00–10:30 (Asia/Shanghai)"},
		{secretary.Hans, "Europe/Berlin", start, end, "11月27日（周五）02:00–03:30（Europe/Berlin）"},
		{secretary.Hans, "America/New_York", start, end, "11月26日（周四）20:00–21:30（America/New_York）"},
		{secretary.Hans, "Asia/Shanghai", start.AddDate(1, 0, 0), end.AddDate(1, 0, 0), "2027年11月27日（周六）09:00–10:30"},
		{secretary.Hans, "Asia/Shanghai", sampleTime(12, 31, 23, 0), sampleTime(13, 1, 1, 0), "12月31日（周四）23:00 – 2027年1月1日（周五）01:00"},
		{secretary.English, "Europe/Berlin", time.Date(2026, 3, 29, 0, 30, 0, 0, time.UTC), time.Date(2026, 3, 29, 1, 30, 0, 0, time.UTC), "Sun 29 Mar 2026, 01:30–03:30 (Europe/Berlin)"},
	} {
		if got := viewIn(t, c.lang, c.zone).Slot(c.from, c.to); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.lang, c.zone, got, c.want)
		}
	}
}

// In documents a date always carries its year.
func TestFormalDates(t *testing.T) {
	v := viewIn(t, secretary.Hans, "Asia/Shanghai")
	v.formal = true
	if got := v.When(); got != "2026年11月27日（周五）09:00–10:30" {
		t.Error(got)
	}
}

func TestValues(t *testing.T) {
	v := viewIn(t, secretary.Hans, "Asia/Shanghai")
	for in, want := range map[string]string{
		"2026-11-27T01:00:00Z": "11月27日（周五）09:00", "2026-02-28": "2月28日（周六）", "2026-02-30": "2026-02-30", "三楼": "三楼", "": "无",
	} {
		if got := v.Value(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		lang              secretary.Lang
		name, title, want string
	}{
		{secretary.Hans, "张伟", "总经理", "张总"},
		{secretary.Hans, "欧阳雪", "总", "欧阳总"},
		{secretary.Hant, "歐陽雪", "總經理", "歐陽總"},
		{secretary.Hans, "王敏", "经理", "王敏经理"},
		{secretary.Hans, "王敏", "", "王敏"},
		{secretary.Hans, "王敏", "Manager", "王敏"},
		{secretary.Hans, "Anna Meyer", "经理", "Anna Meyer"},
		{secretary.English, "Anna Meyer", "Dr.", "Dr. Anna Meyer"},
		{secretary.English, "王敏", "经理", "王敏"},
		{secretary.Hans, "", "经理", "a@b.example"},
	} {
		got := viewIn(t, c.lang, "Asia/Shanghai").Who(secretary.Party{Name: c.name, Title: c.title, Email: "a@b.example"})
		if got != c.want {
			t.Errorf("%s %s in %s: %q, want %q", c.name, c.title, c.lang, got, c.want)
		}
	}
}
