package meaning

import "testing"

func TestUnword(t *testing.T) {
	for text, want := range map[string]bool{"请逮行归档": false, "这样行了": true, "行": true} {
		c := cut([]rune(text))[0].clauses[0]
		c.hits = minutesLexicon.scan(c.text)
		if c.unword(); c.has(weak) != want {
			t.Errorf("%s: agrees %v", text, !want)
		}
	}
}

func TestPlainly(t *testing.T) {
	for text, want := range map[string]bool{"妥了": true, "中": true, "中旬再说": false} {
		c := cut([]rune(text))[0].clauses[0]
		if c.plainly(); c.has(weak) != want {
			t.Errorf("%s: agrees %v", text, !want)
		}
	}
}
