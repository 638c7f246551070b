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
	got, body := mend(old, d)
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
	got, _ := mend(returnedDraft(), d)
	if !hasProblem(got.Problems, "2", "bad-due") || hasProblem(got.Problems, "2", "vague-due") || !hasProblem(got.Problems, "1", "no-owner") {
		t.Errorf("problems %v", got.Problems)
	}
}

func TestLinesThatAreNotThereMendNothing(t *testing.T) {
	if (&Meeting{}).partial(returnedDraft(), &Draft{Actions: []DraftAction{{No: "7", Owner: "王磊"}}}) {
		t.Error("there is no action 7")
	}
}
