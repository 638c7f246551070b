package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

const (
	dueLead  = `(?:请|于|在|需|须|应|要求|计划|预计|限期?|截止时间?|截止日期|截止到?|截至|最迟|最晚|不迟于|不晚于|不得晚于|不超过|不得超过|务必|必须|时限|期限|到|(?i:no later than|not later than|at the latest|due(?: on| by| date)?|by|before|until|deadline|on|target|the))*`
	dueTrail = `(?:之前|以前|前|止|底前|之内|以内|内|为限|截止|到期|完成|办结|提交|到位|交付|完毕|落实|下班前?|(?i:eod|cob|at the latest|latest))*`
)

var (
	onlyLead  = pattern.Must(`^\s*` + dueLead + `\s*:?\s*$`)
	onlyTrail = pattern.Must(`^\s*` + dueTrail + `\s*[.。]?$`)
	onlyVague = pattern.Must(`(?i)^(?:请|需|须)?(?:尽快|尽速|从速|尽早|近期|近日|适时|抓紧|早日|择机|待定|立即|马上|会后|散会后|asap|soon|shortly|as soon as possible|下周|下周内|本周内|本月内|下月|下个月|下月内|月内|年内|近期内|[0-9]{1,2}月份?|[0-9]{1,2}月[上中下]旬|[上中下]旬|next week|this week|next month|长期|持续|每(?:天|日|周[一二三四五六日]?|月(?:[0-9]{1,2}[日号])?|季度?|年)[初末底]?|.{0,7}[^延推]后\S{1,3}(?:工作日|天|日|周|个月)(?:之|以)?|[0-9一二三四五六七八九十两]{1,3}个?工作日(?:之|以)?)(?:之?前|内)?(?:完成|落实|提交|办理|推进)?$`)
)

// pureDue reads a piece that says a due date and nothing else.
func (r reading) pureDue(f string) (due, bool) {
	if d, ok := workdaysAfter(strings.Trim(f, " ()【】[]")); ok {
		return d, true
	}
	f = afterMeeting.ReplaceAllString(strings.Trim(f, " ()【】[]"), "${1}内")
	if onlyVague.MatchString(f) {
		return due{code: vagueDue}, true
	}
	short := shortDate.ReplaceAllString(f, "$1/$2 ")
	if ms := r.dates(f); len(ms) == 0 && short != f {
		f = short
	}
	ms := r.dates(f)
	if len(ms) == 0 || !onlyLead.MatchString(cutVague(f[:ms[0].Start])) || !onlyTrail.MatchString(f[ms[len(ms)-1].End:]) {
		return due{}, false
	}
	return r.judge(f, ms), true
}

func cutVague(s string) string { return vagueWord.ReplaceAllString(s, "") }

var vagueWord = pattern.Must(`(?i)尽快|尽早|抓紧|原则上|近期|争取|力争|asap|[,，;]`)

var ownerAffix = pattern.Must(`^(?:由|请|责成|责任人|负责人|@|-)*\s*(.*?)\s*(?:负责|承办|跟进|落实|主办|执行|牵头|主责|完成)*$`)

// pureOwner reports whether a piece names people or departments and says nothing else. A word that may be a name and
// may be none (计划, 高温) is none unless the draft names that person elsewhere or says 负责.
func (r reading) pureOwner(f string) bool {
	f = strings.TrimSpace(f)
	m := ownerAffix.FindStringSubmatch(f)
	if m == nil || m[1] == "" || runes(f) > 24 {
		return false
	}
	for _, p := range ownerParts(f, r.known) {
		if asciiOnly(p.f) && !r.known[p.f] && len(strings.Fields(p.f)) < 2 && !strings.HasPrefix(f, "@") && r.known.full(p.f) == p.f {
			return false
		}
		if !isPerson(withoutTitle(p.f, r.known), r.known) && !(isDept(p.f) && m[1] != f) && !(deptRe.MatchString(p.f) && runes(p.f) <= 8) && deptAndPerson(p.f, r.known) == "" {
			return false
		}
	}
	return true
}
