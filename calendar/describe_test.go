package calendar

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// The description calls roles as the company does (G-39).
func TestDescriptionByOwnTitles(t *testing.T) {
	for lang, want := range map[secretary.Lang]string{secretary.Hans: "内勤：何煜\n", secretary.Hant: "內勤：何煜\n", secretary.English: "Office clerk: 何煜\n"} {
		l := &secretary.Letter{Lang: lang, Meeting: &secretary.MeetingView{
			Host: secretary.Party{Name: "张伟"}, Recorder: secretary.Party{Name: "何煜"},
			Labels: map[string]secretary.Text{"recorder": secretary.T("内勤", "內勤", "Office clerk")},
		}}
		got := strings.Join(describe(l, ""), "\n") + "\n"
		if !strings.Contains(got, want) || !strings.Contains(got, wordsIn[lang].host+"张伟") {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
