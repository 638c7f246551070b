package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// whole reports whether the part that a step names is the whole task: nothing is named, or what is named stands in the letter.
// 「写完了」 and, of 「SOP修订」, 「SOP修订完了」 are done; 「初稿写完了」 is a part.
func (p piece) whole(q Question) bool {
	for _, h := range p.hits {
		if h.sign != step {
			continue
		}
		before, after := clause{text: p.text[:h.start]}, clause{text: p.text[h.end:]}
		what := strings.TrimLeft(before.residue(fillers), "已经都全")
		if size(what) < 1 {
			what = after.residue(fillers) // 「写完了初稿」
		}
		if size(what) < 1 {
			return true
		}
		for _, line := range q.History {
			if strings.Contains(fold.Text(line), what) {
				return true
			}
		}
	}
	return false
}

// pending reports whether a clause says that something is not yet done, in words that the tables do not hold: 「还没校审」.
func (p piece) pending() bool {
	if p.has(idle, undone, done, stuck, waiting) {
		return false
	}
	t := p.folded()
	for _, w := range []string{"还没", "尚未", "还未", "仍未"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}
