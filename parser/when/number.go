package when

import (
	"strconv"
	"strings"
)

const (
	num     = `[0-9]{1,2}|[〇零一二三四五六七八九十廿两]{1,3}`
	yearNum = `[0-9]{2,4}|[〇零一二三四五六七八九十百]{2,6}`
	hourNum = `[0-9]{1,2}|二?十[一二三四五六七八九]?|[〇零一二三四五六七八九两]`
	enNum   = `[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of|a fortnight`
)

var digits = map[rune]int{
	'元': 1, '〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var english = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "twelve": 12, "a couple of": 2,
}

// number reads Western digits, Chinese numerals with 十 and 百, Chinese digits in a row (二〇二六), and small
// English numbers. It gives -1 for anything else.
func number(s string) int {
	s = strings.ToLower(strings.TrimSpace(s))
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if n, ok := english[s]; ok {
		return n
	}
	if s == "元" { // 元月
		return 1
	}
	s = strings.ReplaceAll(s, "廿", "二十")
	if strings.ContainsAny(s, "十百") {
		return tens(s)
	}
	return row(s)
}

func row(s string) int {
	n := 0
	for _, r := range s {
		d, ok := digits[r]
		if !ok || n > 9999 {
			return -1
		}
		n = n*10 + d
	}
	if s == "" {
		return -1
	}
	return n
}

func tens(s string) int {
	sum, last := 0, -1
	for _, r := range s {
		switch d, ok := digits[r]; {
		case ok:
			last = d
		case r == '十':
			sum, last = sum+10*one(last), -1
		case r == '百':
			sum, last = sum+100*one(last), -1
		default:
			return -1
		}
	}
	return sum + max(last, 0)
}

// one is the count before 十 or 百, which is left out for one: 十二.
func one(n int) int {
	if n < 1 {
		return 1
	}
	return n
}
