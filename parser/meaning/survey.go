package meaning

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// scoreShapes name a question and its score: "Q1: 5", "1.5分", 「第一题五分」, "1、4", "#2 = 3".
var scoreShape = pattern.Must(
	`(?:第\s?(` + number + `|` + han + `)\s?(?:题|问|项|条|个问题|个)|(?:q|question|item|问题|题目|题|no\.?)\s?#?\s?(\d{1,2}|one|two|three|four|five|six|seven|[一二三四五六七八九])|#\s?(\d{1,2})|([` + circled + `])|(?:^|[\s,;、，；。(]|(?:打分|评分|分数|得分|评价|scores?|ratings?|marks):)\(?(\d{1,2}|[一二三四五六七八九十]{1,2}(?:[、.:)]|题|问|项))\s?(?:[.、:)=．]|-|→|\s|题|))` +
		`[^0-9,;。，；一二三四五六七八九十]{0,12}?` +
		`\s?(-?\d{1,3}(?:\.\d+)?|[一二两三四五六七八九十]{1,2}|\b(?:one|two|three|four|five)\b)(?:\s?(?:分|points?|/\s?5|星|stars?))?`)

// allShape gives every question one score: 「都是5分」,"all 5".
var allShape = pattern.Must(`(?:全部|全|全都|都|均|各题|每题|三题|四题|五题|两题|各项|统一|一律|all|everything)[^0-9,。]{0,10}?(\d|[一二三四五]|\b(?:ones|twos|threes|fours|fives))\s?(?:分|星|points?|stars?|'s|s)?(?:$|[\s,.。!;吧哈啦了哦呀])`)

// surveyLexicon knows suggestions, and the words of having none.
var surveyLexicon = grammar("survey")

func readSurvey(q Question) Answer {
	var a Answer
	_, order := q.items()
	for _, l := range q.Lines {
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		suggest(scores(l, q.letter(), order, &a), &a)
	}
	if len(a.Intents) == 0 && len(a.Unclear) == 0 {
		return unclear(q)
	}
	return a
}

// scores reads the scores in a line and gives back what is left of it.
func scores(l quote.Kept, letter []printed, order []string, a *Answer) string {
	raw, text := []rune(l.Text), fold.Text(l.Text)
	at := runeIndex(text)
	used := make([]bool, len(raw)+1)
	for _, t := range titledScores(text, letter) {
		mark(used, at[t.from], at[t.to])
		add(a, t.question, t.value, l.Text)
	}
	fresh := func(from, to int) bool {
		if touched(used, at[from], at[to]) {
			return false
		}
		mark(used, at[from], at[to])
		return true
	}
	text = a.spread(text, l.Text, order, fresh)
	for _, m := range listedScores(text, order) {
		if fresh(m[0], m[1]) {
			question, value := scoreOf(text, m)
			if beyond(question, order) {
				value = "" // the letter has no such question
			}
			add(a, question, value, l.Text)
		}
	}
	if m := restShape.FindStringSubmatchIndex(text); m != nil && len(a.unscored(order)) > 0 && fresh(m[0], m[1]) {
		for _, id := range a.unscored(order) {
			add(a, id, numeral(text[m[2]:m[3]]), l.Text)
		}
	}
	if m := allShape.FindStringSubmatchIndex(text); m != nil && len(order) > 0 && !strings.ContainsAny(text[:m[0]], "0123456789") && !touched(used, at[m[0]], at[m[1]]) && len(a.Intents) == 0 {
		for _, id := range order {
			add(a, id, numeral(text[m[2]:m[3]]), l.Text)
		}
		mark(used, at[m[0]], at[m[1]])
	} else if ids := itemAbove(l.Above); len(ids) == 1 && !anyUsed(used) {
		if v := bareScore(text); v != "" {
			add(a, ids[0], v, l.Text)
			return ""
		}
	}
	return unused(raw, used)
}

// titled is a score that names its question by the letter's words: 「组织安排5分」.
type titled struct {
	from, to        int // bytes of the folded text
	question, value string
}

var scoreBehind = pattern.Must(`^\s?(?:[:：给打是=]{0,3}|满分)\s?([1-9]\d?|[一二三四五])\s?(?:分|星|points?|/\s?5|$|[\s,;。，；])|` +
	`^[^0-9,。;一二三四五]{0,6}(?:给|打|得|值)(?:个)?\s?([1-5]|[一二三四五])\s?(?:分|星)(?:$|[^钟\p{Han}])`)

func titledScores(text string, letter []printed) (list []titled) {
	for title, id := range entitle(letter, text) {
		i := strings.Index(text, title)
		if i < 0 {
			continue
		}
		end := i + len(title)
		if m := scoreBehind.FindStringSubmatchIndex(text[end:]); m != nil {
			from, to := max(m[2], m[len(m)-2]), max(m[3], m[len(m)-1])
			list = append(list, titled{i, end + to, id, numeral(text[end+from : end+to])})
		}
	}
	slices.SortFunc(list, func(a, b titled) int { return a.from - b.from })
	return list
}

var bareShape = pattern.Must(`^\s*(?:给|打)?\s?([1-9]\d?|[一二两三四五])\s?(?:分|points?|/\s?5|星|stars?)?\s?[.。!]?\s*$`)

func bareScore(t string) string {
	if m := bareShape.FindStringSubmatch(t); m != nil {
		return numeral(m[1])
	}
	return ""
}

// listedScores finds the scores in a line. Where bare numbers name the questions ("1 5 2 4"), they must count on and leave
// no number over: "5 4 3" are no questions.
func listedScores(text string, order []string) (list [][]int) {
	bare, last, digits := false, 0, 0
	for _, r := range text {
		if digit(r) {
			digits++
		}
	}
	for _, m := range scoreShape.FindAllStringSubmatchIndex(text, -1) {
		if !isScore(text, m) {
			continue
		}
		list = append(list, m)
		for _, r := range text[m[0]:m[1]] {
			if digit(r) {
				digits--
			}
		}
		if m[10] >= 0 {
			n, _ := strconv.Atoi(numeral(strings.TrimRight(text[m[10]:m[11]], "、.:)题问项")))
			if bare && n != last+1 || len(order) > 0 && !slices.Contains(order, strconv.Itoa(n)) {
				return nil
			}
			bare, last = true, n
		}
	}
	if bare && digits > 0 {
		return nil
	}
	return list
}

// isScore keeps dates, times and ranges from being scores: 「12月18日」, "1-5", "14:00".
func isScore(text string, m []int) bool {
	end := m[1]
	after := text[end:]
	if v := text[m[12]:m[13]]; v[0] >= 0x80 && !strings.ContainsAny(text[m[13]:m[1]], "分星") {
		return false
	}
	if a := strings.TrimLeft(after, " "); strings.HasPrefix(a, ".") && len(a) > 1 && a[1] != ' ' || strings.HasPrefix(a, "、") && !strings.ContainsAny(text[m[13]:m[1]], "分星") || strings.HasPrefix(a, ")") && len(a) > 1 {
		return false
	}
	if rangeBehind.MatchString(after) {
		return false
	}
	for _, w := range []string{"月", "日", "号", "点", "小时", "分钟", "年", "人", "天", "%", "个", "周", "次", "条", "min", "hour", "day", "万", "/", ":", "题", "."} {
		if strings.HasPrefix(strings.TrimLeft(after, " "), w) {
			return w == "." && !(len(after) > 1 && after[1] >= '0' && after[1] <= '9')
		}
	}
	if m[10] >= 0 { // a bare number before: "1-5" is a range, "1 5" needs a word
		sep := text[m[11]:m[12]]
		if strings.HasPrefix(sep, "题") && strings.ContainsAny(sep, "都均全各") {
			return false // 「3题都是5分」 counts the questions
		}
		if strings.TrimSpace(sep) == "-" {
			return strings.Count(text, "-") > 1
		}
	}
	return true
}

// rangeBehind goes on with a range or a date: "-5".
var rangeBehind = pattern.Must(`^\s*-\s?\d`)

// beyond reports whether a letter whose questions count on has no such question.
func beyond(question string, order []string) bool {
	n, err := strconv.Atoi(question)
	return err == nil && len(order) > 0 && order[len(order)-1] == strconv.Itoa(len(order)) && n > len(order)
}

func scoreOf(text string, m []int) (question, value string) {
	for g := 1; g <= 5; g++ {
		if m[2*g] >= 0 {
			question = strings.TrimRight(text[m[2*g]:m[2*g+1]], "、.:)题问项")
		}
	}
	if n := strings.Index(circled, question); n >= 0 && len(question) == len("①") {
		question = strconv.Itoa(n/len("①") + 1)
	}
	return numeral(question), numeral(text[m[12]:m[13]])
}

// add takes a score of 1 to 5 in; any other is unclear, and so are two different ones for one question.
func add(a *Answer, question, value, line string) {
	v, err := strconv.Atoi(value)
	if err != nil || v < 1 || v > 5 {
		a.Unclear = append(a.Unclear, comment(line))
		return
	}
	for i, old := range a.Intents {
		if old.Kind == secretary.IntentScore && old.Question == question {
			if old.Value != v {
				a.Intents = append(a.Intents[:i], a.Intents[i+1:]...)
				a.Unclear = append(a.Unclear, comment(line))
			}
			return
		}
	}
	a.Intents = append(a.Intents, secretary.Intent{Kind: secretary.IntentScore, Question: question, Value: v})
}

func mark(used []bool, from, to int) {
	for i := from; i < to && i < len(used); i++ {
		used[i] = true
	}
}

func touched(used []bool, from, to int) bool {
	for i := from; i < to && i < len(used); i++ {
		if used[i] {
			return true
		}
	}
	return false
}

func anyUsed(used []bool) bool { return touched(used, 0, len(used)) }

func unused(raw []rune, used []bool) string {
	var b strings.Builder
	for i, r := range raw {
		if !used[i] {
			b.WriteRune(r)
		} else if b.Len() > 0 {
			b.WriteByte(' ')
		}
	}
	return strings.Trim(b.String(), " ,，.。;；、!！:：\t")
}

// suggest reads what is left of a line as a suggestion where it says that it is one.
func suggest(rest string, a *Answer) {
	t := fold.Text(rest)
	if size(t) < 2 {
		return
	}
	c := clause{text: []rune(t)}
	c.hits = surveyLexicon.scan(c.text)
	if !c.has(follow) || c.has(no) || strings.HasSuffix(strings.TrimSpace(t), "?") {
		return
	}
	a.suggestion(strings.TrimSpace(rest))
}

// suggestion takes a suggestion in; several are one.
func (a *Answer) suggestion(text string) {
	for i, old := range a.Intents {
		if old.Kind == secretary.IntentSuggest {
			a.Intents[i].Comment = comment(old.Comment + "\n" + text)
			return
		}
	}
	a.Intents = append(a.Intents, secretary.Intent{Kind: secretary.IntentSuggest, Comment: comment(text)})
}
