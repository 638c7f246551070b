package secretary

import "testing"

// aHoliday declares a day off for the length of a test.
func aHoliday(t *testing.T, d Date) {
	restDays[d] = T("厂庆", "廠慶", "Anniversary")
	t.Cleanup(func() { delete(restDays, d) })
}

// S3-08: holidays that become known after the series was called move its dates all the same, and people are told.
func TestHolidayKnownAfterTheSeriesWasCalled(t *testing.T) {
	for shift, want := range map[string]string{"earlier": "update li.na REQUEST 1 on 03-05", "skip": "cancel li.na CANCEL 1 on 03-05", "keep": ""} {
		w := called(t, func(p *Policy) { p.Holiday.Shift = shift })
		n := len(w.letters)
		aHoliday(t, "2027-03-05")
		w.wake["series:MT-S0-1"] = w.now
		w.until(w.now)
		if got := w.about(n, "li.na"); got != want {
			t.Errorf("%s: %s", shift, got)
		}
		delete(restDays, "2027-03-05")
	}
}

// The convener decides about a day off in a series that people know: left out, and held after all.
func TestConvenerDecidesAboutADateOfASeries(t *testing.T) {
	w := called(t, func(p *Policy) { p.Holiday.Shift = "ask" })
	w.until(on("2027-09-20 08:00"))
	about := w.last("chen.jing", Approval, 0)
	if about == nil || !about.Meeting.Recurrence.Equal(on("2027-10-01 09:00")) {
		t.Fatalf("%+v", about)
	}
	for _, step := range []struct{ way, want string }{
		{"skip", "cancel li.na CANCEL 1 on 10-01"}, {"earlier", "update li.na REQUEST 2 on 10-01"}, {"skip", "cancel li.na CANCEL 3 on 10-01"}, {"earlier", "update li.na REQUEST 4 on 10-01"},
	} {
		n := len(w.letters)
		w.mail(w.reply("chen.jing", about, Intent{Kind: IntentShift, Status: step.way}))
		w.until(w.now)
		w.expect(t, n, "li.na", step.want)
	}
	if m := w.Meetings["PSC-20271001"]; m.Stage != Planned || !m.Start.Equal(on("2027-09-30 09:00")) {
		t.Errorf("%s %s", m.Stage, m.Start)
	}
}
