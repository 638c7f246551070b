package secretary

import (
	"slices"
	"testing"
)

// returnedDraft lacks the owner of action 1, a firm date for action 2, and one person for action 3.
func returnedDraft() *Version {
	return &Version{No: 1, Body: "原料涨价。", Draft: Draft{
		Resolutions: []DraftLine{{"1", "锁价"}},
		Actions:     []DraftAction{{"1", "询价", "", "2026-12-05", ""}, {"2", "盘点", "李娜", "", "盘点表"}, {"3", "培训", "", "", ""}},
		Problems:    []Problem{{"1", "no-owner"}, {"2", "vague-due"}, {"3", "several-owners"}, {"3", "no-due"}},
	}}
}

func TestMendedLinesKeepWhatTheyDoNotGive(t *testing.T) {
	old, d := returnedDraft(), &Draft{Actions: []DraftAction{{No: "1", Owner: "王磊"}, {No: "2", Due: "2026-12-09"}, {No: "3", Owner: "周敏"}}}
	if !(&Meeting{}).partial(old, d) {
		t.Fatal("three mended lines are taken for a whole draft")
	}
	got, body := (&Meeting{Seats: make([]Seat, 9)}).revise(old, d)
	want := []DraftAction{{"1", "询价", "王磊", "2026-12-05", ""}, {"2", "盘点", "李娜", "2026-12-09", "盘点表"}, {"3", "培训", "周敏", "", ""}}
	if !slices.Equal(got.Actions, want) || body != "原料涨价。" {
		t.Errorf("%+v, body %q", got.Actions, body)
	}
	if !slices.Equal(got.Problems, []Problem{{"3", "no-due"}}) {
		t.Errorf("problems %v", got.Problems)
	}
}

func TestMendedLineThatIsStillWrong(t *testing.T) {
	d := &Draft{Actions: []DraftAction{{No: "2"}}, Problems: []Problem{{"2", "bad-due"}}}
	got := mend(returnedDraft(), d)
	if !hasProblem(got.Problems, "2", "bad-due") || hasProblem(got.Problems, "2", "vague-due") || !hasProblem(got.Problems, "1", "no-owner") {
		t.Errorf("problems %v", got.Problems)
	}
}

func TestLinesThatAreNotThereMendNothing(t *testing.T) {
	if (&Meeting{}).partial(returnedDraft(), &Draft{Actions: []DraftAction{{No: "7", Owner: "王磊"}}}) {
		t.Error("there is no action 7")
	}
}

// TestLineInFullBesideAMendedOne: 行动项1：责任人改为王磊 keeps what it does not give though line 3 is written in full, and line 4 is new.
func TestLineInFullBesideAMendedOne(t *testing.T) {
	m, old := &Meeting{Seats: make([]Seat, 9)}, returnedDraft()
	d := &Draft{Actions: []DraftAction{{No: "1", Owner: "王磊"}, {"3", "外训", "周敏", "2026-12-09", "证书"}, {"4", "复盘", "李娜", "2026-12-11", ""}}}
	if !m.partial(old, d) {
		t.Fatal("taken for a whole draft")
	}
	got, _ := m.revise(old, d)
	if want := []DraftAction{{"1", "询价", "王磊", "2026-12-05", ""}, {"2", "盘点", "李娜", "", "盘点表"}, {"3", "外训", "周敏", "2026-12-09", "证书"}, {"4", "复盘", "李娜", "2026-12-11", ""}}; !slices.Equal(got.Actions, want) {
		t.Errorf("%+v", got.Actions)
	}
	if !slices.Equal(got.Problems, []Problem{{"2", "vague-due"}}) {
		t.Errorf("problems %v", got.Problems)
	}
}

// TestAnswerThatNamesEveryReturnedLine: all lines of the draft were returned, so the answer is as long as the draft. What it
// is silent about stays.
func TestAnswerThatNamesEveryReturnedLine(t *testing.T) {
	m := &Meeting{Seats: make([]Seat, 9)}
	old := &Version{No: 1, Body: "原料涨价。", Draft: Draft{
		Attendance: []Attendance{{Name: "李娜", State: "leave"}, {Name: "周强", State: "present"}},
		Actions:    []DraftAction{{"1", "询价", "", "2026-12-05", ""}}, Problems: []Problem{{"1", "no-owner"}},
	}}
	got, body := m.revise(old, &Draft{Actions: []DraftAction{{"1", "询价", "王磊", "2026-12-05", ""}}, Attendance: []Attendance{{Name: "周强", State: "late", Time: "09:20"}}, Body: "客户要求提前交货。"})
	if want := []Attendance{{Name: "李娜", State: "leave"}, {Name: "周强", State: "late", Time: "09:20"}}; !slices.Equal(got.Attendance, want) {
		t.Errorf("attendance %v", got.Attendance)
	}
	if body != "原料涨价。\n\n客户要求提前交货。" || got.Actions[0].Owner != "王磊" || len(got.Problems) > 0 {
		t.Errorf("%+v, body %q", got, body)
	}
}

func TestWholeFormStandsForItself(t *testing.T) {
	m := &Meeting{Seats: make([]Seat, 2)}
	d := &Draft{Attendance: []Attendance{{Name: "李娜", State: "present"}, {Name: "周强", State: "present"}}, Resolutions: []DraftLine{{"1", "锁价"}}}
	if got, body := m.revise(returnedDraft(), d); len(got.Actions) > 0 || body != "" {
		t.Errorf("%+v, body %q", got, body)
	}
}

// TestPartialAnswerToAReviewer: nothing was returned line by line, and still the lines that are not named stay, as the
// letter promises. One list copied under other numbers is a draft of its own.
func TestPartialAnswerToAReviewer(t *testing.T) {
	m := &Meeting{Seats: make([]Seat, 9)}
	old := &Version{No: 3, Draft: Draft{
		Resolutions: []DraftLine{{"1", "锁价"}},
		Actions:     []DraftAction{{"2", "询价", "王磊", "2026-12-05", ""}, {"3", "盘点", "李娜", "2026-12-09", ""}, {"4", "培训", "周敏", "2026-12-11", ""}},
	}}
	got, _ := m.revise(old, &Draft{Resolutions: []DraftLine{{"1", "十二月锁价"}}, Actions: []DraftAction{{"3", "盘点二号库", "李娜", "2026-12-06", ""}}})
	if len(got.Actions) != 3 || got.Actions[1].Text != "盘点二号库" || got.Actions[2].Text != "培训" || got.Resolutions[0].Text != "十二月锁价" {
		t.Errorf("%+v", got)
	}
	got, _ = m.revise(old, &Draft{Resolutions: []DraftLine{{"1", "锁价"}}, Actions: []DraftAction{{"2", "盘点", "李娜", "2026-12-09", ""}, {"3", "培训", "周敏", "2026-12-11", ""}}})
	if len(got.Actions) != 2 {
		t.Errorf("renumbered: %+v", got.Actions)
	}
}
