package meaning

import (
	"fmt"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/quote"
)

func TestRulings(t *testing.T) {
	check := func(text, want string) {
		t.Helper()
		q := Question{About: Approval}
		for l := range strings.SplitSeq(text, "\n") {
			q.Lines = append(q.Lines, quote.Kept{Text: l})
		}
		a := Read(q)
		var out []string
		for _, i := range a.Intents {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", i.Item, i.Kind, i.Comment)))
		}
		if len(a.Unclear) > 0 {
			out = append(out, fmt.Sprint(len(a.Unclear), " unclear"))
		}
		if got := strings.Join(out, "; "); got != want {
			t.Errorf("%q is read as %q, not %q", text, got, want)
		}
	}
	check("1 同意\n2 驳回：数据不全", "1 approve; 2 reject 数据不全")
	check("1 同意 2 不同意 原因：数据不全", "1 approve; 2 reject 数据不全")
	check("1、同意；2、不同意，资料不足", "1 approve; 2 reject 资料不足")
	check("第1项同意，第2项驳回：请补充", "1 approve; 2 reject 请补充")
	check("王总好：\n1. 同意\n3. 同意", "1 approve; 3 approve")
	check("1 approve\n2 reject: no data", "1 approve; 2 reject no data")
	check("2 同意", "2 approve")
	check("1 同意 2 原则同意", "1 unclear")
	check("同意", "approve")
	check("驳回：12月5日前补齐", "reject 12月5日前补齐")
	check("同意，请2天内完成", "approve 请2天内完成")
	check("全部同意", "* approve")
	check("以上两项都同意。", "* approve")
	check("皆同意", "* approve")
	check("两项都驳回：数据不全", "* reject 两项都驳回：数据不全")
	check("Both approved, thanks", "* approve thanks")
	check("approve all", "* approve")
	check("同意，各项费用请控制", "approve 各项费用请控制")
	check("除第2项外都同意", "1 unclear")
	check("除了2，都同意", "1 unclear")
	check("all approved except 2", "1 unclear")
	check("不是全部同意", "1 unclear")
	check("不都同意", "1 unclear")
	check("并非都同意", "1 unclear")
}
