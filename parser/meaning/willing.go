package meaning

import "github.com/huiban/huiban/parser/pattern"

// wish stands before a verb that somebody would have liked to do: 「很想参加，可惜去不了」. Beside a no it is no yes.
var wish = pattern.Must(`(?:很|特别|非常|真|挺|本来|本|原本|原来|倒|也|真的|其实)(?:是)?想(?:要|着)?(?:来|去)?$`)

// regret drops the wishes of a sentence that says no.
func (s *sentence) regret() {
	if !s.has(no) {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		for n, h := range c.hits {
			if h.sign == yes && wish.MatchString(string(c.text[:h.start])) {
				c.hits[n].sign = neutral
			}
		}
	}
}
