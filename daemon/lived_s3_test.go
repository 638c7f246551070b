package daemon

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestLivedCustomer lives through a customer meeting over Postfix, Dovecot and PostgreSQL: the customer, whose mail nothing vouches for, proves their
// answer, and gets the outside edition of the agenda, the papers that were released, and nothing internal (S3-49, S3-106).
func TestLivedCustomer(t *testing.T) {
	t.Parallel()
	visit := preset(t, "MT-S3-4", func(p *secretary.Policy) {
		p.Schedule.RRule, p.Schedule.Start, p.Schedule.From, p.Schedule.Until = "FREQ=MONTHLY;BYMONTHDAY=18", at(14), "2025-11-18", "2025-11-18"
		p.Duration.Planned, p.Place = lasting(120), secretary.T("一号会议室", "一號會議室", "Room 1")
		p.Convener, p.Recorder, p.Roster[1].Who, p.Roster[3].Who, p.External = "luo.lan", "wen.jing", "luo.lan", "kim", []string{"example.com"}
		own := secretary.T("内部商议报价", "內部商議報價", "Our price, among ourselves")
		p.Agenda.Items = append(p.Agenda.Items, secretary.AgendaItem{No: "8", Title: own, Internal: true})
		p.Materials.Required = append(p.Materials.Required, secretary.MaterialRule{From: "rep:business", Items: []secretary.Text{secretary.T("成本测算", "成本測算", "Costing")}})
	})
	w := aTown(t, "11-03 08:00", `
		qian.feng 钱峰 MKT .
		luo.lan   罗兰 MKT qian.feng
		wen.jing  文静 MKT qian.feng
		su.qiang  苏强 BUS qian.feng
		kim       Kim  .   . example.com`, `
		MKT marketing 市场部 qian.feng .
		BUS business  业务部 su.qiang  .`, visit)
	w.acts(
		cue{who: "qian.feng", kind: secretary.MaterialsCall, does: hands("公司和案例介绍.csv", "案例", "合作方案.csv", "合作", "推广方案.csv", "推广")},
		cue{who: "su.qiang", kind: secretary.MaterialsCall, does: hands("成本测算.csv", "底价八成")},
		cue{who: "wen.jing", kind: secretary.MinutesCall, does: says("【讨论要点】\n客户要求降价5%，底价八成不得透露。\n【存在问题】\n交货太慢\n【决议】\n1、交货期缩短到20天\n【行动项】\n1、排出缩短后的交货计划 责任人：苏强 完成时限：11月25日 质量要求：逐批列明")},
	)
	w.until("11-20 18:00")
	w.tells(`
		11-11 14:00 su.qiang  invitation      内部商议报价; DTSTART:20251118T060000Z
		11-11 14:00 kim       invitation      Customer meeting; Tue 18 Nov 2025, 14:00–16:00; The customer speaks; DTSTART:20251118T060000Z; METHOD:REQUEST
		11-11 14:00 kim       prove           did you write this
		11-11 14:00 kim       echo            attending
		11-17 14:00 luo.lan   pack            成本测算.csv; 底价八成; 合作方案.csv
		11-17 14:00 kim       handout         公司和案例介绍.csv; 合作方案.csv; 推广方案.csv
		11-18 16:00 wen.jing  minutes-call    客户沟通会
		11-18 16:00 qian.feng minutes-review  底价八成
		11-18 16:00 luo.lan   minutes-publish 20251118-CUS-MKT-01; 交货期缩短到20天
		11-18 16:00 su.qiang  action          排出缩短后的交货计划`)
	for _, l := range w.diary {
		for _, secret := range []string{"among ourselves", "内部商议", "成本测算", "Costing", "底价", "20天", "CUS-MKT"} {
			if l.who.External && l.reads([]string{secret}) {
				t.Errorf("the customer's %s says %q\n%s", l.kind, secret, l.Text)
			}
		}
	}
	for kind, n := range map[secretary.LetterKind]int{secretary.Invitation: 1, secretary.Prove: 1, secretary.Echo: 1, secretary.Handout: 1, "": 4} {
		if got := w.got("kim", kind); got != n {
			t.Errorf("the customer got %d %s, want %d\n%s", got, kind, n, w.log("kim"))
		}
	}
	w.whole("CUS-20251118")
}
