package meaning

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// asListed writes a bare number as the only code of the letter that ends in it: "act 17" is ACT-17.
func asListed(list []ref, known map[string]bool) {
	for _, r := range list {
		for n, id := range r.items {
			if code := codeEnding(id, known); !known[id] && code != "" {
				r.items[n] = code
			}
		}
	}
}

func codeEnding(id string, known map[string]bool) (code string) {
	for k := range known {
		i := strings.LastIndexAny(k, "-_")
		if i < 0 || strings.TrimLeft(k[i+1:], "0") != id {
			continue
		}
		if code != "" {
			return ""
		}
		code = k
	}
	return code
}

// dropCounters drops a list number right before a named item: 「1、第3条应为……」 is about item 3.
func (c clause) dropCounters(list []ref) []ref {
	if len(list) > 1 && (marker.MatchString(string(c.text[:list[0].end])) || remarkNumber.MatchString(string(c.text[:list[0].end]))) && onlyFiller(c.text[list[0].end:list[1].start]) && strings.ContainsAny(string(c.text[list[1].start:list[1].end]), "第条项item#-") && !strings.ContainsAny(string(c.text[:list[0].end]), "第#") {
		return list[1:]
	}
	return list
}

// remarkNumber counts the writer's own remarks: 「问题1：第2条……」.
var remarkNumber = pattern.Must(`^\s*(?:问题|意见|异议|修改|建议|更正)\s?\d`)

// counts reports whether the number before t counts something: "40 percent", 「3台」.
func counts(t string) bool {
	t = strings.TrimLeft(t, " ")
	for _, w := range []string{"percent", "%", "pct", "per cent", "台", "件", "个", "套", "人", "家", "条", "points", "days", "weeks", "hours", "天", "周", "月", "/", "of ", "out of"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// isKnown reports whether the letter lists these items; a letter that is not quoted may list any.
func isKnown(ids []string, known map[string]bool) bool {
	for _, id := range ids {
		if len(known) > 0 && !known[id] {
			return false
		}
	}
	return true
}

// joins reports whether what stands between two mentions only joins them.
func joins(between []rune) bool {
	t := strings.Trim(string(between), " 和与及、/&,-跟同")
	return t == "" || t == "and" || t == "以及"
}

// enumerated goes on counting where a clause begins with a numbered item: "1 完成 2 60% 3 未开始", "(1) done (2) 50%".
func (c clause) enumerated(list []ref) (more []ref) {
	if len(list) == 0 || len(list[0].items) != 1 || !onlyFiller(c.text[:list[0].start]) {
		return nil
	}
	n, err := strconv.Atoi(list[0].items[0])
	if err != nil {
		return nil
	}
	for i := list[0].end; i < len(c.text); i++ {
		next := []rune(strconv.Itoa(n + 1))
		if !c.countsOn(i, next) {
			continue
		}
		end := i + len(next)
		for end < len(c.text) && strings.ContainsRune(".、:)= ", c.text[end]) {
			end++
		}
		if n++; end < len(c.text) {
			more = append(more, ref{start: i, end: end, items: []string{string(next)}})
		}
		i = end - 1
	}
	return more
}

// countsOn reports whether text[i:] is the number next as a list number: parted before and behind.
func (c clause) countsOn(i int, next []rune) bool {
	end := i + len(next)
	if end >= len(c.text) || !equal(c.text[i:end], next) || i == 0 {
		return false
	}
	if fold.CJK(c.text[i-1]) && c.text[i-1] != '第' && fold.CJK(c.text[end]) && bare.MatchString(string(c.text[i:])) {
		return !counts(string(c.text[end:]))
	}
	if !strings.ContainsRune(" ;、(", c.text[i-1]) {
		return false
	}
	if c.text[i-1] == ' ' && fold.CJK(c.text[end]) && (bare.MatchString(string(c.text[i:])) || c.goesOn(end, next)) {
		return !counts(string(c.text[end:]))
	}
	if !strings.ContainsRune(" .、:)=", c.text[end]) || c.text[end] == '.' && end+1 < len(c.text) && digit(c.text[end+1]) && !listedShare.MatchString(string(c.text[i:])) {
		return false
	}
	return !counts(string(c.text[end:])) && c.text[i-1] != '、'
}

// goesOn reports whether the number after next follows as a list number as well: 「1已下发 2入库3000 3在路上」.
func (c clause) goesOn(from int, next []rune) bool {
	n, err := strconv.Atoi(string(next))
	if err != nil {
		return false
	}
	_, after, ok := strings.Cut(string(c.text[from:]), " "+strconv.Itoa(n+1))
	r, _ := utf8.DecodeRuneInString(after)
	return ok && fold.CJK(r) && !counts(after)
}

var ordinals = map[string]string{"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5", "6th": "6", "7th": "7", "8th": "8", "9th": "9"}

// listNumber keeps "3.5" and "12.18前完成" from being list numbers.
func listNumber(mark, after string) bool {
	a := strings.TrimLeft(after, " ")
	if a == "" || !(a[0] >= '0' && a[0] <= '9') || after != a || !strings.HasSuffix(mark, ".") && !strings.HasSuffix(mark, ":") {
		return true
	}
	if strings.HasSuffix(mark, ".") {
		return listedShare.MatchString(mark[strings.LastIndexAny(mark[:len(mark)-1], " (-•·*")+1:] + after)
	}
	return strings.HasSuffix(mark, ":") && strings.HasPrefix(strings.TrimLeft(a, "0123456789 "), "%")
}

// listedShare is a list number and a share, which is no decimal: "3.50%".
var listedShare = pattern.Must(`^\s*\d{1,2}\.(?:[1-9]\d|100)\s?%`)

func hyphen(r rune) rune {
	switch r {
	case '–', '—', '‐', '‑', '－':
		return '-'
	}
	return r
}

// storey knows 「第2号楼」, 「2#楼」, 「第3号线」: no items.
func storey(text []rune, end int) bool {
	if end < len(text) && strings.ContainsRune("楼线机炉栋厂车季次期版届批", text[end]) {
		return true
	}
	return false
}

func group(text string, m []int) string {
	for i := 2; i+1 < len(m); i += 2 {
		if m[i] >= 0 {
			return text[m[i]:m[i+1]]
		}
	}
	return ""
}

// rangeMarks writes what joins numbers as "," and what stretches between them as "~".
var rangeMarks = strings.NewReplacer(")(", ",", "(", "", ")", "", "第", "", "#", "", " ", "", "至", "~", "到", "~", "through", "~", "to", "~", "and", ",", "&", ",", "以及", ",", "及", ",", "和", ",", "与", ",", "、", ",", "/", ",", "，", ",")

// expand turns "1、3" and "2-4" and 「一至三」 into single items.
func expand(s string) (items []string) {
	s = rangeMarks.Replace(s)
	for _, p := range strings.Split(s, ",") {
		if i := strings.IndexAny(p, "~-"); i > 0 && i+1 < len(p) {
			a, b := numeral(p[:i]), numeral(p[i+1:])
			x, e1 := strconv.Atoi(a)
			y, e2 := strconv.Atoi(b)
			if e1 == nil && e2 == nil && x < y && y-x < 50 {
				for ; x <= y; x++ {
					items = append(items, strconv.Itoa(x))
				}
				continue
			}
		}
		if p != "" {
			items = append(items, numeral(p))
		}
	}
	return items
}

// numeral writes a Chinese numeral up to ninety-nine, or an English one, in digits; anything else stays.
func numeral(s string) string {
	const digits = "零一二三四五六七八九"
	if n, ok := spelled[s]; ok {
		return n
	}
	n, unit := 0, 0
	for _, r := range s {
		switch {
		case r == '十':
			if unit == 0 {
				unit = 1
			}
			n, unit = n+unit*10, 0
		case r == '〇':
		case strings.ContainsRune(digits, r):
			unit = strings.Index(digits, string(r)) / 3
		case r == '两':
			unit = 2
		default:
			return strings.TrimLeft(s, "0")
		}
	}
	return strconv.Itoa(n + unit)
}

var spelled = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "ones": "1", "twos": "2", "threes": "3", "fours": "4", "fives": "5"}

func sortRefs(l []ref) {
	for i := 1; i < len(l); i++ {
		for j := i; j > 0 && l[j].start < l[j-1].start; j-- {
			l[j], l[j-1] = l[j-1], l[j]
		}
	}
}

// runeIndex says of each byte of s that begins a character, and of the end, how many characters stand before it.
func runeIndex(s string) []int {
	at, n := make([]int, len(s)+1), 0
	for i := range s {
		at[i] = n
		n++
	}
	at[len(s)] = n
	return at
}
