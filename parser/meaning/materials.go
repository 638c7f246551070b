package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// nothingToSend are the ways of saying that a department has no materials this time, folded.
var nothingToSend = strings.Split("无资料|没有资料|无材料|没有材料|没材料|没资料|无需提交|无须提交|无提交|不需要提交|不用提交|无议题|没有议题|没议题|无上会材料|无会议材料|无需上会|无汇报材料|没有汇报材料|无汇报内容|没有需要提交|没有要提交|没有需提交|没有可提交|无文件|没有文件|冇资料|冇文件|无内容提交|本期无|本次无|本月无|本周无|此次无|no materials|no material|nothing to submit|nothing to send|nothing to report|nothing from|no documents|no papers|no slides|no input|nothing this time|none this time|no topics", "|")

// readMaterials reads the answer to a materials call. What was sent are the mail's files; in words only 「无资料」 says something.
func readMaterials(q Question) Answer {
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

var materialsLexicon = grammar("stance")
