package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// TestPublishedDays counts the days off and the make-up workdays of each published year, and holds what all calendars
// have in common: a name in each language, and make-up workdays on weekends only.
func TestPublishedDays(t *testing.T) {
	got := map[string]string{}
	for _, name := range Published() {
		days, _ := PublishedDays(name)
		count := map[string]int{}
		for _, d := range days {
			count[fmt.Sprint(year(d.Date), map[bool]string{true: " work", false: " off"}[d.Work])]++
			if w := d.Date.Weekday(); d.Work && w != time.Saturday && w != time.Sunday {
				t.Errorf("%s: %s is worked, a %v", name, d.Date, w)
			}
			for _, l := range secretary.Langs {
				if d.Name[l] == "" {
					t.Errorf("%s: %s has no name in %s", name, d.Date, l)
				}
			}
		}
		got[name] = strings.TrimPrefix(fmt.Sprint(count), "map")
	}
	for name, want := range map[string]string{
		"china":    "[2025 off:28 2025 work:5 2026 off:33 2026 work:6]",
		"hongkong": "[2025 off:17 2026 off:17 2027 off:17]",
		"taiwan":   "[2025 off:18 2025 work:1 2026 off:22 2027 off:24]",
	} {
		if got[name] != want {
			t.Errorf("%s has %s, not %s", name, got[name], want)
		}
	}
	if _, ok := PublishedDays("holidays.csv"); ok || len(got) != 3 {
		t.Error("calendars that do not exist")
	}
}

// TestWorkdaysOfHongKong follows the gazette: no make-up workdays, and another day for a holiday on a Sunday.
func TestWorkdaysOfHongKong(t *testing.T) {
	rest := resting(t, "hongkong", "2026-03-30", "2026-04-10") + " " + resting(t, "hongkong", "2027-02-01", "2027-02-12")
	if want := "0403 0404 0405 0406 0407 0206 0207 0208 0209"; rest != want {
		t.Errorf("%s, want %s", rest, want)
	}
}

// TestWorkdaysOfTaiwan counts the days off that the Executive Yuan has announced: 120 in 2026, and none of the weekends
// worked. A holiday on a Saturday is made up for before it, on a Sunday after it.
func TestWorkdaysOfTaiwan(t *testing.T) {
	for year, want := range map[int]int{2025: 118, 2026: 120, 2027: 121} {
		from := secretary.Date(fmt.Sprint(year, "-01-01"))
		if n := len(strings.Fields(resting(t, "taiwan", from, secretary.Date(fmt.Sprint(year+1, "-01-01"))))); n != want {
			t.Errorf("%d has %d days off, not %d", year, n, want)
		}
	}
	days, _ := PublishedDays("taiwan")
	for _, d := range days {
		if year(d.Date) < 2026 || strings.HasPrefix(d.Name[secretary.Hans], "农历") || strings.HasPrefix(d.Name[secretary.Hans], "春节") {
			continue
		}
		lieu := map[time.Weekday]int{time.Saturday: -1, time.Sunday: 1}[d.Date.Weekday()]
		if lieu == 0 {
			continue
		}
		for other := d.Date.Add(lieu); ; other = other.Add(lieu) { // Children's Day before Tomb Sweeping Day
			i := slices.IndexFunc(days, func(o Day) bool { return o.Date == other })
			if i < 0 && year(other) < 2028 {
				t.Errorf("%s, %v, is not made up for by %s", d.Date, d.Date.Weekday(), other)
			}
			if i < 0 || strings.HasSuffix(days[i].Name[secretary.Hans], "补假") {
				break
			}
		}
	}
}

// resting lists the days of [from, to) that are not worked.
func resting(t *testing.T, name string, from, to secretary.Date) string {
	t.Helper()
	days, ok := PublishedDays(name)
	if !ok {
		t.Fatal(name)
	}
	c := company(t, Options{Days: days})
	var out []string
	for d := from; d < to; d = d.Add(1) {
		if !c.Workday(d) {
			out = append(out, strings.ReplaceAll(string(d[5:]), "-", ""))
		}
	}
	return strings.Join(out, " ")
}

// TestTheLaterDayCounts: a company's own file corrects the country's, and its own few holidays make no year known.
func TestTheLaterDayCounts(t *testing.T) {
	own := []Day{{Date: "2026-10-05", Name: secretary.Text{secretary.Hans: "照常上班"}, Work: true}, {Date: "2027-03-02", Name: secretary.Text{secretary.Hans: "厂庆"}}}
	c := company(t, Options{Days: append(China(), own...)})
	if !c.Workday("2026-10-05") || c.Workday("2027-03-02") || !c.Known(2026) || c.Known(2027) {
		t.Error("the company's own days")
	}
}
