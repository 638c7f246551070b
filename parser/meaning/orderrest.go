package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

func readNothing(_ Question, _ *secretary.QuickLine, _ string) bool { return true }

// readMove reads the new time of a meeting: a day, an hour, or both. Words around it that are more than fillers or a reason
// make the line no order. One that is set off and names no time is an order that cannot be read.
func readMove(q Question, l *secretary.QuickLine, rest string) bool {
	rest = bareEnd.ReplaceAllString(rest, "$1$2$3$1$4")
	found := q.dates(rest)
	if len(found) == 0 {
		l.Problem = "no-date"
		return rest == "" || strings.ContainsRune(" :,：，　", []rune(rest)[0])
	}
	if !onlyTimes(rest, found) {
		return false
	}
	l.Problem = takeTime(l, found, rest)
	return true
}

// bareEnd is an end without its part of the day, which then is the beginning's: 下午两点半到四点.
var bareEnd = pattern.Must(`(上午|下午|晚上|中午)([^,，;；]*?)(到|至|-|~|～)([一二三四五六七八九十两兩]{1,3}[点點])`)

// readDelay reads a move that is said without a word for the new time: 推迟两天, which names none.
func readDelay(q Question, l *secretary.QuickLine, rest string) bool {
	return len(q.dates(rest)) > 0 && readMove(q, l, rest)
}

// takeTime puts the one time found into the line, or says why there is none.
func takeTime(l *secretary.QuickLine, found []when.Match, rest string) string {
	var list []slot
	for _, m := range found {
		if !m.Valid {
			return "bad-date"
		}
		if x, ok := slotOf(m); ok {
			list = append(list, x)
		}
	}
	switch list = merged(list, rest); len(list) {
	case 0:
		return "only-shift"
	case 1:
		l.Date, l.From, l.To = list[0].date, list[0].clock, list[0].end
		return ""
	}
	return "several-dates"
}

var (
	// besideTime may stand beside a time and mean nothing.
	besideTime = pattern.Must(`^(?:[ ,:()到至为在于的~-]|\b(?:to|on|at|the|from|of|same day|instead|please|for)\b|当天|同日|推迟|顺延|延后|提前|开始|召开|举行|开会|会议|开|进行|吧|谢谢|thanks|thank you|or|或者?|和|、)*`)
	// reasons open what is said besides a time.
	reasons = pattern.Must(`^(?:[,;.。(（]|因|由于|原因|理由|because|due to|since|as )`)
)

// onlyTimes reports whether a text holds nothing besides the times in it but fillers, and a reason behind them.
func onlyTimes(text string, found []when.Match) bool {
	from := 0
	for _, m := range found {
		if !blank(text[from:m.Start]) {
			return false
		}
		from = m.End
	}
	tail := strings.TrimLeft(fold.Text(text[from:]), " ")
	return blank(tail) || reasons.MatchString(tail)
}

func blank(s string) bool {
	f := fold.Text(s)
	return strings.Trim(f[len(besideTime.FindString(f)):], " .。!") == ""
}

// readPlace reads the new place.
func readPlace(q Question, l *secretary.QuickLine, rest string) bool {
	l.What = unwrapped(rest)
	if l.What == "" {
		l.Problem = "no-place"
	}
	return len([]rune(l.What)) <= 60
}

// readWhy takes the reason, which may be left out.
func readWhy(_ Question, l *secretary.QuickLine, rest string) bool {
	l.What = unwrapped(givenWhy.ReplaceAllString(rest, ""))
	return true
}

var givenWhy = pattern.Must(`^[\s:：]*(?:原因|理由|reason)[\s:：]*`)

// readQuestion takes a question as it was written.
func readQuestion(_ Question, l *secretary.QuickLine, rest string) bool {
	if l.What = strings.Trim(rest, " \t　"); l.What == "" {
		l.Problem = "no-question"
	}
	return len([]rune(l.What)) <= 300
}

// readTerms reads what is searched for.
func readTerms(_ Question, l *secretary.QuickLine, rest string) bool {
	if l.What = unwrapped(rest); l.What == "" {
		l.Problem = "no-terms"
	}
	return true
}

// unwrapped is a text without blanks and stops around it, and without quotation marks that hold all of it.
func unwrapped(s string) string {
	s = strings.Trim(s, " \t　:：,，.。;；!！")
	for _, pair := range []string{"「」", "“”", "\"\"", "《》", "()", "（）"} {
		p := []rune(pair)
		if in, ok := strings.CutPrefix(s, string(p[0])); ok && strings.Count(s, string(p[1])) == 1+strings.Count(pair, string(p[0]))/2 {
			if in, ok = strings.CutSuffix(in, string(p[1])); ok {
				return in
			}
		}
	}
	return s
}
