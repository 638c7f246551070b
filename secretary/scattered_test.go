package secretary

import "testing"

// TestScatteredMeetOnline: that a meeting could be held online is said where its people work at different sites and it is not
// online already; of whom no site is known counts for none (S1B-59).
func TestScatteredMeetOnline(t *testing.T) {
	d := testDirectory()
	d.People["zhou.qiang"].Site, d.People["li.na"].Site = "东区", "西区"
	seats := func(ids ...PersonID) (out []Seat) {
		for _, id := range ids {
			out = append(out, Seat{Person: id})
		}
		return out
	}
	for _, c := range []struct {
		m    Meeting
		want bool
	}{
		{Meeting{Seats: seats("sun.li", "zhou.qiang", "li.na")}, true},
		{Meeting{Seats: seats("sun.li", "zhou.qiang")}, false},
		{Meeting{Seats: seats("zhou.qiang", "li.na"), Mode: "online"}, false},
		{Meeting{Seats: seats("zhou.qiang", "li.na"), Place: T("https://meet.example/x", "", "")}, false},
		{Meeting{Seats: seats("zhou.qiang", "li.na"), URL: "https://meet.example/x"}, false},
	} {
		if got := c.m.scattered(d); got != c.want {
			t.Errorf("%+v: %t", c.m, got)
		}
	}
	p := coordination()
	p.Schedule.AdHoc = true
	desk := testDesk("2026-12-01", p)
	desk.Directory.People["zhou.qiang"].Site, desk.Directory.People["li.na"].Site = "东区", "西区"
	m := &Meeting{ID: "PSC-20261203", Policy: p.ID + "@1", Zone: "Asia/Shanghai", Application: &Application{By: "sun.li", State: Applying}}
	v := newTurn(desk, "", m.Start, "").proposalView(m, p)
	if n := len(v.Notes); n == 0 || v.Notes[n-1] != "sites" {
		t.Errorf("the notes are %v", v.Notes)
	}
}
