package meaning

import (
	"regexp"
	"strings"
)

// contrasted is a clause that sets right what the one before said: ", not the 11th". What is denied must be a thing: a number, a date, a name.
// "not sure", "not a problem" and "not yet" set nothing right.
var contrasted = regexp.MustCompile(`^\s*(?:and )?(?:not|rather than) (?:(?:on|by|in|at|from|for|to|until|till) )?(?:the )?(\S+)`)

// calendar are days and months, which are set right as dates are.
var calendar = words("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december us me")

var sized = regexp.MustCompile(`^#?\$?\d`)

// contrast marks such a clause as a correction.
func (s *sentence) contrast() {
	for i := range s.clauses {
		if i == 0 {
			continue
		}
		c := &s.clauses[i]
		text := c.folded()
		m := contrasted.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		at := runeIndex(text)
		word := strings.TrimRight(string(c.raw[at[m[2]]:at[m[3]]]), ".!?")
		if sized.MatchString(word) || calendar[strings.ToLower(word)] || person(word, "") {
			c.hits = append(c.hits, hit{sign: change})
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

// written tells how the minutes put a thing. It is a correction only where nothing agrees to it.
var written = words("写成 写为 记成 记为 定为 说的是 定的是 明确的是 应由 应归 应属 应系 应係 应在")

// described takes the correction out of a sentence that only repeats what was written, and goes on to agree:
// 「第四条写成12月31日前，会上也是这么定的，没有异议」.
func (s *sentence) described() {
	agreed := false
	for _, c := range s.clauses {
		for _, h := range c.hits {
			switch {
			case h.sign == change && !written[string(c.text[h.start:h.end])], h.sign == no, h.sign == refuse, h.sign == denial, h.sign == but, h.sign == rest, h.sign == except:
				return
			}
		}
		agreed = c.has(yes)
	}
	if !agreed {
		return
	}
	for _, c := range s.clauses {
		c.mute(change)
	}
}
