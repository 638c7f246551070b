package meaning

import (
	"strings"
	"unicode/utf8"
)

// hanDigits are the Chinese numerals that number items.
const hanDigits = "〇零一二三四五六七八九十"

// itemWords may stand before the number of an item.
var itemWords = []string{"item", "action", "point", "q", "事项", "行动项", "议题", "任务"}

// itemMark finds the number that a folded line begins with: its text as written, and where what is said of the item begins.
//
//	第3条 … · item #2 … · #4 … · (三) … · 5) … · [6] … · 1.2 … · 七、… · 8 完成
func itemMark(s string) (num string, end int) {
	r, _ := utf8.DecodeRuneInString(s)
	if !opensMark(r) {
		return "", 0
	}
	for _, form := range markForms {
		if num, end = form(s); num != "" {
			return num, end
		}
	}
	return "", 0
}

// opensMark reports whether the number of an item may begin with r.
func opensMark(r rune) bool {
	switch r {
	case '第', '(', '[', '#', 'i', 'a', 'p', 'q', '事', '行', '议', '任', '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return digit(r) || space(r)
}

// markForms are the ways of writing it, of which the first that fits counts.
var markForms = []func(string) (string, int){counted, worded, hashed, closed, squared, pointed, hanPointed, blanked}

// counted is 第3条 and 3项.
func counted(s string) (string, int) {
	at := oneSpace(s, len(s)-len(strings.TrimPrefix(s, "第")))
	ends, n := numeralEnds(s, at)
	for _, to := range ends[:n] {
		i := oneSpace(s, to)
		if r, n := utf8.DecodeRuneInString(s[i:]); n > 1 && strings.ContainsRune("条项题点", r) {
			return s[at:to], i + n
		}
	}
	return "", 0
}

// worded is "item 3".
func worded(s string) (string, int) {
	for _, w := range itemWords {
		if strings.HasPrefix(s, w) {
			at := oneSpace(s, len(w))
			return apart(s, at+len(s[at:])-len(strings.TrimPrefix(s[at:], "#")))
		}
	}
	return "", 0
}

// hashed is "#3".
func hashed(s string) (string, int) {
	if !strings.HasPrefix(s, "#") {
		return "", 0
	}
	return apart(s, oneSpace(s, 1))
}

// apart is a number at s[at:] that no letter or digit follows.
func apart(s string, at int) (string, int) {
	ends, n := numberEnds(s, at)
	for _, to := range ends[:n] {
		if to == len(s) || !letter(rune(s[to])) && !digit(rune(s[to])) && s[to] != '_' && !('A' <= s[to] && s[to] <= 'Z') {
			return s[at:to], to
		}
	}
	return "", 0
}

// closed is (3) and 3).
func closed(s string) (string, int) {
	at := len(s) - len(strings.TrimPrefix(s, "("))
	ends, n := numeralEnds(s, at)
	for _, to := range ends[:n] {
		if strings.HasPrefix(s[to:], ")") {
			return s[at:to], to + 1
		}
	}
	return "", 0
}

// squared is [3].
func squared(s string) (string, int) {
	if !strings.HasPrefix(s, "[") {
		return "", 0
	}
	ends, n := numberEnds(s, 1)
	for _, to := range ends[:n] {
		if strings.HasPrefix(s[to:], "]") {
			return s[1:to], to + 1
		}
	}
	return "", 0
}

// pointed is 3. and 3、
func pointed(s string) (string, int) {
	ends, n := numberEnds(s, 0)
	for _, to := range ends[:n] {
		i := oneSpace(s, to)
		if r, n := utf8.DecodeRuneInString(s[i:]); n > 0 && strings.ContainsRune(".、:)．", r) {
			return s[:to], i + n
		}
	}
	return "", 0
}

// hanPointed is 三、
func hanPointed(s string) (string, int) {
	to := hanEnd(s, 0)
	if r, n := utf8.DecodeRuneInString(s[to:]); to > 0 && (r == '、' || r == '.') {
		return s[:to], to + n
	}
	return "", 0
}

// blanked is "3 完成". What follows is part of what the form takes.
func blanked(s string) (string, int) {
	to := 0
	for to < len(s) && digit(rune(s[to])) {
		to++
	}
	i := to
	for i < len(s) && space(rune(s[i])) {
		i++
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if to == 0 || to > 2 || i == to || n == 0 || digit(r) {
		return "", 0
	}
	return s[:to], i + n
}

// numeralEnds are the n places where a number in digits or Chinese numerals that begins at s[at:] may end.
func numeralEnds(s string, at int) (list [2]int, n int) {
	if to := hanEnd(s, at); to > at {
		return [2]int{to}, 1
	}
	return numberEnds(s, at)
}

// numberEnds are the n places where a number such as 12 or 1.2 that begins at s[at:] may end, the farthest first.
func numberEnds(s string, at int) (list [2]int, n int) {
	to := digits(s, at, 3)
	if to == at {
		return list, 0
	}
	if to+1 < len(s) && s[to] == '.' {
		if dot := digits(s, to+1, 2); dot > to+1 {
			return [2]int{dot, to}, 2
		}
	}
	return [2]int{to}, 1
}

// digits is where up to n digits at s[at:] end.
func digits(s string, at, n int) int {
	to := at
	for to < len(s) && to < at+n && digit(rune(s[to])) {
		to++
	}
	return to
}

// hanEnd is where up to three Chinese numerals at s[at:] end.
func hanEnd(s string, at int) int {
	for range 3 {
		r, n := utf8.DecodeRuneInString(s[at:])
		if n == 0 || !strings.ContainsRune(hanDigits, r) {
			break
		}
		at += n
	}
	return at
}

// oneSpace passes over one white space at s[at:].
func oneSpace(s string, at int) int {
	if at < len(s) && space(rune(s[at])) {
		return at + 1
	}
	return at
}

func space(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}
