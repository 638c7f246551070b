package meaning

import "strings"

// answering words may stand outside the quotation marks of an answer: 「我回复“参加”」.
var answering = class("fillers", "answering")

// unmention drops the words that stand between quotation marks in a clause that goes on to say something about them: they are
// mentioned, not meant. 「邮件里只让回“参加”或“不参加”」 is no answer,
// 「我选“参加”」, 「先按“待定”登记」 and a bare 「“参加”」 are.
func (c *clause) unmention() {
	inside := quoted(c.text)
	if inside == nil {
		return
	}
	outside := clause{}
	for i, r := range c.text {
		if inside[i] || r == '"' {
			r = ' '
		}
		outside.text = append(outside.text, r)
	}
	if left := outside.residue(answering); size(left) < 1 && !strings.Contains(string(outside.text), "请") {
		return
	}
	kept := c.hits[:0]
	for _, h := range c.hits {
		if !inside[h.start] {
			kept = append(kept, h)
		}
	}
	c.hits = kept
}

// quoted marks the runes between quotation marks, nil where there are none.
func quoted(text []rune) (inside []bool) {
	open := -1
	for i, r := range text {
		switch {
		case r != '"':
		case open < 0:
			open = i
		default:
			if inside == nil {
				inside = make([]bool, len(text))
			}
			for j := open + 1; j < i; j++ {
				inside[j] = true
			}
			open = -1
		}
	}
	return inside
}
