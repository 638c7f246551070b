package secretary

import (
	"testing"
	"time"
)

// At this hour it is still Thursday in New York and Friday in the office.
func TestSeriesOpensOnTheDayOfThePolicy(t *testing.T) {
	now := time.Date(2026, 11, 20, 8, 0, 0, 0, cst)
	cases := []struct {
		why    string
		change func(*Policy)
		want   Date
	}{
		{"today in the office's zone", func(*Policy) {}, "2026-11-20"},
		{"today in the policy's own zone", func(p *Policy) { p.Timezone = "America/New_York" }, "2026-11-19"},
		{"the day the policy names", func(p *Policy) { p.Schedule.From = "2027-01-01" }, "2027-01-01"},
		{"a disabled policy has no series", func(p *Policy) { p.Disabled = true }, ""},
	}
	for _, c := range cases {
		p := coordination()
		c.change(p)
		d := testDesk("2026-01-01", p)
		clear(d.Series)
		opened := d.OpenSeries(p.ID, now)
		if s := d.Series[p.ID]; opened != (c.want != "") || opened && s.First != c.want {
			t.Errorf("%s: %+v", c.why, s)
		}
		if d.OpenSeries(p.ID, now.AddDate(0, 0, 1)) {
			t.Errorf("%s: opened twice", c.why)
		}
	}
	if d := testDesk("2026-01-01"); d.OpenSeries("unknown", now) {
		t.Error("a series of no policy was opened")
	}
}
