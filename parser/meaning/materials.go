package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// nothingToSend are the ways of saying that a department has no materials this time, folded.
var nothingToSend = strings.Split("无资料|没有资料|无材料|没有材料|没材料|没资料|无需提交|无须提交|无提交|不需要提交|不用提交|无议题|没有议题|没议题|无上会材料|无会议材料|无需上会|无汇报材料|没有汇报材料|无汇报内容|没有需要提交|没有要提交|没有需提交|没有可提交|无文件|没有文件|冇资料|冇文件|无内容提交|本期无|本次无|本月无|本周无|此次无|no materials|no material|nothing to submit|nothing to send|nothing to report|nothing from|no documents|no papers|no slides|no input|nothing this time|none this time|no topics", "|")

// readMaterials reads the answer to a materials call. What was sent are the mail's files; in words 「无资料」 says something, and what
// answers a question about a file: which lines it is for (「1、3」「全部」), or that it is meant as it is (「照用」).
func readMaterials(q Question) Answer {
	if found := aboutFile(fold.Squeeze(q.text())); len(found) > 0 {
		return Answer{Intents: found}
	}
	for _, s := range read(q.Lines, materialsLexicon) {
		t := fold.Text(s.raw)
		if s.asked || s.has(cond, hedge, later, ask, but) {
			continue
		}
		for _, w := range nothingToSend {
			if strings.Contains(t, w) {
				return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentNoMaterials}}}
			}
		}
	}
	if t := strings.TrimRight(fold.Squeeze(q.text()), "。.!"); t == "无" || t == "没有" || t == "none" {
		return Answer{Intents: []secretary.Intent{{Kind: secretary.IntentNoMaterials}}}
	}
	return unclear(q)
}

var (
	fileLines = pattern.Must(`^(?:对应|對應|是|for|lines?|items?|第|no\.?)*([0-9]{1,2}(?:(?:项|項|条|條|行)?(?:[、,，/;；.]|和|及|与|與|and|&|第)*[0-9]{1,2})*)(?:项|項|条|條|行)?(?:的)?[。.!]?$`)
	fileWhole = pattern.Must(`^(?:对应|對應|是|for)?(?:全部|所有|都是|都有|都对应|全都是|以上全部|全部都是|包括全部|all|allofthem|everything|both)(?:资料|資料|项|項|各项|lines|items)?[。.!]?$`)
	fileAsIs  = pattern.Must(`^(?:就?照用|就?沿用|沿用上次(?:的|资料)?|照旧|照舊|就用(?:这份|這份|它|上次的)|就是(?:这份|這份)|(?:与上次|和上次)?(?:没有|没|無|无|沒有)(?:变化|變化|变动|變動)(?:[，,](?:照用|沿用|就用这份))?|useit(?:asitis)?|asitis|keepit|unchanged|nochanges?|sameaslasttime|use(?:this|thatone))[。.!]?$`)
	politely  = pattern.Must(`[，,。.!！]?(?:谢谢|多谢|辛苦了|thanks|thankyou)[。.!！]?$`)
	lineNo    = pattern.Must(`[0-9]{1,2}`)
)

// aboutFile reads a whole answer, squeezed, that says of a file which of the owed lines it answers, or that it is meant as it is.
func aboutFile(s string) []secretary.Intent {
	s = politely.ReplaceAllString(strings.ToLower(s), "")
	switch {
	case fileAsIs.MatchString(s):
		return []secretary.Intent{{Kind: secretary.IntentMaterial, Status: "as_is"}}
	case fileWhole.MatchString(s):
		return []secretary.Intent{{Kind: secretary.IntentMaterial, Item: secretary.EveryItem}}
	}
	m := fileLines.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	var out []secretary.Intent
	for _, n := range lineNo.FindAllString(m[1], -1) {
		out = append(out, secretary.Intent{Kind: secretary.IntentMaterial, Item: n})
	}
	return out
}

var materialsLexicon = grammar("stance")
