package templates

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func planView(t *testing.T, lang secretary.Lang) *view {
	t.Helper()
	v, err := newView(sampleOf(t, lang, "duty-plan"), SampleOptions(lang))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Days of a month are named one by one as long as that can be read, with their weekday once where it is the same.
func TestPlanDates(t *testing.T) {
	days := func(n ...int) (out []secretary.PlanDay) {
		for _, d := range n {
			out = append(out, secretary.PlanDay{Start: time.Date(2027, 1, d, 9, 0, 0, 0, time.UTC), End: time.Date(2027, 1, d, 10, 0, 0, 0, time.UTC)})
		}
		return out
	}
	for _, c := range []struct {
		days           []secretary.PlanDay
		hans, hant, en string
	}{
		{days(8), "8日（周五）", "8日（週五）", "8 (Fri)"},
		{days(8, 15, 29), "8日、15日、29日（周五）", "8日、15日、29日（週五）", "8, 15, 29 (Fri)"},
		{days(1, 16), "1日（周五）、16日（周六）", "1日（週五）、16日（週六）", "1 (Fri), 16 (Sat)"},
		{days(4, 5, 6, 7, 8, 11, 12, 13, 14), "4日至14日，共9场", "4日至14日，共9場", "4 to 14, 9 meetings"},
	} {
		for lang, want := range map[secretary.Lang]string{secretary.Hans: c.hans, secretary.Hant: c.hant, secretary.English: c.en} {
			if got := planView(t, lang).dates(c.days); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

// The Word table has a row for each type of meeting in each month, and says why one was moved or is off.
func TestPlanTable(t *testing.T) {
	for lang, want := range map[secretary.Lang][]string{
		secretary.Hans:    {"2027年度会议计划", "调整说明", "4日：原定1月1日，逢元旦顺延\n15日：原定09:00，已改期，14:00–15:30，一厂培训室", "5日不开：春节", "15日：与其他安排冲突", "产销管理部、生产部、销售部、质量部、外部人员"},
		secretary.Hant:    {"2027年度會議計劃", "調整說明", "逢元旦順延", "5日不開：春節", "15日：與其他安排衝突"},
		secretary.English: {"Meeting plan 2027", "Changes", "4: put off from 1 Jan (New Year", "5: not held (Spring Festival)", "15: clashes with something else"},
	} {
		name, data, err := Document(secretary.PlanDoc, sampleOf(t, lang, "duty-plan"), SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		text := bodyXML(t, data)
		for _, w := range want {
			for _, line := range strings.Split(w, "\n") {
				if !strings.Contains(text, line) {
					t.Errorf("%s lacks %q:\n%s", name, line, text)
				}
			}
		}
		if n := planView(t, lang).PlanCount(); n != 70 {
			t.Errorf("%d meetings", n)
		}
	}
}

// A plan without any meeting is still a document that says so.
func TestEmptyPlan(t *testing.T) {
	l := &secretary.Letter{Kind: secretary.Duty, Ref: "plan", Lang: secretary.Hans, Plan: &secretary.PlanView{From: "2027-01-01", Until: "2027-06-30", Made: time.Unix(1e9, 0)}}
	for _, d := range []secretary.Document{secretary.PlanDoc, secretary.PlanFile} {
		name, data, err := Document(d, l, SampleOptions(secretary.Hans))
		if err != nil || len(data) == 0 || !strings.HasPrefix(name, "会议计划（2027-01-01 至 2027-06-30）") {
			t.Errorf("%s: %q, %v", d, name, err)
		}
	}
}
