package meaning

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// readNames reads whom a line is about. What stands in brackets behind them is the reason.
func readNames(_ Question, l *secretary.QuickLine, rest string) bool {
	rest = strings.Trim(rest, " \t　:：.。!！")
	if m := bracketed.FindStringSubmatch(rest); m != nil && !strings.Contains(m[2], "@") {
		rest, l.What = m[1], unwrapped(givenWhy.ReplaceAllString(m[2], ""))
	}
	if l.Who = names(takesPart.ReplaceAllString(rest, "")); len(l.Who) == 0 {
		l.Problem = "no-name"
	}
	return !slices.ContainsFunc(l.Who, noName.MatchString)
}

var (
	// takesPart may stand behind the names of those who are invited.
	takesPart = pattern.Must(`(?i)\s*(?:来|來|一起)?(?:参加|參加|参会|參會|出席|列席|与会|與會)(?:本次|此次)?(?:会议|會議)?$|\s+(?:to attend|to join(?: us)?|to the meeting|as well|too)$`)
	// noName are words that stand in a sentence and not in a name: the line tells something.
	noName = pattern.Must(`(?i)[的了我你您他她]|\b(?:i|my|our|me|us|the|a|an|is|am|are|was|will|instead|him|her|them|you|for|from|with|who|that)\b`)
)

// bracketed is a line that ends in brackets.
var bracketed = pattern.Must(`^(.+?)\s*[(（]([^()（）]+)[)）]$`)

var between = pattern.Must(`\s*(?:[、,，;；/&]|\s和\s|\s与\s|\s及\s|\band\b)\s*`)

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
	howLong = pattern.Must(`^(?:约|用时|时长|时间|about )?[ :]*([0-9]{1,3}|[一二三四五六七八九十两半]{1,3})[ -]*(个?小时|hours?|h|分钟?|min(?:ute)?s?|')$`)
	// presents opens the name of who presents a topic.
	presents = pattern.Must(`(?i)^(?:主讲人?|汇报人?|匯報人?|报告人|報告人|负责人?|由|presenter|presented by|by)[\s:：]*`)
	// trailing is a length behind the title, without brackets.
	trailing = pattern.Must(`^(.+?)[,，、;；\s]+([0-9]{1,3}\s*(?:分钟|分鐘|min(?:ute)?s?))$`)
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
	return len([]rune(l.What)) <= 100
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
