package parser

import (
	"slices"
	"strings"
	"testing"
)

// An answer in the letter's own words that stands alone in a line is read below any line of the letter, also below the one that
// gives those words and above the one that begins with them.
func TestAnswerInTheLettersWordsIsRead(t *testing.T) {
	for lang, answers := range map[string][]string{"zh-Hans": {"同意", "不同意"}, "zh-Hant": {"同意", "不同意"}, "en": {"approve", "reject"}} {
		text, _ := sentMinutes(t, lang, "approval-leave")
		o := Options{About: Approval, Sent: text, Zone: shanghai(t)}
		lines := strings.Split(text, "\n")
		for n := 3; n < len(lines); n++ {
			for _, width := range []int{25, 40, 72} {
				for _, answer := range answers {
					above, below := broken(strings.Join(lines[:n+1], "\n"), width), broken(strings.Join(lines[n+1:], "\n"), width)
					for _, how := range []string{"Outlook", "QQ", "phone"} {
						r := Parse([]byte(plainMail(shapes[how]("", above+"\n"+answer+"\n"+below))), o)
						if !slices.Contains(strings.Split(r.Text, "\n"), answer) {
							t.Errorf("%s, %s at %d, %q below %q: %q", lang, how, width, answer, lines[n], r.Text)
						}
					}
				}
			}
		}
	}
}
