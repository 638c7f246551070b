package templates

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestResolutionsSayWhoDecided: the policy's decider stands behind a resolution that names none, in every language, and behind
// no other (G-40, S0-21, S3-30, S3-45).
func TestResolutionsSayWhoDecided(t *testing.T) {
	zhao := secretary.Party{Name: "赵军"}
	said := secretary.DraftLine{No: "2", Text: "停线一天（陈静决定）。"}
	for lang, want := range map[secretary.Lang][2]string{
		secretary.Hans: {"锁价（赵军决定）", "锁价（与会人员共同决定）"}, secretary.Hant: {"锁价（赵军決定）", "锁价（與會人員共同決定）"}, secretary.English: {"锁价 (decided by 赵军)", "锁价 (decided jointly)"},
	} {
		for n, m := range []*secretary.MinutesView{{Decider: &zhao}, {Jointly: true}, {}} {
			v, err := newView(&secretary.Letter{Lang: lang, Minutes: m}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := v.Resolved(secretary.DraftLine{No: "1", Text: "锁价"})
			if n < 2 && got != want[n] || n == 2 && got != "锁价" || v.Resolved(said) != said.Text {
				t.Errorf("%s: %q, %q", lang, got, v.Resolved(said))
			}
		}
	}
	for text, names := range map[string]bool{"锁价（决定人：赵军）": true, "Lock prices (decided by Zhao Jun).": true, "锁价（含税）": false, strings.Repeat("长", 30) + "决定": false} {
		if secretary.NamesDecider(text) != names {
			t.Errorf("%q", text)
		}
	}
}
