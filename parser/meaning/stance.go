package meaning

// stance is the words that take the firmness out of a statement, whatever the letter asks.
var stance = table{
	cond: `如无|若无|改好|后同意|后批准|后通过|后印发|后发布|如果|若是|要是|假如|假设|倘若|只要|除非|前提|的话|的情况下|改完|改好|修改后|改后|更正后|补充后|完善后|调整后|后再|完再|以后再|之后再|再确认|再定|再说|再议|再看|再回|再复|再报|再批|再答|再给|才能|才可|方可|为准|视情况|看情况|视具体|有条件|若|如能|如可|
		等你们|等他|等她|等我|等领导|等总|等客户|等供应商|等结果|等通知|等数据|一旦|
		if|once|unless|provided|providing|as long as|subject to|assuming|on condition|conditional|conditionally|until|depends|depending|only when|after you|after we|in case|contingent`,
	hedge: `应该没|应该可以|应该能|应该行|应该是没|应该不|应该会|应该|大概|可能|也许|或许|似乎|好像|貌似|估计|差不多|原则上|原则|初步|大体|总体|大致|基本|大部分|大多|多数|不确定|不太确定|不好说|难说|说不好|拿不准|未必|不一定|恐怕|暂定同意|暂时|暂|
		probably|perhaps|maybe|possibly|i think|i guess|i suppose|i believe|seems|seem|appears|might|mostly|generally|more or less|by and large|in principle|basically|largely|tentatively|not sure|unsure|not certain|should be fine|should be ok|should be okay|should be|hopefully|presumably|likely`,
	later: `稍后|晚点|晚些|晚一点|迟些|迟点|回头|过后|随后|待会|一会儿|一会|等下|等会|过两天|过几天|改天|尽快回|尽快给|尽快确|尽快答|尽快看|尽快核|马上看|抽空|有空再|看完|看过再|先看|先核|看一下|看下|看看|看一看|我看|过一下|细看|核对一下|核对下|核一下|查一下|查下|确认一下|确认下|问一下|问下|问问|了解一下|了解下|讨论一下|讨论下|商量|研究一下|研究研究|研究后|再研究|研究下|请示|汇报后|还没看|没看完|没来得及看|未及细看|没细看|还在看|还在核|正在看|正在核|正在确认|待核|待确认|待定|待查|待议|待商|待明确|待研究|尚待|有待|还需核|需核实|需要核实|要核实|核实中|核实一下|核实后|还需确认|需确认|需要确认|要确认|还没确认|尚未确认|暂未确认|未确认|没确认|没有确认|再考虑|考虑一下|考虑考虑|考虑下|我想想|想一想|想想|给我点时间|容我|再回复|再答复|会再|明确后|
		later|tomorrow|tonight|get back|getting back|come back to you|revert|will check|let me check|need to check|needs to check|have to check|must check|checking|double-check|double check|will review|let me review|need to review|reviewing|will look|let me look|take a look|have a look|having a look|let me see|let me think|think about|thinking|will confirm|will let you know|let you know|will reply|will respond|will answer|will advise|to be confirmed|tbc|tbd|pending|still checking|need more time|give me|asap|soon|not yet|next week|in a moment|get round`,
	ask: `吗|么|呢|是否|是不是|对不对|好不好|行不行|可不可以|能不能|要不要|有没有|会不会|请问|什么|什么时候|何时|几点|几号|哪里|哪儿|哪位|哪个|哪些|哪天|哪一|为什么|为何|为啥|怎么|怎样|如何|谁|多少|多久|干嘛|啥|边个|点解|咩|几时|系咪`,
	neutral: `什么要|没什么|没啥|没有什么|无什么|不管怎么|怎么样都|这么|那么|多么|要么|什么都|如有问题|如有疑问|如有需要|如需|如有变化|如有变动|如有任何问题|若有问题|若有疑问|如下|如此|如期|例如|比如|如实|
		已核对|经核对|核对无误|核对过|已核实|经核实|核实过|经研究|已研究|我看过了|我看过|我看了|我已看|已看过|看过了|看过|已看|经审核|经审阅|已审阅|审阅过|没来得及回复|没及时|没能及时|不好意思|不客气|不用谢|不再|不另|不错|没事|不胜感激|未接电话|不辛苦|不必回|无需回|无须回|无需另行|无需再|
		not only|no longer|no need to reply|no worries|no problem at all|sorry for not|sorry for the late|sorry for the delay|if you have any questions|if any questions|if you need anything|let me know if|as soon as possible|as agreed|what we agreed|we agreed|was agreed|were agreed|agreed on|agreed in|agreed at|agreed to|agreed that|thanks again`,
	but:    `但是|但|不过|然而|可是|只是|除此|另一方面|唯独|唯有|but|however|although|though|except that|only that|one thing|apart from that|other than that`,
	rest:   `其余|其他|其它|其馀|余下|剩下的|剩余的|别的|另外几条|另几条|the rest|rest of|others|other items|other points|the other|everything else|all else|all other|rest is|rest are|otherwise|remaining items`,
	all:    `全部|全都|所有|各条|各项|每条|每一条|以上|上述|逐条|通篇|全文|整份|所列|均|都|皆|all items|all points|all of them|everything|all|both`,
	scope:  `这块|那块|这部分|那部分|部分|涉及|相关条款|相关内容|我负责的|负责的|我们负责|本部门的|本部的|我部门的|与我有关|跟我有关|和我有关|有关我|关于我|我这条|我那条|我这边的|我们这边的|我的那|我的几条|本部门内容|本部门条款|就我|my part|my items|my item|my section|my points|my action|our part|our section|our items|concerning me|regarding my|for my|parts that concern`,
	others: `王总|张总|李总|领导说|领导已|领导意见|老板|客户说|客户已|他说|她说|他们|她们|听说|据说|转给|转请|转发|请转|转交|已转|转|上次|之前已|此前已|前天|昨天已|早就|以前|回过|见附件|详见附件|请看附件|见附|in my last|already told|as i said|my previous|he said|she said|they said|forwarded|forwarding|looping in|adding|cc'ing|my boss|my manager|see attached|attached`,
}
