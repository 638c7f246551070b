package clauses

import (
	"fmt"
	"regexp"
	"strconv"
)

// id is a clause's id in running text, not the MT-S0-1 of a meeting type; and what may follow it to make a range.
var id = regexp.MustCompile(`(?:^|[^A-Za-z0-9-])(S0|S1[A-G]|S2|S3)-([0-9]+)\b(?:(?: to |\.\.|–| ?至 ?)(S0|S1[A-G]|S2|S3)-([0-9]+)\b)?`)

// Named lists the ids that a text names, as they are written and with those inside a range: "S1B-18 to S1B-20", "S0-05..S0-09".
func Named(text string) []string {
	var out []string
	for len(text) > 0 {
		m := id.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		out = append(out, spread(part(1), part(2), part(3), part(4))...)
		text = text[m[1]:]
	}
	return out
}

// spread lists the ids from one to another. Two regulations have nothing between them.
func spread(reg, from, toReg, to string) []string {
	out := []string{reg + "-" + from}
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	if toReg == reg && b-a < 1000 {
		for i := a + 1; i < b; i++ {
			out = append(out, fmt.Sprintf("%s-%02d", reg, i))
		}
	}
	if toReg != "" {
		out = append(out, toReg+"-"+to)
	}
	return out
}
