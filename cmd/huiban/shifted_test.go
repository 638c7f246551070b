package main

import (
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

func TestShifted(t *testing.T) {
	o := &office{config: patient(t, "2026-09-20", func(*secretary.Policy) {}).config}
	check := func(shift string, holiday secretary.Text, want string) {
		t.Helper()
		m := &secretary.Meeting{Planned: time.Date(2026, 10, 1, 1, 0, 0, 0, time.UTC), Shift: shift, ShiftDay: holiday}
		if got := o.shifted(m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check("", nil, "")
	check("later", secretary.T("国庆节", "國慶節", "National Day"), "planned for 2026-10-01 09:00, 国庆节: put off")
	check("ask", nil, "planned for 2026-10-01 09:00, a day off: the convener is asked")
}
