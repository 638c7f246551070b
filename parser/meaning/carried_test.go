package meaning

import "testing"

// A clause that agrees in unknown words is carried by a firm verdict, and not where it could turn it.
func TestCarried(t *testing.T) {
	for _, k := range []struct {
		text string
		want bool
	}{
		{"自动回复那两条没有遗漏", true},
		{"The out-of-office minutes are correct as written", true},
		{"只有采购那条没问题", false},
		{"同意扣款的说法有人提过", false},
		{"李总那部分没问题", false},
		{"自动回复那两条", false},
	} {
		c := cut([]rune(k.text))[0].clauses[0]
		c.hits = minutesLexicon.scan(c.text)
		if got := c.carried(); got != k.want {
			t.Errorf("%s: carried %v", k.text, got)
		}
	}
}
