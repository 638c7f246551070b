package meaning

import (
	"testing"

	"github.com/huiban/huiban/parser/fold"
)

var tables = map[string]table{"stance": stance, "minutes": minutesWords, "action": actionWords, "invitation": invitationWords, "approval": approvalWords, "query": queryWords}

// A word with two meanings in one table would be read by chance; a word that is not folded would never be found.
func TestWordsMeanOneThingAndAreFolded(t *testing.T) {
	for name, tab := range tables {
		seen := map[string]sign{}
		for s, list := range tab {
			for _, w := range phrases(list) {
				if old, ok := seen[w]; ok && old != s {
					t.Errorf("%s: %q has two meanings", name, w)
				}
				if seen[w] = s; fold.Text(w) != w {
					t.Errorf("%s: %q is not folded", name, w)
				}
			}
		}
	}
}

func TestLongestWordWins(t *testing.T) {
	l := build(table{no: "不确认|not confirm", yes: "确认|confirm"})
	if h := l.scan([]rune("我不确认")); len(h) != 1 || h[0].sign != no {
		t.Error(h)
	}
	if h := l.scan([]rune("confirmation")); len(h) != 0 {
		t.Error("found a word inside another", h)
	}
}
