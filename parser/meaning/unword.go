package meaning

import (
	"strings"
	"unicode"
)

// unword takes the weak words of one character out that stand inside a longer word that the tables do not know: 行 in 「请逕行归档」.
func (c *clause) unword() {
	for i, h := range c.hits {
		if h.sign == weak && h.end == h.start+1 && c.inside(h) {
			c.hits[i].sign = neutral
		}
	}
}

// inside reports whether Chinese characters that are no particles stand on both sides of h.
func (c clause) inside(h hit) bool {
	if h.start == 0 || h.end == len(c.text) {
		return false
	}
	before, after := c.text[h.start-1], c.text[h.end]
	return unicode.Is(unicode.Han, before) && unicode.Is(unicode.Han, after) &&
		!strings.ContainsRune("都就也我们全均很挺还样这看那", before) && !strings.ContainsRune("了的吧啊呀哈啦呢嘛哦咯就", after)
}

// plainly says what a clause of one word is: a verdict in 「中」 and 「妥了」, a hedge in ", yet", nothing in 「没别的」 and "Right.".
func (c *clause) plainly() {
	word := strings.Trim(c.folded(), " .~!")
	switch {
	case nothingMore[word]:
		c.hits = []hit{{sign: neutral, start: 0, end: len(c.text)}}
	case word == "yet":
		c.hits = []hit{{sign: hedge, start: 0, end: len(c.text)}}
	case len(c.hits) == 0 && oneWord[strings.Trim(word, "了的嘞")]:
		c.hits = []hit{{sign: weak, start: 0, end: len(c.text)}}
	}
}

// nothingMore is no verdict by itself: 「没别的，确认」.
var nothingMore = words("right 没有 没 无 没了 没有了 没别的 没别的了 没啥 没什么 没什么了 没啥了 冇 nothing none")

var oneWord = words("中 妥 成 得 好使 管 要得 巴适 稳 在理 靠谱 欧了 没跑")
