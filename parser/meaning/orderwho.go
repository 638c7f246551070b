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
	howLong = pattern.Must(`^(?:约|用时|时长|时间|about )*[ :]*([0-9]{1,3}|[一二三四五六七八九十两半]{1,3})[ -]*(个?小时|hours?|h|分钟?|min(?:ute)?s?|')$`)
	// presents opens the name of who presents a topic.
	presents = pattern.Must(`(?i)^(?:主讲人?|汇报人?|匯報人?|报告人|報告人|负责人?|由|presenter|presented by|by)[\s:：]*`)
	// trailing is a length behind the title, without brackets.
	trailing = pattern.Must(`(?i)^(.+?)[,，、;；\s]+((?:约|用时|时长|about )*\s*(?:[0-9]{1,3}\s*(?:分钟|分鐘|分|min(?:ute)?s?|小时|小時|hours?|h)|半小时|半小時|一小时|一小時|十分钟|十五分钟|二十分钟|三十分钟))$`)
)

// readTopic reads a topic's title, and behind it, in brackets or not, who presents it, how many minutes it takes and what it is
// for: 产能瓶颈 10分钟（决定）.
func readTopic(_ Question, l *secretary.QuickLine, rest string) bool {
	l.What = unwrapped(rest)
	for range 3 { // one bracket or length after another
		if m := bracketed.FindStringSubmatch(strings.Trim(l.What, " \t　:：.。!！")); m != nil && particulars(l, m[2]) {
			l.What = unwrapped(m[1])
		} else if m := trailing.FindStringSubmatch(l.What); m != nil && particulars(l, m[2]) {
			l.What = unwrapped(m[1])
		}
	}
	if l.What == "" {
		l.Problem = "no-topic"
	}
	return len([]rune(l.What)) <= 100
}

// particulars takes what stands behind a title: a length, a purpose, or names. It reports false where it is a part of the title.
func particulars(l *secretary.QuickLine, text string) bool {
	was := *l
	for _, part := range between.Split(text, -1) {
		part = strings.TrimSpace(part)
		aim := aims[fold.Squeeze(forAim.ReplaceAllString(fold.Text(part), ""))]
		switch n := lasting(part); {
		case n > 0 && l.Minutes == 0:
			l.Minutes = n
		case aim != "" && l.Purpose == "":
			l.Purpose = aim
		case part == "":
		case n > 0 || len(was.Who) > 0 || size(part) > 24:
			*l = was
			return false
		default:
			l.Who = append(l.Who, strings.TrimSpace(presents.ReplaceAllString(part, "")))
		}
	}
	return true
}

// aims are the words for what a topic is on the agenda for.
var aims = map[string]string{
	"决定": "decide", "决策": "decide", "决议": "decide", "审议": "decide", "表决": "decide", "审批": "decide", "拍板": "decide", "decide": "decide", "decision": "decide", "approval": "decide",
	"讨论": "discuss", "研究": "discuss", "商讨": "discuss", "协调": "discuss", "discuss": "discuss", "discussion": "discuss",
	"通报": "inform", "通知": "inform", "知会": "inform", "汇报": "inform", "报告": "inform", "传达": "inform", "inform": "inform", "information": "inform", "fyi": "inform", "report": "inform",
}

// forAim may stand before such a word.
var forAim = pattern.Must(`^(?:目的[: ]*|需要?|供|请|提请|拟|for |to |purpose[: ]*)+|(?:事项|用|一下)$`)

// topicLabel opens a topic: 议题：, 我部提一个议题：, "please add this topic:".
const topicLabel = `(?:(?:(?:我部?|我们|本部门?|建议|拟|申请|想|补充|提出?|报|上报|再|一?[个项条]|以下) ?){0,4}(?:议题|动议)[0-9一二三四五六七八九十]{0,2} ?:|` +
	`(?:(?:i|we|would|like|to|i'd|we'd|propose|suggest|put|raise|a|an|one|the|new|our|my|another|this|following) ){0,6}(?:topic|motion|agenda item)s? ?[0-9]{0,2} ?:)`

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
