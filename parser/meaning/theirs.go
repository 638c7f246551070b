package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// theirs is a correction that somebody else made: "Bronwen's correction", 「老王的修改意见」. Pointing at it is no objection of one's own.
var theirs = pattern.Must(`\b([a-z]+)'s (?:\w+ )?(?:correction|corrections|comment|comments|change|changes|remark|remarks|edit|edits|objection|objections|amendment|amendments|concern|concerns|version)\b`)

var theirsChinese = pattern.Must(`(?:` + people.String() + `)的(?:修改|更正|修正|订正|补充|意见|建议|批注|异议|改动)`)

// contracted words take "'s" for is: "here's a correction".
var contracted = words("it that here there what he she who")

// credit turns the corrections of others in a clause into their words.
func (c *clause) credit() {
	text := c.folded()
	var at []int
	if strings.Contains(text, "'s ") {
		at = theirs.FindStringSubmatchIndex(text)
	}
	if at != nil && contracted[text[at[2]:at[3]]] {
		at = nil
	}
	if at == nil && strings.Contains(text, "的") {
		at = theirsChinese.FindStringIndex(text)
	}
	if at == nil {
		return
	}
	index := runeIndex(text)
	from, to := index[at[0]], index[at[1]]
	for i, h := range c.hits {
		if h.end > from && h.start < to && h.sign != yes && h.sign != weak {
			c.hits[i].sign = others
		}
	}
	c.hits = append(c.hits, hit{sign: others, start: from, end: from})
}
