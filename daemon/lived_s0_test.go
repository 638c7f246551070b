package daemon

import (
	"testing"

	"github.com/huiban/huiban/secretary"
)

// everybody does as asked, unless the play of a regulation has somebody do otherwise.
var everybody = []cue{
	{kind: secretary.Invitation, does: accepts},
	{kind: secretary.Prove, does: taps("")},
	{kind: secretary.MaterialsCall, does: hands("部门资料.csv", "本部门资料")},
	{kind: secretary.MinutesReview, does: taps("同意")},
	{kind: secretary.MinutesConfirm, does: taps("确认")},
	{kind: secretary.Approval, does: taps("")},
	{kind: secretary.Action, does: says("1 完成")},
}

func at(hour int) secretary.Clock { return secretary.Clock{Hour: hour, Set: true} }

func lasting(n int) secretary.Span { return secretary.Span{N: n, Unit: secretary.Minutes} }

// TestLivedCoordination lives through the production-sales regulation over Postfix, Dovecot and PostgreSQL. National Day moves the Friday meeting to
// the Tuesday before (S0-02), whoever owes papers alone is reminded (S0-13), the heads confirm and everybody gets the numbered minutes (S0-24,
// S0-51), and what blocks an action item is settled in an ad-hoc meeting that its escalation offers (S0-84, S0-85).
func TestLivedCoordination(t *testing.T) {
	t.Parallel()
	weekly := preset(t, "MT-S0-1", func(p *secretary.Policy) {
		p.Schedule.RRule, p.Schedule.Start, p.Schedule.From, p.Schedule.Until = "FREQ=WEEKLY;BYDAY=FR", at(9), "2025-10-03", "2025-10-03"
		p.Duration.Planned, p.Holiday.Shift, p.Place = lasting(90), "earlier", secretary.T("三楼会议室", "三樓會議室", "Room 3")
		p.Host, p.Recorder = "li.jianguo", "wang.min"
	})
	adhoc := preset(t, "MT-S1B-5", func(p *secretary.Policy) {
		p.Duration.Planned, p.Place = lasting(60), secretary.T("二楼会议室", "二樓會議室", "Room 2")
		p.Convener, p.Host, p.Recorder, p.Application.Approvers, p.Liaison.Required = "proposer", "approver", "wang.min", []secretary.Ref{"li.jianguo"}, false
		p.Materials.Required, p.Up.To = nil, "zhou.guodong"
	})
	w := aTown(t, "09-15 08:00", `
		zhou.guodong 周国栋 . .
		li.jianguo   李建国 PSM zhou.guodong
		chen.jing    陈静   PSM li.jianguo
		wang.min     王敏   PSM chen.jing
		zhang.wei    张伟   PRD li.jianguo
		liu.yang     刘洋   PRD zhang.wei
		zhao.min     赵敏   SAL li.jianguo
		sun.li       孙丽   QUA li.jianguo
		wu.qiang     吴强   SCM li.jianguo
		he.ping      何平   SCM wu.qiang
		zheng.jie    郑洁   FIN zhou.guodong`, `
		PSM psm          产销管理部   chen.jing .
		PRD production   生产部       zhang.wei liu.yang
		SAL sales        销售部       zhao.min  .
		QUA quality      质量管理部   sun.li    .
		SCM supply_chain 供应链管理部 wu.qiang  he.ping
		FIN finance      财务部       zheng.jie .`, weekly, adhoc)
	w.acts(
		cue{who: "sun.li", kind: secretary.Invitation, has: "产销协调会", does: says("参加")},
		cue{who: "liu.yang", kind: secretary.MaterialsCall, does: hands("生产计划.csv", "一千二百套", "产能情况.csv", "两班", "物料供应和需求.csv", "齐")},
		cue{who: "zheng.jie", kind: secretary.MaterialsCall, does: nothing},
		cue{who: "zheng.jie", kind: secretary.MaterialsReminder, does: hands("成本控制.csv", "九月成本", "预算执行.csv", "九成")},
		cue{who: "wang.min", kind: secretary.MinutesCall, has: "专题会议", does: says("【讨论要点】\n二供样件尺寸超差\n【决议】\n1、样件由质量管理部重检\n【行动项】\n1、重检二供样件 责任人：孙丽 完成时限：10月24日 预期成果：检验报告")},
		cue{who: "wang.min", kind: secretary.MinutesCall, does: says("【决议】\n1、10月产量调整为1200套\n【行动项】\n1、落实电机双供应商方案 责任人：何平 完成时限：10月17日 预期成果：二供样件检验合格")},
		cue{who: "he.ping", kind: secretary.Action, has: "双供应商", once: true, does: says("1 受阻，二供样件未通过检验，需要质量管理部支持")},
		cue{who: "he.ping", kind: secretary.Action, has: "双供应商", once: true, does: says("1 进度60%，样件待重检")},
		cue{who: "chen.jing", kind: secretary.Escalation, has: "受阻", does: taps("会议申请")},
		cue{who: "chen.jing", kind: secretary.ApplicationForm, has: "是否已经解决", does: taps("解决")},
		cue{who: "zhou.guodong", kind: secretary.ReportUp, does: says("同意，抓紧办理")},
	)
	w.until("10-15 18:00")
	w.tells(`
		09-20 09:00 liu.yang     agenda-call        9月30日（周二）09:00
		09-23 09:00 sun.li       invitation         原定10月3日（周五），因国庆节、中秋节提前至9月30日（周二）; DTSTART:20250930T010000Z; UID:PSC-20251003
		09-23 09:00 zheng.jie    materials-call     9月28日（周日）
		09-26 09:00 zheng.jie    materials-reminder 成本控制; 预算执行
		09-29 07:00 li.jianguo   run-sheet          市场动态分析
		09-29 09:00 zhao.min     pack               生产计划.csv; 一千二百套; 预算执行.csv
		09-30 10:30 wang.min     minutes-call       产销协调会
		09-30 10:30 li.jianguo   minutes-review     1200套
		09-30 10:30 wu.qiang     minutes-confirm    1200套
		09-30 10:30 he.ping      minutes-publish    20250930-PSC-PSM-01; 出席; 落实电机双供应商方案
		09-30 10:30 chen.jing    escalation         二供样件未通过检验
		09-30 10:30 li.jianguo   approval           专题会议; 陈静申请; 吴强; 10月10日（周五）10:00–11:00
		10-09 10:00 sun.li       invitation         专题会议：落实电机双供应商方案; DTSTART:20251010T020000Z; 二楼会议室
		10-10 11:00 wang.min     minutes-call       专题会议
		10-10 11:00 wu.qiang     minutes-publish    20251010-STM-PSM-01; 样件由质量管理部重检
		10-10 11:00 zhou.guodong report-up          样件由质量管理部重检
		10-10 11:00 chen.jing    application        问题是否已经解决
		10-14 09:00 he.ping      action             落实电机双供应商方案
		10-14 09:00 chen.jing    approval           何平`)
	w.only(secretary.MaterialsReminder, "zheng.jie")
	w.only(secretary.Reminder)
	w.only(secretary.Overdue)
	w.whole("PSC-20251003", "STM-20251010")
}
