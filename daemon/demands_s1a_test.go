package daemon

import "github.com/huiban/huiban/secretary"

// demandsS1A are those of a manufacturer.
var demandsS1A = []mailed{
	{"S1A-01", "MT-S1A-1", secretary.Invitation, "", "密切产销配合，提高质量和产能，以最低成本取得最大效益"},
	{"S1A-02", "MT-S1A-1", secretary.MinutesPublish, "rep:personnel", "本月产量一千二百套"},
	{"S1A-02", "MT-S1A-1", secretary.MinutesPublish, "rep:business", "本月产量一千二百套"},
	{"S1A-03", "MT-S1A-1", secretary.Invitation, "", "召集人：production_planning负责人"},
	{"S1A-04", "MT-S1A-1", secretary.Invitation, "rep:manufacturing", "business：business代表; finance：finance代表; purchasing：purchasing代表; quality：quality代表; production_management：production_management代表; technology：technology代表; maintenance：maintenance代表; materials_management：materials_management代表; personnel：personnel代表"},
	{"S1A-04", "MT-S1A-1", secretary.Invitation, "rep:manufacturing2", "manufacturing：manufacturing代表; manufacturing2：manufacturing2代表"},
	{"S1A-07", "MT-S1A-1", secretary.MaterialsCall, "rep:business", "新订单; 客户投诉; 出货情况; 订单变更"},
	{"S1A-08", "MT-S1A-1", secretary.MaterialsCall, "rep:finance", "预算与实际的差异; 需要其他单位配合的事项"},
	{"S1A-09", "MT-S1A-1", secretary.MaterialsCall, "rep:purchasing", "采购情况; 价格变动; 供应商情况"},
	{"S1A-10", "MT-S1A-1", secretary.MaterialsCall, "rep:quality", "自制、外协和成品的质量数据; 检验实际情况"},
	{"S1A-11", "MT-S1A-1", secretary.MaterialsCall, "rep:production_management", "计划与实际产量及超前、落后的原因; 产能分析"},
	{"S1A-12", "MT-S1A-1", secretary.MaterialsCall, "rep:technology", "新产品开发和设计; 作业方法改进建议"},
	{"S1A-13", "MT-S1A-1", secretary.MaterialsCall, "rep:maintenance", "设备运转和保养情况"},
	{"S1A-14", "MT-S1A-1", secretary.MaterialsCall, "rep:manufacturing", "生产中的困难和问题; 作业方法改进建议"},
	{"S1A-14", "MT-S1A-1", secretary.MaterialsCall, "rep:manufacturing2", "生产中的困难和问题; 作业方法改进建议"},
	{"S1A-15", "MT-S1A-1", secretary.MaterialsCall, "rep:materials_management", "成品库存; 物料管理情况"},
	{"S1A-16", "MT-S1A-1", secretary.MaterialsCall, "rep:personnel", "现有人数; 出勤率"},
	{"S1A-17", "MT-S1A-1", secretary.MaterialsCall, "head:office", "实际发生的问题; 建议"},
	{"S1A-18", "MT-S1A-1", secretary.MaterialsCall, "rep:business", "针对问题和困难已采取的应急措施"},
	{"S1A-18", "MT-S1A-1", secretary.MaterialsCall, "rep:personnel", "针对问题和困难已采取的应急措施"},
	{"S1A-19", "MT-S1A-1", secretary.MaterialsCall, "head:office", "出货完毕产品的结算：成本、生产中的情况和问题"},
	{"S1A-21", "MT-S1A-1", onAgenda, "", "各单位报告; 按参会名单的顺序"},
	{"S1A-22", "MT-S1A-1", onAgenda, "", "进度超前、落后和问题的原因"},
	{"S1A-23", "MT-S1A-1", onAgenda, "", "应急措施; 加班、调整产线、延后交货、外协"},
	{"S1A-24", "MT-S1A-1", onAgenda, "", "应急措施的执行和检查、防止再发; 每项措施写明防止再发"},
	{"S1A-25", "MT-S1A-1", onAgenda, "", "检查质量合格率"},
	{"S1A-26", "MT-S1A-1", onAgenda, "", "达成目标需要的配合"},
	{"S1A-27", "MT-S1A-1", onAgenda, "", "新订单的生产日程"},
	{"S1A-28", "MT-S1A-1", onAgenda, "", "客户投诉及改善"},
	{"S1A-29", "MT-S1A-1", onAgenda, "", "作业流程、方法和技术改进"},
	{"S1A-30", "MT-S1A-1", onAgenda, "", "生产计划变更等"},
	{"S1A-35", "MT-S1A-1", secretary.Invitation, "", "如实报告情况，同心协力解决问题，订出防止事故的措施"},
}
