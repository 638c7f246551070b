package demo

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// wording is a short wording for people, Chinese and English.
type wording struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// gist words what huiban understood of a mail, from the parser's document and the reason of the verdict; empty where it
// understood nothing.
func gist(doc, reason string) wording {
	var r struct {
		Intents []secretary.Intent
	}
	if json.Unmarshal([]byte(doc), &r) != nil {
		return wording{}
	}
	var zh, en []string
	for _, in := range r.Intents {
		w := worded(in)
		zh, en = append(zh, w.ZH), append(en, w.EN)
	}
	if len(zh) == 0 {
		return plain[reason] // files alone are understood without any words
	}
	return wording{strings.Join(zh, "；"), strings.Join(en, "; ")}
}

// plain are the intents that say all by themselves, and the states of those that have some.
var plain = map[string]wording{
	"attend accepted": {"参加", "will attend"}, "attend declined": {"请假", "cannot come"}, "attend tentative": {"暂定", "not sure yet"},
	"attend delegated": {"请假", "cannot come"},
	"counter":          {"建议改期", "proposes another time"}, "confirm": {"确认纪要", "confirms the minutes"}, "object": {"对纪要有异议", "objects to the minutes"},
	"approve": {"同意", "approves"}, "reject": {"驳回", "rejects"}, "material": {"提交资料", "hands in materials"}, "no_materials": {"本次无资料", "has no materials"},
	"draft": {"提交纪要草稿", "sends the draft minutes"}, "query": {"查询档案", "searches the archive"}, "extend": {"申请延期", "asks for more time"},
	"progress": {"报告进展", "reports progress"}, "progress not_started": {"未开始", "not started"}, "progress in_progress": {"进行中", "in progress"},
	"progress blocked": {"受阻", "blocked"}, "progress done": {"已完成", "done"}, "progress finished": {"已完成", "done"},
	"score": {"评分", "scores the meeting"}, "suggest": {"改进建议", "makes a suggestion"}, "topic": {"提出议题", "proposes a topic"}, "help": {"求助", "asks for help"},
}

// worded words one intent: about which item, what, and what else was said.
func worded(in secretary.Intent) wording {
	w, ok := plain[strings.TrimSpace(string(in.Kind)+" "+in.Status)]
	if !ok {
		if w, ok = plain[string(in.Kind)]; !ok {
			w = wording{string(in.Kind), string(in.Kind)}
		}
	}
	switch {
	case in.Kind == secretary.IntentObject && in.Item != "":
		w = wording{"对纪要第" + in.Item + "条有异议", "objects to item " + in.Item + " of the minutes"}
	case in.Item != "":
		w = wording{"第" + in.Item + "项" + w.ZH, "item " + in.Item + " " + w.EN}
	}
	add := func(set bool, zh, en string) {
		if set {
			w = wording{w.ZH + "，" + zh, w.EN + ", " + en}
		}
	}
	if in.Percent != nil {
		p := fmt.Sprintf("%d%%", *in.Percent)
		add(*in.Percent < 100, p, p)
	}
	add(in.Delegate != "", "由"+in.Delegate+"代会", in.Delegate+" comes instead")
	add(in.Until != "", "延至"+string(in.Until), "until "+string(in.Until))
	add(in.ETA != "", "预计"+string(in.ETA), "expected "+string(in.ETA))
	said := firstLine(in.Reason + in.Comment + in.Terms)
	add(said != "", "「"+said+"」", "“"+said+"”")
	if in.Draft != nil {
		a, b, c := len(in.Resolutions), len(in.Actions), len(in.Problems)
		add(true, fmt.Sprintf("决议%d条，行动项%d项", a, b), fmt.Sprintf("%d resolutions, %d action items", a, b))
		add(c > 0, fmt.Sprintf("%d处待补充", c), fmt.Sprintf("%d points to complete", c))
	}
	return w
}
