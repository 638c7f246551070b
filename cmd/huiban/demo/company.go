package demo

import (
	"fmt"
	"strings"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

const (
	domain  = "hengtong.example"
	mailbox = "huiban@" + domain
	zone    = "Asia/Shanghai"
)

// office is the invented company.
var office = secretary.Office{
	Name: secretary.T("会办", "會辦", "Huiban"), Company: secretary.T("恒通机电有限公司", "恆通機電有限公司", "Hengtong Electric Ltd."),
	Address: mailbox, Domain: domain, Zone: zone, Lang: secretary.Hans,
}

// member is one of the cast: who it is and from which mail program it writes.
type member struct {
	id, name, title, dept, manager string
	lang                           secretary.Lang
	client                         client
}

var cast = []member{
	{"zhou.guodong", "周国栋", "总经理", "", "", secretary.Hans, outlook},
	{"li.jianguo", "李建国", "副总经理", "PSM", "zhou.guodong", secretary.Hans, iphone},
	{"chen.jing", "陈静", "经理", "PSM", "li.jianguo", secretary.Hans, coremail},
	{"wang.min", "王敏", "", "PSM", "chen.jing", secretary.Hans, foxmail},
	{"zhang.wei", "张伟", "部长", "PRD", "li.jianguo", secretary.Hans, wecom},
	{"liu.yang", "刘洋", "", "PRD", "zhang.wei", secretary.Hans, qq},
	{"zhao.min", "赵敏", "总监", "SAL", "li.jianguo", secretary.Hans, netease},
	{"emily.clark", "Emily Clark", "", "SAL", "zhao.min", secretary.English, outlookEN},
	{"sun.li", "孙丽", "部长", "QUA", "li.jianguo", secretary.Hans, thunderbird},
	{"wu.qiang", "吴强", "部长", "SCM", "li.jianguo", secretary.Hans, outlook},
	{"he.ping", "何平", "", "SCM", "wu.qiang", secretary.Hans, alimail},
	{"zheng.jie", "郑洁", "经理", "FIN", "zhou.guodong", secretary.Hans, iphone},
	{"xu.ping", "许平", "", "FIN", "zheng.jie", secretary.Hans, netease},
	{"lin.zhihao", "林志豪", "經理", "TEC", "li.jianguo", secretary.Hant, outlookTW},
	{"huang.rong", "黄蓉", "经理", "HR", "zhou.guodong", secretary.Hans, qq},
}

// customer is the one from outside.
const customer = "anna.schmidt@kunde.example"

var departments = []secretary.Department{
	{Code: "PSM", Kind: "psm", Name: secretary.T("产销管理部", "產銷管理部", "Production-sales management"), Head: "chen.jing"},
	{Code: "PRD", Kind: "production", Name: secretary.T("生产部", "生產部", "Production"), Head: "zhang.wei", Rep: "liu.yang"},
	{Code: "SAL", Kind: "sales", Name: secretary.T("销售部", "銷售部", "Sales"), Head: "zhao.min", Rep: "emily.clark"},
	{Code: "QUA", Kind: "quality", Name: secretary.T("质量管理部", "品質管理部", "Quality"), Head: "sun.li"},
	{Code: "SCM", Kind: "supply_chain", Name: secretary.T("供应链管理部", "供應鏈管理部", "Supply chain"), Head: "wu.qiang"},
	{Code: "FIN", Kind: "finance", Name: secretary.T("财务部", "財務部", "Finance"), Head: "zheng.jie"},
	{Code: "TEC", Kind: "technology", Name: secretary.T("技术部", "技術部", "Technology"), Head: "lin.zhihao"},
	{Code: "HR", Kind: "personnel", Name: secretary.T("人事部", "人事部", "Personnel"), Head: "huang.rong"},
}

// directory is the cast as huiban knows it.
func (p *play) directory() *secretary.Directory {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	for _, m := range p.cast {
		id := secretary.PersonID(m.id)
		d.People[id] = &secretary.Person{
			ID: id, Name: m.name, Email: m.email(), Title: m.title, Department: m.dept, Manager: secretary.PersonID(m.manager), Lang: m.lang,
		}
	}
	d.People["anna.schmidt"] = &secretary.Person{ID: "anna.schmidt", Name: "Anna Schmidt", Email: customer, Lang: secretary.English, External: true}
	for i := range p.departments {
		d.Departments[p.departments[i].Code] = &p.departments[i]
		d.Order = append(d.Order, p.departments[i].Code)
	}
	return d
}

func (m member) email() string { return m.id + "@" + domain }

// memberOf finds who reads an address.
func (p *play) memberOf(address string) (member, bool) {
	for _, m := range p.cast {
		if strings.EqualFold(m.email(), address) {
			return m, true
		}
	}
	if strings.EqualFold(address, customer) {
		return member{id: "anna.schmidt", name: "Anna Schmidt", lang: secretary.English, client: gmail}, true
	}
	return member{}, false
}

// regulation is the shipped regulation of the 产销协调会 with what it leaves open filled in.
func regulation() (source []byte, p *secretary.Policy, err error) {
	source, err = policies.Preset("MT-S0-1")
	if err != nil {
		return nil, nil, err
	}
	p, faults := policies.Load("MT-S0-1.yaml", source)
	if len(faults) > 0 {
		return nil, nil, fmt.Errorf("preset MT-S0-1: %s", faults[0].Message)
	}
	p.Schedule.RRule, p.Schedule.Start, p.Schedule.From = "FREQ=WEEKLY;BYDAY=FR", secretary.Clock{Hour: 9, Set: true}, "2026-09-14"
	p.Duration.Planned = secretary.Span{N: 90, Unit: secretary.Minutes}
	p.Holiday.Shift = "earlier"
	p.Place = secretary.T("三楼会议室", "三樓會議室", "Meeting room, 3rd floor")
	p.Convener, p.Host, p.Recorder = "head:psm", "li.jianguo", "wang.min"
	p = policies.WithDefaults(p)
	p.Roster = append(p.Roster, secretary.RosterRule{Who: "rep:technology", Optional: true}, secretary.RosterRule{Who: "anna.schmidt", Optional: true})
	return source, p, nil
}
