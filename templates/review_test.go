package templates

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// S0-50: the reviewer gets a checklist of three points: an accurate record, clear resolutions, feasible actions.
func TestReviewChecklist(t *testing.T) {
	for lang, points := range map[secretary.Lang][]string{
		secretary.Hans:    {"- 记录是否准确", "- 决议是否清楚", "- 行动项是否可行"},
		secretary.Hant:    {"- 記錄是否準確", "- 決議是否清楚", "- 行動項是否可行"},
		secretary.English: {"- Is the record accurate", "- Are the resolutions clear", "- Can the action items be done"},
	} {
		r, err := Render(sampleOf(t, lang, "minutes-review"), SampleOptions(lang))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range points {
			if !strings.Contains(r.Text, p) {
				t.Errorf("%s: the review lacks %q:\n%s", lang, p, r.Text)
			}
		}
	}
}
