package quote

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
)

// answerWords make a short Chinese line an answer, whoever's name stands before it.
var answerWords = []string{"同意", "确认", "参加", "出席", "完成", "异议", "意见", "问题", "不", "没", "无", "未", "可以", "请假", "到会", "代替", "代为", "延期", "进行", "分别"}

// answerShape is an English word that states something: a verb that is said of oneself, never a title or a trade.
// "Approving Officer" and "Approved Supplier" are such titles; their second word has a capital.
var (
	answerShape = pattern.Must(`(?i)\b(?:agreed?|agrees|confirm(?:ed|s)?|accept(?:ed|s)?|attend|declined?|approved?|approves|reject(?:ed|s)?|done|finished|completed?|object|objections?|join|ok|okay|yes|not|can't|cannot|won't|don't|isn't|i'm|i'll|i've|we'll)\b(.{0,2})`)
	doing       = pattern.Must(`(?i)^\W*(?:attending|accepting|declining|joining|agreeing|confirming|approving|rejecting)\b(.{0,2})`)
	willing     = pattern.Must(`\bwill [a-z]|\bI [a-z]`)
	share       = pattern.Must(`%\s*(\p{L}*)`)
)

// answers reports whether a line of a signature's length says something about the letter.
func answers(s string) bool {
	if s == "" {
		return false
	}
	k := fold.Text(s)
	if listed(strings.TrimLeft(k, " ")) || strings.ContainsFunc(s, latin) && (states(answerShape, s) || states(doing, s) || willing.MatchString(s)) || progress(k) {
		return true
	}
	if !slices.ContainsFunc(answerWords, func(w string) bool { return strings.Contains(k, w) }) {
		return false
	}
	for _, part := range strings.FieldsFunc(k, func(r rune) bool { return strings.ContainsRune(" ,，、|/·", r) }) {
		if stated(part) {
			return true
		}
	}
	return false
}

// states reports whether shape occurs in s as a statement: its next word does not begin with a capital.
func states(shape *pattern.Pattern, s string) bool {
	for _, m := range shape.FindAllStringSubmatch(s, -1) {
		if next := m[1]; !strings.HasPrefix(next, " ") || len(next) < 2 || next[1] < 'A' || next[1] > 'Z' {
			return true
		}
	}
	return false
}

// latin reports whether r may be part of an English word, also as the regular expressions fold it: K is the sign of kelvin.
func latin(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == 'ſ' || r == '\u212a'
}

// progress reports whether a share in folded words is how far something is: not "100% recycled".
func progress(k string) bool {
	if strings.IndexByte(k, '%') < 0 {
		return false
	}
	m := share.FindStringSubmatch(k)
	return m != nil && (m[1] == "" || strings.Contains(" done complete completed finished ready of ", " "+m[1]+" ") || fold.CJK([]rune(m[1])[0]))
}

var (
	stance = pattern.Must(`^(?:我|请|已|不|没|同意|确认|参加|出席|完成|可以|请假|延期|无(?:异议|意见|问题|法|误|需)|未(?:完成|确认|收到|参|通过|能))`)
	office = pattern.Must(`(?:部|处|科|课|室|组|岗|中心|公司|集团|院|局|厅|委|办|所|厂|站|队|会|校|系|店|经理|主任|总监|助理|工程师|专员|主管|[科处部院所校厂店组课局]长|总裁|秘书|代表|顾问|教授|研究员)$`)
)

// stated reports whether a piece of a line says something, other than the name of an office: 「质量确认组」, 「未来科技有限公司」.
func stated(part string) bool {
	if office.MatchString(part) && !stance.MatchString(part) {
		return false
	}
	for _, w := range answerWords {
		if strings.Contains(part, w) && !strings.Contains(part, "无锡") {
			return true
		}
	}
	return false
}

// task is what somebody is to do, or did, behind his name: 「阿昌 周六前把样机寄到东莞」. A bare date belongs to the signature.
var (
	task     = pattern.Must(`[把将请去已]|负责|周[一二三四五六日天末]|[今明后]天|[本下上]周|[月年]底|[0-9](?:月|号|日|点)|[0-9]\s*/\s*[0-9]|\b(?:to|will|by)\s[a-z]`)
	bareDate = pattern.Must(`^[\s0-9年月日号/.:,-]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s0-9:]*$`)
)

func tasked(rest string) bool {
	if rest == "" {
		return false
	}
	k := fold.Text(rest)
	return task.MatchString(k) && !bareDate.MatchString(k)
}

// listed reports whether a line is one of a numbered list.
func listed(k string) bool {
	k = strings.TrimLeft(k, "(# ")
	n := len(k) - len(strings.TrimLeft(k, "0123456789"))
	return n > 0 && n <= 2 && len(k) > n && (strings.ContainsAny(k[n:n+1], ".):") || strings.HasPrefix(k[n:], "、"))
}
