package daemon

import "github.com/huiban/huiban/secretary"

// discussed are the items that a regulation wants on the agenda: its title, what it is about, and who presents it.
var discussed = []mailed{
	{clause: "S0-15", preset: "MT-S0-1", says: "开场; 介绍会议目的、议程和参会人员; 通报"},
	{clause: "S0-16", preset: "MT-S0-1", says: "市场动态分析; 行业趋势、竞争对手"},
	{clause: "S0-17", preset: "MT-S0-1", says: "生产计划讨论; 产能、物料需求"},
	{clause: "S0-18", preset: "MT-S0-1", says: "销售计划与产销协调; 提出销售计划，与生产协调达成平衡; 决定"},
	{clause: "S0-19", preset: "MT-S0-1", says: "质量与工艺改进; 质量情况、改进措施"},
	{clause: "S0-20", preset: "MT-S0-1", says: "供应链与成本; 采购、库存、物流；成本控制"},
	{clause: "S0-21", preset: "MT-S0-1", says: "问题解答与决策; 各代表答疑，共同决策; 决定"},
	{clause: "S0-22", preset: "MT-S0-1", says: "总结与后续行动计划; 主持人总结，提出后续行动计划"},

	{clause: "S1E-09", preset: "MT-S1E-1", says: "公布上周考勤"},
	{clause: "S1E-10", preset: "MT-S1E-1", says: "总结上周工作"},
	{clause: "S1E-11", preset: "MT-S1E-1", says: "本周销售管理工作; 决定"},
	{clause: "S1E-14", preset: "MT-S1E-1", says: "本周策划推广工作"},
	{clause: "S1E-15", preset: "MT-S1E-1", says: "阶段性培训"},
	{clause: "S1E-16", preset: "MT-S1E-1", says: "来电来访分析"},

	{clause: "S2-09", preset: "MT-S2-1", says: "销售汇报; 上周业绩、市场、客户反馈；问题与解决方案"},
	{clause: "S2-10", preset: "MT-S2-1", says: "运营汇报; 产品运营、供应链、客户服务；对销售的支持与制约"},
	{clause: "S2-11", preset: "MT-S2-1", says: "协调事项; 订单交付、库存、促销"},
	{clause: "S2-12", preset: "MT-S2-1", says: "本周计划; 销售目标、运营重点、协同事项; 决定"},
	{clause: "S2-31", preset: "MT-S2-1", says: "开场; 会议目的、议程、参会人员"},

	{clause: "S3-10", preset: "MT-S3-1", says: "成员依次汇报; 上周进展、完成情况、问题与解决办法"},
	{clause: "S3-12", preset: "MT-S3-1", says: "讨论与协调; 跨部门配合与资源"},
	{clause: "S3-13", preset: "MT-S3-1", says: "传达公司领导指示"},
	{clause: "S3-14", preset: "MT-S3-1", says: "开场; 会议目的、议程、时间要求"},
	{clause: "S3-17", preset: "MT-S3-1", says: "负责人总结与布置; 本周目标与分工；未决问题的责任人和跟进日期"},
}

// askedFor are the materials that a regulation wants from somebody.
var askedFor = []mailed{
	{"S0-05", "MT-S0-1", secretary.MaterialsCall, "rep:production", "生产计划; 产能情况; 物料供应和需求"},
	{"S0-06", "MT-S0-1", secretary.MaterialsCall, "rep:sales", "销售计划和销售数据; 市场分析（趋势、竞争对手）; 客户需求"},
	{"S0-07", "MT-S0-1", secretary.MaterialsCall, "rep:quality", "产品质量情况; 工艺改进"},
	{"S0-08", "MT-S0-1", secretary.MaterialsCall, "rep:supply_chain", "原材料采购; 库存; 物流"},
	{"S0-09", "MT-S0-1", secretary.MaterialsCall, "rep:finance", "成本控制; 预算执行"},

	{"S1E-09", "MT-S1E-1", secretary.MaterialsCall, "head:sales", "上周考勤表"},
	{"S1E-14", "MT-S1E-1", secretary.MaterialsCall, "head:planning", "本周策划推广内容"},
	{"S1E-16", "MT-S1E-1", secretary.MaterialsCall, "all:sales", "来电来访情况"},

	{"S2-09", "MT-S2-1", secretary.MaterialsCall, "head:sales", "销售数据报告（上周业绩）; 市场调研和客户反馈; 问题与解决方案"},
	{"S2-10", "MT-S2-1", secretary.MaterialsCall, "head:operations", "运营分析（产品运营、供应链、客户服务）; 对销售的影响; 问题与解决方案"},
	{"S2-41", "MT-S2-1", secretary.MaterialsCall, "head:sales", "销售数据报告; 市场调研; 解决方案"},
	{"S2-41", "MT-S2-1", secretary.MaterialsCall, "head:operations", "运营分析"},

	{"S3-10", "MT-S3-1", secretary.MaterialsCall, "all:marketing", "上周进展、完成情况、问题与解决办法"},
}

// printed is what else a regulation wants people to read before the meeting: what it is for, when and where it is held, who
// leads it and what is asked of those who come.
var printed = []mailed{
	{"S0-01", "MT-S0-1", secretary.Invitation, "", "研判市场，调整策略; 协调产销计划和资源; 及时解决问题，降低风险; 增进部门沟通; 改进流程"},
	{"S0-26", "MT-S0-1", secretary.Invitation, "", "准时到会，不得无故缺席、迟到"},
	{"S0-27", "MT-S0-1", secretary.Invitation, "", "保持安静，手机关机或静音"},
	{"S0-28", "MT-S0-1", secretary.Invitation, "", "认真听取，积极发言"},
	{"S0-29", "MT-S0-1", secretary.Invitation, "", "商业秘密和敏感信息不得外传"},
	{"S0-30", "MT-S0-1", secretary.Invitation, "", "围绕议题"},
	{"S0-31", "MT-S0-1", secretary.Invitation, "", "尊重他人"},
	{"S0-32", "MT-S0-1", secretary.Invitation, "", "文明用语"},

	{"S1E-02", "MT-S1E-1", secretary.Invitation, "all:sales", "带笔记本和笔，遵守纪律"},
	{"S1E-08", "MT-S1E-1", secretary.Invitation, "all:sales", "（周一）08:30–09:30; 主持人：sales负责人; 召集人：sales负责人"},

	{"S2-01", "MT-S2-1", secretary.Invitation, "", "规范销售与运营的沟通"},
	{"S2-48", "MT-S2-1", secretary.Invitation, "", "准备好发言，积极参与讨论，不得无故缺席讨论环节"},
	{"S2-49", "MT-S2-1", secretary.Invitation, "", "手机静音或关机，不接打电话，不做与会议无关的事"},
	{"S2-50", "MT-S2-1", secretary.Invitation, "", "发言简明扼要、围绕主题"},
	{"S2-51", "MT-S2-1", secretary.Invitation, "", "以事实和数据为依据"},
	{"S2-52", "MT-S2-1", secretary.Invitation, "", "不打断他人，不同意见待对方说完后有理有据地提出"},

	{"S3-01", "MT-S3-1", secretary.Invitation, "", "规范部门会议的组织和管理，提高效率和质量，促进沟通、协调和决策"},
	{"S3-102", "MT-S3-1", secretary.Invitation, "", "准时参加，不得迟到、早退或无故缺席"},
	{"S3-104", "MT-S3-1", secretary.Invitation, "", "准备好资料，积极参与，尊重他人，不打断、不干扰"},
	{"S3-105", "MT-S3-1", secretary.Invitation, "", "手机静音或关机，会场内不接打电话，不做与会议无关的事"},
	{"S3-106", "MT-S3-1", secretary.Invitation, "", "机密信息和未公开的决定不得外传; 请勿转发或外传"},
}

// lived is what comes out of the meeting and after it, where everybody does as asked.
var lived = []mailed{
	{"S0-10", "MT-S0-1", secretary.Invitation, "rep:sales", "记录人：office员工"},
	{"S0-10", "MT-S0-1", secretary.MinutesCall, "all:office", "提交11月6日（周五）09:00–10:30产销协调会的会议纪要"},
	{"S0-12", "MT-S0-1", secretary.Invitation, "rep:finance", "时间：11月6日（周五）09:00–10:30; 地点：一号会议室; 【会议议程】; 【参会人员】"},
	{"S0-24", "MT-S0-1", secretary.MinutesConfirm, "head:production", "确认11月6日（周五）产销协调会的会议纪要"},
	{"S0-24", "MT-S0-1", secretary.MinutesConfirm, "head:finance", "确认"},
	{"S0-49", "MT-S0-1", secretary.MinutesReview, "head:office", "驳回则退记录人修改"},
	{"S0-50", "MT-S0-1", secretary.MinutesReview, "head:office", "记录是否准确、完整; 决议是否清楚、没有歧义; 行动项是否可行：责任人、时限和预期成果"},
	{"S0-51", "MT-S0-1", secretary.MinutesPublish, "rep:production", "本月产量一千二百套; 备好原料"},
	{"S0-51", "MT-S0-1", secretary.MinutesPublish, "head:quality", "本月产量一千二百套"},
	{"S0-61", "MT-S0-1", secretary.Approval, "head:psm", "备好原料; 清单齐全"},
	{"S0-83", "MT-S0-1", secretary.WeeklySummary, "head:psm", "督办周报; 备好原料"},

	{"S1E-06", "MT-S1E-1", secretary.MinutesCall, "all:office", "请在11月4日（周三）09:30前提交"},
	{"S1E-07", "MT-S1E-1", secretary.ReportUp, "head:sales_management", "呈上11月2日（周一）每周工作例会的会议纪要; 本月产量一千二百套"},

	{"S2-04", "MT-S2-1", secretary.Pack, "head:sales", "会议资料"},
	{"S2-04", "MT-S2-1", secretary.Pack, "head:operations", "会议资料"},
	{"S2-04", "MT-S2-1", secretary.MinutesPublish, "rep:operations", "本月产量一千二百套"},
	{"S2-08", "MT-S2-1", secretary.Invitation, "head:sales", "sales：sales负责人、sales代表; sales_team：sales_team负责人; operations：operations负责人; operations_module：operations_module负责人"},
	{"S2-40", "MT-S2-1", secretary.Action, "all:office", "备好原料; 回复进展"},
	{"S2-53", "MT-S2-1", secretary.Invitation, "rep:sales", "记录人：office员工"},
	{"S2-54", "MT-S2-1", secretary.MinutesCall, "all:office", "【讨论要点】; 【决议】; 【行动项】"},
	{"S2-55", "MT-S2-1", secretary.MinutesConfirm, "rep:sales", "确认11月6日（周五）销售与运营周例会的会议纪要; 有异议，请写明第几条和您的意见"},
	{"S2-60", "MT-S2-1", secretary.WeeklySummary, "head:office", "督办周报; 备好原料"},

	{"S3-09", "MT-S3-1", secretary.Invitation, "all:marketing", "marketing：marketing负责人、marketing员工、marketing代表"},
	{"S3-18", "MT-S3-1", secretary.Action, "all:marketing", "备好原料; 回复进展"},
	{"S3-67", "MT-S3-1", secretary.Invitation, "all:marketing", "市场部例会; 时间：11月6日（周五）; 地点：一号会议室; 【会议议程】; 【参会要求】"},
	{"S3-71", "MT-S3-1", secretary.Pack, "all:marketing", "会议资料"},
	{"S3-79", "MT-S3-1", secretary.Invitation, "all:marketing", "主持人：marketing负责人"},
	{"S3-85", "MT-S3-1", secretary.Invitation, "all:marketing", "记录人：office员工"},
	{"S3-94", "MT-S3-1", secretary.MinutesReview, "head:marketing", "审核11月6日（周五）市场部例会的会议纪要"},
	{"S3-94", "MT-S3-1", secretary.MinutesPublish, "all:marketing", "本月产量一千二百套"},
}
