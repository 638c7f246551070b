package draft

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// Lines of the form by which minutes say what became of agenda items that are not done with: 「未讨论的议题：2、5」,
// 「提交上级会议的议题：3」. They name numbers and nothing else; what follows a colon in other words is discussion.
var openLines = []struct {
	state string
	line  *pattern.Pattern
}{
	{secretary.NotReached, openLine(`(?:未|没有?|尚未|来不及)(?:讨论|议到|议及|议|涉及|进行)的?(?:议题|议程|事项)?|(?:items? |topics? )?not (?:reached|discussed)`)},
	{secretary.Undecided, openLine(`(?:未|没有?|尚未)(?:作出?|做出?|能)?(?:决定|决议|议决|结论|决|定)的?(?:议题|议程|事项)?|(?:items? |topics? )?(?:undecided|not decided|left open)`)},
	{secretary.RaisedUp, openLine(`(?:需要?|拟|请)?(?:提交|提请|上报|报)(?:上级|上一级|部门|公司|经理|领导|其他|上级领导|总经理)*(?:会议|例会|办公会|经理会|周会|会)?(?:讨论|研究|审议|决定)?的?(?:议题|事项)|(?:items? |topics? )?(?:raised|for the managers' meeting|for (?:the )?(?:next )?higher meeting)`)},
}

// openLine is a line with that label, a remark in brackets and numbers behind it.
func openLine(label string) *pattern.Pattern {
	return pattern.Must(`(?i)^(?:[-*·•] ?)?(?:` + label + `)\s*(?:\([^()]{0,40}\))?\s*:\s*((?:无|没有|none|-|—|/)|(?:第|议题|#|item |topic |no\.? )?\s?[0-9]{1,2}(?:\s?[项号条个])?(?:\s?(?:[、,;/]|和|及|and|\s)\s?(?:第|议题|#)?\s?[0-9]{1,2}(?:\s?[项号条个])?)*)?\s*[.。;]?$`)
}

var openNumber = pattern.Must(`[0-9]{1,2}`)

// takeOpen takes such lines out of a text.
func takeOpen(text string) (rest string, open []secretary.OpenTopic) {
	var kept []string
	for _, l := range strings.Split(text, "\n") {
		if found, ok := openOf(l); ok {
			open = merge(open, found)
			continue
		}
		kept = append(kept, l)
	}
	return strings.Join(kept, "\n"), open
}

// takeOpenBlocks takes them out of a Word file.
func takeOpenBlocks(blocks []block) (rest []block, open []secretary.OpenTopic) {
	for _, b := range blocks {
		if found, ok := openOf(b.line); ok && b.rows == nil {
			open = merge(open, found)
			continue
		}
		rest = append(rest, b)
	}
	return rest, open
}

// openOf reads one line; ok is false for any other.
func openOf(line string) (open []secretary.OpenTopic, ok bool) {
	f := strings.TrimSpace(folded(line))
	for _, o := range openLines {
		m := o.line.FindStringSubmatch(f)
		if m == nil {
			continue
		}
		for _, n := range openNumber.FindAllString(m[1], -1) {
			if n = strings.TrimLeft(n, "0"); n == "" {
				n = "0"
			}
			open = append(open, secretary.OpenTopic{No: n, State: o.state})
		}
		return open, true
	}
	return nil, false
}

// merge adds what is not there yet: an item may be undecided and raised.
func merge(have, more []secretary.OpenTopic) []secretary.OpenTopic {
	for _, o := range more {
		if !slices.Contains(have, o) {
			have = append(have, o)
		}
	}
	return have
}
