package meaning

import "strings"

// fillers may stand before the item that a statement is about.
var fillers = class("fillers", "opening")

func onlyFiller(before []rune) bool {
	c := clause{text: before, raw: before}
	return size(c.residue(fillers)) == 0
}

// cause reports whether what stands before a mention makes it a reason and no subject: 「受第3项影响」, "waiting for item 3".
func cause(before []rune) bool {
	s := strings.TrimRight(string(before), " ")
	for _, w := range []string{"working on", "work on", "progress on", "update on", "status on"} {
		if strings.HasSuffix(s, w) {
			return false
		}
	}
	for _, w := range []string{"受", "因", "因为", "由于", "等", "等待", "依赖", "取决于", "待", "需要", "基于", "根据", "参照", "参考", "与", "和", "同", "比", "按照", "按", "在", "以", "after", "because of", "due to", "waiting for", "waiting on", "depends on", "depend on", "on", "for", "with", "by", "until", "needs", "see", "like", "than", "before", "跟", "随"} {
		if strings.HasSuffix(s, w) && (!letter(rune(w[0])) || len(s) == len(w) || s[len(s)-len(w)-1] == ' ') {
			return len(strings.TrimSpace(s)) != len(w) || causeAtStart[w]
		}
	}
	return false
}

var causeAtStart = map[string]bool{"受": true, "因": true, "因为": true, "由于": true, "等": true, "等待": true, "依赖": true, "待": true, "after": true, "because of": true, "due to": true, "waiting for": true, "waiting on": true, "取决于": true}
