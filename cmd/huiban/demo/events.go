package demo

import (
	"time"
)

// happenings are mails that answer nothing: what else comes into a mailbox.
func (p *play) happenings(zone *time.Location) []entry {
	at := func(month time.Month, d, h, m int) time.Time { return time.Date(2026, month, d, h, m, 0, 0, zone) }
	who := func(address string) member { m, _ := p.memberOf(address); return m }
	zheng, zhang := "zheng.jie@"+domain, "zhang.wei@"+domain
	return []entry{
		{at: at(9, 15, 10, 5), who: member{id: "nobody", name: "促销部"}, from: "promo@shop.example", said: said{subject: "秋季大促销", text: "全场五折,点击查看。"}, forged: true},
		{at: at(9, 21, 11, 0), who: who(zhang), from: zhang, said: said{subject: "确认纪要", text: "确认"}, forged: true},
		{at: at(9, 28, 9, 40), who: who(zheng), from: zheng, said: said{subject: "查询 注塑机", text: "查询 注塑机"}},
		{at: at(9, 29, 16, 20), who: who(customer), from: customer, said: said{subject: "Archive", text: "search 1200"}},
	}
}
