package meaning

import "github.com/huiban/huiban/parser/pattern"

// progresses reports whether a clause of an answer about minutes tells how far an item is, which says nothing of how it was put:
// 「第3条备件已经下单了」,「第2条下周就能入库」. What is off or put otherwise is another matter.
func (c clause) progresses() bool {
	if aside.In(c.look()) {
		return false
	}
	c.hits = actionLexicon.scan(c.text)
	return c.has(done, step, doing, finish) && !c.has(undone, stuck, idle, extend, waiting) || underWay.In(c.look())
}

// underWay is work that the tables of actions do not name.
var underWay = pattern.Must(`(?:已经?|正在|正|马上|预计|争取|(?:下|本|这)周|月底|明天|后天|就能|即可|能够|可以)\p{Han}{0,6}?(?:下单|到货|入库|发货|出货|启动|安排|联系|订购|采购|施工|调试|推进|办理|完成|交付|送检|签约|付款|落实|开工|上线|排产|寄出|发出|处理)|` +
	`\b(?:is|are|will|has been|have been|already) (?:be |now |well |already )*(?:under way|underway|in hand|on order|ordered|on track|arriving|arrive|shipped|delivered|started|booked|scheduled|in progress)\b|\barrives? (?:on |by |next |this )?(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow|week)`)

// aside is what does not go on as it was put.
var aside = pattern.Must(`取消|作废|不用|无需|不做|停|改|撤|推迟|延|提前|换|不|没|未|应|是|为|cancel|drop|instead|not|n't|should|was|moved|postpone`)
