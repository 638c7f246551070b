package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A verdict behind 就 or 才 follows from what stands before it, and waits for that:
//
//	人数压到5个以内我就同意 · headcount 批下来我就 confirm · 材料齐了才批       conditions
//	那我就参加 · 周五就参加 · 我这边就不去了 · 没问题就确认了             none: nothing is supposed, or it has come true

// consequence is 就 or 才 before a verdict.
var consequence = pattern.Must(`^(.*?)(?:我方|我们|我部|我|本人|咱|俺|这边|本部门)*(?:就|才|便)(?:可以|能够|能|会|可|好|算|给|直接|马上|立刻|考虑|再|去|来|予以| )*$`)

// given may stand before 就 and supposes nothing.
var given = pattern.Must(`^(?:那么?|这样|既然如此|所以|因此|于是|本来|现在|今天|当天|那天|这次|本次|这边|早|早早|一早|先|也|这|其他|其余|剩下|别的|` +
	`(?:下|本|这)?(?:周|星期|礼拜)[一二三四五六日天]?|上午|下午|晚上|\d+[日号点月:]?|的|了|好|好的|行|可以|ok|没问题|没有问题|没意见|没有意见|无异议|同意|会议|内容|纪要|各条|部门|\pP|\s)*$`)

// enough behind 就 says what will do: 「李辉去就行」.
var enough = words("行 可以 ok 好 成 可 没问题")

// thus opens the clause that follows from the one before: 「费用如仍由工程公司承担，则我中心无异议」.
var thus = pattern.Must(`^\s*(?:则|那么则|那就)`)

// follows reports whether a yes in c waits for something that the same clause names.
func (c clause) follows() bool {
	for _, h := range c.hits {
		if h.sign != yes && (h.sign != weak || enough[string(c.text[h.start:h.end])]) {
			continue
		}
		m := consequence.FindStringSubmatch(string(c.text[:h.start]))
		if m == nil && strings.HasPrefix(string(c.text[h.start:h.end]), "就") {
			m = []string{"", string(c.text[:h.start])}
		}
		if m != nil && !given.MatchString(m[1]) && !strings.HasSuffix(strings.TrimRight(string(c.text), " 啦哈。!~"), "了") {
			return true
		}
	}
	return false
}

// unreal follows a verdict and makes a premise or a mockery of it: 「没问题就不会这样了」,「没问题才怪」,「同意个啥」.
var unreal = pattern.Must(`^(?:了)?(?:就(?:不|没|早)|才(?:怪|会|能|是怪|是假|是骗|叫怪|不正常|奇怪|叫)|个(?:啥|什么|鬼|锤|屁|毛)|还(?:会|用|能)|(?:需|须|得|要)(?:走|经|由|先|等|领导|盖|签|报))`)

// wishful is how things would be well: 「和会上说的一样就好了」,「没错别字就行」.
var wishful = pattern.Must(`^(?:没|无|和|与|跟|同|都|全|对|准|正确|一)[^,]*就(?:更好|好|行|可以|ok)了?\s*[.~!]*$`)

// mocked reports whether a yes in c is made unreal.
func (c clause) mocked() bool {
	for _, h := range c.hits {
		if (h.sign == yes || h.sign == weak) && (unreal.MatchString(string(c.text[h.end:])) || wishful.MatchString(string(c.text[h.start:]))) {
			return true
		}
	}
	return false
}
