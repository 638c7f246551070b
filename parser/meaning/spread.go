package meaning

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// One score for several questions, or with the question behind it:
//
//	1-3题都是4分 · 1、2题5分 · Q1 and Q2: 5     a range or a list
//	前两题5分 · 最后一题3分 · 其余4分             counted from an end, or what is left
//	5 for question 1 · a 4 on Q2               the other way round

// spread is one such score: bytes of the folded text, its questions and their score.
type spread struct {
	from, to  int
	questions []string
	value     string
}

const (
	labelled = `\s?(?:第|q|题|question\s|item\s|问题|#)?\s?`
	scored   = `\s?(\d|[一二两三四五])\s?(?:分|points?|stars?|星|/\s?5|$|[\s,.;。，；!吧])`
	leading  = `(?:^|[^\d\p{Han}.:/-])(?:第|q|questions?|qs|items?|问题|题|#)?\s?`
	figure   = `(\d{1,2}|[一二三四五六七八九十])`
)

var (
	rangeShape  = pattern.Must(leading + figure + `\s?题?\s?(?:-|~|—|至|到|to|through|thru)` + labelled + figure + `\s?(?:题|项|问|条|个问题)?\s?(?:[:=]|我?(?:都|均|全|各|全部|一律|统统)?(?:是|打|给|为)?|(?:are |get |is |all |deserve )*(?:a |all )?)` + scored)
	listShape   = pattern.Must(leading + `(\d{1,2}(?:\s?题?(?:[、,，/&和及与]|\s?and\s)` + labelled + `\d{1,2})+)\s?(?:题|项|问|条|个问题|[:=]|两题|三题|四题)*\s?(?:我?(?:都|均|全|各|全部|一律|统统|题|项)(?:是|打|给|为)*|[:=]|(?:are |get |both |all |deserve )+(?:a )?)` + scored)
	listTitled  = pattern.Must(leading + `(\d{1,2}(?:\s?题?(?:[、,，/&和及与]|\s?and\s)` + labelled + `\d{1,2})+)\s?(?:题|项|问|条|个问题)(?:是|打|给|为)*` + scored)
	endShape    = pattern.Must(`(前|头|后|最后|末|末尾)([一二两三四五六七八九\d])?\s?(?:题|项|个|问|条|个问题)[^0-9,。;一二三四五]{0,4}` + scored)
	restShape   = pattern.Must(`(?:其余|其他|其它|剩下|余下|别的|others|the rest|rest|the others)[^0-9,。;一二三四五]{0,10}?` + scored)
	countShape  = pattern.Must(`(?:^|[^第\d~至到、和及—-])(\d|[二两三四五六七八])(?:道|个)?(?:题|问题|项|问)(?:目)?(?:全部|全都|全|都|均|一律|统统)[^0-9,。;一二三四五]{0,4}` + scored)
	setOffShape = pattern.Must(`(?:第|q|#|\b)(\d{1,2})(?:题|项)?\s?\(\s?([1-5])\s?(?:分|points?|stars?|星|/5)?\s?\)`)
	behindShape = pattern.Must(`(?:^|[\s,;.。])(?:a |an )?(\d)\s?(?:points? |stars? |out of 5 |分|/5 )?\s?(?:for|on|to|给)\s(?:the )?((?:question|q|item|no\.?|number|#)\s?#?\d{1,2}|first|second|third|fourth|fifth|last)(?:\s(?:question|item|one))?\b`)
)

// listsOn is a list of scores, one for each question: 「1到3：5分、4分、3分」.
var listsOn = pattern.Must(`^[^\d]{0,2}[、,/和 ]\s?[1-5一二三四五]\s?(?:分|$|[、,/。.])`)

// spreads finds the scores of a line that are for several questions, or stand before theirs.
func spreads(text string, order []string) (list []spread) {
	take := func(m []int, value string, questions []string) {
		if len(questions) > 0 && (len(questions) == 1 || !listsOn.MatchString(text[m[1]-1:])) && !slices.ContainsFunc(questions, func(id string) bool { return len(order) > 0 && !slices.Contains(order, id) }) {
			list = append(list, spread{m[0], m[1], questions, numeral(value)})
		}
	}
	for _, m := range rangeShape.FindAllStringSubmatchIndex(text, -1) {
		take(m, text[m[6]:m[7]], countedOn(text[m[2]:m[3]], text[m[4]:m[5]]))
	}
	for _, shape := range []*pattern.Pattern{listShape, listTitled} {
		for _, m := range shape.FindAllStringSubmatchIndex(text, -1) {
			take(m, text[m[4]:m[5]], numbersIn(text[m[2]:m[3]]))
		}
	}
	for _, m := range endShape.FindAllStringSubmatchIndex(text, -1) {
		n := "1"
		if m[4] >= 0 {
			n = numeral(text[m[4]:m[5]])
		}
		take(m, text[m[6]:m[7]], fromEnd(order, text[m[2]:m[3]], n))
	}
	for _, m := range countShape.FindAllStringSubmatchIndex(text, -1) {
		if numeral(text[m[2]:m[3]]) == strconv.Itoa(len(order)) {
			take(m, text[m[4]:m[5]], order)
		}
	}
	for _, m := range setOffShape.FindAllStringSubmatchIndex(text, -1) {
		take(m, text[m[4]:m[5]], []string{text[m[2]:m[3]]})
	}
	for _, m := range behindShape.FindAllStringSubmatchIndex(text, -1) {
		take(m, text[m[2]:m[3]], behind(text[m[4]:m[5]], order))
	}
	return list
}

// behind is the question named behind its score: "q2", "second", "last".
func behind(name string, order []string) []string {
	if id, ok := ordinals[name]; ok {
		return []string{id}
	}
	if name == "last" {
		return fromEnd(order, name, "1")
	}
	return numbersIn(name)
}

// countedOn counts from one question to another.
func countedOn(from, to string) (list []string) {
	a, _ := strconv.Atoi(numeral(from))
	b, _ := strconv.Atoi(numeral(to))
	for n := a; n > 0 && a < b && n <= b; n++ {
		list = append(list, strconv.Itoa(n))
	}
	return list
}

func numbersIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}

// fromEnd is the first or last n questions of the letter.
func fromEnd(order []string, end, n string) []string {
	k, err := strconv.Atoi(n)
	switch {
	case err != nil || k < 1 || k > len(order):
		return nil
	case end == "前" || end == "头":
		return order[:k]
	}
	return order[len(order)-k:]
}

// unscored is the questions that have no score yet, where some have.
func (a *Answer) unscored(order []string) (list []string) {
	if len(a.Intents) == 0 {
		return nil
	}
	for _, id := range order {
		if !slices.ContainsFunc(a.Intents, func(i secretary.Intent) bool { return i.Question == id }) {
			list = append(list, id)
		}
	}
	return list
}

// spread takes the scores for several questions in and gives back the line without them.
func (a *Answer) spread(text, line string, order []string, used func(from, to int) bool) string {
	for _, s := range spreads(text, order) {
		if !used(s.from, s.to) {
			continue
		}
		for _, id := range s.questions {
			add(a, id, s.value, line)
		}
		text = text[:s.from] + strings.Repeat(" ", s.to-s.from) + text[s.to:]
	}
	return text
}
