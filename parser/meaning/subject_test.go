package meaning

import (
	"strings"
	"testing"
)

// clauseOf is the clause of text that holds word, and where it stands.
func clauseOf(text, word string) (c clause, h hit) {
	for _, c = range cut([]rune(text))[0].clauses {
		if strings.Contains(c.folded(), word) {
			break
		}
	}
	at := len([]rune(c.folded()[:strings.LastIndex(c.folded(), word)]))
	return c, hit{sign: yes, start: at, end: at + len([]rune(word))}
}

func TestAnother(t *testing.T) {
	for _, k := range []struct {
		text, word string
		want       bool
	}{
		{"王总不参加", "不参加", true},
		{"老王說他同意", "同意", true},
		{"张工告诉我他来不了", "来不了", true},
		{"主席話佢一定出席", "出席", true},
		{"Tom says it's fine", "fine", true},
		{"please tell Wang he should decline", "decline", true},
		{"Supplier has accepted our offer", "accepted", true},
		{"Tom said I should attend", "attend", true},
		{"王总派我参加", "参加", false},
		{"我和老王都参加", "参加", false},
		{"我代王總出席", "出席", false},
		{"陳秘書：準時出席", "出席", false},
		{"设备部无异议", "无异议", false},
		{"施工方案同意", "同意", false},
		{"本周工作总结同意", "同意", false},
		{"同意他的请假", "同意", false},
		{"I told Wang I will attend", "attend", false},
		{"They can't, so I will attend", "attend", false},
		{"Quality agrees", "agrees", false},
		{"Friday works and I accept", "accept", false},
	} {
		c, h := clauseOf(k.text, k.word)
		if got := c.another(h, "王磊"); got != k.want {
			t.Errorf("%s: %s is another's: %v", k.text, k.word, got)
		}
	}
}

func TestReached(t *testing.T) {
	for _, k := range []struct {
		text, word string
		want       bool
	}{
		{"没说一定参加", "参加", true},
		{"不是不参加", "不参加", true},
		{"领导不让我参加", "参加", true},
		{"不參加是不可能的", "不参加", true},
		{"同意不了", "同意", true},
		{"I never said I would attend", "attend", true},
		{"there's no way I can attend", "attend", true},
		{"I doubt I can attend", "attend", true},
		{"不得不参加", "参加", false},
		{"不好意思参加", "参加", false},
		{"特别同意", "同意", false},
		{"没来得及看就同意", "同意", false},
		{"no doubt I can attend", "attend", false},
		{"I did not get the link but will attend", "attend", false},
	} {
		c, h := clauseOf(k.text, k.word)
		if got := c.reached(h, []sign{yes, no}); got != k.want {
			t.Errorf("%s: a denial reaches %s: %v", k.text, k.word, got)
		}
	}
}
