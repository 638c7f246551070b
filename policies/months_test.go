package policies

import "testing"

// TestShortMonths: a day that some month of the rule does not have is skipped there, and the administrator is told (G-34).
func TestShortMonths(t *testing.T) {
	for rule, warned := range map[string]bool{
		"FREQ=MONTHLY;BYMONTHDAY=30":                        true,
		"freq=monthly;bymonthday=31;":                       true,
		"FREQ=MONTHLY;BYMONTHDAY=15,30":                     true,
		"FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=31":             true,
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29":               true,
		"FREQ=YEARLY;BYMONTH=3,12;BYMONTHDAY=31":            false,
		"FREQ=MONTHLY;BYMONTHDAY=1,16":                      false,
		"FREQ=MONTHLY;BYMONTHDAY=15,-1":                     false,
		"FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1":         false,
		"FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1": false,
		"FREQ=WEEKLY;BYDAY=MO":                              false,
	} {
		_, faults := Load("p.yaml", []byte("id: T\ncode: T\ntitle: T\nschedule: {rrule: '"+rule+"'}\n"))
		if got := len(faults) > 0; got != warned {
			t.Errorf("%s: %v", rule, faults)
		}
	}
}

// TestDailyInSmallLetters: a rule may be written in small letters, and the meeting is a daily one all the same.
func TestDailyInSmallLetters(t *testing.T) {
	if p := WithDefaults(load(t, "schedule: {rrule: freq=daily}")); p.Minutes.Required != "no" {
		t.Error("a daily meeting has the defaults of a regular one")
	}
}

// TestNoneLeavesAStepOut (G-01): as an empty key does.
func TestNoneLeavesAStepOut(t *testing.T) {
	p := load(t, "host_substitute: none\nleave: {approval: none}\nminutes: {review_by: none, waiver: none}\nup: {to: none}\npolicy: {approver: none}")
	if p.HostSubst+p.Leave.Approval+p.Minutes.ReviewBy+p.Minutes.Waiver+p.Up.To+p.Approval.Approver != "" {
		t.Errorf("%+v", p)
	}
	_, faults := Load("p.yaml", []byte("id: T\ncode: T\ntitle: T\nminutes: {review_by: none, deadline_event: review}"))
	compare(t, "no review", faults, "minutes.review_by is empty")
}
