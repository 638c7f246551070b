package secretary

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestUpkeepComesWithWhatThereIsToGoBy: the letter about a regulation's upkeep has the trend of the surveys, late minutes, items on
// time and open feedback for the review (S0-35, S0-45, S0-48, S0-92, S0-114), what the audit of the archive found and was said of
// it (S0-77, S0-78, S0-82, S3-91), what was closed, with its reports, for the lessons (S0-88), and who was trained, with the scores, for the training
// (S0-79, S0-109).
func TestUpkeepComesWithWhatThereIsToGoBy(t *testing.T) {
	p := coordination()
	month := Span{1, Months}
	p.Review.Cycle, p.Lessons.Cycle, p.Archive.ReviewCycle, p.Training.Cycle = month, month, month, month
	p.Kind, p.Schedule.Until, p.Roster = "training", "2026-11-01", []RosterRule{{Who: "li.na"}, {Who: "wang.lei"}}
	desk := testDesk("2026-11-20", p)
	s := desk.Series[p.ID]
	s.Polls = []PollResult{{Day: "2026-11-27", Sums: []ScoreSum{{Counts: [5]int{0, 0, 0, 2, 2}}}, Rates: Rates{Meetings: 4, MinutesLate: 1, Closed: 5, OnTime: 3}}}
	s.Trained = []Trained{{Person: "li.na", Day: "2026-11-27"}}
	s.Feedback = []*Feedback{{No: 1, Class: "meeting", Text: "资料太晚"}, {No: 2, Class: "archive", Text: "编号难找"}}
	desk.Shelf = func(string, time.Time) *Shelf {
		return &Shelf{Documents: 9, Gaps: []string{"PSC-02"}, Superseded: []string{"PSC-01"}, Expired: []string{"PSC-00"},
			Closed: []*Item{{ID: "PSC-20261120-1", Text: "备料", Owner: "wang.lei", Status: Complete}}}
	}
	w := newWorld(t, desk, time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.strict = false
	w.until(time.Date(2026, 12, 21, 10, 0, 0, 0, cst))
	l := w.last("chen.jing", Duty, 0)
	if l == nil {
		t.Fatal("there is no letter")
	}
	var got []string
	for _, c := range l.Chores {
		got = append(got, c.Kind)
		for _, f := range c.Facts {
			got = append(got, fmt.Sprint(f.What, f.List))
		}
		for _, i := range c.Items {
			got = append(got, i.Text)
		}
	}
	want := "review surveys[2026-11-27 4.5] minutes-late[1/4] on-time[3/5] feedback[资料太晚 编号难找] archive documents[9] gaps[PSC-02] superseded[PSC-01] expired[PSC-00] feedback[编号难找] lessons 备料 training trained[李娜] untrained[王磊] surveys[2026-11-27 4.5] minutes-late[1/4] on-time[3/5] feedback[资料太晚 编号难找]"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("it has\n%s, want\n%s", s, want)
	}
}

// S0-114: the review comes with the compliance report of the days since it was last done; other duties come without.
func TestTheReviewComesWithTheComplianceReport(t *testing.T) {
	w := november(t, func(_ *Desk, p *Policy) { p.Review.Cycle, p.Lessons.Cycle = Span{1, Months}, Span{2, Weeks} })
	w.until(on("2026-12-14 12:00"))
	if l := w.last("chen.jing", Duty, 0); l == nil || l.Chores[0].Kind != "lessons" || l.Compliance != nil {
		t.Fatalf("the lessons come with %+v", l)
	}
	w.until(on("2026-12-28 12:00"))
	l := w.last("chen.jing", Duty, 0)
	if l == nil || l.Chores[0].Kind != "review" || l.Compliance == nil || len(l.Documents) != 1 || l.Documents[0] != ComplianceSheet {
		t.Fatalf("the review comes with %+v", l)
	}
	if v := l.Compliance; v.From != "2026-11-27" || v.Until != "2026-12-26" || !strings.Contains(missedOf(v), "minutes-late sun.li") {
		t.Errorf("%s to %s:\n%s", v.From, v.Until, missedOf(v))
	}
}
