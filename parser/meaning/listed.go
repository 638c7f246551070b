package meaning

import (
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// printed is how a line of a letter begins that has the number or the code of an item.
type printed struct {
	id    string // its number
	rest  string // what stands behind the number, folded
	code  string // a code with a dash, such as ACT-17
	short string // one without: A3
}

// usualItems is as many as most letters have.
const usualItems = 8

// print looks at the lines of a letter, and gives those that have one.
func print(history []string) (list []printed) {
	for _, h := range history {
		p := printed{}
		p.code, p.short = codes(strings.TrimLeft(h, "> *•·-|[\t"))
		p.id, p.rest = lineItem(numbers(h))
		if p.id != "" || p.code != "" || p.short != "" {
			if list == nil {
				list = make([]printed, 0, min(len(history), usualItems))
			}
			list = append(list, p)
		}
	}
	return list
}

// numbers is a line from the number on that it begins with, folded; "" where it begins with none.
func numbers(line string) string {
	for i, r := range line {
		switch r = fold.Rune(r); {
		case r == '>', r == ' ', r == '*', r == '•', r == '·', r == '-', r == '|', r == '\t':
		case opensMark(r), strings.ContainsRune(circled, r):
			return fold.Text(line[i:])
		default:
			return ""
		}
	}
	return ""
}

// listed collects the items that the letter's own lines begin with.
func listed(lines []printed) (known map[string]bool, order []string) {
	known, order = make(map[string]bool, len(lines)), make([]string, 0, len(lines))
	coded := shortlyCoded(lines)
	for _, p := range lines {
		id := p.id
		switch {
		case p.code != "":
			id = p.code
		case p.short != "" && coded:
			id = p.short
		}
		if id != "" && !known[id] {
			known[id] = true
			order = append(order, id)
		}
	}
	return known, order
}

// shortCode is the code without a dash that the line of a list begins with: "A3. Scrap rate …". A year's quarter is none.
var shortCode = pattern.Must(`^([A-PR-Z]{1,3}\d{1,3})(?:[、:：)）]|\.(?:\D|$)|\s{1,3}\S)`)

// longestCode is how many bytes of a line are looked at for its code.
const longestCode = 40

// codes returns the code that a line begins with, in upper case.
func codes(line string) (dashed, short string) {
	if line == "" || !letter(fold.Rune(rune(line[0]))) {
		return "", ""
	}
	end := strings.IndexFunc(line, func(r rune) bool { return !letter(fold.Rune(r)) })
	if end < 0 {
		return "", ""
	}
	switch c := line[end]; {
	case digit(rune(c)):
		if m := shortCode.FindStringSubmatch(coded(line)); m != nil {
			return "", m[1]
		}
	case c == '-' || c == '_':
		upper := coded(line)
		return upper[:dashedCode(upper)], ""
	}
	return "", ""
}

// coded is the beginning of a line in upper case.
func coded(line string) string { return strings.ToUpper(line[:min(len(line), longestCode)]) }

// dashedCode is the length of the dashedShape that s begins with, 0 where there is none: "ACT-17 …", "PM-2026-031 …".
func dashedCode(s string) int {
	head := 0
	for head < len(s) && head < 8 && capital(s[head]) {
		head++
	}
	if head == 0 || head == len(s) {
		return 0
	}
	middle := head + 1
	for middle < len(s) && middle < head+7 && (capital(s[middle]) || digit(rune(s[middle]))) {
		middle++
	}
	if end := serial(s, middle); s[head] == '-' && middle > head+1 && end > 0 {
		return end
	}
	return serial(s, head)
}

// serial is where the last number of a code ends, whose dash is s[at]; 0 where there is none.
func serial(s string, at int) int {
	if at >= len(s) || s[at] != '-' && s[at] != '_' {
		return 0
	}
	end := digits(s, at+1, 6)
	if end == at+1 || !wordEnds(s, end) {
		return 0
	}
	if more := digits(s, end+1, 4); end < len(s) && s[end] == '-' && more > end+1 && wordEnds(s, more) {
		return more
	}
	return end
}

func capital(c byte) bool { return c >= 'A' && c <= 'Z' }

// wordEnds reports whether no letter, digit or underscore stands at s[at:].
func wordEnds(s string, at int) bool { return at >= len(s) || !syntax.IsWordChar(rune(s[at])) }

// shortlyCoded reports whether two lines of a letter begin with codes without a dash: one alone is a version or a product.
func shortlyCoded(lines []printed) bool {
	first := ""
	for _, p := range lines {
		switch {
		case p.short == "" || p.short == first:
		case first != "":
			return true
		default:
			first = p.short
		}
	}
	return false
}

// lineItem returns the number that a folded line begins with, and what stands behind it.
func lineItem(line string) (id, rest string) {
	if r, n := utf8.DecodeRuneInString(line); n > 1 {
		if at := strings.IndexRune(circled, r); at >= 0 {
			return strconv.Itoa(at/len("①") + 1), line[n:]
		}
	}
	num, end := itemMark(line)
	if num == "" || clockOrDate(line, end) {
		return "", ""
	}
	return numeral(num), line[end:]
}

// clockOrDate knows "12:30 …" and "12.18 …": no list numbers.
func clockOrDate(line string, end int) bool {
	return end < len(line) && line[end] >= '0' && line[end] <= '9'
}

// ItemOf is the number or code of the item that a line of a letter begins, "" where it begins none.
func ItemOf(line string) string {
	if _, order := listed(print([]string{line})); len(order) > 0 {
		return order[0]
	}
	return ""
}
