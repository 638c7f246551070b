package daemon

import "github.com/huiban/huiban/secretary"

// demandsS1CD are those of a property sales centre, and a property agency.
var demandsS1CD = []mailed{
	{"S1C-01", "MT-S1C-1", secretary.Invitation, "", "（周五）16:30"},
	{"S1C-02", "MT-S1C-1", onAgenda, "", "本周工作总结; 下周工作计划; 部门协调; 解决具体问题"},
	{"S1C-03", "MT-S1C-1", secretary.Invitation, "head:sales", "营销总监：marketing负责人; 中心文秘：office负责人; sales：sales负责人; sales_team：sales_team负责人; contracts：contracts负责人"},
	{"S1C-05", "MT-S1C-2", onAgenda, "", "工作总结; 表彰先进; 鞭策后进; 对部门和公司的建议"},
	{"S1C-06", "MT-S1C-2", secretary.Invitation, "all:marketing", "营销总监：marketing负责人; 中心文秘：office负责人; marketing：marketing负责人、marketing员工"},
	{"S1C-07", "MT-S1C-3", secretary.Invitation, "", "08:50–09:20"},
	{"S1C-08", "MT-S1C-3", onAgenda, "", "简短的销售培训; 布置工作"},
	{"S1C-09", "MT-S1C-3", secretary.Invitation, "all:sales", "主持人：sales负责人; sales：sales负责人、sales员工"},
	{"S1D-01", "MT-S1D-1", secretary.Invitation, "", "（周二）09:00–10:00"},
	{"S1D-02", "MT-S1D-1", secretary.Invitation, "", "地点：经理办公室"},
	{"S1D-03", "MT-S1D-1", secretary.Invitation, "head:project", "内务主管：internal_affairs负责人; 经理：sales负责人; internal_affairs代表; project负责人"},
	{"S1D-04", "MT-S1D-1", onAgenda, "", "公布上期销售和处罚情况"},
	{"S1D-04", "MT-S1D-1", secretary.MaterialsCall, "rep:internal_affairs", "上期销售情况; 处罚情况"},
	{"S1D-05", "MT-S1D-1", onAgenda, "", "副经理、项目经理的动议"},
	{"S1D-05", "MT-S1D-1", secretary.MaterialsCall, "head:project", "动议; 项目周会未能解决的问题"},
	{"S1D-06", "MT-S1D-1", onAgenda, "", "经理讲话"},
	{"S1D-07", "MT-S1D-1", secretary.Invitation, "", "不得迟到"},
	{"S1D-09", "MT-S1D-1", secretary.Invitation, "", "手机、传呼机调为振动、静音或关机"},
	{"S1D-10", "MT-S1D-1", secretary.MinutesCall, "all:office", "会议纪要"},
	{"S1D-12", "MT-S1D-3", secretary.Invitation, "all:project", "项目经理：project负责人; 主持人：project负责人; project员工"},
	{"S1D-13", "MT-S1D-3", onAgenda, "", "布置当天工作; 交流预留房"},
	{"S1D-13", "MT-S1D-3", secretary.MaterialsCall, "head:project", "预留房清单"},
	{"S1D-15", "MT-S1D-4", onAgenda, "", "销售人员汇报成交和来访; 项目经理分析总结"},
	{"S1D-15", "MT-S1D-4", secretary.MaterialsCall, "all:project", "成交套数; 来访客户; 直接在回复里写"},
	{"S1D-16", "MT-S1D-5", secretary.Invitation, "all:project", "（周一）; 地点：各项目部"},
	{"S1D-17", "MT-S1D-5", onAgenda, "", "畅销户型、面积、客源、区域"},
	{"S1D-18", "MT-S1D-5", onAgenda, "", "统计并上报上周销售"},
	{"S1D-18", "MT-S1D-5", secretary.MaterialsCall, "head:project", "上周销售统计; 直接在回复里写"},
	{"S1D-18", "MT-S1D-5", secretary.ReportUp, "rep:internal_affairs", "呈上"},
	{"S1D-21", "MT-S1D-6", onAgenda, "", "本月营销全面回顾和分析; 下月总体策略; 营销计划和细化方案; 计划作为纪要附件"},
	{"S1D-21", "MT-S1D-6", secretary.MaterialsCall, "head:project", "本月数据; 下月计划草案"},
}
