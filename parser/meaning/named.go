package meaning

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

// entitled is the items of a letter by the words they begin with: 「1. 3号分段合拢　到期日：…」 is "3号分段合拢".
// A title that two items share, or that is too short to name anything, is left out.
type entitled map[string]string

var titleEnd = pattern.Must(`\s{2,}|\t|\(|,|;|:|到期|责任人|负责人|\bdue\b| - `)

// entitle takes in the titles that text may hold: their first character is there.
func entitle(lines []printed, text string) entitled {
	all, twice := entitled{}, map[string]bool{}
	for _, p := range lines {
		title := strings.TrimLeft(p.rest, " .、:)")
		if _, n := utf8.DecodeRuneInString(title); p.id == "" || n == 0 || !strings.Contains(text, title[:n]) {
			continue
		}
		if at := titleEnd.FindStringIndex(title); at != nil {
			title = title[:at[0]]
		}
		title = strings.Trim(title, " .")
		if size(title) < 4 {
			continue
		}
		if old, ok := all[title]; ok && old != p.id {
			twice[title] = true
		}
		all[title] = p.id
	}
	for t := range twice {
		delete(all, t)
	}
	return all
}

// itemTitled is the item whose title opens t, "" where none does or two do.
func itemTitled(lines []printed, t string) (id string) {
	t = strings.TrimLeft(t, " ")
	for title, n := range entitle(lines, t) {
		if !strings.HasPrefix(t, title) {
			continue
		}
		if id != "" {
			return ""
		}
		id = n
	}
	return id
}
