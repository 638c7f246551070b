package meaning

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// Items may be named by their place in the letter's list: 「前两项」, 「最后一项」, "the first two". What follows must be a statement:
// 「前两条线」 are no items.

var placedShape = pattern.Must(`(最前|最后|倒数|前面|后面|前|头|后|末|最末)的?([一二三四五六七八九两\d])(?:项|条|件事|个任务|个事项|个行动项)(?:任务|事项|工作|行动项)?`)

// stated is what may follow them.
var stated = pattern.Must(`^\s?(?:$|[:,;(/-]|都|均|皆|全|已|完|没|未|在|进|办|搞|做|弄|还|也|正|卡|等|归|是|由|申|请|延|待|基|暂|受|因|可|预|要|有|不|仍|刚|就|才|差|大概|约|停|交|收|\d|[一二三四五六七八九]成|一半)`)

var placedEnglish = pattern.Must(`\b(?:the\s)?(first|last|final)\s(?:(one|two|three|four|five|six|seven|eight|nine|\d)\s?)?((?:items?|points?|actions?|tasks?|ones?)\b)?`)

var statedEnglish = pattern.Must(`^\s?(?:$|[:,;(/-]|is|are|was|were|has|have|had|done|complete|completed|finished|closed|not|still|at|blocked|on hold|in progress|under|will|\d)`)

// placed lists the items that c names by their place among known ones.
func (c clause) placed(known map[string]bool) (list []ref) {
	text := c.folded()
	if !strings.ContainsAny(text, "前头后末") && !strings.Contains(text, "first") && !strings.Contains(text, "last") && !strings.Contains(text, "final") {
		return nil
	}
	order := inOrder(known)
	at := runeIndex(text)
	for _, m := range placedShape.FindAllStringSubmatchIndex(text, -1) {
		n := count(text[m[4]:m[5]])
		if n < 1 || n >= len(order) || !stated.MatchString(text[m[1]:]) || strings.HasPrefix(text[m[2]:m[3]], "倒") && n > 1 {
			continue
		}
		first := strings.ContainsAny(text[m[2]:m[3]], "前头")
		list = append(list, ref{start: at[m[0]], end: at[m[1]], items: firstOrLast(order, n, first)})
	}
	for _, m := range placedEnglish.FindAllStringSubmatchIndex(text, -1) {
		n := 1
		if m[4] >= 0 {
			n = englishCount(text[m[4]:m[5]])
		}
		if n < 1 || n >= len(order) || !statedEnglish.MatchString(text[m[1]:]) || m[4] < 0 && m[6] < 0 {
			continue
		}
		list = append(list, ref{start: at[m[0]], end: at[m[1]], items: firstOrLast(order, n, text[m[2]:m[3]] == "first")})
	}
	return list
}

func firstOrLast(order []string, n int, first bool) []string {
	if first {
		return slices.Clone(order[:n])
	}
	return slices.Clone(order[len(order)-n:])
}

// atPlace is the item that an ordinal names: the number itself where the letter has it, else the item at that place.
func atPlace(id string, known map[string]bool) string {
	n, _ := strconv.Atoi(id)
	if order := inOrder(known); !known[id] && n > 0 && n <= len(order) {
		return order[n-1]
	}
	return id
}

// inOrder lists the items by their numbers, none where two series of codes are mixed.
func inOrder(known map[string]bool) (order []string) {
	series := ""
	for id := range known {
		head := strings.TrimRight(id, "0123456789")
		if len(order) > 0 && head != series || head == id {
			return nil
		}
		series = head
		order = append(order, id)
	}
	slices.SortFunc(order, func(a, b string) int {
		x, _ := strconv.Atoi(a[len(series):])
		y, _ := strconv.Atoi(b[len(series):])
		return x - y
	})
	return order
}
