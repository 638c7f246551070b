package meaning

import (
	"regexp"
	"strings"
)

// contrasted is a clause that sets right what another one said: ", not the 11th", 「，而不是11号」. What is denied must be a thing: a number, a date,
// a name. "not sure", "not a problem" and "not yet" set nothing right.
var contrasted = regexp.MustCompile(`^(?:and )?(?:not|rather than) (?:(?:on|by|in|at|from|for|to|until|till) )?(?:the )?(\S+)`)

var thing1 = regexp.MustCompile(`^#?\$?\d`)

// contrast marks such a clause as a correction.
func (s *sentence) contrast() {
	for i := range s.clauses {
		c := &s.clauses[i]
		lead := 0
		if i == 0 {
			if lead = strings.Index(c.folded(), ", not "); lead < 0 {
				continue
			}
		}
		text := strings.TrimSpace(c.folded())
		m := contrasted.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		word := strings.TrimSpace(string(c.raw))[m[2]:]
		if thing1.MatchString(word) || person(strings.TrimRight(strings.Fields(word)[0], ".!"), "") {
			c.hits = append(c.hits, hit{change, 0, 0})
		}
	}
}

// tags at a sentence's end make no question of it: "…, remember?".
var tags = regexp.MustCompile(`^\W*(?:remember|you know|if you remember|记得吗|记得吧|还记得吗)\W*$`)

// rhetorical takes the question mark away that belongs to a tag.
func (s *sentence) rhetorical() {
	n := len(s.clauses) - 1
	if !s.asked || n < 0 {
		return
	}
	last := &s.clauses[n]
	t := last.folded()
	if i := strings.LastIndex(t, " - "); i >= 0 {
		t = t[i+3:]
	} else if n == 0 {
		return
	}
	s.asked = !tags.MatchString(t)
}

// theirs is a correction that somebody else made: "Bronwen's correction", 「老王的修改意见」. Pointing at it is no objection of one's own.
var theirs = regexp.MustCompile(`\b([a-z]+)'s (?:\w+ )?(?:correction|corrections|comment|comments|change|changes|remark|remarks|edit|edits|objection|objections|amendment|amendments|concern|concerns|version)\b`)

var theirsChinese = regexp.MustCompile(`(?:` + people.String() + `)的(?:修改|更正|修正|订正|补充|意见|建议|批注|异议|改动)`)

// credit turns the corrections of others in a clause into their words.
func (c *clause) credit() {
	text := c.folded()
	at := theirs.FindStringSubmatchIndex(text)
	if at != nil && (text[at[2]:at[3]] == "it" || text[at[2]:at[3]] == "that" || text[at[2]:at[3]] == "here" || text[at[2]:at[3]] == "there" || text[at[2]:at[3]] == "what") {
		at = nil
	}
	if at == nil {
		at = theirsChinese.FindStringIndex(text)
	}
	if at == nil {
		return
	}
	index := runeIndex(text)
	from, to := index[at[0]], index[at[1]]
	for i, h := range c.hits {
		if h.end > from && h.start < to && (h.sign == change || h.sign == no || h.sign == follow || h.sign == neutral || h.sign == heading) {
			c.hits[i].sign = others
		}
	}
	c.hits = append(c.hits, hit{others, from, from})
}
