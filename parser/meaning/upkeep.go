package meaning

import (
	"regexp"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// waiver says that a recurring duty is not needed this time, and why: 「2 不需要，原因：制度刚修订」, "3 not needed: just revised". It begins
// the line or has its number, and ends at a stop: "no need to extend" waives nothing.
var waiver = regexp.MustCompile(`(?:^|[\s;,。])(?:第\s?)?(\d{1,2})?[\s.、:项)]*(?:这次|本次|此次|今年|本期|目前)?(?:不需要|无需|不必|不用)(?:再)?(?:办理|办|做|进行)?(?:了)?(?:$|\s*[,。;:]|\s+(?:原因|理由|因))\s*(?:原因|理由|因)?(?:是)?[\s:,]*(.*)$|` +
	`(?:^|[\s;,.])(?:item |no\.? ?)?(\d{1,2})?[\s.:)]*(?:(?:it|this|this one)(?:'s|\s)\s*)?(?:is )?(?:not needed|not necessary|no need|not required)(?: any ?more)?(?: this time)?(?:$|\s*[,.;:]|\s+(?:reason|because|since))\s*(?:reason|because|since)?[\s:,]*(.*)$`)

var (
	// waiverDoubt are the words of a condition, of doubt, or of what others say: with them nothing is waived.
	waiverDoubt = regexp.MustCompile(`\?|吗|么\s*$|如果|要是|假如|若[^干]|的话|是否|说(?:[^明法]|$)|认为|觉得|可能|也许|不确定|会不会|行不行|\b(?:if|whether|unless|says?|said|thinks?|thought|sure|told|maybe|perhaps|might|heard|believes?)\b`)
	// waiverUndone are words behind the first stop that go on about something else than why.
	waiverUndone = regexp.MustCompile(`我|您|你|请|但|不过|核实|确认|问|还是|已经?(?:完成|办|做|好)|做完|办完|\b(?:i|we|please|but|done|check|ask|however)\b`)
	// waiverWhy begins a reason.
	waiverWhy = regexp.MustCompile(`^(?:.{0,14}?)(?:原因|理由|因|:|reason|because|since)`)
)

// readUpkeep reads an answer about recurring duties: done and put off as of action items, and not needed with a reason.
func readUpkeep(q Question) Answer {
	var waived []secretary.Intent
	rest := make([]quote.Kept, 0, len(q.Lines))
	for _, k := range q.Lines {
		line := k.Text
		if in, at := waive(line); at >= 0 {
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
	if m == nil || waiverDoubt.MatchString(text) || !waiverStands(text, m) {
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

// waiverStands reports whether the words of a waiver, found at m, stand by themselves: nothing goes before one without a number,
// and what follows gives the reason.
func waiverStands(text string, m []int) bool {
	before := strings.Trim(text[:m[0]], " ,;.。")
	if m[2] < 0 && m[6] < 0 && before != "" && !greets.MatchString(before) {
		return false
	}
	tail := m[4]
	if tail < 0 {
		tail = m[8]
	}
	return waiverWhy.MatchString(text[m[0]:tail]) || !waiverUndone.MatchString(text[tail:])
}
