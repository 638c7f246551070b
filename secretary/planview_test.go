package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// planLines prints a plan for a test.
func planLines(v *PlanView) string {
	var b strings.Builder
	for _, r := range v.Rows {
		fmt.Fprintf(&b, "%s %s %s", r.Month[:7], r.Policy, r.Place.In(Hans))
		for _, d := range r.Days {
			fmt.Fprintf(&b, " %s", d.Start.In(cst).Format("2@15:04"))
			if d.Shift != "" {
				b.WriteString("/" + d.Shift)
			}
			if d.Clashes {
				b.WriteString("!")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A plan has what there is as it stands and what the rules give: moved meetings where they are, shifted ones with their
// reason, those that clash marked; confidential ones only for who has a part in them.
func TestPlanOf(t *testing.T) {
	a, b := coordination(), coordination()
	a.Schedule.Until = "2027-01-15"
	b.ID, b.Code, b.Schedule.RRule, b.Schedule.Start = "MT-B", "BBB", "FREQ=WEEKLY;BYDAY=MO", Clock{14, 0, true}
	b.Schedule.Until, b.Roster, b.Convener, b.Host, b.Recorder, b.Archive.Confidentiality = "2027-01-08", []RosterRule{{Who: "liu.yang"}}, "li.na", "li.na", "", "internal"
	now := time.Date(2026, 12, 16, 8, 0, 0, 0, cst)
	desk := func() *Desk {
		d := testDesk("2026-12-14", a, b)
		tr := newTurn(d, "", now, "")
		tr.plan(a, "MT-S0-1@1", time.Date(2026, 12, 25, 9, 0, 0, 0, cst))
		m := d.Meetings["PSC-20261225"]
		m.setTime(time.Date(2026, 12, 28, 15, 0, 0, 0, cst), time.Time{})
		m.setPlace(T("食堂", "", ""))
		d.Meetings["PSC-20261224"] = &Meeting{ID: "PSC-20261224", Policy: "MT-S0-1@1", Start: m.Start, End: m.End, Zone: m.Zone, Stage: Cancelled, CancelWhy: offPlan}
		return d
	}
	for reader, want := range map[PersonID]string{
		"":         "2026-12 MT-S0-1 一号会议室 18@09:00 28@15:00! 31@09:00/earlier\n2026-12 MT-B 一号会议室 21@14:00 28@14:00!\n2027-01 MT-B 一号会议室 4@14:00\n2027-01 MT-S0-1 一号会议室 8@09:00 15@09:00\n",
		"sun.li":   "2026-12 MT-S0-1 一号会议室 18@09:00 28@15:00! 31@09:00/earlier\n2027-01 MT-S0-1 一号会议室 8@09:00 15@09:00\n",
		"liu.yang": "2026-12 MT-S0-1 一号会议室 18@09:00 28@15:00! 31@09:00/earlier\n2026-12 MT-B 一号会议室 21@14:00 28@14:00!\n2027-01 MT-B 一号会议室 4@14:00\n2027-01 MT-S0-1 一号会议室 8@09:00 15@09:00\n",
	} {
		if got := planLines(PlanOf(desk(), now, "2026-12-16", "2027-01-31", reader)); got != want {
			t.Errorf("%q reads\n%swant\n%s", reader, got, want)
		}
	}
	v := PlanOf(desk(), now, "2026-12-28", "2026-12-28", "")
	if r := v.Rows; len(r) != 2 || len(r[0].Days)+len(r[1].Days) != 2 || len(r[1].Departments) < 5 || r[1].Days[0].UID != "PSC-20261225.huiban@corp.example" || !r[1].Days[0].Moved() {
		t.Errorf("on one day: %+v", r)
	}
}

// Meetings that share the UID of one invitation, or have that of another one, are marked; others are not.
func TestPlanTellsWhatRecurs(t *testing.T) {
	a := coordination()
	a.Schedule.Until = "2027-01-29"
	now := time.Date(2026, 12, 30, 8, 0, 0, 0, cst)
	d := testDesk("2027-01-04", a)
	for _, m := range Occurrences(d, now, now, now.AddDate(0, 0, 20)) {
		m.UID = "PSC-2027.huiban@corp.example"
	}
	got := ""
	for _, day := range PlanOf(d, now, "2027-01-01", "2027-01-31", "").Rows[0].Days {
		got += fmt.Sprint(day.Recurs, " ")
	}
	if got != "true true false false " {
		t.Errorf("recurring: %s", got)
	}
}

// A plan reaches as many years ahead as asked.
func TestPlanOfLaterYears(t *testing.T) {
	now := time.Date(2026, 12, 30, 8, 0, 0, 0, cst)
	v := PlanOf(testDesk("2026-12-30", coordination()), now, "2031-01-01", "2031-12-31", "")
	n := 0
	for _, r := range v.Rows {
		n += len(r.Days)
	}
	if n != 52 || len(v.Rows) != 12 {
		t.Errorf("%d meetings in %d rows", n, len(v.Rows))
	}
}

func BenchmarkPlanOfAYear(b *testing.B) {
	var policies []*Policy
	for n := range 40 {
		p := coordination()
		p.ID, p.Code = fmt.Sprintf("MT-%d", n), fmt.Sprintf("M%d", n)
		if p.Schedule.Start = (Clock{8 + n%10, 0, true}); n%4 == 0 {
			p.Schedule.RRule = "FREQ=DAILY"
		}
		policies = append(policies, p)
	}
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, cst)
	for b.Loop() {
		PlanOf(testDesk("2026-12-01", policies...), now, "2027-01-01", "2027-12-31", "")
	}
}
