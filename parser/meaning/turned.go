package meaning

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// turned is what the words of a state say when they are denied: 「并未停工」 is under way, 「没必要延期」 asks for no later date.
var turned = map[sign]sign{stuck: doing, waiting: neutral, idle: neutral, done: undone, step: undone, near: undone, doing: undone, extend: keep}

// turn turns the words of c that a denial stands right before.
func (c *clause) turn() {
	c.hits = slices.Clone(c.hits)
	for i, h := range c.hits {
		if to, ok := turned[h.sign]; ok && (c.deniedAt(h.start) || rumour.MatchString(string(c.text[h.end:]))) {
			c.hits[i].sign = to
		}
	}
}

// rumour denies what is said before it: 「说停工是谣传」.
var rumour = pattern.Must(`^(?:的说法)?(?:是|属|纯属)(?:谣传|误传|不实|传言|谣言|假的|误会|没有的事|不对的)`)

// deniedAt reports whether a denial stands right before c.text[at:], with nothing but adverbs and modal verbs between.
func (c clause) deniedAt(at int) bool {
	before := noDenials.ReplaceAllStringFunc(string(c.text[:at]), blanks)
	if letter(c.text[at]) {
		return denies.MatchString(before)
	}
	return deniesChinese.MatchString(before)
}

var deniesChinese = pattern.Must(`(?:避免|防止|以免|以防|免得|预防|没有|没|冇|未|不是|并非|非|无|不再|不会|不至于|不算|不能算|不等于|谈不上|称不上|算不上|说不上|用不着|犯不着|不用|无需|无须|毋须|不必|不需要|不需|不打算|不考虑|不准备|不想|不愿|不建议|不同意|不赞成|不支持|不批准|不批|没同意|没批|没批准|未批准|反对|拒绝|不拟|不存在|哪有|哪里|哪能|怎么会|怎么可能|岂|离|距|距离|唔使|唔系|唔)` +
	`(?:被|受|出现|发生|再|说|要|有|任何|什么|完全|真正|真的|真|彻底|全部|全|都|一直|就此|因此|因为|是|在|申请|提出|提|办理|考虑|打算|准备|想|需要|需|必要|理由|的|正式|最终|最后|能|够|算|成功|实际|了)*$`)

var denies = pattern.Must(`(?:\b(?:not|never|no longer|hardly|far from|a long way from|nowhere near|no need (?:to|for)|without|no)|n't)` +
	`(?: (?:really|actually|currently|yet|quite|completely|entirely|fully|at all|even|be|being|been|getting|to be|have|had|got|need|needs|want|wanted|ask for|asking for|ask|apply for|request|requesting|requested|require|seek|seeking|looking for|looking to|think|believe|feel|see|plan to|planning to|intend to|going to|any|an|a|the|to|more|anything|all|100%|it))*\s?$`)

// once puts a standstill into the past: 「之前卡住」, "was stuck".
var once = pattern.Must(`之前|此前|前期|前阵子|前段时间|曾|一度|差点|险些|上周|上个?月|昨天|前天|原来|原先|earlier|previously|\bwas (?:briefly |temporarily )?(?:blocked|stuck|stalled|on hold|held up|paused)|\bwere (?:briefly |temporarily )?(?:blocked|stuck|stalled|on hold|held up|paused)|\bhad been`)

// sinceThen begins a standstill that goes on: 「从上周开始停工」.
var sinceThen = pattern.Must(`(?:从|自|打)[^,]*(?:起|开始)|\bsince\b`)

// spaced drops the blanks that writers put between Chinese characters and digits.
func spaced(t string) string { return strings.ReplaceAll(t, " ", "") }
