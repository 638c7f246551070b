package secretary

import (
	"testing"
	"time"
)

// yearOf plays an office from the day on and tells who got a plan of a year, and when.
func yearOf(t *testing.T, from, until time.Time, change func(*Desk, *Policy)) (w *world, got []string) {
	p := coordination()
	d := testDesk("2026-11-16", p)
	change(d, p)
	w = newWorld(t, d, from)
	w.strict = until.Sub(from) < 100*day // a whole year takes its time
	w.Whole = w.whole
	w.until(until)
	for n, l := range w.letters {
		if l.Plan != nil {
			got = append(got, string(l.To.ID)+" "+w.times[n].In(cst).Format("2006-01-02 15:04")+" "+l.Ref)
		}
	}
	return w, got
}

func TestYearPlan(t *testing.T) {
	day := func(s string) time.Time { at, _ := time.ParseInLocation("2006-01-02", s, cst); return at }
	for name, c := range map[string]struct {
		from, until string
		change      func(*Desk, *Policy)
		want        []string
	}{
		"on the first workday of December, to the convener": {"2026-11-28", "2026-12-20", func(*Desk, *Policy) {}, []string{"chen.jing 2026-12-01 09:00 plan:2027"}},
		"in December still, once huiban begins":             {"2026-12-15", "2026-12-20", func(*Desk, *Policy) {}, []string{"chen.jing 2026-12-15 00:00 plan:2027"}},
		"again a year later":                                {"2026-12-30", "2027-12-02", func(*Desk, *Policy) {}, []string{"chen.jing 2026-12-30 00:00 plan:2027", "chen.jing 2027-12-01 09:00 plan:2028"}},
		"to nobody for meetings that are not called":        {"2026-11-28", "2026-12-20", func(_ *Desk, p *Policy) { p.Lacks = []string{"place"} }, nil},
		"to nobody where the series has ended":              {"2026-11-28", "2026-12-20", func(_ *Desk, p *Policy) { p.Schedule.Until = "2026-12-31" }, nil},
		"not to somebody outside":                           {"2026-11-28", "2026-12-20", func(d *Desk, p *Policy) { p.Convener = "kim" }, nil},
	} {
		w, got := yearOf(t, day(c.from), day(c.until), c.change)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v", name, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v", name, got)
			}
		}
		if len(got) == 1 {
			plan := w.last("chen.jing", Duty, 0).Plan
			if len(plan.Rows) != 12 || plan.Rows[0].Days[0].ID != "PSC-20270108" || plan.Rows[8].Days[4].Shift != "earlier" { // that of 1 January is on 31 December
				t.Errorf("%s: %s", name, planLines(plan))
			}
		}
	}
}
