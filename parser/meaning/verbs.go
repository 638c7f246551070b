package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// workVerbs are what people do to a part of a task. With 完 or 好 that part is done, with 没 or 还没 before it is not, with 快 it is near.
const workVerbs = "换|拧|焊|挖|洗|扫|刷|搬|拉|接|搭|挂|钉|订|录|填|报|盖|签|寄|送|领|收|写|画|测|装|改|修|译|编|拍|发|查|验|谈|跑|建|录|审|校|印|贴|铺|调|布|拆|买|培训|整理|安装|测试|调试|修改|更新|整改|翻译|编制|编写|起草|清理|盘点|部署|迁移|更换|采购|施工|设计|开发|检查|统计|核算|打样|排版"

const notYet = "还没|还没有|还未|尚未|没|没有|未|没能|仍未|都没"

// verbWords are the states of work that follow from its verbs: 写完了, 快写完了, 没写完, 还没安排.
var verbWords = table{
	done:   product("干|弄|搞|办|做", "完了|完啦|好了"),
	step:   product(workVerbs, "完了|完啦|好了"),
	near:   product("快|快要|就快|就要|马上|马上就|即将|差不多", product("干|弄|搞|办|做|"+workVerbs, "完|好|完了|好了")),
	undone: product(notYet, product("干|弄|搞|办|做|"+workVerbs, "完|好")),
	idle: product(notYet, "安排|动手|动工|动笔|排产|排上|排到|立项|招标|下单|展开|碰|着手|开干|开写|开始做") + "|" +
		product("nobody has|no one has|nobody|no one|not been|haven't|hasn't|has not|have not|never|not", "touched it|touched|started on it|begun|looked at it|picked it up") + "|untouched|" + product("nobody has|no one has|none of us has", "started|begun|started yet"),
	hedge:  "不能说|谈不上|算不上|称不上|说不上|不敢说|不能算|还说不上|i'm told|i am told|told me|far from|anything but|as good as|supposedly|allegedly|can't say|cannot say|wouldn't say|wouldn't call|not that i know",
	finish: "搞埋|做埋|整埋|写埋",
}

// whole reports whether the part that a step names is the whole task: nothing is named, or what is named stands in the letter.
// 「写完了」 and, of 「SOP修订」, 「SOP修订完了」 are done; 「初稿写完了」 is a part.
func (p piece) whole(q Question) bool {
	for _, h := range p.hits {
		if h.sign != step {
			continue
		}
		before, after := clause{text: p.text[:h.start]}, clause{text: p.text[h.end:]}
		what := strings.TrimLeft(before.residue(fillers), "已经都全")
		if size(what) < 1 {
			what = after.residue(fillers) // 「写完了初稿」
		}
		if size(what) < 1 {
			return true
		}
		for _, line := range q.History {
			if strings.Contains(fold.Text(line), what) {
				return true
			}
		}
	}
	return false
}

// pending reports whether a clause says that something is not yet done, in words that the tables do not hold: 「还没校审」.
func (p piece) pending() bool {
	if p.has(idle, undone, done, stuck, waiting) {
		return false
	}
	t := p.folded()
	for _, w := range []string{"还没", "尚未", "还未", "仍未"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}
