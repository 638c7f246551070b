package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
)

// third reports whether somebody else is said to agree: 「王总同意」, "my boss agrees".
func third(c clause, name string) bool {
	for _, h := range c.hits {
		if h.sign != yes && h.sign != weak {
			continue
		}
		before := strings.TrimRight(string(c.text[:h.start]), " 也已都已经")
		for _, w := range []string{"总", "经理", "主任", "领导", "部长", "书记", "厂长", "他", "她", "老师", "总监", "处长", "科长", "工", "boss", "manager", "he", "she", "they", "you", "你们", "您", "你", "客户", "由", "请", "让"} {
			if strings.HasSuffix(before, w) && !strings.HasSuffix(before, "职工") {
				return true
			}
		}
	}
	return false
}

// promised knows the yes that is put off to a day: 「周五前确认」.
func promised(c clause, q Question) bool {
	raw := string(c.raw)
	for _, h := range c.hits {
		if w := string(c.text[h.start:h.end]); w != "确认" && w != "confirm" && w != "同意" {
			continue
		}
		at := len(string(c.raw[:h.start]))
		for _, m := range q.dates(raw) {
			if m.End <= at && strings.Trim(fold.Text(raw[m.End:at]), " 前之内再会才给来去我统一正式书面") == "" {
				return true
			}
		}
	}
	return false
}

// suspicious reports whether a clause without a verdict denies something: better ask than confirm beside it.
func suspicious(c clause) bool {
	covered := make([]bool, len(c.text))
	for _, h := range c.hits {
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	for i, r := range c.text {
		if !covered[i] && strings.ContainsRune("没未不别勿缺错误漏唔冇", r) {
			return true
		}
	}
	t := " " + string(c.text) + " "
	for _, w := range []string{" not ", "n't ", " no ", " never ", " without ", " cannot "} {
		if i := strings.Index(t, w); i >= 0 && i < len(t) && !coveredAt(covered, i) {
			return true
		}
	}
	return false
}

func coveredAt(covered []bool, i int) bool { return i < len(covered) && covered[i] }
