package demo

import (
	"slices"

	"github.com/huiban/huiban/secretary"
)

// unit is a department that a regulation may name and that the small company need not have.
type unit struct {
	kind, code string
	name       secretary.Text
}

var units = []unit{
	{"production_planning", "PPL", secretary.T("生产管理企划室", "生產管理企劃室", "Production planning")},
	{"business", "BUS", secretary.T("业务部", "業務部", "Business")},
	{"purchasing", "PUR", secretary.T("采购科", "採購科", "Purchasing")},
	{"production_management", "PMG", secretary.T("生产管理科", "生產管理科", "Production management")},
	{"maintenance", "MNT", secretary.T("维护科", "維護科", "Maintenance")},
	{"manufacturing", "MF1", secretary.T("制造一科", "製造一科", "Manufacturing 1")},
	{"manufacturing", "MF2", secretary.T("制造二科", "製造二科", "Manufacturing 2")},
	{"materials_management", "MMG", secretary.T("物料管理科", "物料管理科", "Materials management")},
	{"project_sales", "PJS", secretary.T("城北项目销售部", "城北專案銷售部", "North project sales")},
	{"planning", "PLN", secretary.T("策划组", "策劃組", "Planning")},
	{"project", "PJN", secretary.T("城北项目部", "城北專案部", "North project")},
	{"marketing", "MKT", secretary.T("市场部", "市場部", "Marketing")},
	{"sales_team", "SA1", secretary.T("销售一组", "銷售一組", "Sales team 1")},
	{"contracts", "CON", secretary.T("合同组", "合約組", "Contracts")},
	{"internal_affairs", "IAF", secretary.T("内务组", "內務組", "Internal affairs")},
	{"sales_management", "SMD", secretary.T("销售管理部", "銷售管理部", "Sales management")},
	{"operations", "OPS", secretary.T("运营部", "營運部", "Operations")},
	{"operations_module", "OPC", secretary.T("客户服务组", "客戶服務組", "Customer service")},
	{"creative", "CRE", secretary.T("创意组", "創意組", "Creative team")},
	{"media", "MED", secretary.T("媒体组", "媒體組", "Media")},
}

// applicants are hired where a regulation names a department that the company does not have.
var applicants = []struct{ id, name string }{
	{"gao.xiang", "高翔"}, {"luo.ming", "罗明"}, {"song.jia", "宋佳"}, {"tang.yi", "唐毅"}, {"han.xue", "韩雪"}, {"feng.lei", "冯磊"}, {"deng.chao", "邓超"}, {"cao.ying", "曹颖"},
	{"peng.fei", "彭飞"}, {"zeng.li", "曾丽"}, {"xiao.bo", "肖波"}, {"tian.fang", "田芳"}, {"dong.hao", "董浩"}, {"yuan.mei", "袁梅"}, {"pan.wei", "潘伟"}, {"yu.qing", "于清"},
	{"jiang.tao", "蒋涛"}, {"cai.hong", "蔡红"}, {"jia.ning", "贾宁"}, {"ding.kai", "丁凯"}, {"wei.lan", "魏兰"}, {"xue.bin", "薛斌"}, {"ye.qiu", "叶秋"}, {"yan.rui", "阎瑞"},
	{"du.juan", "杜娟"}, {"dai.jun", "戴军"}, {"xia.yu", "夏雨"}, {"zhong.hua", "钟华"}, {"fang.yuan", "方圆"}, {"ren.jie", "任洁"}, {"yao.ming", "姚明远"}, {"lu.yao", "卢瑶"},
	{"shi.lin", "石林"}, {"tan.jing", "谭静"}, {"liao.fan", "廖凡"}, {"zou.yang", "邹阳"}, {"xiong.wei", "熊威"}, {"jin.hui", "金辉"}, {"hao.yun", "郝云"}, {"kong.xi", "孔曦"},
}

var programs = []client{outlook, foxmail, qq, wecom, netease, iphone, coremail, alimail, thunderbird}

// staff adds the departments that the regulation names and the company does not have, each with a head, who has a
// representative and one more.
func (p *play) staff(named []string) {
	hired := 0
	for _, u := range units {
		if !slices.Contains(named, u.kind) {
			continue
		}
		team := applicants[hired : hired+3]
		hired += 3
		p.departments = append(p.departments, secretary.Department{Code: u.code, Kind: u.kind, Name: u.name, Head: secretary.PersonID(team[0].id), Rep: secretary.PersonID(team[1].id)})
		for i, a := range team {
			m := member{a.id, a.name, "", u.code, team[0].id, secretary.Hans, programs[(hired+i)%len(programs)]}
			if i == 0 {
				m.title, m.manager = "负责人", "li.jianguo"
			}
			p.cast = append(p.cast, m)
		}
	}
}
