package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestExample plays one meeting as the annex of the printed regulation shows it: everything that its policy brings about, from
// the notice to the verification of its action item.
func TestExample(t *testing.T) {
	d := testDesk("2026-11-02", coordination())
	x := ExampleOf(d, d.Policies["MT-S0-1@1"], time.Date(2026, 11, 2, 9, 0, 0, 0, cst))
	const want = `11-06 09:00 invitation 9
11-06 09:00 materials-call 2
11-09 09:00 reminder 9
11-10 09:00 materials-reminder 2
11-12 09:00 reminder 9
11-12 09:00 pack 9
11-12 09:00 reminder silent 1
11-13 08:00 reminder 9
11-13 08:00 reminder silent 1
11-13 10:30 minutes-call 1
11-14 06:30 minutes-call again 1
11-14 09:30 minutes-review 1
11-14 12:30 minutes-confirm 8
11-14 15:30 minutes-publish 10
11-14 15:30 action 1
11-16 08:00 weekly-summary 3
11-24 09:00 action 1
11-26 09:00 action 1
11-30 09:00 overdue 1
11-30 09:00 escalation item 1
12-01 09:00 overdue 1
12-02 09:00 overdue 1
12-04 09:00 escalation item 1
12-08 12:00 approval verify 1
`
	if got := played(x); got != want || x.Due != "2026-11-27" {
		t.Errorf("due %s\n%s", x.Due, got)
	}
	if len(d.Meetings) > 0 || len(d.Items) > 0 || d.Current["MT-S0-1"] != "MT-S0-1@1" || d.Policies["MT-S0-1@1"].Schedule.From != "" {
		t.Error("the play has left something on the desk")
	}
}

// What the policy leaves open is filled in for the play, by posts that nobody holds where there is no office.
func TestExampleWithoutOffice(t *testing.T) {
	p := &Policy{ID: "MT-X", Code: "X", Title: T("会", "會", "Meeting"), Schedule: Schedule{AdHoc: true}, Lacks: []string{"host"}, Disabled: true,
		Notice: NoticeRule{Lead: Moment{Span: Span{1, CalendarDays}}}, Roster: []RosterRule{{Who: "all:sales"}, {Who: "rep:production"}},
		Materials: MaterialsRule{Required: []MaterialRule{{From: "rep:production", Items: []Text{T("表", "表", "table")}}}, Cutoff: Moment{Span: Span{4, Hours}}},
		Minutes:   MinutesRule{Required: "yes", Deadline: Moment{Span: Span{24, Hours}}, Confirmers: "none"}, Actions: ActionsRule{Fields: []string{"owner", "due"}}}
	d := &Desk{Office: Office{Zone: "Asia/Shanghai"}, Calendar: testCalendar{}, Directory: &Directory{}}
	x := ExampleOf(d, p, time.Date(2026, 11, 2, 9, 0, 0, 0, cst))
	if x == nil {
		t.Fatal("nothing is played")
	}
	got := played(x)
	for _, want := range []string{"invitation 6", "materials-call 1", "minutes-call 1", "minutes-publish 6"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if to := x.Letters[0].To; to[0].ID != "host" {
		t.Errorf("the notice goes to %v", to)
	}
}

// A rule that gives no meeting within a year has no example.
func TestExampleOfNothing(t *testing.T) {
	p := coordination()
	p.Schedule.RRule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
	if x := ExampleOf(testDesk("2026-11-02", p), p, time.Date(2026, 11, 2, 9, 0, 0, 0, cst)); x != nil {
		t.Errorf("%+v", x)
	}
}

func played(x *Example) string {
	var b strings.Builder
	for _, l := range x.Letters {
		fmt.Fprintln(&b, strings.Join(strings.Fields(fmt.Sprint(l.At.In(cst).Format("01-02 15:04 "), l.Letter, " ", l.Ref, " ", len(l.To))), " "))
	}
	return b.String()
}
