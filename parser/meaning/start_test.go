package meaning

import "testing"

// TestStarts: a phrase knows what may follow the character that it begins with.
func TestStarts(t *testing.T) {
	for _, c := range []struct{ phrase, first, next, never string }{
		{"(不|未) (参加|出席)", "不未", "参出 ", "会"},
		{"(不) (能)? (来)", "不", "能来 ", "去"},
		{"(不)* (来)", "不", "不来 ", "去"},
		{"((不) (能)?|未) (来)", "不", "能来 ", "去"},
		{"没有 <number>", "没", "有", "空"},
		{"<number> (天)", "0", "0天半", ""},
		{"won't come", "w", "o", "i"},
	} {
		got := startsOf((&phraseReader{text: c.phrase}).phrase())
		for _, first := range c.first {
			if got[first] == nil {
				t.Fatalf("%s does not begin with %c", c.phrase, first)
			}
			for _, r := range c.next {
				if !got[first].has(r) {
					t.Errorf("%s: %c may not follow %c", c.phrase, r, first)
				}
			}
			for _, r := range c.never {
				if got[first].has(r) {
					t.Errorf("%s: %c may follow %c", c.phrase, r, first)
				}
			}
		}
	}
}
