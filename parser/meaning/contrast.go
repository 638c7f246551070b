package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// contrasted is a clause that sets right what the one before said: ", not the 11th". What is denied must be a thing: a number, a date, a name.
// "not sure", "not a problem" and "not yet" set nothing right.
var contrasted = pattern.Must(`^\s*(?:and )?(?:not|rather than) (?:(?:on|by|in|at|from|for|to|until|till) )?(?:the )?(\S+)`)

// calendar are days and months, which are set right as dates are.
var calendar = words("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december")

var sized = pattern.Must(`^#?\$?\d`)

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
		if sized.MatchString(word) || (word == "me" || word == "us") && !s.has(yes, weak) || calendar[strings.ToLower(word)] || departments[strings.ToLower(word)] && !things[strings.ToLower(word)] || person(word, "") {
			c.hits = append(c.hits, hit{sign: change})
		}
	}
}

// deniedThing is a thing that is not so, setRight what is: 「责任人不是我，是李敏」,「是质量部配合，不是归口」.
var (
	deniedThing = pattern.Must(`(?:^|[^是])(?:并不是|不是|并非|唔系|唔係)([^,]{1,8})$`)
	setRight    = pattern.Must(`^\s*(?:而|应该|应|实际)?(?:是|为|系|係)|应为|应是`)
	noThing     = pattern.Must(`[不没未]|什么|问题|意思|怪|同意|确认|特别|所有|故意`)
)

// opposed marks a clause as a correction that denies a thing beside one that says what is.
func (s *sentence) opposed() {
	for i := range s.clauses {
		c := &s.clauses[i]
		m := deniedThing.FindStringSubmatch(strings.TrimRight(c.folded(), " "))
		if m == nil || noThing.MatchString(m[1]) {
			continue
		}
		if i > 0 && setRight.MatchString(s.clauses[i-1].folded()) || i+1 < len(s.clauses) && setRight.MatchString(s.clauses[i+1].folded()) {
			c.hits = append(c.hits, hit{sign: change})
		}
	}
}

// concessive begins a clause that gives way to the next: 「虽然我投了反对票，但记录属实」.
var concessive = pattern.Must(`^\s*(?:虽然|虽说|虽|尽管|although |though |even though |while )`)

// conceded takes the objection out of what is only conceded before a consent.
func (s *sentence) conceded() {
	for i := range s.clauses {
		c := &s.clauses[i]
		if i+1 < len(s.clauses) && concessive.In(c.look()) && s.clauses[i+1].has(yes) && !s.clauses[i+1].has(no, change, refuse) {
			c.mute(no, change, denial, heading, but)
		}
	}
}

// tags at a sentence's end make no question of it: "…, remember?".
var tags = pattern.Must(`^\W*(?:remember|you know|if you remember|记得吗|记得吧|还记得吗)\W*$`)

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
