package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

var queryLexicon = grammar("query")

// command words begin a query without naming what it asks for: 「查询：预算」, "search budget".
var commands = []string{"查询", "检索", "搜索", "查:", "查 ", "search", "find ", "query", "搜:", "搜 ", "调阅", "查找"}

// readFresh reads a mail that answers nothing: a query of the archive, in the text or, where that says nothing, in the subject.
func readFresh(q Question) Answer {
	text := q.text()
	if in, ok := contribution(q, text); ok {
		return Answer{Intents: []secretary.Intent{in}}
	}
	if in, ok := standIn(q, text); ok {
		return Answer{Intents: []secretary.Intent{in}}
	}
	if a, ok := applying(q); ok {
		return a
	}
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
var courteous = class("fillers", "courteous")

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
