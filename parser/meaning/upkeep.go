package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// waiver says that a recurring duty is not needed this time, and why: 「2 不需要，原因：制度刚修订」, "3 not needed: just revised".
var waiver = regexp.MustCompile(`(?:^|[\s;；,，。])(?:第\s?)?(\d{1,2})?[\s.、:：项)]*(?:这次|本次|此次|今年|本期|目前)?(?:不需要|无需|不必|不用)(?:再)?(?:办理|办|做|进行)?(?:了)?(?:$|[\s,，。;；:：])\s*(?:原因|理由)?(?:是)?[\s:：,，]*(.*)$|` +
	`(?:^|[\s;,.])(?:item |no\.? ?)?(\d{1,2})?[\s.:)]*(?:is )?(?:not needed|not necessary|no need|not required)(?: this time)?(?:$|[\s,.;:])\s*(?:reason|because|since)?[\s:,]*(.*)$`)

// readUpkeep reads an answer about recurring duties: done and put off as of action items, and not needed with a reason.
func readUpkeep(q Question) Answer {
	var waived []secretary.Intent
	rest := make([]quote.Kept, 0, len(q.Lines))
	for _, k := range q.Lines {
		line := k.Text
		if in, at := waive(line); at >= 0 && !strings.ContainsAny(line, "?？") {
			waived = append(waived, in)
			line = strings.TrimRight(line[:at], " ;；,，。")
		}
		k.Text = line
		rest = append(rest, k)
	}
	q.Lines = rest
	if strings.TrimSpace(q.text()) == "" {
		return Answer{Intents: waived}
	}
	a := readAction(q)
	a.Intents = append(a.Intents, waived...)
	return a
}

// waive finds the waiver in a line, and where it begins; -1 where there is none.
func waive(line string) (secretary.Intent, int) {
	text := fold.Text(line)
	m := waiver.FindStringSubmatchIndex(text)
	if m == nil {
		return secretary.Intent{}, -1
	}
	in := secretary.Intent{Kind: secretary.IntentProgress, Status: "waived"}
	raw := []rune(line)
	for g := 1; g <= 4; g++ {
		if m[2*g] < 0 {
			continue
		}
		said := string(raw[len([]rune(text[:m[2*g]])):len([]rune(text[:m[2*g+1]]))])
		if g%2 == 1 {
			in.Item = said
		} else {
			in.Reason = comment(strings.Trim(said, " .。"))
		}
	}
	return in, len(string(raw[:len([]rune(text[:m[0]]))]))
}
