package meaning

import (
	"strings"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// noTopics are the ways of saying that somebody has nothing for the agenda, folded.
var noTopics = pattern.Must(`^(?:我部?|我们|我这边|这边|本部门?|本次|这次|暂时?|目前)*(?:没有|没|无|冇)(?:什么|要提的?|新的?|其他|需要?上会的?|待议)*(?:议题|动议|话题|补充|要提的?)(?:要提|提交|补充|了)?$|^(?:we have |i have |there are |there is )?(?:no|none|nothing)(?: (?:topics?|items?|from me|from us|from our side|to add|to propose|this time|for the agenda))*$|^(?:无|没有|暂无)$`)

// readTopics reads the answer to a call for topics, a line at a time: 「议题：产能瓶颈，王磊，10分钟」, or an item of a list. Any other words
// propose nothing, however much they sound like it: the writer is asked back, and the host gets no topic that nobody meant.
func readTopics(q Question) Answer {
	var out Answer
	for _, k := range q.Lines {
		line := strings.TrimSpace(k.Text)
		l := &secretary.QuickLine{Verb: "topic", Line: line}
		bare := strings.Trim(thanks.ReplaceAllString(line, ""), " \t　,，.。;；!！")
		switch folded := fold.Text(bare); {
		case folded == "" || greetings.MatchString(folded) && !topicForm.MatchString(folded):
		case noTopics.MatchString(folded):
			out.Intents = append(out.Intents, secretary.Intent{Kind: secretary.IntentNoMaterials})
		case topicOf(q, l, bare):
			out.Intents = append(out.Intents, secretary.Intent{Kind: secretary.IntentTopic, QuickLine: l})
		default:
			out.Unclear = append(out.Unclear, comment(line))
		}
	}
	return onlyTopics(out)
}

// onlyTopics leaves out a 无议题 beside topics: they are what counts.
func onlyTopics(a Answer) Answer {
	none, topics := 0, 0
	for _, in := range a.Intents {
		if in.Kind == secretary.IntentTopic {
			topics++
		} else {
			none++
		}
	}
	switch {
	case none > 0 && topics > 0:
		return Answer{Unclear: append(a.Unclear, "topics and none")}
	case none > 1:
		a.Intents = a.Intents[:1]
	}
	return a
}

var (
	topicForm = pattern.Must(polite + topicLabel + `(.*)$`)
	// listMark opens an item of a list.
	listMark = pattern.Must(`^(?:[0-9]{1,2} ?[.、):]|[(（][0-9]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.]|[①②③④⑤⑥⑦⑧⑨⑩]|[-*·•●])\s*`)
)

// topicOf reads a line that is labelled as a topic, or that stands in a list or ends in a length and asks, supposes and promises
// nothing.
func topicOf(q Question, l *secretary.QuickLine, line string) bool {
	mark := listMark.FindString(fold.Text(line))
	said := string([]rune(line)[utf8.RuneCountInString(mark):])
	folded := fold.Text(said)
	if at := topicForm.FindStringSubmatchIndex(folded); at != nil {
		return readTopic(q, l, lastGroup(said, folded, at)) && l.Problem == ""
	}
	if !readTopic(q, l, said) || l.Problem != "" || mark == "" && l.Minutes == 0 || len(l.What) == 0 {
		return false
	}
	c := clause{text: []rune(fold.Text(l.What))}
	c.hits = topicLexicon.scan(c.text)
	return mark != "" && l.Minutes > 0 || !c.has(cond, hedge, later, ask, but) && !unsure.MatchString(string(c.text))
}

var topicLexicon = grammar("stance")
