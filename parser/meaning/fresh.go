package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// queryWords ask the archive.
var queryWords = table{
	find: `是什么|有什么|什么决议|什么结论|说了什么|定了什么|查询|查一下|查一查|查下|查找|查阅|帮查|代查|请查|想查|要查|查|找一下|找下|找一找|找找|找出|帮找|请找|想找|找到|找|搵|调阅|调取|调一下|借阅|检索|搜索|搜一下|搜|翻一下|要一份|发我一份|发我|发给我|给我|寄给我|提供|请发|索取|想看|想要|想了解|想知道|需要|有没有|有无|有哪些|哪些|哪次|哪一次|什么时候定|怎么定的|如何决定|在哪|哪里|哪儿|多少|
		what did we|what was|what were|when did we|please find the|please find me|please find out|search|search for|find|look up|looking for|look for|query|retrieve|send me|could you send|can you send|please send|i need|we need|need the|get me|where is|where are|where can i|which|is there|are there|do you have|list|show me|show|pull up|dig out|fetch|forward me|copy of`,
	thing:   `纪要|会议记录|会议纪录|纪录|记录|决议|决定|议定|结论|议题|议程|档案|归档文件|会议材料|会议资料|会议文件|台账|行动项|待办|任务清单|督办事项|未完成事项|签到表|会议|例会|minutes|minute|resolution|resolutions|decision|decisions|decide|decided|agenda|record|records|archive|archived|action items|actions|open items|action list|meeting notes|meeting|notes of`,
	neutral: `是什么时候|是什么意思|有什么问题|有什么事|查收|请查收|查看附件|检查|核查|审查|调查|抽查|排查|普查|查明|查处|找我|找他|需要修改|不需要|无需要|查看|请查看|请查阅附件|请查阅|寻找|请问题|什么时候开|会议室|needless|no need|find attached|please find|find enclosed|meeting room`,
	later:   `请归档|归档|已归档|存档`,
}

var queryLexicon = build(queryWords)

// command words begin a query without naming what it asks for: 「查询：预算」, "search budget".
var commands = []string{"查询", "检索", "搜索", "查:", "查 ", "search", "find ", "query", "搜:", "搜 ", "调阅", "查找"}

// readFresh reads a mail that answers nothing: a query of the archive, in the text or, where that says nothing, in the subject.
func readFresh(q Question) Answer {
	text := q.text()
	if terms, ok := query(text); ok {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentQuery, Terms: terms}}}
	}
	if terms, ok := query(q.Subject); ok && !replied(q.Subject) && (text == "" || size(text) <= 6 || courtesy(text)) {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentQuery, Terms: terms}}}
	}
	return unclear(q)
}

func replied(subject string) bool {
	k := fold.Squeeze(subject)
	for _, p := range []string{"re:", "回复:", "答复:", "fw:", "fwd:", "转发:", "回覆:", "轉寄:", "转寄:"} {
		if strings.HasPrefix(k, p) {
			return true
		}
	}
	return false
}

func courtesy(t string) bool {
	c := clause{text: []rune(fold.Text(t))}
	return size(c.residue(courteous)) <= 2
}

// courteous are the words of a mail that says all in its subject.
var courteous = build(subjectsTable, table{neutral: "如题|见标题|见主题|麻烦|谢|请|如标题|as above|see subject|in subject|cheers|best|regards"})

// query reads t as a question to the archive: a word of searching and the thing that is searched, or a command.
func query(t string) (terms string, ok bool) {
	k := strings.TrimSpace(fold.Text(t))
	if k == "" || len([]rune(k)) > 400 {
		return "", false
	}
	for _, c := range commands {
		if rest, found := strings.CutPrefix(k, c); found && strings.Trim(rest, " :-。.") != "" && !strings.HasPrefix(rest, "结果") {
			return termsOf(t), true
		}
	}
	hits := queryLexicon.scan([]rune(k))
	seeks, names := false, false
	for _, h := range hits {
		seeks = seeks || h.sign == find
		names = names || h.sign == thing
	}
	if seeks && names {
		return termsOf(t), true
	}
	return "", false
}

// courtesies are cut out of a query's terms.
var courtesies = strings.Fields("您好 你好 请帮我 請幫我 帮我 幫我 麻烦 麻煩 请问 請問 请 請 谢谢 謝謝 多谢 多謝 一下 查询 查詢 查找 查阅 调阅 調閱 检索 搜索 我想 想要 找一下 发我一份 发给我 please could can you me the a copy of send find search for look up thanks thank hi hello dear i need")

// termsOf is what is searched: the text without the words of asking.
func termsOf(t string) string {
	drop := map[string]bool{}
	for _, w := range courtesies {
		drop[w] = true
		if r := []rune(w)[0]; fold.CJK(r) {
			t = strings.ReplaceAll(t, w, " ")
		}
	}
	var kept []string
	for _, f := range strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune(" \t\n,，。.!！?？:：;；、~～", r) }) {
		if !drop[strings.ToLower(f)] && f != "的" {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return strings.TrimSpace(t)
	}
	return strings.Join(kept, " ")
}
