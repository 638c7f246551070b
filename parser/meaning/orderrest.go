package meaning

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// quoteLine is a line that the writer newly wrote.
type quoteLine = quote.Kept

func readNothing(_ Question, _ *secretary.QuickLine, _ string) bool { return true }

// readMove reads the new time of a meeting: a day, an hour, or both. Words around it that are more than besideTime or a reason
// make the line no order. One that is set off and names no time is an order that cannot be read.
func readMove(q Question, l *secretary.QuickLine, rest string) bool {
	rest = bareEnd.ReplaceAllString(rest, "$1$2$3$1$4")
	found := q.dates(rest)
	if len(found) == 0 {
		l.Problem = "no-date"
		return rest == "" || strings.ContainsAny(rest[:1], " :,") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "　")
	}
	if !onlyTimes(rest, found) {
		return false
	}
	l.Problem = takeTime(l, found, rest)
	return true
}

// bareEnd is an end without its part of the day, which then is the beginning's: 下午两点半到四点.
var bareEnd = regexp.MustCompile(`(上午|下午|晚上|中午)([^,，;；]*?)(到|至|-|~|～)([一二三四五六七八九十两兩]{1,3}[点點])`)

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
	besideTime = regexp.MustCompile(`^(?:[ ,:()到至为在于的~-]|\b(?:to|on|at|the|from|of|same day|instead|please|for)\b|当天|同日|推迟|顺延|延后|提前|开始|召开|举行|开会|会议|开|进行|吧|谢谢|thanks|thank you|or|或者?|和|、)*`)
	// reasons open what is said besides a time.
	reasons = regexp.MustCompile(`^(?:[,;.。(（]|因|由于|原因|理由|because|due to|since|as )`)
)

// onlyTimes reports whether a text holds nothing besides the times in it but besideTime, and a reason behind them.
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

var givenWhy = regexp.MustCompile(`^[\s:：]*(?:原因|理由|reason)[\s:：]*`)

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

// readNames reads whom a line is about. What stands in brackets behind them is the reason.
func readNames(_ Question, l *secretary.QuickLine, rest string) bool {
	rest = strings.Trim(rest, " \t　:：.。!！")
	if m := bracketed.FindStringSubmatch(rest); m != nil && !strings.Contains(m[2], "@") {
		rest, l.What = m[1], unwrapped(givenWhy.ReplaceAllString(m[2], ""))
	}
	if l.Who = names(rest); len(l.Who) == 0 {
		l.Problem = "no-name"
	}
	return true
}

// bracketed is a line that ends in brackets.
var bracketed = regexp.MustCompile(`^(.+?)\s*[(（]([^()（）]+)[)）]$`)

var between = regexp.MustCompile(`\s*(?:[、,，;；/&]|\s和\s|\s与\s|\s及\s|\band\b)\s*`)

// names parts a list of names: 何平、王敏 and "He Ping and Wang Min". Blanks part Chinese names only.
func names(s string) []string {
	var out []string
	for _, n := range between.Split(s, -1) {
		parts := []string{n}
		if len(n) > 0 && fold.CJK([]rune(n)[0]) {
			parts = strings.Fields(strings.NewReplacer("和", " ", "与", " ", "與", " ", "　", " ").Replace(n))
		}
		for _, p := range parts {
			if p = strings.Trim(p, " \t　<>"); p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

var (
	howLong = regexp.MustCompile(`^(?:约|用时|时长|时间|about )?[ :]*([0-9]{1,3}|[一二三四五六七八九十两半]{1,3})[ -]*(个?小时|hours?|h|分钟?|min(?:ute)?s?|')$`)
	// presents opens the name of who presents a topic.
	presents = regexp.MustCompile(`(?i)^(?:主讲人?|汇报人?|匯報人?|报告人|報告人|负责人?|由|presenter|presented by|by)[\s:：]*`)
	// trailing is a length behind the title, without brackets.
	trailing = regexp.MustCompile(`^(.+?)[,，、;；\s]+([0-9]{1,3}\s*(?:分钟|分鐘|min(?:ute)?s?))$`)
)

// readTopic reads a topic's title, and in brackets behind it who presents it and how many minutes it takes.
func readTopic(_ Question, l *secretary.QuickLine, rest string) bool {
	l.What = unwrapped(rest)
	if m := bracketed.FindStringSubmatch(strings.Trim(rest, " \t　:：.。!！")); m != nil {
		l.What = unwrapped(m[1])
		for _, part := range between.Split(m[2], -1) {
			if n := lasting(part); n > 0 {
				l.Minutes = n
			} else if part = strings.TrimSpace(presents.ReplaceAllString(strings.TrimSpace(part), "")); part != "" {
				l.Who = append(l.Who, part)
			}
		}
	} else if m := trailing.FindStringSubmatch(l.What); m != nil {
		l.What, l.Minutes = unwrapped(m[1]), lasting(m[2])
	}
	if l.What == "" {
		l.Problem = "no-topic"
	}
	return true
}

// lasting is a length in minutes, 0 for what is none.
func lasting(s string) int {
	m := howLong.FindStringSubmatch(fold.Text(strings.TrimSpace(s)))
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n = spokenLengths[m[1]]
	}
	if strings.HasPrefix(m[2], "h") || strings.HasSuffix(m[2], "小时") {
		if n *= 60; m[1] == "半" {
			n = 30
		}
	}
	return n
}

// spokenLengths are the numbers that people give a length in.
var spokenLengths = map[string]int{
	"一": 1, "两": 2, "二": 2, "三": 3, "五": 5, "十": 10, "十五": 15, "二十": 20, "二十五": 25, "三十": 30, "四十": 40, "四十五": 45, "五十": 50, "六十": 60, "九十": 90,
}
