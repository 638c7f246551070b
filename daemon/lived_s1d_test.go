package daemon

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestLivedMondaysFigures lives through the agency's week over Postfix, Dovecot and PostgreSQL: what Monday's project meeting counted goes up to the
// internal administrator before Tuesday 09:00 (S1D-18) and lies in the managers' pack (S1D-04), the problem that it raised stands on their agenda
// (S1D-19, S1D-05). The daemon is stopped after it has asked for Monday's minutes, which come while it is down.
func TestLivedMondaysFigures(t *testing.T) {
	t.Parallel()
	monday := preset(t, "MT-S1D-5", func(p *secretary.Policy) {
		p.Schedule.Start, p.Schedule.From, p.Schedule.Until, p.Duration.Planned = at(10), "2025-11-10", "2025-11-10", lasting(60)
		p.Host, p.Recorder = "head:project", "tian.tian"
	})
	tuesday := preset(t, "MT-S1D-1", func(p *secretary.Policy) {
		p.Schedule.From, p.Schedule.Until, p.Recorder = "2025-11-11", "2025-11-11", "he.jing"
		p.Roster[1].Who, p.Materials.Required[2].From = "fang.hua", "fang.hua"
	})
	w := aTown(t, "10-31 08:00", `
		ma.chao   马超 SAL .
		fang.hua  方华 SAL ma.chao
		lin.fang  林芳 IAD ma.chao
		he.jing   何静 IAD lin.fang
		gao.xiang 高翔 NOR ma.chao
		tian.tian 田甜 NOR gao.xiang
		shi.lei   石磊 NOR gao.xiang`, `
		SAL sales            销售部   ma.chao   .
		IAD internal_affairs 内务部   lin.fang  he.jing
		NOR project          北城项目 gao.xiang .`, monday, tuesday)
	var owed arrival // the papers that the managers want of the internal administrator
	w.acts(
		cue{who: "shi.lei", kind: secretary.AgendaCall, does: says("议题：样板房漏水（10分钟）")},
		cue{who: "gao.xiang", kind: secretary.MaterialsCall, has: "项目部周例会", does: hands("上周销售统计.csv", "成交12套")},
		cue{who: "tian.tian", kind: secretary.MinutesCall, does: func(w *town, l arrival) {
			w.halt()
			says("【讨论要点】\n上周来访86组，成交12套。\n样板房漏水，物业未修。\n提交经理例会的议题：4\n【决议】\n1、三居户型加推")(w, l)
			w.start()
		}},
		cue{who: "he.jing", kind: secretary.MaterialsCall, does: func(_ *town, l arrival) { owed = l }},
		cue{who: "he.jing", kind: secretary.ReportUp, does: func(w *town, l arrival) {
			_, figures, _ := strings.Cut(l.Text, "上周来访")
			figures, _, _ = strings.Cut(figures, "。")
			hands("上期销售情况.csv", "上周来访"+figures, "处罚情况.csv", "无")(w, owed)
		}},
		cue{kind: secretary.MaterialsCall, does: nothing}, // motions, if there are any
		cue{who: "he.jing", kind: secretary.MinutesCall, does: says("【讨论要点】\n上期成交12套。\n【决议】\n1、样板房限期修好\n【行动项】\n1、修好样板房 责任人：高翔 完成时限：11月20日 预期成果：验收单")},
	)
	w.until("11-12 18:00")
	w.tells(`
		11-03 10:00 shi.lei   agenda-call     项目部周例会
		11-04 18:00 gao.xiang approval        样板房漏水
		11-06 10:00 tian.tian invitation      样板房漏水; DTSTART:20251110T020000Z
		11-08 09:00 he.jing   materials-call  上期销售情况; 11月10日（周一）18:00
		11-10 08:00 shi.lei   pack            上周销售统计.csv; 成交12套
		11-10 11:00 he.jing   report-up       上周来访86组，成交12套; 4 样板房漏水
		11-10 11:00 shi.lei   minutes-publish 20251110-PDW-NOR-01
		11-10 12:00 ma.chao   approval        样板房漏水; 项目部周例会提交
		11-10 12:30 fang.hua  update          样板房漏水; DTSTART:20251111T010000Z
		11-10 17:00 ma.chao   run-sheet       样板房漏水
		11-11 08:00 ma.chao   pack            上期销售情况.csv; 上周来访86组，成交12套; 处罚情况.csv; 样板房漏水
		11-11 08:00 gao.xiang pack            上期销售情况.csv
		11-11 10:00 he.jing   minutes-call    经理例会
		11-11 10:00 gao.xiang minutes-publish 20251111-MGM-IAD-01; 样板房限期修好
		11-11 10:00 gao.xiang action          修好样板房`)
	w.only(secretary.MaterialsReminder)
	w.only(secretary.Reminder)
	w.only(secretary.ReportUp, "he.jing")
	w.whole("PDW-20251110", "MGM-20251111")
}
