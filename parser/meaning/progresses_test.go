package meaning

import "testing"

func TestProgresses(t *testing.T) {
	for text, want := range map[string]bool{
		"第3条备件已经下单了":                   true,
		"item 3 parts arrive thursday": true,
		"第2条已经取消了":                     false,
		"第3条是12月10日到货":                 false,
		"第2条":                          false,
	} {
		if got := cut([]rune(text))[0].clauses[0].progresses(); got != want {
			t.Errorf("%s: tells how far it is: %v", text, got)
		}
	}
}
