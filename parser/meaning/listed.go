package meaning

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// listed collects the items that the letter's own lines begin with.
func listed(history []string) (known map[string]bool, order []string) {
	known = map[string]bool{}
	add := func(id string) {
		if id != "" && !known[id] {
			known[id] = true
			order = append(order, id)
		}
	}
	coded := shortlyCoded(history)
	for _, h := range history {
		line := strings.TrimLeft(fold.Text(h), "> *•·-|\t")
		raw := strings.TrimLeft(strings.ToUpper(h), "> *•·-|[\t")
		if m := codeIn(raw); m != nil && m[0] == 0 {
			add(raw[:m[1]])
			continue
		}
		if m := shortCode.FindStringSubmatch(raw); m != nil && coded {
			add(m[1])
			continue
		}
		if id := lineItem(line); id != "" {
			add(id)
		}
	}
	return known, order
}

var lineShape = regexp.MustCompile(`^(?:第?\s?(` + number + `|` + han + `)\s?(?:条|项|题|点)|(?:item|action|point|q|事项|行动项|议题|任务)\s?#?(` + number + `)\b|#\s?(` + number + `)\b|\(?(` + number + `|` + han + `)\)|\[(` + number + `)\]|(` + number + `)\s?[.、:)．]|(` + han + `)[、.]|(\d{1,2})\s+[^\d\s])`)

// shortCode is the code without a dash that a line of a list begins with: "A3. Scrap rate …". A year's quarter is none.
var shortCode = regexp.MustCompile(`^([A-PR-Z]{1,3}\d{1,3})(?:[、:：)）]|\.(?:\D|$)|\s{1,3}\S)`)

// shortlyCoded reports whether two lines of a letter begin with such codes: one alone is a version or a product.
func shortlyCoded(history []string) bool {
	seen := map[string]bool{}
	for _, h := range history {
		if m := shortCode.FindStringSubmatch(strings.TrimLeft(strings.ToUpper(h), "> *•·-|[\t")); m != nil {
			seen[m[1]] = true
		}
	}
	return len(seen) > 1
}

// codeIn finds an item's code in t, such as ACT-17.
func codeIn(t string) []int {
	if !strings.ContainsAny(t, "-_") {
		return nil
	}
	return codeShape.FindStringIndex(t)
}

func lineItem(line string) string {
	if !numbered(line) {
		return ""
	}
	if line != "" {
		if n := strings.Index(circled, string([]rune(line)[0])); n >= 0 {
			return strconv.Itoa(n/len("①") + 1)
		}
	}
	m := lineShape.FindStringSubmatchIndex(line)
	if m == nil || clockOrDate(line, m[1]) {
		return ""
	}
	return numeral(group(line, m))
}

// clockOrDate knows "12:30 …" and "12.18 …": no list numbers.
func clockOrDate(line string, end int) bool {
	return end < len(line) && line[end] >= '0' && line[end] <= '9'
}

// ItemOf is the number or code of the item that a line of a letter begins, "" where it begins none.
func ItemOf(line string) string {
	if _, order := listed([]string{line}); len(order) > 0 {
		return order[0]
	}
	return ""
}
