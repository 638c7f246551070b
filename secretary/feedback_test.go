package secretary

import (
	"fmt"
	"testing"
	"time"
)

// S0-94: the agenda of the meeting about the meetings is the open feedback of all of them, the worst first, and nobody outside sees it.
func TestOpenFeedbackIsTheAgenda(t *testing.T) {
	about := coordination()
	about.ID, about.Code, about.Agenda = "MT-S0-2", "CDR", AgendaRule{Feedback: true, Items: []AgendaItem{{No: "1", Title: T("开场", "", "")}}}
	d := testDesk("2026-11-20", coordination(), about)
	d.Series["MT-S0-1"].Feedback = []*Feedback{
		{No: 1, Text: "慢", Severity: 3, Urgency: 3}, {No: 2, Text: "已办", State: "declined"}, {No: 3, Text: "急", Severity: 1, Urgency: 1}, {No: 4, Text: "转", State: "forwarded", To: "li.na", Severity: 2, Urgency: 2}, {No: 5, Text: "新"},
	}
	w := newWorld(t, d, time.Date(2026, 11, 20, 8, 0, 0, 0, cst))
	w.Whole = func(time.Time, time.Time) *Desk { return w.Desk }
	w.until(w.now.Add(2 * hour))
	got := ""
	for _, a := range w.Meetings["CDR-20261127"].Agenda {
		got += fmt.Sprintf("%s %s %v; ", a.No, a.Title.In(Hans), a.Internal)
	}
	if want := "0 上次决议执行情况 true; 1 开场 false; 2 急 true; 3 转 true; 4 慢 true; 5 新 true; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// G-28: the mean of a question, and when it may be shown.
func TestScores(t *testing.T) {
	if mean, ok := (ScoreSum{Counts: [5]int{1, 0, 0, 0, 3}}).Mean(); mean != 4 || !ok {
		t.Errorf("mean %v %v", mean, ok)
	}
	if _, ok := (ScoreSum{}).Mean(); ok {
		t.Error("no scores have a mean")
	}
	closed := &Poll{Opened: time.Unix(1, 0), Closed: time.Unix(2, 0), Answered: []PersonID{"a", "b"}}
	for least, want := range map[int]bool{0: true, 2: true, 3: false} {
		if got := closed.published(&Policy{Survey: SurveyRule{MinAnswers: least}}); got != want {
			t.Errorf("two answers of at least %d: %v", least, got)
		}
	}
	if (&Poll{Closed: time.Unix(2, 0)}).published(&Policy{}) {
		t.Error("a survey that was left out is published")
	}
}
