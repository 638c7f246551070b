package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// readGuide reads the questions that participants are to think about; files come beside the text. What the writer asks the
// secretary goes to nobody else, nor does a numbered remark: 「这个要什么时候交？」, 「1. 我没时间」.
func readGuide(q Question) Answer {
	a := &secretary.Applied{}
	var open []string
	for _, k := range q.Lines {
		said, asks, ours := guiding(strings.TrimSpace(bullet.ReplaceAllString(k.Text, "")))
		switch {
		case said == "" || !asks || k.Above != "":
		case ours:
			open = append(open, comment(k.Text))
		default:
			a.Questions = append(a.Questions, said)
		}
	}
	if len(a.Questions) == 0 {
		return unclear(q)
	}
	return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentApply, Apply: a}}, Unclear: open}
}

// guiding reads one line: what it says without its mark, whether that is a question, and whether it may be meant for the secretary.
func guiding(line string) (said string, asks, ours bool) {
	folded := fold.Text(line)
	said = strings.TrimSpace(guideMark.ReplaceAllString(line, ""))
	named, listed := guideName.MatchString(folded), said != line && fieldAt(folded) == ""
	asks = strings.HasSuffix(strings.TrimRight(folded, " "), "?") || listed && (named || asksWhat.MatchString(folded))
	return said, asks, !named && (toSecretary.MatchString(folded) || !listed && pleads.MatchString(folded))
}

var (
	// guideName begins a line that calls itself a question, and guideMark that or a number.
	guideName = pattern.Must(`^\s*(?:(?:思考|引导|讨论)?(?:问题|question)s?\s*[0-9一二三四五六七八九十]*\s*:|q[0-9]{0,2}[:.])`)
	guideMark = pattern.Must(`^\s*(?:(?:思考|引导|讨论)?(?:问题|question)s?\s*[0-9一二三四五六七八九十]*\s*[:：]|[0-9]{1,2}\s*[.、．)）]|[一二三四五六七八九十]+[、.]|[(（][0-9一二三四五六七八九十]{1,2}[)）]|Q[0-9]{0,2}[:：.])\s*`)
	// asksWhat are the words of a question that has no mark at its end.
	asksWhat = pattern.Must(`什么|哪|谁|如何|怎么|怎样|为何|是否|能否|可否|多少|何时|何处|吗|呢[。.]?$|\b(?:what|why|how|which|who|whom|whose|when|where|whether)\b`)
	// toSecretary are the words of somebody who asks about the task itself.
	toSecretary = pattern.Must(`(?:^|[^让对给为和])我(?:[^们国司]|$)|本人|会办|秘书|这个(?:要|需|什么时候|怎么写|怎么填|是什么)|这些(?:要|需|材料|文件|问题)|(?:什么时候|何时|几号|哪天)(?:之?前)?(?:交|要|给|发|截止)|(?:要|需要?)(?:我|交|提交|发(?:给|到)|写(?:多少|几))|发给谁|交给谁|交到|截止|几[条个道](?:问题|合适)|模板|\b(?:i|my|me|deadline|submit)\b|\bdo you (?:need|want)\b|\b(?:send|hand in) (?:these|this|them|it)\b`)
	// pleads are those of a request, where nothing shows that it stands in a list for others.
	pleads = pattern.Must(`您|你(?:[^们]|$)|可以|能否|可否|能不能|行不行|行吗|好吗|(?:^|,)能.{1,10}吗|\b(?:can|could|may|would) (?:you|we)\b|\byou\b`)
)
