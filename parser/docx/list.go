package docx

import (
	"strconv"
	"strings"
)

// level is one level of a numbered list (§17.9.6).
type level struct {
	format string // decimal, chineseCounting, bullet …
	text   string // "%1." or "（%1）"
	start  int
}

// lists counts the automatic numbers, which a document does not hold as text.
type lists struct {
	levels map[string]map[int]level // by numId
	counts map[string]map[int]int
}

func newLists(root *node) *lists {
	l := &lists{map[string]map[int]level{}, map[string]map[int]int{}}
	numbering := root.kid("numbering")
	if numbering == nil {
		return l
	}
	abstract := map[string]map[int]level{}
	for _, k := range numbering.kids {
		switch k.name {
		case "abstractNum":
			abstract[k.attr["abstractNumId"]] = levels(k)
		case "num":
			l.levels[k.attr["numId"]] = abstract[k.kid("abstractNumId").val()]
		}
	}
	return l
}

func levels(n *node) map[int]level {
	out := map[int]level{}
	for _, k := range n.kids {
		if i, err := strconv.Atoi(k.attr["ilvl"]); err == nil && k.name == "lvl" {
			start, err := strconv.Atoi(k.kid("start").val())
			if err != nil || start < 0 || start > 9999 {
				start = 1
			}
			out[i] = level{k.kid("numFmt").val(), numberText(k.kid("lvlText").val()), start}
		}
	}
	return out
}

// numberText leaves out what no list is numbered by.
func numberText(s string) string {
	if len(s) > maxNumber {
		return ""
	}
	return s
}

// next is the number of the next paragraph with these properties; "" for a paragraph in no list.
func (l *lists) next(pr *node) string {
	id := pr.kid("numId").val()
	if id == "" || id == "0" {
		return ""
	}
	at, _ := strconv.Atoi(pr.kid("ilvl").val())
	lv, ok := l.levels[id][at]
	if !ok {
		return "•"
	}
	l.count(id, at, lv.start)
	if lv.format == "bullet" || lv.format == "none" {
		return "•"
	}
	text := lv.text
	for i := 0; i <= at && i < 9; i++ {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(l.levels[id][i].format, max(l.counts[id][i], 1)))
	}
	return text
}

// count steps one level and starts those below anew.
func (l *lists) count(id string, at, start int) {
	c := l.counts[id]
	if c == nil {
		c = map[int]int{}
		l.counts[id] = c
	}
	if c[at] == 0 {
		c[at] = start - 1
	}
	c[at]++
	for i := range c {
		if i > at {
			delete(c, i)
		}
	}
}

func numeral(format string, n int) string {
	switch format {
	case "upperLetter", "lowerLetter":
		s := string(rune('A' + (n-1)%26))
		if format == "lowerLetter" {
			s = strings.ToLower(s)
		}
		return s
	case "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional":
		return chinese(n)
	}
	return strconv.Itoa(n)
}

// chinese writes 1 to 99 in Chinese numerals.
func chinese(n int) string {
	const digit = "〇一二三四五六七八九"
	d := []rune(digit)
	switch {
	case n < 10:
		return string(d[max(n, 0)])
	case n > 99:
		return strconv.Itoa(n)
	}
	s := "十"
	if n >= 20 {
		s = string(d[n/10]) + s
	}
	if n%10 > 0 {
		s += string(d[n%10])
	}
	return s
}
