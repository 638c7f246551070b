package draft

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// endedLine is the line of the form that says when the meeting was over: 「散会时间：10:45」. It may stand there empty.
var endedLine = pattern.Must(`(?i)^(?:[-*·•] ?)?(?:实际)?(?:散会|闭会|会议结束)(?:时间|于)?\s*:\s*(?:([01]?[0-9]|2[0-3])(?:\s?[:.点时]\s?([0-5][0-9]|半)?分?)?\s*(am|pm|a\.m\.|p\.m\.)?)?\s*[.。;]?$|` +
	`^(?:[-*·•] ?)?(?:actual )?(?:meeting )?(?:ended|adjourned)(?: at)?\s*:\s*(?:([01]?[0-9]|2[0-3])(?:\s?[:.]\s?([0-5][0-9]))?\s*(am|pm|a\.m\.|p\.m\.)?)?\s*[.。;]?$`)

// endedAt reads such a line as "10:45", "" where it is empty; ok is false for any other.
func endedAt(line string) (at string, ok bool) {
	m := endedLine.FindStringSubmatch(strings.TrimSpace(folded(line)))
	if m == nil {
		return "", false
	}
	hour, minute, half := m[1]+m[4], m[2]+m[5], strings.ToLower(m[3]+m[6])
	if hour == "" {
		return "", true
	}
	n, _ := strconv.Atoi(hour)
	if strings.HasPrefix(half, "p") && n < 12 {
		n += 12
	}
	if minute = strings.Replace(minute, "半", "30", 1); minute == "" {
		minute = "00"
	}
	return fmt.Sprintf("%02d:%s", n, minute), true
}

// takeEnded takes such lines out of a text.
func takeEnded(text string) (rest, ended string) {
	var kept []string
	for _, l := range strings.Split(text, "\n") {
		at, ok := endedAt(l)
		if !ok {
			kept = append(kept, l)
		} else if at != "" {
			ended = at
		}
	}
	return strings.Join(kept, "\n"), ended
}

// takeEndedBlocks takes them out of a Word file.
func takeEndedBlocks(blocks []block) (rest []block, ended string) {
	for _, b := range blocks {
		at, ok := endedAt(b.line)
		if !ok || b.rows != nil {
			rest = append(rest, b)
		} else if at != "" {
			ended = at
		}
	}
	return rest, ended
}
