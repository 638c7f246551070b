package daemon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// days are when a regulation wants a meeting held: the first days of 2027 that the preset gives, the time and the length.
// What it leaves open is a question mark: it is named as missing, and no meeting is called before it is set.
var days = []struct{ clause, preset, want string }{
	{"S1G-07", "MT-S1G-1", "? ? ?"},
	{"S1A-05", "MT-S1A-1", "01-01 01-16 02-01 02-16 ? ?"},
	{"S1B-15", "MT-S1B-1", "01-01 01-04 01-05 01-06 ? 20m"},
	{"S1B-34", "MT-S1B-2", "? ? ?"},
	{"S1B-48", "MT-S1B-3", "01-04 01-11 01-18 01-25 ? ?"},
	{"S1B-51", "MT-S1B-4", "01-04 01-11 01-18 01-25 14:00 ?"},
	{"S1C-01", "MT-S1C-1", "01-01 01-08 01-15 01-22 16:30 ?"},
	{"S1C-07", "MT-S1C-3", "01-02 01-05 01-07 01-09 08:50 30m"},
	{"S1D-01", "MT-S1D-1", "01-05 01-12 01-19 01-26 09:00 60m"},
	{"S1D-12", "MT-S1D-3", "01-01 01-04 01-05 01-06 ? 10m"},
	{"S1D-14", "MT-S1D-4", "01-01 01-04 01-05 01-06 ? 10m"},
	{"S1D-16", "MT-S1D-5", "01-04 01-11 01-18 01-25 ? ?"},
	{"S1D-20", "MT-S1D-6", "01-30 02-28 03-30 04-30 ? ?"},
	{"S1E-08", "MT-S1E-1", "01-04 01-11 01-18 01-25 08:30 60m"},
	{"S1E-17", "MT-S1E-2", "01-01 01-04 01-05 01-06 08:30 60m"},
	{"S1E-20", "MT-S1E-3", "01-29 02-28 03-29 04-29 15:00 90m"},
	{"S1F-05", "MT-S1F-1", "? ? ?"},
	{"S2-07", "MT-S2-1", "? ? ?"},
	{"S2-13", "MT-S2-2", "? ? ?"},
	{"S3-07", "MT-S3-1", "? ? ?"},
	{"S3-47", "MT-S3-4", "? ? ?"},
}

// TestPresetsAreHeldOnTheirDays calls the meetings of each preset for four months.
func TestPresetsAreHeldOnTheirDays(t *testing.T) {
	for _, d := range days {
		t.Run(d.clause, func(t *testing.T) {
			p, open := aPreset(t, d.preset)
			if got := held(t, p, open); got != d.want {
				t.Errorf("%s is held %s, not %s", d.preset, got, d.want)
			}
		})
	}
}

// held says when the meetings of a policy are, with a question mark for what was open.
func held(t *testing.T, p *secretary.Policy, open []string) string {
	t.Helper()
	desk := anOffice(t, p)
	desk.Series[p.ID].First = "2027-01-01"
	secretary.Plan(desk, time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 5, 1, 0, 0, 0, 0, time.UTC))
	zone := time.FixedZone("", 8*60*60)
	var on []string
	at, long := "", ""
	for _, m := range desk.Meetings {
		on = append(on, m.Start.In(zone).Format("01-02"))
		at, long = m.Start.In(zone).Format("15:04"), fmt.Sprintf("%.0fm", m.End.Sub(m.Start).Minutes())
	}
	if len(on) < 4 {
		t.Fatalf("there are only %d meetings in four months", len(on))
	}
	slices.Sort(on)
	or := func(key, value string) string {
		if slices.Contains(open, key) {
			return "?"
		}
		return value
	}
	return or("schedule.rrule", strings.Join(on[:4], " ")) + " " + or("schedule.start", at) + " " + or("duration.planned", long)
}
