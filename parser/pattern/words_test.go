package pattern

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestHoldsWhatStringsFinds compares with package strings.
func TestHoldsWhatStringsFinds(t *testing.T) {
	some := rapid.StringOfN(rapid.RuneFrom([]rune("完成报告abcK\u212a\ufffd")), 0, 4, -1)
	rapid.Check(t, func(t *rapid.T) {
		words, s := rapid.SliceOf(some).Draw(t, "words"), rapid.StringOfN(rapid.RuneFrom([]rune("完成报告abcK\u212a\ufffd")), 0, 12, -1).Draw(t, "text")
		want := false
		for _, w := range words {
			want = want || strings.Contains(s, w)
		}
		if got := OneOf(words...).In(Look(s)); got != want {
			t.Fatalf("%q in %q: %v", words, s, got)
		}
	})
}
